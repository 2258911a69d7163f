import { add, compare, type Decimal, decimalOf, divideHalfUp, floor, multiply, negate, parseDecimal, roundHalfUp, subtract, toText, ZERO } from "../../kernel/decimal.ts";
import { daysBetween, parsePlainDate } from "../../kernel/plain-date.ts";
import { type FactValue, factsOf, type Rule, type ScoreLeaf } from "./card.ts";
import { HUNDRED } from "./check-card.ts";
import { Wrong } from "./wrong.ts";

const PLACES = 4;

/** A unit's facts as rules read them; `path` is where they stand in the input. */
export type FactReader = { readonly facts: Readonly<Record<string, FactValue>>; readonly path: string };

/** What a leaf earned. With missing facts `points` is null and nothing counts. */
export type Earned = { points: Decimal | null; basePart: Decimal; bonus: Decimal; penalty: Decimal; missing: string[]; trace: string };

/** Reckons one leaf: max(min, base part + penalty) + bonus, caps applied before. Throws Wrong for a fact of a wrong kind. */
export function earnLeaf(leaf: ScoreLeaf, reader: FactReader): Earned {
  const missing = [...new Set(leaf.rules.flatMap((rule) => missingOf(rule, reader)))];
  if (missing.length > 0) return { points: null, basePart: ZERO, bonus: ZERO, penalty: ZERO, missing, trace: `? ${missing.join(", ")}` };
  let basePart = leaf.base;
  let bonus = ZERO;
  let penalty = ZERO;
  const steps: string[] = [];
  for (const rule of leaf.rules) {
    if (!holds(rule, reader)) continue;
    if (rule.kind === "tier" || rule.kind === "ratio" || rule.kind === "manual") {
      basePart = setBase(rule, leaf.base, reader);
      steps.push(`${rule.kind} ${shown(rule, reader)} → ${toText(basePart)}`);
      continue;
    }
    const delta = deltaOf(rule, reader);
    if (compare(delta, ZERO) > 0) bonus = add(bonus, delta);
    else penalty = add(penalty, delta);
    if (compare(delta, ZERO) !== 0) steps.push(`${rule.kind} ${shown(rule, reader)} → ${toText(delta)}`);
  }
  if (leaf.cap_bonus !== undefined && compare(bonus, leaf.cap_bonus) > 0) bonus = leaf.cap_bonus;
  if (leaf.cap_penalty !== undefined && compare(negate(penalty), leaf.cap_penalty) > 0) penalty = negate(leaf.cap_penalty);
  const least = leaf.min ?? ZERO;
  const held = add(basePart, penalty);
  const points = add(compare(held, least) < 0 ? least : held, bonus);
  return { points, basePart, bonus, penalty, missing, trace: `${toText(leaf.base)}${steps.length > 0 ? `; ${steps.join("; ")}` : ""} = ${toText(points)}` };
}

function shown(rule: Rule, reader: FactReader): string {
  return factsOf(rule).own.map((fact) => `${fact}=${String(reader.facts[fact])}`).join(", ");
}

/** Null is missing too, except for a deadline, where it means never. A condition that does not hold asks for nothing more. */
function missingOf(rule: Rule, reader: FactReader): string[] {
  const { own, condition } = factsOf(rule);
  const absent = (fact: string) => reader.facts[fact] === undefined || (reader.facts[fact] === null && rule.kind !== "deadline");
  if (condition !== null && (reader.facts[condition] === undefined || reader.facts[condition] === null)) return [condition];
  return holds(rule, reader) ? own.filter(absent) : [];
}

function holds(rule: Rule, reader: FactReader): boolean {
  if (!("only_if" in rule) || rule.only_if === undefined) return true;
  const given = reader.facts[rule.only_if.fact];
  const wanted = rule.only_if.is;
  if (given === wanted) return true;
  if (typeof given === "boolean" || typeof wanted === "boolean" || given === null || given === undefined) return false;
  const [a, b] = [parseDecimal(String(given)), parseDecimal(String(wanted))];
  return a !== null && b !== null && compare(a, b) === 0;
}

function setBase(rule: Extract<Rule, { kind: "tier" | "ratio" | "manual" }>, base: Decimal, reader: FactReader): Decimal {
  switch (rule.kind) {
    case "tier": {
      const value = number(reader, rule.fact);
      const tier = rule.tiers.find(({ from, below }) => (from === undefined || compare(value, from) >= 0) && (below === undefined || compare(value, below) < 0));
      return tier?.points ?? rule.otherwise ?? ZERO;
    }
    case "manual": {
      const value = number(reader, rule.fact);
      if (compare(value, ZERO) < 0 || compare(value, base) > 0) throw wrongFact(reader, rule.fact, `điểm từ 0 đến ${toText(base)}`, `points from 0 to ${toText(base)}`);
      return value;
    }
    case "ratio":
      return ratio(rule, base, reader);
  }
}

