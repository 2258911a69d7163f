import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { logEntries } from "../../../platform/log/tables.ts";
import { closeRenderer } from "../../../platform/rendering/render-pdf.ts";
import { historyOf } from "../../honours/index.ts";
import * as organizations from "../../organizations/index.ts";
import { attachDocument } from "../commands-documents.ts";
import { prepareDecision } from "../commands-decide.ts";
import { draftNominations, submitNominations } from "../commands-draft.ts";
import { recommendNominations, takeUpNominations } from "../commands-appraise.ts";
import { findNomination } from "../store.ts";
import { nominations } from "../tables.ts";
import { zipOfPackage } from "./bundle.ts";
import { cancelPackage, changePackage, draftPackage, sendPackage, writePackageLetter } from "./commands-packages.ts";
import { cancelPackageResult, confirmPackageResult, recordPackageResult } from "./commands-results.ts";
import type { PackageContent } from "./core/package-content.ts";
import { packageBundle, packageChoices, packagePage } from "./queries-packages.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let officer: Actor;
let second: Actor;
let clerk: Actor;
let people: string[];
let ids: string[];
let sent: { id: string; sha256: string };
const HONOUR = "provincial_diploma_of_merit";
const PDF = Buffer.from("%PDF-1.7 văn bản").toString("base64");
const HEAD = { to_authority: "province", addressee: "Ban Thi đua - Khen thưởng tỉnh", title: "Về việc đề nghị tặng Bằng khen năm 2021" };
const LETTER = { number: 9, symbol: "TTr-UBND", letter_on: "2021-11-29", signer_name: "Nông Văn Mẫu", signer_title: "Chủ tịch" };
const RESULT = { decision_number: "1234/QĐ-UBND", decided_on: "2021-12-20", issuer: "Chủ tịch UBND tỉnh", signer_name: "Hà Văn Mẫu", signer_title: "Chủ tịch", scan: { name: "qd.pdf", base64: PDF } };

const statuses = async () => Promise.all(ids.map(async (id) => (await test.database.inLocality("CD", (tx) => findNomination(tx, id)))?.status));
const refusal = (outcome: { ok: boolean; error?: { code: string; message: { vi: string }; fields?: Readonly<Record<string, unknown>> } }) => (outcome.ok ? "" : [outcome.error?.code, Object.keys(outcome.error?.fields ?? {}).join(), outcome.error?.message.vi].join(" "));
const logged = async (kind: string) => {
  const entries = await test.database.inInstallation((tx) => tx.select().from(logEntries));
  return entries.map((entry) => JSON.parse(new TextDecoder().decode(entry.leaf)) as Record<string, unknown>).filter((entry) => entry["kind"] === kind);
};
const zip = async () => zipOfPackage(unwrap(await runQuery(test.engine, as(officer), packageBundle, { package_id: sent.id })));
const record = (lines: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) => runCommand(test.engine, as(officer, "2021-12-28"), recordPackageResult, { package_id: sent.id, ...RESULT, lines, ...more });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-29");
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  second = user("2", "records_clerk", root);
  clerk = user("3", "clerk", commune);
  const named = ["An", "Bình", "Chi", "Dũng"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official", recruited_on: "2010-01-01" }));
  people = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: commune, from_on: "2015-01-01", people: named })).ids;
  const subjects = people.map((person_id) => ({ person_id, achievement: "Thành tích mẫu", facts: { rating: "good", discipline: [], pending: [], type: "for_campaign" } }));
  ids = unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: HONOUR, year: 2021, authority: "province", subjects })).ids;
  unwrap(await runCommand(test.engine, as(clerk), attachDocument, { nomination_id: ids[0], kind: "achievement_report", file: { name: "bc.pdf", base64: PDF } }));
  unwrap(await runCommand(test.engine, as(clerk), attachDocument, { nomination_id: ids[0], kind: "minutes", on_paper: true, number: "5/BB", document_on: "2021-11-20" }));
  unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), recommendNominations, { nomination_ids: ids }));
});
afterAll(async () => {
  await closeRenderer();
  await test.drop();
});

