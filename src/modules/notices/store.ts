import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { type CommentCounts, countSorts } from "./core/comment.ts";
import type { AcceptedSort } from "./core/words.ts";
import { noticeComments, noticeSubjects, publicNotices } from "./tables.ts";

export type PublicNotice = typeof publicNotices.$inferSelect;
export type NoticeSubject = typeof noticeSubjects.$inferSelect;
export type Comment = typeof noticeComments.$inferSelect;

/** Gives a notice, or null. */
export async function findNotice(tx: Tx, notice_id: string): Promise<PublicNotice | null> {
  const [notice] = await tx.select().from(publicNotices).where(eq(publicNotices.id, notice_id));
  return notice ?? null;
}

/** Gives a notice and holds it until the transaction ends, or null. */
export async function lockNotice(tx: Tx, notice_id: string): Promise<PublicNotice | null> {
  const [notice] = await tx.select().from(publicNotices).where(eq(publicNotices.id, notice_id)).for("update");
  return notice ?? null;
}

/** Gives the notices that run on a day, those that end first first. */
export function noticesRunning(tx: Tx, on: PlainDate): Promise<PublicNotice[]> {
  return tx.select().from(publicNotices).where(and(isNull(publicNotices.closed_on), lte(publicNotices.from_on, on), gte(publicNotices.ends_on, on))).orderBy(asc(publicNotices.ends_on), asc(publicNotices.id));
}

/** Gives the notices that are over on a day, the newest first; at most `limit`. */
export function noticesOver(tx: Tx, on: PlainDate, limit: number): Promise<PublicNotice[]> {
  return tx.select().from(publicNotices).where(or(isNotNull(publicNotices.closed_on), lt(publicNotices.ends_on, on))).orderBy(desc(publicNotices.ends_on), desc(publicNotices.id)).limit(limit);
}

/** Gives the notices whose days are over on a day and whose comments are not yet counted into the log. */
export function noticesToClose(tx: Tx, on: PlainDate): Promise<PublicNotice[]> {
  return tx.select().from(publicNotices).where(and(isNull(publicNotices.closed_on), lt(publicNotices.ends_on, on))).orderBy(asc(publicNotices.ends_on), asc(publicNotices.id));
}

/** Who stood on a notice to its end: not taken off, or only after it was over. */
const STOOD = sql`(${noticeSubjects.taken_off_on} is null or ${noticeSubjects.taken_off_on} > (select least(n.ends_on, coalesce(n.closed_on, n.ends_on)) from public_notices n where n.locality_id = ${noticeSubjects.locality_id} and n.id = ${noticeSubjects.notice_id}))`;

/** Gives who stands on a notice, in its order, without those taken off; a page of them. */
export function subjectsOnNotice(tx: Tx, notice_id: string, limit: number, offset: number): Promise<NoticeSubject[]> {
  return tx
    .select().from(noticeSubjects)
    .where(and(eq(noticeSubjects.notice_id, notice_id), STOOD))
    .orderBy(asc(noticeSubjects.place)).limit(limit).offset(offset);
}

/** Gives one subject of a notice, or null; also one that was taken off. */
export async function subjectOnNotice(tx: Tx, notice_id: string, subject_id: string): Promise<NoticeSubject | null> {
  const [subject] = await tx.select().from(noticeSubjects).where(and(eq(noticeSubjects.notice_id, notice_id), eq(noticeSubjects.subject_id, subject_id)));
  return subject ?? null;
}

/** Gives the names on a notice, also of those taken off: what a published answer may not repeat. */
export async function namesOnNotice(tx: Tx, notice_id: string): Promise<string[]> {
  return (await tx.select({ name: noticeSubjects.name }).from(noticeSubjects).where(eq(noticeSubjects.notice_id, notice_id))).map((row) => row.name);
}

/** Gives how many stand on each notice, without those taken off. */
export async function subjectCounts(tx: Tx, notice_ids: readonly string[]): Promise<Map<string, number>> {
  if (notice_ids.length === 0) return new Map();
  const rows = await tx
    .select({ notice_id: noticeSubjects.notice_id, n: sql<number>`count(*)::int` }).from(noticeSubjects)
    .where(and(inArray(noticeSubjects.notice_id, [...notice_ids]), STOOD)).groupBy(noticeSubjects.notice_id);
  return new Map(rows.map((row) => [row.notice_id, row.n]));
}

/** Gives how many comments each notice got, by sort; a notice without any is left out. */
export async function commentCounts(tx: Tx, notice_ids: readonly string[]): Promise<Map<string, CommentCounts>> {
  if (notice_ids.length === 0) return new Map();
  const rows = await tx
    .select({ notice_id: noticeComments.notice_id, sort: noticeComments.sort, n: sql<number>`count(*)::int` }).from(noticeComments)
    .where(inArray(noticeComments.notice_id, [...notice_ids])).groupBy(noticeComments.notice_id, noticeComments.sort);
  return new Map(notice_ids.flatMap((id) => {
    const own = rows.filter((row) => row.notice_id === id);
    return own.length === 0 ? [] : [[id, countSorts(own)] as const];
  }));
}

