import type { Tx } from "../../platform/database/database.ts";
import { pairsOf, type Round, sheetsOf, unitsOfRound } from "./store-rounds.ts";

/** A sheet that a unit still owes: of itself, or of another whom it cross-scores. */
export type OwedSheet = { readonly stage: "self" | "cross"; readonly by_unit_id: string; readonly unit_id: string };

/** Gives the sheets not handed in at a round's present stage; none at the later ones. */
export async function owedSheets(tx: Tx, round: Round): Promise<OwedSheet[]> {
  if (round.status !== "self" && round.status !== "cross") return [];
  const stage = round.status;
  const given = new Set((await sheetsOf(tx, round.id)).filter((sheet) => sheet.stage === stage).map((sheet) => `${sheet.stated_by_unit_id} ${sheet.unit_id}`));
  const due =
    stage === "self"
      ? (await unitsOfRound(tx, round.id)).map((unit_id) => ({ by_unit_id: unit_id, unit_id }))
      : (await pairsOf(tx, round.id)).map((pair) => ({ by_unit_id: pair.scorer_unit_id, unit_id: pair.unit_id }));
  return due.filter((entry) => !given.has(`${entry.by_unit_id} ${entry.unit_id}`)).map((entry) => ({ stage, ...entry }));
}
