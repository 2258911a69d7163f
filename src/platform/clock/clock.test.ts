import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { clockFrom, dayInVietnam, localTimeOf, standingOn } from "./clock.ts";

describe("today", () => {
  it("is the day in Vietnam: half past midnight is not yesterday, half past eleven is not tomorrow", () => {
    expect(dayInVietnam(Date.parse("2021-11-28T17:30:00Z"))).toBe("2021-11-29");
    expect(dayInVietnam(Date.parse("2021-11-29T16:30:00Z"))).toBe("2021-11-29");
    expect(dayInVietnam(Date.parse("2021-11-29T17:00:00Z"))).toBe("2021-11-30");
    expect(localTimeOf("2021-11-28T17:30:00Z")).toEqual({ on: "2021-11-29", time: "00:30" });
  });
});

describe("a demonstration's clock", () => {
  it("stands on its date at any time of day, and keeps the time of day", () => {
    for (const [instant, time] of [["2026-05-03T17:30:00Z", "00:30"], ["2026-05-03T16:30:00Z", "23:30"], ["2026-05-03T05:00:00Z", "12:00"]] as const) {
      const clock = standingOn(plainDate("2021-11-29"), clockFrom(() => Date.parse(instant)));
      expect(clock.today()).toBe("2021-11-29");
      expect(localTimeOf(clock.now())).toEqual({ on: "2021-11-29", time });
    }
  });
});