/** Gives a comment and holds it until the transaction ends, or null. */
export async function lockComment(tx: Tx, comment_id: string): Promise<Comment | null> {
  const [comment] = await tx.select().from(noticeComments).where(eq(noticeComments.id, comment_id)).for("update");
  return comment ?? null;
}

/** Gives a comment, or null. */
export async function findComment(tx: Tx, comment_id: string): Promise<Comment | null> {
  const [comment] = await tx.select().from(noticeComments).where(eq(noticeComments.id, comment_id));
  return comment ?? null;
}

/** Gives the comment to which a receipt belongs, or null. */
export async function commentByReceipt(tx: Tx, receipt_hash: string): Promise<Comment | null> {
  const [comment] = await tx.select().from(noticeComments).where(eq(noticeComments.receipt_hash, receipt_hash));
  return comment ?? null;
}

/** Gives comments with the name of the subject each is about: of some notices, those not yet sorted first, then by the day they came. */
export async function commentsOn(tx: Tx, notice_ids: readonly string[], limit: number): Promise<(Comment & { subject_name: string | null })[]> {
  if (notice_ids.length === 0) return [];
  const rows = await tx
    .select({ comment: noticeComments, subject_name: noticeSubjects.name }).from(noticeComments)
    .leftJoin(noticeSubjects, and(eq(noticeSubjects.locality_id, noticeComments.locality_id), eq(noticeSubjects.notice_id, noticeComments.notice_id), eq(noticeSubjects.subject_id, noticeComments.subject_id)))
    .where(inArray(noticeComments.notice_id, [...notice_ids]))
    .orderBy(sql`${noticeComments.sort} is not null`, asc(noticeComments.received_on), asc(noticeComments.id)).limit(limit);
  return rows.map(({ comment, subject_name }) => ({ ...comment, subject_name }));
}

/** Gives, for each subject, the sorts of its comments that were formally accepted and not settled yet: what holds it up. */
export async function openAccepted(tx: Tx, subject_ids: readonly string[]): Promise<Map<string, AcceptedSort[]>> {
  const found = new Map<string, AcceptedSort[]>();
  for (let start = 0; start < subject_ids.length; start += 1000) {
    const rows = await tx
      .select({ subject_id: noticeComments.subject_id, sort: noticeComments.sort }).from(noticeComments)
      .where(and(inArray(noticeComments.subject_id, subject_ids.slice(start, start + 1000)), isNotNull(noticeComments.accepted_on), isNull(noticeComments.closed_on)))
      .orderBy(asc(noticeComments.id));
    for (const { subject_id, sort } of rows) {
      if (subject_id !== null && sort !== null && sort !== "remark") found.set(subject_id, [...(found.get(subject_id) ?? []), sort]);
    }
  }
  return found;
}

/** Gives how many comments of a notice were formally accepted and are not settled. */
export async function openAcceptedOnNotice(tx: Tx, notice_id: string): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(noticeComments).where(and(eq(noticeComments.notice_id, notice_id), isNotNull(noticeComments.accepted_on), isNull(noticeComments.closed_on)));
  return row?.n ?? 0;
}

/** Gives the notices on which subjects stand, by subject, without those they were taken off. */
export async function noticesOfSubjects(tx: Tx, subject_ids: readonly string[]): Promise<Map<string, PublicNotice[]>> {
  const found = new Map<string, PublicNotice[]>();
  for (let start = 0; start < subject_ids.length; start += 1000) {
    const rows = await tx
      .select({ notice: publicNotices, subject_id: noticeSubjects.subject_id }).from(noticeSubjects)
      .innerJoin(publicNotices, and(eq(publicNotices.locality_id, noticeSubjects.locality_id), eq(publicNotices.id, noticeSubjects.notice_id)))
      .where(and(inArray(noticeSubjects.subject_id, subject_ids.slice(start, start + 1000)), isNull(noticeSubjects.taken_off_on)))
      .orderBy(asc(publicNotices.ends_on));
    for (const { notice, subject_id } of rows) found.set(subject_id, [...(found.get(subject_id) ?? []), notice]);
  }
  return found;
}

/** Gives the unit of a notice, for policies; null when there is none such. */
export async function unitOfNotice(context: ReadContext, notice_id: string): Promise<string | null> {
  return (await findNotice(context.tx, notice_id))?.unit_id ?? null;
}

/** Gives the unit of a comment's notice, for policies; null when there is none such. */
export async function unitOfComment(context: ReadContext, comment_id: string): Promise<string | null> {
  const comment = await findComment(context.tx, comment_id);
  return comment === null ? null : unitOfNotice(context, comment.notice_id);
}
