import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { subtree } from "../../organizations/index.ts";
import { unitMeetings, unitMeetingVotes } from "./tables.ts";

/** Gives a meeting with its lines, or null. */
export async function findMeeting(tx: Tx, meeting_id: string) {
  const [meeting] = await tx.select().from(unitMeetings).where(eq(unitMeetings.id, meeting_id));
  if (meeting === undefined) return null;
  const votes = await tx.select().from(unitMeetingVotes).where(eq(unitMeetingVotes.meeting_id, meeting_id)).orderBy(asc(unitMeetingVotes.place));
  return { meeting, votes };
}

/** Gives the meetings of units, the newest first, with how many lines each voted on and proposes. */
export async function listMeetings(tx: Tx, units: readonly string[], today: PlainDate, limit: number) {
  if (units.length === 0) return [];
  return tx
    .select({
      id: unitMeetings.id, unit_id: unitMeetings.unit_id, honour: unitMeetings.honour, year: unitMeetings.year, held_on: unitMeetings.held_on, present: unitMeetings.present, members: unitMeetings.members,
      voted: sql<number>`count(*)::int`, proposed: sql<number>`count(*) filter (where ${unitMeetingVotes.proposed})::int`,
    })
    .from(unitMeetings)
    .innerJoin(unitMeetingVotes, and(eq(unitMeetingVotes.locality_id, unitMeetings.locality_id), eq(unitMeetingVotes.meeting_id, unitMeetings.id)))
    .where(sql`${unitMeetings.unit_id} in ${subtree([...units], today)}`)
    .groupBy(unitMeetings.locality_id, unitMeetings.id)
    .orderBy(desc(unitMeetings.held_on), desc(unitMeetings.id))
    .limit(limit);
}

/** Gives, of these dossiers, those that a meeting of their unit proposed, with the meeting. */
export async function meetingsOfNominations(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ nomination_id: unitMeetingVotes.nomination_id, meeting_id: unitMeetingVotes.meeting_id }).from(unitMeetingVotes).where(inArray(unitMeetingVotes.nomination_id, [...ids]));
  return new Map(rows.flatMap((row) => (row.nomination_id === null ? [] : [[row.nomination_id, row.meeting_id] as const])));
}
