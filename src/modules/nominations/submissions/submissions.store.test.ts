import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { makeRegistry } from "../../../platform/command/define.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { actions, outbox } from "../../../platform/command/tables.ts";
import { accountCommands } from "../../accounts/index.ts";
import * as organizations from "../../organizations/index.ts";
import { returnNominations, takeUpNominations } from "../commands-appraise.ts";
import { attachDocument } from "../commands-documents.ts";
import { draftNominations, reviseNomination, submitNominations, withdrawNominations } from "../commands-draft.ts";
import { declareLocalRule } from "../commands-local-rules.ts";
import { statusOfActions, type NominationAction } from "../core/status.ts";
import { dossierDocument } from "../queries-appraisal.ts";
import { browseNominations, nominationPage } from "../queries.ts";
import { findingsOf, findNomination } from "../store.ts";
import { refuseToForward, reconsiderAtLevel, returnFromLevel } from "./commands-levels.ts";
import { changeSubmissionList, draftSubmissionList, dropSubmissionList, sendSubmissionList, writeSubmissionLetter } from "./commands-lists.ts";
import { endRouteLevel, setRouteLevel } from "./commands-routes.ts";
import { browseSubmissions, submissionLetter, submissionListPage } from "./queries-lists.ts";
import { dossierRoute, receiptPage } from "./queries-routes.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
const unit: Record<string, string> = {};
const actor: Record<string, Actor> = {};
let ids: string[];
const HONOUR = "advanced_labourer";
const LETTER = { number: 7, symbol: "TTr-PGDĐT", letter_on: "2021-11-29", signer_name: "Nông Văn Mẫu", signer_title: "Trưởng phòng" };
const FACTS = { rating: "good", discipline: [], pending: [] };
const who = (name: string): Actor => actor[name] ?? { kind: "public" };

const dossier = (id: string | undefined) => test.database.inLocality("CD", (tx) => findNomination(tx, id ?? ""));
const statusOf = async (id: string | undefined) => (await dossier(id))?.status;
const refusal = (outcome: { ok: boolean; error?: { code: string; message: { vi: string }; fields?: Readonly<Record<string, unknown>> } }) => (outcome.ok ? "" : [outcome.error?.code, Object.keys(outcome.error?.fields ?? {}).join(), outcome.error?.message.vi].join(" "));

async function listAndSend(by: string, unit_id: string | undefined, nomination_ids: readonly string[], number = 1) {
  const { id } = unwrap(await runCommand(test.engine, as(who(by)), draftSubmissionList, { unit_id, year: 2021, nomination_ids }));
  unwrap(await runCommand(test.engine, as(who(by)), writeSubmissionLetter, { list_id: id, ...LETTER, number }));
  return { id, sent: await runCommand(test.engine, as(who(by)), sendSubmissionList, { list_id: id }) };
}

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-29");
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const found = async (name: string, kind: string) => unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name, kind, parent_id: root, from_on: "2000-01-01" })).id;
  unit["root"] = root;
  unit["office"] = await found("Phòng Giáo dục và Đào tạo", "agency");
  unit["party"] = await found("Đảng ủy khối", "party_body");
  unit["school"] = await found("Trường Mẫu", "school");
  unit["second"] = await found("Trường Hai", "school");
  unit["commune"] = await found("Xã Mẫu", "commune");
  const made = (last: string, role: string, unit_id: string | undefined): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id: unit_id ?? "", acting_for: null }] });
  Object.assign(actor, {
    officer: made("1", "officer", root), school: made("2", "clerk", unit["school"]), office: made("3", "clerk", unit["office"]), head: made("4", "head", unit["office"]),
    party: made("5", "clerk", unit["party"]), commune: made("6", "clerk", unit["commune"]), second: made("7", "clerk", unit["second"]),
  });
  const people = async (unit_id: string | undefined, names: readonly string[]) =>
    unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id, from_on: "2015-01-01", people: names.map((full_name) => ({ full_name, title: "Giáo viên", worker: "official", recruited_on: "2010-01-01" })) })).ids;
  const staff = await people(unit["school"], ["Nông Văn Đào", "Nông Văn An", "Nông Văn Chi"]);
  const draft = async (by: string, unit_id: string | undefined, list: readonly string[]) =>
    unwrap(await runCommand(test.engine, as(who(by)), draftNominations, { unit_id, honour: HONOUR, year: 2021, authority: "district", subjects: list.map((person_id, index) => ({ person_id, achievement: `Thành tích ${index}\nDòng hai`, facts: FACTS })) })).ids;
  ids = await draft("school", unit["school"], staff);
  ids.push(...(await draft("commune", unit["commune"], await people(unit["commune"], ["Lý Thị Xã", "Lý Thị Hai"]))));
});
afterAll(() => test.drop());

