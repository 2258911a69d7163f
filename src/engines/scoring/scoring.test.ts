import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { parseScoreInput, score } from "./index.ts";

const CARD = {
  id: "cum-xa-2021", base: "25",
  criteria: [
    {
      id: "1",
      criteria: [
        {
          id: "1.1", base: "20",
          rules: [
            { kind: "ratio", actual: "revenue", target: "revenue_plan", zero_below: "50" },
            { kind: "per_unit", fact: "revenue_percent", beyond: "100", points: "0.5", cap: "2" },
          ],
        },
        { id: "1.2", base: "5", rules: [{ kind: "tier", fact: "waste_rate", otherwise: "0", tiers: [{ from: "98", points: "5" }, { from: "97", below: "98", points: "4" }, { from: "96", below: "97", points: "3" }] }] },
      ],
    },
  ],
  gates: [{ id: "self_report", text: "Có báo cáo tự chấm" }],
  classes: [{ id: "excellent", at_least: "24", floor_percent: "85" }, { id: "good", at_least: "20" }, { id: "none", at_least: "0" }],
  tie_break: ["1.1", "1"],
};
const FACTS = { revenue: "112.88", revenue_plan: "112.80", revenue_percent: "100.07", waste_rate: "97" };
const unit = (id: string, facts: object = {}, gates: object = { self_report: true }) => ({ unit: id, facts: { ...FACTS, ...facts }, gates });
const run = (units: readonly unknown[], card: unknown = CARD) => unwrap(score(unwrap(parseScoreInput({ scorecard: card, units }))));

/** A card of one leaf worth 10, for one rule at a time. */
const one = (rules: readonly unknown[], facts: object, leaf: object = {}) => {
  const [result] = run([{ unit: "a", facts }], { id: "c", base: "10", criteria: [{ id: "x", base: "10", rules, ...leaf }] }).units;
  return result?.criteria[0]?.points;
};
const refused = (scorecard: unknown, units: unknown[] = []) => {
  const parsed = parseScoreInput({ scorecard, units }, { lang: "en" });
  const outcome = parsed.ok ? score(parsed.value, { lang: "en" }) : parsed;
  return outcome.ok ? null : outcome.error.path;
};
const leafCard = (rules: readonly unknown[], leaf: object = {}) => ({ id: "c", base: "10", criteria: [{ id: "x", base: "10", rules, ...leaf }] });

describe("score", () => {
  it("gives the worked example of a commune", () => {
    const { units } = run([unit("02020")]);
    expect(units.map(({ criteria, ...rest }) => ({ ...rest, points: criteria.map((entry) => entry.points) }))).toEqual([
      { unit: "02020", complete: true, ranked: true, total: "24", base: "24", bonus: "0", penalty: "0", points: ["20", "4"], class: "good", rank: 1, tied: false, missing: [], failed_gates: [] },
    ]);
  });

  it("leaves a missing fact open: no points there, no rank, the rest counts; zero is a value", () => {
    const [zero, open] = run([unit("b", { waste_rate: null }), unit("a", { waste_rate: "0" })]).units;
    expect([zero?.unit, zero?.total, zero?.rank]).toEqual(["a", "20", 1]);
    expect([open?.unit, open?.total, open?.complete, open?.ranked, open?.class, open?.missing, open?.criteria[1]?.points]).toEqual(["b", "20", false, false, null, ["waste_rate"], null]);
  });

  it("does not rank who fails a gate, or says nothing of it", () => {
    const { units } = run([unit("a", {}, { self_report: false }), unit("b", {}, {})]);
    expect(units.map((entry) => [entry.unit, entry.total, entry.rank, entry.class, entry.failed_gates])).toEqual([["a", "24", null, null, ["self_report"]], ["b", "24", null, null, ["self_report"]]]);
  });

  it("shares a rank between equals and skips the next, whatever the order of the input", () => {
    const units = [unit("d", { revenue_percent: "104" }), unit("b"), unit("c"), unit("a", { waste_rate: "90" })];
    const expected = [["d", 1, false], ["b", 2, true], ["c", 2, true], ["a", 4, false]];
    expect(run(units).units.map((entry) => [entry.unit, entry.rank, entry.tied])).toEqual(expected);
    fc.assert(fc.property(fc.shuffledSubarray(units, { minLength: 4 }), (shuffled) => {
      expect(run(shuffled)).toEqual(run(units));
    }));
  });

  it("breaks a tie by the criteria named for it", () => {
    // Both total 22: one by the first criterion, the other by the second.
    const { units } = run([unit("a", { revenue: "85", revenue_plan: "100", waste_rate: "98" }), unit("b", { revenue: "95", revenue_plan: "100", waste_rate: "96" })]);
    expect(units.map((entry) => [entry.unit, entry.total, entry.rank, entry.tied])).toEqual([["b", "22", 1, false], ["a", "22", 2, false]]);
  });

  it("gives a class only where every leaf reaches its floor", () => {
    const strict = { ...CARD, classes: [{ id: "excellent", at_least: "24", floor_percent: "80" }, { id: "none", at_least: "0" }] };
    expect(run([unit("a")], strict).units[0]?.class).toBe("excellent");
    expect(run([unit("a", { revenue_percent: "104", waste_rate: "96" })], strict).units.map((entry) => [entry.total, entry.class])).toEqual([["25", "none"]]);
  });
});

