import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../platform/database/database.ts";
import { awardDecisions, awards, externalAwards, registerCounters } from "./tables.ts";

/** Takes how many; gives the last number of the year's register after that many were taken. Locks the year's row until commit. */
export async function takeRegisterNumbers(tx: Tx, locality_id: string, year: number, count: number): Promise<number> {
  const [row] = await tx
    .insert(registerCounters)
    .values({ locality_id, year, last_number: count })
    .onConflictDoUpdate({ target: [registerCounters.locality_id, registerCounters.year], set: { last_number: sql`${registerCounters.last_number} + ${count}` } })
    .returning({ last: registerCounters.last_number });
  if (row === undefined) throw new Error("the register gave no number");
  return row.last;
}

const columns = {
  id: awards.id,
  code: awards.code,
  honour: awards.honour,
  year: awards.year,
  subject_kind: awards.subject_kind,
  person_id: awards.person_id,
  subject_unit_id: awards.subject_unit_id,
  household_id: awards.household_id,
  subject_name: awards.subject_name,
  subject_note: awards.subject_note,
  unit_id: awards.unit_id,
  achievement: awards.achievement,
  amount_dong: awards.amount_dong,
  nomination_id: awards.nomination_id,
  log_entry_id: awards.log_entry_id,
  register_year: awards.register_year,
  register_number: awards.register_number,
  revoked_on: awards.revoked_on,
  revocation_reason: awards.revocation_reason,
  decision_id: awards.decision_id,
  authority: awardDecisions.authority,
  decision_title: awardDecisions.title,
  issuer_unit_id: awardDecisions.issuer_unit_id,
  number: awardDecisions.number,
  symbol: awardDecisions.symbol,
  decided_on: awardDecisions.decided_on,
  signer_name: awardDecisions.signer_name,
  signer_title: awardDecisions.signer_title,
};

export type AwardRow = Awaited<ReturnType<typeof select>>[number];

function select(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(awards)
    .innerJoin(awardDecisions, and(eq(awardDecisions.locality_id, awards.locality_id), eq(awardDecisions.id, awards.decision_id)))
    .where(where);
}

/** Gives the award with this code, or null. */
export async function findAwardByCode(tx: Tx, code: string): Promise<AwardRow | null> {
  const [award] = await select(tx, eq(awards.code, code));
  return award ?? null;
}

/** Gives the award, or null. */
export async function findAward(tx: Tx, award_id: string): Promise<AwardRow | null> {
  const [award] = await select(tx, eq(awards.id, award_id));
  return award ?? null;
}

/** Gives a page of a decision's awards in the order of the register, and how many there are in all. */
export async function awardsOfDecision(tx: Tx, decision_id: string, limit: number, offset: number): Promise<{ rows: AwardRow[]; count: number }> {
  const rows = await select(tx, eq(awards.decision_id, decision_id)).orderBy(asc(awards.register_number)).limit(limit).offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(awards).where(eq(awards.decision_id, decision_id));
  return { rows, count: count?.n ?? 0 };
}

/** Gives a page of awards, the newest register numbers first, and how many there are in all. */
export async function listAwards(tx: Tx, filter: { year?: number; honour?: string; unit_id?: string }, limit: number, offset: number) {
  const where = and(
    filter.year ? eq(awards.year, filter.year) : undefined,
    filter.honour ? eq(awards.honour, filter.honour) : undefined,
    filter.unit_id ? eq(awards.unit_id, filter.unit_id) : undefined,
  );
  const rows = await select(tx, where).orderBy(desc(awards.register_year), desc(awards.register_number)).limit(limit).offset(offset);
  const [count] = await tx.select({ n: sql<number>`count(*)::int` }).from(awards).where(where);
  return { rows, count: count?.n ?? 0 };
}

/** Gives the awards in force of people, collectives and households. */
export async function standingAwardsOf(tx: Tx, subjects: { person_ids: readonly string[]; unit_ids: readonly string[]; household_ids: readonly string[] }): Promise<AwardRow[]> {
  const among = (column: typeof awards.person_id | typeof awards.subject_unit_id | typeof awards.household_id, ids: readonly string[]) => (ids.length === 0 ? undefined : inArray(column, [...ids]));
  const any = or(among(awards.person_id, subjects.person_ids), among(awards.subject_unit_id, subjects.unit_ids), among(awards.household_id, subjects.household_ids));
  return any === undefined ? [] : select(tx, and(isNull(awards.revoked_on), any));
}

/** Gives how many awards there are of each honour and subject kind in a year. */
export function countAwards(tx: Tx, year: number) {
  return tx
    .select({ honour: awards.honour, subject_kind: awards.subject_kind, n: sql<number>`count(*)::int` })
    .from(awards)
    .where(and(eq(awards.year, year), isNull(awards.revoked_on)))
    .groupBy(awards.honour, awards.subject_kind);
}

/** One line of the award history (quá trình khen thưởng) of a subject. */
export type HistoryLine = { subject_id: string; honour: string; year: number; decided_on: string; decision: string; award_id: string | null; revoked: boolean };

/** Gives the award history of people, units or households, own awards and those entered from paper, the newest year first. */
export async function historyOf(tx: Tx, column: "person_id" | "subject_unit_id" | "household_id", ids: readonly string[]): Promise<HistoryLine[]> {
  if (ids.length === 0) return [];
  const own = await select(tx, inArray(awards[column], [...ids]));
  const external = await tx.select().from(externalAwards).where(inArray(externalAwards[column], [...ids]));
  const lines: HistoryLine[] = [
    ...own.map((award) => ({
      subject_id: award[column] as string, honour: award.honour, year: award.year, decided_on: award.decided_on as string,
      decision: `${award.number}/${award.symbol}`, award_id: award.id, revoked: award.revoked_on !== null,
    })),
    ...external.map((award) => ({
      subject_id: award[column] as string, honour: award.honour, year: award.year, decided_on: award.decided_on as string,
      decision: award.decision_number, award_id: null, revoked: false,
    })),
  ];
  return lines.sort((a, b) => b.year - a.year || (a.decided_on < b.decided_on ? 1 : -1));
}
