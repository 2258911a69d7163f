import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { listUnits, unitNames } from "../organizations/index.ts";
import { type Round, unitsOfRound } from "./store-rounds.ts";

/** Gives the units of a round in the order of lists, under their newest names; ones that ended since stand last. */
export async function listUnitsOf(tx: Tx, round: Round, today: PlainDate): Promise<{ id: string; name: string; code: string | null }[]> {
  const ids = await unitsOfRound(tx, round.id);
  const names = await unitNames(tx, ids, today);
  const known = await listUnits(tx, round.opened_on, { ids });
  const rest = ids.filter((id) => !known.some((unit) => unit.id === id));
  return [...known.map(({ id, code }) => ({ id, code })), ...rest.map((id) => ({ id, code: null }))].map((unit) => ({ ...unit, name: names.get(unit.id) ?? "" }));
}
