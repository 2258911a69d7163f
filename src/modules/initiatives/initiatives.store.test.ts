import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { parseCheckInput } from "../../engines/rulebook/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { foundLocality, importPeople, importUnits } from "../organizations/index.ts";
import * as initiatives from "./index.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let school: string;
let commune: string;
let people: string[];
let clerk: Actor;
let officer: Actor;

const actor = (role: string, unit_id: string, person_id: string | null = null): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: role, person_id, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-11-20");
  root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const { ids } = unwrap(
    await runCommand(test.engine, as(), importUnits, {
      parent_id: root,
      units: [{ key: "s", name: "Trường Tiểu học Mẫu", kind: "school", from_on: "2000-01-01" }, { key: "c", name: "Xã Mẫu", kind: "commune", from_on: "2000-01-01" }],
    }),
  );
  school = ids["s"] ?? "";
  commune = ids["c"] ?? "";
  const named = ["Hà Thị Mẫu Một", "Nông Văn Mẫu Hai"].map((full_name) => ({ full_name, title: "Giáo viên", worker: "official" }));
  people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: school, from_on: "2015-01-01", people: named })).ids;
  people.push(...unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: commune, from_on: "2015-01-01", people: [{ full_name: "Lý A Mẫu", title: "Công chức", worker: "official" }] })).ids);
  clerk = actor("clerk", school);
  officer = actor("officer", root);
});
afterAll(() => test.drop());

const application = (more: Record<string, unknown> = {}) => ({
  unit_id: school, year: 2021, title: "Rèn đọc cho học sinh lớp 1", problem: "Đọc chậm", solution: "Đọc theo cặp", effect: "Tăng 20 %", authors: [{ person_id: people[0], share_percent: "66,67" }, { person_id: people[2], share_percent: "33,33" }], ...more,
});
const draft = (more: Record<string, unknown> = {}) => runCommand(test.engine, as(clerk), initiatives.draftInitiative, application(more));
const fieldsOf = (result: Awaited<ReturnType<typeof draft>>) => (result.ok ? null : result.error.fields);
const page = (initiative_id: string, who: Actor = officer) => runQuery(test.engine, as(who), initiatives.initiativePage, { initiative_id });
const run = (who: Actor, command: Parameters<typeof runCommand>[2], input: unknown) => runCommand(test.engine, as(who), command, input);
const MARKS = { novelty: "20,5", effect: "30", spread: "25" };
const review = (initiative_id: string, more: Record<string, unknown> = {}) => ({ initiative_id, minutes_number: "1/BB", held_on: "2021-11-19", threshold: "70", scores: [{ scorer: "Ủy viên 1", ...MARKS }, { scorer: "Ủy viên 2", novelty: "20", effect: "30", spread: "20" }], ...more });
const recognition = (initiative_id: string, more: Record<string, unknown> = {}) => ({ initiative_id, by_unit_id: root, scope: "district", decision_number: "12/QĐ", decided_on: "2021-11-20", ...more });

async function submitted(more: Record<string, unknown> = {}): Promise<string> {
  const { id } = unwrap(await draft(more));
  unwrap(await run(clerk, initiatives.submitInitiative, { initiative_id: id }));
  return id;
}

