import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { follow, NOMINATION_ACTIONS, NOMINATION_STATUSES, statusOfActions, TRANSITIONS } from "./status.ts";

describe("the life of a nomination", () => {
  it("goes from draft to an award, and through two returns", () => {
    expect(statusOfActions(["draft", "submit", "take_up", "recommend", "enter_decision", "decide"])).toBe("decided");
    expect(statusOfActions(["draft", "submit", "return", "revise", "submit", "take_up", "return", "submit"])).toBe("submitted");
  });

  it("climbs two levels, comes back and climbs again", () => {
    const climb = ["submit_to_level", "forward", "pass_on"] as const;
    expect(statusOfActions(["draft", ...climb, "take_up", "return", "revise", ...climb])).toBe("submitted");
    expect(statusOfActions(["draft", "submit_to_level", "level_return", "submit_to_level", "refuse_forward", "level_reconsider", "pass_on"])).toBe("submitted");
  });

  it("goes to the level above in a package and comes back approved, declined or returned", () => {
    const up = ["draft", "submit", "take_up", "recommend", "enter_package", "leave_package", "enter_package", "send_up"] as const;
    expect([...(["approve_above", "decline_above", "return_above"] as const)].map((answer) => statusOfActions([...up, answer]))).toEqual(["decided", "declined", "returned"]);
  });

  it("leaves to the level what the level has: the unit cannot submit past it, nor the officer return or take it up", () => {
    expect((["submit", "return", "take_up", "assign", "revise"] as const).map((action) => follow("at_level", action))).toEqual([null, null, null, null, null]);
    expect((["withdraw", "return", "decide", "enter_decision"] as const).map((action) => follow("sent_up", action))).toEqual([null, null, null, null]);
  });

  it("refuses what cannot follow", () => {
    expect(follow("draft", "recommend")).toBe(null);
    expect(follow("decided", "withdraw")).toBe(null);
    expect(() => statusOfActions(["draft", "decide"])).toThrow("decide cannot follow in draft");
  });

  it("ends for good where nothing may follow", () => {
    expect(NOMINATION_STATUSES.filter((status) => Object.keys(TRANSITIONS[status]).length === 0)).toEqual(["declined", "withdrawn", "revoked"]);
  });

  it("gives by folding what single steps give, for any walk", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NOMINATION_ACTIONS), { maxLength: 30 }), (wishes) => {
        let status: (typeof NOMINATION_STATUSES)[number] = "draft";
        const done: (typeof NOMINATION_ACTIONS)[number][] = ["draft"];
        for (const wish of wishes) {
          const next = follow(status, wish);
          if (next === null) continue;
          status = next;
          done.push(wish);
        }
        expect(statusOfActions(done)).toBe(status);
      }),
    );
  });
});
