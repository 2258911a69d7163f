import { decimal, floor } from "../../kernel/decimal.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { tidyText } from "../../kernel/vietnamese.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { type Typed, typedText } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import { className, classIdOf } from "./core/card-classes.ts";
import type { CardHead, LeafHead } from "./core/card-edit.ts";
import { slug } from "./core/card-edit.ts";
import { criterionId } from "./core/card-shape.ts";
import type { CardContent, CardGroup, CardLeaf, FactNote, LeafNote } from "./core/content.ts";
import { readFactValue } from "./core/fact-value.ts";

const MISSING = say("Chưa nhập.", "Missing.");

/** Reads the fields of one form; every fault stands at its field, and all of them are told at once. */
export class FormReader {
  private readonly faults: Record<string, Text> = {};
  constructor(readonly fields: Typed) {}

  /** One line of text, tidied; undefined when blank. */
  text(name: string, max = 300): string | undefined {
    const value = tidyText(typedText(this.fields, name));
    if (value.length > max) this.fault(name, say(`Tối đa ${max} ký tự.`, `At most ${max} characters.`));
    return value === "" ? undefined : value;
  }

  /** Like {@link text}, but it must be there. */
  needed(name: string, max = 300): string {
    const value = this.text(name, max);
    if (value === undefined) this.fault(name, MISSING);
    return value ?? "";
  }

  /** A number as typed here (`12,5` or `12.5`), as decimal text; undefined when blank. */
  number(name: string): string | undefined {
    const typed = typedText(this.fields, name).trim();
    if (typed === "") return undefined;
    // The true minus sign is what the pages show; what is copied from them must be taken back.
    const value = readFactValue("number", typed.replace("−", "-"));
    if (!value.ok) {
      this.fault(name, value.error);
      return undefined;
    }
    return typeof value.value === "string" ? value.value : undefined;
  }

  /** Like {@link number}, but it must be there. */
  neededNumber(name: string): string {
    if (typedText(this.fields, name).trim() === "") this.fault(name, MISSING);
    return this.number(name) ?? "0";
  }

  /** A number of days. */
  days(name: string): number | undefined {
    const value = this.number(name);
    if (value === undefined) return undefined;
    const parsed = decimal(value);
    if (parsed.scale > 0 || parsed.units < 0n || parsed.units > 366n) this.fault(name, say("Ghi số ngày từ 0 đến 366.", "Write a number of days from 0 to 366."));
    return Number(floor(parsed));
  }

  /** A date as ISO text; a fault when it is missing or none. */
  neededDate(name: string): string {
    const value = readFactValue("date", typedText(this.fields, name).trim());
    if (!value.ok) this.fault(name, value.error);
    else if (value.value === null) this.fault(name, MISSING);
    return value.ok && typeof value.value === "string" ? value.value : "1970-01-01";
  }

  /** The number of a criterion. */
  criterion(name: string): string {
    const typed = this.needed(name, 20);
    const outcome = criterionId.safeParse(typed);
    if (typed !== "" && !outcome.success) this.fault(name, say("Số mục gồm chữ không dấu, chữ số, dấu chấm, gạch; ví dụ 1.2.", "A number is made of plain letters, digits, dots and dashes, such as 1.2."));
    return typed;
  }

  /** Says what is wrong with a field; the first sentence of a field stands. */
  fault(name: string, text: Text): void {
    this.faults[name] ??= text;
  }

