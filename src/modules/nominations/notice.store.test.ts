import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { actions } from "../../platform/command/tables.ts";
import { logEntries } from "../../platform/log/tables.ts";
import { registerTitles } from "../campaigns/index.ts";
import { formCouncil, planSession } from "../councils/index.ts";
import * as notices from "../notices/index.ts";
import { noticeComments } from "../notices/tables.ts";
import * as organizations from "../organizations/index.ts";
import { recommendNominations, returnNominations, takeUpNominations } from "./commands-appraise.ts";
import { putBeforeCouncil } from "./commands-council.ts";
import { draftNominations, submitNominations } from "./commands-draft.ts";
import { declareLocalRule } from "./commands-local-rules.ts";
import { postNotice } from "./commands-notice.ts";
import { nominationPage } from "./queries.ts";
import { dossiersForNotice } from "./queries-notice.ts";
import { findNomination } from "./store.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let commune: string;
let officer: Actor;
let clerk: Actor;
let ids: string[];
let notice: string;
let session: string;
const HONOUR = "advanced_labourer";
const INSTRUMENT = "Quy chế thi đua, khen thưởng mẫu";
/** 2021-12-20 is a Monday: ten working days are over with Monday 3 January, five with Monday 27 December. */
const POSTED = "2021-12-20";
const LAST = "2022-01-03";
const AFTER = "2022-01-04";

const nomination = (id: string | undefined) => test.database.inLocality("CD", (tx) => findNomination(tx, id ?? ""));
const statuses = async () => Promise.all(ids.map(async (id) => (await nomination(id))?.status));
const send = (more: Record<string, unknown>, actor: Actor = PUBLIC, on = POSTED) =>
  runCommand(test.engine, as(actor, on), notices.sendComment, { notice_id: notice, kind: "complaint", text: "Kê khai chưa đúng.", ...more });
const page = async (actor: Actor, on = POSTED) => unwrap(await runQuery(test.engine, as(actor, on), notices.noticePage, { notice_id: notice }));
const comment = async (text: string) => {
  const [row] = await test.database.inLocality("CD", (tx) => tx.select().from(noticeComments).where(eq(noticeComments.text, text)));
  return row;
};
const logged = async (kind: string) => {
  const entries = await test.database.inInstallation((tx) => tx.select().from(logEntries));
  return entries.map((entry) => JSON.parse(new TextDecoder().decode(entry.leaf)) as Record<string, unknown>).filter((entry) => entry["kind"] === kind);
};
const refusal = (outcome: { ok: boolean; error?: { message: { vi: string }; fields?: Readonly<Record<string, unknown>> } }) => (outcome.ok ? "" : [Object.keys(outcome.error?.fields ?? {}).join(), outcome.error?.message.vi].join(" "));

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", POSTED);
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  commune = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Xã Mẫu", kind: "commune", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  officer = user("1", "officer", root);
  clerk = user("2", "clerk", commune);
  const named = ["An", "Bình", "Chi"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Công chức", worker: "official", recruited_on: "2010-01-01" }));
  const people = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: commune, from_on: "2015-01-01", people: named })).ids;
  unwrap(await runCommand(test.engine, as(clerk, "2021-02-01"), registerTitles, { unit_id: commune, year: 2021, honour: HONOUR, person_ids: people }));
  const subjects = people.map((person_id, index) => ({ person_id, achievement: `Thành tích mẫu ${index}`, facts: { rating: "good", discipline: [], pending: [] } }));
  ids = unwrap(await runCommand(test.engine, as(clerk), draftNominations, { unit_id: commune, honour: HONOUR, year: 2021, authority: "district", subjects })).ids;
  unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: ids }));
  unwrap(await runCommand(test.engine, as(officer), declareLocalRule, { rule: "council_vote", honour: HONOUR, value: "70%", instrument: INSTRUMENT, from_on: "2021-01-01" }));
  const council = unwrap(await runCommand(test.engine, as(officer), formCouncil, { unit_id: root, kind: "commendation", name: "Hội đồng", basis: "Quyết định mẫu", formed_on: "2021-12-01", members: [{ name: "Chủ tịch", position: "chair" }] })).id;
  session = unwrap(await runCommand(test.engine, as(officer), planSession, { council_id: council, title: "Phiên", held_on: "2022-01-05" })).id;
});
afterAll(() => test.drop());

