import { describe, expect, it } from "vitest";
import { decimal, toText } from "../../../kernel/decimal.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { comparedPlan, countStates, courseOf, type Figure, isFinal, percentOf, planInForce, reached, rollUpAt, stateOf } from "./figures.ts";
import { endedPeriods, endsPeriod, periodMonths, periodName, reportDueOn } from "./periods.ts";
import { showFigure, sparklineOf, typedFigure } from "./shown-figure.ts";

const d = decimal;
const figures = (...pairs: readonly [number, string][]): Figure[] => pairs.map(([month, value]) => ({ month, value: d(value) }));

describe("whether a plan is reached", () => {
  it("compares exact numbers, not rounded percentages", () => {
    // 99.999 % of the plan is shown as 100, and is not met.
    expect(toText(percentOf(d("99.999"), d("100")) ?? d("0"))).toBe("100");
    expect(reached("at_least", d("99.999"), d("100"))).toBe("not_met");
    expect(["99.9", "100.0", "100.1"].map((value) => reached("at_least", d(value), d("100")))).toEqual(["not_met", "met", "exceeded"]);
    expect(["99.9", "100.0", "100.1"].map((value) => reached("at_most", d(value), d("100")))).toEqual(["exceeded", "met", "not_met"]);
    expect(["99.9", "100.0", "100.1"].map((value) => reached("exactly", d(value), d("100")))).toEqual(["not_met", "met", "not_met"]);
  });

  it("is decided before the year's end only for a running total that must reach at least the plan", () => {
    const running = { direction: "at_least", reckoning: "cumulative" } as const;
    expect(stateOf(running, d("101"), d("100"), false)).toBe("exceeded");
    expect(stateOf(running, d("100"), d("100"), false)).toBe("met");
    expect(stateOf(running, d("99"), d("100"), false)).toBe("in_progress");
    expect(stateOf(running, d("99"), d("100"), true)).toBe("not_met");
    expect(stateOf({ ...running, reckoning: "year_end" }, d("101"), d("100"), false)).toBe("in_progress");
    expect(stateOf({ direction: "at_most", reckoning: "cumulative" }, d("1"), d("100"), false)).toBe("in_progress");
    expect(stateOf(running, null, d("100"), true)).toBe("no_figure");
    expect([isFinal(2021, plainDate("2021-12-30"), false), isFinal(2021, plainDate("2021-12-31"), false), isFinal(2021, plainDate("2021-06-01"), true)]).toEqual([false, true, true]);
  });

  it("shows percents rounded half up to two places, none against a plan of 0", () => {
    expect(toText(percentOf(d("112.88"), d("112.80")) ?? d("0"))).toBe("100.07");
    expect(toText(percentOf(d("2"), d("3")) ?? d("0"))).toBe("66.67");
    expect(toText(percentOf(d("1.00005"), d("1")) ?? d("0"))).toBe("100.01");
    expect(percentOf(d("5"), d("0"))).toBeNull();
  });

  it("counts targets by state", () => {
    expect(countStates(["exceeded", "met", "exceeded", "no_figure"])).toEqual({ exceeded: 2, met: 1, not_met: 0, in_progress: 0, no_figure: 1 });
  });
});

describe("the plan in force", () => {
  const revisions = [
    { revision: 1, from_on: plainDate("2021-01-08"), assigned_from_above: d("100"), voted: d("110") },
    { revision: 2, from_on: plainDate("2021-07-20"), assigned_from_above: d("90"), voted: null },
  ];

  it("is the newest that has begun; the day before, the one before", () => {
    expect(planInForce(revisions, plainDate("2021-07-19"))?.revision).toBe(1);
    expect(planInForce(revisions, plainDate("2021-07-20"))?.revision).toBe(2);
    expect(planInForce(revisions, plainDate("2021-01-01"))?.revision).toBe(1);
    expect(planInForce([], plainDate("2021-01-01"))).toBeNull();
  });

  it("is compared by what the council voted, else by what was assigned from above", () => {
    expect(revisions.map((revision) => toText(comparedPlan(revision) ?? d("0")))).toEqual(["110", "90"]);
    expect(comparedPlan(null)).toBeNull();
  });
});

