import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { refusal } from "../../../../tests/support/refusal.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { actions } from "../../../platform/command/tables.ts";
import * as organizations from "../../organizations/index.ts";
import { recommendNominations, takeUpNominations } from "../commands-appraise.ts";
import { draftNominations, submitNominations } from "../commands-draft.ts";
import { appraisalAids } from "../queries-appraisal.ts";
import { findNomination } from "../store.ts";
import { nominations } from "../tables.ts";
import { answerClearance, askClearance, withdrawClearance } from "./commands.ts";
import { declareClearanceRule, endClearanceRule } from "./commands-rules.ts";
import { browseClearances, clearanceChoices, clearancePage, clearanceScan } from "./queries.ts";

const TODAY = "2021-11-29";
const DUE = "2021-12-10";
const AFTER = "2021-12-11";
const HONOUR = "district_certificate_of_merit";
const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]);
const INSTRUMENT = "Quy chế mẫu số 3";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let tax: string;
let business: string;
let own: string;
let officer: Actor;
let taxClerk: Actor;
let otherClerk: Actor;
/** The enterprise's own dossier, that of its worker, and that of an office. */
let enterprise: string;
let worker: string;
let office: string;

const ask = (ids: readonly string[], more: Record<string, unknown> = {}, on = TODAY) =>
  runCommand(test.engine, as(officer, on), askClearance, { nomination_ids: ids, matter: "tax", body_unit_id: tax, due_on: DUE, silence: "means_nothing", ...more });
const recommend = (id: string, on = TODAY) => runCommand(test.engine, as(officer, on), recommendNominations, { nomination_ids: [id] });
const statusOf = async (id: string) => (await test.database.inLocality("CD", (tx) => findNomination(tx, id)))?.status;
const back = (id: string) => test.database.inLocality("CD", (tx) => tx.update(nominations).set({ status: "under_appraisal" }).where(eq(nominations.id, id)));

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", TODAY);
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const unit = async (name: string, kind: string) => unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name, kind, parent_id: root, from_on: "2000-01-01" })).id;
  business = await unit("Công ty Mẫu", "enterprise");
  const plain = await unit("Phòng Mẫu", "agency");
  own = plain;
  tax = await unit("Chi cục Thuế mẫu", "vertical");
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  taxClerk = user("2", "clerk", tax);
  otherClerk = user("3", "clerk", plain);
  const [person] = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: business, from_on: "2015-01-01", people: [{ full_name: "Nông Văn Mẫu", title: "Thợ cả", worker: "worker" }] })).ids;
  const draft = async (unit_id: string, subject: Record<string, unknown>) =>
    unwrap(await runCommand(test.engine, as(officer), draftNominations, { unit_id, honour: HONOUR, year: 2021, authority: "district", subjects: [{ ...subject, achievement: "Thành tích mẫu", facts: { pending: [] } }] })).ids[0] ?? "";
  enterprise = await draft(business, { subject_unit_id: business });
  worker = await draft(business, { person_id: person });
  office = await draft(plain, { subject_unit_id: plain });
  const all = { nomination_ids: [enterprise, worker, office] };
  unwrap(await runCommand(test.engine, as(officer), submitNominations, all));
  unwrap(await runCommand(test.engine, as(officer), takeUpNominations, all));
});
afterAll(() => test.drop());

