import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { compareByGivenName } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { COUNCIL_POSITIONS, type Attendance } from "./core/words.ts";
import { councilMembers, councils, councilSessions, sessionConflicts, sessionMembers } from "./tables.ts";

export type Council = typeof councils.$inferSelect;
export type CouncilMember = typeof councilMembers.$inferSelect;
export type CouncilSession = typeof councilSessions.$inferSelect;
export type Conflict = typeof sessionConflicts.$inferSelect;
export type Seat = CouncilMember & { attendance: Attendance; teller: boolean };

/** Gives a council, or null. */
export async function findCouncil(tx: Tx, council_id: string): Promise<Council | null> {
  const [council] = await tx.select().from(councils).where(eq(councils.id, council_id));
  return council ?? null;
}

/** Gives the councils, those of higher units first as they were formed. */
export async function listCouncils(tx: Tx): Promise<Council[]> {
  return tx.select().from(councils).orderBy(asc(councils.formed_on), asc(councils.name));
}

/** Gives the members of a council on a day: by position, then by given name. */
export async function membersOn(tx: Tx, council_id: string, on: PlainDate): Promise<CouncilMember[]> {
  const rows = await tx
    .select()
    .from(councilMembers)
    .where(and(eq(councilMembers.council_id, council_id), lte(councilMembers.from_on, on), or(isNull(councilMembers.to_on), gt(councilMembers.to_on, on))));
  return inCouncilOrder(rows);
}

function inCouncilOrder<M extends CouncilMember>(rows: readonly M[]): M[] {
  return [...rows].sort((a, b) => COUNCIL_POSITIONS.indexOf(a.position) - COUNCIL_POSITIONS.indexOf(b.position) || compareByGivenName(a.name, b.name));
}

/** Gives a session, or null. */
export async function findSession(tx: Tx, session_id: string): Promise<CouncilSession | null> {
  const [session] = await tx.select().from(councilSessions).where(eq(councilSessions.id, session_id));
  return session ?? null;
}

/** Gives a session and holds it until the transaction ends. */
export async function lockSession(tx: Tx, session_id: string): Promise<CouncilSession | null> {
  const [session] = await tx.select().from(councilSessions).where(eq(councilSessions.id, session_id)).for("update");
  return session ?? null;
}

/** Gives the sessions of a council, the newest first. */
export async function sessionsOf(tx: Tx, council_id: string): Promise<CouncilSession[]> {
  return tx.select().from(councilSessions).where(eq(councilSessions.council_id, council_id)).orderBy(desc(councilSessions.held_on), desc(councilSessions.id));
}

/** Gives who sits in a session, in the council's order. */
export async function seatsOf(tx: Tx, session_id: string): Promise<Seat[]> {
  const rows = await tx
    .select({ member: councilMembers, attendance: sessionMembers.attendance, teller: sessionMembers.teller })
    .from(sessionMembers)
    .innerJoin(councilMembers, and(eq(councilMembers.locality_id, sessionMembers.locality_id), eq(councilMembers.id, sessionMembers.member_id)))
    .where(eq(sessionMembers.session_id, session_id));
  return inCouncilOrder(rows.map(({ member, ...seat }) => ({ ...member, ...seat })));
}

/** Gives the conflicts of a session, of some subjects or of all. */
export async function conflictsOf(tx: Tx, session_id: string, subject_ids?: readonly string[]): Promise<Conflict[]> {
  if (subject_ids?.length === 0) return [];
  return tx
    .select()
    .from(sessionConflicts)
    .where(and(eq(sessionConflicts.session_id, session_id), subject_ids === undefined ? undefined : inArray(sessionConflicts.subject_id, [...subject_ids])))
    .orderBy(asc(sessionConflicts.subject), asc(sessionConflicts.member_id));
}

/** Gives the unit of a council, for policies; null when there is none such. */
export async function unitOfCouncil(context: ReadContext, council_id: string): Promise<string | null> {
  return (await findCouncil(context.tx, council_id))?.unit_id ?? null;
}

/** Gives the unit of a session's council, for policies; null when there is none such. */
export async function unitOfSession(context: ReadContext, session_id: string): Promise<string | null> {
  const session = await findSession(context.tx, session_id);
  return session === null ? null : unitOfCouncil(context, session.council_id);
}
