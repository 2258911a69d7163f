import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../kernel/plain-date.ts";
import { type ClearanceRule, rulesFor, standingOf } from "./clearance.ts";

const due_on = plainDate("2021-12-10");

describe("where a question stands", () => {
  it("waits through the due date, and only a rule turns silence into an answer", () => {
    const line = (silence: "means_no_objection" | "means_nothing") => ({ answer: null, due_on, silence });
    expect(standingOf(line("means_no_objection"), plainDate("2021-12-10"))).toBe("waiting");
    expect(standingOf(line("means_no_objection"), plainDate("2021-12-11"))).toBe("silent_clear");
    expect(standingOf(line("means_nothing"), plainDate("2021-12-11"))).toBe("silent_open");
  });

  it("keeps to the answer, however late", () => {
    expect(standingOf({ answer: "objection", due_on, silence: "means_no_objection" }, plainDate("2022-01-01"))).toBe("objection");
    expect(standingOf({ answer: "no_objection", due_on, silence: "means_nothing" }, plainDate("2022-01-01"))).toBe("clear");
  });
});

describe("which rules ask", () => {
  const rule = (change: Partial<ClearanceRule>): ClearanceRule => ({
    id: "r", applies: "enterprises", matter: "tax", days: 10, silence: "means_nothing", instrument: "Quy chế mẫu", from_on: plainDate("2021-01-01"), to_on: null, ...change,
  });
  const on = plainDate("2021-12-01");

  it("tells enterprises from their people and from everybody else", () => {
    const rules = [rule({}), rule({ id: "p", applies: "enterprise_people", matter: "police" }), rule({ id: "a", applies: "all", matter: "environment" })];
    const ids = (asked: { of_enterprise: boolean; individual: boolean }) => rulesFor(rules, asked, on).map(({ id }) => id);
    expect(ids({ of_enterprise: true, individual: false })).toEqual(["r", "a"]);
    expect(ids({ of_enterprise: true, individual: true })).toEqual(["p", "a"]);
    expect(ids({ of_enterprise: false, individual: true })).toEqual(["a"]);
  });

  it("keeps to the dates, and to the later of two on one matter", () => {
    const rules = [rule({ id: "new", from_on: plainDate("2021-06-01"), days: 5 }), rule({ id: "old" }), rule({ id: "ended", matter: "police", to_on: plainDate("2021-12-01") })];
    expect(rulesFor(rules, { of_enterprise: true, individual: false }, on).map(({ id }) => id)).toEqual(["new"]);
    expect(rulesFor(rules, { of_enterprise: true, individual: false }, plainDate("2021-05-31")).map(({ id }) => id)).toEqual(["old", "ended"]);
  });
});
