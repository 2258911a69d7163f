import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../../platform/database/database.ts";
import type { CardContent } from "./core/content.ts";
import type { Pair } from "./core/draw.ts";
import type { ScoreStage } from "./core/round.ts";
import { leadingProposals, leadingVotes, roundPairs, roundPublications, roundUnits, scorecards, scoreEvidence, scoreExemptions, scoreObjections, scoreSheets, scoreStatements, scoringRounds } from "./tables.ts";

export type Round = typeof scoringRounds.$inferSelect;
export type Statement = typeof scoreStatements.$inferSelect;
export type Sheet = typeof scoreSheets.$inferSelect;
export type EvidenceRow = typeof scoreEvidence.$inferSelect;
export type Objection = typeof scoreObjections.$inferSelect;

/** Gives a round, or null. */
export async function findRound(tx: Tx, round_id: string): Promise<Round | null> {
  const [round] = await tx.select().from(scoringRounds).where(eq(scoringRounds.id, round_id));
  return round ?? null;
}

/** Gives a round and holds it until the transaction ends: statements of one round are numbered one after the other. */
export async function lockRound(tx: Tx, round_id: string): Promise<Round | null> {
  const [round] = await tx.select().from(scoringRounds).where(eq(scoringRounds.id, round_id)).for("update");
  return round ?? null;
}

/** Gives a card's content and title; throws when a round names a card that is not there. */
export async function cardOf(tx: Tx, card_id: string): Promise<{ id: string; title: string; content: CardContent }> {
  const [card] = await tx.select({ id: scorecards.id, title: scorecards.title, content: scorecards.content }).from(scorecards).where(eq(scorecards.id, card_id));
  if (card === undefined) throw new Error(`no card ${card_id}`);
  return card;
}

/** Gives the units scored in a round. */
export async function unitsOfRound(tx: Tx, round_id: string): Promise<string[]> {
  const rows = await tx.select({ unit_id: roundUnits.unit_id }).from(roundUnits).where(eq(roundUnits.round_id, round_id)).orderBy(asc(roundUnits.unit_id));
  return rows.map((row) => row.unit_id);
}

/** Gives who scores whom. */
export async function pairsOf(tx: Tx, round_id: string): Promise<Pair[]> {
  return tx.select({ scorer_unit_id: roundPairs.scorer_unit_id, unit_id: roundPairs.unit_id }).from(roundPairs).where(eq(roundPairs.round_id, round_id)).orderBy(asc(roundPairs.unit_id), asc(roundPairs.scorer_unit_id));
}

/** Puts new pairs in the place of all of a round. */
export async function replacePairs(tx: Tx, locality_id: string, round_id: string, pairs: readonly Pair[]): Promise<void> {
  await tx.delete(roundPairs).where(eq(roundPairs.round_id, round_id));
  if (pairs.length > 0) await tx.insert(roundPairs).values(pairs.map((pair) => ({ locality_id, round_id, ...pair })));
}

/** Gives a round's statements in their order, of one unit or of all. */
export async function statementsOf(tx: Tx, round_id: string, unit_id?: string): Promise<Statement[]> {
  return tx
    .select()
    .from(scoreStatements)
    .where(and(eq(scoreStatements.round_id, round_id), unit_id === undefined ? undefined : eq(scoreStatements.unit_id, unit_id)))
    .orderBy(asc(scoreStatements.seq));
}

/** Gives the number of the newest statement of a round; 0 when there is none. */
export async function lastSeq(tx: Tx, round_id: string): Promise<number> {
  const [row] = await tx.select({ last: sql<number>`coalesce(max(${scoreStatements.seq}), 0)`.mapWith(Number) }).from(scoreStatements).where(eq(scoreStatements.round_id, round_id));
  return row?.last ?? 0;
}

/** Gives the sheets handed in. */
export async function sheetsOf(tx: Tx, round_id: string): Promise<Sheet[]> {
  return tx.select().from(scoreSheets).where(eq(scoreSheets.round_id, round_id));
}

/** Gives one sheet, or null when it was not handed in. */
export async function findSheet(tx: Tx, round_id: string, unit_id: string, stage: ScoreStage, by: string): Promise<Sheet | null> {
  const [sheet] = await tx
    .select()
    .from(scoreSheets)
    .where(and(eq(scoreSheets.round_id, round_id), eq(scoreSheets.unit_id, unit_id), eq(scoreSheets.stage, stage), eq(scoreSheets.stated_by_unit_id, by)));
  return sheet ?? null;
}

/** Gives the evidence that stands, of one unit or of all. */
export async function evidenceOf(tx: Tx, round_id: string, unit_id?: string): Promise<EvidenceRow[]> {
  return tx
    .select()
    .from(scoreEvidence)
    .where(and(eq(scoreEvidence.round_id, round_id), isNull(scoreEvidence.removed_on), unit_id === undefined ? undefined : eq(scoreEvidence.unit_id, unit_id)))
    .orderBy(asc(scoreEvidence.id));
}

/** Gives which criteria do not apply to which unit, and why. */
export async function exemptionsOf(tx: Tx, round_id: string) {
  return tx.select().from(scoreExemptions).where(eq(scoreExemptions.round_id, round_id));
}

/** Gives the objections of a round, oldest first. */
export async function objectionsOf(tx: Tx, round_id: string): Promise<Objection[]> {
  return tx.select().from(scoreObjections).where(eq(scoreObjections.round_id, round_id)).orderBy(asc(scoreObjections.id));
}

/** Gives what was published of a round, the newest first. */
export async function publicationsOf(tx: Tx, round_id: string) {
  return tx.select().from(roundPublications).where(eq(roundPublications.round_id, round_id)).orderBy(desc(roundPublications.number));
}

/** Gives the vote on the leading unit and who was proposed. */
export async function leadingOf(tx: Tx, round_id: string) {
  const votes = await tx.select({ unit_id: leadingVotes.unit_id, votes: leadingVotes.votes }).from(leadingVotes).where(eq(leadingVotes.round_id, round_id)).orderBy(desc(leadingVotes.votes), asc(leadingVotes.unit_id));
  const proposals = await tx.select().from(leadingProposals).where(eq(leadingProposals.round_id, round_id));
  return { votes, proposals };
}

/** Gives the objections that wait for the meeting. */
export async function openObjections(tx: Tx, round_id: string): Promise<Objection[]> {
  return (await objectionsOf(tx, round_id)).filter((objection) => objection.settled_on === null);
}

/** Gives the ranked units of the newest publication, the best first; none before it. */
export async function publishedOrder(tx: Tx, round_id: string): Promise<string[]> {
  const [newest] = await publicationsOf(tx, round_id);
  return newest === undefined ? [] : newest.content.result.units.filter((unit) => unit.rank !== null).flatMap((unit) => newest.content.units[unit.unit]?.unit_id ?? []);
}

/** Gives the codes of targets that cards in force take figures from, each with those cards' titles. */
export async function targetsScored(tx: Tx): Promise<Map<string, string[]>> {
  const cards = await tx.select({ title: scorecards.title, content: scorecards.content }).from(scorecards).where(eq(scorecards.status, "published")).orderBy(desc(scorecards.year), asc(scorecards.title));
  const found = new Map<string, string[]>();
  for (const card of cards) {
    for (const note of Object.values(card.content.facts)) {
      if (note.target === undefined) continue;
      const titles = found.get(note.target.code) ?? [];
      if (!titles.includes(card.title)) found.set(note.target.code, [...titles, card.title]);
    }
  }
  return found;
}
