import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../../tests/support/database.ts";
import { unwrap } from "../../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../../platform/command/actor.ts";
import type { Command, Query } from "../../../platform/command/define.ts";
import { runCommand, runQuery } from "../../../platform/command/execute.ts";
import { outbox } from "../../../platform/command/tables.ts";
import { logEntries } from "../../../platform/log/tables.ts";
import { foundLocality, foundUnit, type HoldersPort, importUnits } from "../index.ts";
import { clusterCommands } from "./index.ts";
import { browseClusters, clusterCalendar, clusterFile } from "./queries.ts";
import { clusterPage } from "./query-cluster.ts";
import { myClusterDeadlines } from "./query-deadlines.ts";
import { clusterEvent } from "./query-event.ts";
import { clusterPact } from "./query-pact.ts";

/** The clerk of the unit that is asked about first, whoever that is. */
const TOLD = "01900000-0000-7000-8000-0000000000c1";
const holders: HoldersPort = { usersWithRole: async (_tx, roles, unit_ids) => (roles.includes("clerk") && unit_ids.length > 0 ? [{ id: TOLD }] : []) };
const SCAN = { name: "giao-uoc.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let unit: Record<string, string>;
let cluster: string;
let outward: string;
let officer: Actor;

const user = (role: string, unit_id: string, name = role): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
const clerkOf = (key: string): Actor => user("clerk", unit[key] ?? "");
const id = (key: string): string => unit[key] ?? "";

/** Runs a command by name on a day; gives its answer, or the failure's code with its field. */
async function run(name: string, actor: Actor, input: Record<string, unknown>, on = "2021-01-20"): Promise<Record<string, unknown> | string> {
  const command = clusterCommands(holders).find((entry) => entry.name === name) as Command | undefined;
  if (command === undefined) throw new Error(`no command ${name}`);
  const result = await runCommand(test.engine, as(actor, on), command, input);
  if (result.ok) return result.value as Record<string, unknown>;
  return [result.error.code, ...Object.keys(result.error.fields ?? {})].join(" ");
}
const made = async (name: string, actor: Actor, input: Record<string, unknown>, on?: string): Promise<string> => {
  const answer = await run(name, actor, input, on);
  if (typeof answer === "string") throw new Error(`${name}: ${answer}`);
  return String(answer["id"]);
};
const see = async <S extends z.ZodType, O>(query: Query<S, O>, input: unknown, actor: Actor = PUBLIC, on = "2021-01-20"): Promise<O> => unwrap(await runQuery(test.engine, as(actor, on), query, input));
const names = (list: readonly { name: string }[]): string[] => list.map((entry) => entry.name);
const entriesOf = async (kind: string): Promise<Record<string, unknown>[]> => {
  const rows = await test.database.inInstallation((tx) => tx.select({ leaf: logEntries.leaf }).from(logEntries));
  return rows.map((row) => JSON.parse(new TextDecoder().decode(row.leaf)) as Record<string, unknown>).filter((entry) => entry["kind"] === kind);
};

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-01-20");
  root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  officer = user("officer", root);
  const commune = (key: string, name: string) => ({ key, name, kind: "commune", from_on: "2000-01-01" });
  unit = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: [commune("a", "Xã A"), commune("b", "Xã B"), commune("c", "Xã C")] })).ids;
  for (const key of ["x", "y"]) unit[key] = unwrap(await runCommand(test.engine, as(officer), foundUnit, { parent_id: root, name: `Huyện ${key.toUpperCase()}`, kind: "outside", from_on: "2000-01-01" })).id;
  cluster = await made("form_cluster", officer, { kind: "cum", name: "Cụm 1", rank: 1, from_on: "2020-01-01", unit_ids: [id("a"), id("b")] });
  outward = await made("form_cluster", officer, { kind: "cum", name: "Cụm các huyện", rank: 2, from_on: "2020-01-01", unit_ids: [root, id("x")] });
});
afterAll(() => test.drop());

