import type { Context } from "hono";

/** What a form sent: its fields as a nested object, and its files. */
export type Sent = { fields: Record<string, unknown>; files: Record<string, File> };

/** The most a form may send: files of 30 MB and their fields. */
export const MOST_FORM_BYTES = 31 * 1024 * 1024;

/** Names that would reach into an object's prototype. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a posted form. Names like `criteria.0.text` become lists and objects, a name sent several
 * times becomes a list, a name that ends in `[]` is always a list. Text is NFC.
 */
export async function readForm(c: Context): Promise<Sent> {
  const form = await c.req.formData();
  const fields: Record<string, unknown> = {};
  const files: Record<string, File> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") {
      if (value.size > 0) files[name] = value;
      continue;
    }
    place(fields, name, value.normalize("NFC"));
  }
  return { fields: compact(fields) as Record<string, unknown>, files };
}

function place(root: Record<string, unknown>, name: string, value: string): void {
  const asList = name.endsWith("[]");
  const keys = (asList ? name.slice(0, -2) : name).split(".");
  if (keys.length > 6 || keys.some((key) => FORBIDDEN.has(key))) return;
  let target = root;
  for (const key of keys.slice(0, -1)) {
    const next = target[key];
    if (typeof next === "object" && next !== null) target = next as Record<string, unknown>;
    else {
      const made: Record<string, unknown> = {};
      target[key] = made;
      target = made;
    }
  }
  const last = keys[keys.length - 1] as string;
  const present = target[last];
  if (asList) target[last] = Array.isArray(present) ? [...present, value] : [value];
  else if (present === undefined) target[last] = value;
  else target[last] = Array.isArray(present) ? [...present, value] : [present, value];
}

/** Turns objects whose keys are all whole numbers into lists, in the order of the numbers. */
function compact(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(compact);
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => compact(entry));
  }
  return Object.fromEntries(entries.map(([key, entry]) => [key, compact(entry)]));
}

/** Leaves out the entries of a list of rows in which nothing was typed. */
export function filledRows(rows: unknown): Record<string, unknown>[] {
  if (!Array.isArray(rows)) return [];
  return rows.filter(
    (row): row is Record<string, unknown> =>
      row !== null && typeof row === "object" && Object.values(row).some((value) => typeof value === "string" && value.trim() !== ""),
  );
}