describe("the kinds of rules", () => {
  it("tier takes the lower bound in and the upper out", () => {
    const tiers = [{ below: "70", points: "0" }, { from: "70", below: "90", points: "5" }, { from: "90", points: "10" }];
    expect(["69.99", "70", "89.9999", "90", "-3"].map((fact) => one([{ kind: "tier", fact: "f", tiers }], { f: fact }))).toEqual(["0", "5", "5", "10", "0"]);
  });

  it("ratio is rounded once, half up to four places, stops at full, and is nothing under its floor", () => {
    const ratio = (actual: string, target: string, more: object = {}) => one([{ kind: "ratio", actual: "a", target: "t", ...more }], { a: actual, t: target });
    expect([ratio("1", "3"), ratio("2", "3"), ratio("5", "3"), ratio("0", "0"), ratio("49.99", "100", { zero_below: "50" }), ratio("50", "100", { zero_below: "50" })]).toEqual(["3.3333", "6.6667", "10", "10", "0", "5"]);
    expect([ratio("4", "2", { direction: "at_most" }), ratio("0", "2", { direction: "at_most" }), ratio("2", "2", { direction: "at_most" })]).toEqual(["5", "10", "10"]);
  });

  it("per_unit counts whole steps unless exact ones are asked, and is capped", () => {
    const per = (value: string, more: object) => one([{ kind: "per_unit", fact: "f", points: "-0.5", ...more }], { f: value });
    expect([per("3.9", {}), per("3.9", { steps: "exact" }), per("3", { every: "2" }), per("9", { cap: "1.5" }), per("2", { beyond: "2" }), per("1", { beyond: "2" })]).toEqual(["8.5", "8.05", "9.5", "8.5", "10", "10"]);
  });

  it("flag, choice, table and a condition", () => {
    expect([one([{ kind: "flag", fact: "f", points: "-3" }], { f: true }), one([{ kind: "flag", fact: "f", points: "-3" }], { f: false })]).toEqual(["7", "10"]);
    expect(one([{ kind: "choice", fact: "f", points: { some: "1", many: "2" } }], { f: "many" })).toBe("12");
    const table = { kind: "table", row: { fact: "n", bounds: ["1000", "2000"] }, column: { fact: "p", bounds: ["1"] }, points: [["0", "-1"], ["0", "-2"], ["0", "-3"]] };
    expect([["999", "1"], ["1000", "1"], ["2000", "0.99"]].map(([n, p]) => one([table], { n, p }))).toEqual(["9", "8", "10"]);
    const conditional = { kind: "flag", fact: "f", points: "-3", only_if: { fact: "mode", is: "strict" } };
    expect([one([conditional], { mode: "strict", f: true }), one([conditional], { mode: "mild" }), one([conditional], { f: true })]).toEqual(["7", "10", null]);
  });

  it("deadline: late, early, by the day, and never", () => {
    const rule = { kind: "deadline", fact: "d", due: "2021-01-31", late: "-0.5", early: { days: 3, points: "0.5" }, per_day: { points: "-0.1", cap: "1" } };
    expect(["2021-01-28", "2021-01-29", "2021-01-31", "2021-02-01", "2021-03-31", null].map((d) => one([rule], { d }))).toEqual(["10.5", "10", "10", "9.4", "8.5", "8.5"]);
    expect(one([rule], {})).toBe(null);
  });

  it("caps of a leaf bound bonus and penalty apart, its least holds before the bonus", () => {
    const rules = [{ kind: "flag", fact: "a", points: "5" }, { kind: "flag", fact: "b", points: "-30" }];
    const facts = { a: true, b: true };
    expect([one(rules, facts), one(rules, facts, { min: "-2" }), one(rules, facts, { cap_penalty: "4", cap_bonus: "1" })]).toEqual(["5", "3", "7"]);
  });
});

