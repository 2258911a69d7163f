import { parseDecimal } from "../../kernel/decimal.ts";
import { parsePlainDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Lang } from "./say.ts";

/** What is wrong with an input: the JSON path, and a sentence with what was found and what is accepted. */
export type InputError = { readonly path: string; readonly message: string };

/** Reads an unknown value as a T. Takes the value, its JSON path and the language of messages. */
export type Shape<T> = (value: unknown, path: string, lang: Lang) => Result<T, InputError>;

type Fields<T> = { readonly [K in keyof T]-?: { readonly shape: Shape<NonNullable<T[K]>>; readonly required: boolean } };

/** Marks a field that must stand in the object. */
export function required<T>(shape: Shape<T>): { shape: Shape<T>; required: true } {
  return { shape, required: true };
}

/** Marks a field that may be left out; what it says is then unknown. */
export function optional<T>(shape: Shape<T>): { shape: Shape<T>; required: false } {
  return { shape, required: false };
}

/** Makes the sentence that says what was found and what is accepted. */
export function problem(path: string, found: unknown, accepted: { vi: string; en: string }, lang: Lang): InputError {
  const shown = shorten(found, lang);
  return {
    path,
    message:
      lang === "vi"
        ? `Giá trị không hợp lệ: có ${shown}; chấp nhận ${accepted.vi}.`
        : `Invalid value: found ${shown}; accepted: ${accepted.en}.`,
  };
}

/** Reads an object with exactly the named fields; an unknown field is an error, for it may be a misspelling. */
export function object<T>(fields: Fields<T>): Shape<T> {
  const names = Object.keys(fields);
  const known = new Set(names);
  return (value, path, lang) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return err(problem(path, value, { vi: "một đối tượng JSON { … }", en: "a JSON object { … }" }, lang));
    }
    const entries = value as Record<string, unknown>;
    for (const name of Object.keys(entries)) {
      if (known.has(name)) continue;
      const message =
        lang === "vi"
          ? `Không có trường "${name}"; các trường được chấp nhận: ${names.join(", ")}.`
          : `Unknown field "${name}"; accepted fields: ${names.join(", ")}.`;
      return err({ path: `${path}.${name}`, message });
    }
    const read: Record<string, unknown> = {};
    for (const name of names) {
      const field = fields[name as keyof T];
      const raw = entries[name];
      if (raw === undefined) {
        if (!field.required) continue;
        const message = lang === "vi" ? `Thiếu trường bắt buộc "${name}".` : `The required field "${name}" is missing.`;
        return err({ path: `${path}.${name}`, message });
      }
      const result = field.shape(raw, `${path}.${name}`, lang);
      if (!result.ok) return result;
      read[name] = result.value;
    }
    return ok(read as T);
  };
}

/** Reads a list whose every element has the given shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path, lang) => {
    if (!Array.isArray(value)) return err(problem(path, value, { vi: "một danh sách [ … ]", en: "a list [ … ]" }, lang));
    const read: T[] = [];
    for (const [index, element] of value.entries()) {
      const result = shape(element, `${path}[${index}]`, lang);
      if (!result.ok) return result;
      read.push(result.value);
    }
    return ok(read);
  };
}

/** Reads one of the given words. */
export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, path, lang) =>
    words.includes(value as T) ? ok(value as T) : err(problem(path, value, { vi: words.join(", "), en: words.join(", ") }, lang));
}

/** Reads a whole number from `least` to `most`. */
export function whole(least: number, most: number): Shape<number> {
  return (value, path, lang) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
      ? ok(value)
      : err(problem(path, value, { vi: `số nguyên từ ${least} đến ${most}`, en: `a whole number from ${least} to ${most}` }, lang));
}

/** Reads true or false. */
export const truth: Shape<boolean> = (value, path, lang) =>
  typeof value === "boolean" ? ok(value) : err(problem(path, value, { vi: "true hoặc false", en: "true or false" }, lang));

/** Reads a text that is not empty. */
export const text: Shape<string> = (value, path, lang) =>
  typeof value === "string" && value.trim() !== ""
    ? ok(value)
    : err(problem(path, value, { vi: "văn bản không rỗng", en: "a text that is not empty" }, lang));

const FIRST_DAY = plainDate("1900-01-01");
const LAST_DAY = plainDate("2199-12-31");

/** Reads a calendar day in ISO form, within lifetimes: a year like 0202 or 20211 is a slip of the keyboard. */
export const day: Shape<PlainDate> = (value, path, lang) => {
  const date = typeof value === "string" ? parsePlainDate(value) : null;
  return date === null || date < FIRST_DAY || date > LAST_DAY
    ? err(problem(path, value, { vi: "ngày có thật từ 1900 đến 2199 dạng NĂM-THÁNG-NGÀY, ví dụ 2021-12-20", en: "a real day from 1900 to 2199 as YYYY-MM-DD, for example 2021-12-20" }, lang))
    : ok(date);
};

/** Reads a percentage from 0 to 100 written as text, so that no digit is lost. */
export const percentText: Shape<string> = (value, path, lang) => {
  const number = typeof value === "string" ? parseDecimal(value) : null;
  return number !== null && number.units >= 0n && number.units <= 100n * 10n ** BigInt(number.scale)
    ? ok(value as string)
    : err(problem(path, value, { vi: 'tỷ lệ phần trăm từ 0 đến 100 viết dạng chữ, ví dụ "10"', en: 'a percentage from 0 to 100 written as text, for example "10"' }, lang));
};

function shorten(found: unknown, lang: Lang): string {
  if (found === undefined) return lang === "vi" ? "không có gì" : "nothing";
  const written = JSON.stringify(found) ?? String(found);
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}
