import { addDays, isoWeekday, type PlainDate } from "../../../kernel/plain-date.ts";

/**
 * Takes a day and the holidays announced for the time (Tết and other days off: they are announced each
 * year, so they are given and not reckoned); gives whether offices work on it: Monday to Friday, no holiday.
 */
export function isWorkingDay(on: PlainDate, days_off: readonly PlainDate[]): boolean {
  return isoWeekday(on) <= 5 && !days_off.includes(on);
}

/**
 * Takes the day of posting, a whole number of working days and the holidays; gives the last of those
 * days. The day of posting itself does not count, so whoever reads the list next morning has all of them.
 */
export function lastDayOfNotice(from_on: PlainDate, working_days: number, days_off: readonly PlainDate[] = []): PlainDate {
  let on = from_on;
  for (let left = working_days; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on, days_off)) left -= 1;
  }
  return on;
}