describe("what is refused, and where", () => {
  it("a card whose parts do not fit", () => {
    const tier = (tiers: unknown[], more: object = {}) => leafCard([{ kind: "tier", fact: "f", tiers, ...more }]);
    expect([
      refused({ ...CARD, base: "24" }),
      refused({ ...CARD, tie_break: ["9"] }),
      refused(leafCard([{ kind: "manual", fact: "f" }, { kind: "ratio", actual: "a", target: "t" }])),
      refused(tier([{ below: "5", points: "0" }, { from: "4", points: "1" }])),
      refused(tier([{ below: "5", points: "0" }, { from: "6", points: "1" }])),
      refused(tier([{ from: "5", points: "1" }])),
      refused(leafCard([{ kind: "flag", fact: "f", points: "x" }])),
      refused(leafCard([{ kind: "flag", fact: "f", points: "1", onlyif: {} }])),
      refused(leafCard([{ kind: "manual", fact: "f", only_if: { fact: "g", is: true } }])),
    ]).toEqual([
      "$.scorecard.base", "$.scorecard.tie_break[0]", "$.scorecard.criteria[0].rules", "$.scorecard.criteria[0].rules[0].tiers[1]", "$.scorecard.criteria[0].rules[0].tiers[1]",
      "$.scorecard.criteria[0].rules[0].tiers[0]", "$.scorecard.criteria[0].rules[0].points", "$.scorecard.criteria[0].rules[0].onlyif", "$.scorecard.criteria[0].rules[0].only_if",
    ]);
  });

  it("facts that no rule uses or that a rule cannot read", () => {
    const ratio = leafCard([{ kind: "ratio", actual: "a", target: "t" }]);
    const manual = leafCard([{ kind: "manual", fact: "f" }]);
    const choice = leafCard([{ kind: "choice", fact: "f", points: { some: "1" } }]);
    const at = (card: unknown, facts: object) => refused(card, [{ unit: "u", facts }]);
    expect([at(ratio, { a: "1", t: "0" }), at(ratio, { a: "1", t: "2", z: "1" }), at(ratio, { a: "một", t: "2" }), at(manual, { f: "11" }), at(choice, { f: "none" })]).toEqual([
      "$.units[0].facts.t", "$.units[0].facts.z", "$.units[0].facts.a", "$.units[0].facts.f", "$.units[0].facts.f",
    ]);
    expect(refused(manual, [{ unit: "u", facts: { f: "1" } }, { unit: "u", facts: { f: "1" } }])).toBe("$.units[1].unit");
    expect(refused(manual, [{ unit: "u", facts: { f: "1" }, gates: { g: true } }])).toBe("$.units[0].gates.g");
  });
});