describe("members over time", () => {
  const change = (input: Record<string, unknown>, actor: Actor = officer) => run("change_cluster_members", actor, { cluster_id: cluster, ...input });

  it("join and leave on days; the past stays as it was", async () => {
    expect(await change({ on: "01/03/2020", join: [id("c")] })).toEqual({ id: cluster });
    expect(await change({ on: "2020-06-01", leave: [id("c")] })).toEqual({ id: cluster });
    const members = async (on: string) => names((await see(browseClusters, { on })).clusters[0]?.units ?? []);
    expect([await members("2020-02-29"), await members("2020-03-01"), await members("2020-05-31"), await members("2020-06-01")]).toEqual([["Xã A", "Xã B"], ["Xã A", "Xã B", "Xã C"], ["Xã A", "Xã B", "Xã C"], ["Xã A", "Xã B"]]);
    expect((await see(clusterPage, { cluster_id: cluster })).former).toEqual([{ unit_id: id("c"), from_on: "2020-03-01", to_on: "2020-06-01", name: "Xã C" }]);
  });

  it("stand in one cluster of each reach at a time, and only on days they exist", async () => {
    expect(await run("form_cluster", officer, { kind: "khoi", name: "Khối 9", rank: 9, from_on: "2021-01-01", unit_ids: [id("a")] })).toBe("invalid unit_ids");
    expect(await run("form_cluster", officer, { kind: "cum", name: "Cụm khác", rank: 9, from_on: "2021-01-01", unit_ids: [id("y"), root] })).toBe("invalid unit_ids");
    // A commune of a local cluster may stand beside outside units in another.
    const both = await made("form_cluster", officer, { kind: "cum", name: "Cụm liên huyện", rank: 9, from_on: "2021-01-01", unit_ids: [id("c"), id("y")] });
    expect(await change({ on: "2021-01-02", join: [id("c")] })).toEqual({ id: cluster });
    expect(await change({ on: "2021-01-05", leave: [id("c")] })).toEqual({ id: cluster });
    expect(await run("change_cluster_members", officer, { cluster_id: both, on: "2021-01-02", join: [id("x")] })).toBe("invalid join");
    expect(await change({ on: "1999-01-01", join: [id("c")] })).toBe("invalid join");
  });

  it("are refused twice, unknown, on the day they came, or when nobody is named; another unit's clerk may not", async () => {
    expect([await change({ on: "2021-02-01", join: [id("a")] }), await change({ on: "2021-02-01", leave: [id("c")] }), await change({ on: "2020-01-01", leave: [id("a")] }), await change({ on: "2021-02-01" })]).toEqual(["invalid join", "invalid leave", "invalid on", "invalid"]);
    expect(await change({ on: "2021-02-01", join: [id("c")] }, clerkOf("a"))).toBe("forbidden");
  });
});

describe("heads", () => {
  const elect = (input: Record<string, unknown>, actor: Actor = officer, on = "2020-12-20") =>
    run("elect_cluster_heads", actor, { cluster_id: cluster, year: 2021, head_unit_id: id("a"), deputy_unit_id: id("b"), elected_on: "2020-12-18", basis: "Biên bản tổng kết", ...input }, on);

  it("are two members of the day of election, entered again until the year begins, then standing", async () => {
    expect([await elect({ deputy_unit_id: id("a") }), await elect({ head_unit_id: id("c") }), await elect({ elected_on: "2020-12-21" }), await elect({ year: 2023 })]).toEqual(["invalid deputy_unit_id", "invalid head_unit_id", "invalid elected_on", "invalid elected_on"]);
    expect(await elect({ head_unit_id: id("b"), deputy_unit_id: "" })).toEqual({ id: cluster, year: 2021 });
    expect(await elect({})).toEqual({ id: cluster, year: 2021 });
    expect(await elect({ head_unit_id: id("b"), deputy_unit_id: "" }, officer, "2021-01-01")).toBe("conflict");
    const view = await see(clusterPage, { cluster_id: cluster });
    expect([view.heads?.head, view.heads?.deputy, view.history.length]).toEqual(["Xã A", "Xã B", 1]);
    expect((await entriesOf("cluster_heads_elected")).map((entry) => [entry["head_unit_id"], entry["year"]])).toEqual([[id("b"), 2021], [id("a"), 2021]]);
  });

  it("of the next year are entered by the lead of this one, whose deputy is offered; not by another member", async () => {
    const next = { year: 2022, head_unit_id: id("b"), deputy_unit_id: id("a"), elected_on: "2021-12-10" };
    expect([await elect(next, clerkOf("b"), "2021-12-11"), (await see(clusterPage, { cluster_id: cluster }, clerkOf("b"))).elect]).toEqual(["forbidden", null]);
    expect((await see(clusterPage, { cluster_id: cluster }, clerkOf("a"))).elect).toEqual({ year: 2022, head_unit_id: id("b"), deputy_unit_id: id("a") });
    expect(await elect(next, clerkOf("a"), "2021-12-11")).toEqual({ id: cluster, year: 2022 });
  });
});

