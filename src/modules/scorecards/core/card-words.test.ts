import { describe, expect, it } from "vitest";
import { cardShape, shapedRule } from "./card-shape.ts";
import { ruleInWords, traceInWords } from "./card-words.ts";
import { classIdOf, className } from "./card-classes.ts";
import type { CardRule, FactNote } from "./content.ts";

const FACTS: Record<string, FactNote> = {
  rate: { label_vi: "Tỷ lệ thu gom", label_en: "Collected", measure: "%" }, plan: { label_vi: "Kế hoạch" }, late: { label_vi: "Số việc chậm" },
  grade: { label_vi: "Mức", choices: { good: "Tốt", poor: "Kém" } }, own: { label_vi: "Tự phát hiện" }, on: { label_vi: "Ngày gửi" },
};
const vi = (rule: CardRule) => ruleInWords(rule, FACTS, "vi");
const en = (rule: CardRule) => ruleInWords(rule, FACTS, "en");

describe("rules in words", () => {
  it("tell tiers with their open ends and the rest", () => {
    const rule = { kind: "tier", fact: "rate", tiers: [{ from: "98", points: "5" }, { from: "97.5", below: "98", points: "4" }, { below: "90", points: "1" }], otherwise: "0" };
    expect(vi(rule)).toBe("Tỷ lệ thu gom (%): từ 98 trở lên: 5 điểm; từ 97,5 đến dưới 98: 4 điểm; dưới 90: 1 điểm; còn lại: 0 điểm");
    expect(en(rule)).toBe("Collected (%): 98 and above: 5 points; from 97.5 to below 98: 4 points; below 90: 1 point; otherwise: 0 points");
  });

  it("tell a ratio in both directions", () => {
    expect(vi({ kind: "ratio", actual: "rate", target: "plan", zero_below: "50" })).toBe("“Tỷ lệ thu gom (%)” đạt “Kế hoạch” trở lên: đủ điểm chuẩn; thấp hơn thì tính theo tỷ lệ; dưới 50 % thì 0 điểm");
    expect(vi({ kind: "ratio", actual: "rate", target: "plan", direction: "at_most" })).toBe("“Tỷ lệ thu gom (%)” không vượt “Kế hoạch”: đủ điểm chuẩn; vượt thì giảm theo tỷ lệ");
  });

  it("tell the judge's points, each unit, a flag", () => {
    expect(vi({ kind: "manual", fact: "plan" })).toBe("Người chấm cho điểm từ 0 đến điểm chuẩn: Kế hoạch");
    expect(vi({ kind: "per_unit", fact: "late", points: "-0.5", cap: "1.5" })).toBe("Số việc chậm: cứ mỗi 1 trừ 0,5 điểm, tối đa 1,5 điểm");
    expect(vi({ kind: "per_unit", fact: "rate", points: "0.1", every: "5", beyond: "100", steps: "exact" })).toBe("Tỷ lệ thu gom (%): cứ mỗi 5 vượt trên 100 cộng 0,1 điểm, tính cả phần lẻ");
    expect(vi({ kind: "flag", fact: "own", points: "2" })).toBe("Tự phát hiện: có thì cộng 2 điểm");
  });

  it("tell a choice by its names, with its condition", () => {
    const rule = { kind: "choice", fact: "grade", points: { poor: "-2", good: "0" }, only_if: { fact: "own", is: false } };
    expect(vi(rule)).toBe("Mức: Tốt: không cộng, không trừ; Kém: trừ 2 điểm. Chỉ tính khi “Tự phát hiện”: không");
    expect(en(rule)).toBe("Mức: Tốt: no change; Kém: minus 2 points. Only when “Tự phát hiện”: no");
  });

  it("tell a deadline whole, and a table row by row", () => {
    expect(vi({ kind: "deadline", fact: "on", due: "2021-01-31", late: "-0.5", early: { days: 3, points: "0.5" }, per_day: { points: "-0.1", cap: "1" } })).toBe(
      "Ngày gửi: sau ngày 31/01/2021 hoặc không có: trừ 0,5 điểm; thêm mỗi ngày chậm trừ 0,1 điểm, tối đa 1 điểm; sớm từ 3 ngày: cộng 0,5 điểm",
    );
    expect(vi({ kind: "table", row: { fact: "late", bounds: ["1000"] }, column: { fact: "rate", bounds: [] }, points: [["-1"], ["0"]] })).toBe(
      "Theo “Số việc chậm” × “Tỷ lệ thu gom (%)”: dưới 1.000: mọi giá trị trừ 1 điểm; từ 1.000 trở lên: mọi giá trị không cộng, không trừ",
    );
  });

  it("say of what fits no kind that it is unfinished", () => {
    expect(vi({ kind: "tier", fact: "rate" })).toBe("Quy tắc chưa hoàn chỉnh");
  });

  it("give the engine's trace with names, numbers as they are read, and what was missing", () => {
    expect(traceInWords("5; tier rate=97.5 → 4; choice grade=poor → -2 = 2", FACTS, "vi")).toBe("5; Theo khoảng: Tỷ lệ thu gom (%) = 97,5 → 4; Chọn một trong các mức: Mức = Kém → −2 = 2");
    expect(traceInWords("6.5; ratio rate=1, plan=2 → 3; flag own=true → 1; deadline on=null → -1 = 3", FACTS, "vi")).toBe(
      "6,5; Theo tỷ lệ thực hiện so với kế hoạch: Tỷ lệ thu gom (%) = 1, Kế hoạch = 2 → 3; Có thì cộng hoặc trừ: Tự phát hiện = có → 1; Theo thời hạn: Ngày gửi = chưa bao giờ → −1 = 3",
    );
    expect(traceInWords("? rate, plan", FACTS, "vi")).toBe("Thiếu: Tỷ lệ thu gom (%); Kế hoạch");
  });
});

