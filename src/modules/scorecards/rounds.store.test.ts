import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { parseScoreInput, score } from "../../engines/scoring/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import * as organizations from "../organizations/index.ts";
import type { CardContent } from "./core/content.ts";
import * as module from "./index.ts";
import { roundBoard } from "./queries-rounds.ts";
import { rankingPage, roundCompleteness, scoreSheet, unitScore } from "./queries-scores.ts";
import { scorecards } from "./tables.ts";

const CARD = "01900000-0000-7000-8000-00000000c001";
const CONTENT: CardContent = {
  scorecard: {
    id: "thu", base: "100",
    criteria: [
      { id: "1", title: "Kinh tế", criteria: [{ id: "1.1", title: "Thu ngân sách", base: "60", rules: [{ kind: "ratio", actual: "revenue", target: "revenue_plan" }, { kind: "per_unit", fact: "models", points: "1", cap: "3" }] }] },
      { id: "2", title: "Nề nếp", base: "40", rules: [{ kind: "manual", fact: "order" }, { kind: "deadline", fact: "report_on", due: "2021-11-15", late: "-2" }] },
    ],
    gates: [{ id: "self_report", text: "Có báo cáo tự chấm" }], tie_break: ["1"],
  },
  facts: { revenue: { label_vi: "Thực thu" }, revenue_plan: { label_vi: "Kế hoạch thu" }, models: { label_vi: "Số mô hình" }, order: { label_vi: "Điểm nề nếp" }, report_on: { label_vi: "Ngày gửi báo cáo" } },
  leaves: {},
};

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let units: Record<string, string>;
let officer: Actor;
const at = (key: string): string => units[key] ?? "";
const user = (role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-0000000${role.length.toString().padStart(2, "0")}${unit_id.slice(-3)}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
const clerk = (key: string): Actor => user("clerk", at(key));

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-10");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  units = unwrap(await runCommand(test.engine, as(), organizations.importUnits, { parent_id: root, units: ["a", "b", "c", "d"].map((key) => ({ key, name: `Xã ${key}`, code: `0200${key}`, kind: "commune", from_on: "2000-01-01" })) })).ids;
  officer = user("officer", root);
  await test.database.inLocality("CD", (tx) =>
    tx.insert(scorecards).values({ locality_id: "CD", id: CARD, unit_id: root, year: 2021, title: "Bảng thử", purpose: "cluster", status: "published", content: CONTENT, created_at: "2021-11-01T00:00:00Z" }),
  );
});
afterAll(() => test.drop());

const days = { self_due_on: "2021-11-15", cross_due_on: "2021-11-20", appraisal_due_on: "2021-11-25", meeting_on: "2021-11-30" };
const facts = (revenue: string, order: string) => ({ revenue, revenue_plan: "100", models: "2", order, report_on: "10/11/2021", "gate:self_report": "yes" });
const open = async (more: Record<string, unknown> = {}) =>
  unwrap(await runCommand(test.engine, as(officer), module.openRound, { unit_id: root, card_id: CARD, title: "Chấm điểm năm 2021", unit_ids: ["a", "b", "c"].map(at), scorers_per_unit: 1, ...days, ...more })).id;
const self = (round_id: string, key: string, more: Record<string, unknown> = {}, on = "2021-11-12") =>
  runCommand(test.engine, as(clerk(key), on), module.stateSelfScore, { round_id, unit_id: at(key), facts: facts("90", "35"), submit: true, ...more });
const advance = async (round_id: string) => unwrap(await runCommand(test.engine, as(officer), module.advanceRound, { round_id })).status;
const board = async (round_id: string) => unwrap(await runQuery(test.engine, as(officer), roundBoard, { round_id }));

