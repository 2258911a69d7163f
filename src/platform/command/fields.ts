import { z } from "zod";
import { decimalOf, floor, parseDecimal } from "../../kernel/decimal.ts";
import { type PlainDate, parseTypedDate } from "../../kernel/plain-date.ts";
import { tidyText } from "../../kernel/vietnamese.ts";

/**
 * The building blocks of input schemas. Each accepts what a form sends (text) and what JSON says,
 * so that one command serves both doors. An empty text means "not given".
 */
const emptyToUndefined = (value: unknown): unknown => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** The database holds no NUL in a text; nobody types one. */
const withoutNul = (value: string): string => value.replaceAll("\0", "");

/** One line of text, tidied to NFC; at most `max` characters. */
export const text = (max = 300) => z.preprocess(emptyToUndefined, z.string().transform((value) => tidyText(withoutNul(value))).pipe(z.string().min(1).max(max)));

/** Text of several lines, in NFC, lines kept; at most `max` characters. */
export const longText = (max = 5000) =>
  z.preprocess(
    emptyToUndefined,
    z.string().transform((value) => withoutNul(value).normalize("NFC").replace(/\r\n?/g, "\n").trim()).pipe(z.string().min(1).max(max)),
  );

/** A date, in ISO form or typed as d/m/yyyy; gives a PlainDate. */
export const date = () =>
  z.preprocess(
    emptyToUndefined,
    z.string().transform((value, context): PlainDate => {
      const parsed = parseTypedDate(value);
      if (parsed !== null) return parsed;
      context.addIssue({ code: "custom", params: { id: "date" }, message: "date" });
      return z.NEVER;
    }),
  );

/** A whole number between bounds; accepts the digits of a form, thousands grouped by dots or spaces. */
export const whole = (min: number, max: number) =>
  z.preprocess((value) => {
    const present = emptyToUndefined(value);
    if (typeof present !== "string") return present;
    const digits = present.trim().replace(/[.\s](?=\d{3}(\D|$))/g, "");
    const parsed = parseDecimal(digits);
    return parsed !== null && parsed.scale === 0 ? Number(floor(parsed)) : present;
  }, z.number().int().min(min).max(max));

/** Text that must have a shape; `vi` and `en` say which, for the person who typed something else. */
export const pattern = (shape: RegExp, vi: string, en: string, tidy: (typed: string) => string = (typed) => typed.trim()) =>
  z.preprocess(
    emptyToUndefined,
    z.string().transform((value, context): string => {
      const tidied = tidy(value.normalize("NFC"));
      if (shape.test(tidied)) return tidied;
      context.addIssue({ code: "custom", params: { vi, en }, message: en });
      return z.NEVER;
    }),
  );

/** A user name, kept in lower case. */
export const username = () =>
  pattern(/^[a-z0-9][a-z0-9._-]{1,49}$/, "Dùng 2 đến 50 chữ thường không dấu, chữ số, dấu chấm, gạch; bắt đầu bằng chữ hoặc số.", "Use 2 to 50 plain lower case letters, digits, dots or dashes, beginning with a letter or digit.", (typed) => typed.trim().toLowerCase());

/** A yes or no: a ticked box sends `on`; absent means no. */
export const flag = () => z.preprocess((value) => value === true || value === "on" || value === "true" || value === "1", z.boolean());

/** The id of a row. */
export const id = () => z.preprocess(emptyToUndefined, z.uuid());

/** One of the given words. */
export const choice = <const T extends readonly [string, ...string[]]>(words: T) => z.preprocess(emptyToUndefined, z.enum(words));

/** A list; a form that sends one value of the name sends it bare. */
export const list = <S extends z.ZodType>(entry: S, max = 5000) =>
  z.preprocess((value) => {
    const present = emptyToUndefined(value);
    return present === undefined ? [] : Array.isArray(present) ? present : [present];
  }, z.array(entry).max(max));

/** Makes a field one that may be left out. */
export const maybe = <S extends z.ZodType>(field: S) => z.preprocess((value) => emptyToUndefined(value) ?? undefined, field.optional());

/** The most a whole-number decimal may be, for amounts of money in đồng. */
export const dongAmount = () => whole(0, Number(floor(decimalOf(1_000_000_000_000))));
