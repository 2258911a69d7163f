import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { composeInitiativeCertificate, type InitiativeCertificate } from "./certificate.ts";

const facts: InitiativeCertificate = {
  title: "Sổ tay số", year: 2021, authors: 2, author: { full_name: "Hà Thị Mẫu", place: "Trường Mẫu", share_percent: "62.5" },
  recognition: { scope: "unit", decision_number: "12/QĐ-UBND", decided_on: plainDate("2021-11-25"), recognised_by: "Ủy ban nhân dân huyện Thử", signer_name: "Nông Văn Mẫu", signer_title: "KT. Chủ tịch" },
  place: "Thử", address: "https://example.vn/initiatives/1",
};

describe("the certificate of an initiative's author", () => {
  it("names the share among several authors, the scope and the decision", () => {
    const content = composeInitiativeCertificate(facts);
    expect([content.verb, content.title, content.recipient, content.achievement]).toEqual([
      "CHỨNG NHẬN", "TÁC GIẢ SÁNG KIẾN", "Hà Thị Mẫu", "Là đồng tác giả, tỷ lệ đóng góp 62,5 %, sáng kiến “Sổ tay số”, năm 2021, được công nhận phạm vi cấp cơ sở.",
    ]);
    expect([content.decision, content.signature, content.verification.text]).toEqual(["Quyết định số 12/QĐ-UBND ngày 25/11/2021", { capacity: ["KT. CHỦ TỊCH"], name: "Nông Văn Mẫu" }, facts.address]);
  });

  it("leaves the signer's place open where none is known, and no share for an only author", () => {
    const content = composeInitiativeCertificate({ ...facts, authors: 1, recognition: { ...facts.recognition, signer_name: null, signer_title: null } });
    const wider = composeInitiativeCertificate({ ...facts, recognition: { ...facts.recognition, scope: "district", signer_name: null, signer_title: null } });
    expect(wider.signature).toEqual({ capacity: [], name: "" });
    expect([content.achievement.startsWith("Là tác giả sáng kiến “Sổ tay số”"), content.signature]).toEqual([true, { capacity: ["THỦ TRƯỞNG ĐƠN VỊ"], name: "" }]);
  });
});
