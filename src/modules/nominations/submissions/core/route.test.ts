import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../kernel/plain-date.ts";
import { collision, levelsFor, nextLevel, type RouteLevel } from "./route.ts";

const level = (id: string, order_no: number, more: Partial<RouteLevel>): RouteLevel => ({
  id, level_unit_id: `unit-${id}`, order_no, unit_kind: null, unit_ids: [], from_on: plainDate("2021-01-01"), to_on: null, basis: "Quy chế mẫu", ...more,
});
const first = level("a", 1, { unit_kind: "school" });
const second = level("b", 2, { unit_ids: ["s1"], to_on: plainDate("2021-07-01") });
const school = { id: "s1", kind: "school" } as const;
const ids = (list: readonly RouteLevel[]) => list.map(({ id }) => id);

describe("the route of a unit's dossiers", () => {
  it("is the levels of its kind and of its name, in their order, on days they cover", () => {
    const on = (day: string) => ids(levelsFor([second, first], school, plainDate(day)));
    expect(["2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01"].map(on)).toEqual([[], ["a", "b"], ["a", "b"], ["a"]]);
    expect(levelsFor([first, second], { id: "c1", kind: "commune" }, plainDate("2021-03-01"))).toEqual([]);
    expect(levelsFor([first], { id: "unit-a", kind: "school" }, plainDate("2021-03-01"))).toEqual([]);
  });

  it("goes on from the level that has the dossier to the deciding level", () => {
    const next = (passed: number | null) => nextLevel([first, second], school, plainDate("2021-03-01"), passed)?.id ?? null;
    expect([next(null), next(1), next(2)]).toEqual(["a", "b", null]);
  });
});

describe("a new level", () => {
  const kinds = new Map([["s1", ["school"] as const], ["c1", ["commune"] as const]]);
  const meets = (made: Partial<RouteLevel>) => collision(level("new", 1, made), [first, second], kinds)?.id ?? null;

  it("may not take a unit that another takes at the same place on the same day, by kind or by name", () => {
    expect(meets({ unit_kind: "school" })).toBe("a");
    expect(meets({ unit_ids: ["s1"] })).toBe("a");
    expect(meets({ unit_ids: ["c1"] })).toBe(null);
    expect(meets({ unit_kind: "school", order_no: 2 })).toBe("b");
    expect(meets({ unit_kind: "school", order_no: 2, from_on: plainDate("2021-07-01") })).toBe(null);
    expect(meets({ unit_kind: "school", order_no: 3 })).toBe(null);
  });

  it("may not be the same unit a second time in one route", () => {
    expect(meets({ unit_kind: "school", order_no: 3, level_unit_id: "unit-a" })).toBe("a");
  });
});