const post = (more: Record<string, unknown> = {}) => runCommand(test.engine, as(officer), postNotice, { nomination_ids: ids, ...more });
const recommend = (on: string, list: readonly (string | undefined)[] = ids) => runCommand(test.engine, as(officer, on), recommendNominations, { nomination_ids: list });
const pendingOf = async (id: string | undefined) => {
  const { assessment } = unwrap(await runQuery(test.engine, as(officer), nominationPage, { nomination_id: id }));
  const candidate = assessment?.input["candidate"] as { pending?: unknown } | undefined;
  return [candidate?.pending, assessment?.output.checks.find((check) => check.id === "pending")?.result];
};
const put = (on: string, list: readonly (string | undefined)[]) => runCommand(test.engine, as(officer, on), putBeforeCouncil, { session_id: session, nomination_ids: list, as: "list", mode: "hands" });

describe("posting", () => {
  it("takes its days from the local rule in force, else from the officer, else is refused", async () => {
    expect(refusal(await post())).toContain("days Địa phương chưa quy định thời gian công khai");
    const declare = (value: string) => runCommand(test.engine, as(officer), declareLocalRule, { rule: "public_notice", honour: HONOUR, value, instrument: INSTRUMENT, from_on: "2021-12-01" });
    expect(refusal(await declare("61"))).toContain("value Số ngày làm việc công khai là số nguyên từ 0 đến 60");
    unwrap(await declare("10"));
    expect(refusal(await post({ days: 9 }))).toBe(`days ${INSTRUMENT} yêu cầu ít nhất 10 ngày làm việc.`);
    expect(await statuses()).toEqual(["under_appraisal", "under_appraisal", "under_appraisal"]);
  });

  it("is asked for before a recommendation where a rule asks for it", async () => {
    expect(refusal(await recommend(POSTED))).toBe(` Theo ${INSTRUMENT}, phải công khai lấy ý kiến 10 ngày làm việc trước: Nông Văn An, Nông Văn Bình, Nông Văn Chi.`);
    expect(await statuses()).toEqual(["under_appraisal", "under_appraisal", "under_appraisal"]);
  });

  it("moves the dossiers, reckons the last day, and logs how many without a name", async () => {
    const choices = unwrap(await runQuery(test.engine, as(officer), dossiersForNotice, { honour: HONOUR, year: 2021 }));
    expect(choices.groups.map((group) => [group.honour, group.n, group.asked])).toEqual([[HONOUR, 3, { days: 10, instrument: INSTRUMENT }]]);
    expect(choices.chosen.map((row) => row.id)).toEqual(ids);
    const posted = unwrap(await post());
    expect([posted.ends_on, posted.dossiers]).toEqual([LAST, 3]);
    notice = posted.id;
    expect(await statuses()).toEqual(["on_notice", "on_notice", "on_notice"]);
    const [entry] = await logged("public_notice_posted");
    expect(entry).toMatchObject({ notice, honour: HONOUR, year: 2021, dossiers: 3, from_on: POSTED, ends_on: LAST });
    expect(JSON.stringify(entry)).not.toContain("Nông");
    const view = await page(PUBLIC);
    expect(view.subjects.map((subject) => [subject.name, subject.note, subject.achievement])).toEqual([["Nông Văn An", "Xã Mẫu", "Thành tích mẫu 0"], ["Nông Văn Bình", "Xã Mẫu", "Thành tích mẫu 1"], ["Nông Văn Chi", "Xã Mẫu", "Thành tích mẫu 2"]]);
  });

  it("holds recommendation and council until the last day is over", async () => {
    const held = ` Đang công khai lấy ý kiến đến hết ngày 03/01/2022: Nông Văn An, Nông Văn Bình, Nông Văn Chi. Hết thời gian công khai mới trình tiếp được.`;
    expect(refusal(await recommend(LAST))).toBe(held);
    expect(refusal(await put(LAST, ids))).toBe(held);
    expect(await statuses()).toEqual(["on_notice", "on_notice", "on_notice"]);
  });

  it("is ended early never before the rule's last day", async () => {
    const end = (more: Record<string, unknown>) => runCommand(test.engine, as(officer, LAST), notices.endNotice, { notice_id: notice, ...more });
    expect(refusal(await end({}))).toContain("reason Công khai đến hết ngày 03/01/2022");
    expect(refusal(await end({ reason: "Gấp" }))).toBe(` ${INSTRUMENT} yêu cầu công khai đến hết ngày 03/01/2022, không kết thúc sớm hơn được.`);
  });
});

