import { parseTypedDate } from "../../kernel/plain-date.ts";

/** How many candidates and polling areas the small form offers; larger constituencies paste JSON. */
export const FORM_CANDIDATES = 8;
export const FORM_AREAS = 3;
export const COUNTS = ["listed", "voted", "issued", "collected", "valid", "invalid"] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Takes the fields of the small form; gives the JSON of the tally that they say. Rows in which nothing was typed are
 * left out; candidates have their row's number as id. What is no number or date stays as typed, so that the parser of
 * the engine says where.
 */
export function inputOfForm(fields: Fields): unknown {
  const candidates = rows(fields["candidates"]).flatMap((row, at) => {
    const [name, born_on] = [text(row["name"]), text(row["born_on"])];
    return name === "" && born_on === "" ? [] : [{ id: String(at + 1), name, born_on: born_on === "" ? null : (parseTypedDate(born_on) ?? born_on) }];
  });
  const ids = new Set(candidates.map(({ id }) => id));
  const minutes = rows(fields["areas"]).flatMap((row) => {
    const votes = list(row["votes"]).flatMap((value, at) => {
      const id = String(at + 1);
      const typed = text(value);
      // A vote beside an empty name stays, so that it is named as one for nobody.
      return typed === "" && !ids.has(id) ? [] : [[id, number(typed === "" ? "0" : typed)] as const];
    });
    const counts = COUNTS.map((name) => [name, text(row[name])] as const);
    const area = text(row["area"]);
    if (counts.every(([, typed]) => typed === "") && votes.every(([, value]) => value === 0)) return [];
    return [{ area, ...Object.fromEntries(counts.filter(([, typed]) => typed !== "").map(([name, typed]) => [name, number(typed)])), votes: Object.fromEntries(votes), annulled: row["annulled"] === "on" }];
  });
  const day = text(fields["polling_day"]);
  return { level: fields["level"], round: fields["round"], polling_day: parseTypedDate(day) ?? day, seats: number(text(fields["seats"])), candidates, minutes };
}

/** Reads `1.200` and `1200` alike; anything else stays text. */
function number(typed: string): number | string {
  return /^-?\d{1,3}(\.\d{3})+$|^-?\d+$/.test(typed) ? Number(typed.replaceAll(".", "")) : typed;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function rows(value: unknown): readonly Fields[] {
  return list(value).filter((row): row is Fields => typeof row === "object" && row !== null);
}
