import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../kernel/plain-date.ts";
import { toClusterCalendar } from "./calendar-file.ts";
import { doneOn, type EventKind, eventStates, isNear, isWithinYear, usualYear } from "./events.ts";
import { checkOnce, reachOf } from "./members.ts";
import { isComplete } from "./pact.ts";
import { checkPairs, ringOfPairs } from "./pairs.ts";
import { suggestHeads } from "./rotation.ts";

const on = plainDate;

describe("the usual year", () => {
  it("has the pact by 31 March, the interim review in July, inspection in November and the report by 15 December", () => {
    expect(usualYear(2021).map((event) => [event.kind, event.due_on])).toEqual([
      ["plan", "2021-03-15"], ["pact", "2021-03-31"], ["interim_review", "2021-07-15"], ["thematic_meeting", "2021-08-31"], ["inspection", "2021-11-15"],
      ["scoring", "2021-11-30"], ["final_review", "2021-12-10"], ["election_of_heads", "2021-12-10"], ["report", "2021-12-15"],
    ]);
  });

  it("runs to the end of the next February", () => {
    expect(["2020-12-31", "2021-01-01", "2022-02-28", "2022-03-01"].map((day) => isWithinYear(2021, on(day)))).toEqual([false, true, true, false]);
  });
});

describe("the state of events", () => {
  const event = (due: string, done: string | null = null, cancelled: string | null = null) => ({ due_on: on(due), done_on: done === null ? null : on(done), cancelled_on: cancelled === null ? null : on(cancelled) });

  it("turns late the day after the due day, and only the first ahead is next", () => {
    const year = [event("2021-03-15", "2021-03-20"), event("2021-03-31"), event("2021-07-15"), event("2021-12-10"), event("2021-07-15"), event("2021-06-01", null, "2021-05-01")];
    expect(eventStates(year, on("2021-03-31"))).toEqual(["done", "next", "later", "later", "later", "cancelled"]);
    expect(eventStates(year, on("2021-04-01"))).toEqual(["done", "late", "next", "later", "next", "cancelled"]);
    expect(eventStates(year, on("2022-01-01"))).toEqual(["done", "late", "late", "late", "late", "cancelled"]);
  });

  it("is done by what shows it: the pact signed by all, the next heads elected", () => {
    const facts = { pact_completed_on: on("2021-03-30"), next_elected_on: on("2021-12-09") };
    const of = (kind: EventKind, held: string | null = null) => doneOn({ kind, held_on: held === null ? null : on(held) }, facts);
    expect([of("pact"), of("election_of_heads"), of("final_review"), of("pact", "2021-03-28")]).toEqual(["2021-03-30", "2021-12-09", null, "2021-03-28"]);
  });

  it("is reminded of from three weeks before, and while it is overdue", () => {
    expect(["2021-03-09", "2021-03-10", "2021-05-01"].map((today) => isNear(on("2021-03-31"), on(today)))).toEqual([false, true, true]);
  });
});

describe("rotation", () => {
  it("offers last year's deputy as lead and, as deputy, who never led or led longest ago", () => {
    const past = [{ year: 2020, head_unit_id: "a", deputy_unit_id: "c" }, { year: 2019, head_unit_id: "d", deputy_unit_id: "a" }, { year: 2018, head_unit_id: "b", deputy_unit_id: "d" }];
    expect(suggestHeads(["a", "b", "c", "d"], past, 2021)).toEqual({ head_unit_id: "c", deputy_unit_id: "b" });
    expect(suggestHeads(["a", "b", "c", "d", "e"], past, 2021)).toEqual({ head_unit_id: "c", deputy_unit_id: "e" });
    // The deputy has left: whoever has waited longest leads.
    expect(suggestHeads(["a", "b", "d"], past, 2021)).toEqual({ head_unit_id: "b", deputy_unit_id: "d" });
  });

  it("looks at earlier years only, and at a deputy of the very year before", () => {
    const past = [{ year: 2022, head_unit_id: "a", deputy_unit_id: "b" }, { year: 2019, head_unit_id: "a", deputy_unit_id: "b" }];
    expect(suggestHeads(["a", "b", "c"], past, 2021)).toEqual({ head_unit_id: "b", deputy_unit_id: "c" });
    expect([suggestHeads([], [], 2021), suggestHeads(["a"], [], 2021)]).toEqual([{ head_unit_id: null, deputy_unit_id: null }, { head_unit_id: "a", deputy_unit_id: null }]);
  });
});