describe("comments", () => {
  let receipt: string;

  it("signed ones need a name and a way to reach it; protected ones need nothing and keep no trace of the sender", async () => {
    expect(refusal(await send({}))).toContain("name Hãy ghi họ tên");
    expect(refusal(await send({ name: "Hà Thị Gửi" }))).toContain("contact Hãy ghi số điện thoại");
    expect(refusal(await send({ protected: "on" }, officer))).toContain("hãy đăng xuất");
    expect(refusal(await send({ protected: "on", subject_id: notice }))).toBe("subject_id Không có tên này trong danh sách.");
    receipt = unwrap(await send({ protected: "on", name: "Người Quên", contact: "0900", subject_id: ids[0], text: "Thư kín" })).receipt;
    expect(receipt).toMatch(/^CD(-[2-9A-HJKMNP-TV-Z]{4}){4}$/);
    const kept = await comment("Thư kín");
    expect([kept?.author_name, kept?.author_contact, kept?.is_protected, kept?.received_on]).toEqual([null, null, true, POSTED]);
    expect(JSON.stringify(kept)).not.toContain(receipt);
    const [trace] = await test.database.inLocality("CD", (tx) => tx.select().from(actions).where(eq(actions.subject_id, kept?.id ?? "")));
    expect([trace?.actor_id, trace?.actor_name, trace?.payload]).toEqual(["public", "", { notice_id: notice, protected: true }]);
    expect((await logged("public_comment_received")).map((entry) => [entry["notice"], entry["receipt"]])).toEqual([[notice, kept?.receipt_hash]]);
    unwrap(await send({ name: "Hà Thị Gửi", contact: "0900", subject_id: ids[1], text: "Đơn có tên" }));
    unwrap(await send({ name: "Hà Thị Góp", contact: "0901", kind: "remark", text: "Lời góp ý" }));
    unwrap(await send({ protected: "on", text: "Chưa ai đọc" }));
  });

  it("are answered once sorted; the holder of the code sees it, others only what is published", async () => {
    const closed = await comment("Thư kín");
    const answer = (more: Record<string, unknown>) => runCommand(test.engine, as(officer), notices.answerComment, { comment_id: closed?.id, text: "Đã xác minh.", ...more });
    expect(refusal(await answer({}))).toBe(" Hãy phân loại ý kiến trước khi trả lời.");
    const sort = (id: string | undefined, to: string) => runCommand(test.engine, as(officer), notices.sortComment, { comment_id: id, sort: to, reason: "Theo nội dung" });
    unwrap(await sort(closed?.id, "denunciation"));
    unwrap(await sort((await comment("Đơn có tên"))?.id, "complaint"));
    unwrap(await sort((await comment("Lời góp ý"))?.id, "remark"));
    unwrap(await answer({}));
    const follow = (code: string) => runQuery(test.engine, as(PUBLIC), notices.commentOfReceipt, { code });
    const found = unwrap(await follow(receipt.toLowerCase().replaceAll("-", " ")));
    expect([found.sort, found.answer, found.answered_on, found.text]).toEqual(["denunciation", "Đã xác minh.", POSTED, "Thư kín"]);
    expect(Object.keys(found)).not.toContain("author_name");
    expect(refusal(await follow(`${receipt.slice(0, -1)}0`))).toContain("Không có ý kiến nào mang mã biên nhận này");
    expect((await page(PUBLIC)).answers).toEqual([]);
    expect(refusal(await answer({ text: "Bà nong van an không sai.", public: "on" }))).toContain("“Nông Văn An”");
    const remark = await comment("Lời góp ý");
    unwrap(await runCommand(test.engine, as(officer), notices.answerComment, { comment_id: remark?.id, text: "Xin cảm ơn.", public: "on" }));
    expect((await page(PUBLIC)).answers).toEqual([{ sort: "remark", answer: "Xin cảm ơn.", answered_on: POSTED, text: "Lời góp ý", subject_name: null }]);
    expect((await page(PUBLIC)).desk).toBe(null);
    expect((await page(officer)).desk?.length).toBe(4);
  });

  it("an anonymous one never holds anybody up; a signed complaint, once accepted, holds its own dossier only", async () => {
    const accept = (id: string | undefined, on = "2021-12-21") => runCommand(test.engine, as(officer, "2021-12-21"), notices.acceptComment, { comment_id: id, accepted_on: on, document_number: "5/TB" });
    expect(refusal(await accept((await comment("Thư kín"))?.id))).toContain("thư không tên không bao giờ giữ hồ sơ của ai lại");
    expect(refusal(await accept((await comment("Lời góp ý"))?.id))).toContain("Góp ý thì trả lời, không thụ lý.");
    const signed = await comment("Đơn có tên");
    expect(refusal(await accept(signed?.id, "2021-12-22"))).toBe("accepted_on Ngày này chưa đến.");
    expect(refusal(await accept(signed?.id, "2021-12-19"))).toContain("accepted_on Ngày này trước khi nhận");
    const open = () => test.database.inLocality("CD", (tx) => notices.openAccepted(tx, ids));
    expect((await open()).size).toBe(0);
    unwrap(await accept(signed?.id));
    expect([...(await open())]).toEqual([[ids[1], ["complaint"]]]);
    expect(refusal(await accept(signed?.id))).toBe(" Ý kiến này đã được thụ lý.");
    expect(await pendingOf(ids[0])).toEqual([[], "pass"]);
    expect(await pendingOf(ids[1])).toEqual([["complaint"], "fail"]);
    unwrap(await recommend(AFTER, [ids[0]]));
    const settle = (on: string) => runCommand(test.engine, as(officer, AFTER), notices.settleComment, { comment_id: signed?.id, closed_on: on, document_number: "9/KL", outcome: "Không có cơ sở." });
    expect(refusal(await settle("2021-12-20"))).toContain("closed_on");
    unwrap(await settle(AFTER));
    expect((await open()).size).toBe(0);
    expect(await pendingOf(ids[1])).toEqual([[], "pass"]);
    unwrap(await put(AFTER, [ids[1]]));
    expect(await statuses()).toEqual(["recommended", "before_council", "on_notice"]);
  });

  it("are limited by the notice's own bucket, protected and signed apart", async () => {
    let taken = 0;
    let last = await send({ protected: "on", text: "Thư" });
    for (; last.ok && taken < 40; last = await send({ protected: "on", text: `Thư ${taken}` })) taken += 1;
    // Two were taken above; a minute or two may have passed since.
    expect([28, 29]).toContain(taken);
    expect(refusal(last)).toContain("Đang có quá nhiều ý kiến gửi đến danh sách này.");
    unwrap(await send({ name: "Hà Thị Gửi", contact: "0900", text: "Vẫn gửi được khi ký tên" }));
  });
});