describe("a package", () => {
  it("takes recommended dossiers of its authority, which no local decision takes; those left out wait again", async () => {
    expect(unwrap(await runQuery(test.engine, as(officer), packageChoices, {})).map((dossier) => dossier.subject_name)).toEqual(["Nông Văn An", "Nông Văn Bình", "Nông Văn Chi", "Nông Văn Dũng"]);
    const root = await test.database.inLocality("CD", (tx) => organizations.findRoot(tx));
    expect(refusal(await runCommand(test.engine, as(officer), prepareDecision, { nomination_ids: ids, issuer_unit_id: root?.id, authority: "district", title: "Khen" }))).toContain("refused");
    expect(refusal(await runCommand(test.engine, as(officer), draftPackage, { ...HEAD, to_authority: "prime_minister", nomination_ids: ids }))).toContain("invalid nomination_ids");
    expect(refusal(await runCommand(test.engine, as(officer), draftPackage, { ...HEAD, nomination_ids: [] }))).toContain("invalid nomination_ids");
    expect(refusal(await runCommand(test.engine, as(clerk), draftPackage, { ...HEAD, nomination_ids: ids }))).toContain("forbidden");
    const first = unwrap(await runCommand(test.engine, as(officer), draftPackage, { ...HEAD, nomination_ids: ids }));
    unwrap(await runCommand(test.engine, as(officer), changePackage, { package_id: first.id, addressee: HEAD.addressee, title: HEAD.title, nomination_ids: ids.slice(0, 2) }));
    expect(await statuses()).toEqual(["in_package", "in_package", "recommended", "recommended"]);
    unwrap(await runCommand(test.engine, as(officer), cancelPackage, { package_id: first.id, reason: "Lập lại" }));
    expect(await statuses()).toEqual(Array(4).fill("recommended"));
  });

  it("is sent under its letter, its hash stands in the log without names, and its archive is the same bytes whatever happens to the dossiers", async () => {
    const { id } = unwrap(await runCommand(test.engine, as(officer), draftPackage, { ...HEAD, nomination_ids: ids }));
    expect(refusal(await runCommand(test.engine, as(officer), sendPackage, { package_id: id }))).toContain("Chưa có tờ trình");
    expect(refusal(await runCommand(test.engine, as(officer), writePackageLetter, { package_id: id, ...LETTER, letter_on: "2021-11-30" }))).toContain("invalid letter_on");
    unwrap(await runCommand(test.engine, as(second), writePackageLetter, { package_id: id, ...LETTER }));
    sent = unwrap(await runCommand(test.engine, as(officer), sendPackage, { package_id: id }));
    expect(await statuses()).toEqual(Array(4).fill("sent_up"));
    expect(refusal(await runCommand(test.engine, as(officer), sendPackage, { package_id: id }))).toContain("conflict");

    const archive = await zip();
    const parts = unzipSync(archive);
    expect(Object.keys(parts)).toEqual(["package.json", "danh-sach.csv", "to-trinh.pdf", "tai-lieu/0001/01-achievement_report.pdf"]);
    const json = parts["package.json"] ?? new Uint8Array();
    expect(createHash("sha256").update(json).digest("hex")).toBe(sent.sha256);
    const content = JSON.parse(new TextDecoder().decode(json)) as PackageContent;
    expect(content.dossiers.map((dossier) => [dossier.position, dossier.subject.name, dossier.findings.map((finding) => finding.stage)])).toEqual([
      [1, "Nông Văn An", ["submission", "appraisal"]], [2, "Nông Văn Bình", ["submission", "appraisal"]], [3, "Nông Văn Chi", ["submission", "appraisal"]], [4, "Nông Văn Dũng", ["submission", "appraisal"]],
    ]);
    expect(content.dossiers[0]?.documents[0]?.sha256).toBe(createHash("sha256").update(parts["tai-lieu/0001/01-achievement_report.pdf"] ?? "").digest("hex"));
    // What lies in the dossier on paper is named, and nothing of it is in the archive.
    expect(content.dossiers[0]?.documents[1]).toEqual({ kind: "minutes", title: "Biên bản họp xét", number: "5/BB", document_on: "2021-11-20", on_paper: true, file_id: null, media_type: null, size_bytes: null, sha256: null, path: null });
    expect([content.letter.number, content.dossiers[0]?.council]).toEqual(["09/TTr-UBND", null]);
    const [entry] = await logged("package_sent");
    expect(entry).toMatchObject({ sha256: sent.sha256, count: 4, to: "province" });
    expect(JSON.stringify(entry)).not.toContain("Nông");

    await test.database.inLocality("CD", (tx) => tx.update(nominations).set({ achievement: "Đã khác" }).where(inArray(nominations.id, ids)));
    expect(Buffer.compare(await zip(), archive)).toBe(0);
  });
});