function ratio(rule: Extract<Rule, { kind: "ratio" }>, base: Decimal, reader: FactReader): Decimal {
  const actual = number(reader, rule.actual);
  const target = number(reader, rule.target);
  if (compare(target, ZERO) === 0) {
    if (compare(actual, ZERO) === 0) return base;
    throw wrongFact(reader, rule.target, "chỉ tiêu khác 0 (chỉ bằng 0 khi kết quả cũng bằng 0)", "a target other than 0 (0 only when the actual is 0 too)");
  }
  if (compare(target, ZERO) < 0) throw wrongFact(reader, rule.target, "chỉ tiêu dương", "a positive target");
  const atMost = rule.direction === "at_most";
  if (atMost ? compare(actual, target) <= 0 : compare(actual, target) >= 0) return base;
  const [part, whole] = atMost ? [target, actual] : [actual, target];
  if (rule.zero_below !== undefined && compare(multiply(part, HUNDRED), multiply(rule.zero_below, whole)) < 0) return ZERO;
  return divideHalfUp(multiply(base, part), whole, PLACES);
}

function deltaOf(rule: Exclude<Rule, { kind: "tier" | "ratio" | "manual" }>, reader: FactReader): Decimal {
  switch (rule.kind) {
    case "per_unit": {
      const over = subtract(number(reader, rule.fact), rule.beyond ?? ZERO);
      if (compare(over, ZERO) <= 0) return ZERO;
      const every = rule.every ?? decimalOf(1);
      const delta =
        rule.steps === "exact"
          ? divideHalfUp(multiply(rule.points, over), every, PLACES)
          : roundHalfUp(multiply(rule.points, decimalOf(wholeSteps(over, every))), PLACES);
      return bounded(delta, rule.cap);
    }
    case "flag": {
      const value = reader.facts[rule.fact];
      if (typeof value !== "boolean") throw wrongFact(reader, rule.fact, "true hoặc false", "true or false");
      return value ? rule.points : ZERO;
    }
    case "choice": {
      const value = reader.facts[rule.fact];
      const points = typeof value === "boolean" ? undefined : Object.hasOwn(rule.points, String(value)) ? rule.points[String(value)] : undefined;
      if (points === undefined) throw wrongFact(reader, rule.fact, Object.keys(rule.points).join(", "), Object.keys(rule.points).join(", "));
      return points;
    }
    case "deadline":
      return deadline(rule, reader);
    case "table": {
      const place = (axis: typeof rule.row) => axis.bounds.filter((bound) => compare(number(reader, axis.fact), bound) >= 0).length;
      return rule.points[place(rule.row)]?.[place(rule.column)] ?? ZERO;
    }
  }
}

/** How many whole steps of `every` fit into `over`, both positive. */
function wholeSteps(over: Decimal, every: Decimal): bigint {
  const scale = Math.max(over.scale, every.scale);
  const units = (value: Decimal) => value.units * 10n ** BigInt(scale - value.scale);
  return floor({ units: units(over) / units(every), scale: 0 });
}

function deadline(rule: Extract<Rule, { kind: "deadline" }>, reader: FactReader): Decimal {
  const given = reader.facts[rule.fact];
  const sign = (value: Decimal, like: Decimal) => (compare(like, ZERO) < 0 ? negate(value) : value);
  if (given === null) return rule.per_day === undefined ? rule.late : add(rule.late, sign(rule.per_day.cap, rule.per_day.points));
  const day = typeof given === "string" ? parsePlainDate(given) : null;
  if (day === null) throw wrongFact(reader, rule.fact, "ngày dạng 2021-12-20, hoặc null khi chưa bao giờ", "a date like 2021-12-20, or null for never");
  const late = daysBetween(rule.due, day);
  if (late > 0) return rule.per_day === undefined ? rule.late : add(rule.late, bounded(multiply(rule.per_day.points, decimalOf(late)), rule.per_day.cap));
  return rule.early !== undefined && -late >= rule.early.days ? rule.early.points : ZERO;
}

function bounded(delta: Decimal, cap: Decimal | undefined): Decimal {
  if (cap === undefined) return delta;
  if (compare(delta, cap) > 0) return cap;
  return compare(negate(delta), cap) > 0 ? negate(cap) : delta;
}

function number(reader: FactReader, fact: string): Decimal {
  const value = reader.facts[fact];
  const parsed = typeof value === "string" || typeof value === "number" ? parseDecimal(String(value)) : null;
  if (parsed === null) throw wrongFact(reader, fact, "một số thập phân như 97 hoặc 100.07", "a decimal like 97 or 100.07");
  return parsed;
}

function wrongFact(reader: FactReader, fact: string, vi: string, en: string): Wrong {
  const found = JSON.stringify(reader.facts[fact]);
  return new Wrong(`${reader.path}.${fact}`, `Giá trị không hợp lệ: có ${found}; chấp nhận ${vi}.`, `Invalid value: found ${found}; accepted: ${en}.`);
}
