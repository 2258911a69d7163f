import { and, asc, desc, eq, inArray, isNull, like, or, gt, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { listUnits, type UnitOnDay } from "../organizations/index.ts";
import type { OutcomeKind } from "./core/outcome.ts";
import { householdRegistrations, householdReviews, households, postingRemarks, villageMeetings } from "./tables.ts";

export type Household = typeof households.$inferSelect;
export type Review = typeof householdReviews.$inferSelect;
export type Registration = typeof householdRegistrations.$inferSelect;
export type Meeting = typeof villageMeetings.$inferSelect;

/** How many rows go into one statement. */
export const BATCH = 500;

/** Gives the review, or null; `lock` holds it until commit, so that nothing is written while it is being closed. */
export async function findReview(tx: Tx, review_id: string, lock = false): Promise<Review | null> {
  const query = tx.select().from(householdReviews).where(eq(householdReviews.id, review_id));
  const [review] = lock ? await query.for("update") : await query;
  return review ?? null;
}

/** Gives the commune of a review, for policies; null when there is no such review. */
export async function communeOf(context: ReadContext, review_id: string): Promise<string | null> {
  return (await findReview(context.tx, review_id))?.commune_id ?? null;
}

/** Gives the reviews of communes, the newest year first. */
export async function reviewsOf(tx: Tx, commune_ids: readonly string[]): Promise<Review[]> {
  if (commune_ids.length === 0) return [];
  return tx.select().from(householdReviews).where(inArray(householdReviews.commune_id, [...commune_ids])).orderBy(desc(householdReviews.year), asc(householdReviews.id));
}

/** Gives the villages and residential groups of a commune on a day, in their order. */
export function villagesOf(tx: Tx, commune_id: string, day: PlainDate): Promise<UnitOnDay[]> {
  return listUnits(tx, day, { kinds: ["village"], parent_id: commune_id });
}

/** Gives the household, or null. */
export async function findHousehold(tx: Tx, household_id: string): Promise<Household | null> {
  const [household] = await tx.select().from(households).where(eq(households.id, household_id));
  return household ?? null;
}

/** Gives all households of a commune, those that have ended too. */
export function householdsOfCommune(tx: Tx, commune_id: string): Promise<Household[]> {
  return tx.select().from(households).where(eq(households.commune_id, commune_id)).orderBy(asc(households.head_folded), asc(households.id));
}

/** Gives the registrations of a review, or those of some of its households. */
export async function registrationsOf(tx: Tx, review_id: string, household_ids?: readonly string[]): Promise<Registration[]> {
  if (household_ids?.length === 0) return [];
  return tx
    .select()
    .from(householdRegistrations)
    .where(and(eq(householdRegistrations.review_id, review_id), household_ids === undefined ? undefined : inArray(householdRegistrations.household_id, [...household_ids])));
}

/** Gives the meetings of a review's villages. */
export function meetingsOf(tx: Tx, review_id: string): Promise<Meeting[]> {
  return tx.select().from(villageMeetings).where(eq(villageMeetings.review_id, review_id));
}

/** Gives the remarks of a review, the newest first. */
export function remarksOf(tx: Tx, review_id: string) {
  return tx.select().from(postingRemarks).where(eq(postingRemarks.review_id, review_id)).orderBy(desc(postingRemarks.received_on), desc(postingRemarks.id));
}

/** What a list of households is narrowed to. */
export type HouseholdFilter = { commune_id: string; review_id: string; village_id?: string | undefined; search?: string | undefined; state?: "unregistered" | "registered" | "unvoted" | OutcomeKind | undefined };

function narrowed(filter: HouseholdFilter, today: PlainDate): SQL | undefined {
  const registered = householdRegistrations;
  const { state } = filter;
  const words = filter.search === undefined ? undefined : `%${foldForSearch(filter.search).replace(/[\\%_]/g, "\\$&")}%`;
  const byState = (): SQL | undefined => {
    switch (state) {
      case undefined:
        return undefined;
      case "unregistered":
        return isNull(registered.household_id);
      case "registered":
        return sql`${registered.household_id} is not null`;
      case "unvoted":
        return and(sql`${registered.household_id} is not null`, isNull(registered.agree));
      case "proposed":
      case "warned":
      case "refused":
      case "not_reviewed":
        return eq(registered.outcome, state);
    }
  };
  return and(
    eq(households.commune_id, filter.commune_id),
    // One that has moved away since stays on the list of the year for which it registered.
    or(isNull(households.to_on), gt(households.to_on, today), sql`${registered.household_id} is not null`),
    filter.village_id === undefined ? undefined : eq(sql`coalesce(${registered.village_id}, ${households.unit_id})`, filter.village_id),
    words === undefined ? undefined : or(like(households.head_folded, words), sql`lower(${households.code}) like ${words}`),
    byState(),
  );
}

/** Gives a page of a commune's households with what a review knows of each, by name, and how many there are in all. */
export async function listHouseholds(tx: Tx, filter: HouseholdFilter, today: PlainDate, limit: number, offset: number) {
  const joined = and(eq(householdRegistrations.locality_id, households.locality_id), eq(householdRegistrations.household_id, households.id), eq(householdRegistrations.review_id, filter.review_id));
  const where = narrowed(filter, today);
  const rows = await tx
    .select({ household: households, registration: householdRegistrations })
    .from(households)
    .leftJoin(householdRegistrations, joined)
    .where(where)
    .orderBy(asc(households.head_folded), asc(households.id))
    .limit(limit)
    .offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(households).leftJoin(householdRegistrations, joined).where(where);
  return { rows, count: count?.n ?? 0 };
}

/** What a village of a review counts: households, registered, voted on, with each outcome, titles that stand. */
export type VillageCount = { review_id: string; village_id: string; registered: number; voted: number; excluded: number; proposed: number; refused: number; recognised: number };

/** Gives the counts of reviews by village. `recognised` are titles in force. */
export async function villageCounts(tx: Tx, review_ids: readonly string[]): Promise<VillageCount[]> {
  if (review_ids.length === 0) return [];
  const found = await tx.execute<VillageCount>(sql`
    select g.review_id, g.village_id, count(*)::int as registered, count(g.agree)::int as voted,
           count(*) filter (where jsonb_array_length(g.violations) > 0)::int as excluded,
           count(*) filter (where g.outcome in ('proposed', 'warned'))::int as proposed,
           count(*) filter (where g.outcome = 'refused')::int as refused,
           count(p.award_id)::int as recognised
      from household_registrations g
      left join household_recipients p on p.locality_id = g.locality_id and p.review_id = g.review_id and p.household_id = g.household_id
           and p.honour = 'cultured_family' and p.standing and p.award_id is not null
     where g.review_id in (${sql.join(review_ids.map((id) => sql`${id}::uuid`), sql`, `)})
     group by g.review_id, g.village_id`);
  return found.rows;
}

/** Gives how many households stand on the list of each village today. */
export async function householdCounts(tx: Tx, commune_ids: readonly string[], today: PlainDate): Promise<{ commune_id: string; village_id: string; n: number }[]> {
  if (commune_ids.length === 0) return [];
  return tx
    .select({ commune_id: households.commune_id, village_id: households.unit_id, n: sql<number>`count(*)::int` })
    .from(households)
    .where(and(inArray(households.commune_id, [...commune_ids]), or(isNull(households.to_on), gt(households.to_on, today))))
    .groupBy(households.commune_id, households.unit_id);
}
