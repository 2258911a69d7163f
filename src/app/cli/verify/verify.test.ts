import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captured } from "../../../../tests/support/captured.ts";
import { composeCertificate, PEOPLES_COMMITTEE, writeSignature } from "../../../engines/documents/index.ts";
import {
  type AwardFacts,
  appendCredential,
  appendLeaves,
  EMPTY_EDGE,
  encodeEntryBundle,
  encodeVerifierKey,
  entriesPath,
  hashLeaf,
  makeAwardEntry,
  noteSigner,
  signCheckpoint,
  signCredential,
  toBase64,
  tilePath,
  utf8,
} from "../../../engines/transparency/index.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { closeRenderer, renderPdf } from "../../../platform/rendering/render-pdf.ts";
import { run } from "../verify.ts";

const ORIGIN = "thidua.example.vn/log";
const signer = noteSigner(ORIGIN, new Uint8Array(32).fill(4));
const vkey = encodeVerifierKey(signer.verifier);
const salt = new Uint8Array(32).fill(1);
const award: AwardFacts = {
  code: "CD-1",
  recipient: "Nông Thị Nguyệt Ánh",
  position: null,
  unit: null,
  honour: "district_certificate_of_merit",
  honour_name: "Giấy khen",
  year: 2021,
  achievement: null,
  decision_number: "1/QĐ-UBND",
  decided_on: plainDate("2021-12-27"),
  issued_by: "Chủ tịch Ủy ban nhân dân huyện Chợ Đồn",
  signed_by: "Hà Sỹ Huân",
  register_number: null,
};

const folder = mkdtempSync(join(tmpdir(), "thidua-verify-"));
const inFolder = (path: string): string => join(folder, path);
const files = new Map<string, Uint8Array>();
let server: Server;
let site = "";

