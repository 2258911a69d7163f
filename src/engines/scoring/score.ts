import { z } from "zod";
import { add, compare, type Decimal, multiply, subtract, toText, ZERO } from "../../kernel/decimal.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Lang } from "../../kernel/text.ts";
import { type Criterion, factsOf, Input, isGroup, leavesOf, type ScoreInput, type ScoreLeaf, type Scorecard } from "./card.ts";
import { checkCard, HUNDRED } from "./check-card.ts";
import { type Earned, earnLeaf } from "./earn.ts";
import { type InputError, Wrong } from "./wrong.ts";

/** One criterion's points as they travel: decimals as text, null when a fact is missing. */
export type ScoredCriterion = { id: string; points: string | null; bonus: string; penalty: string; trace: string };
/** One unit's result. `rank` is null for a unit that is not ranked. */
export type ScoredUnit = {
  unit: string; complete: boolean; ranked: boolean; total: string; base: string; bonus: string; penalty: string; criteria: ScoredCriterion[];
  class: string | null; rank: number | null; tied: boolean; missing: string[]; failed_gates: string[];
};
export type ScoreOutput = { scorecard: string; units: ScoredUnit[] };

/** Takes JSON; gives the input as the engine reads it, or the first thing that is wrong with its JSON path. */
export function parseScoreInput(json: unknown, options: { lang?: Lang } = {}): Result<ScoreInput, InputError> {
  const lang = options.lang ?? "vi";
  const outcome = Input.safeParse(json);
  if (!outcome.success) return err(firstIssue(outcome.error.issues[0], json, lang));
  try {
    checkCard(outcome.data.scorecard);
    checkUnits(outcome.data);
  } catch (error) {
    if (error instanceof Wrong) return err(error.in(lang));
    throw error;
  }
  return ok(outcome.data);
}

/**
 * Takes a card and units (contracts: `thidua score`); gives points, class and rank of each, ordered by
 * rank and then by id, so that a shuffled input gives the identical output. Exact decimals throughout.
 */
export function score(input: ScoreInput, options: { lang?: Lang } = {}): Result<ScoreOutput, InputError> {
  try {
    const { scorecard } = input;
    const leaves = leavesOf(scorecard.criteria).map(({ leaf }) => leaf);
    const reckoned = input.units.map((unit, index) => reckon(scorecard, leaves, unit, `$.units[${index}].facts`));
    return ok({ scorecard: scorecard.id, units: inOrder(reckoned, scorecard) });
  } catch (error) {
    if (error instanceof Wrong) return err(error.in(options.lang ?? "vi"));
    throw error;
  }
}

type Reckoned = { result: ScoredUnit; total: Decimal; byId: Map<string, Decimal> };

function reckon(card: Scorecard, leaves: readonly ScoreLeaf[], unit: ScoreInput["units"][number], path: string): Reckoned {
  const earned = leaves.map((leaf) => ({ leaf, ...earnLeaf(leaf, { facts: unit.facts, path }) }));
  const sum = (pick: (entry: Earned) => Decimal) => earned.reduce((total, entry) => add(total, entry.points === null ? ZERO : pick(entry)), ZERO);
  const total = sum((entry) => entry.points ?? ZERO);
  const missing = [...new Set(earned.flatMap((entry) => entry.missing))].sort();
  const failed_gates = (card.gates ?? []).map((gate) => gate.id).filter((id) => unit.gates?.[id] !== true);
  const complete = missing.length === 0;
  const ranked = complete && failed_gates.length === 0;
  const reached = card.classes?.find(
    (entry) => compare(total, entry.at_least) >= 0 && (entry.floor_percent === undefined || earned.every((one) => meetsFloor(one.leaf, one, entry.floor_percent as Decimal))),
  );
  const byId = new Map<string, Decimal>();
  for (const entry of earned) byId.set(entry.leaf.id, entry.points ?? ZERO);
  for (const entry of card.criteria) sumGroup(entry, byId);
  return {
    total,
    byId,
    result: {
      unit: unit.unit, complete, ranked, total: toText(total), base: toText(sum((entry) => entry.basePart)), bonus: toText(sum((entry) => entry.bonus)), penalty: toText(sum((entry) => entry.penalty)),
      criteria: earned.map((entry) => ({ id: entry.leaf.id, points: entry.points === null ? null : toText(entry.points), bonus: toText(entry.bonus), penalty: toText(entry.penalty), trace: entry.trace })),
      class: ranked ? (reached?.id ?? null) : null, rank: null, tied: false, missing, failed_gates,
    },
  };
}

/** The floor compares a leaf's points without bonus with that percent of its base. */
function meetsFloor(leaf: ScoreLeaf, earned: Earned, percent: Decimal): boolean {
  if (earned.points === null) return false;
  return compare(multiply(subtract(earned.points, earned.bonus), HUNDRED), multiply(percent, leaf.base)) >= 0;
}

