import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { mayAt } from "../../../platform/command/policy.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { rootId, subtree } from "../../organizations/index.ts";
import { nominations } from "../tables.ts";
import type { Answer, ClearanceRule, Matter, Silence } from "./core/clearance.ts";
import { clearanceLines, clearanceRounds, clearanceRules } from "./tables.ts";

export type Round = typeof clearanceRounds.$inferSelect;

/** A question about one dossier: the round's terms with the answer. */
export type Question = {
  round_id: string; nomination_id: string; matter: Matter; body_name: string; asked_on: PlainDate; due_on: PlainDate; silence: Silence;
  answer: Answer | null; answered_on: PlainDate | null; note: string | null; file_id: string | null;
};

/** Gives the questions asked about dossiers and not taken back, the newest of each matter and office last. */
export async function questionsOf(tx: Tx, nomination_ids: readonly string[]): Promise<Question[]> {
  const found: Question[] = [];
  for (let start = 0; start < nomination_ids.length; start += 1000) {
    found.push(
      ...(await tx
        .select({
          round_id: clearanceLines.round_id, nomination_id: clearanceLines.nomination_id, matter: clearanceRounds.matter, body_name: clearanceRounds.body_name, asked_on: clearanceRounds.asked_on,
          due_on: clearanceRounds.due_on, silence: clearanceRounds.silence, answer: clearanceLines.answer, answered_on: clearanceLines.answered_on, note: clearanceLines.note, file_id: clearanceLines.file_id,
        })
        .from(clearanceLines)
        .innerJoin(clearanceRounds, and(eq(clearanceRounds.locality_id, clearanceLines.locality_id), eq(clearanceRounds.id, clearanceLines.round_id)))
        .where(and(inArray(clearanceLines.nomination_id, nomination_ids.slice(start, start + 1000)), isNull(clearanceRounds.withdrawn_on)))
        .orderBy(asc(clearanceRounds.asked_on), asc(clearanceRounds.id))),
    );
  }
  return found;
}

/** Gives a round, or null. */
export async function findRound(tx: Tx, round_id: string): Promise<Round | null> {
  const [round] = await tx.select().from(clearanceRounds).where(eq(clearanceRounds.id, round_id));
  return round ?? null;
}

/** Gives the dossiers of a round with the answers, in the order of names. */
export async function linesOfRound(tx: Tx, round_id: string) {
  return tx
    .select({
      nomination_id: clearanceLines.nomination_id, answer: clearanceLines.answer, answered_on: clearanceLines.answered_on, note: clearanceLines.note, file_id: clearanceLines.file_id,
      subject_name: nominations.subject_name, subject_note: nominations.subject_note, unit_id: nominations.unit_id, honour: nominations.honour, year: nominations.year, status: nominations.status,
    })
    .from(clearanceLines)
    .innerJoin(nominations, and(eq(nominations.locality_id, clearanceLines.locality_id), eq(nominations.id, clearanceLines.nomination_id)))
    .where(eq(clearanceLines.round_id, round_id))
    .orderBy(asc(nominations.subject_folded), asc(nominations.id));
}

/** Gives the rounds asked by units at or beneath `asking`, or asked of one of `answering`, the newest first, with how many questions are answered. */
export async function listRounds(tx: Tx, asking: readonly string[], answering: readonly string[], today: PlainDate) {
  const mine = or(
    asking.length === 0 ? undefined : sql`${clearanceRounds.unit_id} in ${subtree([...asking], today)}`,
    answering.length === 0 ? undefined : inArray(clearanceRounds.body_unit_id, [...answering]),
  );
  if (mine === undefined) return [];
  const lines = and(eq(clearanceLines.locality_id, clearanceRounds.locality_id), eq(clearanceLines.round_id, clearanceRounds.id));
  return tx
    .select({ round: clearanceRounds, asked: sql<number>`count(*)::int`, answered: sql<number>`count(${clearanceLines.answer})::int`, objections: sql<number>`count(*) filter (where ${clearanceLines.answer} = 'objection')::int` })
    .from(clearanceRounds)
    .innerJoin(clearanceLines, lines)
    .where(mine)
    .groupBy(clearanceRounds.locality_id, clearanceRounds.id)
    .orderBy(desc(clearanceRounds.asked_on), desc(clearanceRounds.id))
    .limit(300);
}

/** Gives every clearance rule, the newest first. */
export async function clearanceRulesDeclared(tx: Tx): Promise<ClearanceRule[]> {
  const rows = await tx.select().from(clearanceRules).orderBy(desc(clearanceRules.from_on), asc(clearanceRules.id));
  return rows.map(({ locality_id: _locality, ...rule }) => rule);
}

/**
 * Gives the unit by which one who works with a round is judged. `answering` are the roles of the office asked, `asking` those of the unit
 * that asked: who holds one of these there is judged there, else it is the office asked, and the locality for one outside.
 */
export async function unitAnswering(context: ReadContext, round_id: string, answering: readonly string[], asking: readonly string[]): Promise<string | null> {
  const round = await findRound(context.tx, round_id);
  if (round === null) return null;
  const body = round.body_unit_id ?? (await rootId(context));
  const held = body !== null && (await mayAt(context, body, [...answering, ...asking]));
  return !held && (await mayAt(context, round.unit_id, asking)) ? round.unit_id : body;
}
