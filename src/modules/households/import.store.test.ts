import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundCommune, MEETING, rowsOf, TERMS, wired } from "../../../tests/support/commune.ts";
import { unwrap } from "../../kernel/result.ts";
import { PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { awards } from "../honours/tables.ts";
import { foundUnit } from "../organizations/index.ts";
import * as close from "./commands-close.ts";
import * as decide from "./commands-decide.ts";
import * as single from "./commands-households.ts";
import { importHouseholds } from "./commands-import.ts";
import * as reviews from "./commands-reviews.ts";
import { householdReviewPage } from "./queries.ts";
import { householdImportPreview } from "./queries-checks.ts";
import { browseHouseholds } from "./queries-households.ts";
import { householdRegistrations, households, villageMeetings } from "./tables.ts";

let place: Awaited<ReturnType<typeof foundCommune>>;
beforeAll(async () => {
  place = await foundCommune();
});
afterAll(() => place.test.drop());

describe("a commune's sheet", () => {
  let review_id: string;
  beforeAll(async () => {
    review_id = await place.open(2021, { criteria: [{ title: "Gương mẫu", max: "60" }, { title: "Đoàn kết", max: "40" }], pass_mark: "80" });
  });

  it("with one wrong row writes nothing, and says of each wrong row what is wrong", async () => {
    const rows = [
      { village: "Thôn Mẫu 1", code: "H1", head: "Lý Mẫu An", registered_on: "20/02/2021", points: "92,5", agree: "12", ...MEETING },
      { village: "Thôn Mẫu 9", head: "Lý Mẫu Bình" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Chi", registered_on: "20/04/2021" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Dung", registered_on: "20/02/2021", agree: "13" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Én", registered_on: "20/02/2021", points: "100,5" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Gấm", registered_on: "20/02/2021", violations: "đánh bạc" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Hoa", registered_on: "20/02/2021", violations: "Bạo lực gia đình" },
      { village: "Thôn Mẫu 1", code: "H1", head: "Lý Mẫu Khác" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Lan", points: "90" },
      { village: "Thôn Mẫu 1", head: "Lý Mẫu Mai", called: "21" },
      { village: "thon mau 1" , head: "Lý Mẫu Nga", registered_on: "31/02/2021" },
    ];
    const refused = await place.run("clerk", importHouseholds, { review_id, rows });
    const fields = refused.ok ? {} : (refused.error.fields ?? {});
    expect(Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.vi]))).toEqual({
      "rows.1.village": "Không có thôn, tổ dân phố tên “Thôn Mẫu 9” trong xã. Hãy ghi đúng tên như trên trang này.",
      "rows.2.late_reason": "Đăng ký sau hạn 31/03/2021: hãy ghi lý do.",
      "rows.3.agree": "Số đồng ý (13) nhiều hơn số hộ dự họp (12).",
      "rows.4.points": "100,5 điểm nhiều hơn tổng của thang điểm (100).",
      "rows.5.violations": "“đánh bạc” không có trong các trường hợp không xét của quy định.",
      "rows.6.evidence": "Hãy ghi bằng chứng của trường hợp không xét (văn bản, ngày).",
      "rows.7.code": "Hộ này đã có ở dòng 1.",
      "rows.8.registered_on": "Hộ chưa đăng ký: hãy ghi ngày đăng ký.",
      "rows.9.called": "“Số hộ được mời” của thôn này ở dòng trên ghi “20”, dòng này ghi “21”.",
      "rows.10.registered_on": "“31/02/2021” không phải ngày: hãy ghi như 20/02/2021.",
    });
    expect(await place.read((tx) => tx.select().from(households))).toEqual([]);
    expect(await place.read((tx) => tx.select().from(villageMeetings))).toEqual([]);
    const preview = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), householdImportPreview, { review_id, rows }));
    expect(preview.counts).toEqual({ new: 1, change: 0, same: 0, wrong: 10 });
  });

  it("updates what is known, by number or by head and village, and never doubles", async () => {
    const first = { village: "Thôn Mẫu 1", code: "H1", head: "Lý Mẫu An", registered_on: "20/02/2021" };
    const second = { village: "Thôn Mẫu 1", head: "Lý Mẫu Ân", registered_on: "20/02/2021" };
    expect(unwrap(await place.run("clerk", importHouseholds, { review_id, rows: [first, second] }))).toMatchObject({ households: 2, registrations: 2 });
    const again = await place.run("clerk", importHouseholds, { review_id, rows: [first, second] });
    expect(again.ok ? null : again.error.message.en).toBe("Nothing in the spreadsheet is new.");
    unwrap(await place.run("clerk", importHouseholds, { review_id, rows: [{ village: "Thôn Mẫu 2", code: "H1", head: "Lý Mẫu Con" }, { village: "Thôn Mẫu 1", code: "H2", head: "lý mẫu ân", points: "88" }] }));
    const kept = await place.read<{ code: string | null; head_name: string; unit_id: string }[]>((tx) => tx.select().from(households).orderBy(asc(households.code)));
    expect(kept.map(({ code, head_name, unit_id }) => [code, head_name, place.village.indexOf(unit_id) + 1])).toEqual([["H1", "Lý Mẫu Con", 2], ["H2", "lý mẫu ân", 1]]);
  });

  it("of two heads with one name asks for the number", async () => {
    unwrap(await place.run("clerk", single.addHousehold, { commune_id: place.commune, village_id: place.village[2], code: "T1", head_name: "Ma Mẫu Trùng", from_on: "2021-01-01" }));
    unwrap(await place.run("clerk", single.addHousehold, { commune_id: place.commune, village_id: place.village[2], code: "T2", head_name: "Ma Mẫu Trùng", from_on: "2021-01-01" }));
    const asked = await place.run("clerk", importHouseholds, { review_id, rows: [{ village: "Thôn Mẫu 3", head: "Ma Mẫu Trùng", registered_on: "20/02/2021" }] });
    expect(asked.ok ? [] : Object.keys(asked.error.fields ?? {})).toEqual(["rows.0.code"]);
  });

  it("finds households without regard to diacritics", async () => {
    const found = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), browseHouseholds, { review_id, search: "ma mau trung" }));
    expect(found.rows.map((row) => row.household.code)).toEqual(["T1", "T2"]);
    const none = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), browseHouseholds, { review_id, search: "100%" }));
    expect(none.count).toBe(0);
  });

  it("may not be imported by another commune's clerk, nor seen by the public", async () => {
    const stranger = await runCommand(place.test.engine, place.as(place.actor("clerk", place.other)), importHouseholds, { review_id, rows: rowsOf(1, 1) });
    expect(stranger.ok ? null : stranger.error.code).toBe("forbidden");
    const answers = [await runQuery(place.test.engine, place.as(PUBLIC), householdReviewPage, { review_id }), await runQuery(place.test.engine, place.as(PUBLIC), browseHouseholds, { review_id })];
    expect(answers.map((seen) => (seen.ok ? null : seen.error.code))).toEqual(["forbidden", "forbidden"]);
    const auditor = await place.run("auditor", importHouseholds, { review_id, rows: rowsOf(1, 1) });
    expect(auditor.ok ? null : auditor.error.code).toBe("forbidden");
    expect(unwrap(await runQuery(place.test.engine, place.as(place.actor("auditor")), householdReviewPage, { review_id })).may_write).toBe(false);
  });

  it("scores one household by criterion; a total that does not add up is refused at its field", async () => {
    const [row] = await place.read<{ id: string }[]>((tx) => tx.select({ id: households.id }).from(households).where(eq(households.code, "H2")));
    const input = { review_id, household_id: row?.id, scores: { c1: "55,5", c2: "30" }, violations: [] };
    const wrong = await place.run("clerk", single.assessHousehold, { ...input, points: "86" });
    expect(wrong.ok ? null : wrong.error.fields?.["points"]?.en).toBe("The total says 86, the criteria add up to 85.5. Mend one or leave the total empty.");
    const above = await place.run("clerk", single.assessHousehold, { ...input, scores: { c1: "60,5" } });
    expect(above.ok ? null : above.error.fields?.["scores.c1"]?.vi).toBe("Nhiều nhất 60 điểm.");
    unwrap(await place.run("clerk", single.assessHousehold, input));
    const [kept] = await place.read<{ points: string | null; scores: unknown }[]>((tx) => tx.select().from(householdRegistrations).where(eq(householdRegistrations.household_id, row?.id ?? "")));
    expect([kept?.points, kept?.scores]).toEqual(["85.5", { c1: "55.5", c2: "30" }]);
    const shrunk = await place.run("clerk", reviews.reviseHouseholdReview, { review_id, registration_due_on: "2021-03-31", ...TERMS, criteria: [{ id: "c1", title: "Gương mẫu", max: "50" }] });
    expect(shrunk.ok ? null : shrunk.error.code).toBe("conflict");
  });
});

