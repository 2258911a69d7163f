import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { appendLeaves, EMPTY_EDGE } from "./append.ts";
import { type AwardFacts, makeAwardEntry } from "./award.ts";
import { concatBytes, fromUtf8, toBase64, utf8 } from "./bytes.ts";
import { appendCredential, readCredential } from "./certificate-credential.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { type CredentialDraft, signCredential } from "./credential.ts";
import { hashLeaf } from "./hashing.ts";
import { appendStreamObject } from "./pdf-update.ts";
import { createInclusionProof, tileHashReader } from "./proofs.ts";
import { noteSigner } from "./signed-note.ts";
import { tilePath } from "./tiles.ts";
import { type CheckId, type VerifyOptions, verifyCertificate } from "./verify-certificate.ts";

const ORIGIN = "thidua.example.vn/log";
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(1));
const keys = [signer.verifier];
const salt = new Uint8Array(32).fill(8);
const award: AwardFacts = {
  code: "CHODON-7K3M9Q2T",
  recipient: "Nông Thị Nguyệt Ánh",
  position: "Giáo viên",
  unit: "Trường Tiểu học Bằng Lũng",
  honour: "grassroots_emulation_fighter",
  honour_name: "Chiến sĩ thi đua cơ sở",
  year: 2021,
  achievement: "Đã hoàn thành xuất sắc nhiệm vụ năm 2021",
  decision_number: "4512/QĐ-UBND",
  decided_on: plainDate("2021-12-27"),
  issued_by: "Chủ tịch Ủy ban nhân dân huyện Chợ Đồn",
  signed_by: "Hà Sỹ Huân",
  register_number: "17/2021",
};
const entry = makeAwardEntry(award, salt);

const PDF_TABLE = pdfOf("xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /ID [<00> <01>] >>\n");
const PDF_STREAM = pdfOf("2 0 obj\n<< /Type /XRef /Size 3 /Root 1 0 R /W [1 2 1] /Length 0 >>\nstream\n\nendstream\nendobj\n");

function pdfOf(crossReference: string): Uint8Array {
  const body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
  return utf8(`${body}${crossReference}startxref\n${body.length}\n%%EOF\n`);
}

async function draft(size = 5, at = 3): Promise<CredentialDraft> {
  const leaves = Array.from({ length: size }, (_, index) => hashLeaf(index === at ? entry : utf8(`khác ${index}`)));
  const { tiles, root } = appendLeaves(EMPTY_EDGE, leaves);
  const read = tileHashReader((tile) => tiles.find((one) => tilePath(one) === tilePath(tile))?.hashes ?? new Uint8Array(), size);
  const proof = (await createInclusionProof(read, at, size)).map(toBase64);
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root, extensions: [] }, signer);
  return { award, salt: toBase64(salt), entry: toBase64(entry), logged: { index: at, proof, checkpoint } };
}

const results = (bytes: Uint8Array, options: Partial<VerifyOptions> = {}) => {
  const verdict = verifyCertificate(bytes, { keys, ...options });
  if (verdict === null) return null;
  const resultOf = (id: CheckId) => verdict.checks.find((check) => check.id === id)?.result;
  return {
    genuine: verdict.genuine,
    signature: resultOf("signature"),
    logged: resultOf("logged"),
    not_revoked: resultOf("not_revoked"),
  };
};

