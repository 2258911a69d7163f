import { compare, decimal, negate, parseDecimal, toText, toVietnamese, ZERO } from "../../../kernel/decimal.ts";
import { formatDate, parsePlainDate } from "../../../kernel/plain-date.ts";
import { type Lang, say, type Text } from "../../../kernel/text.ts";
import { type RuleKind, type ShapedRule, shapedRule } from "./card-shape.ts";
import type { CardRule, FactNote } from "./content.ts";

type Facts = Readonly<Record<string, FactNote>>;

/** What each kind of rule is called on the screen, in the words of those who write score tables. */
export const RULE_NAMES: Readonly<Record<RuleKind, Text>> = {
  tier: say("Theo khoảng", "By tier"),
  ratio: say("Theo tỷ lệ thực hiện so với kế hoạch", "By actual against plan"),
  manual: say("Người chấm cho điểm", "The judge's points"),
  per_unit: say("Cộng hoặc trừ theo từng đơn vị", "Points for each unit"),
  flag: say("Có thì cộng hoặc trừ", "Points when it happened"),
  choice: say("Chọn một trong các mức", "One of several levels"),
  deadline: say("Theo thời hạn", "By a deadline"),
  table: say("Bảng hai chiều", "A table of two figures"),
};

/** Takes a decimal as kept; gives it as the reader writes it: with a comma in Vietnamese. */
export function numberInWords(value: string, lang: Lang): string {
  const parsed = parseDecimal(value);
  return parsed === null ? value : lang === "vi" ? toVietnamese(parsed) : toText(parsed);
}

/** Takes a fact's id; gives its name in the reader's language, with its measure; the id where no name was given. */
export function factName(fact: string, facts: Facts, lang: Lang): string {
  const note = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  const label = (lang === "en" ? note?.label_en : undefined) ?? note?.label_vi ?? fact;
  return note?.measure === undefined ? label : `${label} (${note.measure})`;
}

/** Takes a value of a choice; gives its name, or the value where none was given. */
export function choiceName(fact: string, value: string, facts: Facts): string {
  const choices = Object.hasOwn(facts, fact) ? facts[fact]?.choices : undefined;
  return choices !== undefined && Object.hasOwn(choices, value) ? (choices[value] ?? value) : value;
}

/** Takes the points of a choice; gives its levels from the highest down: what is kept as JSON has no order of its own. */
export function levelsOf(points: Readonly<Record<string, string>>): [value: string, points: string][] {
  return Object.entries(points).sort(([a, x], [b, y]) => compare(decimal(y), decimal(x)) || (a < b ? -1 : 1));
}

/** Takes a rule and the names of facts; gives the rule as a sentence that needs no JSON to be read. */
export function ruleInWords(rule: CardRule, facts: Facts, lang: Lang): string {
  const shaped = shapedRule(rule);
  if (shaped === null) return say("Quy tắc chưa hoàn chỉnh", "An unfinished rule")[lang];
  const sentence = sentenceOf(shaped, facts, lang);
  const condition = "only_if" in shaped ? shaped.only_if : undefined;
  if (condition === undefined) return sentence;
  const held = conditionInWords(condition, facts, lang);
  return say(`${sentence}. Chỉ tính khi ${held}`, `${sentence}. Only when ${held}`)[lang];
}

/** Takes a condition; gives it in words: the fact and what it must be. */
export function conditionInWords(condition: { fact: string; is: string | boolean }, facts: Facts, lang: Lang): string {
  const value = typeof condition.is === "boolean" ? say(condition.is ? "có" : "không", condition.is ? "yes" : "no")[lang] : choiceName(condition.fact, condition.is, facts);
  return `“${factName(condition.fact, facts, lang)}”: ${value}`;
}

