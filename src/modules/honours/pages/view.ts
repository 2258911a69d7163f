import type { Result } from "../../../kernel/result.ts";
import type { Failure } from "../../../platform/command/failure.ts";

/** What a query answers: the view model of the page that shows it. */
export type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;
