import { describe, expect, it } from "vitest";
import { checkMeeting } from "./check-meeting.ts";
import { reachesShare } from "./core/meeting.ts";

const turnout = { members: 30, present: 27 };
const half = { percent: 50, of: "present", basis: "Quy chế mẫu" } as const;
const line = (votes_for: number, proposed = true) => ({ name: "Nông Văn Mẫu", votes_for, proposed });
const refusal = (...asked: Parameters<typeof checkMeeting>) => {
  const checked = checkMeeting(...asked);
  return checked.ok ? "" : Object.entries(checked.error.fields ?? {}).map(([name, text]) => `${name}: ${text.vi}`).join();
};

describe("a unit's meeting", () => {
  it("reaches a share exactly at it, by whole numbers", () => {
    expect([13, 14].map((votes) => reachesShare(votes, turnout, half))).toEqual([false, true]);
    expect([17, 18].map((votes) => reachesShare(votes, turnout, { ...half, percent: 60, of: "members" }))).toEqual([false, true]);
  });

  it("refuses numbers that cannot be", () => {
    expect(refusal({ members: 26, present: 27 }, null, [])).toBe("present: Dự họp 27 người, nhiều hơn số người của đơn vị (26).");
    expect(refusal(turnout, null, [line(27), line(28)])).toBe("rows.1.votes_for: Nông Văn Mẫu: 28 phiếu đồng ý, nhiều hơn số người dự họp (27).");
    expect(refusal(turnout, null, [line(0)])).toBe("");
  });

  it("keeps to the unit's own rule, for those it proposes", () => {
    expect(refusal(turnout, half, [line(13, false), line(14)])).toBe("");
    expect(refusal(turnout, half, [line(13)])).toBe("rows.0.votes_for: Nông Văn Mẫu: 13 phiếu trên 27 (số người dự họp) chưa đạt 50 % theo Quy chế mẫu. Bỏ đánh dấu đề nghị, hoặc xem lại số phiếu.");
  });
});
