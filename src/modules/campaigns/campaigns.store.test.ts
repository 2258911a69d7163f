import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { outbox } from "../../platform/command/tables.ts";
import * as accounts from "../accounts/index.ts";
import * as organizations from "../organizations/index.ts";
import * as campaigns from "./index.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let units: Record<string, string>;
let officer: Actor;
let clerk: Actor;

const user = (id: string, role: string, unit_id: string): Actor => ({ kind: "user", id, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-01-20");
  const run = (command: Parameters<typeof runCommand>[2], input: unknown) => runCommand(test.engine, as(), command, input);
  root = (unwrap(await run(organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })) as { id: string }).id;
  const imported = unwrap(
    await run(organizations.importUnits, {
      parent_id: root,
      units: [
        { key: "a", name: "Xã Bằng Lãng", kind: "commune", from_on: "2000-01-01" },
        { key: "b", name: "Xã Đồng Lạc", kind: "commune", from_on: "2000-01-01" },
        { key: "gone", name: "Xã Phong Huân", kind: "commune", from_on: "2000-01-01", to_on: "2020-01-01" },
        { key: "school", name: "Trường Tiểu học Mẫu", kind: "school", by_school_year: true, from_on: "2000-01-01" },
        { key: "v", parent_key: "a", name: "Thôn Một", kind: "village", from_on: "2000-01-01" },
      ],
    }),
  ) as { ids: Record<string, string> };
  units = imported.ids;
  unwrap(await run(organizations.formCluster, { kind: "cum", name: "Cụm 1", rank: 1, from_on: "2021-01-01", unit_ids: [units["a"]] }));
  const { id } = unwrap(await run(accounts.accountCommands(organizations.unitTree)[0], { username: "xa", name: "Văn phòng Mẫu", password: "mat-khau-dai" })) as { id: string };
  unwrap(await run(accounts.accountCommands(organizations.unitTree)[1], { user_id: id, role: "clerk", unit_id: units["a"], from_on: "2021-01-01" }));
  officer = user("01900000-0000-7000-8000-00000000000a", "officer", root);
  clerk = user(id, "clerk", units["a"] ?? "");
});
afterAll(() => test.drop());

const draft = (more: Record<string, unknown> = {}) => ({
  unit_id: root, kind: "campaign", form: "regular", title: "Chung sức xây dựng nông thôn mới", aim: "Thiết thực", from_on: "2021-01-20", to_on: "2021-12-31", response_due_on: "2021-02-28",
  criteria: [{ text: "Tăng tiêu chí đạt chuẩn", unit_of_measure: "tiêu chí", evidence_source: "Quyết định công nhận", due_on: "2021-12-15" }],
  scope: [{ unit_kind: "commune" }],
  ...more,
});
const make = async (more: Record<string, unknown> = {}) => unwrap(await runCommand(test.engine, as(officer), campaigns.draftCampaign, draft(more))).id;
const launch = (campaign_id: string, on = "2021-01-20") => runCommand(test.engine, as(officer, on), campaigns.launchCampaign, { campaign_id });
const launched = async () => {
  const id = await make();
  unwrap(await launch(id));
  return id;
};
const respond = (campaign_id: string, on: string, more: Record<string, unknown> = {}) =>
  runCommand(test.engine, as(clerk, on), campaigns.respondToCampaign, { campaign_id, unit_id: units["a"], undertaking: "Làm 2 km đường", participants: "1.200", ...more });

describe("launching a campaign", () => {
  it("is refused while a criterion has no unit of measure, and says where", async () => {
    const id = await make({ criteria: [{ text: "Nâng cao nhận thức", evidence_source: "Báo cáo", due_on: "2021-12-15" }] });
    const refused = await launch(id);
    expect(refused.ok ? null : [refused.error.code, Object.keys(refused.error.fields ?? {})]).toEqual(["refused", ["criteria.0.unit_of_measure"]]);
    // The same draft, completed, launches: it was that criterion and nothing else.
    const { unit_id: _unit, ...mended } = draft();
    unwrap(await runCommand(test.engine, as(officer), campaigns.reviseCampaign, { campaign_id: id, ...mended }));
    expect(unwrap(await launch(id))).toEqual({ id, units_called: 2 });
  });

  it("calls the units in force that day, tells their clerks, and stands as it is", async () => {
    const id = await make();
    const before = await test.database.inLocality("CD", (tx) => tx.select().from(outbox));
    expect(unwrap(await launch(id))).toEqual({ id, units_called: 2 });
    const after = await test.database.inLocality("CD", (tx) => tx.select().from(outbox));
    expect(after.length - before.length).toBe(1);
    const { unit_id: _unit, ...changes } = draft();
    const again = await runCommand(test.engine, as(officer), campaigns.reviseCampaign, { campaign_id: id, ...changes });
    expect(again.ok ? null : again.error.code).toBe("conflict");
  });

  it("is for the officer or the chair: a clerk may not, and nobody sees a draft", async () => {
    const id = await make();
    const refused = await runCommand(test.engine, as(clerk), campaigns.launchCampaign, { campaign_id: id });
    expect(refused.ok ? null : refused.error.code).toBe("forbidden");
    const hidden = await runQuery(test.engine, as(PUBLIC), campaigns.campaignPage, { campaign_id: id });
    expect(hidden.ok ? null : hidden.error.code).toBe("not_found");
    const seen = unwrap(await runQuery(test.engine, as(officer), campaigns.campaignPage, { campaign_id: id }));
    expect(seen.moves).toEqual(["revise", "launch"]);
  });

  it("takes a drive only inside a launched campaign and with its occasion", async () => {
    const id = await launched();
    const without = await runCommand(test.engine, as(officer), campaigns.draftCampaign, draft({ kind: "drive", parent_id: id }));
    expect(without.ok ? null : Object.keys(without.error.fields ?? {})).toEqual(["occasion"]);
    const drive = await make({ kind: "drive", parent_id: id, occasion: "Kỷ niệm 19/5", form: "thematic" });
    unwrap(await launch(drive));
    const page = unwrap(await runQuery(test.engine, as(PUBLIC), campaigns.campaignPage, { campaign_id: id }));
    expect(page.drives.map((entry) => entry.id)).toEqual([drive]);
  });
});

