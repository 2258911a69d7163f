import { say, type Text } from "../../../kernel/text.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { findHeading, type SheetCell } from "../../../kernel/sheet-heading.ts";

/** The columns of a sheet of figures, in the template's order, with the headings under which each is recognised. */
export const SHEET_COLUMNS = {
  unit_code: say("Mã đơn vị", "Unit code"),
  unit_name: say("Tên đơn vị", "Unit name"),
  target_code: say("Mã chỉ tiêu", "Target code"),
  target_title: say("Tên chỉ tiêu", "Target title"),
  measure: say("Đơn vị tính", "Measured in"),
  month: say("Tháng", "Month"),
  value: say("Số thực hiện", "Figure"),
  evidence: say("Văn bản minh chứng", "Evidence"),
  reason: say("Lý do sửa", "Reason for a correction"),
} as const;
type Column = keyof typeof SHEET_COLUMNS;
const NEEDED: readonly Column[] = ["unit_code", "target_code", "month", "value"];

/** A filled row as it was read, ready for the preview and the import. `line` is its number in the sheet. */
export type SheetRow = { line: number; unit_code: string; target_code: string; month: string; value: string; exact: boolean; evidence: string; reason: string };

/** Takes the cells of a sheet; gives the rows in which a figure was filled in, found by the headings wherever they stand in the first ten rows, or the sentence that says which heading is missing. */
export function filledSheetRows(cells: readonly (readonly SheetCell[])[]): Result<SheetRow[], Text> {
  const heading = findHeading(cells, SHEET_COLUMNS, NEEDED);
  if (!heading.ok) return heading;
  const { columns, first_row } = heading.value;
  const at = (row: readonly SheetCell[], column: Column): SheetCell => row[columns.get(column) ?? -1] ?? { text: "", exact: false };
  const rows = cells.slice(first_row).map((row, index): SheetRow => {
    const value = at(row, "value");
    return {
      line: first_row + index + 1, unit_code: at(row, "unit_code").text, target_code: at(row, "target_code").text, month: at(row, "month").text,
      value: value.text, exact: value.exact, evidence: at(row, "evidence").text, reason: at(row, "reason").text,
    };
  });
  return ok(rows.filter((row) => row.value.trim() !== ""));
}
