import { z } from "zod";
import { parseTypedDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import * as field from "../../../platform/command/fields.ts";
import { listPeople, listUnits, subtree } from "../../organizations/index.ts";
import { matchName, type Nameable, type Rating, readRating } from "../core/ratings.ts";
import { newestRatings } from "./store.ts";

/** The fields of an import of ratings, the same for preview and import. Dates and levels of a row stay text, so that the preview can say what is wrong with each. */
export const ratingFields = {
  unit_id: field.id(),
  year: field.whole(1990, 2100),
  decision_number: field.text(60),
  decided_on: field.date(),
  rows: field.list(
    z.strictObject({
      line: field.maybe(field.whole(1, 1_000_000)), person_id: field.maybe(field.id()), subject_unit_id: field.maybe(field.id()),
      full_name: field.maybe(field.text(200)), born_on: field.maybe(field.text(40)), rating: field.maybe(field.text(120)),
    }),
    5000,
  ),
  /** Leaves out the rows whose name nobody of the unit has, instead of refusing the whole list. */
  skip_unmatched: field.flag(),
};
type RatingsInput = z.output<z.ZodObject<typeof ratingFields>>;
type InputRow = RatingsInput["rows"][number];

/** What will come of a row: written, unchanged, no such name, or wrong (ambiguous names too). */
export type Judged = {
  line: number;
  written: string;
  outcome: "write" | "same" | "unmatched" | "wrong";
  fault: { field: "full_name" | "born_on" | "rating"; text: Text } | null;
  match: Nameable | null;
  rating: Rating | null;
  /** An earlier rating of the year that this one will stand before. */
  replaces: Rating | null;
};

/** Judges every row against the unit as it was on the decision's day. Few statements for many rows. */
export async function judgeRows(context: ReadContext, input: RatingsInput): Promise<Judged[]> {
  const all = await everybodyOf(context, input.unit_id, input.decided_on);
  const judged = input.rows.map((row, index) => judgeRow(row, index, all));
  const newest = await newestRatings(context.tx, judged.flatMap((row) => row.match?.id ?? []), input.year);
  const seen = new Set<string>();
  return judged.map((row) => {
    if (row.match === null || row.outcome !== "write") return row;
    if (seen.has(row.match.id)) return wrong(row, "full_name", say(`${row.match.name} đứng hai lần trong danh sách.`, `${row.match.name} stands twice in the list.`));
    seen.add(row.match.id);
    const known = (newest.get(row.match.id) ?? []).find((rating) => rating.decision_number === input.decision_number);
    if (known !== undefined && known.rating !== row.rating) return wrong(row, "rating", say(`Quyết định này đã ghi mức khác cho ${row.match.name}; sửa bằng quyết định mới.`, `This decision already holds another rating for ${row.match.name}; correct it by a new decision.`));
    if (known !== undefined) return { ...row, outcome: "same" as const };
    const [counting] = newest.get(row.match.id) ?? [];
    return { ...row, replaces: counting !== undefined && counting.rating !== row.rating && counting.decided_on <= input.decided_on ? counting.rating : null };
  });
}

function judgeRow(row: InputRow, index: number, all: readonly Nameable[]): Judged {
  const rating = readRating(row.rating ?? "");
  const blank: Judged = { line: row.line ?? index + 1, written: row.full_name ?? "", outcome: "write", fault: null, match: null, rating, replaces: null };
  if (rating === null) return wrong(blank, "rating", say(`Không hiểu mức xếp loại “${row.rating ?? ""}”.`, `The rating “${row.rating ?? ""}” is not known.`));
  const born_on = row.born_on === undefined ? null : parseTypedDate(row.born_on);
  if (row.born_on !== undefined && born_on === null) return wrong(blank, "born_on", say(`“${row.born_on}” không phải ngày. Hãy ghi như 20/12/1980.`, `“${row.born_on}” is no date. Write it like 20/12/1980.`));
  const id = row.person_id ?? row.subject_unit_id;
  if (id !== undefined) {
    const match = all.find((entry) => entry.id === id) ?? null;
    return match === null ? unmatched(blank) : { ...blank, written: match.name, match };
  }
  if (row.full_name === undefined) return wrong(blank, "full_name", say("Thiếu họ và tên.", "The name is missing."));
  const found = matchName(row.full_name, born_on, all);
  switch (found.kind) {
    case "one":
      return { ...blank, match: found.match };
    case "ambiguous":
      return wrong(blank, "full_name", say(`Có ${found.count} người trùng tên “${row.full_name}”: hãy ghi thêm ngày sinh.`, `${found.count} people are named “${row.full_name}”: add the birth date.`));
    case "none":
      return unmatched(blank);
  }
}

function wrong(row: Judged, at: "full_name" | "born_on" | "rating", text: Text): Judged {
  return { ...row, outcome: "wrong", fault: { field: at, text } };
}

function unmatched(row: Judged): Judged {
  return { ...row, outcome: "unmatched", fault: { field: "full_name", text: say("Không có ai tên này trong đơn vị vào ngày quyết định.", "Nobody of this name belonged to the unit on the decision's day.") } };
}

/** Gives the people of the unit and its collectives, each once, as they were on the day. */
async function everybodyOf(context: ReadContext, unit_id: string, day: PlainDate): Promise<Nameable[]> {
  const below = subtree([unit_id], day);
  const people = new Map((await listPeople(context.tx, day, { units: below, limit: 20_000 })).map((person) => [person.id, { id: person.id, kind: "person" as const, name: person.full_name, born_on: person.born_on }]));
  const inside = await context.tx.execute<{ unit_id: string }>(below);
  const units = await listUnits(context.tx, day, { ids: inside.rows.map((row) => row.unit_id) });
  return [...people.values(), ...units.map((unit) => ({ id: unit.id, kind: "unit" as const, name: unit.name, born_on: null }))];
}
