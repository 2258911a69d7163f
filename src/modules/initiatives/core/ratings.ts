import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { foldForSearch, tidyText } from "../../../kernel/vietnamese.ts";

/** Levels of the yearly rating, the best first; the words of the check of standards. */
export const RATINGS = ["excellent", "good", "satisfactory", "unsatisfactory"] as const;
export type Rating = (typeof RATINGS)[number];

export const RATING_NAMES: Readonly<Record<Rating, Text>> = {
  excellent: say("Hoàn thành xuất sắc nhiệm vụ", "Excellent"),
  good: say("Hoàn thành tốt nhiệm vụ", "Good"),
  satisfactory: say("Hoàn thành nhiệm vụ", "Satisfactory"),
  unsatisfactory: say("Không hoàn thành nhiệm vụ", "Unsatisfactory"),
};

/** How offices write each level, folded. */
const WRITTEN: Readonly<Record<Rating, readonly string[]>> = {
  excellent: ["hoan thanh xuat sac nhiem vu", "hoan thanh xuat sac", "xuat sac", "htxsnv", "htxs", "excellent"],
  good: ["hoan thanh tot nhiem vu", "hoan thanh tot", "tot", "httnv", "htt", "good"],
  satisfactory: ["hoan thanh nhiem vu", "hoan thanh", "htnv", "ht", "satisfactory"],
  unsatisfactory: ["khong hoan thanh nhiem vu", "khong hoan thanh", "khtnv", "kht", "unsatisfactory"],
};

/** Takes a level as written in a list; gives the rating, or null when it is none that is known exactly. */
export function readRating(written: string): Rating | null {
  const folded = foldForSearch(written).replace(/[.]/g, "");
  return RATINGS.find((rating) => WRITTEN[rating].includes(folded)) ?? null;
}

/** The columns of a list of ratings, with the headings under which each is recognised. */
export const SHEET_COLUMNS = {
  full_name: say("Họ và tên", "Full name"),
  born_on: say("Ngày sinh", "Born on"),
  rating: say("Xếp loại", "Rating"),
} as const;
type Column = keyof typeof SHEET_COLUMNS;
const ALSO: Readonly<Record<Column, readonly string[]>> = {
  full_name: ["ho ten", "ten", "ho va ten, ten tap the"],
  born_on: ["ngay, thang, nam sinh", "ngay thang nam sinh"],
  rating: ["muc xep loai", "ket qua xep loai", "muc do hoan thanh nhiem vu"],
};

/** One line of a list as it was read; `line` is its number in the list. */
export type SheetRow = { line: number; full_name: string; born_on: string; rating: string };

/** Takes the cells of a list; gives its filled rows. Columns are found by their headings in the first ten rows; without headings they are name, birth date, rating, or name, rating. Fails with a sentence when no row has a name and a rating. */
export function ratingRows(cells: readonly (readonly string[])[]): Result<SheetRow[], Text> {
  const places = cells.slice(0, 10).map(columnsIn);
  const head = places.findIndex((found) => found.has("full_name") && found.has("rating"));
  const columns = places[head];
  const rows = cells.slice(head + 1).map((row, index): SheetRow => {
    const at = (column: Column): string => tidyText(row[columns === undefined ? plainPlace(row, column) : (columns.get(column) ?? -1)] ?? "");
    return { line: head + index + 2, full_name: at("full_name"), born_on: at("born_on"), rating: at("rating") };
  });
  const filled = rows.filter((row) => row.full_name !== "" || row.rating !== "");
  if (filled.length > 0) return ok(filled);
  return err(say("Danh sách chưa có dòng nào. Mỗi dòng gồm họ và tên, ngày sinh (nếu có), xếp loại.", "The list holds no row. Each row has a name, a birth date if known, and a rating."));
}

/** Where a column stands in a list without headings: the rating last, the birth date between when there are three. */
function plainPlace(row: readonly string[], column: Column): number {
  const last = row.reduce((found, cell, index) => (cell.trim() === "" ? found : index), 0);
  switch (column) {
    case "full_name":
      return 0;
    case "born_on":
      return last >= 2 ? 1 : -1;
    case "rating":
      return last >= 1 ? last : -1;
  }
}

function columnsIn(row: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [index, cell] of row.entries()) {
    const heading = foldForSearch(cell);
    for (const column of Object.keys(SHEET_COLUMNS) as Column[]) {
      const { vi, en } = SHEET_COLUMNS[column];
      if (!found.has(column) && [foldForSearch(vi), foldForSearch(en), ...ALSO[column]].includes(heading)) found.set(column, index);
    }
  }
  return found;
}

/** Somebody who may be meant by a name in a list. `born_on` is null where it is not known, and for collectives. */
export type Nameable = { id: string; kind: "person" | "unit"; name: string; born_on: string | null };

/**
 * Takes a name as written, a birth date if given, and everybody of the unit; gives who is meant:
 * exactly one, several (`ambiguous`), or nobody. Names are equal without diacritics; among several,
 * the very same spelling and then the birth date decide. A birth date that contradicts is no match.
 */
export function matchName(name: string, born_on: string | null, all: readonly Nameable[]): { kind: "one"; match: Nameable } | { kind: "ambiguous"; count: number } | { kind: "none" } {
  const folded = foldForSearch(name);
  const alike = all.filter((entry) => foldForSearch(entry.name) === folded && (born_on === null || entry.born_on === null || entry.born_on === born_on));
  const spelt = alike.filter((entry) => tidyText(entry.name) === tidyText(name));
  const closest = spelt.length > 0 ? spelt : alike;
  const born = born_on === null ? [] : closest.filter((entry) => entry.born_on === born_on);
  const meant = born.length > 0 ? born : closest;
  const [first] = meant;
  if (first === undefined) return { kind: "none" };
  return meant.length === 1 ? { kind: "one", match: first } : { kind: "ambiguous", count: meant.length };
}