  /** Gives what was read, or all faults at their fields. */
  give<T>(value: T): Result<T, Failure> {
    if (Object.keys(this.faults).length === 0) return ok(value);
    return err({ code: "invalid", message: say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention, see below. Nothing you typed is lost."), fields: this.faults });
  }
}

/** Takes a decimal as kept; gives it as it stands in a field: a comma, and no dots between thousands, which could be read as fractions. */
export function numberInField(value: string): string {
  return value.replace(".", ",");
}

const rows = (fields: Typed, name: string): number[] => filledRows(fields[name]).map((_row, index) => index);

/** Takes the form of a card's head as sent; gives it with blank rows left out, as faults count them and the form shows them again. */
export function compactHead(fields: Typed): Typed {
  return { ...fields, gates: filledRows(fields["gates"]).filter((row) => row["text"] !== ""), classes: filledRows(fields["classes"]) };
}

/** Takes the compacted form of a card's head; gives the head, or what is wrong at which field. */
export function headFromForm(fields: Typed): Result<CardHead, Failure> {
  const form = new FormReader(fields);
  const gates = rows(fields, "gates").map((index) => {
    const text = form.needed(`gates.${index}.text`);
    return { id: form.text(`gates.${index}.id`, 60) ?? (slug(text, "_", 40).replace(/^(?=[0-9])/, "g_") || `gate_${index + 1}`), text };
  });
  const classes = rows(fields, "classes").map((index) => {
    const floor_percent = form.number(`classes.${index}.floor_percent`);
    return { id: classIdOf(form.needed(`classes.${index}.name`, 80)), at_least: form.neededNumber(`classes.${index}.at_least`), ...(floor_percent === undefined ? {} : { floor_percent }) };
  });
  const tie_break = typedText(fields, "tie_break").split(/[,;\s]+/).filter((id) => id !== "");
  return form.give({ title: form.needed("title"), base: form.neededNumber("base"), gates, classes, tie_break });
}

/** Takes a card; gives what the form of its head shows. */
export function typedFromHead(content: CardContent, title: string): Typed {
  const { base, gates = [], classes = [], tie_break = [] } = content.scorecard;
  const n = numberInField;
  return {
    title, base: n(base), gates: gates.map(({ id, text }) => ({ id, text: text ?? id })), tie_break: tie_break.join(", "),
    classes: classes.map(({ id, at_least, floor_percent }) => ({ name: className(id, "vi"), at_least: n(at_least), floor_percent: floor_percent === undefined ? "" : n(floor_percent) })),
  };
}

/** Takes the form of a group; gives its head and note. */
export function groupFromForm(fields: Typed): Result<{ head: Omit<CardGroup, "criteria">; note: LeafNote }, Failure> {
  const form = new FormReader(fields);
  const title_en = form.text("title_en");
  return form.give({ head: { id: form.criterion("id"), title: form.needed("title") }, note: title_en === undefined ? {} : { title_en } });
}

/** Takes the form of a leaf; gives its head and note. */
export function leafFromForm(fields: Typed): Result<{ head: LeafHead; note: LeafNote }, Failure> {
  const form = new FormReader(fields);
  const head = present({ id: form.criterion("id"), title: form.needed("title"), base: form.neededNumber("base"), min: form.number("min"), cap_bonus: form.number("cap_bonus"), cap_penalty: form.number("cap_penalty") });
  const unverified = typedText(fields, "unverified") === "on" ? true : undefined;
  const note = present({ title_en: form.text("title_en"), proof: form.text("proof", 600), verified_by: form.text("verified_by", 200), note: form.text("note", 1000), unverified });
  return form.give({ head, note });
}

/** Takes a leaf and its note; gives what its form shows. */
export function typedFromLeaf(leaf: CardLeaf, note: LeafNote): Typed {
  const shown = (value: string | undefined) => (value === undefined ? "" : numberInField(value));
  return { ...note, id: leaf.id, title: leaf.title ?? "", base: shown(leaf.base), min: shown(leaf.min), cap_bonus: shown(leaf.cap_bonus), cap_penalty: shown(leaf.cap_penalty), unverified: note.unverified === true ? "on" : "" };
}

/** Takes the form of a fact and its note before; gives the note. Names of choices stand under `choices.<value>`. */
export function factFromForm(fields: Typed, before: FactNote): Result<FactNote, Failure> {
  const form = new FormReader(fields);
  const choices = before.choices === undefined ? undefined : Object.fromEntries(Object.keys(before.choices).map((value) => [value, form.needed(`choices.v_${value}`, 200)]));
  const code = form.text("target_code", 60);
  const chosen = typedText(fields, "target_take");
  const take: "actual" | "plan" | "percent" = chosen === "plan" || chosen === "percent" ? chosen : "actual";
  const target = code === undefined ? undefined : { code, take };
  return form.give(present({ label_vi: form.needed("label_vi"), label_en: form.text("label_en"), measure: form.text("measure", 60), choices, target }));
}

/** Takes a fact's note; gives what its form shows. A prefix keeps values that are digits from turning into a list. */
export function typedFromFact(note: FactNote): Typed {
  const { choices = {}, target, ...rest } = note;
  return { ...rest, choices: Object.fromEntries(Object.entries(choices).map(([value, label]) => [`v_${value}`, label])), target_code: target?.code ?? "", target_take: target?.take ?? "actual" };
}

/** Leaves out what is undefined, so that content never carries empty fields. */
function present<T extends Record<string, unknown>>(entries: T): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}
