import { and, asc, desc, eq, inArray, like, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { actions } from "../../platform/command/tables.ts";
import type { Tx } from "../../platform/database/database.ts";
import { factScope, type InitiativeScope, type InitiativeStatus, widestScope } from "./core/status.ts";
import { initiativeAuthors, initiativeRecognitions, initiativeReviews, initiativeScores, initiatives } from "./tables.ts";

/** An initiative as its row stands. */
export type Initiative = typeof initiatives.$inferSelect;
export type Recognition = typeof initiativeRecognitions.$inferSelect;

/** Gives the initiative, or null. */
export async function findInitiative(tx: Tx, initiative_id: string): Promise<Initiative | null> {
  const [row] = await tx.select().from(initiatives).where(eq(initiatives.id, initiative_id));
  return row ?? null;
}

/** Gives the initiative locked until commit, or null, so that two people cannot act on it at once. */
export async function lockInitiative(tx: Tx, initiative_id: string): Promise<Initiative | null> {
  const [row] = await tx.select().from(initiatives).where(eq(initiatives.id, initiative_id)).for("update");
  return row ?? null;
}

/** Gives the unit that proposes the initiative, for policies. */
export async function unitOfInitiative(context: ReadContext, initiative_id: string): Promise<string | null> {
  return (await findInitiative(context.tx, initiative_id))?.unit_id ?? null;
}

/** Gives the authors of initiatives with their shares, in the order in which they were entered. */
export async function authorsOf(tx: Tx, ids: readonly string[]): Promise<{ initiative_id: string; person_id: string; share_percent: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ initiative_id: initiativeAuthors.initiative_id, person_id: initiativeAuthors.person_id, share_percent: initiativeAuthors.share_percent })
    .from(initiativeAuthors)
    .where(inArray(initiativeAuthors.initiative_id, [...new Set(ids)]))
    .orderBy(asc(initiativeAuthors.initiative_id), asc(initiativeAuthors.seq));
}

/** Gives the council's reviews of an initiative with their members' marks, the newest first. */
export async function reviewsOf(tx: Tx, initiative_id: string) {
  const reviews = await tx.select().from(initiativeReviews).where(eq(initiativeReviews.initiative_id, initiative_id)).orderBy(desc(initiativeReviews.entered_at), desc(initiativeReviews.id));
  const ids = reviews.map((review) => review.id);
  const scores = ids.length === 0 ? [] : await tx.select().from(initiativeScores).where(inArray(initiativeScores.review_id, ids)).orderBy(asc(initiativeScores.seq));
  return reviews.map((review) => ({ ...review, scores: scores.filter((score) => score.review_id === review.id) }));
}

/** Gives the recognitions of an initiative, the oldest first. */
export function recognitionsOf(tx: Tx, initiative_id: string): Promise<Recognition[]> {
  return tx.select().from(initiativeRecognitions).where(eq(initiativeRecognitions.initiative_id, initiative_id)).orderBy(asc(initiativeRecognitions.decided_on), asc(initiativeRecognitions.id));
}

/** Gives what was done with an initiative, oldest first. */
export function actionsOf(tx: Tx, initiative_id: string) {
  return tx.select().from(actions).where(and(eq(actions.subject_kind, "initiative"), eq(actions.subject_id, initiative_id))).orderBy(asc(actions.seq));
}

/** What a list of initiatives is filtered by. `scope` is the SQL of the units whose unrecognised ones may be seen, or null for none. */
export type ListFilter = { scope: SQL | null; year?: number | undefined; status?: InitiativeStatus | undefined; unit_id?: string | undefined; search?: string | undefined };

