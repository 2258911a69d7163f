import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { UnitKind } from "./core/kinds.ts";
import { clusterMembers, clusters, units, unitSuccessions, unitVersions } from "./tables.ts";

/** A unit as it stands on a day. */
export type UnitOnDay = {
  id: string;
  name: string;
  kind: UnitKind;
  code: string | null;
  tax_code: string | null;
  parent_id: string | null;
  rank: number;
  by_school_year: boolean;
  difficult_area: boolean;
  difficult_area_basis: string | null;
  staff_managed_by: string | null;
  from_on: PlainDate;
  to_on: PlainDate | null;
};

/** The SQL that keeps versions in force on a day: from the first day, up to but not on the last. */
export function inForce(table: { from_on: typeof unitVersions.from_on; to_on: typeof unitVersions.to_on }, day: PlainDate): SQL {
  return and(lte(table.from_on, day), or(isNull(table.to_on), gt(table.to_on, day))) as SQL;
}

const unitColumns = {
  id: units.id,
  name: unitVersions.name,
  kind: unitVersions.kind,
  code: units.code,
  tax_code: units.tax_code,
  parent_id: unitVersions.parent_id,
  rank: unitVersions.rank,
  by_school_year: unitVersions.by_school_year,
  difficult_area: unitVersions.difficult_area,
  difficult_area_basis: unitVersions.difficult_area_basis,
  staff_managed_by: unitVersions.staff_managed_by,
  from_on: unitVersions.from_on,
  to_on: unitVersions.to_on,
};

function selectUnits(tx: Tx) {
  return tx
    .select(unitColumns)
    .from(unitVersions)
    .innerJoin(units, and(eq(units.locality_id, unitVersions.locality_id), eq(units.id, unitVersions.unit_id)));
}

/** Gives the unit as it stands on the day, or null when there is none such then. */
export async function findUnit(tx: Tx, unit_id: string, day: PlainDate): Promise<UnitOnDay | null> {
  const [unit] = await selectUnits(tx).where(and(eq(unitVersions.unit_id, unit_id), inForce(unitVersions, day)));
  return unit ?? null;
}

/** Gives all versions of a unit, oldest first. */
export function versionsOfUnit(tx: Tx, unit_id: string): Promise<UnitOnDay[]> {
  return selectUnits(tx).where(eq(unitVersions.unit_id, unit_id)).orderBy(asc(unitVersions.from_on));
}

/** Gives the root of the locality's tree, or null before set-up. */
export async function findRoot(tx: Tx): Promise<{ id: string; name: string } | null> {
  const [root] = await tx
    .select({ id: unitVersions.unit_id, name: unitVersions.name })
    .from(unitVersions)
    .where(and(isNull(unitVersions.parent_id), eq(unitVersions.kind, "locality")))
    .orderBy(asc(unitVersions.from_on))
    .limit(1);
  return root ?? null;
}

/** Gives the units of the given kinds (all when absent) on the day, by rank and name; beneath a unit those of elsewhere only where their kind is given. */
export async function listUnits(
  tx: Tx,
  day: PlainDate,
  filter: { kinds?: readonly UnitKind[]; parent_id?: string; ids?: readonly string[] } = {},
): Promise<UnitOnDay[]> {
  if (filter.ids?.length === 0) return [];
  return selectUnits(tx)
    .where(
      and(
        inForce(unitVersions, day),
        filter.kinds ? inArray(unitVersions.kind, [...filter.kinds]) : filter.parent_id ? ne(unitVersions.kind, "outside") : undefined,
        filter.parent_id ? eq(unitVersions.parent_id, filter.parent_id) : undefined,
        filter.ids ? inArray(unitVersions.unit_id, [...filter.ids]) : undefined,
      ),
    )
    .orderBy(asc(unitVersions.rank), asc(unitVersions.name));
}

