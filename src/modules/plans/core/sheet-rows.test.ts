import { describe, expect, it } from "vitest";
import { filledSheetRows } from "./sheet-rows.ts";

const cells = (...rows: string[][]) => rows.map((row) => row.map((text) => ({ text, exact: false })));

describe("the rows of a sheet of figures", () => {
  it("are found by their headings, in any order, below a title, and only where a figure was filled in", () => {
    const read = filledSheetRows(cells(["Biểu báo cáo"], ["Tháng", "Số thực hiện", "ma chi tieu", "Mã đơn vị"], ["3", "12,5", "trong_rung", "02065"], ["3", "", "luong_thuc", "02065"], ["3", "7", "luong_thuc", "02029"]));
    expect(read.ok ? read.value.map((row) => [row.line, row.unit_code, row.target_code, row.month, row.value]) : read.error.vi).toEqual([
      [3, "02065", "trong_rung", "3", "12,5"],
      [5, "02029", "luong_thuc", "3", "7"],
    ]);
  });

  it("are refused without the needed headings, with their names", () => {
    const read = filledSheetRows(cells(["Mã đơn vị", "Tháng", "Số thực hiện"], ["02065", "3", "1"]));
    expect(read.ok ? null : read.error.vi).toBe("Không thấy dòng tiêu đề có đủ các cột “Mã đơn vị”, “Mã chỉ tiêu”, “Tháng”, “Số thực hiện”. Hãy dùng mẫu tải về từ trang này.");
  });
});
