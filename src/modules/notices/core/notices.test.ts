import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { acceptable, BUCKET, type Bucket, countSorts, namedIn, takeFrom, withAccepted } from "./comment.ts";
import { isDue, isRunning } from "./notice.ts";
import { lastDayOfNotice } from "./working-days.ts";

const day = plainDate;

describe("the days of a notice", () => {
  it("are working days after the day of posting: weekends and given holidays do not count", () => {
    // 2021-12-20 is a Monday, 2021-12-17 a Friday.
    expect(lastDayOfNotice(day("2021-12-20"), 1)).toBe("2021-12-21");
    expect(lastDayOfNotice(day("2021-12-20"), 5)).toBe("2021-12-27");
    expect(lastDayOfNotice(day("2021-12-20"), 10)).toBe("2022-01-03");
    expect(lastDayOfNotice(day("2021-12-20"), 10, [day("2022-01-03")])).toBe("2022-01-04");
    expect(lastDayOfNotice(day("2021-12-17"), 1)).toBe("2021-12-20");
    expect(lastDayOfNotice(day("2021-12-18"), 1)).toBe("2021-12-20");
    // A holiday on a Sunday takes nothing more away.
    expect(lastDayOfNotice(day("2021-12-20"), 5, [day("2021-12-26")])).toBe("2021-12-27");
    expect(lastDayOfNotice(day("2021-12-20"), 0)).toBe("2021-12-20");
  });

  it("decide who reads the names: through the last day, not the day after, and not once it was closed", () => {
    const notice = { from_on: day("2021-12-20"), ends_on: day("2022-01-03"), closed_on: null };
    expect(["2021-12-19", "2021-12-20", "2022-01-03", "2022-01-04"].map((on) => [isRunning(notice, day(on)), isDue(notice, day(on))])).toEqual([[false, false], [true, false], [true, false], [false, true]]);
    const closed = { ...notice, closed_on: day("2021-12-22") };
    expect([isRunning(closed, day("2021-12-22")), isDue(closed, day("2022-01-04"))]).toEqual([false, false]);
  });
});

describe("a comment", () => {
  const signed = { sort: "complaint", author_name: "Nông Văn Mẫu", author_contact: "0123", accepted_on: null } as const;

  it("is formally accepted only as a signed complaint or denunciation", () => {
    expect(acceptable(signed)).toEqual({ ok: true, sort: "complaint" });
    expect(acceptable({ ...signed, sort: "denunciation" })).toEqual({ ok: true, sort: "denunciation" });
    expect(acceptable({ ...signed, author_name: null, author_contact: null })).toEqual({ ok: false, why: "anonymous" });
    expect(acceptable({ ...signed, author_contact: null })).toEqual({ ok: false, why: "anonymous" });
    expect(acceptable({ ...signed, sort: "remark" })).toEqual({ ok: false, why: "remark" });
    expect(acceptable({ ...signed, sort: null })).toEqual({ ok: false, why: "unsorted" });
    expect(acceptable({ ...signed, accepted_on: "2021-12-22" })).toEqual({ ok: false, why: "accepted" });
  });

  it("that was accepted joins what the clerk stated; without any the facts stay as they were, unknown included", () => {
    expect(withAccepted({ rating: "good" }, [])).toEqual({ rating: "good" });
    expect(withAccepted({ rating: "good" }, ["complaint"])).toEqual({ rating: "good", pending: ["complaint"] });
    expect(withAccepted({ pending: ["inspection", "complaint"] }, ["complaint", "denunciation"])).toEqual({ pending: ["inspection", "complaint", "denunciation"] });
  });

  it("finds a name in an answer whatever its case and accents, and no part of a longer word", () => {
    const names = ["Hà Thị Đào", "Nông Văn An"];
    expect(namedIn("Việc của bà ha thi dao đã xác minh.", names)).toBe("Hà Thị Đào");
    expect(namedIn("Ông NÔNG VĂN AN, xã B.", names)).toBe("Nông Văn An");
    expect(namedIn("Ông Nông Văn Anh không có trong danh sách.", names)).toBe(null);
  });

  it("finds a place in the bucket until it is empty; minutes bring places back, one for two", () => {
    let bucket: Bucket = { tokens: BUCKET.most, minute: 1000 };
    let taken = 0;
    for (let next = takeFrom(bucket, 1000); next !== null; next = takeFrom(bucket, 1000)) {
      bucket = next;
      taken += 1;
    }
    expect([taken, bucket]).toEqual([30, { tokens: 0, minute: 1000 }]);
    expect(takeFrom(bucket, 1001)).toBe(null);
    expect(takeFrom(bucket, 1003)).toEqual({ tokens: 0, minute: 1002 });
    expect(takeFrom(bucket, 2000)).toEqual({ tokens: 29, minute: 2000 });
    expect(takeFrom(bucket, 900)).toBe(null);
    expect(takeFrom({ tokens: 3, minute: 1000 }, 900)).toEqual({ tokens: 2, minute: 900 });
  });

  it("is counted by its sort", () => {
    expect(countSorts([{ sort: null, n: 2 }, { sort: "remark", n: 5 }, { sort: "denunciation", n: 1 }])).toEqual({ comments: 8, remarks: 5, complaints: 0, denunciations: 1, unsorted: 2 });
  });
});
