import { describe, expect, it } from "vitest";
import { letterDistance, samePerson, textLikeness } from "./same-person.ts";

const UNIT = "01900000-0000-7000-8000-000000000001";
const traits = (full_name: string, born_on: string | null = "1980-03-02", unit_id: string | null = UNIT) => ({ full_name, born_on, unit_id });
const verdict = (a: string, b: string, born: [string | null, string | null] = ["1980-03-02", "1980-03-02"], units: [string | null, string | null] = [UNIT, UNIT]) =>
  samePerson(traits(a, born[0], units[0]), traits(b, born[1], units[1])).verdict;

describe("whether two entries mean one person", () => {
  it("looks through diacritics, đ and d, capitals, composed and decomposed letters", () => {
    expect(verdict("Đồng Thị Đào", "DONG THI DAO")).toBe("same");
    expect(verdict("Nông Văn Đức", "Nông Văn Đức".normalize("NFD"))).toBe("same");
    expect(samePerson(traits("Đồng Thị Đào"), traits("Dong Thi Dao")).reasons.map((reason) => reason.vi)).toEqual(["Họ tên chỉ khác dấu", "Cùng đơn vị", "Trùng ngày sinh"]);
  });

  it("takes a missing Thị or Văn, another order, one letter or two letters swapped as likely", () => {
    expect([verdict("Hà Thị Mận", "Hà Mận"), verdict("Lý Văn Páo", "Páo Lý Văn"), verdict("Hoàng Thị Huyền", "Hoàng Thị Huyên"), verdict("Hoàng Thị Huyền", "Hoàng Thị Huyềnn"), verdict("Triệu Mùi Pham", "Triệu Mùi Phma")]).toEqual([
      "likely", "likely", "same", "likely", "likely",
    ]);
  });

  it("keeps Văn A and Văn B apart, and middle names that are no common ones", () => {
    expect([verdict("Nguyễn Văn A", "Nguyễn Văn B"), verdict("Lò Văn Minh", "Lò Quang Minh"), verdict("Hà Thị Mận", "Hà Thoa Mận"), verdict("Hà Kim Mận", "Hà Mận"), verdict("Thị Mận", "Mận")]).toEqual(["different", "different", "different", "different", "different"]);
  });

  it("lets birth dates decide: swapped day and month is likely, another date is somebody else", () => {
    expect(verdict("Nông Văn Mẫu", "Nông Văn Mẫu", ["1980-03-02", "1980-02-03"])).toBe("likely");
    expect(verdict("Nông Văn Mẫu", "Nông Văn Mẫu", ["1980-03-02", "1981-03-02"])).toBe("different");
  });

  it("without a birth date needs the same unit, and more than a near name", () => {
    const none: [null, null] = [null, null];
    expect([verdict("Nông Văn Mẫu", "Nong Van Mau", none), verdict("Nông Văn Mẫu", "Nông Văn Mẫu", none, [UNIT, "01900000-0000-7000-8000-000000000002"]), verdict("Nông Văn Mẫu", "Nông Văn Mẫu", none, [null, null])]).toEqual(["likely", "different", "different"]);
    expect(verdict("Nông Văn Thanh", "Nông Văn Thành", none)).toBe("likely");
    expect(verdict("Nông Văn Thanh", "Nông Văn Thank", none)).toBe("different");
  });
});

describe("letters apart", () => {
  it("counts changes, additions and swapped neighbours", () => {
    expect([letterDistance("hai", "hai"), letterDistance("hai", "hia"), letterDistance("hai", "ha"), letterDistance("", "ha"), letterDistance("thanh", "thach")]).toEqual([0, 1, 1, 2, 1]);
  });
});

describe("achievement texts", () => {
  it("are compared by their different words, eight at least", () => {
    const one = "Chủ trì số hóa hồ sơ đất đai, rút ngắn thời gian giải quyết";
    expect([textLikeness(one, one), textLikeness(one, `${one} còn năm ngày`), textLikeness("Tốt", "Tốt"), textLikeness(one, "Vận động nhân dân hiến đất làm đường liên thôn xã")]).toEqual([100, 81, null, 4]);
  });
});
