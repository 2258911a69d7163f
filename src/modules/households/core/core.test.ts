import { describe, expect, it } from "vitest";
import { decimal } from "../../../kernel/decimal.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { reaches, shareText, wrongAgree, wrongMeeting } from "./meeting.ts";
import { type Found, outcomeOf, type ReviewTerms } from "./outcome.ts";
import { readPoints, sumOfScores, totalWithin } from "./scale.ts";
import { filledRows } from "./sheet.ts";
import { stageOf } from "./stage.ts";
import { readViolations, VIOLATIONS } from "./violations.ts";
import { certificateAchievement, longestRun, villageSentence } from "./wording.ts";

describe("shares of a meeting", () => {
  it("are compared in whole numbers, exactly at the edge", () => {
    expect([reaches(3, 5, 60), reaches(12, 20, 60), reaches(11, 20, 60), reaches(2, 3, 67), reaches(0, 0, 60), reaches(29, 100, 29)]).toEqual([true, true, false, false, false, true]);
  });

  it("never look reached when they are not", () => {
    expect([shareText(5999, 10_000), shareText(12, 20), shareText(1, 3), shareText(0, 0)]).toEqual(["59,9 %", "60,0 %", "33,3 %", "–"]);
  });

  it("must add up", () => {
    expect([wrongMeeting({ called: 20, present: 21 })?.en, wrongMeeting({ called: 20, present: 20 })]).toEqual(["More households came (21) than were called (20).", null]);
    expect([wrongAgree(13, { called: 20, present: 12 })?.en, wrongAgree(12, { called: 20, present: 12 }), wrongAgree(1, null)?.en]).toEqual([
      "More agreed (13) than came (12).", null, "The village's meeting has no figures yet: enter how many were called and came first.",
    ]);
  });
});

describe("the outcome of a household", () => {
  const terms: ReviewTerms = { quorum_percent: 60, agree_percent: 60, share_instrument: null, pass_mark: "80", scale_instrument: null };
  const found: Found = { meeting: { called: 20, present: 12 }, agree: 8, points: "80", violated: false, verdict: "eligible", remark_open: false };
  const told = (more: Partial<Found>, other: Partial<ReviewTerms> = {}) => {
    const { outcome, reasons } = outcomeOf({ ...found, ...more }, { ...terms, ...other });
    return [outcome, ...reasons];
  };

  it("is proposed at exactly the shares and the pass mark", () => {
    expect(told({})).toEqual(["proposed"]);
  });

  it("is warned by shares and points of no named instrument, refused where one is named", () => {
    const low = { meeting: { called: 20, present: 11 }, agree: 6, points: "79.5" };
    expect(told(low)).toEqual(["warned", "quorum", "agreement", "points"]);
    expect(told(low, { share_instrument: "Quy chế" })).toEqual(["refused", "quorum", "agreement", "points"]);
    expect(told({ points: "79.5" }, { scale_instrument: "Quy chế" })).toEqual(["refused", "points"]);
    expect(told({ points: null }, { scale_instrument: "Quy chế" })).toEqual(["refused", "no_points"]);
    expect(told({ points: null }, { pass_mark: null })).toEqual(["proposed"]);
  });

  it("is refused by a rule in force, warned by an unverified one", () => {
    expect(told({ verdict: "not_eligible", violated: true })).toEqual(["refused", "violation"]);
    expect(told({ verdict: "undetermined", violated: true })).toEqual(["warned", "violation"]);
    expect(told({ verdict: "undetermined" })).toEqual(["warned", "law_unverified"]);
  });

  it("was not reviewed without a meeting or votes; a refusal stands all the same", () => {
    expect(told({ meeting: null, agree: null })).toEqual(["not_reviewed", "no_meeting"]);
    expect(told({ agree: null })).toEqual(["not_reviewed", "no_vote"]);
    expect(told({ meeting: null, agree: null, verdict: "not_eligible", violated: true })).toEqual(["refused", "violation", "no_meeting"]);
    expect(told({ remark_open: true })).toEqual(["warned", "remark_open"]);
  });
});

