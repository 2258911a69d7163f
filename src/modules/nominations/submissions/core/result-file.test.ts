import { describe, expect, it } from "vitest";
import { readResultRows, rowsOfJson } from "./result-file.ts";

const listed = [{ nomination_id: "n1", position: 1 }, { nomination_id: "n2", position: 2 }, { nomination_id: "n3", position: 3 }];
const read = (...rows: string[][]) => readResultRows(rows, listed);
const sentence = (...rows: string[][]) => {
  const outcome = read(...rows);
  return outcome.ok ? "" : outcome.error.vi;
};

describe("a result file", () => {
  it("is known by the order or the code, in Vietnamese or English words; rows without an outcome are left for later", () => {
    expect(read(["STT", "code", "Kết quả", "Lý do"], ["1", "", "Đạt", ""], ["", "n2", "declined", "Chưa đủ năm"], ["3", "", "", ""])).toEqual({
      ok: true, value: [{ nomination_id: "n1", outcome: "approved", reason: "" }, { nomination_id: "n2", outcome: "declined", reason: "Chưa đủ năm" }],
    });
  });

  it("says the row and what is accepted there", () => {
    expect(sentence(["a", "b"])).toBe("Dòng đầu phải có tên cột: “stt” hoặc “code”, “outcome” (kết quả) và “reason” (lý do).");
    expect(sentence(["stt", "outcome"], ["1", "tốt"])).toBe("Dòng 2: kết quả “tốt” không có; chấp nhận: approved, declined, returned.");
    expect(sentence(["stt", "outcome"], ["9", "approved"])).toBe("Dòng 2: gói này không có hồ sơ “9”.");
    expect(sentence(["stt", "outcome"], ["1", "approved"], ["1", "returned"])).toBe("Dòng 3: hồ sơ số 1 đã có kết quả ở dòng trên.");
    expect(sentence(["stt", "code", "outcome"], ["1", "n1", "approved"], ["2", "n3", "declined"])).toBe("Dòng 3: số thứ tự và mã hồ sơ (2, n3) không cùng một hồ sơ.");
    expect(sentence(["stt", "outcome"], ["1", ""])).toBe("Tệp không có dòng nào ghi kết quả.");
  });

  it("may be JSON, as a list or under results; what is none of these is told so", () => {
    const rows = { ok: true, value: [["code", "outcome", "reason"], ["n1", "returned", "Thiếu báo cáo"]] };
    const list = [{ code: "n1", outcome: "returned", reason: "Thiếu báo cáo" }];
    expect([rowsOfJson(JSON.stringify(list)), rowsOfJson(JSON.stringify({ results: list }))]).toEqual([rows, rows]);
    // A line that cannot be read is never passed over in silence.
    expect([rowsOfJson('[{"code":"n1","outcome":"approved"},"n2"]').ok, rowsOfJson('[{"code":"n1","outcome":true}]').ok, rowsOfJson('[{"code":"n1","outcome":null}]').ok]).toEqual([false, false, true]);
    expect([rowsOfJson("{").ok, rowsOfJson("{}").ok, rowsOfJson("7").ok]).toEqual([false, false, false]);
  });
});
