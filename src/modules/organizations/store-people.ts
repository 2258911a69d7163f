import { and, asc, eq, gt, inArray, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { compareByGivenName, foldForSearch } from "../../kernel/vietnamese.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Sex, Worker } from "./core/kinds.ts";
import { people, positions, unitVersions } from "./tables.ts";

/** A person at a place on a day. */
export type PersonOnDay = {
  id: string;
  full_name: string;
  sex: Sex | null;
  born_on: PlainDate | null;
  position_id: string;
  unit_id: string;
  unit_name: string;
  unit_rank: number;
  title: string;
  position_rank: number;
  worker: Worker;
  recruited_on: PlainDate | null;
  direct_labourer: boolean;
  grassroots_cadre: boolean;
  difficult_field: boolean;
  difficult_area: boolean;
  from_on: PlainDate;
  to_on: PlainDate | null;
};

const columns = {
  id: people.id,
  full_name: people.full_name,
  sex: people.sex,
  born_on: people.born_on,
  position_id: positions.id,
  unit_id: positions.unit_id,
  unit_name: unitVersions.name,
  unit_rank: unitVersions.rank,
  title: positions.title,
  position_rank: positions.position_rank,
  worker: positions.worker,
  recruited_on: positions.recruited_on,
  direct_labourer: positions.direct_labourer,
  grassroots_cadre: positions.grassroots_cadre,
  difficult_field: positions.difficult_field,
  difficult_area: unitVersions.difficult_area,
  from_on: positions.from_on,
  to_on: positions.to_on,
};

function select(tx: Tx, day: PlainDate, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(positions)
    .innerJoin(people, and(eq(people.locality_id, positions.locality_id), eq(people.id, positions.person_id)))
    .innerJoin(
      unitVersions,
      and(
        eq(unitVersions.locality_id, positions.locality_id),
        eq(unitVersions.unit_id, positions.unit_id),
        lte(unitVersions.from_on, day),
        or(isNull(unitVersions.to_on), gt(unitVersions.to_on, day)),
      ),
    )
    .where(and(lte(positions.from_on, day), or(isNull(positions.to_on), gt(positions.to_on, day)), where));
}

/** Sorts people as every list does: unit rank, position, then given name in Vietnamese order. */
export function inListOrder<T extends { unit_rank: number; unit_name: string; position_rank: number; full_name: string }>(list: T[]): T[] {
  return list.sort(
    (a, b) =>
      a.unit_rank - b.unit_rank ||
      a.unit_name.localeCompare(b.unit_name, "vi") ||
      a.position_rank - b.position_rank ||
      compareByGivenName(a.full_name, b.full_name),
  );
}

/** Gives the people placed in any of the units on the day, in list order; `search` matches names without diacritics. */
export async function listPeople(
  tx: Tx,
  day: PlainDate,
  filter: { units?: SQL; unit_id?: string; search?: string; limit?: number },
): Promise<PersonOnDay[]> {
  const rows = await select(
    tx,
    day,
    and(
      filter.units ? sql`${positions.unit_id} in ${filter.units}` : undefined,
      filter.unit_id ? eq(positions.unit_id, filter.unit_id) : undefined,
      filter.search ? like(people.name_folded, `%${foldForSearch(filter.search).replace(/[\\%_]/g, "\\$&")}%`) : undefined,
    ),
  ).limit(filter.limit ?? 5000);
  return inListOrder(rows);
}

/** Gives a person's places on the day, the highest position first. */
export async function placesOfPerson(tx: Tx, person_id: string, day: PlainDate): Promise<PersonOnDay[]> {
  return select(tx, day, eq(positions.person_id, person_id)).orderBy(asc(positions.position_rank));
}

/** Gives the chosen people at their first place on the day, by id. */
export async function peopleById(tx: Tx, ids: readonly string[], day: PlainDate): Promise<Map<string, PersonOnDay>> {
  const found = new Map<string, PersonOnDay>();
  if (ids.length === 0) return found;
  for (const row of await select(tx, day, inArray(positions.person_id, [...new Set(ids)])).orderBy(asc(positions.position_rank))) {
    if (!found.has(row.id)) found.set(row.id, row);
  }
  return found;
}

/** Gives the bare person, also without any place on any day. */
export async function findPerson(tx: Tx, person_id: string): Promise<{ id: string; full_name: string; sex: Sex | null; born_on: PlainDate | null } | null> {
  const [person] = await tx
    .select({ id: people.id, full_name: people.full_name, sex: people.sex, born_on: people.born_on })
    .from(people)
    .where(eq(people.id, person_id));
  return person ?? null;
}
