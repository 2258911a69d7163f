import { z } from "zod";
import { parseDecimal, toText } from "../../../kernel/decimal.ts";
import { parsePlainDate } from "../../../kernel/plain-date.ts";
import type { CardCriterion, CardRule } from "./content.ts";

/** How deep groups may stand in groups, and how much one card may hold: bounds against input that only looks like a card. */
const DEEPEST = 4;
const MOST_CRITERIA = 100;

const refusal = (vi: string, en: string) => ({ code: "custom" as const, params: { vi, en }, message: en });

/** A decimal as text in its shortest exact form; a JSON number is taken too. */
const decimal = z.union([z.string(), z.number()]).transform((value, context): string => {
  const parsed = parseDecimal(String(value).trim());
  if (parsed !== null) return toText(parsed);
  context.addIssue(refusal("Ghi một số thập phân như 20 hoặc 0.5.", "Write a decimal like 20 or 0.5."));
  return z.NEVER;
});

const day = z.string().transform((value, context): string => {
  const parsed = parsePlainDate(value);
  if (parsed !== null) return parsed;
  context.addIssue(refusal("Ghi một ngày có thật như 2021-12-20.", "Write a real date like 2021-12-20."));
  return z.NEVER;
});

const line = (max: number) => z.string().transform((value) => value.normalize("NFC").trim()).pipe(z.string().min(1).max(max));
const shaped = (shape: RegExp, vi: string, en: string) => z.string().transform((value, context): string => {
  if (shape.test(value) && value !== "constructor" && value !== "prototype") return value;
  context.addIssue(refusal(vi, en));
  return z.NEVER;
});

/** The number under which a criterion stands on the card: `1`, `1.2`, `II.3`. */
export const criterionId = shaped(/^[0-9A-Za-z][0-9A-Za-z._-]{0,19}$/, "Số mục chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch; tối đa 20 ký tự.", "A number is made of plain letters, digits, dots and dashes, at most 20 characters.");
const factId = shaped(/^[a-z][a-z0-9_]{0,59}$/, "Mã dữ kiện gồm chữ thường không dấu, chữ số và dấu gạch dưới.", "A fact's id is made of plain lower case letters, digits and underscores.");
/** The value of a choice, as statements carry it. */
const choiceValue = shaped(/^[0-9a-z_]{1,60}$/, "Mã lựa chọn gồm chữ thường không dấu, chữ số và dấu gạch dưới.", "A choice's value is made of plain lower case letters, digits and underscores.");

const only_if = z.strictObject({ fact: factId, is: z.union([z.boolean(), z.string(), z.number().transform(String)]) }).optional();
const axis = z.strictObject({ fact: factId, bounds: z.array(decimal).max(12) });

/** A rule by its kind, decimals and dates still as text: what forms edit and words tell. */
export const ruleShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("tier"), fact: factId, tiers: z.array(z.strictObject({ from: decimal.optional(), below: decimal.optional(), points: decimal })).min(1).max(30), otherwise: decimal.optional() }),
  z.strictObject({ kind: z.literal("ratio"), actual: factId, target: factId, direction: z.enum(["at_least", "at_most"]).optional(), zero_below: decimal.optional() }),
  z.strictObject({ kind: z.literal("manual"), fact: factId }),
  z.strictObject({ kind: z.literal("per_unit"), fact: factId, points: decimal, every: decimal.optional(), beyond: decimal.optional(), steps: z.enum(["whole", "exact"]).optional(), cap: decimal.optional(), only_if }),
  z.strictObject({ kind: z.literal("flag"), fact: factId, points: decimal, only_if }),
  z.strictObject({ kind: z.literal("choice"), fact: factId, points: z.record(choiceValue, decimal), only_if }),
  z.strictObject({
    kind: z.literal("deadline"), fact: factId, due: day, late: decimal, early: z.strictObject({ days: z.int().min(0).max(366), points: decimal }).optional(),
    per_day: z.strictObject({ points: decimal, cap: decimal }).optional(), only_if,
  }),
  z.strictObject({ kind: z.literal("table"), row: axis, column: axis, points: z.array(z.array(decimal).max(13)).max(13), only_if }),
]);
/** A rule whose fields are known by its kind. */
export type ShapedRule = z.output<typeof ruleShape>;
export type RuleKind = ShapedRule["kind"];

const leaf = z.strictObject({
  id: criterionId, title: line(300).optional(), base: decimal, rules: z.array(ruleShape).max(20), min: decimal.optional(), cap_bonus: decimal.optional(), cap_penalty: decimal.optional(),
});

/** A criterion at a depth; the fork is taken by hand so that a fault keeps its own place instead of drowning in a union's. */
function criterionAt(depth: number): z.ZodType<CardCriterion> {
  return z.unknown().transform((input, context): CardCriterion => {
    const isGroup = typeof input === "object" && input !== null && "criteria" in input;
    if (isGroup && depth >= DEEPEST) {
      context.addIssue(refusal(`Nhóm chỉ lồng đến ${DEEPEST} bậc.`, `Groups stand in groups to ${DEEPEST} levels at most.`));
      return z.NEVER;
    }
    const shape: z.ZodType<CardCriterion> = isGroup ? z.strictObject({ id: criterionId, title: line(300).optional(), criteria: z.array(criterionAt(depth + 1)).max(MOST_CRITERIA) }) : leaf;
    const outcome = shape.safeParse(input);
    if (outcome.success) return outcome.data;
    for (const issue of outcome.error.issues) context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
    return z.NEVER;
  });
}

const factNote = z.strictObject({
  label_vi: line(300),
  label_en: line(300).optional(),
  measure: line(60).optional(),
  choices: z.record(choiceValue, line(200)).optional(),
  target: z.strictObject({ code: line(60), take: z.enum(["actual", "plan", "percent"]) }).optional(),
});
const leafNote = z.strictObject({
  title_en: line(300).optional(), proof: line(600).optional(), verified_by: line(200).optional(), unverified: z.boolean().optional(), note: line(1000).optional(),
});

/**
 * The shape of a card's content as it travels. A draft may be unfinished (sums that do not fit yet, groups still
 * empty): whether it may be published is for the check, not for the shape.
 */
export const cardShape = z.strictObject({
  scorecard: z.strictObject({
    id: shaped(/^[a-z0-9][a-z0-9-]{0,79}$/, "Mã bảng gồm chữ thường không dấu, chữ số, gạch ngang.", "A card's id is made of plain lower case letters, digits and dashes."),
    title: line(300).optional(),
    base: decimal,
    criteria: z.array(criterionAt(1)).max(MOST_CRITERIA),
    gates: z.array(z.strictObject({ id: factId, text: line(300).optional() })).max(20).optional(),
    classes: z.array(z.strictObject({ id: line(80), at_least: decimal, floor_percent: decimal.optional() })).max(20).optional(),
    tie_break: z.array(criterionId).max(20).optional(),
  }),
  facts: z.record(factId, factNote),
  leaves: z.record(criterionId, leafNote),
});

/** Takes a rule as it is kept; gives it with its fields known, or null when it fits no kind (content that came past the shape). */
export function shapedRule(rule: CardRule): ShapedRule | null {
  const outcome = ruleShape.safeParse(rule);
  return outcome.success ? outcome.data : null;
}
