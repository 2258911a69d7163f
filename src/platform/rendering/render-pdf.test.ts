import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer, renderPdf } from "./render-pdf.ts";
import type { RenderRequest } from "./render-request.ts";

afterAll(closeRenderer);

const verification = {
  text: `https://thidua.chodon.backan.gov.vn/verify/CHODON-7K3M9Q2T#${"aB3_".repeat(60)}`,
  code: "CHODON-7K3M9Q2T",
  address: "thidua.chodon.backan.gov.vn/verify",
};

function certificate(changed: object = {}): RenderRequest {
  const document = {
    kind: "certificate" as const,
    issuer: ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN HUYỆN CHỢ ĐỒN"],
    verb: "TẶNG",
    title: "GIẤY KHEN",
    recipient: "Nông Thị Nguyệt Ánh",
    description: ["Giáo viên", "Trường Tiểu học Bằng Lũng"],
    achievement: "Đã hoàn thành xuất sắc nhiệm vụ năm 2021",
    decision: "Quyết định số 4512/QĐ-UBND ngày 27/12/2021",
    register: "Số sổ khen thưởng: 17/2021",
    placeAndDate: "Chợ Đồn, ngày 27 tháng 12 năm 2021",
    signature: { capacity: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Nguyễn Văn Ễnh" },
    verification,
    ...changed,
  };
  return { document, created_at_s: 1_640_563_200 };
}

function extract(changed: object = {}): RenderRequest {
  const document = {
    kind: "decision_extract" as const,
    parent: null,
    issuer: ["CHỦ TỊCH ỦY BAN NHÂN DÂN", "HUYỆN CHỢ ĐỒN"],
    number: "Số: 05/TL-UBND",
    placeAndDate: "Chợ Đồn, ngày 05 tháng 01 năm 2022",
    title: "TRÍCH LỤC QUYẾT ĐỊNH",
    subject: "Về việc tặng danh hiệu Lao động tiên tiến năm 2021",
    grounds: ["Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003."],
    body: ["Bà Nông Thị Nguyệt Ánh."],
    signature: { capacity: ["CHỦ TỊCH"], name: "Hà Sỹ Huân" },
    distribution: ["- Như trên;", "- Lưu: VT, NV."],
    verification,
    ...changed,
  };
  return { document, created_at_s: 1_640_563_200 };
}

/** The page tree of our PDFs is written plain, not compressed. */
const pageCount = (pdf: Uint8Array): number => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1]);

describe("renderPdf", () => {
  it("gives the same bytes for the same request, and others for another", async () => {
    const [first, again, other] = await Promise.all([
      renderPdf(certificate()),
      renderPdf(certificate()),
      renderPdf(certificate({ recipient: "Nông Thị Nguyệt Anh" })),
    ]);
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
    expect(Buffer.from(first.subarray(0, 8)).toString()).toBe("%PDF-1.7");
  });

  it("keeps the longest names and sentences on one page", async () => {
    const long = certificate({
      title: "CHIẾN SĨ THI ĐUA CẤP BỘ, NGÀNH, TỈNH",
      recipient: "Trường Phổ thông Dân tộc Bán trú Trung học cơ sở xã Yên Thượng và tập thể giáo viên",
      description: [
        "Phó Hiệu trưởng, Bí thư Chi bộ, Chủ tịch Công đoàn cơ sở",
        "Trường Phổ thông Dân tộc Bán trú Trung học cơ sở xã Yên Thượng",
      ],
      achievement: "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước và phòng, chống dịch. ".repeat(8),
    });
    expect(pageCount(await renderPdf(long))).toBe(1);
    expect(pageCount(await renderPdf(extract()))).toBe(1);
    // The count can be more than one: a long extract runs on.
    expect(pageCount(await renderPdf(extract({ body: Array.from({ length: 60 }, () => "Thành tích.") })))).toBe(3);
  });

  it("prints markup in a name as it stands, and reads no file for it", async () => {
    const harmful = await renderPdf(certificate({ recipient: '#read("/etc/passwd") *a* $x$ \\ <b>' }));
    expect(pageCount(harmful)).toBe(1);
    // The document's title, with the name in it, stands uncompressed in the metadata.
    const text = Buffer.from(harmful).toString("utf8");
    expect(text).toContain("GIẤY KHEN – #read(&quot;/etc/passwd&quot;) *a* $x$ \\ &lt;b&gt;</rdf:li>");
    expect(text).not.toContain("root:");
  });

  it("goes without QR code and register number where there are none", async () => {
    expect(pageCount(await renderPdf(extract({ verification: null })))).toBe(1);
    expect(pageCount(await renderPdf(certificate({ register: null, description: [] })))).toBe(1);
  });

  it("rejects content that lacks something, and goes on afterwards", async () => {
    await expect(renderPdf(certificate({ title: undefined }))).rejects.toThrow("template certificate");
    expect(pageCount(await renderPdf(certificate()))).toBe(1);
  });

  it("tells those who wait when it is closed, and starts again", async () => {
    const told = expect(renderPdf(certificate())).rejects.toThrow("the renderer was closed");
    await closeRenderer();
    await told;
    expect(pageCount(await renderPdf(certificate()))).toBe(1);
  });

  it("renders a hundred certificates in seconds", async () => {
    const started = performance.now();
    const all = Array.from({ length: 100 }, (_, index) => renderPdf(certificate({ recipient: `Người thứ ${index}` })));
    expect((await Promise.all(all)).map(pageCount)).toEqual(Array(100).fill(1));
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
