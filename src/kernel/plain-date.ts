/**
 * A calendar date without time or zone, as ISO text `YYYY-MM-DD`, years 0001 to 9999.
 * Text order is date order, so `<` and `===` compare. A date is not an instant (STYLE habit 13).
 */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Takes any text; gives the PlainDate, or null when it is not a real calendar day in ISO form. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate;
}

/** Takes ISO text that the code itself wrote; gives the PlainDate; throws when it is not one. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new Error(`not a date: ${text}`);
  return date;
}

/** Takes year, month 1–12 and day; gives the PlainDate; throws when there is no such day. */
export function makeDate(year: number, month: number, day: number): PlainDate {
  return plainDate(`${String(year).padStart(4, "0")}-${pad2(month)}-${pad2(day)}`);
}

/** Takes a date; gives its parts as numbers, month 1–12. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Takes a date; gives its calendar year. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Takes a year and month 1–12; gives the number of days of that month in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Takes a date and whole days (negative goes back); gives the resulting date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * Takes a date and whole months (negative goes back); gives the same day of the other month,
 * or that month's last day when it is shorter (31 January + 1 month = 28 or 29 February).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return makeDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Takes two dates; gives the days from the first to the second (negative when the second is earlier). */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Takes two dates, from ≤ to; gives the count of whole months that have passed (15/03 to 20/12 is 9). */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  const a = partsOf(from);
  const b = partsOf(to);
  let months = (b.year - a.year) * 12 + (b.month - a.month);
  while (addMonths(from, months) > to) months -= 1;
  return months;
}

/** Takes a date; gives its weekday, 1 Monday to 7 Sunday. */
export function isoWeekday(date: PlainDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Takes a date; gives it as Vietnamese offices write it in figures, `dd/mm/yyyy`. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Takes text in ISO or in `d/m/yyyy` form; gives the date, or null when it is no real day. */
export function parseTypedDate(text: string): PlainDate | null {
  const trimmed = text.trim();
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (!typed) return parsePlainDate(trimmed);
  return parsePlainDate(`${typed[3]}-${pad2(Number(typed[2]))}-${pad2(Number(typed[1]))}`);
}

/** Days since 1970-01-01, by the days-from-civil algorithm: integers only, no Date. */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of toDayNumber: takes days since 1970-01-01, gives the date. */
export function fromDayNumber(days: number): PlainDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp + (mp < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return makeDate(year, month, day);
}

function pad2(value: number): string {
  return String(value).padStart(2, "0");
}