function matching(filter: ListFilter): SQL | undefined {
  const recognised = eq(initiatives.status, "recognised");
  return and(
    filter.scope === null ? recognised : or(recognised, sql`${initiatives.unit_id} in ${filter.scope}`),
    filter.year ? eq(initiatives.year, filter.year) : undefined,
    filter.status ? eq(initiatives.status, filter.status) : undefined,
    filter.unit_id ? eq(initiatives.unit_id, filter.unit_id) : undefined,
    filter.search ? like(initiatives.title_folded, `%${foldForSearch(filter.search).replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );
}

/** Gives a page of initiatives, the newest year first, with the scopes in which each is recognised, and how many there are in all. */
export async function listInitiatives(tx: Tx, filter: ListFilter, limit: number, offset: number) {
  const scopes = sql<InitiativeScope[]>`array(select r.scope from initiative_recognitions r where r.locality_id = ${initiatives.locality_id} and r.initiative_id = ${initiatives.id})`;
  const rows = await tx
    .select({ id: initiatives.id, unit_id: initiatives.unit_id, year: initiatives.year, title: initiatives.title, field: initiatives.field, status: initiatives.status, scopes })
    .from(initiatives)
    .where(matching(filter))
    .orderBy(desc(initiatives.year), desc(initiatives.created_at), asc(initiatives.id))
    .limit(limit)
    .offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(initiatives).where(matching(filter));
  return { rows, count: count?.n ?? 0 };
}

/** Gives the titles of all other initiatives that left their unit's desk: what a new one is compared with. */
export function titlesToCompare(tx: Tx, but_id: string): Promise<{ id: string; title: string; year: number; unit_id: string; status: InitiativeStatus }[]> {
  const compared: InitiativeStatus[] = ["submitted", "returned", "before_council", "recognised", "not_recognised"];
  return tx
    .select({ id: initiatives.id, title: initiatives.title, year: initiatives.year, unit_id: initiatives.unit_id, status: initiatives.status })
    .from(initiatives)
    .where(and(ne(initiatives.id, but_id), inArray(initiatives.status, compared)))
    .orderBy(desc(initiatives.year), asc(initiatives.id));
}

/** A recognised initiative as the check of standards takes it (`fact`), with what a person wants to see beside it. */
export type RecognisedInitiative = {
  fact: { year: number; scope: "unit" | "province"; kind: "initiative" };
  initiative_id: string;
  title: string;
  recognised_on: PlainDate;
};

/**
 * Gives each person's recognised initiatives up to a year, by person; each once, in its widest
 * scope, with the day of that recognition. One whose validity ended before the year began is left out.
 */
export async function recognisedInitiatives(tx: Tx, person_ids: readonly string[], year: number): Promise<Map<string, RecognisedInitiative[]>> {
  const found = new Map<string, RecognisedInitiative[]>();
  if (person_ids.length === 0) return found;
  const joined = and(eq(initiatives.locality_id, initiativeAuthors.locality_id), eq(initiatives.id, initiativeAuthors.initiative_id));
  const recognised = and(eq(initiativeRecognitions.locality_id, initiatives.locality_id), eq(initiativeRecognitions.initiative_id, initiatives.id));
  const valid = sql`(${initiativeRecognitions.valid_until} is null or ${initiativeRecognitions.valid_until} >= ${`${year}-01-01`})`;
  const rows = await tx
    .select({ person_id: initiativeAuthors.person_id, id: initiatives.id, title: initiatives.title, year: initiatives.year, scope: initiativeRecognitions.scope, decided_on: initiativeRecognitions.decided_on })
    .from(initiativeAuthors)
    .innerJoin(initiatives, joined)
    .innerJoin(initiativeRecognitions, recognised)
    .where(and(inArray(initiativeAuthors.person_id, [...new Set(person_ids)]), eq(initiatives.status, "recognised"), lte(initiatives.year, year), valid))
    .orderBy(asc(initiatives.year), asc(initiatives.id), asc(initiativeRecognitions.decided_on));
  for (const row of rows) {
    const widest = widestScope(rows.filter((other) => other.person_id === row.person_id && other.id === row.id).map((other) => other.scope));
    if (widest !== row.scope) continue;
    const line: RecognisedInitiative = { fact: { year: row.year, scope: factScope(row.scope), kind: "initiative" }, initiative_id: row.id, title: row.title, recognised_on: row.decided_on };
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), line]);
  }
  return found;
}
