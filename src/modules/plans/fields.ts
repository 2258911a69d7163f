import { z } from "zod";
import { type Decimal, parseDecimal } from "../../kernel/decimal.ts";
import { type Result, err, ok } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import { parseTypedDecimal } from "../../kernel/typed-decimal.ts";

const NO_NUMBER = say("Không phải số. Hãy ghi như 1234,5 hoặc 1.234,5.", "Not a number. Write it like 1234,5 or 1234.5.");
const ambiguous = (typed: string): Text => {
  const digits = typed.trim();
  const [whole, fraction] = [digits.replace(/[.\s]/g, ""), digits.replace(".", ",")];
  return say(`“${digits}” hiểu được hai cách: hãy ghi ${whole} hoặc ${fraction}.`, `“${digits}” can be read in two ways: write ${whole} or ${fraction}.`);
};

/** Takes what a person typed; gives the exact number, or the sentence that says why it is none or could be two. */
export function readTypedFigure(typed: string): Result<Decimal, Text> {
  const value = parseTypedDecimal(typed.normalize("NFC").trim());
  if (value === null) return err(NO_NUMBER);
  return value === "ambiguous" ? err(ambiguous(typed)) : ok(value);
}

/** Takes a number as data travels (`-12.5`, never grouped); gives it exact, or why it is none. */
export function readExactFigure(text: string): Result<Decimal, Text> {
  const value = parseDecimal(text.trim());
  return value === null ? err(NO_NUMBER) : ok(value);
}

/** A number of a form or of JSON: typed text is read as Vietnamese offices write it, a JSON number as it stands. */
export const figure = () =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.union([z.string().max(60), z.number()]).transform((value, context): Decimal => {
      const read = typeof value === "number" ? readExactFigure(String(value)) : readTypedFigure(value);
      if (read.ok) return read.value;
      context.addIssue({ code: "custom", params: read.error, message: read.error.en });
      return z.NEVER;
    }),
  );
