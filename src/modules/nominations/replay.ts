import { inArray } from "drizzle-orm";
import { z } from "zod";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { check, type LocalLayer, parseCheckInput } from "../../engines/rulebook/index.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import * as field from "../../platform/command/fields.ts";
import type { Tx } from "../../platform/database/database.ts";
import { READERS } from "./queries.ts";
import { findingsOf, findNomination } from "./store.ts";
import { type findings, rulebooks } from "./tables.ts";

/** What judging a kept finding again gave. `other_rulebook`: the rules have changed since, so the answers may differ. */
export type Replay = { readonly id: string; readonly stage: string; readonly answer: "same" | "other_rulebook" | "different" };

type KeptFinding = typeof findings.$inferSelect;

/** Takes kept findings; gives each judged again from its own input, under the local layer of the rulebook kept by its hash. */
export async function replayFindings(tx: Tx, kept: readonly KeptFinding[]): Promise<Replay[]> {
  const hashes = [...new Set(kept.map(({ rulebook_hash }) => rulebook_hash))];
  const books = hashes.length === 0 ? [] : await tx.select().from(rulebooks).where(inArray(rulebooks.hash, hashes));
  const layers = new Map(books.map(({ hash, content }) => [hash, (content as { local: LocalLayer | null }).local]));
  return kept.map(({ id, stage, input, output, rulebook_hash }) => {
    const local = layers.get(rulebook_hash);
    const parsed = parseCheckInput(input);
    if (!parsed.ok || local === undefined) return { id, stage, answer: "different" as const };
    const again = check(parsed.value, local === null ? {} : { local });
    if (!again.ok) return { id, stage, answer: "different" as const };
    if (again.value.rulebook !== rulebook_hash) return { id, stage, answer: "other_rulebook" as const };
    return { id, stage, answer: canonicalJson(plain(again.value)) === canonicalJson(plain(output)) ? ("same" as const) : ("different" as const) };
  });
}

/** A value as JSON holds it: what is undefined is not there. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** Judges every kept finding of a dossier again and says whether the answer is still the same. */
export const replayNominationFindings = defineQuery({
  name: "replay_findings",
  title: say("Xét lại các kết quả đã lưu", "Judge kept findings again"),
  input: z.strictObject({ nomination_id: field.id() }),
  policy: { kind: "roles", roles: READERS, unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  run: async (context, input) => ok(await replayFindings(context.tx, await findingsOf(context.tx, input.nomination_id))),
});