describe("asking an office", () => {
  it("says what is missing, and keeps nothing", async () => {
    expect(refusal(await ask([enterprise], { due_on: "2021-11-28" }))).toBe("due_on: Hạn trả lời phải từ hôm nay (29/11/2021) trở đi.");
    expect(refusal(await ask([enterprise], { silence: "means_no_objection" }))).toBe("silence_basis: Ghi văn bản cho phép coi im lặng là không có ý kiến khác.");
    expect(refusal(await ask([enterprise, office], { body_unit_id: own }))).toBe("body_unit_id: Không hỏi đơn vị về hồ sơ của chính đơn vị đó (“Phòng Mẫu”).");
    expect(refusal(await ask([]))).toBe("nomination_ids: Chưa chọn hồ sơ, hoặc có hồ sơ không còn.");
    expect(refusal(await ask([enterprise], { body_unit_id: "" }))).toBe("body_name: Chọn cơ quan được hỏi, hoặc ghi tên nếu cơ quan ở ngoài địa phương.");
    expect(refusal(await ask([]))).toBe("nomination_ids: Chưa chọn hồ sơ, hoặc có hồ sơ không còn.");
    expect(unwrap(await runQuery(test.engine, as(officer), browseClearances, {})).rounds).toEqual([]);
  });

  it("offers enterprises first, and holds the dossier while the office may answer", async () => {
    const choices = unwrap(await runQuery(test.engine, as(officer), clearanceChoices, {}));
    expect(choices.dossiers.map((row) => row.id).sort()).toEqual([enterprise, worker].sort());
    const asked = unwrap(await ask([enterprise, worker]));
    expect(refusal(await recommend(enterprise, DUE))).toBe("Đang chờ ý kiến hiệp y: Công ty Mẫu.");
    expect(refusal(await recommend(enterprise, AFTER))).toBe("Đang chờ ý kiến hiệp y: Công ty Mẫu.");
    const seen = unwrap(await runQuery(test.engine, as(taxClerk, AFTER), clearancePage, { round_id: asked.id }));
    expect([seen.may_answer, seen.may_enter, seen.lines.map((line) => `${line.subject_name} ${line.standing}`)]).toEqual([true, false, ["Công ty Mẫu silent_open", "Nông Văn Mẫu silent_open"]]);
    expect((await runQuery(test.engine, as(otherClerk), clearancePage, { round_id: asked.id })).ok).toBe(false);
    expect((await runCommand(test.engine, as(otherClerk), answerClearance, { round_id: asked.id, answers: [{ nomination_id: enterprise, answer: "no_objection" }] })).ok).toBe(false);
  });

  it("takes the office's answer here, in part, and lets the answered one go on; an objection is read and does not decide", async () => {
    const [round] = unwrap(await runQuery(test.engine, as(taxClerk), browseClearances, {})).rounds;
    const answer = (answers: Record<string, unknown>[], more: Record<string, unknown> = {}) => runCommand(test.engine, as(taxClerk, "2021-12-01"), answerClearance, { round_id: round?.id, answers, ...more });
    expect(refusal(await answer([{ nomination_id: enterprise }]))).toBe("answers: Chưa trả lời cho hồ sơ nào.");
    expect(refusal(await answer([{ nomination_id: enterprise, answer: "objection" }]))).toBe("answers.0.note: Có ý kiến thì nêu rõ vi phạm, văn bản xử lý.");
    expect(refusal(await answer([{ nomination_id: office, answer: "no_objection" }]))).toBe("answers.0.nomination_id: Hồ sơ này không thuộc lượt hiệp y.");
    unwrap(await answer([{ nomination_id: enterprise, answer: "objection", note: "Chậm nộp thuế quý II" }, { nomination_id: worker }]));
    const aids = unwrap(await runQuery(test.engine, as(officer, "2021-12-01"), appraisalAids, { nomination_id: enterprise }));
    expect(aids.clearances.asked.map((question) => [question.standing, question.note])).toEqual([["objection", "Chậm nộp thuế quý II"]]);
    unwrap(await recommend(enterprise, "2021-12-01"));
    expect(refusal(await recommend(worker, "2021-12-01"))).toBe("Đang chờ ý kiến hiệp y: Nông Văn Mẫu.");
    await back(enterprise);
    // The office thinks again: the new answer stands, the old one is among the actions.
    unwrap(await answer([{ nomination_id: enterprise, answer: "no_objection" }, { nomination_id: worker, answer: "no_objection" }]));
    const again = unwrap(await runQuery(test.engine, as(officer, "2021-12-01"), clearancePage, { round_id: round?.id }));
    expect(again.lines.map((line) => line.standing)).toEqual(["clear", "clear"]);
    const told = await test.database.inLocality("CD", (tx) => tx.select().from(actions).where(eq(actions.subject_id, round?.id ?? "")));
    expect(told.map((action) => action.action).sort()).toEqual(["answer", "answer", "ask"]);
  });
});

