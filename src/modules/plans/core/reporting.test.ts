import { describe, expect, it } from "vitest";
import { decimal } from "../../../kernel/decimal.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { judgeFigure, type ReportedTarget } from "./reporting.ts";

const QUARTERLY: ReportedTarget = { status: "assigned", reporting: "quarter", reckoning: "cumulative", year: 2021 };
const earlier = [{ month: 3, value: decimal("10") }];
const judge = (month: number, value: string, more: { reason?: string; evidenced?: boolean; target?: Partial<ReportedTarget>; today?: string } = {}) => {
  const verdict = judgeFigure({ ...QUARTERLY, ...more.target }, earlier, { month, value: decimal(value), evidenced: more.evidenced ?? false, reason: more.reason ?? null }, plainDate(more.today ?? "2021-07-01"));
  return verdict.kind === "fault" ? verdict.field : verdict.kind;
};

describe("a reported figure", () => {
  it("is taken for the periods of its target, from the first day of a period's last month", () => {
    expect(judge(6, "20")).toBe("write");
    expect(judge(5, "20")).toBe("month");
    expect(judge(5, "20", { target: { reporting: "month" } })).toBe("write");
    expect(judge(9, "20", { today: "2021-08-31" })).toBe("month");
    expect(judge(9, "20", { today: "2021-09-01" })).toBe("write");
  });

  it("is changed only with a reason; the same again is nothing new", () => {
    expect(judge(3, "10")).toBe("same");
    expect(judge(3, "10", { evidenced: true })).toBe("reason");
    expect(judge(3, "11")).toBe("reason");
    expect(judge(3, "11", { reason: "Cộng sót một thôn" })).toBe("write");
  });

  it("falls below the earlier running total only with a reason; a figure of a day may fall", () => {
    expect(judge(6, "9.99")).toBe("reason");
    expect(judge(6, "10")).toBe("write");
    expect(judge(6, "9.99", { reason: "Đối chiếu lại" })).toBe("write");
    expect(judge(6, "9.99", { target: { reckoning: "year_end" } })).toBe("write");
  });

  it("is refused once the target is closed, and before it is assigned", () => {
    expect(judge(6, "20", { target: { status: "closed" } })).toBe("value");
    expect(judge(6, "20", { target: { status: "draft" } })).toBe("value");
  });
});
