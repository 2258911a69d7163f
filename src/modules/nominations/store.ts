import { and, asc, desc, eq, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import { actions } from "../../platform/command/tables.ts";
import type { Tx } from "../../platform/database/database.ts";
import { type Nomination, PROPOSED } from "./core/dossier.ts";
import type { NominationStatus } from "./core/status.ts";
import { WORKED_ON } from "./core/worked-on.ts";
import { findings, localRules, nominations } from "./tables.ts";

/** Gives the nomination, or null. */
export async function findNomination(tx: Tx, nomination_id: string): Promise<Nomination | null> {
  const [row] = await tx.select().from(nominations).where(eq(nominations.id, nomination_id));
  return row ?? null;
}

/** Gives nominations by id and locks them until commit, so that two people cannot move one dossier at once. */
export async function lockNominations(tx: Tx, ids: readonly string[]): Promise<Nomination[]> {
  if (ids.length === 0) return [];
  return tx.select().from(nominations).where(inArray(nominations.id, [...ids])).orderBy(asc(nominations.id)).for("update");
}

/** Gives the dossiers of a decision, in the order in which lists stand. */
export function nominationsOfDecision(tx: Tx, decision_id: string): Promise<Nomination[]> {
  return tx.select().from(nominations).where(eq(nominations.decision_id, decision_id)).orderBy(asc(nominations.honour), asc(nominations.unit_id), asc(nominations.id));
}

export type ListFilter = {
  /** The SQL of the units whose dossiers may be seen. */
  scope: SQL;
  status?: NominationStatus | undefined;
  statuses?: readonly NominationStatus[] | undefined;
  honour?: string | undefined;
  year?: number | undefined;
  unit_id?: string | undefined;
  search?: string | undefined;
  assigned_to?: string | undefined;
  /** Whether dossiers count that have or had a unit of the scope as a level of their route. */
  with_levels?: boolean | undefined;
  /** Only those whose day was over before this one and that are still worked on. */
  overdue_on?: PlainDate | undefined;
};

/** The SQL of units and all that are beneath them, those ended before the day where they last stood: their dossiers are still worked on. For `in (…)`. */
export function unitsEverBeneath(unit_ids: readonly string[], day: PlainDate): SQL {
  return sql`(with recursive below(unit_id) as (
      select unnest(${sql.param([...unit_ids])}::uuid[])
      union
      select v.unit_id from unit_versions v join below b on v.parent_id = b.unit_id
       where v.from_on <= ${day} and not exists (select 1 from unit_versions n where n.locality_id = v.locality_id and n.unit_id = v.unit_id and n.from_on > v.from_on and n.from_on <= ${day})
    ) select unit_id from below)`;
}

function withinScope(filter: ListFilter): SQL {
  if (filter.with_levels !== true) return sql`${nominations.unit_id} in ${filter.scope}`;
  return sql`(${nominations.unit_id} in ${filter.scope} or exists (select 1 from level_stays s where s.locality_id = ${nominations.locality_id} and s.nomination_id = ${nominations.id} and s.level_unit_id in ${filter.scope}))`;
}

function matching(filter: ListFilter): SQL | undefined {
  return and(
    withinScope(filter),
    filter.overdue_on ? and(lt(nominations.due_on, filter.overdue_on), inArray(nominations.status, [...WORKED_ON])) : undefined,
    filter.status ? eq(nominations.status, filter.status) : undefined,
    filter.statuses ? inArray(nominations.status, [...filter.statuses]) : undefined,
    filter.honour ? eq(nominations.honour, filter.honour) : undefined,
    filter.year ? eq(nominations.year, filter.year) : undefined,
    filter.unit_id ? eq(nominations.unit_id, filter.unit_id) : undefined,
    filter.assigned_to ? eq(nominations.assigned_to, filter.assigned_to) : undefined,
    filter.search ? like(nominations.subject_folded, `%${foldForSearch(filter.search).replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
}

/** Gives a page of nominations, the newest first, with the newest finding's verdict, and how many there are in all. */
export async function listNominations(tx: Tx, filter: ListFilter, limit: number, offset: number) {
  // Written out: of one table the builder names columns alone, and within the subquery `id` would be the finding's own.
  const verdict = sql<string | null>`(select f.verdict from findings f where f.locality_id = nominations.locality_id and f.nomination_id = nominations.id order by f.found_at desc, f.id desc limit 1)`;
  const rows = await tx
    .select({
      id: nominations.id, unit_id: nominations.unit_id, honour: nominations.honour, year: nominations.year, subject_name: nominations.subject_name,
      subject_note: nominations.subject_note, status: nominations.status, received_on: nominations.received_on, due_on: nominations.due_on, assigned_to: nominations.assigned_to, procedure: nominations.procedure, person_id: nominations.person_id, verdict,
    })
    .from(nominations)
    .where(matching(filter))
    .orderBy(desc(nominations.created_at), asc(nominations.id))
    .limit(limit)
    .offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(nominations).where(matching(filter));
  return { rows, count: count?.n ?? 0 };
}

/** Gives how many dossiers within a scope are worked on though their day is over. */
export async function countOverdue(tx: Tx, filter: ListFilter, today: PlainDate): Promise<number> {
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(nominations).where(matching({ ...filter, overdue_on: today }));
  return count?.n ?? 0;
}

/** Gives how many nominations stand in each status, within a scope. */
export function countByStatus(tx: Tx, filter: ListFilter) {
  return tx
    .select({ status: nominations.status, n: sql<number>`count(*)::int` })
    .from(nominations)
    .where(matching(filter))
    .groupBy(nominations.status);
}

/** Gives, for each unit of a year, how many are proposed for each honour: what quotas are reckoned on. */
export async function proposedCounts(tx: Tx, unit_ids: readonly string[], year: number): Promise<Map<string, number>> {
  if (unit_ids.length === 0) return new Map();
  const rows = await tx
    .select({ unit_id: nominations.unit_id, honour: nominations.honour, n: sql<number>`count(*)::int` })
    .from(nominations)
    .where(and(inArray(nominations.unit_id, [...new Set(unit_ids)]), eq(nominations.year, year), inArray(nominations.status, [...PROPOSED])))
    .groupBy(nominations.unit_id, nominations.honour);
  return new Map(rows.map((row) => [`${row.unit_id} ${row.honour}`, row.n]));
}

/** Gives which of the people are proposed for (or hold) an honour in a year. */
export async function peopleProposedFor(tx: Tx, honour: string, year: number, person_ids: readonly string[]): Promise<Set<string>> {
  if (person_ids.length === 0) return new Set();
  const rows = await tx
    .select({ person_id: nominations.person_id })
    .from(nominations)
    .where(
      and(eq(nominations.honour, honour), eq(nominations.year, year), inArray(nominations.person_id, [...person_ids]), inArray(nominations.status, [...PROPOSED])),
    );
  return new Set(rows.map((row) => row.person_id).filter((id): id is string => id !== null));
}

/** Gives a subject's other living nominations of the same honour and year: a dossier is not made twice. */
export async function sameNominations(tx: Tx, honour: string, year: number, subject_ids: readonly string[]) {
  if (subject_ids.length === 0) return [];
  return tx
    .select({ id: nominations.id, person_id: nominations.person_id, subject_unit_id: nominations.subject_unit_id, subject_name: nominations.subject_name, achievement_id: sql<string | null>`${nominations.facts}->>'achievement'` })
    .from(nominations)
    .where(
      and(
        eq(nominations.honour, honour), eq(nominations.year, year), inArray(nominations.status, [...PROPOSED]),
        or(inArray(nominations.person_id, [...subject_ids]), inArray(nominations.subject_unit_id, [...subject_ids])),
      ),
    );
}

/** Gives the findings of a nomination, the newest first. */
export function findingsOf(tx: Tx, nomination_id: string) {
  return tx.select().from(findings).where(eq(findings.nomination_id, nomination_id)).orderBy(desc(findings.found_at), desc(findings.id));
}

/** Gives what was done on a dossier, oldest first. */
export function actionsOf(tx: Tx, subject_kind: string, subject_id: string) {
  return tx
    .select()
    .from(actions)
    .where(and(eq(actions.subject_kind, subject_kind), eq(actions.subject_id, subject_id)))
    .orderBy(asc(actions.seq));
}

/** Gives every local rule ever declared, the newest first: a handful, so that any day can be read from them. */
export function localRulesDeclared(tx: Tx) {
  return tx.select().from(localRules).orderBy(desc(localRules.from_on), asc(localRules.rule));
}

/** Gives the dossiers of a unit that take a place in a list: of one honour and year, in the order of their names. */
export function proposedNominations(tx: Tx, unit_id: string, honour: string, year: number) {
  return tx
    .select()
    .from(nominations)
    .where(and(eq(nominations.unit_id, unit_id), eq(nominations.honour, honour), eq(nominations.year, year), inArray(nominations.status, [...PROPOSED])))
    .orderBy(asc(nominations.subject_folded), asc(nominations.id));
}