describe("the route", () => {
  it("is set by the officer, and tells what is wrong with it at its field", async () => {
    const set = (more: Record<string, unknown>, by = "officer") =>
      runCommand(test.engine, as(who(by)), setRouteLevel, { level_unit_id: unit["office"], order_no: 1, unit_kind: "school", unit_ids: [], from_on: "2021-01-01", basis: "Quy chế mẫu", ...more });
    expect(refusal(await set({}, "office"))).toContain("forbidden");
    expect(refusal(await set({ unit_kind: "" }))).toContain("invalid unit_kind");
    expect(refusal(await set({ to_on: "2020-12-01" }))).toContain("invalid to_on");
    unwrap(await set({}));
    expect(refusal(await set({ level_unit_id: unit["party"] }))).toContain("invalid order_no");
    const party = unwrap(await set({ level_unit_id: unit["party"], order_no: 2, unit_kind: "", unit_ids: [unit["school"]] })).id;
    expect(refusal(await runCommand(test.engine, as(who("officer")), endRouteLevel, { route_level_id: party, to_on: "2021-01-01" }))).toContain("invalid to_on");
  });
});

describe("dossiers of a school", () => {
  it("climb two levels with one list and one letter each, and are received with a receipt and its due day", async () => {
    unwrap(await runCommand(test.engine, as(who("officer")), declareLocalRule, { rule: "processing", honour: HONOUR, value: "10", instrument: "Thủ tục mẫu", from_on: "2021-01-01" }));
    const mine = ids.slice(0, 3);
    const pdf = Buffer.from("%PDF-1.7 báo cáo").toString("base64");
    unwrap(await runCommand(test.engine, as(who("school")), attachDocument, { nomination_id: mine[0], kind: "achievement_report", file: { name: "bc.pdf", base64: pdf } }));
    const submitted = unwrap(await runCommand(test.engine, as(who("school")), submitNominations, { nomination_ids: mine }));
    expect([submitted.at_level, submitted.receipt_id]).toEqual([3, null]);
    expect(await dossier(mine[0])).toMatchObject({ status: "at_level", level_unit_id: unit["office"], level_order: 1, received_on: null });
    expect(await test.database.inLocality("CD", (tx) => findingsOf(tx, mine[0] ?? ""))).toEqual([]);
    // Neither the unit nor the officer moves what a level has.
    expect(refusal(await runCommand(test.engine, as(who("school")), submitNominations, { nomination_ids: mine }))).toContain("đang ở cấp trên");
    expect(refusal(await runCommand(test.engine, as(who("officer")), takeUpNominations, { nomination_ids: mine }))).toContain("conflict");
    expect(refusal(await runCommand(test.engine, as(who("officer")), returnNominations, { nomination_ids: mine, reason: "x" }))).toContain("conflict");

    const first = await listAndSend("office", unit["office"], mine);
    expect(unwrap(first.sent)).toMatchObject({ count: 3, at_level: 3, received: 0, receipt_id: null });
    expect(await dossier(mine[0])).toMatchObject({ status: "at_level", level_unit_id: unit["party"], level_order: 2 });
    // The list stands in the order of given names: An, Chi, Đào.
    const page = unwrap(await runQuery(test.engine, as(who("party")), submissionListPage, { list_id: first.id }));
    expect(page.dossiers.map((entry) => [entry.subject_name, entry.to_name])).toEqual([["Nông Văn An", "Đảng ủy khối"], ["Nông Văn Chi", "Đảng ủy khối"], ["Nông Văn Đào", "Đảng ủy khối"]]);
    const letter = unwrap(await runQuery(test.engine, as(who("office")), submissionLetter, { list_id: first.id }));
    expect([letter.content.number, letter.content.body[2], letter.content.body[3]]).toEqual([
      "Số: 01/TTr-PGDĐT", "Phòng Giáo dục và Đào tạo đề nghị xét khen thưởng 03 (ba) tập thể, cá nhân, hộ gia đình, gồm:", "1. Lao động tiên tiến năm 2021: 03 (ba).",
    ]);
    expect(refusal(await runCommand(test.engine, as(who("office")), sendSubmissionList, { list_id: first.id }))).toContain("conflict");

    const second = unwrap((await listAndSend("party", unit["party"], mine)).sent);
    expect(second).toMatchObject({ count: 3, at_level: 0, received: 3 });
    // 2021-11-29 is a Monday; ten working days later is Monday 13 December.
    expect(await dossier(mine[0])).toMatchObject({ status: "submitted", level_unit_id: null, received_on: "2021-11-29", due_on: "2021-12-13" });
    expect((await test.database.inLocality("CD", (tx) => findingsOf(tx, mine[0] ?? ""))).map((finding) => finding.stage)).toEqual(["submission"]);
    const receipt = unwrap(await runQuery(test.engine, as(who("party")), receiptPage, { receipt_id: second.receipt_id }));
    expect([receipt.receipt.number, receipt.lines.map((line) => [line.due_on, line.instrument])]).toEqual([1, Array(3).fill(["2021-12-13", "Thủ tục mẫu"])]);
    const overdue = async (on: string) => unwrap(await runQuery(test.engine, as(who("officer"), on), browseNominations, { overdue: true })).rows.length;
    expect([await overdue("2021-12-13"), await overdue("2021-12-14")]).toEqual([0, 3]);
  });

  it("come back and climb again twice, and lose nothing: texts, facts and documents byte for byte", async () => {
    const [id = ""] = ids;
    const before = await dossier(id);
    const document = unwrap(await runQuery(test.engine, as(who("school")), nominationPage, { nomination_id: id }));
    expect(document.nomination.achievement).toBe("Thành tích 0\nDòng hai");
    unwrap(await runCommand(test.engine, as(who("officer")), returnNominations, { nomination_ids: [id], reason: "Thiếu số liệu" }));
    for (const turn of [1, 2]) {
      unwrap(await runCommand(test.engine, as(who("school")), submitNominations, { nomination_ids: [id] }));
      expect(await dossier(id)).toMatchObject({ status: "at_level", level_unit_id: unit["office"], level_order: 1 });
      unwrap(await runCommand(test.engine, as(who("head")), returnFromLevel, { nomination_ids: [id], reason: `Lần ${turn}` }));
      expect(await dossier(id)).toMatchObject({ status: "returned", level_unit_id: null });
    }
    unwrap(await runCommand(test.engine, as(who("school")), submitNominations, { nomination_ids: [id] }));
    unwrap((await listAndSend("office", unit["office"], [id], 2)).sent);
    unwrap((await listAndSend("party", unit["party"], [id], 2)).sent);
    const after = await dossier(id);
    expect(after).toMatchObject({ status: "submitted", achievement: before?.achievement, facts: before?.facts, revision: before?.revision });
    const kept = await test.database.inLocality("CD", (tx) => tx.select({ id: actions.payload, subject: actions.subject_id }).from(actions).where(and(eq(actions.subject_kind, "nomination_document"), eq(actions.action, "attach"))));
    const bytes = unwrap(await runQuery(test.engine, as(who("school")), dossierDocument, { nomination_id: id, document_id: kept[0]?.subject })).bytes;
    expect(Buffer.from(bytes).toString()).toBe("%PDF-1.7 báo cáo");
    const steps = await test.database.inLocality("CD", (tx) => tx.select({ action: actions.action, seq: actions.seq }).from(actions).where(and(eq(actions.subject_kind, "nomination"), eq(actions.subject_id, id))).orderBy(actions.seq));
    expect(statusOfActions(steps.map((step) => step.action as NominationAction))).toBe("submitted");
    const route = unwrap(await runQuery(test.engine, as(who("school")), dossierRoute, { nomination_id: id }));
    expect([route.passed.sort(), route.lists.length, route.receipts.length]).toEqual([["Phòng Giáo dục và Đào tạo", "Đảng ủy khối"].sort(), 4, 2]);
  });

  it("are refused in writing by the level, reach the proposer, and may be reconsidered", async () => {
    const [person] = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: unit["second"], from_on: "2015-01-01", people: [{ full_name: "Hà Thị Hai", title: "Giáo viên", worker: "official" }] })).ids;
    const administer = async (name: string, input: unknown) => {
      const command = makeRegistry(accountCommands(organizations.unitTree), []).commands.get(name);
      if (command === undefined) throw new Error(`no command ${name}`);
      return unwrap(await runCommand(test.engine, as(), command, input)) as { id: string };
    };
    const user = await administer("create_user", { username: "truong-hai", name: "Trường Hai", password: "mat-khau-dai" });
    await administer("grant_role", { user_id: user.id, role: "clerk", unit_id: unit["second"], from_on: "2021-01-01" });
    const [id = ""] = unwrap(await runCommand(test.engine, as(who("second")), draftNominations, { unit_id: unit["second"], honour: HONOUR, year: 2021, authority: "district", subjects: [{ person_id: person, achievement: "Tốt", facts: FACTS }] })).ids;
    unwrap(await runCommand(test.engine, as(who("second")), submitNominations, { nomination_ids: [id] }));
    expect(refusal(await runCommand(test.engine, as(who("party")), refuseToForward, { nomination_ids: [id], reason: "x" }))).toContain("forbidden");
    expect(refusal(await runCommand(test.engine, as(who("office")), refuseToForward, { nomination_ids: [id], reason: "" }))).toContain("invalid reason");
    unwrap(await runCommand(test.engine, as(who("office")), refuseToForward, { nomination_ids: [id], reason: "Chưa đủ thời gian công tác" }));
    expect(await statusOf(id)).toBe("not_forwarded");
    const told = await test.database.inLocality("CD", (tx) => tx.select().from(outbox).where(eq(outbox.kind, "nominations_not_forwarded")));
    expect(told.map((notice) => [notice.to_user_id, notice.payload])).toEqual([[user.id, { reason: "Chưa đủ thời gian công tác", names: ["Hà Thị Hai"] }]]);
    unwrap(await runCommand(test.engine, as(who("head")), reconsiderAtLevel, { nomination_ids: [id], reason: "Đã xác minh" }));
    expect(await statusOf(id)).toBe("at_level");
  });
});

