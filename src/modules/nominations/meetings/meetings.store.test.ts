import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { refusal } from "../../../../tests/support/refusal.ts";
import { unwrap } from "../../../kernel/result.ts";
import type { Actor } from "../../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { type Env, Web } from "../../../platform/http/web.tsx";
import { registerTitles } from "../../campaigns/index.ts";
import { importRatings } from "../../initiatives/index.ts";
import * as organizations from "../../organizations/index.ts";
import { submitNominations } from "../commands-draft.ts";
import { browseNominations } from "../queries.ts";
import { dossierContents } from "../queries-appraisal.ts";
import { findNomination } from "../store.ts";
import { recordUnitMeeting } from "./commands.ts";
import { browseUnitMeetings, unitMeetingChoices, unitMeetingPage } from "./queries.ts";
import { unitMeetingRoutes } from "./routes.tsx";

const HONOUR = "advanced_labourer";
let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let school: string;
let clerk: Actor;
let other: Actor;
let people: string[];

const row = (place: number, more: Record<string, unknown> = {}) => ({ person_id: people[place], ...more });
const record = (rows: Record<string, unknown>[], more: Record<string, unknown> = {}, actor = clerk) =>
  runCommand(test.engine, as(actor), recordUnitMeeting, {
    unit_id: school, honour: HONOUR, year: 2021, authority: "district", held_on: "2021-11-20", chair_name: "Nông Thị Chủ Trì", secretary_name: "Hà Văn Thư Ký", mode: "hands", members: 3, present: 3, nothing_pending: "on", rows, ...more,
  });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-29");
  const root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  school = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Trường Mẫu", kind: "school", parent_id: root, from_on: "2000-01-01" })).id;
  const far = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Trường Khác", kind: "school", parent_id: root, from_on: "2000-01-01" })).id;
  const user = (last: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${last}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
  clerk = user("1", "clerk", school);
  other = user("2", "clerk", far);
  const named = ["An", "Bình", "Chi"].map((name) => ({ full_name: `Nông Văn ${name}`, title: "Giáo viên", worker: "official", recruited_on: "2010-01-01" }));
  people = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: school, from_on: "2015-01-01", people: named })).ids;
  unwrap(await runCommand(test.engine, as(clerk, "2021-02-01"), registerTitles, { unit_id: school, year: 2021, honour: HONOUR, person_ids: people.slice(0, 2) }));
  unwrap(await runCommand(test.engine, as(user("3", "head", school)), importRatings, { unit_id: school, year: 2021, decision_number: "1/QĐ", decided_on: "2021-11-15", rows: [{ person_id: people[0], rating: "good" }] }));
});
afterAll(() => test.drop());

