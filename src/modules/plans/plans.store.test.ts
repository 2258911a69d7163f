import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { outbox } from "../../platform/command/tables.ts";
import * as accounts from "../accounts/index.ts";
import * as organizations from "../organizations/index.ts";
import { type CampaignPort, figuresOf, importActuals, planCommands, planQueries, reportActuals, targetsOfCampaign } from "./index.ts";

const CAMPAIGN = "01900000-0000-7000-8000-0000000000c1";
const port: CampaignPort = {
  campaignTitles: async (_tx, ids) => new Map(ids.filter((id) => id === CAMPAIGN).map((id) => [id, "Chung sức"])),
  campaignChoices: async () => [{ id: CAMPAIGN, title: "Chung sức" }],
};
const [draftTarget, reviseTarget, assignTarget, adjustTargetPlan, closeTargets] = planCommands(port);
const [yearTargets, targetPage, , , reportSheet, myReportsDue, reportingBoard, importPreview, importTemplate] = planQueries(port);

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let units: Record<string, string>;
let officer: Actor;
let clerk: Actor;
let code = 0;

const user = (id: string, role: string, unit_id: string): Actor => ({ kind: "user", id, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-07-10");
  const run = (command: Parameters<typeof runCommand>[2], input: unknown) => runCommand(test.engine, as(), command, input);
  root = (unwrap(await run(organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01", code: "064" })) as { id: string }).id;
  const imported = unwrap(
    await run(organizations.importUnits, {
      parent_id: root,
      units: [
        { key: "a", name: "Xã Bằng Lãng", kind: "commune", code: "02065", from_on: "2000-01-01" },
        { key: "b", name: "Xã Đồng Lạc", kind: "commune", code: "02029", from_on: "2000-01-01" },
      ],
    }),
  ) as { ids: Record<string, string> };
  units = imported.ids;
  const { id } = unwrap(await run(accounts.accountCommands(organizations.unitTree)[0], { username: "xa", name: "Văn phòng Mẫu", password: "mat-khau-dai" })) as { id: string };
  unwrap(await run(accounts.accountCommands(organizations.unitTree)[1], { user_id: id, role: "clerk", unit_id: units["a"], from_on: "2021-01-01" }));
  officer = user("01900000-0000-7000-8000-00000000000a", "officer", root);
  clerk = user(id, "clerk", units["a"] ?? "");
});
afterAll(() => test.drop());

const draft = (more: Record<string, unknown> = {}) => ({
  unit_id: root, year: 2021, code: `c${++code}`, title: "Trồng rừng", group: "economy", measure: "ha", decimals: 1, direction: "at_least", reckoning: "cumulative", roll_up: "sum",
  reporting: "quarter", report_day: 5, assigned_from_above: "480", voted: "500", ...more,
});
const made = async (more: Record<string, unknown> = {}, lines: unknown[] = [{ unit_id: units["a"], voted: "30" }, { unit_id: units["b"], voted: "20" }]) => {
  const { id } = unwrap(await runCommand(test.engine, as(officer, "2021-01-15"), draftTarget, draft(more)));
  unwrap(await runCommand(test.engine, as(officer, "2021-01-15"), assignTarget, { target_id: id, units: lines }));
  return { id, code: `c${code}` };
};
const report = (target_id: string, month: number, value: unknown, more: { actor?: Actor; unit_id?: string; on?: string; reason?: string } = {}) =>
  runCommand(test.engine, as(more.actor ?? clerk, more.on), reportActuals, { unit_id: more.unit_id ?? units["a"], year: 2021, month, figures: [{ target_id, value, reason: more.reason }] });
const page = async (target_id: string, on?: string) => unwrap(await runQuery(test.engine, as(PUBLIC, on), targetPage, { target_id }));
const faults = (result: { ok: boolean; error?: { code: string; fields?: Readonly<Record<string, unknown>> } }) => (result.ok ? null : [result.error?.code, Object.keys(result.error?.fields ?? {})]);

describe("setting targets", () => {
  it("drafts unseen, assigns with lines, and tells the clerks of the units", async () => {
    const { id } = unwrap(await runCommand(test.engine, as(officer), draftTarget, draft()));
    const hidden = await runQuery(test.engine, as(PUBLIC), targetPage, { target_id: id });
    expect(hidden.ok ? null : hidden.error.code).toBe("not_found");
    const count = async () => (await test.database.inLocality("CD", (tx) => tx.select().from(outbox))).filter((row) => row.kind === "target_assigned").length;
    const before = await count();
    expect(unwrap(await runCommand(test.engine, as(officer), assignTarget, { target_id: id, units: [{ unit_id: units["a"], voted: "30,5" }] }))).toEqual({ id, units: 1 });
    expect((await count()) - before).toBe(1);
    const view = await page(id);
    expect([view.whole?.plan, view.whole?.assigned_from_above, view.lines.map((line) => [line.unit_name, line.plan])]).toEqual(["500", "480", [["Xã Bằng Lãng", "30.5"]]]);
    const revised = await runCommand(test.engine, as(officer), reviseTarget, { target_id: id, ...withoutPlace(draft()) });
    expect(revised.ok ? null : revised.error.code).toBe("conflict");
  });

  it("says at its field what is wrong: a taken code, a campaign that is none, an ambiguous number, a line twice", async () => {
    const { code: taken } = await made();
    expect(faults(await runCommand(test.engine, as(officer), draftTarget, draft({ code: taken })))).toEqual(["invalid", ["code"]]);
    expect(faults(await runCommand(test.engine, as(officer), draftTarget, draft({ campaign_id: root })))).toEqual(["invalid", ["campaign_id"]]);
    const ambiguous = await runCommand(test.engine, as(officer), draftTarget, draft({ voted: "1.234" }));
    expect(ambiguous.ok ? null : ambiguous.error.fields?.["voted"]?.vi).toBe("“1.234” hiểu được hai cách: hãy ghi 1234 hoặc 1,234.");
    const { id } = unwrap(await runCommand(test.engine, as(officer), draftTarget, draft()));
    const assign = (lines: unknown[]) => runCommand(test.engine, as(officer), assignTarget, { target_id: id, units: lines });
    expect(faults(await assign([{ unit_id: units["a"], voted: "1" }, { unit_id: units["a"], voted: "1" }]))).toEqual(["invalid", ["units.1.unit_id"]]);
    expect(faults(await assign([{ unit_id: units["a"] }]))).toEqual(["invalid", ["units.0.voted"]]);
    expect(faults(await assign([{ unit_id: root, voted: "1" }]))).toEqual(["invalid", ["units.0.unit_id"]]);
  });

  it("is for the officer; another unit's clerk neither sets nor adjusts", async () => {
    const { id } = await made();
    for (const attempt of [
      runCommand(test.engine, as(clerk), draftTarget, draft({ unit_id: units["a"] })),
      runCommand(test.engine, as(clerk), adjustTargetPlan, { target_id: id, unit_id: units["a"], voted: "1", from_on: "2021-07-01", reason: "x" }),
      runCommand(test.engine, as(clerk), closeTargets, { unit_id: root, year: 2021, target_ids: [id] }),
    ]) expect(faults(await attempt)).toEqual(["forbidden", []]);
  });

  it("adjusts a plan from a day with a reason; the earlier plan counts until then", async () => {
    const { id } = await made();
    const adjust = (more: Record<string, unknown>) => runCommand(test.engine, as(officer, "2021-07-01"), adjustTargetPlan, { target_id: id, unit_id: root, voted: "450", from_on: "2021-08-01", reason: "Hạn hán", ...more });
    expect(faults(await adjust({ reason: "" }))).toEqual(["invalid", ["reason"]]);
    expect(faults(await adjust({ from_on: "2021-01-14" }))).toEqual(["invalid", ["from_on"]]);
    expect(unwrap(await adjust({}))).toEqual({ id, revision: 2 });
    expect([(await page(id, "2021-07-31")).whole?.plan, (await page(id, "2021-08-01")).whole?.plan]).toEqual(["500", "450"]);
    expect((await page(id)).adjustments.map((row) => [row.plan, row.reason])).toEqual([["450", "Hạn hán"]]);
    unwrap(await adjust({ voted: undefined, assigned_from_above: "430", reason: "Tỉnh điều chỉnh" }));
    expect([(await page(id, "2021-08-01")).whole?.assigned_from_above, (await page(id, "2021-08-01")).whole?.voted]).toEqual(["430", "450"]);
  });
});

const withoutPlace = ({ unit_id: _unit, year: _year, ...rest }: ReturnType<typeof draft>) => rest;

describe("reporting figures", () => {
  it("rolls up what units reported, and says how many stand behind it", async () => {
    const { id } = await made();
    unwrap(await report(id, 3, "10,5"));
    unwrap(await report(id, 3, 4, { actor: officer, unit_id: units["b"] }));
    unwrap(await report(id, 6, "31"));
    const view = await page(id);
    expect([view.whole?.actual, view.whole?.percent, view.whole?.state, view.whole?.rolled]).toEqual([{ month: 6, value: "35" }, "7", "in_progress", { reported: 1, included: 2, of: 2 }]);
    expect(view.lines.map((line) => [line.actual?.value, line.state])).toEqual([["31", "exceeded"], ["4", "in_progress"]]);
    const table = unwrap(await runQuery(test.engine, as(PUBLIC), yearTargets, { year: 2021 })).groups.flatMap((group) => group.rows).find((row) => row.id === id);
    expect([table?.actual, table?.rolled]).toEqual([view.whole?.actual, { reported: 1, included: 2, of: 2 }]);
    // The whole's own figure goes before the sum.
    unwrap(await report(id, 6, "501", { actor: officer, unit_id: root }));
    expect((await page(id)).whole?.state).toBe("exceeded");
  });

  it("corrects only with a reason; what was there before stays to be seen", async () => {
    const { id } = await made();
    unwrap(await report(id, 3, "10"));
    expect(faults(await report(id, 3, "10"))).toEqual(["conflict", []]);
    expect(faults(await report(id, 3, "12"))).toEqual(["invalid", ["figures.0.reason"]]);
    expect(faults(await report(id, 6, "9"))).toEqual(["invalid", ["figures.0.reason"]]);
    expect(faults(await report(id, 4, "12"))).toEqual(["invalid", ["figures.0.value"]]);
    expect(unwrap(await report(id, 3, "12", { reason: "Cộng sót một thôn" }))).toMatchObject({ written: 1, corrected: 1 });
    expect((await page(id)).history.map((row) => [row.version, row.value, row.corrected, row.reason])).toEqual([[1, "10", true, null], [2, "12", false, "Cộng sót một thôn"]]);
  });

  it("is for the unit itself or the officer above it", async () => {
    const { id } = await made();
    expect(faults(await report(id, 3, "1", { unit_id: units["b"] }))).toEqual(["forbidden", []]);
    expect(faults(await report(id, 3, "1", { actor: PUBLIC }))).toEqual(["forbidden", []]);
    unwrap(await report(id, 3, "1", { actor: officer, unit_id: units["b"] }));
    expect((await page(id)).lines.map((line) => line.actual?.value ?? null)).toEqual([null, "1"]);
    // A target that the unit was not given takes no figure from it.
    const other = await made({}, [{ unit_id: units["b"], voted: "20" }]);
    expect(faults(await report(other.id, 3, "1"))).toEqual(["invalid", ["figures.0.value"]]);
  });

  it("takes nothing once the target is closed, and the result is final then", async () => {
    const { id } = await made();
    unwrap(await report(id, 3, "1"));
    expect((await page(id)).whole?.state).toBe("in_progress");
    expect(unwrap(await runCommand(test.engine, as(officer), closeTargets, { unit_id: root, year: 2021, target_ids: [id] }))).toEqual({ closed: 1 });
    expect(faults(await report(id, 6, "2"))).toEqual(["invalid", ["figures.0.value"]]);
    expect((await page(id)).whole?.state).toBe("not_met");
  });

  it("opens on the newest period in which something is due, not on a month without any", async () => {
    const { id } = await made({ year: 2019, reporting: "quarter", code: "only_2019" });
    const sheet = async (on: string, more: Record<string, unknown> = {}) => unwrap(await runQuery(test.engine, as(clerk, on), reportSheet, { unit_id: units["a"], ...more }));
    const shown = await sheet("2019-12-07");
    expect([shown.month, shown.months, shown.rows.map((row) => row.target.id)]).toEqual([9, [3, 6, 9, 12], [id]]);
    expect([(await sheet("2019-02-07")).month, (await sheet("2019-12-07", { month: 11 })).month]).toEqual([3, 11]);
    expect(unwrap(await runQuery(test.engine, as(PUBLIC, "2019-12-07"), reportingBoard, {})).month).toBe(9);
  });

  it("stands on the clerk's sheet and list until it is done, and on the board as late or in time", async () => {
    const { id } = await made({ year: 2020, reporting: "year", code: "only_2020" });
    const mine = async (on: string) => unwrap(await runQuery(test.engine, as(clerk, on), myReportsDue, {})).filter((entry) => entry.year === 2020);
    expect((await mine("2021-01-20")).map((entry) => [entry.month, entry.due_on, entry.targets, entry.days_left])).toEqual([[12, "2021-01-05", 1, -15]]);
    const sheet = unwrap(await runQuery(test.engine, as(clerk), reportSheet, { unit_id: units["a"], year: 2020, month: 12 }));
    expect(sheet.rows.map((row) => [row.target.id, row.plan, row.reported])).toEqual([[id, "30", null]]);
    const board = async () => unwrap(await runQuery(test.engine, as(PUBLIC), reportingBoard, { year: 2020, month: 12 }));
    expect((await board()).rows.map((row) => [row.unit_name, row.marks])).toEqual([["Xã Bằng Lãng", ["late"]], ["Xã Đồng Lạc", ["late"]]]);
    unwrap(await runCommand(test.engine, as(clerk, "2021-01-04"), reportActuals, { unit_id: units["a"], year: 2020, month: 12, figures: [{ target_id: id, value: "30" }] }));
    unwrap(await runCommand(test.engine, as(officer, "2021-01-06"), reportActuals, { unit_id: units["b"], year: 2020, month: 12, figures: [{ target_id: id, value: "30" }] }));
    expect((await board()).rows.map((row) => row.marks)).toEqual([["on_time"], ["reported_late"]]);
    expect(await mine("2021-01-20")).toEqual([]);
  });
});

describe("importing from a spreadsheet", () => {
  const rows = (target_code: string) => [
    { line: 2, unit_code: "02065", target_code, month: "3", value: "12,5" },
    // A spreadsheet has taken the zero away, and holds a number where a text would be ambiguous.
    { line: 3, unit_code: "2029", target_code, month: "Tháng 3", value: "1.234", exact: true },
  ];
  const upload = (sheet: unknown[], actor = officer, unit_id = root) => runCommand(test.engine, as(actor), importActuals, { unit_id, year: 2021, rows: sheet });

  it("previews every row with its fault, and writes all or nothing", async () => {
    const target = await made();
    const wrong = [
      { line: 4, unit_code: "99999", target_code: target.code, month: "3", value: "1" },
      { line: 5, unit_code: "02065", target_code: "khong_co", month: "3", value: "1" },
      { line: 6, unit_code: "02065", target_code: target.code, month: "6", value: "abc" },
      { line: 7, unit_code: "02065", target_code: target.code, month: "6", value: "1.234" },
      { line: 8, unit_code: "02065", target_code: target.code, month: "13", value: "1" },
      { line: 9, unit_code: "02065", target_code: target.code, month: "3", value: "1" },
    ];
    const sheet = [...rows(target.code), ...wrong];
    const preview = unwrap(await runQuery(test.engine, as(officer), importPreview, { unit_id: root, year: 2021, rows: sheet }));
    expect(preview.rows.map((row) => [row.outcome, row.fault?.field ?? row.value])).toEqual([
      ["write", "12.5"], ["write", "1.234"], ["wrong", "unit_code"], ["wrong", "target_code"], ["wrong", "value"], ["wrong", "value"], ["wrong", "month"], ["wrong", "target_code"],
    ]);
    expect(faults(await upload(sheet))).toEqual(["invalid", ["rows.2.unit_code", "rows.3.target_code", "rows.4.value", "rows.5.value", "rows.6.month", "rows.7.target_code"]]);
    expect((await page(target.id)).history).toEqual([]);
    expect(unwrap(await upload(rows(target.code)))).toMatchObject({ written: 2, corrected: 0 });
    expect((await page(target.id)).history.map((row) => [row.unit_name, row.value, row.source]).sort()).toEqual([["Xã Bằng Lãng", "12.5", "excel"], ["Xã Đồng Lạc", "1.234", "excel"]]);
  });

  it("lets a clerk import the own unit only", async () => {
    const target = await made();
    expect(faults(await upload(rows(target.code), clerk, root))).toEqual(["forbidden", []]);
    expect(faults(await upload(rows(target.code), clerk, units["a"]))).toEqual(["invalid", ["rows.1.unit_code"]]);
    expect(unwrap(await upload(rows(target.code).slice(0, 1), clerk, units["a"]))).toMatchObject({ written: 1 });
  });

  it("offers a template of the units and targets of the period", async () => {
    const target = await made({ reporting: "half" });
    const of = async (month: number) => unwrap(await runQuery(test.engine, as(clerk), importTemplate, { unit_id: units["a"], year: 2021, month })).rows.filter((row) => row.target_code === target.code);
    expect(await of(3)).toEqual([]);
    expect(await of(6)).toEqual([{ unit_code: "02065", unit_name: "Xã Bằng Lãng", target_code: target.code, target_title: "Trồng rừng", measure: "ha", month: 6 }]);
  });
});

describe("what others read", () => {
  it("gives figures by unit and code, as exact text", async () => {
    const target = await made();
    unwrap(await report(target.id, 3, "10,25"));
    const figures = await test.database.inLocality("CD", (tx) => figuresOf(tx, { year: 2021, unit_ids: [units["a"] ?? "", units["b"] ?? "", root], codes: [target.code, "khong_co"] }));
    expect([units["a"], units["b"], root].map((unit_id) => [...(figures.get(unit_id ?? "") ?? [])])).toEqual([
      [[target.code, { actual: "10.25", plan: "30", percent: "34.17" }]],
      [[target.code, { actual: null, plan: "20", percent: null }]],
      [[target.code, { actual: "10.25", plan: "500", percent: "2.05" }]],
    ]);
  });

  it("shows a campaign the targets that it was to move", async () => {
    const { id } = await made({ campaign_id: CAMPAIGN });
    unwrap(await report(id, 3, "600", { actor: officer, unit_id: root }));
    const view = unwrap(await runQuery(test.engine, as(PUBLIC), targetsOfCampaign, { campaign_id: CAMPAIGN }));
    expect(view.rows.map((row) => [row.id, row.actual?.value, row.state])).toEqual([[id, "600", "exceeded"]]);
    expect((await page(id)).campaign).toEqual({ id: CAMPAIGN, title: "Chung sức" });
  });

  it("counts the year's table by state, and a unit sees its own lines", async () => {
    const whole = unwrap(await runQuery(test.engine, as(PUBLIC), yearTargets, { year: 2020 }));
    expect([whole.unit.id, whole.total, whole.counts]).toEqual([root, 1, { exceeded: 0, met: 0, not_met: 1, in_progress: 0, no_figure: 0 }]);
    const own = unwrap(await runQuery(test.engine, as(PUBLIC), yearTargets, { year: 2020, unit_id: units["a"] }));
    expect(own.groups.flatMap((group) => group.rows.map((row) => [row.plan, row.actual?.value, row.state]))).toEqual([["30", "30", "met"]]);
  });
});