describe("the result of the level above", () => {
  const outcomes = () => [
    { nomination_id: ids[0], outcome: "approved" }, { nomination_id: ids[1], outcome: "declined", reason: "Chưa đủ thời gian" }, { nomination_id: ids[2], outcome: "returned", reason: "Bổ sung báo cáo" },
    { nomination_id: ids[3], outcome: "", reason: "" },
  ];

  it("is told at its field what is wrong", async () => {
    expect(refusal(await record([{ nomination_id: ids[0], outcome: "" }]))).toContain("invalid lines");
    expect(refusal(await record([{ nomination_id: ids[0], outcome: "" }, { nomination_id: ids[1], outcome: "declined" }]))).toContain("invalid lines.1.reason");
    expect(refusal(await record([{ nomination_id: people[0], outcome: "approved" }]))).toContain("invalid lines.0.outcome");
    expect(refusal(await record(outcomes(), { decided_on: "2021-11-28" }))).toContain("invalid decided_on");
    expect(refusal(await record(outcomes(), { decided_on: "2021-12-29" }))).toContain("invalid decided_on");
    expect(refusal(await record(outcomes(), { scan: { name: "a.pdf", base64: Buffer.from("x").toString("base64") } }))).toContain("invalid scan");
  });

  it("entered wrongly is given up; entered again it needs a second person, moves each dossier, and leaves the others waiting", async () => {
    const wrong = unwrap(await record(outcomes()));
    expect(refusal(await record(outcomes()))).toContain("invalid lines.0.outcome");
    unwrap(await runCommand(test.engine, as(officer), cancelPackageResult, { result_id: wrong.id, reason: "Sai số" }));
    const { id } = unwrap(await record(outcomes()));
    expect(await statuses()).toEqual(Array(4).fill("sent_up"));
    expect(refusal(await runCommand(test.engine, as(officer, "2021-12-28"), confirmPackageResult, { result_id: id }))).toContain("refused");
    const done = unwrap(await runCommand(test.engine, as(second, "2021-12-28"), confirmPackageResult, { result_id: id }));
    expect(done).toMatchObject({ approved: 1, declined: 1, returned: 1, open: 1 });
    expect(await statuses()).toEqual(["decided", "declined", "returned", "sent_up"]);
    expect(refusal(await runCommand(test.engine, as(second, "2021-12-28"), confirmPackageResult, { result_id: id }))).toContain("conflict");
    const page = unwrap(await runQuery(test.engine, as(officer), packagePage, { package_id: sent.id }));
    expect([page.package.state, page.dossiers.map((dossier) => dossier.outcome)]).toEqual(["sent", ["approved", "declined", "returned", null]]);
  });

  it("joins the award history, so that the next year's check knows it", async () => {
    const history = await test.database.inLocality("CD", (tx) => historyOf(tx, "person_id", people));
    expect(history.map((line) => [line.subject_id, line.honour, line.year, line.decided_on, line.decision])).toEqual([[people[0], HONOUR, 2021, "2021-12-20", expect.stringContaining("1234/QĐ-UBND")]]);
  });

  it("comes in parts: what was returned climbs again, and the last answer closes the package", async () => {
    unwrap(await runCommand(test.engine, as(clerk, "2021-12-28"), submitNominations, { nomination_ids: [ids[2]] }));
    const { id } = unwrap(await record([{ nomination_id: ids[3], outcome: "approved" }], { decision_number: "1300/QĐ-UBND" }));
    expect(unwrap(await runCommand(test.engine, as(second, "2021-12-28"), confirmPackageResult, { result_id: id }))).toMatchObject({ approved: 1, open: 0 });
    expect(await statuses()).toEqual(["decided", "declined", "submitted", "decided"]);
    expect(unwrap(await runQuery(test.engine, as(officer), packagePage, { package_id: sent.id })).package.state).toBe("answered");
    expect(refusal(await record([{ nomination_id: ids[2], outcome: "approved" }]))).toContain("conflict");
    expect((await logged("package_result")).map((entry) => [entry["approved"], entry["open"]])).toEqual([[1, 1], [1, 0]]);
  });
});