describe.each([["a cross-reference table", PDF_TABLE], ["a cross-reference stream", PDF_STREAM]])("a PDF with %s", (_, pdf) => {
  it("is genuine as it was issued, with exactly the answer of the contract", async () => {
    const issued = appendCredential(pdf, await draft(), signer);
    expect(verifyCertificate(issued, { keys })).toEqual({
      genuine: true,
      checks: [
        { id: "signature", result: "pass" },
        { id: "logged", result: "pass" },
        { id: "not_revoked", result: "unknown" },
      ],
      award,
    });
    expect(issued.subarray(0, pdf.length)).toEqual(pdf);
  });

  it("is not genuine when any byte of the file is changed", async () => {
    const issued = appendCredential(pdf, await draft(), signer);
    for (let at = 0; at < issued.length; at += 1) {
      const changed = issued.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const found = results(changed);
      expect([at, found?.genuine, found && [found.signature, found.logged].includes("fail")]).toEqual([at, false, true]);
    }
  });

  it("is not genuine when anything is appended, or cut off", async () => {
    const issued = appendCredential(pdf, await draft(), signer);
    expect(results(concatBytes(issued, utf8("\n")))?.genuine).toBe(false);
    expect(results(unwrap(appendStreamObject(issued, "{}")))?.genuine).toBe(false);
    expect(results(issued.slice(0, -1))?.genuine).toBe(false);
    expect(results(pdf)).toEqual({ genuine: false, signature: "fail", logged: "unknown", not_revoked: "unknown" });
  });
});

describe("a credential", () => {
  const asJson = async (changed: Partial<CredentialDraft> = {}) =>
    utf8(JSON.stringify(signCredential({ ...(await draft()), ...changed }, null, signer)));

  it("is judged on its own too, and by what the issuer says of revocation", async () => {
    expect(results(await asJson())).toEqual({ genuine: true, signature: "pass", logged: "pass", not_revoked: "unknown" });
    const revoked_on = plainDate("2022-03-01");
    expect(results(await asJson(), { revocation: { revoked: true, revoked_on } })).toEqual({
      genuine: false,
      signature: "pass",
      logged: "pass",
      not_revoked: "fail",
    });
    expect(results(await asJson(), { revocation: { revoked: false, revoked_on: null } })?.not_revoked).toBe("pass");
  });

  it("waits for its place in the log without being doubted", async () => {
    expect(results(await asJson({ logged: null }))).toEqual({
      genuine: true,
      signature: "pass",
      logged: "unknown",
      not_revoked: "unknown",
    });
  });

  it("fails at the log when the entry stands for another award, even under a true signature", async () => {
    const other = await asJson({ award: { ...award, recipient: "Nông Thị Nguyệt Anh" } });
    expect(results(other)).toEqual({ genuine: false, signature: "pass", logged: "fail", not_revoked: "unknown" });
  });

  it("fails at the signature when any letter of its facts is changed", async () => {
    const text = fromUtf8(await asJson()) ?? "";
    const changes = [
      ["Ánh", "Anh"],
      ["4512", "4513"],
      ["2021-12-27", "2021-12-28"],
      [`"key":"t`, `"key":"u`],
      [`"year":2021`, `"year":2022`],
    ] as const;
    for (const [from, to] of changes) {
      expect(text).toContain(from);
      expect(results(utf8(text.replace(from, to)))?.signature).toBe("fail");
    }
    const added = utf8(text.replace("{", '{"note":"x",'));
    expect(results(added)).toEqual({ genuine: false, signature: "fail", logged: "unknown", not_revoked: "unknown" });
  });

  it("fails against a checkpoint that forks the log, and against another installation's key", async () => {
    const fork = signCheckpoint({ origin: ORIGIN, size: 5, root: hashLeaf(utf8("x")), extensions: [] }, signer);
    expect(results(await asJson(), { checkpoint: { note: fork } })?.logged).toBe("fail");
    const same = (await draft()).logged?.checkpoint ?? "";
    expect(results(await asJson(), { checkpoint: { note: same } })?.logged).toBe("pass");
    const stranger = noteSigner(ORIGIN, new Uint8Array(32).fill(2)).verifier;
    expect(results(await asJson(), { keys: [stranger] })?.genuine).toBe(false);
  });

  it("says nothing for certain without a key, and nothing at all of another file", async () => {
    expect(results(await asJson(), { keys: [] })).toEqual({
      genuine: false,
      signature: "unknown",
      logged: "unknown",
      not_revoked: "unknown",
    });
    expect(readCredential(utf8("xin chào"))).toEqual({ kind: "foreign" });
    expect(verifyCertificate(utf8('{"a":1}'), { keys })).toBe(null);
  });
});
