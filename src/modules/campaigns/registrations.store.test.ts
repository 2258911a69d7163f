import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import type { Actor } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import * as organizations from "../organizations/index.ts";
import * as campaigns from "./index.ts";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let commune: string;
let school: string;
let people: string[];

const user = (role: string, unit_id: string): Actor => ({ kind: "user", id: "01900000-0000-7000-8000-00000000000a", name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-01-20");
  root = unwrap(await runCommand(test.engine, as(), organizations.foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })).id;
  const { ids } = unwrap(
    await runCommand(test.engine, as(), organizations.importUnits, {
      parent_id: root,
      units: [
        { key: "a", name: "Xã Bằng Lãng", kind: "commune", from_on: "2000-01-01" },
        { key: "s", name: "Trường Tiểu học Mẫu", kind: "school", by_school_year: true, from_on: "2000-01-01" },
      ],
    }),
  );
  commune = ids["a"] ?? "";
  school = ids["s"] ?? "";
  const staff = ["Lường Thị Mẫu Một", "Nông Văn Mẫu Hai"].map((full_name) => ({ full_name, title: "Công chức", worker: "official" }));
  people = unwrap(await runCommand(test.engine, as(), organizations.importPeople, { unit_id: commune, from_on: "2015-01-01", people: staff })).ids;
  const officer = as(user("officer", root));
  const programme = unwrap(
    await runCommand(test.engine, officer, campaigns.draftProgramme, {
      unit_id: root, year: 2021, theme: "Đoàn kết, sáng tạo", aims: [], occasions: [], registration_due_on: "2021-03-31", school_registration_due_on: "2021-10-15",
      contents: [{ title: "Một" }, { title: "Hai" }], launchers: [{ name: "Chủ tịch UBND huyện", lawful: true }, { name: "Huyện ủy" }],
    }),
  );
  unwrap(await runCommand(test.engine, officer, campaigns.launchProgramme, { programme_id: programme.id }));
});
afterAll(() => test.drop());

const register = (unit_id: string, on: string, more: Record<string, unknown>) =>
  runCommand(test.engine, as(user("clerk", unit_id), on), campaigns.registerTitles, { unit_id, year: 2021, honour: "advanced_labourer", ...more });
const fieldsOf = (result: Awaited<ReturnType<typeof register>>) => (result.ok ? null : result.error.fields);

describe("registering titles", () => {
  it("goes without a reason on the last day and asks for one on the next; schools have their own day", async () => {
    const late = await register(commune, "2021-04-01", { person_ids: [people[0]] });
    expect(fieldsOf(late)?.["late_reason"]?.vi).toBe("Đã quá hạn đăng ký (31/03/2021): hãy ghi lý do đăng ký muộn.");
    expect(unwrap(await register(commune, "2021-03-31", { person_ids: [people[0]] })).late).toBe(false);
    expect(unwrap(await register(school, "2021-10-15", { honour: "advanced_labour_collective", subject_unit_ids: [school] })).late).toBe(false);
  });

  it("refuses a double by name, and takes the subject again once it was withdrawn", async () => {
    const double = await register(commune, "2021-03-01", { person_ids: people });
    expect(fieldsOf(double)?.["person_ids"]?.vi).toBe("Đã đăng ký “Lao động tiên tiến” năm 2021 rồi: Lường Thị Mẫu Một.");
    const { rows } = unwrap(await runQuery(test.engine, as(user("clerk", commune)), campaigns.browseRegistrations, { year: 2021 }));
    expect(rows.map((row) => [row.subject_name, row.honour])).toEqual([["Lường Thị Mẫu Một", "advanced_labourer"]]);
    unwrap(await runCommand(test.engine, as(user("clerk", commune)), campaigns.withdrawRegistration, { registration_id: rows[0]?.id }));
    expect(unwrap(await register(commune, "2021-03-01", { person_ids: people })).ids).toHaveLength(2);
  });

  it("takes only people of the unit, titles, and subjects that may hold them", async () => {
    expect(fieldsOf(await register(school, "2021-03-01", { person_ids: [people[0]] }))?.["person_ids.0"]?.vi).toBe("Lường Thị Mẫu Một không thuộc đơn vị vào hôm nay.");
    expect(Object.keys(fieldsOf(await register(commune, "2021-03-01", { honour: "district_certificate_of_merit", person_ids: [people[1]] })) ?? {})).toEqual(["honour"]);
    expect(fieldsOf(await register(commune, "2021-03-01", { subject_unit_ids: [commune] }))?.["honour"]?.vi).toBe("“Lao động tiên tiến” không dành cho Xã Bằng Lãng.");
  });

  it("shows to each what their units registered, with the counts", async () => {
    const seen = async (actor: Actor) => unwrap(await runQuery(test.engine, as(actor), campaigns.browseRegistrations, { year: 2021 }));
    expect((await seen(user("clerk", school))).counts).toEqual([{ honour: "advanced_labour_collective", count: 1, late: 0 }]);
    expect((await seen(user("officer", root))).count).toBe(3);
    const none = await runQuery(test.engine, as(user("administrator", root)), campaigns.browseRegistrations, {});
    expect(none.ok ? null : none.error.code).toBe("forbidden");
  });
});

describe("the programme", () => {
  it("has exactly one lawful launcher, one per year, and stands once launched", async () => {
    const officer = as(user("officer", root));
    const draft = (year: number, launchers: unknown[]) =>
      runCommand(test.engine, officer, campaigns.draftProgramme, { unit_id: root, year, theme: "x", registration_due_on: "2022-03-31", contents: [{ title: "Một" }], launchers });
    const two = await draft(2022, [{ name: "A", lawful: "on" }, { name: "B", lawful: "on" }]);
    expect(two.ok ? null : Object.keys(two.error.fields ?? {})).toEqual(["launchers.0.name"]);
    const again = await draft(2021, [{ name: "A", lawful: "on" }]);
    expect(again.ok ? null : Object.keys(again.error.fields ?? {})).toEqual(["year"]);
    const page = unwrap(await runQuery(test.engine, as(), campaigns.programmePage, {}));
    expect([page.programme.year, page.contents.map((content) => content.no), page.launchers.filter((launcher) => launcher.lawful).map((launcher) => launcher.name)]).toEqual([
      2021, [1, 2], ["Chủ tịch UBND huyện"],
    ]);
  });
});