function sentenceOf(rule: ShapedRule, facts: Facts, lang: Lang): string {
  const name = (fact: string) => factName(fact, facts, lang);
  const n = (value: string) => numberInWords(value, lang);
  const delta = (value: string) => deltaInWords(value, lang);
  switch (rule.kind) {
    case "tier": {
      const tiers = rule.tiers.map(({ from, below, points }) => `${spanInWords(from, below, lang)}: ${pointsInWords(points, lang)}`);
      const rest = rule.otherwise === undefined ? [] : [say(`còn lại: ${n(rule.otherwise)} điểm`, `otherwise: ${pointsInWords(rule.otherwise, lang)}`)[lang]];
      return `${name(rule.fact)}: ${[...tiers, ...rest].join("; ")}`;
    }
    case "ratio":
      return ratioInWords(rule, name, n, lang);
    case "manual":
      return say(`Người chấm cho điểm từ 0 đến điểm chuẩn: ${name(rule.fact)}`, `The judge gives from 0 to the base: ${name(rule.fact)}`)[lang];
    case "per_unit":
      return perUnitInWords(rule, name(rule.fact), lang);
    case "flag":
      return say(`${name(rule.fact)}: có thì ${delta(rule.points)}`, `${name(rule.fact)}: if so, ${delta(rule.points)}`)[lang];
    case "choice":
      return `${name(rule.fact)}: ${levelsOf(rule.points).map(([value, points]) => `${choiceName(rule.fact, value, facts)}: ${delta(points)}`).join("; ")}`;
    case "deadline":
      return deadlineInWords(rule, name(rule.fact), lang);
    case "table":
      return tableInWords(rule, name, lang);
  }
}

function ratioInWords(rule: Extract<ShapedRule, { kind: "ratio" }>, name: (fact: string) => string, n: (value: string) => string, lang: Lang): string {
  const [actual, target] = [name(rule.actual), name(rule.target)];
  const atMost = rule.direction === "at_most";
  const floor = rule.zero_below === undefined ? "" : say(`; dưới ${n(rule.zero_below)} % thì 0 điểm`, `; under ${n(rule.zero_below)} %: 0 points`)[lang];
  return atMost
    ? say(`“${actual}” không vượt “${target}”: đủ điểm chuẩn; vượt thì giảm theo tỷ lệ${floor}`, `“${actual}” at or under “${target}”: the full base; above it, in proportion${floor}`)[lang]
    : say(`“${actual}” đạt “${target}” trở lên: đủ điểm chuẩn; thấp hơn thì tính theo tỷ lệ${floor}`, `“${actual}” at or above “${target}”: the full base; below it, in proportion${floor}`)[lang];
}

function perUnitInWords(rule: Extract<ShapedRule, { kind: "per_unit" }>, name: string, lang: Lang): string {
  const every = numberInWords(rule.every ?? "1", lang);
  const beyond = rule.beyond === undefined || rule.beyond === "0" ? "" : say(` vượt trên ${numberInWords(rule.beyond, lang)}`, ` beyond ${numberInWords(rule.beyond, lang)}`)[lang];
  const exact = rule.steps === "exact" ? say(", tính cả phần lẻ", ", fractions counted")[lang] : "";
  const cap = rule.cap === undefined ? "" : say(`, tối đa ${numberInWords(rule.cap, lang)} điểm`, `, ${numberInWords(rule.cap, lang)} points at most`)[lang];
  return say(`${name}: cứ mỗi ${every}${beyond} ${deltaInWords(rule.points, lang)}${exact}${cap}`, `${name}: for each ${every}${beyond}, ${deltaInWords(rule.points, lang)}${exact}${cap}`)[lang];
}

function deadlineInWords(rule: Extract<ShapedRule, { kind: "deadline" }>, name: string, lang: Lang): string {
  const due = parsePlainDate(rule.due);
  const on = due === null ? rule.due : formatDate(due);
  const parts = [say(`sau ngày ${on} hoặc không có: ${deltaInWords(rule.late, lang)}`, `after ${on}, or never: ${deltaInWords(rule.late, lang)}`)[lang]];
  if (rule.per_day !== undefined) {
    const [points, cap] = [deltaInWords(rule.per_day.points, lang), numberInWords(rule.per_day.cap, lang)];
    parts.push(say(`thêm mỗi ngày chậm ${points}, tối đa ${cap} điểm`, `and for each day late ${points}, ${cap} points at most`)[lang]);
  }
  if (rule.early !== undefined) {
    parts.push(say(`sớm từ ${rule.early.days} ngày: ${deltaInWords(rule.early.points, lang)}`, `early by ${rule.early.days} days or more: ${deltaInWords(rule.early.points, lang)}`)[lang]);
  }
  return `${name}: ${parts.join("; ")}`;
}