describe("responding", () => {
  it("is free of reasons on the last day, needs one on the next, and is done once", async () => {
    const first = await launched();
    expect(unwrap(await respond(first, "2021-02-28"))).toEqual({ campaign_id: first, unit_id: units["a"], late: false });
    const twice = await respond(first, "2021-02-28");
    expect(twice.ok ? null : twice.error.code).toBe("conflict");
    const second = await launched();
    const late = await respond(second, "2021-03-01");
    expect(late.ok ? null : late.error.fields?.["late_reason"]?.vi).toBe("Đã quá hạn hưởng ứng (28/02/2021): hãy ghi lý do nộp muộn.");
    expect(unwrap(await respond(second, "2021-03-01", { late_reason: "Mưa lũ chia cắt" })).late).toBe(true);
  });

  it("is for called units only", async () => {
    const id = await launched();
    const school = user("01900000-0000-7000-8000-00000000000b", "clerk", units["school"] ?? "");
    const refused = await runCommand(test.engine, as(school), campaigns.respondToCampaign, { campaign_id: id, unit_id: units["school"], undertaking: "x" });
    expect(refused.ok ? null : refused.error.message.vi).toBe("Đơn vị không nằm trong phạm vi của phong trào này.");
  });

  it("shows on a board by cluster, with the days left, and on the clerk's own list until answered", async () => {
    const id = await launched();
    const board = async (on: string) => unwrap(await runQuery(test.engine, as(PUBLIC, on), campaigns.responseBoard, { campaign_id: id }));
    const before = await board("2021-02-26");
    expect(before.groups.map((group) => [group.cluster?.name ?? null, group.rows.map((row) => [row.unit_name, row.responded_on, row.late])])).toEqual([
      ["Cụm 1", [["Xã Bằng Lãng", null, false]]],
      [null, [["Xã Đồng Lạc", null, false]]],
    ]);
    expect([before.days_left, before.called, before.responded]).toEqual([2, 2, 0]);
    const waiting = async () => unwrap(await runQuery(test.engine, as(clerk, "2021-02-26"), campaigns.myResponses, {})).filter((entry) => entry.campaign_id === id);
    expect((await waiting()).map((entry) => entry.days_left)).toEqual([2]);
    unwrap(await respond(id, "2021-03-02", { late_reason: "Muộn" }));
    const after = await board("2021-03-03");
    expect([after.days_left, after.responded, after.late]).toEqual([-3, 1, 1]);
    expect(after.groups.flatMap((group) => group.rows.map((row) => row.late))).toEqual([true, true]);
    expect(await waiting()).toEqual([]);
  });

  it("is urged only from those who are silent, and says who has no clerk to notify", async () => {
    const id = await launched();
    const urge = () => runCommand(test.engine, as(officer), campaigns.urgeUnits, { campaign_id: id, unit_ids: [] });
    expect(unwrap(await urge())).toEqual({ campaign_id: id, urged: 2, without_clerk: ["Xã Đồng Lạc"] });
    unwrap(await respond(id, "2021-02-01"));
    expect(unwrap(await urge())).toEqual({ campaign_id: id, urged: 1, without_clerk: ["Xã Đồng Lạc"] });
  });
});

describe("cascading and closing", () => {
  it("calls a called unit's own sub-units, with the same criteria", async () => {
    const id = await launched();
    const cascade = (unit_ids: (string | undefined)[]) =>
      runCommand(test.engine, as(clerk, "2021-02-01"), campaigns.cascadeCampaign, { campaign_id: id, unit_id: units["a"], unit_ids, response_due_on: "2021-03-15" });
    const outside = await cascade([units["b"]]);
    expect(outside.ok ? null : Object.keys(outside.error.fields ?? {})).toEqual(["unit_ids"]);
    const made = unwrap(await cascade([units["v"]]));
    const page = unwrap(await runQuery(test.engine, as(PUBLIC), campaigns.campaignPage, { campaign_id: made.id }));
    expect([page.parent?.id, page.called, page.criteria.length, page.unit_name]).toEqual([id, 1, 1, "Xã Bằng Lãng"]);
  });

  it("takes no response after the end", async () => {
    const id = await launched();
    unwrap(await runCommand(test.engine, as(officer), campaigns.closeCampaign, { campaign_id: id }));
    const refused = await respond(id, "2021-02-01");
    expect(refused.ok ? null : refused.error.code).toBe("conflict");
  });
});