describe("points", () => {
  it("are exact decimals of at most two places, as people type them", () => {
    const read = (text: string) => { const result = readPoints(text); return result.ok ? result.value : result.error.en; };
    expect([read("92,5"), read("92.5"), read("1.250")]).toEqual([decimal("92.5"), decimal("92.5"), "“1.250” can be read in two ways: write 1250 or 1,250."]);
    expect([read("-1"), read("chín"), read("1,005")]).toEqual(["Points cannot be negative.", "“chín” is no number of points: write it like 92 or 92,5.", "Points have at most two decimals."]);
  });

  it("stay within the scale, criterion by criterion and in sum", () => {
    const criteria = [{ id: "a", title: "A", max: "60" }, { id: "b", title: "B", max: "40.5" }];
    expect(sumOfScores(criteria, { a: "59,75", b: "40,25" })).toEqual({ ok: true, value: { scores: { a: "59.75", b: "40.25" }, points: "100" } });
    expect(sumOfScores(criteria, { a: "", b: undefined })).toEqual({ ok: true, value: { scores: {}, points: null } });
    const above = sumOfScores(criteria, { b: "40,75" });
    expect(above.ok ? null : [above.error.criterion, above.error.text.en]).toEqual(["b", "At most 40,5 points."]);
    expect([totalWithin(decimal("100.5"), criteria).ok, totalWithin(decimal("100.75"), criteria).ok, totalWithin(decimal("1000"), []).ok]).toEqual([true, false, true]);
  });
});

describe("a sheet", () => {
  const cell = (text: string, exact = false) => ({ text, exact });

  it("is read by its headings, with or without diacritics; lines that name a village only are empty", () => {
    const read = filledRows([[cell("Xã Mẫu")], [cell("thon, to dan pho"), cell("CHỦ HỘ"), cell("Điểm")], [cell("Thôn 1"), cell("An"), cell("92.5", true)], [cell("Thôn 1"), cell(""), cell("")]]);
    expect(read).toEqual({ ok: true, value: [{ line: 3, exact: true, village: "Thôn 1", head: "An", points: "92.5" }] });
    expect(filledRows([[cell("Thôn"), cell("Tên")]]).ok).toBe(false);
  });

  it("names grounds of exclusion in words or by id; “không” clears", () => {
    expect([readViolations("Bạo lực gia đình; tax;tax"), readViolations("không"), readViolations("say rượu")]).toEqual([{ kinds: ["domestic_violence", "tax"] }, { kinds: [] }, { unknown: "say rượu" }]);
    expect(VIOLATIONS.length).toBe(10);
  });
});

describe("years and steps", () => {
  it("in a row end with the year asked", () => {
    expect([longestRun([2019, 2020, 2022], 2022), longestRun([2020, 2021, 2022], 2022), longestRun([2020], 2022)]).toEqual([[2022], [2020, 2021, 2022], []]);
    expect(certificateAchievement([2019, 2020, 2021, 2022])).toBe("Gia đình văn hóa 3 năm liên tục (2020, 2021, 2022).");
    expect(villageSentence("Thôn Mẫu", 2021, { households: 50, registered: 48, recognised: 45 }, "90,0 %")).toBe("Năm 2021, Thôn Mẫu có 50 hộ, 48 hộ đăng ký, 45 hộ được công nhận Gia đình văn hóa, đạt 90,0 % số hộ.");
  });

  it("of a review follow its days", () => {
    const review = { registration_due_on: plainDate("2021-03-31"), posted_from_on: null, closed_on: null };
    const on = (more: object, met: boolean, recognised: number, day: string) => stageOf({ ...review, ...more }, met, recognised, plainDate(day));
    expect([on({}, false, 0, "2021-03-31"), on({}, false, 0, "2021-04-01"), on({}, true, 0, "2021-03-01"), on({ posted_from_on: plainDate("2021-11-20") }, true, 0, "2021-11-21"), on({ closed_on: plainDate("2021-12-06") }, true, 0, "2021-12-07"), on({ closed_on: plainDate("2021-12-06") }, true, 5, "2021-12-09")]).toEqual([
      "registration", "meetings", "meetings", "posting", "closed", "decided",
    ]);
  });
});

describe("a text that was disarmed for a spreadsheet", () => {
  it("comes back as it was, and no other apostrophe is touched", () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ text, exact: false }));
    const read = filledRows([cells("Thôn, tổ dân phố", "Chủ hộ", "Ghi chú"), cells("Thôn Mẫu", "'=1+1", "'-"), cells("Thôn Mẫu", "'Nông", "d'")]);
    expect(read.ok ? read.value.map((row) => [row.head, row.note]) : read.error.en).toEqual([["=1+1", "-"], ["'Nông", "d'"]]);
  });
});
