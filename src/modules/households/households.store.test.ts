import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foundCommune, MEETING, rowsOf, wired } from "../../../tests/support/commune.ts";
import { unwrap } from "../../kernel/result.ts";
import { PUBLIC } from "../../platform/command/actor.ts";
import { runQuery } from "../../platform/command/execute.ts";
import { logEntries } from "../../platform/log/tables.ts";
import { recordExternalAwards, verifyAward } from "../honours/index.ts";
import { awards } from "../honours/tables.ts";
import { signDecision } from "../nominations/index.ts";
import * as close from "./commands-close.ts";
import * as decide from "./commands-decide.ts";
import { importHouseholds } from "./commands-import.ts";
import * as reviews from "./commands-reviews.ts";
import * as villages from "./commands-villages.ts";
import { householdFigures, householdReviewPage } from "./queries.ts";
import { certificateCandidates, replayHouseholdChecks } from "./queries-checks.ts";
import { villagePage } from "./queries-households.ts";
import { householdRecipients, householdRegistrations, households } from "./tables.ts";

let place: Awaited<ReturnType<typeof foundCommune>>;
beforeAll(async () => {
  place = await foundCommune();
});
afterAll(() => place.test.drop());

const SCANNED = { name: "bien-ban.pdf", base64: Buffer.from("%PDF-1.7").toString("base64") };
const outcomes = async (review_id: string) => {
  const rows = await place.read<{ outcome: string | null; reasons: string[] | null; head: string }[]>((tx) =>
    tx.select({ outcome: householdRegistrations.outcome, reasons: householdRegistrations.reasons, head: households.head_name }).from(householdRegistrations)
      .innerJoin(households, and(eq(households.locality_id, householdRegistrations.locality_id), eq(households.id, householdRegistrations.household_id)))
      .where(eq(householdRegistrations.review_id, review_id)).orderBy(asc(households.head_name)));
  return rows.map((row) => [row.head, row.outcome, ...(row.reasons ?? [])]);
};

const byHead = (a: readonly (string | null)[], b: readonly (string | null)[]): number => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);