describe("silence and paper", () => {
  it("counts silence as an answer only after the due date, and only by a written rule", async () => {
    unwrap(await ask([office], { matter: "police", body_unit_id: "", body_name: "Công an tỉnh mẫu", silence: "means_no_objection", silence_basis: INSTRUMENT }));
    expect(refusal(await recommend(office, DUE))).toBe("Đang chờ ý kiến hiệp y: Phòng Mẫu.");
    unwrap(await recommend(office, AFTER));
    await back(office);
  });

  it("wants the scan of an answer that an officer enters, and shows it", async () => {
    const round = unwrap(await ask([office], { matter: "environment", body_unit_id: "", body_name: "Sở Tài nguyên mẫu" }));
    const enter = (more: Record<string, unknown>) => runCommand(test.engine, as(officer, "2021-12-02"), answerClearance, { round_id: round.id, answers: [{ nomination_id: office, answer: "no_objection" }], ...more });
    expect(refusal(await enter({}))).toBe("scan: Nhập trả lời từ văn bản giấy thì kèm bản quét.");
    expect(refusal(await enter({ scan: { name: "a.pdf", bytes: PDF }, answered_on: "2021-12-03" }))).toBe("answered_on: Ngày trả lời phải từ 29/11/2021 đến hôm nay.");
    unwrap(await enter({ scan: { name: "tra-loi.pdf", bytes: PDF }, answered_on: "2021-12-01" }));
    const scan = unwrap(await runQuery(test.engine, as(officer), clearanceScan, { round_id: round.id, nomination_id: office }));
    expect([scan.media_type, [...scan.bytes]]).toEqual(["application/pdf", [...PDF]]);
  });
});

describe("a unit that has an officer of its own", () => {
  it("reads its own round, and enters the paper of the office that it asked; the office's neighbours do neither", async () => {
    const mine: Actor = { kind: "user", id: "01900000-0000-7000-8000-000000000004", name: "officer", person_id: null, grants: [{ role: "officer", unit_id: business, acting_for: null }] };
    const { id: round_id } = unwrap(await runCommand(test.engine, as(mine), askClearance, { nomination_ids: [worker], matter: "environment", body_unit_id: tax, due_on: DUE, silence: "means_nothing" }));
    const seen = unwrap(await runQuery(test.engine, as(mine), clearancePage, { round_id }));
    expect([seen.may_answer, seen.may_enter, seen.lines.map((line) => line.nomination_id)]).toEqual([false, true, [worker]]);
    const enter = (actor: Actor, more: Record<string, unknown> = {}) => runCommand(test.engine, as(actor), answerClearance, { round_id, answers: [{ nomination_id: worker, answer: "no_objection" }], ...more });
    expect(refusal(await enter(mine))).toBe("scan: Nhập trả lời từ văn bản giấy thì kèm bản quét.");
    const stranger = await enter(otherClerk);
    expect(stranger.ok ? "done" : stranger.error.code).toBe("forbidden");
    unwrap(await enter(mine, { scan: { name: "tra-loi.pdf", bytes: PDF } }));
    expect(unwrap(await runQuery(test.engine, as(mine), clearanceScan, { round_id, nomination_id: worker })).media_type).toBe("application/pdf");
  });
});

