import { floor, parseDecimal } from "../../kernel/decimal.ts";
import { parseTypedDate, type PlainDate } from "../../kernel/plain-date.ts";
import { say, type Text } from "../../kernel/text.ts";
import { wrongMeetingDay } from "./core/days.ts";
import { type MeetingFigures, wrongMeeting } from "./core/meeting.ts";
import { type Column, SHEET_COLUMNS } from "./core/sheet.ts";
import type { Meeting } from "./store.ts";

type Told = Readonly<Partial<Record<Column, string | undefined>>>;
type Fault = { field: Column; text: Text };

/** A meeting as the rows of a sheet tell it. */
export type ReadMeeting = Pick<Meeting, "village_id" | "met_on" | "called" | "present" | "chair_name" | "secretary_name">;

const PARTS = ["met_on", "called", "present", "chair", "secretary"] as const;

/** Takes text; gives the whole number it says, or null; at most 100,000, as in the forms. Thousands may be grouped by dots. */
export function wholeIn(text: string): number | null {
  const parsed = parseDecimal(text.trim().replace(/[.\s](?=\d{3}(\D|$))/g, ""));
  if (parsed === null || parsed.scale !== 0 || parsed.units < 0n || parsed.units > 100_000n) return null;
  return Number(floor(parsed));
}

/**
 * Takes the rows of a sheet with the village of each, and the meetings known before; gives the meetings the rows tell of
 * (figures may stand in one row or be repeated in all), each village's figures for checking votes, and the faults by row.
 */
export function judgeMeetings(rows: readonly Told[], villages: readonly (string | null)[], before: readonly Meeting[], review_year: number, today: PlainDate) {
  const faults = new Map<number, Fault>();
  const told = new Map<string, { first: number; parts: Partial<Record<(typeof PARTS)[number], string>> }>();
  for (const [index, row] of rows.entries()) {
    const village_id = villages[index] ?? null;
    if (village_id === null || PARTS.every((part) => row[part] === undefined)) continue;
    const entry = told.get(village_id) ?? { first: index, parts: {} };
    told.set(village_id, entry);
    for (const part of PARTS) {
      const text = row[part];
      if (text === undefined) continue;
      const earlier = entry.parts[part];
      if (earlier !== undefined && earlier !== text) {
        faults.set(index, { field: part, text: say(`“${SHEET_COLUMNS[part].vi}” của thôn này ở dòng trên ghi “${earlier}”, dòng này ghi “${text}”.`, `“${SHEET_COLUMNS[part].en}” of this village says “${earlier}” above and “${text}” here.`) });
      } else entry.parts[part] = text;
    }
  }
  const known = new Map(before.map((meeting) => [meeting.village_id, meeting]));
  const byVillage = new Map<string, MeetingFigures>(known);
  const written: ReadMeeting[] = [];
  for (const [village_id, { first, parts }] of told) {
    const read = readMeeting(village_id, parts, known.get(village_id), review_year, today);
    if ("field" in read) {
      if (!faults.has(first)) faults.set(first, read);
      continue;
    }
    byVillage.set(village_id, read);
    if (differs(known.get(village_id), read)) written.push(read);
  }
  return { faults, byVillage, written };
}

function readMeeting(village_id: string, parts: Partial<Record<(typeof PARTS)[number], string>>, known: Meeting | undefined, review_year: number, today: PlainDate): ReadMeeting | Fault {
  const fault = (field: Column, vi: string, en: string): Fault => ({ field, text: say(vi, en) });
  const met_on = parts.met_on === undefined ? (known?.met_on ?? null) : parseTypedDate(parts.met_on);
  if (met_on === null) return fault("met_on", "Ngày họp thôn chưa ghi hoặc không phải ngày: hãy ghi như 15/11/2021.", "The day of the meeting is missing or no date: write it like 15/11/2021.");
  if (met_on > today) return fault("met_on", "Ngày họp thôn không thể sau hôm nay.", "The village cannot have met after today.");
  const year = wrongMeetingDay(met_on, review_year);
  if (year !== null) return { field: "met_on", text: year };
  const called = parts.called === undefined ? (known?.called ?? null) : wholeIn(parts.called);
  if (called === null) return fault("called", "Số hộ được mời họp chưa ghi hoặc không phải số nguyên.", "How many were called is missing or no whole number.");
  const present = parts.present === undefined ? (known?.present ?? null) : wholeIn(parts.present);
  if (present === null) return fault("present", "Số hộ dự họp chưa ghi hoặc không phải số nguyên.", "How many came is missing or no whole number.");
  const chair_name = parts.chair ?? known?.chair_name;
  if (chair_name === undefined) return fault("chair", "Chưa ghi người chủ trì cuộc họp thôn.", "The chair of the meeting is missing.");
  const secretary_name = parts.secretary ?? known?.secretary_name;
  if (secretary_name === undefined) return fault("secretary", "Chưa ghi thư ký cuộc họp thôn.", "The secretary of the meeting is missing.");
  const mismatch = wrongMeeting({ called, present });
  return mismatch === null ? { village_id, met_on, called, present, chair_name, secretary_name } : { field: "present", text: mismatch };
}

function differs(known: Meeting | undefined, now: ReadMeeting): boolean {
  return known === undefined || known.met_on !== now.met_on || known.called !== now.called || known.present !== now.present || known.chair_name !== now.chair_name || known.secretary_name !== now.secretary_name;
}
