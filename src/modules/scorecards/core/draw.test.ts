import { describe, expect, it } from "vitest";
import { checkPairs, drawPairs } from "./draw.ts";

const units = ["u1", "u2", "u3", "u4", "u5"];

describe("who scores whom", () => {
  it("gives each unit as many scorers as it scores, never itself, and no favours returned while the ring is long enough", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const pairs = drawPairs(units, 2, seed);
      for (const unit of units) {
        expect(pairs.filter((pair) => pair.unit_id === unit)).toHaveLength(2);
        expect(pairs.filter((pair) => pair.scorer_unit_id === unit)).toHaveLength(2);
      }
      expect(pairs.some((pair) => pair.scorer_unit_id === pair.unit_id)).toBe(false);
      expect(pairs.some((pair) => pairs.some((back) => back.scorer_unit_id === pair.unit_id && back.unit_id === pair.scorer_unit_id))).toBe(false);
    }
  });

  it("is the same for the same seed whatever the order of the units, and another for most seeds", () => {
    expect(drawPairs([...units].reverse(), 2, 7)).toEqual(drawPairs(units, 2, 7));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawPairs(units, 1, seed)))).size).toBe(14);
  });

  it("never has more scorers than others", () => expect(drawPairs(["a", "b"], 5, 1)).toEqual([{ scorer_unit_id: "b", unit_id: "a" }, { scorer_unit_id: "a", unit_id: "b" }]));

  it("refuses strangers, itself and doubles", () => {
    const wrong = (pairs: [string, string][]) => {
      const checked = checkPairs(pairs.map(([scorer_unit_id, unit_id]) => ({ scorer_unit_id, unit_id })), units);
      return checked.ok ? null : checked.error.en;
    };
    expect(wrong([["u1", "u9"]])).toBe("A unit does not belong to this round.");
    expect(wrong([["u1", "u1"]])).toBe("No unit cross-scores itself.");
    expect(wrong([["u1", "u2"], ["u1", "u2"]])).toBe("A pair occurs twice.");
    expect(wrong([["u1", "u2"], ["u2", "u1"]])).toBeNull();
  });
});
