import { and, asc, desc, eq, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Rating } from "../core/ratings.ts";
import { yearlyRatings } from "./tables.ts";

type Line = { year: number; rating: Rating; decision_number: string; decided_on: PlainDate };

async function linesOf(tx: Tx, ids: readonly string[], years: SQL): Promise<(Line & { subject_id: string })[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const rows = await tx
    .select()
    .from(yearlyRatings)
    .where(and(or(inArray(yearlyRatings.person_id, wanted), inArray(yearlyRatings.subject_unit_id, wanted)), years))
    .orderBy(desc(yearlyRatings.decided_on), desc(yearlyRatings.id));
  return rows.map(({ person_id, subject_unit_id, year, rating, decision_number, decided_on }) => ({ subject_id: person_id ?? subject_unit_id ?? "", year, rating, decision_number, decided_on }));
}

/** Gives each subject's ratings of one year, the newest decision first. */
export async function newestRatings(tx: Tx, ids: readonly string[], year: number): Promise<Map<string, Line[]>> {
  const found = new Map<string, Line[]>();
  for (const { subject_id, ...line } of await linesOf(tx, ids, eq(yearlyRatings.year, year))) found.set(subject_id, [...(found.get(subject_id) ?? []), line]);
  return found;
}

/** A subject's ratings as the check of standards takes them: that of the year asked for, and those of the years before it. */
export type RatingFacts = { rating?: Rating; ratings: Record<string, Rating> };

/** Gives, by subject (ids of people and of units), the rating of a year and of every year before, each by its newest decision. A subject without any is left out. */
export async function ratingsOf(tx: Tx, ids: readonly string[], year: number): Promise<Map<string, RatingFacts>> {
  const found = new Map<string, RatingFacts>();
  for (const line of await linesOf(tx, ids, lte(yearlyRatings.year, year))) {
    const facts = found.get(line.subject_id) ?? { ratings: {} };
    if (line.year === year) facts.rating ??= line.rating;
    else facts.ratings[String(line.year)] ??= line.rating;
    found.set(line.subject_id, facts);
  }
  return found;
}

/** Gives a page of the ratings of units in scope, the newest year first, in the order of entry, and how many there are. */
export async function listRatings(tx: Tx, filter: { scope: SQL; year: number | undefined; unit_id: string | undefined }, limit: number, offset: number) {
  const where = and(
    sql`${yearlyRatings.unit_id} in ${filter.scope}`,
    filter.year === undefined ? undefined : eq(yearlyRatings.year, filter.year),
    filter.unit_id === undefined ? undefined : eq(yearlyRatings.unit_id, filter.unit_id),
  );
  const rows = await tx.select().from(yearlyRatings).where(where).orderBy(desc(yearlyRatings.year), desc(yearlyRatings.decided_on), asc(yearlyRatings.unit_id), asc(yearlyRatings.id)).limit(limit).offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(yearlyRatings).where(where);
  return { rows, count: count?.n ?? 0 };
}