/** Gives the newest name of each unit that began on or before the day, ended or not. */
export async function unitNames(tx: Tx, ids: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([unitVersions.unit_id], { id: unitVersions.unit_id, name: unitVersions.name })
    .from(unitVersions)
    .where(and(inArray(unitVersions.unit_id, [...new Set(ids)]), lte(unitVersions.from_on, day)))
    .orderBy(unitVersions.unit_id, sql`${unitVersions.from_on} desc`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The SQL of all units on the day that are the given ones or beneath them; for `in (…)`. */
export function subtree(unit_ids: readonly string[], day: PlainDate): SQL {
  return sql`(with recursive below(unit_id) as (
      select v.unit_id from unit_versions v where v.unit_id = any(${sql.param([...unit_ids])}::uuid[])
      union
      select v.unit_id from unit_versions v join below b on v.parent_id = b.unit_id
       where v.from_on <= ${day} and (v.to_on is null or v.to_on > ${day})
    ) select unit_id from below)`;
}

/** The SQL that walks up the tree from a unit as it stood on the day; an ended unit counts where it last stood. */
function above(unit_id: string, day: PlainDate): SQL {
  return sql`with recursive above(unit_id, depth) as (
      select ${unit_id}::uuid, 0
      union all
      select p.parent_id, a.depth + 1 from above a
        cross join lateral (select v.parent_id from unit_versions v
          where v.unit_id = a.unit_id and v.from_on <= ${day} order by v.from_on desc limit 1) p
       where p.parent_id is not null and a.depth < 20
    )`;
}

/** Says whether a unit is, on the day, the other unit or beneath it; an ended unit counts where it last stood. */
export async function isWithin(tx: Tx, unit_id: string, above_id: string, day: PlainDate): Promise<boolean> {
  if (unit_id === above_id) return true;
  const answer = await tx.execute<{ within: boolean }>(sql`
    ${above(unit_id, day)} select exists (select 1 from above where unit_id = ${above_id}::uuid) as within`);
  return answer.rows[0]?.within === true;
}

/** Gives the units above a unit on the day, nearest first. */
export async function unitsAbove(tx: Tx, unit_id: string, day: PlainDate): Promise<{ id: string; name: string; kind: UnitKind }[]> {
  const answer = await tx.execute<{ id: string; name: string; kind: UnitKind }>(sql`
    ${above(unit_id, day)} select a.unit_id as id, n.name, n.kind from above a
        cross join lateral (select v.name, v.kind from unit_versions v
          where v.unit_id = a.unit_id and v.from_on <= ${day} order by v.from_on desc limit 1) n
       where a.depth > 0 order by a.depth`);
  return answer.rows;
}

/** Gives what came of a unit and what came into it. */
export async function successionsOf(tx: Tx, unit_id: string) {
  return tx
    .select()
    .from(unitSuccessions)
    .where(or(eq(unitSuccessions.unit_id, unit_id), eq(unitSuccessions.successor_id, unit_id)))
    .orderBy(asc(unitSuccessions.on));
}

/** Gives the clusters with the units that belong to them on the day. */
export async function clustersOn(tx: Tx, day: PlainDate): Promise<{ id: string; name: string; kind: "cum" | "khoi"; unit_ids: string[] }[]> {
  const rows = await tx
    .select({ id: clusters.id, name: clusters.name, kind: clusters.kind, unit_id: clusterMembers.unit_id })
    .from(clusters)
    .leftJoin(
      clusterMembers,
      and(
        eq(clusterMembers.locality_id, clusters.locality_id),
        eq(clusterMembers.cluster_id, clusters.id),
        lte(clusterMembers.from_on, day),
        or(isNull(clusterMembers.to_on), gt(clusterMembers.to_on, day)),
      ),
    )
    .orderBy(asc(clusters.rank), asc(clusters.name));
  const byId = new Map<string, { id: string; name: string; kind: "cum" | "khoi"; unit_ids: string[] }>();
  for (const row of rows) {
    const entry = byId.get(row.id) ?? { id: row.id, name: row.name, kind: row.kind, unit_ids: [] };
    if (row.unit_id !== null) entry.unit_ids.push(row.unit_id);
    byId.set(row.id, entry);
  }
  return [...byId.values()];
}
