import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { type Lang, say } from "../../kernel/text.ts";
import type { ElectionCalendar, Milestone } from "./calendar.ts";
import type { Citation } from "./law-types.ts";

/** RFC 5545, section 3.1: a line holds at most 75 octets without its end. */
const MOST_OCTETS = 75;
/** Vietnam keeps UTC+7 all year. */
const HOURS_AHEAD = 7;

/**
 * Takes an election's calendar and a language; gives it as an iCalendar file (RFC 5545): one VEVENT per milestone,
 * a whole day where the law sets no hour, else an instant in UTC. The same calendar always gives the same bytes.
 */
export function toICalendar(calendar: ElectionCalendar, options: { lang?: Lang } = {}): string {
  const { lang = "vi" } = options;
  const { polling_day, milestones } = calendar;
  const name = say(`Lịch bầu cử ${polling_day}`, `Election calendar ${polling_day}`)[lang];
  // The calendar holds from its first milestone on; a stamp of today would make every copy differ.
  const stamp = `${compact(milestones[0]?.due ?? polling_day)}T000000Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Thi Dua//Election calendar//${lang.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...milestones.flatMap((milestone) => event(milestone, polling_day, stamp, lang)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function event(milestone: Milestone, polling_day: PlainDate, stamp: string, lang: Lang): string[] {
  const { id, due, time, who, what, cite, status } = milestone;
  const standing = status === "verified" ? [] : [say("Chưa đối chiếu với văn bản gốc.", "Not confirmed against the text of the law.")[lang]];
  return [
    "BEGIN:VEVENT",
    `UID:${polling_day}.${id}@thidua`,
    `DTSTAMP:${stamp}`,
    ...(time === null ? [`DTSTART;VALUE=DATE:${compact(due)}`, `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`] : [`DTSTART:${inUtc(due, time)}`]),
    `SUMMARY:${escapeText(what)}`,
    `DESCRIPTION:${escapeText([who, cite.map((one) => writeCitation(one, lang)).join("; "), ...standing].join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Takes a citation; gives it as people write it: `Điều 57, khoản 4 (85/2015/QH13)`. */
export function writeCitation(cite: Citation, lang: Lang): string {
  const { article, clause, point, instrument, note } = cite;
  const places = [
    article === undefined ? null : say(`Điều ${article}`, `article ${article}`),
    clause === undefined ? null : say(`khoản ${clause}`, `clause ${clause}`),
    point === undefined ? null : say(`điểm ${point}`, `point ${point}`),
  ].flatMap((place) => (place === null ? [] : [place[lang]]));
  const written = places.length === 0 ? instrument : `${places.join(", ")} (${instrument})`;
  return note === undefined || lang === "en" ? written : `${written}, ${note}`;
}

/** Takes a day and `HH:MM` in Vietnam; gives the instant in UTC, `YYYYMMDDTHHMMSSZ`. */
function inUtc(day: PlainDate, time: string): string {
  const hour = Number(time.slice(0, 2)) - HOURS_AHEAD;
  const [on, at] = hour < 0 ? [addDays(day, -1), hour + 24] : [day, hour];
  return `${compact(on)}T${String(at).padStart(2, "0")}${time.slice(3)}00Z`;
}

function compact(day: PlainDate): string {
  return day.replaceAll("-", "");
}

/** RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Breaks a line into pieces of at most 75 octets, never inside a letter; each further piece begins with a space. */
export function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > MOST_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

/** How many octets a letter takes in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