describe("the end of a notice", () => {
  it("takes what is sent back off the portal the same day, and asks that it be posted again", async () => {
    unwrap(await runCommand(test.engine, as(officer), returnNominations, { nomination_ids: [ids[2]], reason: "Bổ sung" }));
    expect((await page(PUBLIC)).subjects.map((subject) => subject.name)).toEqual(["Nông Văn An", "Nông Văn Bình"]);
    unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: [ids[2]] }));
    unwrap(await runCommand(test.engine, as(officer), takeUpNominations, { nomination_ids: [ids[2]] }));
    expect(refusal(await recommend(AFTER, [ids[2]]))).toContain("phải công khai lấy ý kiến 10 ngày làm việc trước: Nông Văn Chi.");
  });

  it("hides the names from the public by the date alone; the officer still reads them", async () => {
    expect((await page(PUBLIC, LAST)).names_shown).toBe(true);
    const view = await page(PUBLIC, AFTER);
    expect([view.names_shown, view.subjects, view.running]).toEqual([false, [], false]);
    expect(view.answers).toEqual([{ sort: "remark", answer: "Xin cảm ơn.", answered_on: POSTED, text: null, subject_name: null }]);
    expect(JSON.stringify(view)).not.toContain("Nông Văn");
    const list = unwrap(await runQuery(test.engine, as(PUBLIC, AFTER), notices.browseNotices, {}));
    expect([list.running, list.over.map((entry) => [entry.id, entry.days, entry.dossiers])]).toEqual([[], [[notice, 10, 2]]]);
    expect(JSON.stringify(list)).not.toContain("Nông Văn");
    expect((await page(officer, AFTER)).subjects.map((subject) => subject.name)).toEqual(["Nông Văn An", "Nông Văn Bình"]);
    expect(refusal(await send({ protected: "on" }, PUBLIC, AFTER))).toBe(" Đã hết thời gian công khai lấy ý kiến.");
  });

  it("does not stand for a dossier that is sent back afterwards; the list keeps how many stood on it", async () => {
    const back = (command: Parameters<typeof runCommand>[2], actor: Actor, more: Record<string, unknown> = {}) => runCommand(test.engine, as(actor, AFTER), command, { nomination_ids: [ids[0]], ...more });
    unwrap(await back(returnNominations, officer, { reason: "Bổ sung" }));
    unwrap(await back(submitNominations, clerk));
    unwrap(await back(takeUpNominations, officer));
    expect(refusal(await recommend(AFTER, [ids[0]]))).toContain("phải công khai lấy ý kiến 10 ngày làm việc trước: Nông Văn An.");
    expect((await page(officer, AFTER)).subjects.map((subject) => subject.name)).toEqual(["Nông Văn An", "Nông Văn Bình"]);
  });

  it("writes the counts into the log, once", async () => {
    const due = unwrap(await runQuery(test.engine, as(officer, AFTER), notices.noticesDue, {}));
    expect(due.map((entry) => entry.id)).toEqual([notice]);
    const { comments } = due[0]?.counts ?? { comments: 0 };
    expect(comments).toBe((await logged("public_comment_received")).length);
    expect(unwrap(await runCommand(test.engine, as(officer, LAST), notices.closeDueNotices, {}))).toEqual({ notices: 0 });
    expect(unwrap(await runCommand(test.engine, as(officer, AFTER), notices.closeDueNotices, {}))).toEqual({ notices: 1 });
    const [ended] = await logged("public_notice_ended");
    expect(ended).toMatchObject({ notice, comments, remarks: 1, complaints: 1, denunciations: 1, unsorted: comments - 3 });
    const again = await runCommand(test.engine, as(officer, AFTER), notices.endNotice, { notice_id: notice });
    expect(refusal(again)).toBe(" Danh sách này đã kết thúc công khai.");
    expect((await logged("public_notice_ended")).length).toBe(1);
  });
});