describe("who sees what", () => {
  it("a level sees what it has or had, and a foreign level nothing", async () => {
    const [id = ""] = ids;
    for (const name of ["office", "party", "school", "officer"]) expect((await runQuery(test.engine, as(who(name)), nominationPage, { nomination_id: id })).ok).toBe(true);
    for (const name of ["commune", "second"]) expect(refusal(await runQuery(test.engine, as(who(name)), nominationPage, { nomination_id: id }))).toContain("forbidden");
    const seen = async (name: string) => unwrap(await runQuery(test.engine, as(who(name)), browseNominations, {})).rows.map((row) => row.subject_name).sort();
    expect(await seen("party")).toEqual(["Nông Văn An", "Nông Văn Chi", "Nông Văn Đào"].sort());
    expect(await seen("commune")).toEqual(["Lý Thị Hai", "Lý Thị Xã"]);
    // A level of one route may not write where it never stood, nor read a list that did not come to it.
    expect(refusal(await runCommand(test.engine, as(who("office")), draftSubmissionList, { unit_id: unit["commune"], year: 2021, nomination_ids: [ids[3]] }))).toContain("forbidden");
    expect(refusal(await runCommand(test.engine, as(who("office")), draftSubmissionList, { unit_id: unit["office"], year: 2021, nomination_ids: [ids[3]] }))).toContain("conflict");
    expect(refusal(await runCommand(test.engine, as(who("office")), reviseNomination, { nomination_id: id, revision: 1, achievement: "Khác", facts: {} }))).toContain("forbidden");
  });
});

