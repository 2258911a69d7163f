import { toText, toVietnamese, parseDecimal } from "../../../kernel/decimal.ts";
import { formatDate, parsePlainDate, parseTypedDate } from "../../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Lang, say, type Text } from "../../../kernel/text.ts";
import { parseTypedDecimal } from "../../../kernel/typed-decimal.ts";
import { foldForSearch } from "../../../kernel/vietnamese.ts";
import type { FactShape } from "./content.ts";

/** A fact's value as it is kept and as the engine reads it: decimals and dates as text; null is none (of a date: never). */
export type FactValue = string | boolean | null;

/** What is typed for a date that never came; either language is understood. */
export const NEVER = say("chưa bao giờ", "never");

const NEVER_TYPED: readonly string[] = ["never", "chua", "chua bao gio"];
const YES_TYPED: readonly string[] = ["yes", "true", "co"];
const NO_TYPED: readonly string[] = ["no", "false", "khong"];

/** Takes a typed value and what the fact holds; gives the value, or a sentence that says what is accepted. Blank is none. */
export function readFactValue(shape: FactShape, typed: string | boolean | null, choices: readonly string[] = []): Result<FactValue, Text> {
  if (typed === null || typed === "") return ok(null);
  switch (shape) {
    case "number":
      return readNumber(String(typed));
    case "yes_no":
      if (typed === true || YES_TYPED.includes(foldForSearch(String(typed)))) return ok(true);
      if (typed === false || NO_TYPED.includes(foldForSearch(String(typed)))) return ok(false);
      return err(say("Chọn có hoặc không.", "Choose yes or no."));
    case "choice":
      return choices.includes(String(typed)) ? ok(String(typed)) : err(say(`Chọn một trong: ${choices.join(", ")}.`, `Choose one of: ${choices.join(", ")}.`));
    case "date": {
      if (NEVER_TYPED.includes(foldForSearch(String(typed)))) return ok(null);
      const date = parsePlainDate(String(typed)) ?? parseTypedDate(String(typed));
      return date === null ? err(say(`“${String(typed)}” không phải một ngày; viết như 20/12/2021.`, `“${String(typed)}” is no date; write it like 20/12/2021.`)) : ok(date);
    }
  }
}

function readNumber(typed: string): Result<FactValue, Text> {
  const value = parseDecimal(typed.trim()) !== null && !/^-?[1-9]\d{0,2}\.\d{3}$/.test(typed.trim()) ? parseDecimal(typed.trim()) : parseTypedDecimal(typed);
  if (value === "ambiguous") {
    return err(say(`“${typed}” có thể là phần nghìn hoặc phần lẻ; viết 1234 hoặc 1,234.`, `“${typed}” may mean thousands or a fraction; write 1234, or 1,234 with a comma.`));
  }
  return value === null ? err(say(`“${typed}” không phải một số; viết như 12,5.`, `“${typed}” is no number; write it like 12,5.`)) : ok(toText(value));
}

/** Takes a kept value; gives it as people read it. */
export function showFactValue(shape: FactShape, value: FactValue | undefined, lang: Lang, choices: Readonly<Record<string, string>> = {}): string {
  if (value === undefined) return "–";
  if (value === null) return shape === "date" ? NEVER[lang] : "–";
  switch (shape) {
    case "yes_no":
      return value === true ? say("có", "yes")[lang] : say("không", "no")[lang];
    case "date": {
      const date = parsePlainDate(String(value));
      return date === null ? String(value) : formatDate(date);
    }
    case "choice":
      return choices[String(value)] ?? String(value);
    case "number": {
      const number = parseDecimal(String(value));
      return number === null ? String(value) : toVietnamese(number);
    }
  }
}