describe("classes", () => {
  it("are called by their names, and an officer's own name is its own id", () => {
    expect([className("excellent", "vi"), className("Lá cờ đầu", "vi"), className("toString", "vi")]).toEqual(["Hoàn thành xuất sắc nhiệm vụ", "Lá cờ đầu", "toString"]);
    expect([classIdOf("Hoàn thành tốt nhiệm vụ"), classIdOf("Lá cờ đầu")]).toEqual(["good", "Lá cờ đầu"]);
  });
});

describe("the shape of a card", () => {
  const card = (criteria: unknown, more: Record<string, unknown> = {}) => ({ scorecard: { id: "x", base: 25, criteria }, facts: {}, leaves: {}, ...more });
  const placesOf = (input: unknown) => {
    const outcome = cardShape.safeParse(input);
    return outcome.success ? [] : outcome.error.issues.map((issue) => issue.path.join("."));
  };

  it("takes numbers as text in their shortest form, and an unfinished draft", () => {
    const outcome = cardShape.parse(card([{ id: "1", criteria: [] }, { id: "2", base: "5.0", rules: [] }]));
    expect(outcome.scorecard).toEqual({ id: "x", base: "25", criteria: [{ id: "1", criteria: [] }, { id: "2", base: "5", rules: [] }] });
  });

  it("names the place of what is wrong, deep in a group too", () => {
    expect(placesOf(card([{ id: "1", criteria: [{ id: "1.1", base: "5,5", rules: [{ kind: "manual", fact: "A" }] }] }]))).toEqual(["scorecard.criteria.0.criteria.0.base", "scorecard.criteria.0.criteria.0.rules.0.fact"]);
    expect(placesOf(card([], { facts: { Thu: { label_vi: "x" } } }))).toEqual(["facts.Thu"]);
    expect(placesOf(card([{ id: "1", base: "1", rules: [], extra: true }]))).toEqual(["scorecard.criteria.0"]);
  });

  it("refuses groups without end, and ids that reach into objects", () => {
    const nested = (depth: number): unknown => (depth === 0 ? { id: "0", base: "1", rules: [] } : { id: String(depth), criteria: [nested(depth - 1)] });
    expect(placesOf(card([nested(3)]))).toEqual([]);
    expect(placesOf(card([nested(4)]))).toEqual(["scorecard.criteria.0.criteria.0.criteria.0.criteria.0"]);
    expect(shapedRule({ kind: "manual", fact: "constructor" })).toBe(null);
  });
});
