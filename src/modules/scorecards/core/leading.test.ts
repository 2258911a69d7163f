import { describe, expect, it } from "vitest";
import { leadingUnit } from "./leading.ts";

const votes = (...list: [string, number][]) => leadingUnit(list.map(([unit_id, votes]) => ({ unit_id, votes })));

describe("the leading unit of a cluster", () => {
  it("is the one with the most votes", () => expect(votes(["a", 3], ["b", 7], ["c", 2])).toEqual({ unit_id: "b", votes: 7 }));

  it("is nobody when several share the most, or nobody got any", () => {
    expect(votes(["a", 7], ["b", 7], ["c", 2])).toBe(null);
    expect(votes(["a", 0], ["b", 0])).toBe(null);
    expect(votes(["a", 0])).toBe(null);
    expect(votes()).toBe(null);
  });
});
