import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { parseCheckInput } from "../../engines/rulebook/index.ts";
import { unwrap } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { foundLocality, importPeople, importUnits } from "../organizations/index.ts";
import { browseRatings, importRatings, ratingsOf, ratingsPreview } from "./index.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let commune: string;
let team: string;
let people: string[];
let clerk: Actor;

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-12-20");
  const root = unwrap(await runCommand(test.engine, as(), foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const { ids } = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: root, units: [{ key: "c", name: "Xã Mẫu", kind: "commune", from_on: "2000-01-01" }] }));
  commune = ids["c"] ?? "";
  team = unwrap(await runCommand(test.engine, as(), importUnits, { parent_id: commune, units: [{ key: "t", name: "Thôn Nà Mẫu", kind: "village", from_on: "2000-01-01" }] })).ids["t"] ?? "";
  const entry = (full_name: string, born_on?: string) => ({ full_name, title: "Công chức", worker: "official", ...(born_on ? { born_on } : {}) });
  const list = [entry("Đồng Thị Đào", "1980-01-01"), entry("Lý A Páo", "1990-01-01"), entry("Lý A Páo", "1992-02-02"), entry("Hà Văn Mẫu")];
  people = unwrap(await runCommand(test.engine, as(), importPeople, { unit_id: commune, from_on: "2015-01-01", people: list })).ids;
  clerk = { kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: "xa", person_id: null, grants: [{ role: "clerk", unit_id: commune, acting_for: null }] };
});
afterAll(() => test.drop());

const list = (rows: unknown[], more: Record<string, unknown> = {}) => ({ unit_id: commune, year: 2021, decision_number: "45/QĐ-UBND", decided_on: "2021-12-15", rows, ...more });
const send = (rows: unknown[], more: Record<string, unknown> = {}) => runCommand(test.engine, as(clerk), importRatings, list(rows, more));
const preview = async (rows: unknown[]) => unwrap(await runQuery(test.engine, as(clerk), ratingsPreview, list(rows)));
const faults = (result: Awaited<ReturnType<typeof send>>) => (result.ok ? null : Object.keys(result.error.fields ?? {}));
const written = async () => unwrap(await runQuery(test.engine, as(clerk), browseRatings, { year: 2021 })).rows;

describe("importing yearly ratings", () => {
  const good = [{ full_name: "DONG THI DAO", rating: "HTXSNV" }, { full_name: "Lý A Páo", born_on: "02/02/1992", rating: "Hoàn thành tốt nhiệm vụ" }, { full_name: "thôn nà mẫu", rating: "HTTNV" }];

  it("shows every fault before anything is written, and one ambiguous row stops all", async () => {
    const rows = [...good, { full_name: "Lý A Páo", rating: "Tốt" }, { full_name: "Người Lạ", rating: "Tốt" }, { full_name: "Hà Văn Mẫu", rating: "Khá" }, { full_name: "Đồng Thị Đào", rating: "Tốt" }, { rating: "Tốt" }, { full_name: "Hà Văn Mẫu", born_on: "31/02/1980", rating: "Tốt" }];
    const shown = await preview(rows);
    expect(shown.rows.map((row) => [row.outcome, row.fault?.field ?? row.match?.kind])).toEqual([
      ["write", "person"], ["write", "person"], ["write", "unit"], ["wrong", "full_name"], ["unmatched", "full_name"], ["wrong", "rating"], ["wrong", "full_name"], ["wrong", "full_name"], ["wrong", "born_on"],
    ]);
    expect(shown.rows[3]?.fault?.text.vi).toBe("Có 2 người trùng tên “Lý A Páo”: hãy ghi thêm ngày sinh.");
    expect(faults(await send([...good, rows[3]], { skip_unmatched: true }))).toEqual(["rows.3.full_name"]);
    expect(faults(await send([...good, rows[4]]))).toEqual(["rows.3.full_name"]);
    expect(faults(await send(good, { decided_on: "2021-12-21" }))).toEqual(["decided_on"]);
    expect(await written()).toEqual([]);
  });

  it("writes all rows with their decision, lists those left out when asked to, and knows what it wrote", async () => {
    const done = unwrap(await send([...good, { full_name: "Người Lạ", rating: "Tốt" }], { skip_unmatched: "on" }));
    expect([done.written, done.same, done.skipped]).toEqual([3, 0, ["Người Lạ"]]);
    expect((await written()).map((row) => [row.subject_name, row.rating, row.decision_number]).sort()).toEqual([["Lý A Páo", "good", "45/QĐ-UBND"], ["Thôn Nà Mẫu", "good", "45/QĐ-UBND"], ["Đồng Thị Đào", "excellent", "45/QĐ-UBND"]]);
    expect((await preview(good)).counts).toEqual({ write: 0, same: 3, unmatched: 0, wrong: 0 });
    expect(faults(await send(good))).toEqual(["rows"]);
    expect(faults(await send([{ person_id: people[0], rating: "good" }]))).toEqual(["rows.0.rating"]);
  });

  it("lets the newest decision count, and gives the facts of the check", async () => {
    unwrap(await send([{ person_id: people[0], rating: "good" }], { year: 2020, decision_number: "9/QĐ-UBND", decided_on: "2020-12-15" }));
    unwrap(await send([{ person_id: people[0], rating: "satisfactory" }], { decision_number: "50/QĐ-UBND", decided_on: "2021-12-18" }));
    const facts = await test.database.inLocality("CD", (tx) => ratingsOf(tx, [...people, team], 2021));
    expect([facts.get(people[0] ?? ""), facts.get(people[2] ?? ""), facts.get(team), facts.has(people[3] ?? "")]).toEqual([{ rating: "satisfactory", ratings: { "2020": "good" } }, { rating: "good", ratings: {} }, { rating: "good", ratings: {} }, false]);
    expect(parseCheckInput({ honour: "advanced_labourer", received_on: "2021-12-20", candidate: { kind: "individual", ...facts.get(people[0] ?? "") } }).ok).toBe(true);
    const before = await test.database.inLocality("CD", (tx) => ratingsOf(tx, people, 2020));
    expect(before.get(people[0] ?? "")).toEqual({ rating: "good", ratings: {} });
  });

  it("is for one's own unit", async () => {
    const stranger: Actor = { ...clerk, grants: [{ role: "clerk", unit_id: team, acting_for: null }] } as Actor;
    const result = await runCommand(test.engine, as(stranger), importRatings, list(good));
    expect(result.ok ? "" : result.error.code).toBe("forbidden");
  });
});
