import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";

/** What a page with several forms shows again: what was typed, why it failed, and in which form. Each form's field names begin with its own word. */
export type Given = { readonly typed: Typed; readonly failure: Failure | null; readonly form: string | null };

/** Nothing typed yet. */
export const FRESH: Given = { typed: {}, failure: null, form: null };

/** Takes what was sent and a form's word; gives that form's own fields. */
export function fieldsOf(fields: Record<string, unknown>, form: string): Record<string, unknown> {
  const own = fields[form];
  return own !== null && typeof own === "object" && !Array.isArray(own) ? (own as Record<string, unknown>) : {};
}

/** Takes a failure of a command and the form's word; gives it as the page names its fields. */
export function inForm(failure: Failure, form: string): Failure {
  if (failure.fields === undefined) return failure;
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [`${form}.${name}`, text])) };
}

/** Takes a file as a form sends it; gives it under its name as commands take it, or nothing. */
export async function uploaded(file: File | undefined, name: string): Promise<Record<string, unknown>> {
  return file === undefined ? {} : { [name]: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

/** Takes the rows of a form; gives those in which one of the named fields was typed, with their place in the form. */
export function typedRows(rows: unknown, names: readonly string[]): { place: number; row: Record<string, unknown> }[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown, place) => {
    if (row === null || typeof row !== "object") return [];
    const fields = row as Record<string, unknown>;
    const filled = names.some((name) => typeof fields[name] === "string" && String(fields[name]).trim() !== "");
    return filled ? [{ place, row: fields }] : [];
  });
}

/** Takes a failure that counts filled rows and their places; gives it as the form counts all rows. */
export function inPlace(failure: Failure, list: string, places: readonly number[]): Failure {
  if (failure.fields === undefined) return failure;
  const named = new RegExp(`^${list}\\.(\\d+)`);
  const moved = Object.entries(failure.fields).map(([name, text]) => [name.replace(named, (_whole, index: string) => `${list}.${places[Number(index)] ?? index}`), text] as const);
  return { ...failure, fields: Object.fromEntries(moved) };
}
