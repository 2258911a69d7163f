import type { Tx } from "../../platform/database/database.ts";
import { pairsOf, type Round, sheetsOf, unitsOfRound } from "./store-rounds.ts";

/** A sheet that a unit still owes: of itself, or of another whom it cross-scores. */
export type OwedSheet = { readonly stage: "self" | "cross"; readonly by_unit_id: string; readonly unit_id: string };

/**
 * Gives the sheets not handed in that can be handed in now; none at the later stages. While the others cross-score, a late
 * self-score is still owed, and whoever scores that unit owes nothing before it is in.
 */
export async function owedSheets(tx: Tx, round: Round): Promise<OwedSheet[]> {
  if (round.status !== "self" && round.status !== "cross") return [];
  const given = new Set((await sheetsOf(tx, round.id)).map((sheet) => `${sheet.stage} ${sheet.stated_by_unit_id} ${sheet.unit_id}`));
  const selves = (await unitsOfRound(tx, round.id)).map((unit_id): OwedSheet => ({ stage: "self", by_unit_id: unit_id, unit_id }));
  const pairs = round.status === "self" ? [] : await pairsOf(tx, round.id);
  const crosses = pairs
    .filter((pair) => given.has(`self ${pair.unit_id} ${pair.unit_id}`))
    .map((pair): OwedSheet => ({ stage: "cross", by_unit_id: pair.scorer_unit_id, unit_id: pair.unit_id }));
  return [...selves, ...crosses].filter((entry) => !given.has(`${entry.stage} ${entry.by_unit_id} ${entry.unit_id}`));
}
