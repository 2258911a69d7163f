import { parsePlainDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";

/** What is wrong with an input: the JSON path, and a sentence with what was found and what is accepted. */
export type InputError = { readonly path: string; readonly message: string };

/** Reads an unknown value as a T. Takes the value, its JSON path and the language of messages. */
export type Shape<T> = (value: unknown, path: string, lang: Lang) => Result<T, InputError>;

type Fields<T> = { readonly [K in keyof T]-?: { readonly shape: Shape<Exclude<T[K], undefined>>; readonly required: boolean } };

/** Marks a field that must stand in the object. */
export function required<T>(shape: Shape<T>): { shape: Shape<T>; required: true } {
  return { shape, required: true };
}

/** Marks a field that may be left out. */
export function optional<T>(shape: Shape<T>): { shape: Shape<T>; required: false } {
  return { shape, required: false };
}

/** Makes the error that says what was found and what is accepted. */
export function wrong(path: string, found: unknown, accepted: Text, lang: Lang): Result<never, InputError> {
  const written = JSON.stringify(found) ?? String(found);
  const shown = written.length > 80 ? `${written.slice(0, 77)}…` : written;
  return err({ path, message: say(`Giá trị không hợp lệ: có ${shown}; chấp nhận ${accepted.vi}.`, `Invalid value: found ${shown}; accepted: ${accepted.en}.`)[lang] });
}

/** Reads an object with exactly the named fields; an unknown field is an error, for it may be a misspelling. */
export function object<T>(fields: Fields<T>): Shape<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const known = new Set<string>(names);
  return (value, path, lang) => {
    const read = entries(value, path, lang);
    if (!read.ok) return read;
    for (const [name] of read.value) {
      if (known.has(name)) continue;
      const list = names.join(", ");
      return err({ path: `${path}.${name}`, message: say(`Không có trường "${name}"; các trường được chấp nhận: ${list}.`, `Unknown field "${name}"; accepted fields: ${list}.`)[lang] });
    }
    const raw = value as Record<string, unknown>;
    const made: Record<string, unknown> = {};
    for (const name of names) {
      const field = fields[name];
      if (raw[name] === undefined) {
        if (!field.required) continue;
        return err({ path: `${path}.${name}`, message: say(`Thiếu trường bắt buộc "${name}".`, `The required field "${name}" is missing.`)[lang] });
      }
      const result = field.shape(raw[name], `${path}.${name}`, lang);
      if (!result.ok) return result;
      made[name] = result.value;
    }
    return ok(made as T);
  };
}

/** Reads a list whose every element has the given shape. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path, lang) => {
    if (!Array.isArray(value)) return wrong(path, value, say("một danh sách [ … ]", "a list [ … ]"), lang);
    const made: T[] = [];
    for (const [index, element] of value.entries()) {
      const result = shape(element, `${path}[${index}]`, lang);
      if (!result.ok) return result;
      made.push(result.value);
    }
    return ok(made);
  };
}

/** Reads an object of counts, as a Map by its keys; `key` says which keys are accepted. */
export function counts(key: RegExp, accepted: Text): Shape<ReadonlyMap<string, number>> {
  return (value, path, lang) => {
    const read = entries(value, path, lang);
    if (!read.ok) return read;
    const made = new Map<string, number>();
    for (const [name, number] of read.value) {
      if (!key.test(name)) return wrong(`${path}.${name}`, name, accepted, lang);
      const result = count(number, `${path}.${name}`, lang);
      if (!result.ok) return result;
      made.set(name, result.value);
    }
    return ok(made);
  };
}

function entries(value: unknown, path: string, lang: Lang): Result<readonly [string, unknown][], InputError> {
  return typeof value !== "object" || value === null || Array.isArray(value) ? wrong(path, value, say("một đối tượng JSON { … }", "a JSON object { … }"), lang) : ok(Object.entries(value));
}

/** Reads one of the given words. */
export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, path, lang) => (words.includes(value as T) ? ok(value as T) : wrong(path, value, say(words.join(", "), words.join(" or ")), lang));
}

/** Reads a whole number from `least` to `most`. */
export function whole(least: number, most: number): Shape<number> {
  const accepted = say(`số nguyên từ ${least} đến ${most}`, `a whole number from ${least} to ${most}`);
  const uncounted = say(`${accepted.vi}; không có số âm hay số lẻ (negative_or_fraction)`, `${accepted.en}, neither negative nor a fraction (negative_or_fraction)`);
  return (value, path, lang) => {
    if (typeof value !== "number") return wrong(path, value, accepted, lang);
    if (!Number.isInteger(value) || value < 0) return wrong(path, value, uncounted, lang);
    return value < least || value > most ? wrong(path, value, accepted, lang) : ok(value);
  };
}

/** Reads how many people or ballots there are; a thousand million is far above any electorate. */
export const count: Shape<number> = whole(0, 1_000_000_000);

/** Reads true or false. */
export const truth: Shape<boolean> = (value, path, lang) => (typeof value === "boolean" ? ok(value) : wrong(path, value, say("true hoặc false", "true or false"), lang));

/** Reads a text that is not empty, as NFC without space around it: the same area written twice must be seen. */
export const text: Shape<string> = (value, path, lang) =>
  typeof value === "string" && value.trim() !== "" ? ok(value.normalize("NFC").trim()) : wrong(path, value, say("văn bản không rỗng", "a text that is not empty"), lang);

/** Reads an id that is not empty, letter by letter as it is written. */
export const id: Shape<string> = (value, path, lang) => (typeof value === "string" && value.trim() !== "" ? ok(value) : wrong(path, value, say("mã không rỗng", "an id that is not empty"), lang));

const FIRST_DAY = plainDate("1800-01-01");
const LAST_DAY = plainDate("2199-12-31");

/** Reads a calendar day in ISO form. */
export const day: Shape<PlainDate> = (value, path, lang) => {
  const date = typeof value === "string" ? parsePlainDate(value) : null;
  return date === null || date < FIRST_DAY || date > LAST_DAY
    ? wrong(path, value, say("ngày có thật dạng NĂM-THÁNG-NGÀY, ví dụ 2021-05-23", "a real day as YYYY-MM-DD, for example 2021-05-23"), lang)
    : ok(date);
};

/** Reads what may be null. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path, lang) => (value === null ? ok(null) : shape(value, path, lang));
}
