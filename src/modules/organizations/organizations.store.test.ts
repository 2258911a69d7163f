import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import * as organizations from "./index.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let units: Record<string, string>;

const user = (role: string, unit_id: string): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });
const idOf = (key: string): string => units[key] ?? "";

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-01-20");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const commune = (key: string, name: string) => ({ key, name, kind: "commune", from_on: "2000-01-01" });
  units = unwrap(
    await runCommand(test.engine, as(), organizations.importUnits, {
      parent_id: root,
      units: [commune("old", "Xã Đồng Viên"), commune("new", "Xã Phương Viên"), { ...commune("home", "Hộ ông Mẫu"), kind: "household", parent_key: "new" }],
    }),
  ).ids;
  unwrap(await runCommand(test.engine, as(), organizations.formCluster, { kind: "cum", name: "Cụm 1", rank: 1, from_on: "2000-01-01", unit_ids: [idOf("old"), idOf("new")] }));
  unwrap(
    await runCommand(test.engine, as(), organizations.endUnits, {
      unit_ids: [idOf("old")], successor_id: idOf("new"), successor_name: "Xã Phương Viên", on: "2020-03-01", kind: "merged", basis: "Nghị quyết 855/NQ-UBTVQH14",
    }),
  );
});
afterAll(() => test.drop());

const page = async (key: string, on: string, actor: Actor = PUBLIC) => unwrap(await runQuery(test.engine, as(actor), organizations.unitPage, { unit_id: idOf(key), on }));

describe("a unit as of a day", () => {
  it("stands the day before it merged and not on the day itself; its successor keeps the memory", async () => {
    const before = await page("old", "29/02/2020");
    expect([before.unit?.name, before.path.map((above) => above.name), before.cluster?.name]).toEqual(["Xã Đồng Viên", ["Huyện Thử"], "Cụm 1"]);
    const after = await page("old", "01/03/2020");
    expect([after.unit, after.newest.name, after.went_to]).toEqual([
      null, "Xã Đồng Viên", [{ successor_id: idOf("new"), name: "Xã Phương Viên", on: "2020-03-01", kind: "merged", basis: "Nghị quyết 855/NQ-UBTVQH14" }],
    ]);
    expect((await page("new", "01/03/2020")).came_in.map((row) => [row.name, row.on])).toEqual([["Xã Đồng Viên", "2020-03-01"]]);
  });

  it("is listed on the days it existed, found without diacritics, and households are not listed", async () => {
    const found = async (on: string, search?: string) => unwrap(await runQuery(test.engine, as(PUBLIC), organizations.browseUnits, { on, search })).rows.map((row) => row.name);
    expect(await found("2020-02-29", "dong vien")).toEqual(["Xã Đồng Viên"]);
    expect(await found("2020-03-01", "dong vien")).toEqual([]);
    expect(await found("2020-03-01")).toEqual(["Huyện Thử", "Xã Phương Viên"]);
    const { households, beneath } = await page("new", "2021-01-20");
    expect([households, beneath]).toEqual([1, []]);
  });

  it("changes from a day on and stays in the past as it was", async () => {
    const officer = user("officer", root);
    unwrap(await runCommand(test.engine, as(officer), organizations.changeUnit, { unit_id: idOf("new"), parent_id: root, name: "Thị trấn Phương Viên", kind: "commune", on: "2021-01-10" }));
    expect([(await page("new", "2021-01-09")).unit?.name, (await page("new", "2021-01-10")).unit?.name]).toEqual(["Xã Phương Viên", "Thị trấn Phương Viên"]);
  });
});

describe("the people of a unit", () => {
  it("stand in list order, are found without diacritics, and are for those with a role there", async () => {
    const clerk = user("clerk", idOf("new"));
    const add = (full_name: string, position_rank: number) =>
      runCommand(test.engine, as(clerk), organizations.addPerson, { full_name, title: "Công chức", worker: "official", position_rank, unit_id: idOf("new"), from_on: "2021-01-15", direct_labourer: "on" });
    for (const [name, rank] of [["Đặng Thị Mẫu Yên", 5], ["Nông Văn Mẫu Ánh", 5], ["Triệu Mẫu Đạt", 1]] as const) unwrap(await add(name, rank));
    const people = async (actor: Actor, search?: string) => runQuery(test.engine, as(actor), organizations.unitPeople, { unit_id: idOf("new"), search });
    expect(unwrap(await people(clerk)).people.map((person) => person.full_name)).toEqual(["Triệu Mẫu Đạt", "Nông Văn Mẫu Ánh", "Đặng Thị Mẫu Yên"]);
    expect(unwrap(await people(clerk, "dang thi")).people.map((person) => [person.full_name, person.direct_labourer])).toEqual([["Đặng Thị Mẫu Yên", true]]);
    const elsewhere = await people(user("clerk", idOf("old")));
    const anybody = await people(PUBLIC);
    expect([elsewhere.ok ? null : elsewhere.error.code, anybody.ok ? null : anybody.error.code]).toEqual(["forbidden", "forbidden"]);
  });
});

describe("units outside the locality", () => {
  it("stand beneath the root only, and are listed and counted only where their kind is asked for", async () => {
    const officer = user("officer", root);
    const outside = (parent_id: string) => runCommand(test.engine, as(officer), organizations.foundUnit, { parent_id, name: "Huyện Ngoài", kind: "outside", from_on: "2000-01-01" });
    const beneath = await outside(idOf("new"));
    expect(beneath.ok ? [] : Object.keys(beneath.error.fields ?? {})).toEqual(["kind"]);
    unwrap(await outside(root));
    const listed = async (kind?: string) => unwrap(await runQuery(test.engine, as(PUBLIC), organizations.browseUnits, { kind }));
    const names = (list: readonly { name: string }[]) => list.map((entry) => entry.name);
    expect([names((await listed()).rows), (await listed()).count]).toEqual([["Huyện Thử", "Thị trấn Phương Viên"], 2]);
    expect(names((await listed("outside")).rows)).toEqual(["Huyện Ngoài"]);
    expect(names(unwrap(await runQuery(test.engine, as(PUBLIC), organizations.unitPage, { unit_id: root })).beneath)).toEqual(["Thị trấn Phương Viên"]);
  });
});
