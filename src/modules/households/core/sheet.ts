import { ok, type Result } from "../../../kernel/result.ts";
import { findHeading, type SheetCell } from "../../../kernel/sheet-heading.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** The columns of a commune's sheet of households, in the template's order, with the headings under which each is recognised. */
export const SHEET_COLUMNS = {
  village: say("Thôn, tổ dân phố", "Village"),
  code: say("Mã hộ", "Household number"),
  head: say("Chủ hộ", "Head of household"),
  address: say("Địa chỉ", "Address"),
  registered_on: say("Ngày đăng ký", "Registered on"),
  late_reason: say("Lý do đăng ký muộn", "Reason for registering late"),
  points: say("Điểm", "Points"),
  agree: say("Số hộ đồng ý", "Agreed"),
  violations: say("Trường hợp không xét", "Grounds of exclusion"),
  evidence: say("Bằng chứng", "Evidence"),
  note: say("Ghi chú", "Note"),
  met_on: say("Ngày họp thôn", "Met on"),
  called: say("Số hộ được mời", "Called"),
  present: say("Số hộ dự họp", "Present"),
  chair: say("Chủ trì cuộc họp", "Chair of the meeting"),
  secretary: say("Thư ký cuộc họp", "Secretary of the meeting"),
} as const;

export type Column = keyof typeof SHEET_COLUMNS;

/** All columns in order. */
export const COLUMNS = Object.keys(SHEET_COLUMNS) as [Column, ...Column[]];
const NEEDED: readonly Column[] = ["village", "head"];

/** The most letters of each cell: as many as the forms take. */
export const MOST_LETTERS = {
  village: 300, code: 40, head: 120, address: 200, registered_on: 20, late_reason: 300, points: 20, agree: 20, violations: 500, evidence: 500, note: 500,
  met_on: 20, called: 20, present: 20, chair: 120, secretary: 120,
} as const satisfies Readonly<Record<Column, number>>;

/** A filled row as it was read: its line in the sheet, the text of each cell, and whether the points came out of a number cell. */
export type SheetRow = { line: number; exact: boolean } & Partial<Record<Column, string>>;

/** Takes the cells of a sheet; gives its filled rows, by the headings wherever they stand in the first ten rows, or the sentence that says which heading is missing. */
export function filledRows(cells: readonly (readonly SheetCell[])[]): Result<SheetRow[], Text> {
  const heading = findHeading(cells, SHEET_COLUMNS, NEEDED);
  if (!heading.ok) return heading;
  const { columns, first_row } = heading.value;
  return ok(cells.slice(first_row).flatMap((row, index) => rowOf(row, columns, first_row + index + 1)));
}

function rowOf(row: readonly SheetCell[], columns: ReadonlyMap<Column, number>, line: number): SheetRow[] {
  const filled: SheetRow = { line, exact: false };
  let any = false;
  for (const [column, place] of columns) {
    const cell = row[place];
    if (cell === undefined || cell.text.trim() === "") continue;
    // Our own sheet disarms a text that a spreadsheet would take for a formula; it comes back as it was.
    filled[column] = cell.text.replace(/^'(?=[=+\-@])/, "");
    if (column === "points") filled.exact = cell.exact;
    // A template names the village in every line; a line with nothing else is an empty one.
    any ||= column !== "village";
  }
  return any ? [filled] : [];
}