describe("a pact", () => {
  const articles = [{ title: "Kinh tế", text: "Hoàn thành chỉ tiêu." }];
  const draft = (actor: Actor, cluster_id = cluster, text = articles) => run("draft_pact", actor, { cluster_id, year: 2021, articles: text, targets: "Giảm nghèo 2%\nTrồng 10 ha rừng" });
  const signer = { signer_name: "Nông Văn Mẫu", signer_title: "Chủ tịch UBND xã" };
  let pact: string;

  it("is drafted and changed by the lead until somebody signed", async () => {
    expect([await draft(clerkOf("b")), await draft(clerkOf("a"), cluster, [])]).toEqual(["forbidden", "invalid articles.0.title"]);
    pact = await made("draft_pact", clerkOf("a"), { cluster_id: cluster, year: 2021, articles });
    expect(await draft(officer)).toEqual({ id: pact });
    expect(await run("sign_pact", clerkOf("a"), { pact_id: pact, unit_id: id("a"), ...signer })).toEqual({ id: pact, completed: false });
    expect(await draft(clerkOf("a"))).toBe("conflict");
    expect((await see(clusterPact, { cluster_id: cluster })).pact).toMatchObject({ articles, targets: "Giảm nghèo 2%\nTrồng 10 ha rừng", completed_on: null });
  });

  it("is signed once by each member, by a role at that very unit; the last one completes it in the open log", async () => {
    const sign = (actor: Actor, key: string) => run("sign_pact", actor, { pact_id: pact, unit_id: id(key), ...signer });
    expect([await sign(clerkOf("a"), "a"), await sign(clerkOf("c"), "c"), await sign(clerkOf("a"), "b"), await sign(user("head", root), "b")]).toEqual(["conflict", "invalid unit_id", "forbidden", "forbidden"]);
    expect(await entriesOf("pact_signed")).toEqual([]);
    expect(await sign(clerkOf("b"), "b")).toEqual({ id: pact, completed: true });
    const [entry, ...more] = await entriesOf("pact_signed");
    expect([entry?.["pact_id"], entry?.["signatures"], entry?.["on_paper"], entry?.["completed_on"], more]).toEqual([pact, 2, 0, "2021-01-20", []]);
    expect(JSON.stringify(entry)).not.toContain("Nông Văn");
    const view = await see(clusterPact, { cluster_id: cluster });
    expect([view.signatures.map((row) => [row.unit, row.signer_name, row.source]).sort(), view.waiting, view.pact?.completed_on]).toEqual([[["Xã A", "Nông Văn Mẫu", "here"], ["Xã B", "Nông Văn Mẫu", "here"]], [], "2021-01-20"]);
  });

  it("is signed on paper for an outside member: by the officer, with a scan, once; the scan is for members", async () => {
    const outside = await made("draft_pact", officer, { cluster_id: outward, year: 2021, articles });
    const paper = { pact_id: outside, unit_id: id("x"), signer_name: "Hoàng Thị Mẫu", signer_title: "Chủ tịch UBND huyện", signed_on: "2021-01-18", scan: SCAN };
    const enter = (input: Record<string, unknown>, actor = officer) => run("record_pact_signature", actor, { ...paper, ...input });
    expect([await enter({ scan: { name: "x.pdf", base64: Buffer.from("không phải").toString("base64") } }), await enter({ signed_on: "2021-01-21" }), await enter({ signed_on: "2019-12-31" }), await enter({ unit_id: id("y") }), await enter({}, clerkOf("x"))]).toEqual([
      "invalid scan", "invalid signed_on", "invalid signed_on", "invalid unit_id", "forbidden",
    ]);
    expect([await enter({}), await enter({})]).toEqual([{ id: outside, completed: false }, "conflict"]);
    expect(await enter({ unit_id: root })).toEqual({ id: outside, completed: true });
    const scan = async (actor: Actor) => (await see(clusterPact, { cluster_id: outward }, actor)).signatures[0]?.scan_file_id;
    const file_id = await scan(clerkOf("x"));
    expect([typeof file_id, await scan(PUBLIC), await scan(clerkOf("b"))]).toEqual(["string", null, null]);
    expect((await see(clusterFile, { cluster_id: outward, year: 2021, file_id }, clerkOf("x"))).media_type).toBe("application/pdf");
    await expect(see(clusterFile, { cluster_id: cluster, year: 2021, file_id }, clerkOf("a"))).rejects.toThrow("not_found");
    await expect(see(clusterFile, { cluster_id: outward, year: 2021, file_id }, clerkOf("b"))).rejects.toThrow("forbidden");
  });

  it("is complete when the one member that had not signed leaves", async () => {
    const next = await made("form_cluster", officer, { kind: "khoi", name: "Khối 2", rank: 3, from_on: "2021-02-01", unit_ids: [id("c")] }, "2021-02-01");
    const waiting = await made("draft_pact", officer, { cluster_id: next, year: 2021, articles }, "2021-02-02");
    unit["d"] = unwrap(await runCommand(test.engine, as(officer), foundUnit, { parent_id: root, name: "Xã D", kind: "commune", from_on: "2000-01-01" })).id;
    await run("change_cluster_members", officer, { cluster_id: next, on: "2021-02-02", join: [id("d")] }, "2021-02-02");
    expect(await run("sign_pact", clerkOf("c"), { pact_id: waiting, unit_id: id("c"), ...signer }, "2021-02-03")).toEqual({ id: waiting, completed: false });
    await run("change_cluster_members", officer, { cluster_id: next, on: "2021-02-10", leave: [id("d")] }, "2021-02-10");
    expect((await see(clusterPact, { cluster_id: next }, PUBLIC, "2021-02-11")).pact?.completed_on).toBe("2021-02-10");
  });
});

