import { addDays, formatDate, isoWeekday, type PlainDate, parsePlainDate, plainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import elections from "./generated/elections.json" with { type: "json" };
import type { ActingLevel, Citation, Dated, Election, ElectionBook, ElectionLaw, Standing } from "./law-types.ts";

/** The compiled content of `law/elections/`; its shape is checked when it is generated. */
const BOOK = elections as unknown as Pick<ElectionBook, "laws" | "elections" | "milestones">;

/** What is wrong with an input: the JSON path, and a sentence with what was found and what is accepted. */
export type InputError = { readonly path: string; readonly message: string };

/** A polling day (ngày bầu cử) that the law allows. */
export type CalendarInput = { readonly polling_day: PlainDate };

/** A milestone: `due` is a calendar day, `offset_days` days before the polling day (negative: after), `time` `HH:MM` in Vietnam. */
export type Milestone = {
  readonly id: string;
  readonly due: PlainDate;
  readonly time: string | null;
  readonly offset_days: number;
  readonly who: string;
  readonly what: string;
  readonly levels: readonly ActingLevel[];
  readonly cite: readonly Citation[];
  readonly status: Standing;
};

/** The legal calendar of an election (lịch bầu cử), in order of time. */
export type ElectionCalendar = { readonly polling_day: PlainDate; readonly law: string; readonly milestones: readonly Milestone[] };

const LAST_DAY = plainDate("2199-12-31");
const SUNDAY = 7;

/**
 * Takes any JSON value; gives the CalendarInput `{ "polling_day": "YYYY-MM-DD" }`. Error: no object, an unknown or
 * missing field, no real day, a day without an election law, or not a Sunday (Law on Elections, article 5).
 */
export function parseCalendarInput(json: unknown, options: { lang?: Lang } = {}): Result<CalendarInput, InputError> {
  const { lang = "vi" } = options;
  const wrong = (path: string, text: Text): Result<never, InputError> => err({ path, message: text[lang] });
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return wrong("$", say('Chấp nhận một đối tượng JSON { "polling_day": "2021-05-23" }.', 'A JSON object { "polling_day": "2021-05-23" } is accepted.'));
  }
  const entries = json as Record<string, unknown>;
  for (const name of Object.keys(entries)) {
    if (name !== "polling_day") return wrong(`$.${name}`, say(`Không có trường "${name}"; trường được chấp nhận: polling_day.`, `Unknown field "${name}"; accepted field: polling_day.`));
  }
  const { polling_day } = entries;
  if (polling_day === undefined) return wrong("$.polling_day", say('Thiếu trường bắt buộc "polling_day".', 'The required field "polling_day" is missing.'));
  const read = readPollingDay(polling_day);
  return read.ok ? ok({ polling_day: read.value }) : wrong("$.polling_day", read.error);
}

/** Takes any value; gives the polling day, or the sentence that says why it can be none. */
export function readPollingDay(value: unknown): Result<PlainDate, Text> {
  const day = typeof value === "string" ? parsePlainDate(value) : null;
  if (day === null || day > LAST_DAY) {
    const found = JSON.stringify(value)?.slice(0, 80);
    return err(say(
      `Giá trị không hợp lệ: có ${found}; chấp nhận ngày có thật dạng NĂM-THÁNG-NGÀY, ví dụ "2021-05-23".`,
      `Invalid value: found ${found}; accepted: a real day as YYYY-MM-DD, for example "2021-05-23".`,
    ));
  }
  if (electionLawOn(day) === null) {
    const first = BOOK.laws[0]?.from;
    return err(say(`Không có luật bầu cử trong dữ liệu cho ngày ${day}; chấp nhận từ ngày ${first}.`, `No election law in force is known for ${day}; accepted from ${first}.`));
  }
  if (isoWeekday(day) !== SUNDAY) {
    return err(say(
      `Ngày ${formatDate(day)} không phải Chủ nhật; ngày bầu cử phải là Chủ nhật (Luật Bầu cử, Điều 5). Chủ nhật gần nhất: ${sundayNear(day)}.`,
      `${day} is not a Sunday; the polling day must be a Sunday (Law on Elections, article 5). The nearest Sunday: ${sundayNear(day)}.`,
    ));
  }
  return ok(day);
}

/** Takes a day; gives the election law in force on it, or null before the first one. */
export function electionLawOn(day: PlainDate): ElectionLaw | null {
  return inForce(BOOK.laws, day);
}

/** Gives the elections whose polling day has been fixed, in order of time. */
export function knownElections(): readonly Election[] {
  return BOOK.elections;
}

/** Takes a checked polling day; gives its legal calendar. Throws when no law is in force: the input was not checked then. */
export function electionCalendar(input: CalendarInput, options: { lang?: Lang } = {}): ElectionCalendar {
  const { lang = "vi" } = options;
  const { polling_day } = input;
  const law = electionLawOn(polling_day);
  if (law === null) throw new Error(`no election law on ${polling_day}`);
  const milestones = BOOK.milestones.flatMap(({ id, who, what, values }): Milestone[] => {
    const line = inForce(values, polling_day);
    if (line === null) return [];
    const { offset_days, time, levels, cite, status } = line;
    return [{ id, due: addDays(polling_day, -offset_days), time, offset_days, who: who[lang], what: what[lang], levels, cite, status }];
  });
  return { polling_day, law: law.id, milestones: milestones.sort(byTime) };
}

/** Days first; within a day what has no hour before what has one. The sort is stable: the order of the law stays otherwise. */
function byTime(a: Milestone, b: Milestone): number {
  const [left, right] = [`${a.due} ${a.time ?? ""}`, `${b.due} ${b.time ?? ""}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function inForce<T extends Dated>(lines: readonly T[], day: PlainDate): T | null {
  return lines.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
}

function sundayNear(day: PlainDate): PlainDate {
  const weekday = isoWeekday(day);
  return addDays(day, weekday <= 3 ? -weekday : SUNDAY - weekday);
}
