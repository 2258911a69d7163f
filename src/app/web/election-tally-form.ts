import { parseTypedDate } from "../../kernel/plain-date.ts";

/** How many candidates and polling areas the small form offers; larger constituencies paste JSON. */
export const FORM_CANDIDATES = 8;
export const FORM_AREAS = 3;
export const COUNTS = ["listed", "voted", "issued", "collected", "valid", "invalid"] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Takes the fields of the small form; gives the JSON of the tally that they say. Rows in which nothing was typed are
 * left out; candidates have their row's number as id, an area without a name its row's. What is no number or date
 * stays as typed, so that the parser of the engine says where.
 */
export function inputOfForm(fields: Fields): unknown {
  const candidates = candidateRows(fields).map(({ at, row }) => {
    const born_on = text(row["born_on"]);
    return { id: String(at + 1), name: text(row["name"]), born_on: born_on === "" ? null : (parseTypedDate(born_on) ?? born_on) };
  });
  const ids = new Set(candidates.map(({ id }) => id));
  const minutes = areaRows(fields).map(({ at, row }) => {
    // A vote beside an empty name stays, so that it is named as one for nobody.
    const votes = list(row["votes"]).map((value, index) => [String(index + 1), text(value)] as const).filter(([id, typed]) => typed !== "" || ids.has(id));
    const counts = COUNTS.map((name) => [name, text(row[name])] as const).filter(([, typed]) => typed !== "");
    return {
      area: text(row["area"]) || `KV${at + 1}`,
      ...Object.fromEntries(counts.map(([name, typed]) => [name, number(typed)])),
      votes: Object.fromEntries(votes.map(([id, typed]) => [id, number(typed === "" ? "0" : typed)])),
      annulled: row["annulled"] === "on",
    };
  });
  const day = text(fields["polling_day"]);
  return { level: fields["level"], round: fields["round"], polling_day: parseTypedDate(day) ?? day, seats: number(text(fields["seats"])), candidates, minutes };
}

/** Takes the fields and the path of an error in what inputOfForm made of them; gives the name of the field that it is about. */
export function fieldOfPath(fields: Fields, path: string): string {
  const [, kind, index, rest = ""] = /^\$\.(candidates|minutes)\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  if (kind === "candidates") return `candidates.${candidateRows(fields)[Number(index)]?.at ?? 0}.${rest}`;
  if (kind === "minutes") {
    const vote = /^votes\.(\d+)$/.exec(rest)?.[1];
    return `areas.${areaRows(fields)[Number(index)]?.at ?? 0}.${vote === undefined ? rest : `votes.${Number(vote) - 1}`}`;
  }
  return path === "$.candidates" ? "candidates.0.name" : path.slice(2);
}

type Row = { readonly at: number; readonly row: Fields };

function candidateRows(fields: Fields): readonly Row[] {
  return rows(fields["candidates"]).filter(({ row }) => ["name", "born_on"].some((name) => text(row[name]) !== ""));
}

function areaRows(fields: Fields): readonly Row[] {
  return rows(fields["areas"]).filter(({ row }) => ["area", ...COUNTS].some((name) => text(row[name]) !== "") || list(row["votes"]).some((vote) => text(vote) !== ""));
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

function rows(value: unknown): readonly Row[] {
  return list(value).flatMap((row: unknown, at) => (typeof row === "object" && row !== null ? [{ at, row: row as Fields }] : []));
}