describe("three thousand households", () => {
  it("are imported, checked, decided and registered within seconds", async () => {
    unwrap(await runCommand(place.test.engine, place.as(), foundUnit, { name: "Thôn Lớn", kind: "village", parent_id: place.other, from_on: "2000-01-01" }));
    const review_id = await place.open(2021, {}, place.other);
    const rows = Array.from({ length: 3000 }, (_row, index) => ({
      village: "Thôn Lớn", code: String(index), head: `Vi Mẫu Hộ ${index}`, registered_on: "20/02/2021", agree: index % 10 === 9 ? "50" : "90",
      ...(index === 0 ? { ...MEETING, called: "100", present: "100" } : {}),
    }));
    const began = performance.now();
    const clerk = place.actor("clerk", place.other);
    unwrap(await runCommand(place.test.engine, place.as(clerk), importHouseholds, { review_id, rows }));
    unwrap(await runCommand(place.test.engine, place.as(clerk), reviews.reviseHouseholdReview, { review_id, registration_due_on: "2021-03-31", ...TERMS, share_instrument: "Quy chế mẫu" }));
    expect(unwrap(await runCommand(place.test.engine, place.as(clerk), close.closeHouseholdReview, { review_id }))).toMatchObject({ proposed: 2700, refused: 300 });
    const { id } = unwrap(await runCommand(place.test.engine, place.as(clerk), decide.prepareHouseholdDecision, { review_id, title: "Công nhận" }));
    unwrap(await runCommand(place.test.engine, place.as(place.actor("head", place.other)), wired.signDecision, { decision_id: id, signer_title: "CHỦ TỊCH" }));
    unwrap(await runCommand(place.test.engine, place.as(place.actor("records_clerk", place.other)), wired.numberDecision, { decision_id: id, number: 1, symbol: "QĐ-UBND", decided_on: "2021-12-20" }));
    expect(performance.now() - began).toBeLessThan(20_000);
    const [register] = await place.read<{ n: number; first: number; last: number }[]>((tx) => tx.select({ n: sql<number>`count(*)::int`, first: sql<number>`min(register_number)`, last: sql<number>`max(register_number)` }).from(awards).where(and(eq(awards.register_year, 2021), isNull(awards.revoked_on))));
    expect(register).toEqual({ n: 2700, first: 1, last: 2700 });
    const page = unwrap(await runQuery(place.test.engine, place.as(clerk), wired.decisionPage, { decision_id: id, page: 27 }));
    expect([page.count, page.pages, page.awards.length, page.awards[99]?.register_number]).toEqual([2700, 27, 100, 2700]);
    const listed = unwrap(await runQuery(place.test.engine, place.as(clerk), wired.browseDecisions, {}));
    expect(listed.map((row) => row.count)).toEqual([2700]);
  });
});
