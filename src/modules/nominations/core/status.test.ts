import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { follow, NOMINATION_ACTIONS, NOMINATION_STATUSES, statusOfActions, TRANSITIONS } from "./status.ts";

describe("the life of a nomination", () => {
  it("goes from draft to an award, and through two returns", () => {
    expect(statusOfActions(["draft", "submit", "take_up", "recommend", "enter_decision", "decide"])).toBe("decided");
    expect(statusOfActions(["draft", "submit", "return", "revise", "submit", "take_up", "return", "submit"])).toBe("submitted");
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