function tableInWords(rule: Extract<ShapedRule, { kind: "table" }>, name: (fact: string) => string, lang: Lang): string {
  const columns = classesOf(rule.column.bounds, lang);
  const rows = classesOf(rule.row.bounds, lang).map((row, index) => `${row}: ${columns.map((column, at) => `${column} ${deltaInWords(rule.points[index]?.[at] ?? "0", lang)}`).join(", ")}`);
  return `${say("Theo", "By")[lang]} “${name(rule.row.fact)}” × “${name(rule.column.fact)}”: ${rows.join("; ")}`;
}

/** Takes ascending bounds; gives the classes between them in words, one more than there are bounds. */
export function classesOf(bounds: readonly string[], lang: Lang): string[] {
  if (bounds.length === 0) return [say("mọi giá trị", "any value")[lang]];
  return [...bounds, undefined].map((below, index) => spanInWords(bounds[index - 1], below, lang));
}

function spanInWords(from: string | undefined, below: string | undefined, lang: Lang): string {
  const n = (value: string) => numberInWords(value, lang);
  if (from === undefined && below === undefined) return say("mọi giá trị", "any value")[lang];
  if (from === undefined) return say(`dưới ${n(below ?? "")}`, `below ${n(below ?? "")}`)[lang];
  if (below === undefined) return say(`từ ${n(from)} trở lên`, `${n(from)} and above`)[lang];
  return say(`từ ${n(from)} đến dưới ${n(below)}`, `from ${n(from)} to below ${n(below)}`)[lang];
}

function pointsInWords(points: string, lang: Lang): string {
  return say(`${numberInWords(points, lang)} điểm`, points === "1" ? "1 point" : `${numberInWords(points, lang)} points`)[lang];
}

/** A bonus as “cộng”, a penalty as “trừ”, nothing as what it is. */
function deltaInWords(points: string, lang: Lang): string {
  const value = parseDecimal(points);
  if (value === null || compare(value, ZERO) === 0) return say("không cộng, không trừ", "no change")[lang];
  if (compare(value, ZERO) > 0) return say(`cộng ${pointsInWords(points, lang)}`, `plus ${pointsInWords(points, lang)}`)[lang];
  const size = pointsInWords(toText(negate(decimal(points))), lang);
  return say(`trừ ${size}`, `minus ${size}`)[lang];
}

/**
 * Takes the engine's trace of a leaf; gives it with names instead of ids: what it started from, what each rule made of
 * which facts, and what came out; or what was missing.
 */
export function traceInWords(trace: string, facts: Facts, lang: Lang): string {
  if (trace.startsWith("? ")) {
    const missing = trace.slice(2).split(", ").map((fact) => factName(fact, facts, lang));
    return `${say("Thiếu", "Missing")[lang]}: ${missing.join("; ")}`;
  }
  return trace
    // Numbers first: in the engine's own text only they stand after an arrow, a spaced equals sign, or at the start.
    .replace(/(^|→ | = )(-?\d+(?:\.\d+)?)/g, (_whole, before: string, value: string) => `${before}${numberInWords(value, lang)}`)
    .replace(/\b(tier|ratio|manual|per_unit|flag|choice|deadline|table) (?=[a-z])/g, (_whole, kind: RuleKind) => `${RULE_NAMES[kind][lang]}: `)
    .replace(/\b([a-z][a-z0-9_]*)=([^,;→]*?)(?=, |; | → )/g, (_whole, fact: string, value: string) => `${factName(fact, facts, lang)} = ${valueInWords(fact, value, facts, lang)}`);
}

function valueInWords(fact: string, value: string, facts: Facts, lang: Lang): string {
  if (value === "true" || value === "false") return say(value === "true" ? "có" : "không", value === "true" ? "yes" : "no")[lang];
  if (value === "null") return say("chưa bao giờ", "never")[lang];
  const date = parsePlainDate(value);
  return date === null ? numberInWords(choiceName(fact, value, facts), lang) : formatDate(date);
}