function sumGroup(entry: Criterion, byId: Map<string, Decimal>): Decimal {
  if (!isGroup(entry)) return byId.get(entry.id) ?? ZERO;
  const sum = entry.criteria.reduce((total, child) => add(total, sumGroup(child, byId)), ZERO);
  byId.set(entry.id, sum);
  return sum;
}

function inOrder(list: readonly Reckoned[], card: Scorecard): ScoredUnit[] {
  const better = (a: Reckoned, b: Reckoned): number => {
    const byTotal = compare(b.total, a.total);
    if (byTotal !== 0) return byTotal;
    for (const id of card.tie_break ?? []) {
      const order = compare(b.byId.get(id) ?? ZERO, a.byId.get(id) ?? ZERO);
      if (order !== 0) return order;
    }
    return 0;
  };
  const byUnit = (a: Reckoned, b: Reckoned) => (a.result.unit < b.result.unit ? -1 : a.result.unit > b.result.unit ? 1 : 0);
  const ranked = list.filter((entry) => entry.result.ranked).sort((a, b) => better(a, b) || byUnit(a, b));
  const placed: ScoredUnit[] = [];
  for (const [index, entry] of ranked.entries()) {
    const [before, after] = [ranked[index - 1], ranked[index + 1]];
    const sharesBefore = before !== undefined && better(before, entry) === 0;
    const sharesAfter = after !== undefined && better(after, entry) === 0;
    // Equal units share the place of the first of them; the places behind it are skipped.
    const rank = sharesBefore ? (placed[index - 1]?.rank ?? index + 1) : index + 1;
    placed.push({ ...entry.result, rank, tied: sharesBefore || sharesAfter });
  }
  const unranked = list.filter((entry) => !entry.result.ranked).sort(byUnit).map((entry) => entry.result);
  return [...placed, ...unranked];
}

function namedFacts(rule: Parameters<typeof factsOf>[0]): string[] {
  const { own, condition } = factsOf(rule);
  return condition === null ? own : [...own, condition];
}

function checkUnits(input: ScoreInput): void {
  const used = new Set(leavesOf(input.scorecard.criteria).flatMap(({ leaf }) => leaf.rules.flatMap(namedFacts)));
  const gates = new Set(input.scorecard.gates?.map((gate) => gate.id) ?? []);
  const seen = new Set<string>();
  for (const [index, unit] of input.units.entries()) {
    const path = `$.units[${index}]`;
    if (seen.has(unit.unit)) throw new Wrong(`${path}.unit`, `Đơn vị “${unit.unit}” bị lặp.`, `The unit “${unit.unit}” occurs twice.`);
    seen.add(unit.unit);
    for (const fact of Object.keys(unit.facts)) {
      if (!used.has(fact)) throw new Wrong(`${path}.facts.${fact}`, `Không quy tắc nào dùng dữ kiện “${fact}”; các dữ kiện được dùng: ${[...used].join(", ")}.`, `No rule uses the fact “${fact}”; the facts used are: ${[...used].join(", ")}.`);
    }
    for (const gate of Object.keys(unit.gates ?? {})) {
      if (!gates.has(gate)) throw new Wrong(`${path}.gates.${gate}`, `Bảng không có điều kiện “${gate}”.`, `The card has no gate “${gate}”.`);
    }
  }
}

const SHAPES: Readonly<Record<string, { vi: string; en: string }>> = {
  decimal: { vi: "một số thập phân như 20 hoặc \"0.5\"", en: "a decimal like 20 or \"0.5\"" },
  date: { vi: "một ngày có thật như 2021-12-20", en: "a real date like 2021-12-20" },
};

function firstIssue(issue: z.core.$ZodIssue | undefined, json: unknown, lang: Lang): InputError {
  if (issue === undefined) return { path: "$", message: "?" };
  const path = `$${issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("")}`;
  const found = issue.path.reduce<unknown>((value, key) => (value !== null && typeof value === "object" ? (value as Record<PropertyKey, unknown>)[key] : undefined), json);
  const shown = found === undefined ? (lang === "vi" ? "không có gì" : "nothing") : JSON.stringify(found).slice(0, 80);
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.join(", ");
    return { path: `${path}.${issue.keys[0] ?? ""}`, message: lang === "vi" ? `Không có trường “${keys}” ở đây.` : `Unknown field “${keys}”.` };
  }
  const known = SHAPES[issue.message];
  if (known !== undefined) return { path, message: lang === "vi" ? `Giá trị không hợp lệ: có ${shown}; chấp nhận ${known.vi}.` : `Invalid value: found ${shown}; accepted: ${known.en}.` };
  const speak = (lang === "vi" ? z.locales.vi() : z.locales.en()).localeError;
  const told = speak({ ...issue, input: found } as Parameters<typeof speak>[0]);
  const sentence = (typeof told === "string" ? told : told?.message) ?? issue.message;
  return { path, message: lang === "vi" ? `${sentence}; có ${shown}.` : `${sentence}; found ${shown}.` };
}
