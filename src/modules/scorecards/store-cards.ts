import { and, asc, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { CardPurpose } from "./core/content.ts";
import { scorecards, scoringRounds } from "./tables.ts";
import { mayAt } from "../../platform/command/policy.ts";

/** A scorecard as the screens and commands know it. */
export type StoredCard = Omit<typeof scorecards.$inferSelect, "locality_id" | "created_at">;
/** A card in a list: without its content, with how many rounds use it. */
export type CardLine = Omit<StoredCard, "content"> & { rounds: number };

/** The roles that see a unit's drafts. */
export const CARD_WRITERS = ["officer"] as const;

const line = {
  id: scorecards.id, unit_id: scorecards.unit_id, year: scorecards.year, title: scorecards.title, purpose: scorecards.purpose, ready_id: scorecards.ready_id,
  copied_from: scorecards.copied_from, status: scorecards.status, published_on: scorecards.published_on, revision: scorecards.revision,
};

/** Gives the card, or null when there is none. `lock` holds it until the end of the transaction, so that opening a round and reopening the card cannot cross. */
export async function findStoredCard(tx: Tx, card_id: string, options: { lock?: boolean } = {}): Promise<StoredCard | null> {
  const found = tx.select({ ...line, content: scorecards.content }).from(scorecards).where(eq(scorecards.id, card_id));
  const [card] = options.lock === true ? await found.for("update") : await found;
  return card ?? null;
}

/** Gives the unit that keeps the card, for policies; null when there is no such card. */
export async function unitOfCard(context: ReadContext, card_id: string): Promise<string | null> {
  const [card] = await context.tx.select({ unit_id: scorecards.unit_id }).from(scorecards).where(eq(scorecards.id, card_id));
  return card?.unit_id ?? null;
}

/** Gives the card when the actor may see it: what was published always, the rest for officers of its unit. */
export async function visibleCard(context: ReadContext, card_id: string): Promise<StoredCard | null> {
  const card = await findStoredCard(context.tx, card_id);
  if (card === null || card.published_on !== null) return card;
  return (await mayAt(context, card.unit_id, CARD_WRITERS)) ? card : null;
}

/** Gives how many rounds were opened on the card: from the first on it is frozen. */
export async function roundsOnCard(tx: Tx, card_id: string): Promise<number> {
  const [counted] = await tx.select({ rounds: sql<number>`count(*)::int` }).from(scoringRounds).where(eq(scoringRounds.card_id, card_id));
  return counted?.rounds ?? 0;
}

/** Gives cards, the newest year first: those published at some time, and drafts of the given units. */
export function listStoredCards(tx: Tx, filter: { year?: number | undefined; purpose?: CardPurpose | undefined; drafts_of?: SQL | undefined }): Promise<CardLine[]> {
  // Drizzle writes a column of a query over one table without the table's name: within the subselect it would be the round's own.
  return tx
    .select({ ...line, rounds: sql<number>`(select count(*)::int from scoring_rounds r where r.locality_id = scorecards.locality_id and r.card_id = scorecards.id)` })
    .from(scorecards)
    .where(
      and(
        or(isNotNull(scorecards.published_on), filter.drafts_of === undefined ? undefined : sql`${scorecards.unit_id} in ${filter.drafts_of}`),
        filter.year === undefined ? undefined : eq(scorecards.year, filter.year),
        filter.purpose === undefined ? undefined : eq(scorecards.purpose, filter.purpose),
      ),
    )
    .orderBy(desc(scorecards.year), asc(scorecards.purpose), asc(scorecards.title), asc(scorecards.id))
    .limit(500);
}