describe("a rule of the locality", () => {
  it("lets nobody ask for less than it gives: fewer working days, or silence that answers where it waits", async () => {
    const { id } = unwrap(await runCommand(test.engine, as(officer), declareClearanceRule, { applies: "enterprises", matter: "other", days: 10, silence: "means_nothing", instrument: INSTRUMENT, from_on: "2021-01-01" }));
    const other = (ids: readonly string[], more: Record<string, unknown>) => ask(ids, { matter: "other", silence: "means_no_objection", silence_basis: INSTRUMENT, ...more });
    expect(refusal(await other([office, enterprise], { due_on: "2021-12-12" }))).toBe(`due_on: Theo ${INSTRUMENT}, cơ quan được hỏi có 10 ngày làm việc: hạn trả lời sớm nhất là 13/12/2021.`);
    expect(refusal(await other([enterprise], { due_on: "2021-12-13" }))).toBe(`silence: Theo ${INSTRUMENT}: Quá hạn vẫn phải chờ trả lời.`);
    // Whom the rule does not cover is asked on free terms.
    unwrap(await other([office, worker], { due_on: "2021-12-10" }));
    unwrap(await runCommand(test.engine, as(officer), endClearanceRule, { clearance_rule_id: id, to_on: "2021-11-30" }));
  });

  it("holds up exactly whom it speaks of, until they were asked or it ends", async () => {
    const declare = (more: Record<string, unknown> = {}) =>
      runCommand(test.engine, as(officer), declareClearanceRule, { applies: "enterprises", matter: "social_insurance", days: 10, silence: "means_nothing", instrument: INSTRUMENT, from_on: "2021-01-01", ...more });
    const rule = unwrap(await declare());
    expect(refusal(await declare())).toBe("from_on: Đã có một quy định về việc này bắt đầu cùng ngày.");
    expect(refusal(await declare({ matter: "labour", to_on: "2021-01-01" }))).toBe("to_on: Ngày hết hiệu lực phải sau ngày bắt đầu.");
    expect(refusal(await recommend(enterprise, AFTER))).toBe(`Theo ${INSTRUMENT}, phải lấy ý kiến hiệp y về “Bảo hiểm xã hội” trước: Công ty Mẫu.`);
    unwrap(await recommend(worker, AFTER));
    unwrap(await runCommand(test.engine, as(officer), endClearanceRule, { clearance_rule_id: rule.id, to_on: AFTER }));
    expect(refusal(await recommend(enterprise, "2021-12-10"))).toContain(INSTRUMENT);
    unwrap(await recommend(enterprise, AFTER));
    expect(await Promise.all([enterprise, worker].map(statusOf))).toEqual(["recommended", "recommended"]);
  });

  it("says nothing under the simplified procedure, which decides at once", async () => {
    unwrap(await runCommand(test.engine, as(officer), declareClearanceRule, { applies: "all", matter: "labour", days: 5, silence: "means_nothing", instrument: INSTRUMENT, from_on: "2021-01-01" }));
    expect(refusal(await recommend(office, AFTER))).toContain("Pháp luật lao động");
    await test.database.inLocality("CD", (tx) => tx.update(nominations).set({ procedure: "simplified" }).where(eq(nominations.id, office)));
    unwrap(await recommend(office));
  });
});

describe("a question taken back", () => {
  it("counts for nothing any more, takes no answer, and is taken back once", async () => {
    await test.database.inLocality("CD", (tx) => tx.update(nominations).set({ procedure: "usual", status: "under_appraisal" }).where(eq(nominations.id, office)));
    const round = unwrap(await ask([office], { matter: "labour", body_unit_id: "", body_name: "Cơ quan ghi nhầm" }));
    const take = (reason: string, actor = officer) => runCommand(test.engine, as(actor), withdrawClearance, { round_id: round.id, reason });
    expect(refusal(await recommend(office))).toContain("Đang chờ ý kiến hiệp y: Phòng Mẫu.");
    expect((await take("Gửi nhầm cơ quan", otherClerk)).ok).toBe(false);
    expect(Object.keys((await take("").then((outcome) => (outcome.ok ? {} : outcome.error.fields))) ?? {})).toEqual(["reason"]);
    unwrap(await take("Gửi nhầm cơ quan"));
    expect(refusal(await take("Lần nữa"))).toBe("Lượt hiệp y này đã được rút.");
    expect(refusal(await runCommand(test.engine, as(officer), answerClearance, { round_id: round.id, answers: [{ nomination_id: office, answer: "no_objection" }], scan: { name: "a.pdf", bytes: PDF } }))).toBe("Lượt hiệp y này đã được rút.");
    // The rule that wants labour law asked still stands: taking back is no way around it.
    expect(refusal(await recommend(office, "2021-12-20"))).toContain("Pháp luật lao động");
  });
});
