import type { CardContent, CardCriterion, CardGroup, CardPurpose, CardRule, FactNote, LeafNote } from "../core/content.ts";
import type { Text } from "../../../kernel/text.ts";

/** A card that the product brings (bảng có sẵn). Its dates stand in 2021 and move to the year for which it is drafted. */
export type ReadyCard = {
  readonly id: string;
  readonly purpose: CardPurpose;
  readonly title: Text;
  /** For whom it is, after what it was made, and how sure its numbers are. */
  readonly description: Text;
  readonly content: CardContent;
};

/** The year in which the dates of ready cards stand. */
export const READY_YEAR = 2021;

/** A fact with its names, as rules take it. */
export type ReadyFact = { readonly id: string; readonly note: FactNote };
type ReadyRule = { readonly rule: CardRule; readonly facts: readonly ReadyFact[] };
type ReadyCriterion = { readonly criterion: CardCriterion; readonly facts: readonly ReadyFact[]; readonly notes: Readonly<Record<string, LeafNote>> };

/** A fact by id, both names and its measure; `from` names the target whose figure fills it. */
export function fact(id: string, label_vi: string, label_en: string, measure?: string, from?: [code: string, take: "actual" | "plan" | "percent"]): ReadyFact {
  return { id, note: { label_vi, label_en, ...(measure === undefined ? {} : { measure }), ...(from === undefined ? {} : { target: { code: from[0], take: from[1] } }) } };
}

/** The two or three facts of a target: what was reached, what was planned, and the percent. */
export function target(code: string, label_vi: string, label_en: string, measure: string): { actual: ReadyFact; plan: ReadyFact; percent: ReadyFact } {
  return {
    actual: fact(code, `${label_vi}, thực hiện`, `${label_en}, actual`, measure, [code, "actual"]),
    plan: fact(`${code}_plan`, `${label_vi}, kế hoạch giao`, `${label_en}, planned`, measure, [code, "plan"]),
    percent: fact(`${code}_percent`, `${label_vi}, so với kế hoạch`, `${label_en}, against plan`, "%", [code, "percent"]),
  };
}

/** Tiers from the highest down: each holds from its bound to below the one before; under the last, `otherwise`. */
export function tier(of: ReadyFact, steps: readonly (readonly [from: string, points: string])[], otherwise = "0"): ReadyRule {
  const tiers = steps.map(([from, points], index) => ({ from, ...(index === 0 ? {} : { below: steps[index - 1]?.[0] }), points }));
  return { rule: { kind: "tier", fact: of.id, tiers, otherwise }, facts: [of] };
}

/** Full points under the bound, none from it on. */
export function under(of: ReadyFact, below: string, points: string): ReadyRule {
  return { rule: { kind: "tier", fact: of.id, tiers: [{ below, points }], otherwise: "0" }, facts: [of] };
}

/** The base in proportion to actual against plan. */
export function ratio(actual: ReadyFact, plan: ReadyFact, more: { direction?: "at_most"; zero_below?: string } = {}): ReadyRule {
  return { rule: { kind: "ratio", actual: actual.id, target: plan.id, ...more }, facts: [actual, plan] };
}

/** The judge's own points. */
export function manual(of: ReadyFact): ReadyRule {
  return { rule: { kind: "manual", fact: of.id }, facts: [of] };
}

/** Points for each unit of a figure. */
export function perUnit(of: ReadyFact, points: string, more: { every?: string; beyond?: string; cap?: string; steps?: "exact" } = {}): ReadyRule {
  return { rule: { kind: "per_unit", fact: of.id, points, ...more }, facts: [of] };
}

/** Points when something happened. */
export function flag(of: ReadyFact, points: string): ReadyRule {
  return { rule: { kind: "flag", fact: of.id, points }, facts: [of] };
}

/** Exclusive levels: value, Vietnamese name, points. `only` holds the condition, a fact that must be so. */
export function levels(of: ReadyFact, rows: readonly (readonly [value: string, label: string, points: string])[], only?: { fact: ReadyFact; is: boolean }): ReadyRule {
  const choices = Object.fromEntries(rows.map(([value, label]) => [value, label]));
  const points = Object.fromEntries(rows.map(([value, , earned]) => [value, earned]));
  return {
    rule: { kind: "choice", fact: of.id, points, ...(only === undefined ? {} : { only_if: { fact: only.fact.id, is: only.is } }) },
    facts: [{ id: of.id, note: { ...of.note, choices } }, ...(only === undefined ? [] : [only.fact])],
  };
}

/** Met or not: the base is kept, or lost whole. */
export function met(of: ReadyFact, base: string): ReadyRule {
  return levels(of, [["met", "Đạt", "0"], ["not_met", "Chưa đạt", `-${base}`]]);
}

/** A deadline in the ready cards' own year. */
export function deadline(of: ReadyFact, due: string, late: string, early?: { days: number; points: string }): ReadyRule {
  return { rule: { kind: "deadline", fact: of.id, due, late, ...(early === undefined ? {} : { early }) }, facts: [of] };
}

/** Points by two figures at once. */
export function table(row: ReadyFact, rowBounds: readonly string[], column: ReadyFact, columnBounds: readonly string[], points: readonly (readonly string[])[]): ReadyRule {
  return { rule: { kind: "table", row: { fact: row.id, bounds: rowBounds }, column: { fact: column.id, bounds: columnBounds }, points }, facts: [row, column] };
}

type LeafMore = { proof?: string; by?: string; note?: string; sure?: boolean; cap_bonus?: string; cap_penalty?: string };

/** A leaf. Its threshold counts as unverified unless `sure` says that it was read in its source. */
export function leaf(id: string, base: string, title: string, title_en: string, rules: readonly ReadyRule[], more: LeafMore = {}): ReadyCriterion {
  const { proof, by, note, sure, ...caps } = more;
  return {
    criterion: { id, title, base, rules: rules.map(({ rule }) => rule), ...caps },
    facts: rules.flatMap(({ facts }) => facts),
    notes: { [id]: { title_en, ...(proof === undefined ? {} : { proof }), ...(by === undefined ? {} : { verified_by: by }), ...(note === undefined ? {} : { note }), ...(sure === true ? {} : { unverified: true }) } },
  };
}

/** A group of criteria. */
export function group(id: string, title: string, title_en: string, parts: readonly ReadyCriterion[]): ReadyCriterion {
  const criterion: CardGroup = { id, title, criteria: parts.map((part) => part.criterion) };
  return { criterion, facts: parts.flatMap((part) => part.facts), notes: { [id]: { title_en }, ...notesOf(parts) } };
}

/** The card of the parts. A fact that several rules ask is named once, by the first of them. */
export function content(id: string, title: string, base: string, parts: readonly ReadyCriterion[], more: Pick<CardContent["scorecard"], "gates" | "classes" | "tie_break"> = {}): CardContent {
  const facts: Record<string, FactNote> = {};
  for (const part of parts) for (const { id: of, note } of part.facts) facts[of] ??= note;
  return {
    scorecard: { id, title, base, criteria: parts.map((part) => part.criterion), gates: [], classes: [], tie_break: [], ...more },
    facts,
    leaves: notesOf(parts),
  };
}

function notesOf(parts: readonly ReadyCriterion[]): Record<string, LeafNote> {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part.notes)));
}
