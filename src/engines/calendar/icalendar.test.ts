import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { fold } from "./icalendar.ts";
import { electionCalendar, parseCalendarInput, toICalendar } from "./index.ts";

const calendarOf = (polling_day: string, lang: "vi" | "en" = "vi") => electionCalendar(unwrap(parseCalendarInput({ polling_day })), { lang });
const octets = (text: string) => new TextEncoder().encode(text).length;

/** Reads an iCalendar file back: unfolds, splits and unescapes. */
function read(file: string): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  for (const line of file.replaceAll("\r\n ", "").split("\r\n")) {
    const at = line.indexOf(":");
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (line === "BEGIN:VEVENT") events.push({});
    else if (name !== "END" && events.length > 0 && line !== "") (events.at(-1) ?? {})[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
  }
  return events;
}

describe.each([["2021-05-23", "vi"], ["2026-03-15", "en"]] as const)("the iCalendar file of %s in %s", (polling_day, lang) => {
  const calendar = calendarOf(polling_day, lang);
  const file = toICalendar(calendar, { lang });
  const events = read(file);

  it("keeps to the lines of RFC 5545", () => {
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines = file.split("\r\n");
    expect(lines.filter((line) => octets(line) > 75)).toEqual([]);
    // Only a long Vietnamese line shows that folding was needed at all.
    expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(20);
  });

  it("has one event per milestone, with the same words, in its own id", () => {
    expect(events.map(({ UID }) => UID)).toEqual(calendar.milestones.map(({ id }) => `${polling_day}.${id}@thidua`));
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(calendar.milestones.length);
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(calendar.milestones.map(({ what }) => what));
    expect(events.map(({ DESCRIPTION }) => DESCRIPTION?.split("\n")[0])).toEqual(calendar.milestones.map(({ who }) => who));
  });

  it("is the same bytes every time", () => {
    expect(toICalendar(calendarOf(polling_day, lang), { lang })).toBe(file);
    expect(new Set(events.map(({ DTSTAMP }) => DTSTAMP))).toEqual(new Set([`${calendar.milestones[0]?.due.replaceAll("-", "")}T000000Z`]));
  });
});

describe("times", () => {
  const events = read(toICalendar(calendarOf("2021-05-23")));
  const times = (id: string) => Object.entries(events.find(({ UID }) => UID === `2021-05-23.${id}@thidua`) ?? {}).filter(([name]) => /^DT(START|END)/.test(name));
  it("without an hour are whole days whose end is excluded", () => {
    expect(times("voter_lists_posted")).toEqual([["DTSTART;VALUE=DATE", "20210413"], ["DTEND;VALUE=DATE", "20210414"]]);
  });
  it("with an hour are instants in UTC, seven hours behind", () => {
    expect(times("candidate_dossiers_closed")).toEqual([["DTSTART", "20210314T100000Z"]]);
    expect(times("campaign_closes")).toEqual([["DTSTART", "20210522T000000Z"]]);
    const early = { ...calendarOf("2021-05-23"), milestones: calendarOf("2021-05-23").milestones.filter(({ id }) => id === "polling_opens").map((one) => ({ ...one, time: "05:30" })) };
    expect(read(toICalendar(early))[0]?.["DTSTART"]).toBe("20210522T223000Z");
  });
});

describe("text", () => {
  it("is escaped, and read back as it was", () => {
    const [first] = calendarOf("2021-05-23").milestones;
    if (first === undefined) throw new Error("no milestone");
    const what = "Một, hai; ba \\ bốn\nnăm: “sáu”";
    const file = toICalendar({ ...calendarOf("2021-05-23"), milestones: [{ ...first, what }] });
    expect(file).toContain("SUMMARY:Một\\, hai\\; ba \\\\ bốn\\nnăm: “sáu”\r\n");
    expect(read(file)[0]?.["SUMMARY"]).toBe(what);
  });
  it("is folded at 75 octets, never inside a letter", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }).map((text) => text.replace(/[\r\n]/g, "")), (text) => {
      const folded = fold(text);
      for (const line of folded.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
      expect(folded.replaceAll("\r\n ", "")).toBe(text);
    }));
    expect(fold("a".repeat(75))).toBe("a".repeat(75));
    expect(fold("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`);
    expect(fold(`${"a".repeat(74)}ế`)).toBe(`${"a".repeat(74)}\r\n ế`);
  });
});