describe("rolling up", () => {
  const units = [
    { figures: figures([3, "10"], [6, "30"]), plan: d("25") },
    { figures: figures([3, "5.5"]), plan: d("10") },
    { figures: [], plan: d("10") },
  ];

  it("adds, averages, counts; says how many reported the period itself", () => {
    const at = (method: "sum" | "average" | "count_met" | "none", month: number) => {
      const rolled = rollUpAt(method, "at_least", units, month);
      return rolled === null ? null : [toText(rolled.value), rolled.reported, rolled.included, rolled.of];
    };
    expect(at("sum", 3)).toEqual(["15.5", 2, 2, 3]);
    // The unit that has not reported the second quarter counts with its first.
    expect(at("sum", 6)).toEqual(["35.5", 1, 2, 3]);
    expect(at("average", 3)).toEqual(["7.75", 2, 2, 3]);
    expect(at("count_met", 6)).toEqual(["1", 1, 2, 3]);
    expect(at("none", 6)).toBeNull();
    expect(at("sum", 2)).toBeNull();
  });

  it("rounds an average to four places", () => {
    const thirds = ["1", "1", "0"].map((value) => ({ figures: figures([3, value]), plan: null }));
    expect(toText(rollUpAt("average", "at_least", thirds, 3)?.value ?? d("0"))).toBe("0.6667");
  });

  it("gives way to the whole's own figures", () => {
    const shown = (own: Figure[]) => {
      const course = courseOf("sum", "at_least", own, units);
      return [course.series.map((value) => (value === null ? "" : toText(value))).join(" "), course.latest?.month ?? null, course.rolled?.reported ?? null];
    };
    expect(shown([])).toEqual(["  15.5   35.5      ", 6, 1]);
    expect(shown(figures([1, "7"]))).toEqual(["7           ", 1, null]);
  });
});

describe("periods", () => {
  it("end with their month and are due in the month after", () => {
    expect([periodMonths("month").length, periodMonths("quarter"), periodMonths("half"), periodMonths("year")]).toEqual([12, [3, 6, 9, 12], [6, 12], [12]]);
    expect([endsPeriod("quarter", 3), endsPeriod("quarter", 4), endsPeriod("month", 13)]).toEqual([true, false, false]);
    expect([reportDueOn(2021, 3, 5), reportDueOn(2021, 12, 5), reportDueOn(2021, 1, 31)]).toEqual(["2021-04-05", "2022-01-05", "2021-02-28"]);
    expect(endedPeriods("quarter", 2021, plainDate("2021-06-30"))).toEqual([3]);
    expect(endedPeriods("quarter", 2021, plainDate("2021-07-01"))).toEqual([3, 6]);
    expect([periodName("month", 12).vi, periodName("quarter", 9).vi, periodName("half", 6).vi, periodName("year", 12).vi]).toEqual(["Tháng 12", "Quý III", "6 tháng đầu năm", "Cả năm"]);
  });
});

describe("figures on a page", () => {
  it("show their places, and read back exactly from a form", () => {
    expect([showFigure(d("1234.5"), 2), showFigure(d("923"), 0), showFigure(d("0.005"), 2), showFigure(d("12"), 1)]).toEqual(["1.234,50", "923", "0,01", "12,0"]);
    expect([typedFigure(d("29143.75")), typedFigure(d("1234"))]).toEqual(["29143,75", "1234"]);
  });

  it("draw a line from low to high with the plan beside it", () => {
    const series = [d("0"), null, d("50"), null, null, null, null, null, null, null, null, d("100")];
    expect(sparklineOf(series, d("100"))).toEqual({ line: "3,25 23.7,14 117,3", last: { x: "117", y: "3" }, plan_y: "3" });
    expect(sparklineOf([d("5")], null)).toEqual({ line: "3,14", last: { x: "3", y: "14" }, plan_y: null });
    expect(sparklineOf([null], d("5"))).toBeNull();
  });
});
