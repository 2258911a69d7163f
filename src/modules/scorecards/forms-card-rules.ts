import type { Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { type Typed, typedText } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import { newFactId, slug, withFact } from "./core/card-edit.ts";
import type { RuleKind, ShapedRule } from "./core/card-shape.ts";
import { choiceName, levelsOf } from "./core/card-words.ts";
import type { CardContent, FactNote } from "./core/content.ts";
import { FormReader, numberInField } from "./forms-cards.ts";

/** A rule as its form made it, and the notes of facts that it brings or changes. */
export type RuleMade = { readonly rule: ShapedRule; readonly facts: Readonly<Record<string, FactNote>> };

/** Reads a rule's form; new facts are named in it, each later one knowing those before. */
class RuleReader extends FormReader {
  readonly facts: Record<string, FactNote> = {};
  private content: CardContent;
  constructor(fields: Typed, content: CardContent) {
    super(fields);
    this.content = content;
  }

  /** A fact chosen among those of the card, or a new one by its name. */
  fact(name: string): string {
    const [chosen, label] = [this.text(`${name}.id`, 60), this.text(`${name}.label`)];
    if (label !== undefined && chosen !== undefined) this.fault(`${name}.label`, say("Hoặc chọn dữ kiện có sẵn, hoặc đặt tên dữ kiện mới, không cả hai.", "Either choose a fact or name a new one, not both."));
    if (label !== undefined) return this.newFact(label, this.text(`${name}.measure`, 60));
    if (chosen === undefined) this.fault(`${name}.id`, say("Chọn một dữ kiện, hoặc đặt tên dữ kiện mới.", "Choose a fact, or name a new one."));
    return chosen ?? "f";
  }

  /** The condition under which the rule counts, chosen or newly named; undefined when there is none. */
  condition(): { only_if: { fact: string; is: string | boolean } } | Record<string, never> {
    const label = this.text("only_if_label");
    if (label !== undefined) return { only_if: { fact: this.newFact(label, undefined), is: typedText(this.fields, "only_if_value") !== "false" } };
    const [fact, is] = typedText(this.fields, "only_if").split("|");
    if (fact === undefined || fact === "" || is === undefined) return {};
    return { only_if: { fact, is: is === "true" ? true : is === "false" ? false : is } };
  }

  /** The bounds of one side of a table: numbers parted by semicolons, ascending. */
  bounds(name: string): string[] {
    const parts = typedText(this.fields, name).split(";").filter((part) => part.trim() !== "");
    const read = new FormReader({ parts });
    const values = parts.map((_part, index) => read.number(`parts.${index}`) ?? "0");
    const outcome = read.give(values);
    if (outcome.ok) return values;
    for (const text of Object.values(outcome.error.fields ?? {})) this.fault(name, text);
    return values;
  }

  /** Adds or renames what choices of a fact are called. */
  nameChoices(fact: string, choices: Readonly<Record<string, string>>): void {
    const before = this.facts[fact] ?? this.content.facts[fact] ?? { label_vi: fact };
    this.facts[fact] = { ...before, choices: { ...before.choices, ...choices } };
  }

  private newFact(label: string, measure: string | undefined): string {
    const id = newFactId(this.content, label);
    const note: FactNote = { label_vi: label, ...(measure === undefined ? {} : { measure }) };
    this.facts[id] = note;
    this.content = withFact(this.content, id, note);
    return id;
  }
}

const given = <K extends string>(name: K, value: string | undefined): { [key in K]?: string } => (value === undefined ? {} : ({ [name]: value } as { [key in K]?: string }));

/** Takes a rule's form as sent; gives it with blank rows left out. The grid of a table keeps its empty cells. */
export function compactRule(fields: Typed): Typed {
  return { ...fields, tiers: filledRows(fields["tiers"]), levels: filledRows(fields["levels"]).filter((row) => row["label"] !== "" || row["points"] !== "") };
}

/** Takes the kind, the compacted form and the card; gives the rule with the facts it names, or what is wrong at which field. */
export function ruleFromForm(kind: RuleKind, fields: Typed, content: CardContent): Result<RuleMade, Failure> {
  const form = new RuleReader(fields, content);
  const rule = read(kind, form, content);
  return form.give({ rule, facts: form.facts });
}

function read(kind: RuleKind, form: RuleReader, content: CardContent): ShapedRule {
  switch (kind) {
    case "tier": {
      const tiers = filledRows(form.fields["tiers"]).map((_row, index) => ({
        ...given("from", form.number(`tiers.${index}.from`)), ...given("below", form.number(`tiers.${index}.below`)), points: form.neededNumber(`tiers.${index}.points`),
      }));
      if (tiers.length === 0) form.fault("tiers.0.points", say("Cần ít nhất một khoảng.", "At least one tier is needed."));
      return { kind, fact: form.fact("fact"), tiers, ...given("otherwise", form.number("otherwise")) };
    }
    case "ratio": {
      const direction = typedText(form.fields, "direction") === "at_most" ? { direction: "at_most" as const } : {};
      return { kind, actual: form.fact("actual"), target: form.fact("target"), ...direction, ...given("zero_below", form.number("zero_below")) };
    }
    case "manual":
      return { kind, fact: form.fact("fact") };
    case "per_unit": {
      const steps = typedText(form.fields, "steps") === "exact" ? { steps: "exact" as const } : {};
      const bounds = { ...given("every", form.number("every")), ...given("beyond", form.number("beyond")), ...steps, ...given("cap", form.number("cap")) };
      return { kind, fact: form.fact("fact"), points: form.neededNumber("points"), ...bounds, ...form.condition() };
    }
    case "flag":
      return { kind, fact: form.fact("fact"), points: form.neededNumber("points"), ...form.condition() };
    case "choice":
      return readChoice(form, content);
    case "deadline":
      return readDeadline(form);
    case "table":
      return readTable(form);
  }
}

function readChoice(form: RuleReader, content: CardContent): ShapedRule {
  const fact = form.fact("fact");
  const taken = new Set(Object.keys(content.facts[fact]?.choices ?? {}));
  const points: Record<string, string> = {};
  const names: Record<string, string> = {};
  for (const index of filledRows(form.fields["levels"]).keys()) {
    const label = form.needed(`levels.${index}.label`, 200);
    const value = form.text(`levels.${index}.value`, 60) ?? freeValue(slug(label, "_", 40) || "v", taken);
    taken.add(value);
    points[value] = form.neededNumber(`levels.${index}.points`);
    names[value] = label;
  }
  if (Object.keys(points).length < 2) form.fault("levels.0.label", say("Cần ít nhất hai mức để chọn.", "At least two levels are needed."));
  form.nameChoices(fact, names);
  return { kind: "choice", fact, points, ...form.condition() };
}

function freeValue(stem: string, taken: ReadonlySet<string>): string {
  let value = stem;
  for (let n = 2; taken.has(value); n += 1) value = `${stem}_${n}`;
  return value;
}

function readDeadline(form: RuleReader): ShapedRule {
  const [days, early, daily, cap] = [form.days("early_days"), form.number("early_points"), form.number("daily_points"), form.number("daily_cap")];
  if ((days === undefined) !== (early === undefined)) form.fault(days === undefined ? "early_days" : "early_points", say("Gửi sớm: ghi cả số ngày và số điểm.", "For being early write both the days and the points."));
  if ((daily === undefined) !== (cap === undefined)) form.fault(daily === undefined ? "daily_points" : "daily_cap", say("Mỗi ngày chậm: ghi cả số điểm và mức tối đa.", "For each day late write both the points and the cap."));
  return {
    kind: "deadline", fact: form.fact("fact"), due: form.neededDate("due"), late: form.neededNumber("late"),
    ...(days === undefined || early === undefined ? {} : { early: { days, points: early } }),
    ...(daily === undefined || cap === undefined ? {} : { per_day: { points: daily, cap } }),
    ...form.condition(),
  };
}

function readTable(form: RuleReader): ShapedRule {
  const row = { fact: form.fact("row"), bounds: form.bounds("row_bounds") };
  const column = { fact: form.fact("column"), bounds: form.bounds("column_bounds") };
  const points = Array.from({ length: row.bounds.length + 1 }, (_r, r) => Array.from({ length: column.bounds.length + 1 }, (_c, c) => form.neededNumber(`points.${r}.${c}`)));
  return { kind: "table", row, column, points, ...form.condition() };
}

/** Takes the form of a table's rule; gives the bounds as far as they can be read, for the size of its grid. */
export function gridBounds(fields: Typed): { rows: string[]; columns: string[] } {
  const side = (name: string) => {
    const form = new FormReader({ parts: typedText(fields, name).split(";").filter((part) => part.trim() !== "") });
    return (form.fields["parts"] as string[]).flatMap((_part, index) => form.number(`parts.${index}`) ?? []);
  };
  return { rows: side("row_bounds").slice(0, 12), columns: side("column_bounds").slice(0, 12) };
}

/** Takes a rule and the card; gives what its form shows, numbers as they are written here. */
export function typedFromRule(rule: ShapedRule, content: CardContent): Typed {
  const n = (value: string | undefined) => (value === undefined ? "" : numberInField(value));
  const only = "only_if" in rule && rule.only_if !== undefined ? { only_if: `${rule.only_if.fact}|${String(rule.only_if.is)}` } : {};
  switch (rule.kind) {
    case "tier":
      return { fact: { id: rule.fact }, tiers: rule.tiers.map((tier) => ({ from: n(tier.from), below: n(tier.below), points: n(tier.points) })), otherwise: n(rule.otherwise) };
    case "ratio":
      return { actual: { id: rule.actual }, target: { id: rule.target }, direction: rule.direction ?? "at_least", zero_below: n(rule.zero_below) };
    case "manual":
      return { fact: { id: rule.fact } };
    case "per_unit":
      return { fact: { id: rule.fact }, points: n(rule.points), every: n(rule.every), beyond: n(rule.beyond), steps: rule.steps ?? "whole", cap: n(rule.cap), ...only };
    case "flag":
      return { fact: { id: rule.fact }, points: n(rule.points), ...only };
    case "choice":
      return { fact: { id: rule.fact }, levels: levelsOf(rule.points).map(([value, points]) => ({ value, label: choiceName(rule.fact, value, content.facts), points: n(points) })), ...only };
    case "deadline":
      return {
        fact: { id: rule.fact }, due: rule.due, late: n(rule.late), early_days: rule.early === undefined ? "" : String(rule.early.days), early_points: n(rule.early?.points),
        daily_points: n(rule.per_day?.points), daily_cap: n(rule.per_day?.cap), ...only,
      };
    case "table":
      return {
        row: { id: rule.row.fact }, row_bounds: rule.row.bounds.map(n).join("; "), column: { id: rule.column.fact }, column_bounds: rule.column.bounds.map(n).join("; "),
        points: rule.points.map((cells) => cells.map(n)), ...only,
      };
  }
}