describe("an application", () => {
  it("has shares of exactly 100, each author once, one of them in the unit", async () => {
    expect(fieldsOf(await draft({ authors: [{ person_id: people[0], share_percent: "99,99" }] }))?.["authors"]?.vi).toBe("Tỷ lệ đóng góp cộng lại là 99,99 %, phải đúng 100 %.");
    expect(fieldsOf(await draft({ authors: [{ person_id: people[0], share_percent: "50" }, { person_id: people[0], share_percent: "50" }] }))?.["authors.1.person_id"]?.vi).toBe("Hà Thị Mẫu Một đã có ở dòng trên.");
    expect(fieldsOf(await draft({ authors: [{ person_id: people[2], share_percent: "100" }] }))?.["authors"]?.en).toBe("At least one author must belong to the proposing unit.");
    expect(Object.keys(fieldsOf(await draft({ authors: [{ person_id: people[0], share_percent: "một nửa" }] })) ?? {})).toEqual(["authors.0.share_percent"]);
  });

  it("is revised as a draft or when given back, by one person at a time, and hidden from the public", async () => {
    const { id } = unwrap(await draft());
    const { unit_id: _unit, ...contents } = application({ title: "Rèn đọc theo cặp", authors: [{ person_id: people[1], share_percent: 100 }] });
    const revise = (revision: number) => run(clerk, initiatives.reviseInitiative, { ...contents, initiative_id: id, revision });
    unwrap(await revise(1));
    const stale = await revise(1);
    expect(stale.ok ? "" : stale.error.code).toBe("conflict");
    expect(unwrap(await page(id)).authors.map((author) => [author.full_name, author.share_percent])).toEqual([["Nông Văn Mẫu Hai", "100"]]);
    unwrap(await run(clerk, initiatives.submitInitiative, { initiative_id: id }));
    const late = await revise(2);
    expect(late.ok ? "" : late.error.code).toBe("conflict");
    unwrap(await run(officer, initiatives.returnInitiative, { initiative_id: id, reason: "Thiếu số liệu" }));
    unwrap(await revise(2));
    const hidden = await page(id, PUBLIC);
    expect(hidden.ok ? "" : hidden.error.code).toBe("not_found");
    unwrap(await run(clerk, initiatives.withdrawInitiative, { initiative_id: id, reason: "Nhầm" }));
  });
});

describe("before the initiative council", () => {
  it("takes every member's marks or the mean alone, within the card, and keeps the newest review", async () => {
    const id = await submitted({ title: "Thư viện xanh" });
    const score = (more: Record<string, unknown> = {}) => run(officer, initiatives.scoreInitiative, review(id, more));
    const fault = async (more: Record<string, unknown>) => {
      const result = await score(more);
      return result.ok ? [] : Object.keys(result.error.fields ?? {});
    };
    expect(await fault({ scores: [{ scorer: "A", ...MARKS, novelty: "30,01" }] })).toEqual(["scores.0.novelty"]);
    expect([await fault({ scores: [] }), await fault({ mean: "80" }), await fault({ scores: [], mean: "80" }), await fault({ held_on: "2021-11-21" })]).toEqual([["mean"], ["mean"], ["scorers"], ["held_on"]]);
    expect(unwrap(await score())).toEqual({ id, mean: "72.75", reached: true });
    expect(unwrap(await score({ scores: [], mean: "69,99", scorers: 7 }))).toEqual({ id, mean: "69.99", reached: false });
    expect(unwrap(await page(id)).reviews.map((entry) => [entry.mean, entry.scorers, entry.scores.length])).toEqual([["69.99", 7, 0], ["72.75", 2, 2]]);
    const low = await run(officer, initiatives.recogniseInitiative, recognition(id));
    expect(low.ok ? "" : low.error.message.vi).toBe("Điểm trung bình của Hội đồng là 69,99, chưa đạt mức tối thiểu 70.");
    expect(unwrap(await page(id)).initiative.status).toBe("before_council");
    unwrap(await run(officer, initiatives.refuseInitiative, { initiative_id: id, reason: "Chưa đạt" }));
    expect(unwrap(await page(id)).moves).toEqual([]);
  });

  it("keeps authors away from judging, and clerks from the council's part", async () => {
    const id = await submitted({ title: "Vườn rau trường em" });
    const author = actor("head", root, people[0] ?? "");
    const own = await run(author, initiatives.scoreInitiative, review(id));
    expect(own.ok ? "" : [own.error.code, own.error.message.en]).toEqual(["refused", "Authors may not score, return or decide on their own initiative."]);
    const byClerk = await run(clerk, initiatives.scoreInitiative, review(id));
    expect(byClerk.ok ? "" : byClerk.error.code).toBe("forbidden");
    const early = await run(officer, initiatives.recogniseInitiative, recognition(id));
    expect(early.ok ? "" : early.error.code).toBe("conflict");
  });

  it("shows the nearest titles in percent and refuses nothing", async () => {
    await submitted({ title: "Ủ phân từ bã dong riềng", year: 2020 });
    const id = await submitted({ title: "Biện pháp ủ phân từ bã dong riềng" });
    expect(unwrap(await page(id)).similar.map((other) => [other.title, other.year, other.percent])).toEqual([["Ủ phân từ bã dong riềng", 2020, 100]]);
  });
});