describe("the timetable", () => {
  const plan = (events: unknown[], actor: Actor = clerkOf("a")) => run("plan_cluster_year", actor, { cluster_id: cluster, year: 2021, events });
  const event = (title: string, due_on: string, kind = "thematic_meeting") => ({ kind, title, due_on });
  let meeting: string;
  let inspection: string;

  it("is planned by the lead, each title once, days within the year, hosts among the members", async () => {
    expect([await plan([event("A", "2021-05-01")], clerkOf("b")), await plan([event("A", "2020-12-31")]), await plan([{ ...event("A", "2021-05-01"), host_unit_id: id("c") }]), await plan([])]).toEqual(["forbidden", "invalid events.0.due_on", "invalid events.0.host_unit_id", "invalid events.0.title"]);
    const planned = await plan([event("Chuyên đề", "2021-02-05"), event("Ký giao ước", "2021-03-31", "pact"), event("Kiểm tra", "2021-11-15", "inspection"), event("Họp thừa", "2021-06-01")]);
    const ids = typeof planned === "string" ? [] : (planned["ids"] as string[]);
    [meeting = "", , inspection = ""] = ids;
    expect(await plan([event("Mới", "2021-05-01"), event("Chuyên đề", "2021-05-01")])).toBe("invalid events.1.title");
    expect(await run("cancel_cluster_event", clerkOf("a"), { event_id: ids[3], reason: "Trùng lịch" })).toEqual({ id: ids[3], cluster_id: cluster });
    const states = async (on: string) => (await see(clusterPage, { cluster_id: cluster }, PUBLIC, on)).events.map((entry) => `${entry.title}: ${entry.state}`);
    expect(await states("2021-01-20")).toEqual(["Chuyên đề: next", "Ký giao ước: done", "Họp thừa: cancelled", "Kiểm tra: later"]);
    expect((await states("2021-02-06"))[0]).toBe("Chuyên đề: late");
    expect((await see(clusterCalendar, { cluster_id: cluster })).events.map((entry) => entry.title)).toEqual(["Chuyên đề", "Ký giao ước", "Kiểm tra"]);
  });

  it("is moved with a reason, reminded of once a day, and held once", async () => {
    const move = { event_id: meeting, due_on: "2021-02-10", reason: "Trùng họp xã" };
    expect([await run("move_cluster_event", clerkOf("b"), move), await run("move_cluster_event", clerkOf("a"), { ...move, due_on: "2023-01-01" }), await run("move_cluster_event", clerkOf("a"), move)]).toEqual(["forbidden", "invalid due_on", { id: meeting, cluster_id: cluster }]);
    const remind = (on: string) => run("remind_cluster", clerkOf("a"), { event_id: meeting }, on);
    expect([await remind("2021-02-01"), await remind("2021-02-01"), await remind("2021-02-02")]).toEqual([{ id: meeting, cluster_id: cluster, reminded: 1 }, "conflict", { id: meeting, cluster_id: cluster, reminded: 1 }]);
    const told = await test.database.inLocality("CD", (tx) => tx.select({ payload: outbox.payload, kind: outbox.kind }).from(outbox).where(eq(outbox.to_user_id, TOLD)));
    expect(told[0]).toEqual({ kind: "cluster_event_due", payload: { cluster_id: cluster, cluster_name: "Cụm 1", title: "Chuyên đề", due_on: "2021-02-10" } });
    const hold = (input: Record<string, unknown>, actor = clerkOf("a")) => run("hold_cluster_event", actor, { event_id: meeting, held_on: "2021-02-09", summary: "Đã trao đổi.", minutes: SCAN, ...input }, "2021-02-09");
    expect([await hold({}, clerkOf("b")), await hold({ held_on: "2021-02-10" }), await hold({}), await hold({})]).toEqual(["forbidden", "invalid held_on", { id: meeting, cluster_id: cluster }, "conflict"]);
  });

  it("stands on the desk of those concerned, most urgent first: three weeks ahead, and while it is overdue", async () => {
    const due = async (actor: Actor, on: string) => (await see(myClusterDeadlines, {}, actor, on)).map((entry) => [entry.what, entry.title, entry.days_left, entry.inspected]);
    // The inspection is the lead's to organise until pairs are set.
    expect([await due(clerkOf("a"), "2021-10-24"), await due(clerkOf("a"), "2021-10-25"), await due(clerkOf("b"), "2021-10-25")]).toEqual([[], [["event", "Kiểm tra", 21, null]], []]);
    const pairs = (list: [string, string][], actor = clerkOf("a")) => run("set_inspection_pairs", actor, { event_id: inspection, pairs: list.map(([by, of]) => ({ inspector_unit_id: id(by), unit_id: id(of) })) }, "2021-10-25");
    expect([await pairs([["a", "b"]], clerkOf("b")), await pairs([["a", "a"]]), await pairs([["a", "b"], ["b", "c"]]), await pairs([])]).toEqual(["forbidden", "invalid pairs.0.unit_id", "invalid pairs.1.unit_id", "invalid pairs.0.unit_id"]);
    expect(await run("set_inspection_pairs", clerkOf("a"), { event_id: meeting, pairs: [{ inspector_unit_id: id("a"), unit_id: id("b") }] })).toBe("conflict");
    expect(await pairs([["a", "b"], ["b", "a"]])).toEqual({ id: inspection, cluster_id: cluster, pairs: 2 });
    expect(await due(clerkOf("b"), "2021-11-17")).toEqual([["inspection", "Kiểm tra", -2, "Xã A"]]);
  });

  it("has inspections that the inspector enters once; what was found is for members, and made ones stay when pairs are set anew", async () => {
    const enter = (actor: Actor, by: string, of: string, on = "2021-10-28") =>
      run("record_inspection", actor, { event_id: inspection, inspector_unit_id: id(by), unit_id: id(of), on, findings: "Đủ hồ sơ.", weaknesses: "Báo cáo chậm.", minutes: SCAN }, "2021-10-28");
    expect([await enter(clerkOf("a"), "b", "a"), await enter(clerkOf("b"), "b", "b"), await enter(clerkOf("b"), "b", "a", "2021-10-29"), await enter(clerkOf("b"), "b", "a"), await enter(clerkOf("b"), "b", "a")]).toEqual(["forbidden", "invalid unit_id", "invalid on", { id: inspection, cluster_id: cluster }, "conflict"]);
    expect(await run("set_inspection_pairs", officer, { event_id: inspection, pairs: [{ inspector_unit_id: id("b"), unit_id: id("a") }] }, "2021-10-28")).toEqual({ id: inspection, cluster_id: cluster, pairs: 1 });
    const seen = async (actor: Actor) => (await see(clusterEvent, { event_id: inspection }, actor, "2021-10-29")).inspections.map((entry) => [entry.inspector, entry.inspected_on, entry.told?.weaknesses ?? null]);
    expect([await seen(PUBLIC), await seen(clerkOf("a")), await seen(clerkOf("c"))]).toEqual([[["Xã B", "2021-10-28", null]], [["Xã B", "2021-10-28", "Báo cáo chậm."]], [["Xã B", "2021-10-28", null]]]);
  });

  it("has a pact that waits for a member's signature on its desk, and no longer when it has signed", async () => {
    const both = (await see(browseClusters, {})).clusters.find((entry) => entry.name === "Cụm liên huyện")?.id;
    const pact_id = await made("draft_pact", officer, { cluster_id: both, year: 2021, articles: [{ title: "Một", text: "Hai" }] });
    const due = async () => (await see(myClusterDeadlines, {}, clerkOf("y"), "2021-03-01")).map((entry) => [entry.what, entry.due_on, entry.days_left]);
    expect(await due()).toEqual([["pact", "2021-03-31", 30]]);
    // A guest account: a role on the outside unit itself.
    expect(await run("sign_pact", clerkOf("y"), { pact_id, unit_id: id("y"), signer_name: "Lý Mẫu", signer_title: "Chủ tịch" })).toEqual({ id: pact_id, completed: false });
    expect(await due()).toEqual([]);
  });
});

