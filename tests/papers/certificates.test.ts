import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CertificateFacts, composeCertificate, composeDecisionExtract, PEOPLES_COMMITTEE, writeSignature } from "../../src/engines/documents/index.ts";
import { appendCredential, encodeQrCredential, makeAwardEntry, noteSigner, SALT_BYTES, toBase64, verifyQrCredential } from "../../src/engines/transparency/index.ts";
import { plainDate } from "../../src/kernel/plain-date.ts";
import { unwrap } from "../../src/kernel/result.ts";
import { closeRenderer, renderPdf } from "../../src/platform/rendering/render-pdf.ts";

// What needs Debian's packages poppler-utils and qpdf: the papers as other programs see them.
const signer = noteSigner("thidua.example/log", new Uint8Array(32).fill(7));
const decided_on = plainDate("2021-12-20");
const CODE = "CD-7F3K-9Q2M";
const BASE = "https://thidua.example.gov.vn";
const folder = mkdtempSync(join(tmpdir(), "thidua-papers-"));

type Recipient = { name: string; unit: string };
const SHORT: Recipient = { name: "Lường Thị Mẫu Ễnh", unit: "Giáo viên, Trường THCS Mẫu A" };
const LONG: Recipient = { name: "Hoàng Nguyễn Thị Mẫu Phương Khuyên Ngọc Ánh", unit: "Phó Chủ nhiệm Ủy ban Kiểm tra, Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Mẫu D" };

const qrOf = (recipient: Recipient) =>
  unwrap(encodeQrCredential(BASE, CODE, { recipient: recipient.name, honour: "grassroots_emulation_fighter", unit: recipient.unit, decision_number: "4202/QĐ-UBND", decided_on }, signer)).text;

async function paper(name: string, recipient: Recipient, kind: CertificateFacts["form"] | "extract"): Promise<string> {
  const verification = { text: qrOf(recipient), code: CODE, address: `${BASE}/verify` };
  const signature = writeSignature("head", PEOPLES_COMMITTEE, "Chủ tịch Mẫu Huyện");
  const common = { recipient: recipient.name, position: null, unit: recipient.unit, achievement: "Có sáng kiến được cơ sở công nhận, áp dụng hiệu quả trong năm 2021.", place: "Chợ Đồn", signature, verification };
  const document =
    kind === "extract"
      ? composeDecisionExtract({
          ...common, parent: null, issuer: ["Ủy ban nhân dân", "Huyện Chợ Đồn"], number: "0001/2021/TL", issued_on: decided_on, honour_name: "Lao động tiên tiến năm 2021",
          decision: { number: "4201/QĐ-UBND", decided_on, issued_by: "Chủ tịch Ủy ban nhân dân huyện Chợ Đồn", subject: "Về việc công nhận danh hiệu Lao động tiên tiến năm 2021" },
          grounds: ["Căn cứ Quyết định số 4201/QĐ-UBND"], distribution: ["Người có tên trên", "Lưu: VT, NV"],
        })
      : composeCertificate({
          ...common, form: kind, issuer: ["Chủ tịch", "Ủy ban nhân dân huyện Chợ Đồn"], title: kind === "title_certificate" ? "Chiến sĩ thi đua cơ sở" : "Giấy khen",
          decision_number: "4202/QĐ-UBND", decided_on, register_number: "0001/2021",
        });
  const pdf = await renderPdf({ document, created_at_s: 1_640_000_000 });
  const award = {
    code: CODE, recipient: recipient.name, position: null, unit: recipient.unit, honour: "grassroots_emulation_fighter", honour_name: "Chiến sĩ thi đua cơ sở", year: 2021,
    achievement: null, decision_number: "4202/QĐ-UBND", decided_on, issued_by: "CHỦ TỊCH", signed_by: "Chủ tịch Mẫu Huyện", register_number: "0001/2021",
  };
  const salt = new Uint8Array(SALT_BYTES).fill(3);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, appendCredential(pdf, { award, salt: toBase64(salt), entry: toBase64(makeAwardEntry(award, salt)), logged: null }, signer));
  return file;
}

const PAPERS = [
  { name: "title-certificate", recipient: SHORT, kind: "title_certificate", size: [842, 595] },
  { name: "certificate-of-merit-long", recipient: LONG, kind: "certificate_of_merit", size: [842, 595] },
  { name: "decision-extract", recipient: SHORT, kind: "extract", size: [595, 842] },
] as const;
const files = new Map<string, string>();

beforeAll(async () => {
  for (const { name, recipient, kind } of PAPERS) files.set(name, await paper(name, recipient, kind));
});
afterAll(async () => {
  await closeRenderer();
  rmSync(folder, { recursive: true, force: true });
});
const fileOf = (name: string): string => files.get(name) ?? "";

describe.each(PAPERS)("$name", ({ name, recipient, size }) => {
  it("is a sound PDF of one A4 page with its fonts inside, the credential appended", () => {
    const checked = spawnSync("qpdf", ["--check", fileOf(name)], { encoding: "utf8" });
    expect(`${checked.stdout}${checked.stderr}`).toContain("No syntax or stream encoding errors found");
    const facts = execFileSync("pdfinfo", [fileOf(name)], { encoding: "utf8" });
    expect(/Pages:\s+(\d+)/.exec(facts)?.[1]).toBe("1");
    const points = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts);
    expect([points?.[1], points?.[2]].map((side) => Math.round(Number(side)))).toEqual(size);
    const fonts = execFileSync("pdffonts", [fileOf(name)], { encoding: "utf8" }).trim().split("\n").slice(2);
    expect(fonts.filter((line) => !/Tinos/.test(line) || !/ yes /.test(line))).toEqual([]);
  });

  it("gives its Vietnamese text back to whoever copies it", () => {
    const text = execFileSync("pdftotext", ["-layout", fileOf(name), "-"], { encoding: "utf8" }).normalize("NFC").replace(/\s+/g, " ");
    expect(text).toContain(recipient.name);
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toContain(CODE);
  });

  it("carries a square that scans from paper at 300 dots an inch, and verifies without any network", () => {
    const image = rasterise(name, 300);
    const found = jsqr(new Uint8ClampedArray(image.data), image.width, image.height);
    expect(found?.data).toBe(qrOf(recipient));
    expect(unwrap(verifyQrCredential(found?.data ?? "", [signer.verifier])).award.recipient).toBe(recipient.name);
  });

  it("looks as it did when it was last looked at", () => {
    const image = rasterise(name, 36);
    const golden = join(import.meta.dirname, `../golden/${name}.png`);
    if (!existsSync(golden) || process.env["GOLDEN"] === "write") writeFileSync(golden, PNG.sync.write(image));
    const expected = PNG.sync.read(readFileSync(golden));
    expect([image.width, image.height]).toEqual([expected.width, expected.height]);
    let difference = 0;
    for (let at = 0; at < image.data.length; at += 1) difference += Math.abs((image.data[at] ?? 0) - (expected.data[at] ?? 0));
    // Two rasterisers may smooth an edge differently; a moved line or a lost word is far above this.
    expect(difference / image.data.length).toBeLessThan(1);
  });
});

function rasterise(name: string, dpi: number): PNG {
  const target = join(folder, `${name}-${dpi}`);
  execFileSync("pdftoppm", ["-r", String(dpi), "-png", "-singlefile", fileOf(name), target]);
  return PNG.sync.read(readFileSync(`${target}.png`));
}