describe("recognition", () => {
  it("stands separately for each scope, each once, and becomes a fact of every author in its widest scope", async () => {
    const id = await submitted({ title: "Sổ tay số" });
    unwrap(await run(officer, initiatives.scoreInitiative, review(id)));
    const head = actor("head", school);
    const recognise = (who: Actor, more: Record<string, unknown>) => run(who, initiatives.recogniseInitiative, recognition(id, more));
    const early = await recognise(officer, { decided_on: "2021-11-18" });
    expect(early.ok ? "" : early.error.fields?.["decided_on"]?.vi).toBe("Ngày quyết định không thể trước ngày Hội đồng họp (19/11/2021).");
    const fault = async (more: Record<string, unknown>, who: Actor = officer) => {
      const result = await recognise(who, more);
      return result.ok ? [] : [result.error.code, ...Object.keys(result.error.fields ?? {})];
    };
    expect(await fault({ by_unit_id: school, scope: "district" }, head)).toEqual(["invalid", "scope"]);
    expect(await fault({ by_unit_id: commune, scope: "unit" }, actor("head", commune))).toEqual(["not_found"]);
    expect([await fault({ decided_on: "2021-11-21" }), await fault({ valid_until: "2021-11-20" }), await fault({ scope: "province" })]).toEqual([["invalid", "decided_on"], ["invalid", "valid_until"], ["invalid", "recognised_by"]]);
    unwrap(await recognise(head, { by_unit_id: school, scope: "unit" }));
    expect(await fault({ scope: "unit" })).toEqual(["invalid", "scope"]);
    const facts = async (year: number) => {
      const found = await test.database.inLocality("CD", (tx) => initiatives.recognisedInitiatives(tx, people, year));
      return people.map((person) => (found.get(person) ?? []).map((line) => ({ ...line.fact, on: line.recognised_on })));
    };
    const unit = { year: 2021, scope: "unit", kind: "initiative", on: "2021-11-20" };
    expect([await facts(2020), await facts(2021)]).toEqual([[[], [], []], [[unit], [], [unit]]]);
    unwrap(await recognise(officer, { scope: "province", recognised_by: "Hội đồng sáng kiến tỉnh", decision_number: "99/QĐ", valid_until: "2023-12-31" }));
    expect((await facts(2021))[0]).toEqual([{ ...unit, scope: "province" }]);
    // Where a local rule ended the wider recognition, the one without an end still counts.
    expect((await facts(2024))[0]).toEqual([unit]);
    const found = await test.database.inLocality("CD", (tx) => initiatives.recognisedInitiatives(tx, people, 2021));
    const parsed = parseCheckInput({ honour: "grassroots_emulation_fighter", received_on: "2021-12-20", candidate: { kind: "individual", initiatives: (found.get(people[0] ?? "") ?? []).map((line) => line.fact) } });
    expect(parsed.ok).toBe(true);
    const open = unwrap(await page(id, PUBLIC));
    expect([open.authors.map((author) => author.full_name), open.recognitions.map((row) => row.scope), open.reviews, open.similar, open.actions, open.moves]).toEqual([["Hà Thị Mẫu Một", "Lý A Mẫu"], ["unit", "province"], [], [], [], []]);
  });

  it("is what the public list shows; search needs no diacritics", async () => {
    const seen = async (who: Actor, asked: Record<string, unknown> = {}) => unwrap(await runQuery(test.engine, as(who), initiatives.browseInitiatives, asked));
    const open = await seen(PUBLIC);
    expect([open.rows.map((row) => [row.title, row.status, row.authors]), open.sees_all]).toEqual([[["Sổ tay số", "recognised", ["Hà Thị Mẫu Một", "Lý A Mẫu"]]], false]);
    expect((await seen(officer)).count).toBe(6);
    expect((await seen(actor("clerk", commune))).count).toBe(1);
    expect((await seen(officer, { search: "u phan tu ba DONG", year: 2020 })).rows.map((row) => row.title)).toEqual(["Ủ phân từ bã dong riềng"]);
  });
});