describe("a review from the meeting to the register", () => {
  let review_id: string;
  let decision_id: string;
  beforeAll(async () => {
    review_id = await place.open(2020, { share_instrument: "Quy chế mẫu của xã" });
    const voted = { registered_on: "20/02/2020", ...MEETING, met_on: "15/11/2020" };
    unwrap(await place.run("clerk", importHouseholds, {
      review_id,
      rows: [
        // 12 of 20 came: exactly 60 %. 8 of 12 agree is above, 7 of 12 below 60 %.
        ...rowsOf(1, 3, { ...voted, agree: "8" }), { village: "Thôn Mẫu 1", head: "Hứa Mẫu Ít", ...voted, agree: "7" },
        { village: "Thôn Mẫu 1", head: "Hứa Mẫu Phạm", ...voted, agree: "12", violations: "Bạo lực gia đình; tax", evidence: "Quyết định xử phạt mẫu" },
        { village: "Thôn Mẫu 1", head: "Hứa Mẫu Quên", ...voted },
        // 11 of 20 came to the second village.
        { village: "Thôn Mẫu 2", head: "Hứa Mẫu Vắng", ...voted, present: "11", agree: "11" },
        { village: "Thôn Mẫu 3", head: "Hứa Mẫu Chờ", registered_on: "20/02/2020" },
      ],
    }, "2020-11-20"));
  });

  it("refuses votes that do not add up, in the table and when the meeting is mended", async () => {
    const page = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk"), "2020-11-20"), villagePage, { review_id, village_id: place.village[0] }));
    expect([page.count, page.present_share, page.quorate, unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk"), "2020-11-20"), villagePage, { review_id, village_id: place.village[1] })).quorate]).toEqual([6, "60,0 %", true, false]);
    const rows = page.rows.map((row) => ({ household_id: row.household.id, agree: "8" }));
    const wrong = await place.run("clerk", villages.enterVillageVotes, { review_id, village_id: place.village[0], rows: [{ ...rows[0], agree: "13" }, ...rows.slice(1)] }, "2020-11-21");
    expect(wrong.ok ? [] : Object.keys(wrong.error.fields ?? {})).toEqual(["rows.0.agree"]);
    const meeting = { review_id, village_id: place.village[0], met_on: "2020-11-15", called: 20, chair_name: "Nông Mẫu Trưởng", secretary_name: "Hà Mẫu Thư", scan: SCANNED };
    const fewer = await place.run("clerk", villages.recordVillageMeeting, { ...meeting, present: 10 }, "2020-11-21");
    expect(fewer.ok ? null : fewer.error.message.en).toMatch(/^The household of “Hứa Mẫu Phạm” has 12 votes, more than the 10 who came/);
    const more = await place.run("clerk", villages.recordVillageMeeting, { ...meeting, present: 21 }, "2020-11-21");
    expect(more.ok ? [] : Object.keys(more.error.fields ?? {})).toEqual(["present"]);
    unwrap(await place.run("clerk", villages.recordVillageMeeting, { ...meeting, present: 12 }, "2020-11-21"));
  });

  it("is not closed while the result is posted; remarks are answered", async () => {
    const early = await place.run("clerk", reviews.notePostingRemark, { review_id, received_on: "2020-11-25", remark: "Đề nghị xem lại" }, "2020-11-25");
    expect(early.ok ? null : early.error.code).toBe("conflict");
    unwrap(await place.run("clerk", reviews.postHouseholdResult, { review_id, from_on: "2020-11-23", to_on: "2020-12-05", place: "Nhà văn hóa các thôn" }, "2020-11-23"));
    const { id } = unwrap(await place.run("clerk", reviews.notePostingRemark, { review_id, village_id: place.village[0], received_on: "2020-11-25", remark: "Đề nghị xem lại một hộ" }, "2020-11-25")) as { id: string };
    const running = await place.run("clerk", close.closeHouseholdReview, { review_id }, "2020-12-05");
    expect(running.ok ? null : running.error.message.en).toBe("The result is posted until 05/12/2020: close it from the day after.");
    unwrap(await place.run("clerk", reviews.answerPostingRemark, { review_id, remark_id: id, answer: "Đã xem lại, giữ nguyên" }, "2020-11-28"));
    const before = await place.run("clerk", decide.prepareHouseholdDecision, { review_id, title: "Quyết định" }, "2020-12-06");
    expect(before.ok ? null : before.error.message.en).toBe("The review is not closed yet.");
  });

  it("closed, says of each household what was found: by the rules, by its village's meeting", async () => {
    expect(unwrap(await place.run("clerk", close.closeHouseholdReview, { review_id }, "2020-12-06"))).toMatchObject({ registered: 8, proposed: 3, warned: 0, refused: 3, not_reviewed: 2 });
    expect((await outcomes(review_id)).sort(byHead)).toEqual([
      ["Hoàng Mẫu Hộ 1.0", "proposed"], ["Hoàng Mẫu Hộ 1.1", "proposed"], ["Hoàng Mẫu Hộ 1.2", "proposed"], ["Hứa Mẫu Chờ", "not_reviewed", "no_meeting"], ["Hứa Mẫu Phạm", "refused", "violation"],
      ["Hứa Mẫu Quên", "not_reviewed", "no_vote"], ["Hứa Mẫu Vắng", "refused", "quorum"], ["Hứa Mẫu Ít", "refused", "agreement"],
    ].sort(byHead));
    expect(unwrap(await runQuery(place.test.engine, place.as(place.actor("auditor")), replayHouseholdChecks, { review_id }))).toEqual({ same: 8, other_rulebook: 0, different: 0 });
    const shut = await place.run("clerk", importHouseholds, { review_id, rows: rowsOf(1, 1) }, "2020-12-07");
    expect(shut.ok ? null : shut.error.message.en).toBe("The review is closed. Reopen it to change something.");
  });

  it("gives everything back when the draft is cancelled, and can then be reopened and closed again", async () => {
    const draft = unwrap(await place.run("clerk", decide.prepareHouseholdDecision, { review_id, title: "Công nhận Gia đình văn hóa năm 2020" }, "2020-12-08")) as { id: string; households: number };
    expect(draft.households).toBe(3);
    const twice = await place.run("clerk", decide.prepareHouseholdDecision, { review_id, title: "Lần hai" }, "2020-12-08");
    expect(twice.ok ? null : twice.error.code).toBe("conflict");
    const reopened = await place.run("head", close.reopenHouseholdReview, { review_id, reason: "Sai số liệu" }, "2020-12-08");
    expect(reopened.ok ? null : reopened.error.code).toBe("conflict");
    unwrap(await place.run("head", wired.signDecision, { decision_id: draft.id, signer_title: "CHỦ TỊCH" }, "2020-12-08"));
    unwrap(await place.run("head", wired.cancelDecision, { decision_id: draft.id, reason: "Sai trích yếu" }, "2020-12-08"));
    unwrap(await place.run("head", close.reopenHouseholdReview, { review_id, reason: "Sai số liệu" }, "2020-12-08"));
    expect((await outcomes(review_id)).map((line) => line[1])).toEqual(Array.from({ length: 8 }, () => null));
    unwrap(await place.run("clerk", close.closeHouseholdReview, { review_id }, "2020-12-08"));
  });

  it("signed by the commune's head and numbered, gives awards in a gap-free register, names only as commitments", async () => {
    decision_id = (unwrap(await place.run("clerk", decide.prepareHouseholdDecision, { review_id, title: "Công nhận Gia đình văn hóa năm 2020" }, "2020-12-09")) as { id: string }).id;
    const unwired = await place.run("head", signDecision, { decision_id, signer_title: "CHỦ TỊCH" }, "2020-12-09");
    expect(unwired.ok ? null : unwired.error.message.en).toBe("Nobody stands on this decision.");
    const chair = await place.run("chair", wired.signDecision, { decision_id, signer_title: "CHỦ TỊCH" }, "2020-12-09");
    expect(chair.ok ? null : chair.error.message.en).toBe("The signer must head the deciding level.");
    unwrap(await place.run("head", wired.signDecision, { decision_id, signer_title: "CHỦ TỊCH" }, "2020-12-09"));
    const shown = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk"), "2020-12-09"), wired.decisionPage, { decision_id }));
    expect([shown.count, shown.recipients.map((row) => row.name), shown.awards]).toEqual([3, [0, 1, 2].map((n) => `Hộ gia đình Hoàng Mẫu Hộ 1.${n}`), []]);
    expect(unwrap(await place.run("records_clerk", wired.numberDecision, { decision_id, number: 7, symbol: "QĐ-UBND", decided_on: "2020-12-09" }, "2020-12-09"))).toEqual({ id: decision_id, awards: 3 });
    const given = await place.read<(typeof awards.$inferSelect)[]>((tx) => tx.select().from(awards).where(eq(awards.decision_id, decision_id)).orderBy(asc(awards.register_number)));
    expect(given.map(({ register_number, honour, subject_kind, unit_id, amount_dong, achievement }) => [register_number, honour, subject_kind, unit_id === place.commune, amount_dong, achievement])).toEqual(
      [1, 2, 3].map((n) => [n, "cultured_family", "household", true, 150_000, "Đạt danh hiệu Gia đình văn hóa năm 2020."]));
    expect(unwrap(await runQuery(place.test.engine, place.as(PUBLIC), verifyAward, { code: given[0]?.code })).subject_note).toBe("Thôn Mẫu 1, Xã Mẫu");
    const texts = (await place.test.database.inInstallation((tx) => tx.select().from(logEntries))).map((entry) => new TextDecoder().decode(entry.leaf)).join("");
    expect(texts.includes('"kind":"household_review_closed"')).toBe(true);
    expect(texts.includes("Hoàng Mẫu Hộ")).toBe(false);
    const figures = unwrap(await runQuery(place.test.engine, place.as(PUBLIC), householdFigures, { year: 2020 }));
    expect(figures.communes.map(({ name, registered, recognised, share }) => ({ name, registered, recognised, share }))).toEqual([{ name: "Xã Mẫu", registered: 8, recognised: 3, share: "37,5 %" }]);
    expect(JSON.stringify(figures)).not.toContain("Hoàng");
  });

  it("an award revoked is told to the household; the household may be proposed again", async () => {
    const [award] = await place.read<{ id: string; household_id: string | null }[]>((tx) => tx.select().from(awards).where(eq(awards.decision_id, decision_id)).orderBy(asc(awards.register_number)));
    unwrap(await place.run("chair", wired.revokeAward, { award_id: award?.id, reason: "Kê khai không đúng" }, "2020-12-15"));
    const [row] = await place.read<{ standing: boolean; revocation_reason: string | null }[]>((tx) => tx.select().from(householdRecipients).where(eq(householdRecipients.award_id, award?.id ?? "")));
    expect([row?.standing, row?.revocation_reason]).toEqual([false, "Kê khai không đúng"]);
    expect(unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk")), householdReviewPage, { review_id })).sum).toMatchObject({ registered: 8, recognised: 2 });
  });
});

describe("three years", () => {
  it("lead to a certificate, and years that were used lead to none", async () => {
    const review_id = await place.open(2022, {}, place.commune);
    const voted = { registered_on: "20/02/2022", ...MEETING, met_on: "15/11/2022", agree: "12" };
    unwrap(await place.run("clerk", importHouseholds, { review_id, rows: [{ village: "Thôn Mẫu 1", code: "B1", head: "Bàn Mẫu Một", ...voted }, { village: "Thôn Mẫu 1", code: "B2", head: "Bàn Mẫu Hai", ...voted }, { village: "Thôn Mẫu 1", code: "B3", head: "Bàn Mẫu Ba", ...voted }] }, "2022-11-20"));
    const known = new Map((await place.read<{ id: string; code: string | null }[]>((tx) => tx.select().from(households).where(sql`code like 'B%'`))).map((row) => [row.code, row.id]));
    const paper = (code: string, year: number, honour = "cultured_family") => ({ honour, year, decided_on: `${year}-12-20`, decision_number: "9/QĐ-UBND", issuer: "UBND xã", household_id: known.get(code) });
    unwrap(await place.run("officer", recordExternalAwards, { awards: [paper("B1", 2020), paper("B1", 2021), paper("B2", 2019), paper("B2", 2020), paper("B2", 2021), paper("B2", 2021, "commune_certificate_of_merit"), paper("B3", 2020)] }, "2022-11-25"));
    unwrap(await place.run("clerk", close.closeHouseholdReview, { review_id }, "2022-12-01"));
    const none = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk"), "2022-12-01"), certificateCandidates, { review_id }));
    expect(none.rows).toEqual([]);
    const { id } = unwrap(await place.run("clerk", decide.prepareHouseholdDecision, { review_id, title: "Công nhận năm 2022" }, "2022-12-02")) as { id: string };
    unwrap(await place.run("head", wired.signDecision, { decision_id: id, signer_title: "CHỦ TỊCH" }, "2022-12-02"));
    unwrap(await place.run("records_clerk", wired.numberDecision, { decision_id: id, number: 3, symbol: "QĐ-UBND", decided_on: "2022-12-02" }, "2022-12-02"));
    const list = unwrap(await runQuery(place.test.engine, place.as(place.actor("clerk"), "2022-12-03"), certificateCandidates, { review_id }));
    expect(list.rows.map(({ head_name, run: years, verdict, failing }) => [head_name, years, verdict, failing])).toEqual([
      ["Bàn Mẫu Hai", [2019, 2020, 2021, 2022], "not_eligible", ["cultured_family_years"]], ["Bàn Mẫu Một", [2020, 2021, 2022], "eligible", []],
    ]);
    const overlapping = await place.run("clerk", decide.prepareHouseholdCertificates, { review_id, household_ids: [known.get("B1"), known.get("B2")], title: "Tặng Giấy khen" }, "2022-12-03");
    expect(overlapping.ok ? null : overlapping.error.message.vi).toBe("Không đủ điều kiện: Bàn Mẫu Hai.");
    const made = unwrap(await place.run("clerk", decide.prepareHouseholdCertificates, { review_id, household_ids: [known.get("B1")], title: "Tặng Giấy khen" }, "2022-12-03")) as { id: string };
    unwrap(await place.run("head", wired.signDecision, { decision_id: made.id, signer_title: "CHỦ TỊCH" }, "2022-12-03"));
    unwrap(await place.run("records_clerk", wired.numberDecision, { decision_id: made.id, number: 4, symbol: "QĐ-UBND", decided_on: "2022-12-03" }, "2022-12-03"));
    const [award] = await place.read<{ achievement: string; register_number: number; honour: string }[]>((tx) => tx.select().from(awards).where(eq(awards.decision_id, made.id)));
    expect([award?.honour, award?.register_number, award?.achievement]).toEqual(["commune_certificate_of_merit", 4, "Gia đình văn hóa 3 năm liên tục (2020, 2021, 2022)."]);
  });
});
