import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { lastDayOfNotice } from "./core/working-days.ts";
import { noticeSubjects, publicNotices } from "./tables.ts";

/** What a new notice says; `least` is what an instrument asks for, or null. */
export type NewNotice = {
  readonly unit_id: string;
  readonly honour: string;
  readonly year: number;
  readonly title: string;
  readonly days: number;
  readonly least: { readonly days: number; readonly instrument: string } | null;
  readonly days_off: readonly PlainDate[];
  readonly subjects: readonly { readonly subject_id: string; readonly name: string; readonly note: string; readonly achievement: string }[];
};

/**
 * Posts a notice from today on, for a command of a module above: writes it with its subjects, the action and
 * the log entry (how many and until when, no names); gives its id and its last day.
 */
export async function openNotice(context: CommandContext, notice: NewNotice): Promise<{ id: string; ends_on: PlainDate }> {
  const { unit_id, honour, year, title, days, least, days_off } = notice;
  const id = context.newId();
  const locality_id = context.locality.code;
  const from_on = context.clock.today();
  const ends_on = lastDayOfNotice(from_on, days, days_off);
  await context.tx.insert(publicNotices).values({
    locality_id, id, unit_id, honour, year, title, days, from_on, ends_on,
    basis: least?.instrument ?? null, least_until: least === null ? null : lastDayOfNotice(from_on, least.days, days_off),
  });
  const rows = notice.subjects.map((subject, index) => ({ locality_id, notice_id: id, place: index + 1, ...subject }));
  for (let start = 0; start < rows.length; start += 500) await context.tx.insert(noticeSubjects).values(rows.slice(start, start + 500));
  context.act({ subject_kind: "public_notice", subject_id: id, action: "post", unit_id, payload: { honour, year, days, days_off, ends_on, dossiers: rows.length } });
  context.log({ type: "public_notice_posted", facts: { notice: id, honour, year, dossiers: rows.length, from_on, ends_on } });
  return { id, ends_on };
}

/**
 * Takes subjects off their notices, for commands of a module above; the comments stay. Off the running ones what was withdrawn
 * or not recommended: the public no longer reads it. With `anew`, for what is sent back to be changed, off those that are
 * over too: what comes back has to stand on notice again.
 */
export async function takeOffNotices(tx: Tx, subject_ids: readonly string[], on: PlainDate, anew: boolean): Promise<void> {
  const running = sql`(select ${publicNotices.id} from ${publicNotices} where ${publicNotices.locality_id} = ${noticeSubjects.locality_id} and ${publicNotices.closed_on} is null and ${publicNotices.ends_on} >= ${on})`;
  for (let start = 0; start < subject_ids.length; start += 1000) {
    await tx
      .update(noticeSubjects).set({ taken_off_on: on })
      .where(and(inArray(noticeSubjects.subject_id, subject_ids.slice(start, start + 1000)), isNull(noticeSubjects.taken_off_on), anew ? undefined : sql`${noticeSubjects.notice_id} in ${running}`));
  }
}

/** Ends a notice for the public: its comments are counted into the log. Part of the calling command's transaction. */
export async function closeNow(context: CommandContext, notice_id: string, close_reason: string | null, counts: Record<"comments" | "remarks" | "complaints" | "denunciations" | "unsorted", number>): Promise<void> {
  await context.tx.update(publicNotices).set({ closed_on: context.clock.today(), close_reason }).where(and(eq(publicNotices.id, notice_id), isNull(publicNotices.closed_on)));
  context.act({ subject_kind: "public_notice", subject_id: notice_id, action: "end", payload: { ...counts, reason: close_reason } });
  context.log({ type: "public_notice_ended", facts: { notice: notice_id, ...counts } });
}
