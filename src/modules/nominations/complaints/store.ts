import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { ReadContext } from "../../../platform/command/context.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { findNomination } from "../store.ts";
import type { ComplaintSort } from "./core/complaint.ts";
import { complaints } from "./tables.ts";

export type Complaint = typeof complaints.$inferSelect;

/** Gives the complaints about a dossier, the oldest first. */
export function complaintsOf(tx: Tx, nomination_id: string): Promise<Complaint[]> {
  return tx.select().from(complaints).where(eq(complaints.nomination_id, nomination_id)).orderBy(asc(complaints.received_on), asc(complaints.id));
}

/** Locks a complaint until commit and gives it, or null. */
export async function lockComplaint(tx: Tx, complaint_id: string): Promise<Complaint | null> {
  const [complaint] = await tx.select().from(complaints).where(eq(complaints.id, complaint_id)).for("update");
  return complaint ?? null;
}

/** Gives, for each dossier, the sorts of its complaints that were accepted and are not settled: what holds it up. */
export async function openComplaints(tx: Tx, nomination_ids: readonly string[]): Promise<Map<string, ComplaintSort[]>> {
  const found = new Map<string, ComplaintSort[]>();
  for (let start = 0; start < nomination_ids.length; start += 1000) {
    const rows = await tx
      .select({ nomination_id: complaints.nomination_id, sort: complaints.sort })
      .from(complaints)
      .where(and(inArray(complaints.nomination_id, nomination_ids.slice(start, start + 1000)), isNotNull(complaints.accepted_on), isNull(complaints.settled_on)))
      .orderBy(asc(complaints.id));
    for (const { nomination_id, sort } of rows) found.set(nomination_id, [...(found.get(nomination_id) ?? []), sort]);
  }
  return found;
}

/** Gives the unit whose dossier a complaint is about, for the policy. */
export async function unitOfComplaint(context: ReadContext, complaint_id: string): Promise<string | null> {
  const [row] = await context.tx.select({ nomination_id: complaints.nomination_id }).from(complaints).where(eq(complaints.id, complaint_id));
  return row === undefined ? null : ((await findNomination(context.tx, row.nomination_id))?.unit_id ?? null);
}
