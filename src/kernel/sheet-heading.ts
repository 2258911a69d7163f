import { err, ok, type Result } from "./result.ts";
import { say, type Text } from "./text.ts";
import { foldForSearch } from "./vietnamese.ts";

/** A cell of a sheet as it was read: its text, and whether it came out of a number cell. */
export type SheetCell = { readonly text: string; readonly exact: boolean };

/** Where a sheet's heading stands: the place of each column that was found, and the first row beneath, counted from 0. */
export type SheetHeading<C extends string> = { readonly columns: ReadonlyMap<C, number>; readonly first_row: number };

/** In how many rows from the top the heading may stand: sheets come with titles above. */
const MOST_ROWS_ABOVE = 10;

/**
 * Takes the cells of a sheet, the columns with the headings by which each is known in both languages, and those that must be
 * there; gives where the heading stands, or the sentence that says which headings are missing. Case, accents and the order
 * of columns do not matter.
 */
export function findHeading<C extends string>(cells: readonly (readonly SheetCell[])[], columns: Readonly<Record<C, Text>>, needed: readonly C[]): Result<SheetHeading<C>, Text> {
  const places = cells.slice(0, MOST_ROWS_ABOVE).map((row) => columnsIn(row, columns));
  const at = places.findIndex((found) => needed.every((column) => found.has(column)));
  const found = places[at];
  if (found !== undefined) return ok({ columns: found, first_row: at + 1 });
  const names = (lang: "vi" | "en") => needed.map((column) => `“${columns[column][lang]}”`).join(", ");
  return err(say(`Không thấy dòng tiêu đề có đủ các cột ${names("vi")}. Hãy dùng mẫu tải về từ trang này.`, `No heading row with the columns ${names("en")}. Use the template from this page.`));
}

function columnsIn<C extends string>(row: readonly SheetCell[], columns: Readonly<Record<C, Text>>): Map<C, number> {
  const found = new Map<C, number>();
  for (const [index, cell] of row.entries()) {
    const heading = foldForSearch(cell.text);
    for (const column of Object.keys(columns) as C[]) {
      const { vi, en } = columns[column];
      if (!found.has(column) && (heading === foldForSearch(vi) || heading === foldForSearch(en))) found.set(column, index);
    }
  }
  return found;
}
