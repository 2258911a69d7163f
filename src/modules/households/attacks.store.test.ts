import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundCommune, MEETING, rowsOf, TERMS } from "../../../tests/support/commune.ts";
import { unwrap } from "../../kernel/result.ts";
import { runQuery } from "../../platform/command/execute.ts";
import * as close from "./commands-close.ts";
import * as single from "./commands-households.ts";
import { importHouseholds } from "./commands-import.ts";
import * as reviews from "./commands-reviews.ts";
import * as villages from "./commands-villages.ts";
import { householdImportPreview } from "./queries-checks.ts";
import { householdReviews, households } from "./tables.ts";

let place: Awaited<ReturnType<typeof foundCommune>>;
let review_id: string;
beforeAll(async () => {
  place = await foundCommune();
  review_id = await place.open(2021);
});
afterAll(() => place.test.drop());

type Answer = { ok: true } | { ok: false; error: { code: string; fields?: Readonly<Record<string, { en: string }>> } };
const told = (answer: Answer): string => (answer.ok ? "done" : (Object.keys(answer.error.fields ?? {})[0] ?? answer.error.code));

describe("days of another year", () => {
  it("are refused at their field, in forms and in the sheet", async () => {
    const meeting = { review_id, village_id: place.village[0], called: 20, present: 12, chair_name: "Nông Mẫu Trưởng", secretary_name: "Hà Mẫu Thư" };
    expect(told(await place.run("clerk", villages.recordVillageMeeting, { ...meeting, met_on: "2012-11-15" }))).toBe("met_on");
    const rows = [{ village: "Thôn Mẫu 1", head: "Ly Mẫu Một", registered_on: "20/02/2012" }, { village: "Thôn Mẫu 2", head: "Ly Mẫu Hai", registered_on: "20/02/2021", ...MEETING, met_on: "15/11/2012" }];
    const sheet = await place.run("clerk", importHouseholds, { review_id, rows });
    expect(sheet.ok ? {} : Object.fromEntries(Object.entries(sheet.error.fields ?? {}).map(([name, text]) => [name, text.en]))).toEqual({
      "rows.0.registered_on": "A registration on 20/02/2012 is not of the review of 2021.", "rows.1.met_on": "A meeting on 15/11/2012 is not of the review of 2021.",
    });
    const post = async (from_on: string, to_on: string) => told(await place.run("clerk", reviews.postHouseholdResult, { review_id, from_on, to_on, place: "Nhà văn hóa" }));
    expect([await post("2012-11-20", "2021-11-27"), await post("2021-11-20", "2021-11-19"), await post("2021-11-20", "2201-11-27"), await post("2021-11-20", "2021-11-27")]).toEqual(["from_on", "to_on", "to_on", "done"]);
  });

  it("open no review of a far year, and none whose registration ends in another one", async () => {
    const open = async (year: number, registration_due_on: string) => told(await place.run("clerk", reviews.openHouseholdReview, { commune_id: place.commune, year, registration_due_on, ...TERMS }));
    expect([await open(2099, "2099-03-31"), await open(2022, "2012-03-31"), await open(2021, "2021-03-31")]).toEqual(["year", "registration_due_on", "year"]);
    expect(told(await place.run("clerk", reviews.reviseHouseholdReview, { review_id, registration_due_on: "2012-03-31", ...TERMS }))).toBe("registration_due_on");
  });
});

describe("what is sent twice or at once", () => {
  it("opens one review, closes it once, gives a number to one household", async () => {
    const open = () => place.run("officer", reviews.openHouseholdReview, { commune_id: place.other, year: 2021, registration_due_on: "2021-03-31", ...TERMS });
    expect((await Promise.all([open(), open()])).map(told).sort()).toEqual(["done", "year"]);
    expect((await place.read<unknown[]>((tx) => tx.select().from(householdReviews).where(eq(householdReviews.commune_id, place.other)))).length).toBe(1);
    const add = (head_name: string) => place.run("clerk", single.addHousehold, { commune_id: place.commune, village_id: place.village[0], head_name, code: "X1", from_on: "2021-01-01" });
    expect((await Promise.all([add("Một"), add("Hai")])).map(told).sort()).toEqual(["code", "done"]);
    unwrap(await place.run("clerk", importHouseholds, { review_id, rows: rowsOf(1, 1, { registered_on: "20/02/2021", ...MEETING, agree: "12" }) }));
    const [row] = await place.read<{ id: string }[]>((tx) => tx.select({ id: households.id }).from(households).where(eq(households.head_name, "Hoàng Mẫu Hộ 1.0")));
    const twice = [1, 2].map((agree) => ({ household_id: row?.id, agree }));
    expect(told(await place.run("clerk", villages.enterVillageVotes, { review_id, village_id: place.village[0], rows: twice }))).toBe("rows.1.agree");
    const shut = () => place.run("clerk", close.closeHouseholdReview, { review_id });
    expect((await Promise.all([shut(), shut()])).map(told).sort()).toEqual(["conflict", "done"]);
    unwrap(await place.run("head", close.reopenHouseholdReview, { review_id, reason: "Sửa số liệu" }));
  });

  it("takes a household off the list once, and onto it not from tomorrow", async () => {
    const { id } = unwrap(await place.run("clerk", single.addHousehold, { commune_id: place.commune, village_id: place.village[0], head_name: "Ba", from_on: "2021-01-01" })) as { id: string };
    const end = async () => told(await place.run("clerk", single.endHousehold, { household_id: id, to_on: "2021-12-01", reason: "Chuyển đi" }));
    expect([await end(), await end()]).toEqual(["done", "conflict"]);
    expect(told(await place.run("clerk", single.addHousehold, { commune_id: place.commune, village_id: place.village[0], head_name: "Bốn", from_on: "2021-12-21" }))).toBe("from_on");
  });
});

describe("a sheet that would do harm", () => {
  it("is refused row by row where a cell is too long or a number too large", async () => {
    const rows = [{ village: "Thôn Mẫu 1", head: "A".repeat(121) }, { village: "Thôn Mẫu 1", head: "Ly Mẫu Ba", registered_on: "20/02/2021", agree: "1000000" }, { village: "Thôn Mẫu 1", head: "Ly Mẫu Bốn", registered_on: "20/02/2021", agree: "-1" }];
    const refused = await place.run("clerk", importHouseholds, { review_id, rows });
    expect(refused.ok ? [] : Object.keys(refused.error.fields ?? {})).toEqual(["rows.0.head", "rows.1.agree", "rows.2.agree"]);
  });

  it("shows whose name a number would change before anything is written", async () => {
    const preview = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), householdImportPreview, { review_id, rows: [{ village: "Thôn Mẫu 2", code: "X1", head: "Người Khác" }, { village: "Thôn Mẫu 1", head: "Hoàng Mẫu Hộ 1.0", note: "x" }] }));
    expect(preview.rows.map((row) => [row.outcome, row.was === null ? null : row.was.replace(/^(Một|Hai), /, "")])).toEqual([["change", "Thôn Mẫu 1"], ["change", null]]);
  });
});