describe("models", () => {
  it("are shared by a member and adopted once by others, never by a stranger or by itself", async () => {
    const share = (actor: Actor, key: string, more = {}) => run("share_model", actor, { cluster_id: cluster, unit_id: id(key), title: "Tổ thu gom rác", what: "Mỗi thôn một tổ.", result: "Sạch 12 km đường.", ...more });
    expect([await share(clerkOf("b"), "a"), await share(clerkOf("c"), "c"), await share(clerkOf("b"), "b", { event_id: id("a") })]).toEqual(["forbidden", "invalid unit_id", "invalid event_id"]);
    const model_id = await made("share_model", clerkOf("b"), { cluster_id: cluster, unit_id: id("b"), title: "Tổ thu gom rác", what: "Mỗi thôn một tổ.", result: "Sạch 12 km đường." });
    const adopt = (actor: Actor, key: string) => run("adopt_model", actor, { model_id, unit_id: id(key), note: "Lập 3 tổ." });
    expect([await adopt(clerkOf("b"), "b"), await adopt(clerkOf("c"), "c"), await adopt(clerkOf("b"), "a"), await adopt(clerkOf("a"), "a"), await adopt(clerkOf("a"), "a")]).toEqual(["invalid unit_id", "invalid unit_id", "forbidden", { id: model_id, cluster_id: cluster }, "conflict"]);
    const { models } = await see(clusterPage, { cluster_id: cluster });
    expect(models.map((model) => [model.title, model.unit, model.adoptions.map((entry) => [entry.unit, entry.note])])).toEqual([["Tổ thu gom rác", "Xã B", [["Xã A", "Lập 3 tổ."]]]]);
  });
});
