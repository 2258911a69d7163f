import type { PlainDate } from "../../../kernel/plain-date.ts";

/** What of a PublicNotice says whether it runs. */
export type NoticeDays = { readonly from_on: PlainDate; readonly ends_on: PlainDate; readonly closed_on: PlainDate | null };

/** Takes a notice and a day; gives whether the public reads its names and comments on them: from its first to its last day, unless it was ended before. */
export function isRunning(notice: NoticeDays, on: PlainDate): boolean {
  return notice.closed_on === null && notice.from_on <= on && on <= notice.ends_on;
}

/** Takes a notice and a day; gives whether its days are over though its comments were not yet counted into the log. */
export function isDue(notice: NoticeDays, on: PlainDate): boolean {
  return notice.closed_on === null && notice.ends_on < on;
}
