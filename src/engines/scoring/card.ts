import { z } from "zod";
import { type Decimal, parseDecimal } from "../../kernel/decimal.ts";
import { type PlainDate, parsePlainDate } from "../../kernel/plain-date.ts";

/** A decimal that travels as text; a JSON number is taken by its shortest text. */
const decimal = z.union([z.string(), z.number()]).transform((value, context): Decimal => {
  const parsed = parseDecimal(String(value));
  if (parsed !== null) return parsed;
  context.addIssue({ code: "custom", message: "decimal" });
  return z.NEVER;
});
const date = z.string().transform((value, context): PlainDate => {
  const parsed = parsePlainDate(value);
  if (parsed !== null) return parsed;
  context.addIssue({ code: "custom", message: "date" });
  return z.NEVER;
});
const name = z.string().min(1);
const value = z.union([z.boolean(), z.string(), z.number()]);
const condition = z.strictObject({ fact: name, is: value });
const only_if = condition.optional();
const axis = z.strictObject({ fact: name, bounds: z.array(decimal) });

/** The rules of a leaf (contracts: `thidua score`). The first three set the base part; the others add a delta. */
const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tier"), fact: name, tiers: z.array(z.strictObject({ from: decimal.optional(), below: decimal.optional(), points: decimal })).min(1), otherwise: decimal.optional() }),
  z.strictObject({ kind: z.literal("ratio"), actual: name, target: name, direction: z.enum(["at_least", "at_most"]).optional(), zero_below: decimal.optional() }),
  z.strictObject({ kind: z.literal("manual"), fact: name }),
  z.strictObject({ kind: z.literal("per_unit"), fact: name, points: decimal, every: decimal.optional(), beyond: decimal.optional(), steps: z.enum(["whole", "exact"]).optional(), cap: decimal.optional(), only_if }),
  z.strictObject({ kind: z.literal("flag"), fact: name, points: decimal, only_if }),
  z.strictObject({ kind: z.literal("choice"), fact: name, points: z.record(z.string(), decimal), only_if }),
  z.strictObject({
    kind: z.literal("deadline"), fact: name, due: date, late: decimal, early: z.strictObject({ days: z.int().min(0), points: decimal }).optional(),
    per_day: z.strictObject({ points: decimal, cap: decimal }).optional(), only_if,
  }),
  z.strictObject({ kind: z.literal("table"), row: axis, column: axis, points: z.array(z.array(decimal)), only_if }),
]);

const leaf = z.strictObject({ id: name, title: z.string().optional(), base: decimal, rules: z.array(rule), min: decimal.optional(), cap_bonus: decimal.optional(), cap_penalty: decimal.optional() });
type Leaf = z.output<typeof leaf>;
type Group = { id: string; title?: string | undefined; criteria: Criterion[] };
/** A criterion (tiêu chí): a group of others, or a leaf that is scored. */
export type Criterion = Leaf | Group;

const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.unknown().transform((input, context): Criterion => {
    const isGroup = typeof input === "object" && input !== null && "criteria" in input;
    const shape: z.ZodType<Criterion> = isGroup ? z.strictObject({ id: name, title: z.string().optional(), criteria: z.array(criterion).min(1) }) : leaf;
    const outcome = shape.safeParse(input);
    if (outcome.success) return outcome.data;
    for (const issue of outcome.error.issues) context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
    return z.NEVER;
  }),
);

/** The whole input: one scorecard (bảng chấm điểm) and the units with their facts. */
export const Input = z.strictObject({
  scorecard: z.strictObject({
    id: name,
    title: z.string().optional(),
    base: decimal,
    criteria: z.array(criterion).min(1),
    gates: z.array(z.strictObject({ id: name, text: z.string().optional() })).optional(),
    classes: z.array(z.strictObject({ id: name, at_least: decimal, floor_percent: decimal.optional() })).optional(),
    tie_break: z.array(name).optional(),
  }),
  units: z.array(z.strictObject({ unit: name, facts: z.record(z.string(), z.union([value, z.null()])), gates: z.record(z.string(), z.boolean()).optional() })),
});

export type ScoreInput = z.output<typeof Input>;
export type Scorecard = ScoreInput["scorecard"];
export type UnitFacts = ScoreInput["units"][number];
export type FactValue = UnitFacts["facts"][string];
export type Rule = z.output<typeof rule>;
export type ScoreLeaf = Leaf;

/** Says whether a criterion is a group. */
export function isGroup(entry: Criterion): entry is Group {
  return "criteria" in entry;
}

/** Gives the leaves beneath criteria, in the order of the card, each with its JSON path. */
export function leavesOf(criteria: readonly Criterion[], path = "$.scorecard.criteria"): { leaf: ScoreLeaf; path: string }[] {
  return criteria.flatMap((entry, index) => {
    const at = `${path}[${index}]`;
    return isGroup(entry) ? leavesOf(entry.criteria, `${at}.criteria`) : [{ leaf: entry, path: at }];
  });
}

/** Gives the facts that a rule names: its own, and that of its condition. */
export function factsOf(entry: Rule): { own: string[]; condition: string | null } {
  const own = entry.kind === "ratio" ? [entry.actual, entry.target] : entry.kind === "table" ? [entry.row.fact, entry.column.fact] : [entry.fact];
  return { own, condition: "only_if" in entry && entry.only_if ? entry.only_if.fact : null };
}
