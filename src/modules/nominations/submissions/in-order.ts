import type { ReadContext } from "../../../platform/command/context.ts";
import { inListOrder, listUnits, peopleById, unitNames } from "../../organizations/index.ts";
import type { Nomination } from "../core/dossier.ts";

/** Gives dossiers in the order of every list: by the unit's rank, the position, then the given name in Vietnamese order. */
export async function inSubmissionOrder<T extends Nomination>(context: ReadContext, list: readonly T[]): Promise<(T & { unit_name: string })[]> {
  const today = context.clock.today();
  const units = [...new Set(list.map((nomination) => nomination.unit_id))];
  const ranks = new Map((await listUnits(context.tx, today, { ids: units })).map((unit) => [unit.id, unit.rank]));
  const names = await unitNames(context.tx, units, today);
  const people = await peopleById(context.tx, list.flatMap((nomination) => nomination.person_id ?? []), today);
  const placed = list.map((nomination) => ({
    nomination,
    unit_rank: ranks.get(nomination.unit_id) ?? 0,
    unit_name: names.get(nomination.unit_id) ?? "",
    // A collective stands before the people of its unit.
    position_rank: nomination.person_id === null ? -1 : (people.get(nomination.person_id)?.position_rank ?? Number.MAX_SAFE_INTEGER),
    full_name: nomination.subject_name,
  }));
  return inListOrder(placed).map(({ nomination, unit_name }) => ({ ...nomination, unit_name }));
}