describe("inspection in pairs", () => {
  const members = ["a", "b", "c", "d"];

  it("is offered as a ring: each inspects once, is inspected once, never itself, and not the same one each year", () => {
    const of = (year: number) => ringOfPairs(members, year).map((pair) => `${pair.inspector_unit_id}${pair.unit_id}`);
    expect([of(2021), of(2022), of(2023)]).toEqual([["ad", "ba", "cb", "dc"], ["ab", "bc", "cd", "da"], ["ac", "bd", "ca", "db"]]);
    expect([ringOfPairs(["a"], 2021), ringOfPairs(["a", "b"], 2021).length]).toEqual([[], 2]);
  });

  it("is refused for strangers, for oneself, and twice, at its place", () => {
    const pair = (inspector_unit_id: string, unit_id: string) => ({ inspector_unit_id, unit_id });
    const place = (pairs: ReturnType<typeof pair>[]) => {
      const checked = checkPairs(pairs, members);
      return checked.ok ? null : [checked.error.at, checked.error.why.en];
    };
    expect(place([pair("a", "b"), pair("b", "a"), pair("a", "c")])).toBe(null);
    expect([place([pair("a", "b"), pair("a", "x")]), place([pair("a", "a")]), place([pair("a", "b"), pair("b", "a"), pair("a", "b")])]).toEqual([
      [1, "This unit is no member."], [0, "No unit inspects itself."], [2, "This pair is listed twice."],
    ]);
  });
});

describe("members", () => {
  it("stand in one cluster of each reach: one with units of elsewhere, or with the locality itself, reaches outward", () => {
    expect([reachOf(["commune", "commune"]), reachOf(["commune", "outside"]), reachOf(["locality"]), reachOf([])]).toEqual(["local", "outward", "outward", "local"]);
    const elsewhere = [{ unit_id: "a", cluster_id: "x", reach: "local" as const }, { unit_id: "b", cluster_id: "y", reach: "outward" as const }];
    expect([checkOnce(["a", "b"], "local", elsewhere), checkOnce(["c", "b"], "outward", elsewhere), checkOnce(["c"], "local", elsewhere)]).toEqual([
      { ok: false, error: { unit_id: "a", cluster_id: "x" } }, { ok: false, error: { unit_id: "b", cluster_id: "y" } }, { ok: true, value: null },
    ]);
  });

  it("complete a pact when nobody is missing; nobody is not everybody", () => {
    expect([isComplete(["a", "b"], ["b", "a", "gone"]), isComplete(["a", "b"], ["a"]), isComplete([], [])]).toEqual([true, false, false]);
  });
});

describe("the calendar file", () => {
  it("holds whole days, reminds of what is open, and escapes and folds as RFC 5545 asks", () => {
    const events = [
      { id: "e1", title: "Ký kết, giao ước; thi đua", due_on: on("2021-03-31"), host: "Xã A", done_on: on("2021-03-30") },
      { id: "e2", title: "Tổng kết", due_on: on("2021-12-31"), host: null, done_on: null },
    ];
    const file = toClusterCalendar({ name: "Cụm 1", year: 2021, events }, "vi");
    expect(file.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Thi Dua//Cluster calendar//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Cụm 1 2021",
      "BEGIN:VEVENT", "UID:e1@thidua", "DTSTAMP:20210101T000000Z", "DTSTART;VALUE=DATE:20210331", "DTEND;VALUE=DATE:20210401",
      "SUMMARY:Cụm 1: Ký kết\\, giao ước\\; thi đua", "LOCATION:Xã A", "DESCRIPTION:Đã thực hiện.", "TRANSP:TRANSPARENT", "END:VEVENT",
      "BEGIN:VEVENT", "UID:e2@thidua", "DTSTAMP:20210101T000000Z", "DTSTART;VALUE=DATE:20211231", "DTEND;VALUE=DATE:20220101",
      "SUMMARY:Cụm 1: Tổng kết", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Cụm 1: Tổng kết", "TRIGGER:-P7D", "END:VALARM", "END:VEVENT",
      "END:VCALENDAR", "",
    ]);
    const long = toClusterCalendar({ name: "Cụm", year: 2021, events: [{ id: "e3", title: "Sinh hoạt chuyên đề về xây dựng nông thôn mới và giảm nghèo bền vững", due_on: on("2021-08-31"), host: null, done_on: null }] }, "en");
    expect(long.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(long).toContain("\r\n ");
  });
});