describe("a unit without a level above", () => {
  it("sends its own drafts under one letter: all or none", async () => {
    const mine = ids.slice(3);
    const { id } = unwrap(await runCommand(test.engine, as(who("commune")), draftSubmissionList, { unit_id: unit["commune"], year: 2021, nomination_ids: mine }));
    expect(unwrap(await runQuery(test.engine, as(who("commune")), browseSubmissions, {})).waiting).toEqual([]);
    expect(refusal(await runCommand(test.engine, as(who("commune")), sendSubmissionList, { list_id: id }))).toContain("Chưa có tờ trình");
    expect(refusal(await runCommand(test.engine, as(who("commune")), writeSubmissionLetter, { list_id: id, ...LETTER, letter_on: "2021-12-01" }))).toContain("invalid letter_on");
    expect(refusal(await runCommand(test.engine, as(who("commune")), writeSubmissionLetter, { list_id: id, ...LETTER, scan: { name: "a.pdf", base64: Buffer.from("text").toString("base64") } }))).toContain("invalid scan");
    unwrap(await runCommand(test.engine, as(who("commune")), writeSubmissionLetter, { list_id: id, ...LETTER }));
    expect(refusal(await runCommand(test.engine, as(who("commune")), draftSubmissionList, { unit_id: unit["commune"], year: 2021, nomination_ids: mine }))).toContain("danh sách khác");
    expect(refusal(await runCommand(test.engine, as(who("commune")), changeSubmissionList, { list_id: id, nomination_ids: [] }))).toContain("invalid nomination_ids");
    // A dossier whose facts no rulebook reads holds the whole list back: nothing moves.
    await test.database.inLocality("CD", (tx) => tx.execute(`update nominations set facts = '{"rating":"wonderful"}' where id = '${mine[1]}'`));
    expect((await runCommand(test.engine, as(who("commune")), sendSubmissionList, { list_id: id })).ok).toBe(false);
    expect([await statusOf(mine[0]), await statusOf(mine[1])]).toEqual(["draft", "draft"]);
    expect(unwrap(await runQuery(test.engine, as(who("commune")), submissionListPage, { list_id: id })).list.state).toBe("draft");
    // A withdrawn dossier leaves the list by itself.
    unwrap(await runCommand(test.engine, as(who("commune")), withdrawNominations, { nomination_ids: [mine[1]], reason: "Nhầm" }));
    expect(unwrap(await runCommand(test.engine, as(who("commune")), sendSubmissionList, { list_id: id }))).toMatchObject({ count: 1, received: 1 });
    expect(await statusOf(mine[0])).toBe("submitted");
    expect(refusal(await runCommand(test.engine, as(who("commune")), sendSubmissionList, { list_id: id }))).toContain("conflict");
    expect(refusal(await runCommand(test.engine, as(who("commune")), dropSubmissionList, { list_id: id }))).toContain("conflict");
  });

  it("may not propose to an authority that the law never names for the honour", async () => {
    const outcome = await runCommand(test.engine, as(who("commune")), draftNominations, { unit_id: unit["commune"], honour: HONOUR, year: 2021, authority: "province", subjects: [{ person_id: ids[0], achievement: "Tốt", facts: {} }] });
    expect(refusal(outcome)).toContain("invalid authority");
  });
});