describe("a scoring round", () => {
  it("goes from self-score to publication and keeps four numbers, each change with its reason", async () => {
    const round_id = await open();
    for (const key of ["a", "b", "c"]) unwrap(await self(round_id, key));
    expect(await advance(round_id)).toBe("cross");
    const pair = (await board(round_id)).pairs.find((entry) => entry.unit_id === at("a"));
    const scorer = ["a", "b", "c"].find((key) => at(key) === pair?.scorer_unit_id) ?? "";
    expect(scorer).not.toBe("a");
    const cross = (more: Record<string, unknown>) => runCommand(test.engine, as(clerk(scorer), "2021-11-18"), module.stateCrossScore, { round_id, unit_id: at("a"), by_unit_id: at(scorer), submit: true, ...more });
    const unreasoned = await cross({ facts: { order: "30" } });
    expect(unreasoned.ok ? "" : Object.keys(unreasoned.error.fields ?? {})).toEqual(["reasons.order"]);
    unwrap(await cross({ facts: { order: "30" }, reasons: { order: "Thiếu biên bản" } }));
    await advance(round_id);
    unwrap(await runCommand(test.engine, as(officer), module.stateAppraisedScore, { round_id, unit_id: at("a"), facts: { order: "32" }, reasons: { order: "Đã bổ sung một phần" } }));
    const objected = unwrap(await runCommand(test.engine, as(clerk("a")), module.raiseObjection, { round_id, unit_id: at("a"), by_unit_id: at("a"), criterion: "2", text: "Biên bản đã nộp ngày 14/11" }));
    await advance(round_id);
    const early = await runCommand(test.engine, as(officer), module.publishRound, { round_id });
    expect(early.ok ? "" : early.error.message.vi).toBe("Còn 1 ý kiến về điểm chưa kết luận.");
    unwrap(await runCommand(test.engine, as(officer), module.settleObjection, { objection_id: objected.id, upheld: true, settlement: "Có biên bản", facts: { order: "34" } }));
    expect((await board(round_id)).units.find((unit) => unit.id === at("a"))?.total).toEqual({ self: "91", cross: "86", appraised: "88", agreed: "90" });
    unwrap(await runCommand(test.engine, as(officer), module.publishRound, { round_id }));
    const ranking = unwrap(await runQuery(test.engine, as(PUBLIC), rankingPage, { round_id }));
    expect(ranking.lines.map((line) => [line.unit, line.rank, line.total, line.tied])).toEqual([["0200b", 1, "91", true], ["0200c", 1, "91", true], ["0200a", 3, "90", false]]);
    const why = unwrap(await runQuery(test.engine, as(PUBLIC), unitScore, { round_id, unit_id: at("a") }));
    expect(why.leaves[1]?.reasons.map((entry) => [entry.stage, entry.reason, entry.value])).toEqual([["cross", "Thiếu biên bản", "30"], ["appraised", "Đã bổ sung một phần", "32"], ["agreed", "Có biên bản", "34"]]);
    const { input, result } = ranking.shown.content;
    expect(unwrap(score(unwrap(parseScoreInput(input))))).toEqual(result);
    expect((await board(round_id)).leniency).toEqual([{ scorer_unit_id: at(scorer), name: `Xã ${scorer}`, scored: 1, mean_difference: "-2" }]);
    return round_id;
  });

  it("accepts an honest zero, refuses a missing fact and a value out of range at its field, and writes nothing then", async () => {
    const round_id = await open();
    const missing = await self(round_id, "a", { facts: { ...facts("90", "35"), order: "" } });
    expect(missing.ok ? "" : [Object.keys(missing.error.fields ?? {}), missing.error.message.vi]).toEqual([["facts.order"], "Còn thiếu: Điểm nề nếp. Không làm được thì ghi 0."]);
    const much = await self(round_id, "a", { facts: facts("90", "41") });
    expect(much.ok ? "" : Object.keys(much.error.fields ?? {})).toEqual(["facts.order"]);
    const sheet = async () => unwrap(await runQuery(test.engine, as(clerk("a")), scoreSheet, { round_id, unit_id: at("a"), stage: "self" }));
    expect((await sheet()).standing).toEqual({});
    unwrap(await self(round_id, "a", { facts: { ...facts("0", "0"), models: "0", report_on: "never" } }));
    expect([(await sheet()).scored?.total, (await sheet()).scored?.missing]).toEqual(["0", []]);
  });

  it("asks a reason for lateness and for a change after handing in", async () => {
    const round_id = await open();
    const late = await self(round_id, "b", {}, "2021-11-16");
    expect(late.ok ? "" : Object.keys(late.error.fields ?? {})).toEqual(["late_reason"]);
    unwrap(await self(round_id, "b", { late_reason: "Mất điện" }, "2021-11-16"));
    const changed = await self(round_id, "b", { facts: { order: "36" } });
    expect(changed.ok ? "" : Object.keys(changed.error.fields ?? {})).toEqual(["reasons.order"]);
    const cells = unwrap(await runQuery(test.engine, as(PUBLIC), roundCompleteness, { round_id })).units;
    expect(cells.map((unit) => unit.cells.map((cell) => cell.state))).toEqual([["missing", "missing"], ["late", "late"], ["missing", "missing"]]);
  });

  it("hides a draft from the others, shows who owes, and lets only assigned members score", async () => {
    const round_id = await open();
    unwrap(await self(round_id, "a", { submit: false }));
    const peek = await runQuery(test.engine, as(officer), scoreSheet, { round_id, unit_id: at("a"), stage: "self" });
    expect(peek.ok ? "" : peek.error.message.vi).toBe("Phiếu này chưa nộp.");
    expect((await board(round_id)).owed.map((entry) => entry.by)).toEqual(["Xã a", "Xã b", "Xã c"]);
    unwrap(await self(round_id, "a"));
    await advance(round_id);
    const own = await runCommand(test.engine, as(clerk("a")), module.stateCrossScore, { round_id, unit_id: at("a"), by_unit_id: at("a"), submit: true });
    expect(own.ok ? "" : own.error.code).toBe("refused");
    const outsider = await runQuery(test.engine, as(clerk("d")), roundBoard, { round_id });
    expect(outsider.ok ? "" : outsider.error.code).toBe("forbidden");
  });

  it("lets a draft that was never handed in neither show, nor score, nor be published", async () => {
    const round_id = await open();
    unwrap(await self(round_id, "a", { submit: false }));
    for (const key of ["b", "c"]) unwrap(await self(round_id, key));
    const ahead = await runQuery(test.engine, as(officer), scoreSheet, { round_id, unit_id: at("a"), stage: "agreed" });
    expect(ahead.ok ? "" : ahead.error.message.vi).toBe("Đợt chấm chưa đến bước này: đang tự chấm.");
    await advance(round_id);
    // The unit that is late still owes its self-score; who is to score it owes nothing before that is in.
    const owed = (await board(round_id)).owed;
    expect(owed.filter((entry) => entry.stage === "self").map((entry) => entry.by)).toEqual(["Xã a"]);
    expect(owed.some((entry) => entry.stage === "cross" && entry.unit_id === at("a"))).toBe(false);
    await advance(round_id);
    const sheet = unwrap(await runQuery(test.engine, as(officer), scoreSheet, { round_id, unit_id: at("a"), stage: "appraised" }));
    expect(sheet.standing).toEqual({});
    // The same figure stated by the standing body is a statement of its own, not a repetition of the draft.
    unwrap(await runCommand(test.engine, as(officer), module.stateAppraisedScore, { round_id, unit_id: at("a"), facts: { order: "35" }, reasons: { order: "Xem tại chỗ" } }));
    await advance(round_id);
    unwrap(await runCommand(test.engine, as(officer), module.publishRound, { round_id }));
    const { shown } = unwrap(await runQuery(test.engine, as(PUBLIC), rankingPage, { round_id }));
    expect(shown.content.input.units.find((unit) => unit.unit === "0200a")?.facts).toEqual({ order: "35" });
  });

  it("names every field that needs attention at once, a reason at the one field of its criterion", async () => {
    const round_id = await open();
    const wrong = await self(round_id, "a", { facts: { ...facts("1.234", "abc"), models: "2" } });
    expect(wrong.ok ? "" : [Object.keys(wrong.error.fields ?? {}), wrong.error.message.vi]).toEqual([["facts.revenue", "facts.order"], "Có 2 ô chưa đúng; chưa ghi gì. Những gì đã nhập vẫn còn."]);
    const empty = await self(round_id, "a", { facts: { models: "2" } });
    expect(empty.ok ? "" : [Object.keys(empty.error.fields ?? {}), empty.error.message.vi]).toEqual([
      ["facts.revenue", "facts.revenue_plan", "facts.order", "facts.report_on", "facts.gate:self_report"], "Chưa nộp được: còn thiếu 5 số liệu. Không làm được thì ghi 0.",
    ]);
    unwrap(await self(round_id, "a"));
    const unreasoned = await self(round_id, "a", { facts: { models: "3" } });
    expect(unreasoned.ok ? "" : Object.keys(unreasoned.error.fields ?? {})).toEqual(["reasons.revenue"]);
    unwrap(await self(round_id, "a", { facts: { models: "3" }, reasons: { revenue: "Sót một mô hình" } }));
  });

  it("locks a published round and corrects it only by a new decision that is shown", async () => {
    const round_id = await open();
    for (const key of ["a", "b", "c"]) unwrap(await self(round_id, key, { facts: facts(key === "a" ? "95" : "90", "35") }));
    for (let step = 0; step < 3; step += 1) await advance(round_id);
    unwrap(await runCommand(test.engine, as(officer), module.publishRound, { round_id }));
    const again = await runCommand(test.engine, as(officer), module.stateAgreedScore, { round_id, unit_id: at("a"), facts: { order: "1" }, reasons: { order: "x" } });
    expect(again.ok ? "" : again.error.code).toBe("conflict");
    const correction = { round_id, unit_id: at("a"), decision_number: "12/QĐ-UBND", decided_on: "2021-11-10", reason: "Nhầm số thu", facts: { revenue: "80" } };
    unwrap(await runCommand(test.engine, as(officer), module.correctRound, correction));
    const newest = unwrap(await runQuery(test.engine, as(PUBLIC), rankingPage, { round_id }));
    expect([newest.shown.number, newest.shown.decision_number, newest.lines[2]?.unit, newest.publications.length]).toEqual([2, "12/QĐ-UBND", "0200a", 2]);
    expect(unwrap(await runQuery(test.engine, as(PUBLIC), rankingPage, { round_id, number: 1 })).lines[0]?.unit).toBe("0200a");
    const votes = (a: number, b: number) => [{ unit_id: at("a"), votes: a }, { unit_id: at("b"), votes: b }];
    const propose = (more: Record<string, unknown>) => runCommand(test.engine, as(officer), module.proposeLeading, { round_id, voters: 3, honour: "provincial_emulation_flag", votes: votes(1, 2), ...more });
    const tied = await propose({ votes: votes(1, 1) });
    expect(tied.ok ? "" : Object.keys(tied.error.fields ?? {})).toEqual(["votes"]);
    const odd = await propose({ votes: votes(2, 1) });
    expect(odd.ok ? "" : Object.keys(odd.error.fields ?? {})).toEqual(["reason"]);
    expect(unwrap(await propose({})).unit_id).toBe(at("b"));
  });

  it("sets pairs by hand only before anybody has cross-scored, never a unit with itself", async () => {
    const round_id = await open();
    const set = (scorer_unit_id: string, unit_id: string) => runCommand(test.engine, as(officer), module.setScorePairs, { round_id, pairs: [{ scorer_unit_id, unit_id }], reason: "Gần nhau" });
    expect((await set(at("a"), at("a"))).ok).toBe(false);
    unwrap(await set(at("a"), at("b")));
    expect((await board(round_id)).pairs.map((pair) => [pair.scorer, pair.unit])).toEqual([["Xã a", "Xã b"]]);
  });

  it("keeps evidence for many criteria, by scan or by number and day with a look on the spot", async () => {
    const round_id = await open();
    const add = (more: Record<string, unknown>) => runCommand(test.engine, as(clerk("a")), module.addScoreEvidence, { round_id, unit_id: at("a"), title: "Báo cáo năm", criteria: ["1.1", "2"], ...more });
    const bare = await add({});
    expect(bare.ok ? "" : Object.keys(bare.error.fields ?? {})).toEqual(["document_number"]);
    unwrap(await add({ document_number: "45/BC-UBND", document_on: "2021-11-01" }));
    unwrap(await self(round_id, "a"));
    const [unit] = unwrap(await runQuery(test.engine, as(PUBLIC), roundCompleteness, { round_id })).units;
    expect(unit?.cells.map((cell) => cell.state)).toEqual(["proven", "proven"]);
    const { evidence } = unwrap(await runQuery(test.engine, as(clerk("a")), scoreSheet, { round_id, unit_id: at("a"), stage: "self" }));
    expect(evidence.map((entry) => [entry.on_site, entry.criteria])).toEqual([[true, ["1.1", "2"]]]);
  });

  it("takes an outside member's sheet from the officer with its signed paper, and nobody else's", async () => {
    const outside = unwrap(await runCommand(test.engine, as(), organizations.foundUnit, { name: "Huyện Ngoài", kind: "outside", parent_id: root, from_on: "2000-01-01" })).id;
    const round_id = await open({ unit_ids: [at("a"), at("b"), outside] });
    const enter = (unit_id: string, more: Record<string, unknown> = {}) => runCommand(test.engine, as(officer, "2021-11-12"), module.stateSelfScore, { round_id, unit_id, facts: facts("90", "35"), submit: true, ...more });
    const without = await enter(outside);
    expect(without.ok ? "" : Object.keys(without.error.fields ?? {})).toEqual(["paper"]);
    const paper = { name: "phieu.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };
    expect(unwrap(await enter(outside, { paper })).submitted).toBe(true);
    const own = await enter(at("a"), { paper });
    expect(own.ok ? "" : own.error.code).toBe("forbidden");
  });
});
