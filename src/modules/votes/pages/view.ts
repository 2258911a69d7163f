import type { Result } from "../../../kernel/result.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { sessionPage } from "../../councils/index.ts";
import type { sessionVotes } from "../queries.ts";

/** What a query answers: the view model of the page that shows it. */
export type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;

export type SessionView = View<typeof sessionPage>;
export type VotesView = View<typeof sessionVotes>;
/** What a form shows again. */
export type Given = { readonly typed: Typed; readonly failure: Failure | null };