describe("a unit's own meeting", () => {
  it("lists its people with what is known of each", async () => {
    const choices = unwrap(await runQuery(test.engine, as(clerk), unitMeetingChoices, { honour: HONOUR, year: 2021 }));
    expect(choices.rows.map(({ name, registered, rating, has_dossier }) => [name, registered, rating, has_dossier])).toEqual([
      ["Nông Văn An", true, "good", false], ["Nông Văn Bình", true, null, false], ["Nông Văn Chi", false, null, false],
    ]);
    expect(unwrap(await runQuery(test.engine, as(clerk), unitMeetingChoices, { year: 2021 })).rows).toEqual([]);
  });

  it("refuses at the row and keeps nothing", async () => {
    expect(refusal(await record([row(0)]))).toBe("rows: Chưa ghi số phiếu cho ai.");
    expect(refusal(await record([row(0, { proposed: "on" })]))).toBe("rows.0.votes_for: Đề nghị thì phải ghi số phiếu đồng ý.");
    expect(refusal(await record([row(0, { votes_for: 4 })]))).toBe("rows.0.votes_for: Nông Văn An: 4 phiếu đồng ý, nhiều hơn số người dự họp (3).");
    expect(refusal(await record([row(0, { votes_for: 3, proposed: "on" })]))).toBe("rows.0.achievement: Ghi tóm tắt thành tích, hoặc ghi nội dung dùng chung.");
    expect(refusal(await record([row(0, { votes_for: 3 })], { held_on: "2021-11-30" }))).toBe("held_on: Ngày họp không thể sau hôm nay (29/11/2021).");
    expect(refusal(await record([row(0, { votes_for: 3 })], { least_percent: 60 }))).toBe("least_basis: Ghi quy chế, nghị quyết quy định tỷ lệ này.");
    const least = { least_percent: 60, least_basis: "Quy chế trường mẫu", shared_achievement: "Hoàn thành tốt nhiệm vụ." };
    expect(refusal(await record([row(1, { votes_for: 1, proposed: "on" })], least))).toContain("rows.0.votes_for: Nông Văn Bình: 1 phiếu trên 3 (số người dự họp) chưa đạt 60 % theo Quy chế trường mẫu.");
    expect((await record([row(0, { votes_for: 3 })], {}, other)).ok).toBe(false);
    expect(unwrap(await runQuery(test.engine, as(clerk), browseUnitMeetings, {})).meetings).toEqual([]);
    expect(unwrap(await runQuery(test.engine, as(clerk), browseNominations, {})).count).toBe(0);
  });

  it("makes minutes and the drafts of those proposed, once each", async () => {
    const rows = [row(0, { votes_for: 3, proposed: "on", achievement: "Dạy giỏi cấp trường." }), row(1, { votes_for: 2, proposed: "on", rating: "excellent" }), row(2, { votes_for: 0 })];
    const recorded = unwrap(await record(rows, { shared_achievement: "Hoàn thành tốt nhiệm vụ." }));
    const page = unwrap(await runQuery(test.engine, as(clerk), unitMeetingPage, { meeting_id: recorded.id }));
    expect(page.votes.map((vote) => [vote.name, vote.votes_for, vote.proposed, vote.nomination_id])).toEqual([
      ["Nông Văn An", 3, true, recorded.nomination_ids[0]], ["Nông Văn Bình", 2, true, recorded.nomination_ids[1]], ["Nông Văn Chi", 0, false, null],
    ]);
    expect(page.to_submit).toEqual(recorded.nomination_ids);
    const drafts = await Promise.all(recorded.nomination_ids.map((id) => test.database.inLocality("CD", (tx) => findNomination(tx, id))));
    expect(drafts.map((draft) => [draft?.subject_name, draft?.achievement, draft?.status, draft?.facts])).toEqual([
      ["Nông Văn An", "Dạy giỏi cấp trường.", "draft", { discipline: [], pending: [] }], ["Nông Văn Bình", "Hoàn thành tốt nhiệm vụ.", "draft", { rating: "excellent", discipline: [], pending: [] }],
    ]);
    const contents = unwrap(await runQuery(test.engine, as(clerk), dossierContents, { nomination_id: recorded.nomination_ids[0] }));
    expect(contents.lines.map((line) => `${line.kind} ${line.state}`)).toEqual(["letter missing", "achievement_report missing", "minutes known"]);
    expect(refusal(await record([row(0, { votes_for: 3, proposed: "on" })], { shared_achievement: "Lần hai." }))).toBe("rows.0.votes_for: Nông Văn An đã có hồ sơ Lao động tiên tiến năm 2021.");
    unwrap(await runCommand(test.engine, as(clerk), submitNominations, { nomination_ids: recorded.nomination_ids.slice(0, 1) }));
    expect(unwrap(await runQuery(test.engine, as(clerk), unitMeetingPage, { meeting_id: recorded.id })).to_submit).toEqual(recorded.nomination_ids.slice(1));
    const choices = unwrap(await runQuery(test.engine, as(clerk), unitMeetingChoices, { honour: HONOUR, year: 2021 }));
    expect(choices.rows.map((one) => one.has_dossier)).toEqual([true, true, false]);
  });

  it("shows what was typed in its person's row again, though others above it got their dossiers since", async () => {
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set("visit", { caller: as(clerk), lang: "vi", csrf: { token: "t", holds: (token) => token === "t" }, demonstration: false, byToken: false });
      await next();
    });
    app.route("/", unitMeetingRoutes(new Web(test.engine, [], ["http://localhost"])));
    const body = new FormData();
    const typed = { csrf: "t", unit_id: school, honour: HONOUR, year: "2021", "rows.0.person_id": people[0] ?? "", "rows.0.votes_for": "1", "rows.2.person_id": people[2] ?? "", "rows.2.votes_for": "77" };
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    const answer = await app.request("http://localhost/meetings", { method: "POST", body, headers: { Origin: "http://localhost" } });
    const html = await answer.text();
    const votes = /<input[^>]*name="rows\.0\.votes_for"[^>]*>/.exec(html)?.[0] ?? "";
    expect([answer.status, html.includes(`name="rows.0.person_id" value="${people[2]}"`), votes.includes('value="77"')]).toEqual([422, true, true]);
  });
});
