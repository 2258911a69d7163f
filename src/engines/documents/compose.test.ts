import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { composeCertificate } from "./compose-certificate.ts";
import { composeDecisionExtract } from "./compose-decision-extract.ts";
import { writePlaceAndDate } from "./write-place-and-date.ts";
import { PEOPLES_COMMITTEE, writeSignature } from "./write-signature.ts";

const verification = { text: "https://x/verify/A#b", code: "A", address: "x/verify" };
const facts = {
  form: "certificate_of_merit",
  issuer: ["Chủ tịch", "Ủy ban nhân dân huyện Chợ Đồn"],
  title: "Giấy khen",
  recipient: "  Nông Thị  Nguyệt Ánh ",
  position: "Giáo viên",
  unit: "Trường Tiểu học Bằng Lũng",
  achievement: "Đã hoàn thành xuất sắc nhiệm vụ năm 2021",
  decision_number: "4512/QĐ-UBND",
  decided_on: plainDate("2021-12-27"),
  register_number: "17/2021",
  place: "Chợ Đồn",
  signature: writeSignature("head", PEOPLES_COMMITTEE, "Hà Sỹ Huân"),
  verification,
} as const;

describe("a certificate", () => {
  it("says what stands where", () => {
    expect(composeCertificate(facts)).toEqual({
      kind: "certificate",
      issuer: ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN HUYỆN CHỢ ĐỒN"],
      verb: "TẶNG",
      title: "GIẤY KHEN",
      recipient: "Nông Thị Nguyệt Ánh",
      description: ["Giáo viên", "Trường Tiểu học Bằng Lũng"],
      achievement: "Đã hoàn thành xuất sắc nhiệm vụ năm 2021",
      decision: "Quyết định số 4512/QĐ-UBND ngày 27/12/2021",
      register: "Số sổ khen thưởng: 17/2021",
      placeAndDate: "Chợ Đồn, ngày 27 tháng 12 năm 2021",
      signature: { capacity: ["CHỦ TỊCH"], name: "Hà Sỹ Huân" },
      verification,
    });
  });

  it("certifies a title, and leaves out what there is not", () => {
    const content = composeCertificate({ ...facts, form: "title_certificate", position: null, unit: null, register_number: null });
    expect([content.verb, content.description, content.register]).toEqual(["CHỨNG NHẬN DANH HIỆU", [], null]);
  });
});

describe("the certificate of an initiative", () => {
  it("certifies without any register", () => {
    const content = composeCertificate({ ...facts, form: "initiative_certificate", title: "Tác giả sáng kiến", register_number: null });
    expect([content.verb, content.title, content.register]).toEqual(["CHỨNG NHẬN", "TÁC GIẢ SÁNG KIẾN", null]);
  });
});

describe("an extract", () => {
  it("ends its grounds with semicolons and a full stop, and puts the subject into the sentence", () => {
    const content = composeDecisionExtract({
      ...facts,
      parent: null,
      number: "05/TL-UBND",
      issued_on: plainDate("2022-01-05"),
      decision: {
        number: "4512/QĐ-UBND",
        decided_on: plainDate("2021-12-27"),
        issued_by: "Chủ tịch Ủy ban nhân dân huyện Chợ Đồn",
        subject: "Về việc tặng danh hiệu Lao động tiên tiến năm 2021",
      },
      grounds: ["Căn cứ Luật Thi đua, khen thưởng", "Xét đề nghị của Phòng Nội vụ"],
      honour_name: "Lao động tiên tiến",
      distribution: ["Như trên", "Lưu: VT, NV"],
    });
    expect(content.number).toBe("Số: 05/TL-UBND");
    expect(content.placeAndDate).toBe("Chợ Đồn, ngày 05 tháng 01 năm 2022");
    expect(content.grounds).toEqual(["Căn cứ Luật Thi đua, khen thưởng;", "Xét đề nghị của Phòng Nội vụ."]);
    expect(content.body.slice(0, 3)).toEqual([
      "Ngày 27 tháng 12 năm 2021, Chủ tịch Ủy ban nhân dân huyện Chợ Đồn đã ban hành Quyết định số 4512/QĐ-UBND về việc tặng danh hiệu Lao động tiên tiến năm 2021, trong đó có:",
      "Nông Thị Nguyệt Ánh, Giáo viên, Trường Tiểu học Bằng Lũng.",
      "Danh hiệu, hình thức khen thưởng: Lao động tiên tiến.",
    ]);
    expect(content.distribution).toEqual(["- Như trên;", "- Lưu: VT, NV."]);
  });
});

describe("the spelling of Decree 30/2020", () => {
  it.each([
    ["2021-02-05", "ngày 05 tháng 02 năm 2021"],
    ["2021-03-09", "ngày 09 tháng 3 năm 2021"],
    ["2021-12-10", "ngày 10 tháng 12 năm 2021"],
  ])("writes %s as %s", (date, written) => {
    expect(writePlaceAndDate("Chợ Đồn", plainDate(date))).toBe(`Chợ Đồn, ${written}`);
  });

  it.each([
    ["head", ["CHỦ TỊCH"]],
    ["deputy_for_head", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
    ["head_for_body", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]],
    ["deputy_for_body", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]],
  ] as const)("writes the signature of %s", (capacity, lines) => {
    expect(writeSignature(capacity, PEOPLES_COMMITTEE, "A").capacity).toEqual(lines);
  });
});
