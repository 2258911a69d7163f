import { fold } from "../../../../engines/calendar/icalendar.ts";
import { addDays, type PlainDate } from "../../../../kernel/plain-date.ts";
import { type Lang, say } from "../../../../kernel/text.ts";

/** How many days before an event the calendar of a telephone or a computer speaks up. */
const ALARM_DAYS = 7;

/** An event as the calendar file gives it. */
export type CalendarEntry = { readonly id: string; readonly title: string; readonly due_on: PlainDate; readonly host: string | null; readonly done_on: PlainDate | null };

/**
 * Takes a cluster's name, the year and its events; gives the year's timetable as an iCalendar file (RFC 5545): one whole day
 * for each event, with a reminder for those still open. The same events always give the same bytes.
 */
export function toClusterCalendar(calendar: { name: string; year: number; events: readonly CalendarEntry[] }, lang: Lang): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Thi Dua//Cluster calendar//${lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(`${calendar.name} ${calendar.year}`)}`,
    ...calendar.events.flatMap((event) => eventLines(event, calendar, lang)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(event: CalendarEntry, calendar: { name: string; year: number }, lang: Lang): string[] {
  const summary = `${calendar.name}: ${event.title}`;
  const host = event.host === null ? [] : [`LOCATION:${escapeText(event.host)}`];
  const done = event.done_on === null ? "" : say("Đã thực hiện.", "Done.")[lang];
  const alarm = event.done_on === null ? ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(summary)}`, `TRIGGER:-P${ALARM_DAYS}D`, "END:VALARM"] : [];
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@thidua`,
    // A stamp of today would make every copy differ.
    `DTSTAMP:${calendar.year}0101T000000Z`,
    `DTSTART;VALUE=DATE:${compact(event.due_on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(event.due_on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...host,
    ...(done === "" ? [] : [`DESCRIPTION:${escapeText(done)}`]),
    "TRANSP:TRANSPARENT",
    ...alarm,
    "END:VEVENT",
  ];
}

function compact(day: PlainDate): string {
  return day.replaceAll("-", "");
}

/** RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}
