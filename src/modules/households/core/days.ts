import { addDays, formatDate, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** Takes the day of a village's meeting and the year reviewed; gives the sentence that says why they do not fit, or null. A village may meet early in the year after. */
export function wrongMeetingDay(met_on: PlainDate, year: number): Text | null {
  if (yearOf(met_on) === year || yearOf(met_on) === year + 1) return null;
  return say(`Ngày họp ${formatDate(met_on)} không thuộc đợt bình xét năm ${year}.`, `A meeting on ${formatDate(met_on)} is not of the review of ${year}.`);
}

/** Takes the day of a registration and the year reviewed; gives the sentence that says why they do not fit, or null. Households may register from the year before on. */
export function wrongRegistrationDay(registered_on: PlainDate, year: number): Text | null {
  if (yearOf(registered_on) >= year - 1 && yearOf(registered_on) <= year + 1) return null;
  return say(`Ngày đăng ký ${formatDate(registered_on)} không thuộc đợt bình xét năm ${year}.`, `A registration on ${formatDate(registered_on)} is not of the review of ${year}.`);
}

/** The most days a result is posted: a slip of the year would keep the review from ever being closed. */
const MOST_POSTING_DAYS = 90;

/** Takes the day until which households register and the year reviewed; gives the sentence that says why they do not fit, or null. */
export function wrongDueDay(due_on: PlainDate, year: number): Text | null {
  if (yearOf(due_on) >= year - 1 && yearOf(due_on) <= year + 1) return null;
  return say(`Hạn đăng ký ${formatDate(due_on)} không thuộc đợt bình xét năm ${year}.`, `A due day of ${formatDate(due_on)} is not of the review of ${year}.`);
}

/** Takes the days of a posting and the year reviewed; gives the field and the sentence that say what does not fit, or null. */
export function wrongPosting(from_on: PlainDate, to_on: PlainDate, year: number): { field: "from_on" | "to_on"; text: Text } | null {
  if (yearOf(from_on) !== year && yearOf(from_on) !== year + 1) return { field: "from_on", text: say(`Ngày niêm yết ${formatDate(from_on)} không thuộc đợt bình xét năm ${year}.`, `A posting from ${formatDate(from_on)} is not of the review of ${year}.`) };
  if (to_on < from_on) return { field: "to_on", text: say("Ngày kết thúc niêm yết đứng trước ngày bắt đầu.", "The posting ends before it begins.") };
  if (to_on > addDays(from_on, MOST_POSTING_DAYS)) return { field: "to_on", text: say(`Niêm yết quá ${MOST_POSTING_DAYS} ngày: hãy xem lại ngày kết thúc.`, `The posting runs for more than ${MOST_POSTING_DAYS} days: look at its end again.`) };
  return null;
}
