import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addDays, daysBetween, fromDayNumber, isoWeekday, plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { electionCalendar, electionLawOn, knownElections, parseCalendarInput, readPollingDay } from "./index.ts";

type Case = { polling_day: string; law: string; due: Record<string, string> };
const CASES = parse(readFileSync(new URL("../../../law/elections/cases/calendar.yaml", import.meta.url), "utf8")) as Case[];
const calendarOf = (polling_day: string, lang: "vi" | "en" = "vi") => electionCalendar(unwrap(parseCalendarInput({ polling_day })), { lang });

describe("the calendar of an election", () => {
  it.each(CASES)("of $polling_day has these milestones, in this order", ({ polling_day, law, due }) => {
    const calendar = calendarOf(polling_day);
    expect(calendar.law).toBe(law);
    expect(calendar.milestones.map(({ id, due: on, time }) => [id, time === null ? on : `${on} ${time}`])).toEqual(Object.entries(due));
  });

  it("gives a milestone with who, what, level, article and standing", () => {
    const posted = calendarOf("2021-05-23", "en").milestones.find(({ id }) => id === "voter_lists_posted");
    expect(posted).toEqual({
      id: "voter_lists_posted", due: "2021-04-13", time: null, offset_days: 40,
      who: "the commune's People's Committee", what: "Post the voter lists at the commune's office and in public places of the polling area",
      levels: ["commune"], cite: [{ instrument: "85/2015/QH13", article: "32" }], status: "verified",
    });
  });

  it("knows no district from 2025-07-01 on, and did before", () => {
    const districts = (day: string) => calendarOf(day).milestones.filter(({ levels }) => levels.includes("district")).length;
    expect(districts("2021-05-23")).toBeGreaterThan(10);
    expect(districts("2026-03-15")).toBe(0);
    const words = JSON.stringify([calendarOf("2026-03-15"), calendarOf("2026-03-15", "en")]);
    expect(words).not.toMatch(/huyện|district/i);
    expect(calendarOf("2021-05-23").milestones.filter(({ cite }) => cite.some(({ instrument }) => instrument !== "85/2015/QH13"))).toEqual([]);
    expect(calendarOf("2026-03-15").milestones.filter(({ cite }) => !cite.some(({ instrument }) => instrument === "83/2025/QH15"))).toEqual([]);
  });

  it("changes its law between the last Sunday before and the first Sunday of the amendment", () => {
    expect([calendarOf("2025-06-29").law, calendarOf("2025-07-06").law]).toEqual(["85/2015/QH13", "85/2015/QH13, 83/2025/QH15"]);
    const lawOf = (day: string) => electionLawOn(plainDate(day))?.id ?? null;
    expect(["2015-08-31", "2015-09-01", "2025-06-30", "2025-07-01"].map(lawOf)).toEqual([null, "85/2015/QH13", "85/2015/QH13", "85/2015/QH13, 83/2025/QH15"]);
  });

  it("is in order of time and never moves a day, whatever Sunday it is for", () => {
    const sundays = fc.integer({ min: 16_800, max: 60_000 }).map((number) => addDays(fromDayNumber(number), 7 - isoWeekday(fromDayNumber(number))));
    fc.assert(fc.property(sundays, (polling_day) => {
      const { milestones } = calendarOf(polling_day);
      const times = milestones.map(({ due, time }) => `${due} ${time ?? ""}`);
      expect(times).toEqual([...times].sort());
      for (const { due, offset_days } of milestones) expect(daysBetween(due, polling_day)).toBe(offset_days);
    }));
  });

  it("stands for every election that is known", () => {
    expect(knownElections().map(({ polling_day }) => readPollingDay(polling_day))).toEqual([{ ok: true, value: "2021-05-23" }, { ok: true, value: "2026-03-15" }]);
  });
});

describe("a polling day", () => {
  const wrong = (json: unknown) => {
    const read = parseCalendarInput(json, { lang: "en" });
    return read.ok ? null : `${read.error.path} ${read.error.message}`;
  };
  it("must be a Sunday with a law in force, in exactly one field", () => {
    expect(wrong({ polling_day: "2021-05-24" })).toBe("$.polling_day 2021-05-24 is not a Sunday; the polling day must be a Sunday (Law on Elections, article 5). The nearest Sunday: 2021-05-23.");
    expect(wrong({ polling_day: "2021-05-22" })).toContain("The nearest Sunday: 2021-05-23.");
    expect(wrong({ polling_day: "2011-05-22" })).toBe("$.polling_day No election law in force is known for 2011-05-22; accepted from 2015-09-01.");
    expect(wrong({ polling_day: "2021-02-30" })).toContain('found "2021-02-30"');
    expect(wrong({ polling_day: 20210523 })).toContain("found 20210523");
    expect(wrong({ polling_day: "2200-01-05" })).toContain('found "2200-01-05"');
    expect(wrong({})).toBe('$.polling_day The required field "polling_day" is missing.');
    expect(wrong({ polling_day: "2021-05-23", polling_days: 1 })).toBe('$.polling_days Unknown field "polling_days"; accepted field: polling_day.');
    for (const json of [null, 1, "2021-05-23", ["2021-05-23"]]) expect(wrong(json)).toBe('$ A JSON object { "polling_day": "2021-05-23" } is accepted.');
    expect(wrong({ polling_day: "2021-05-23" })).toBe(null);
  });
});
