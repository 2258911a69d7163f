import { describe, expect, it } from "vitest";
import { matchName, type Nameable, ratingRows, readRating } from "./ratings.ts";

describe("reading a list of ratings", () => {
  it("knows the levels as offices write them, and nothing else", () => {
    expect(["Hoàn thành xuất sắc nhiệm vụ", "HTTNV", "hoàn thành", "Không hoàn thành nhiệm vụ", "H.T.X.S", "khá"].map(readRating)).toEqual(["excellent", "good", "satisfactory", "unsatisfactory", "excellent", null]);
  });

  it("finds columns by their headings wherever they stand, or takes them as they come", () => {
    const headed = ratingRows([["Danh sách"], ["STT", "Xếp loại", "Họ và tên"], ["1", "Tốt", "Nông  Văn Mẫu"], ["", "", ""]]);
    expect(headed.ok && headed.value).toEqual([{ line: 3, full_name: "Nông Văn Mẫu", born_on: "", rating: "Tốt" }]);
    const plain = ratingRows([["Nông Văn Mẫu", "Tốt"], ["Hà Thị Mẫu", "02/03/1980", "HTXS", ""]]);
    expect(plain.ok && plain.value.map((row) => [row.line, row.born_on, row.rating])).toEqual([[1, "", "Tốt"], [2, "02/03/1980", "HTXS"]]);
    expect(ratingRows([[""]]).ok).toBe(false);
  });
});

describe("whom a name means", () => {
  const person = (id: string, name: string, born_on: string | null = null): Nameable => ({ id, kind: "person", name, born_on });
  const all = [person("1", "Đồng Thị Mận", "1980-01-01"), person("2", "Đồng Thị Mân", "1985-05-05"), person("3", "Lý A Páo", "1990-01-01"), person("4", "Lý A Páo", "1992-02-02"), person("5", "Hà Văn Mẫu")];
  const idOf = (name: string, born: string | null = null) => {
    const found = matchName(name, born, all);
    return found.kind === "one" ? found.match.id : found.kind;
  };

  it("is exact without diacritics, prefers the same spelling, and asks the birth date only among several", () => {
    expect([idOf("Đồng Thị Mận"), idOf("DONG THI MAN"), idOf("dong thi man", "1985-05-05"), idOf("Lý A Páo"), idOf("Lý A Páo", "1992-02-02")]).toEqual(["1", "ambiguous", "2", "ambiguous", "4"]);
    expect([idOf("Lý A Páo", "1970-01-01"), idOf("Hà Văn Mẫu", "1970-01-01"), idOf("Hà Văn"), idOf("Đồng Thị")]).toEqual(["none", "5", "none", "none"]);
  });
});
