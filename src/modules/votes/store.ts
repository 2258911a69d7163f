import { and, asc, count, eq, inArray, max } from "drizzle-orm";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { unitOfSession } from "../councils/index.ts";
import { ballotBox, ballotKeys, ballotRecords, ballotRoll, motions, motionSubjects } from "./tables.ts";

export type Motion = typeof motions.$inferSelect;
export type Subject = { subject_id: string; label: string };

/** Gives a motion, or null. */
export async function findMotion(tx: Tx, motion_id: string): Promise<Motion | null> {
  const [motion] = await tx.select().from(motions).where(eq(motions.id, motion_id));
  return motion ?? null;
}

/** Gives a motion and holds it until the transaction ends. */
export async function lockMotion(tx: Tx, motion_id: string): Promise<Motion | null> {
  const [motion] = await tx.select().from(motions).where(eq(motions.id, motion_id)).for("update");
  return motion ?? null;
}

/** Holds all motions of a session until the transaction ends; waits for every ballot that is being put in. What is read afterwards has them all. */
export async function lockMotionsOf(tx: Tx, session_id: string): Promise<void> {
  await tx.select({ id: motions.id }).from(motions).where(eq(motions.session_id, session_id)).orderBy(asc(motions.no)).for("update");
}

/** Gives the motions of a session in the order of its agenda. */
export async function motionsOf(tx: Tx, session_id: string): Promise<Motion[]> {
  return tx.select().from(motions).where(eq(motions.session_id, session_id)).orderBy(asc(motions.no));
}

/** Gives the subjects of motions, by motion, in the order of their labels. */
export async function subjectsOf(tx: Tx, motion_ids: readonly string[]): Promise<Map<string, Subject[]>> {
  const found = new Map<string, Subject[]>();
  if (motion_ids.length === 0) return found;
  const rows = await tx.select().from(motionSubjects).where(inArray(motionSubjects.motion_id, [...motion_ids])).orderBy(asc(motionSubjects.label), asc(motionSubjects.subject_id));
  for (const { motion_id, subject_id, label } of rows) {
    const list = found.get(motion_id);
    if (list === undefined) found.set(motion_id, [{ subject_id, label }]);
    else list.push({ subject_id, label });
  }
  return found;
}

/** Gives the next number on a session's agenda of votes. */
export async function nextNo(tx: Tx, session_id: string): Promise<number> {
  const [row] = await tx.select({ last: max(motions.no) }).from(motions).where(eq(motions.session_id, session_id));
  return (row?.last ?? 0) + 1;
}

/** Gives the keys of ballots, by motion. */
export async function keysOf(tx: Tx, motion_ids: readonly string[]): Promise<Map<string, { public_key: string; private_key: string | null }>> {
  if (motion_ids.length === 0) return new Map();
  const rows = await tx.select().from(ballotKeys).where(inArray(ballotKeys.motion_id, [...motion_ids]));
  return new Map(rows.map(({ motion_id, public_key, private_key }) => [motion_id, { public_key, private_key }]));
}

/** Gives who was issued a ballot of the motions. */
export async function rollOf(tx: Tx, motion_ids: readonly string[]) {
  if (motion_ids.length === 0) return [];
  return tx.select().from(ballotRoll).where(inArray(ballotRoll.motion_id, [...motion_ids]));
}

/** Gives the ballots in a motion's box, in the order of their tokens. */
export async function boxOf(tx: Tx, motion_id: string) {
  return tx.select({ token: ballotBox.token, signature: ballotBox.signature, choice: ballotBox.choice }).from(ballotBox).where(eq(ballotBox.motion_id, motion_id)).orderBy(asc(ballotBox.token));
}

/** Gives how many motions of a session are not counted yet. */
export async function openMotions(tx: Tx, session_id: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(motions).where(and(eq(motions.session_id, session_id), inArray(motions.status, ["put", "issuing", "voting"])));
  return row?.n ?? 0;
}

/** Gives the published record of a counted secret ballot, or null. */
export async function recordOf(tx: Tx, motion_id: string): Promise<unknown> {
  const [row] = await tx.select({ content: ballotRecords.content }).from(ballotRecords).where(eq(ballotRecords.motion_id, motion_id));
  return row?.content ?? null;
}

/** Gives the unit of a motion's council, for policies; null when there is none such. */
export async function unitOfMotion(context: ReadContext, motion_id: string): Promise<string | null> {
  const motion = await findMotion(context.tx, motion_id);
  return motion === null ? null : unitOfSession(context, motion.session_id);
}