beforeAll(async () => {
  const entry = makeAwardEntry(award, salt);
  const entries = [utf8("a"), entry, utf8("c")];
  const { tiles, root } = appendLeaves(EMPTY_EDGE, entries.map(hashLeaf));
  for (const tile of tiles) files.set(`log/${tilePath(tile)}`, tile.hashes);
  files.set(`log/${entriesPath(0, 3)}`, encodeEntryBundle(entries));
  files.set("log/checkpoint", utf8(signCheckpoint({ origin: ORIGIN, size: 3, root, extensions: [] }, signer)));
  files.set("log/key", utf8(`${vkey}\n`));
  files.set("verify/CD-1.json", utf8('{"code":"CD-1","status":"revoked","revoked_on":"2022-05-01","log_index":1}'));
  const draft = { award, salt: toBase64(salt), entry: toBase64(entry), logged: null };
  files.set("certificate.json", utf8(JSON.stringify(signCredential(draft, null, signer))));
  files.set("other.txt", utf8("xin chào"));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(inFolder(path)), { recursive: true });
    writeFileSync(inFolder(path), bytes);
  }
  server = createServer((request, response) => {
    const bytes = files.get((request.url ?? "").slice(1));
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const verify = (...args: string[]) => captured(() => run(args));

const checks = (signature: string, logged: string, not_revoked: string) => [
  { id: "signature", result: signature },
  { id: "logged", result: logged },
  { id: "not_revoked", result: not_revoked },
];

describe("thidua verify certificate", () => {
  it("works offline with a key in the arguments or in a file", async () => {
    const expected = { genuine: true, checks: checks("pass", "unknown", "unknown"), award };
    expect(await verify("certificate", inFolder("certificate.json"), "--key", vkey)).toEqual({ status: 0, answer: expected, error: "" });
    const fromFile = await verify("certificate", inFolder("certificate.json"), `--key=${inFolder("log/key")}`);
    expect(fromFile.answer).toEqual(expected);
  });

  it("asks the site for key, place in the log, and revocation", async () => {
    const { status, answer, error } = await verify("certificate", inFolder("certificate.json"), "--site", `${site}/`);
    expect({ status, error, checks: answer.checks, genuine: answer.genuine }).toEqual({
      status: 0,
      error: "",
      checks: checks("pass", "pass", "fail"),
      genuine: false,
    });
  });

  it("judges without the site when it does not answer, and says so", async () => {
    const { status, answer, error } = await verify("certificate", inFolder("certificate.json"), "--key", vkey, "--site", "http://127.0.0.1:1");
    expect([status, answer.genuine]).toEqual([0, true]);
    expect(error).toContain("Không hỏi được trang web");
  });

  it("cannot call it genuine without any key", async () => {
    const { answer, error } = await verify("certificate", inFolder("certificate.json"), "--lang", "en");
    expect([answer.genuine, answer.checks[0].result]).toEqual([false, "unknown"]);
    expect(error).toBe("The signature could not be checked for want of a public key: use --key or --site.\n");
  });

  it.each([
    [["certificate", "none.pdf"], "Không đọc được tệp none.pdf (ENOENT).\n"],
    [["certificate"], "Cần đúng một tệp hoặc địa chỉ, nhận được 0.\n"],
    [["certificate", "a", "--kye", "b"], "Không có tùy chọn --kye. Các tùy chọn: --key, --checkpoint, --site, --lang.\n"],
    [["certificate", "a", "--key"], "--key cần một giá trị.\n"],
    [["ballots", "/nowhere/a"], "Không đọc được /nowhere/a (ENOENT).\n"],
    [["backup", "/nowhere/a", "--lang", "en"], "There is no file or folder /nowhere/a.\n"],
  ])("refuses %j with one sentence", async (args, sentence) => {
    expect(await verify(...args)).toEqual({ status: 2, answer: null, error: sentence });
  });

  it("refuses a checkpoint that is none, and takes one that the log signed", async () => {
    const garbled = await verify("certificate", inFolder("certificate.json"), "--key", vkey, "--checkpoint", inFolder("other.txt"));
    expect(garbled).toEqual({ status: 2, answer: null, error: `--checkpoint: ${inFolder("other.txt")} không phải là điểm chốt đã ký.\n` });
    const since = await verify("log", inFolder("log"), "--key", vkey, "--since", inFolder("other.txt"));
    expect(since).toEqual({ status: 2, answer: null, error: `--since: ${inFolder("other.txt")} không phải là điểm chốt đã ký.\n` });
    const same = await verify("certificate", inFolder("certificate.json"), "--key", vkey, "--checkpoint", inFolder("log/checkpoint"));
    expect(same.answer.checks).toEqual(checks("pass", "unknown", "unknown"));
  });

  it("refuses a file that is no certificate, and a key that is none", async () => {
    const other = inFolder("other.txt");
    expect((await verify("certificate", other, "--key", vkey)).error).toBe(`${other} không phải là tệp PDF, cũng không phải là chứng thực dạng JSON.\n`);
    const key = await verify("certificate", inFolder("certificate.json"), "--key", other);
    expect([key.status, key.error]).toEqual([2, `${other}, dòng 1: không phải là khóa công khai dạng tên+mã+khóa.\n`]);
  });
});

describe("a printed certificate, from its facts to its verdict", () => {
  it("is genuine, and no longer when a byte of its pages is changed", async () => {
    const document = composeCertificate({
      form: "certificate_of_merit",
      issuer: ["Chủ tịch", "Ủy ban nhân dân huyện Chợ Đồn"],
      title: award.honour_name,
      recipient: award.recipient,
      position: null,
      unit: null,
      achievement: "Đã hoàn thành xuất sắc nhiệm vụ năm 2021",
      decision_number: award.decision_number,
      decided_on: award.decided_on,
      register_number: null,
      place: "Chợ Đồn",
      signature: writeSignature("head", PEOPLES_COMMITTEE, award.signed_by),
      verification: { text: `${site}/verify/CD-1#x`, code: award.code, address: `${site}/verify` },
    });
    const pdf = await renderPdf({ document, created_at_s: 0 });
    await closeRenderer();
    const draft = { award, salt: toBase64(salt), entry: toBase64(makeAwardEntry(award, salt)), logged: null };
    const issued = appendCredential(pdf, draft, signer);
    writeFileSync(inFolder("issued.pdf"), issued);
    const { answer } = await verify("certificate", inFolder("issued.pdf"), "--key", vkey);
    expect(answer).toEqual({ genuine: true, checks: checks("pass", "unknown", "unknown"), award });
    for (const at of [0, 500, pdf.length - 1, pdf.length, issued.length - 3]) {
      const changed = issued.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(inFolder("changed.pdf"), changed);
      const found = await verify("certificate", inFolder("changed.pdf"), "--key", vkey);
      expect([at, found.answer.genuine, found.answer.checks[0]]).toEqual([at, false, { id: "signature", result: "fail" }]);
    }
  });
});

describe("thidua verify log", () => {
  it("reads a folder, a log's address, and a site's address", async () => {
    for (const target of [inFolder("log"), `${site}/log`, site]) {
      const { status, answer, error } = await verify("log", target, "--key", vkey, "--since", inFolder("log/checkpoint"));
      expect({ status, error, ...answer, seconds: typeof answer.seconds }).toEqual({
        status: 0,
        error: "",
        consistent: true,
        size: 3,
        root: answer.root,
        seconds: "number",
      });
    }
  });

  it("names the problem, and tells a place without a log from a log that is wrong", async () => {
    const tile = "log/tile/0/000.p/3";
    writeFileSync(inFolder(tile), new Uint8Array(96));
    const wrong = await verify("log", inFolder("log"), "--key", vkey);
    expect([wrong.status, wrong.answer.consistent, wrong.answer.problem]).toEqual([0, false, { at: "tile/entries/000.p/3", kind: "differs" }]);
    writeFileSync(inFolder(tile), files.get(tile) ?? "");
    expect(await verify("log", folder)).toEqual({ status: 2, answer: null, error: `${folder} không có nhật ký: thiếu tệp “checkpoint”.\n` });
  });
});
