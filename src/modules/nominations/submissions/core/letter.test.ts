import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../kernel/plain-date.ts";
import { countInWords } from "./count-words.ts";
import { committeeOf, composeSubmissionLetter, type LetterFacts, placeOf } from "./letter.ts";

const facts: LetterFacts = {
  parent: "Ủy ban nhân dân huyện Mẫu", issuer: "Phòng Giáo dục và Đào tạo", place: "Mẫu", addressee: "Ủy ban nhân dân huyện Mẫu", decides: true, subject: "Về việc đề nghị khen thưởng năm 2021",
  number: "07/TTr-PGDĐT", letter_on: plainDate("2021-02-05"), signer: { title: "Trưởng phòng", name: "Nông Văn Mẫu" },
  lines: [
    { honour_name: "Lao động tiên tiến", year: 2021, name: "Hà Thị Mẫu", note: "Giáo viên, Trường Mẫu", unit: "Trường Mẫu" },
    { honour_name: "Tập thể lao động tiên tiến", year: 2021, name: "Trường Mẫu", note: "", unit: "Trường Mẫu" },
    { honour_name: "Lao động tiên tiến", year: 2021, name: "Lý Văn Mẫu", note: "Giáo viên", unit: "Trường Khác" },
  ],
};

describe("counts in words", () => {
  it("follow the turns of Vietnamese numbers", () => {
    expect([0, 5, 10, 11, 15, 21, 24, 45, 100, 101, 115, 1000, 1005, 2021].map(countInWords)).toEqual([
      "không", "năm", "mười", "mười một", "mười lăm", "hai mươi mốt", "hai mươi bốn", "bốn mươi lăm", "một trăm", "một trăm linh một", "một trăm mười lăm", "một nghìn", "một nghìn không trăm linh năm", "hai nghìn không trăm hai mươi mốt",
    ]);
    expect(() => countInWords(10_000)).toThrow("no words for 10000");
  });
});

describe("a submission letter", () => {
  it("lists the candidates by honour with the counts in figures and words", () => {
    const letter = composeSubmissionLetter(facts);
    expect(letter.body).toEqual([
      "Kính gửi: Ủy ban nhân dân huyện Mẫu.",
      "Căn cứ quy định của pháp luật về thi đua, khen thưởng và kết quả xét, bình chọn;",
      "Phòng Giáo dục và Đào tạo đề nghị xét khen thưởng 03 (ba) tập thể, cá nhân, hộ gia đình, gồm:",
      "1. Lao động tiên tiến năm 2021: 02 (hai).",
      "1.1. Hà Thị Mẫu, Giáo viên, Trường Mẫu.",
      "1.2. Lý Văn Mẫu, Giáo viên, Trường Khác.",
      "2. Tập thể lao động tiên tiến năm 2021: 01 (một).",
      "2.1. Trường Mẫu.",
      "Kính đề nghị Ủy ban nhân dân huyện Mẫu xem xét, quyết định theo thẩm quyền.",
    ]);
    expect([letter.number, letter.placeAndDate, letter.issuer, letter.signature]).toEqual(["Số: 07/TTr-PGDĐT", "Mẫu, ngày 05 tháng 02 năm 2021", ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"], { capacity: ["TRƯỞNG PHÒNG"], name: "Nông Văn Mẫu" }]);
  });

  it("asks a level that only reviews to send on", () => {
    expect(composeSubmissionLetter({ ...facts, addressee: "Phòng Mẫu", decides: false }).body.at(-1)).toBe("Kính đề nghị Phòng Mẫu xem xét, trình cấp có thẩm quyền quyết định.");
  });

  it("leaves room for number, day and signer that are not written yet", () => {
    const letter = composeSubmissionLetter({ ...facts, number: null, letter_on: null, signer: null });
    expect([letter.number, letter.placeAndDate, letter.signature.name]).toEqual(["Số:       /TTr", "Mẫu, ngày     tháng     năm", ""]);
    expect([placeOf("Huyện Chợ Đồn"), placeOf("Chợ Đồn"), committeeOf("Huyện Chợ Đồn")]).toEqual(["Chợ Đồn", "Chợ Đồn", "Ủy ban nhân dân huyện Chợ Đồn"]);
  });
});
