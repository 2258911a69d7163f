import { addDays, daysInMonth, makeDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Reporting } from "./target.ts";

const MONTHS_APART: Readonly<Record<Reporting, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Takes how often a figure is due; gives the months with which its periods end. */
export function periodMonths(reporting: Reporting): number[] {
  const apart = MONTHS_APART[reporting];
  return Array.from({ length: 12 / apart }, (_period, index) => (index + 1) * apart);
}

/** Takes how often a figure is due and a month; says whether a period ends with that month. */
export function endsPeriod(reporting: Reporting, month: number): boolean {
  return month >= 1 && month <= 12 && month % MONTHS_APART[reporting] === 0;
}

/** Takes the year, a period's last month and the day of reports; gives the day by which the figure is due, in the month after. */
export function reportDueOn(year: number, month: number, report_day: number): PlainDate {
  const [dueYear, dueMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return makeDate(dueYear, dueMonth, Math.min(report_day, daysInMonth(dueYear, dueMonth)));
}

/** Takes the year and a period's last month; gives the first day on which its figure can be reported: that month's first. */
export function reportableFrom(year: number, month: number): PlainDate {
  return makeDate(year, month, 1);
}

/** Takes the year and a period's last month; gives the period's last day. */
function periodEnd(year: number, month: number): PlainDate {
  return makeDate(year, month, daysInMonth(year, month));
}

/** Takes how often a figure is due, the year and today; gives the months of the periods that have ended, oldest first. */
export function endedPeriods(reporting: Reporting, year: number, today: PlainDate): number[] {
  return periodMonths(reporting).filter((month) => today >= addDays(periodEnd(year, month), 1));
}

/** Takes how often a figure is due and a period's last month; gives the period's name: `Tháng 3`, `Quý I`, `6 tháng`, `Cả năm`. */
export function periodName(reporting: Reporting, month: number): Text {
  if (month === 12 && reporting !== "month") return say("Cả năm", "Whole year");
  switch (reporting) {
    case "month":
      return say(`Tháng ${month}`, `Month ${month}`);
    case "quarter":
      return say(`Quý ${["I", "II", "III", "IV"][month / 3 - 1] ?? month}`, `Quarter ${month / 3}`);
    case "half":
      return say("6 tháng đầu năm", "First half");
    case "year":
      return say("Cả năm", "Whole year");
  }
}
