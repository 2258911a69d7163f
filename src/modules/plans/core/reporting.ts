import { compare, type Decimal } from "../../../kernel/decimal.ts";
import { formatDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { type Figure, newestFigure } from "./figures.ts";
import { endsPeriod, periodMonths, reportableFrom } from "./periods.ts";
import { allows, type Reckoning, type Reporting, type TargetStatus } from "./target.ts";

/** What is looked at of a target when a figure is reported. */
export type ReportedTarget = { status: TargetStatus; reporting: Reporting; reckoning: Reckoning; year: number };

/** A figure as somebody reports it. */
export type NewFigure = { month: number; value: Decimal; evidenced: boolean; reason: string | null };

/** What comes of a reported figure: written (as a correction of an earlier one or not), nothing new, or refused at a field. */
export type Verdict =
  | { readonly kind: "write"; readonly corrects: Decimal | null }
  | { readonly kind: "same" }
  | { readonly kind: "fault"; readonly field: "month" | "value" | "reason"; readonly text: Text };

const fault = (field: "month" | "value" | "reason", vi: string, en: string): Verdict => ({ kind: "fault", field, text: say(vi, en) });

/**
 * Takes a target, what the unit has reported so far (one figure for each period), and a new figure; gives what comes of it.
 * A period's figure is changed only with a reason, and so is a running total that falls.
 */
export function judgeFigure(target: ReportedTarget, earlier: readonly Figure[], entry: NewFigure, today: PlainDate): Verdict {
  const { month, value, reason } = entry;
  if (!allows(target.status, "report")) return fault("value", "Chỉ tiêu đã chốt số liệu hoặc chưa giao, không nhận báo cáo.", "The target is closed or not assigned: no figures are taken.");
  if (!endsPeriod(target.reporting, month)) {
    const months = periodMonths(target.reporting).join(", ");
    return fault("month", `Chỉ tiêu này báo cáo cho kỳ kết thúc ở tháng ${months}.`, `This target is reported for periods that end with month ${months}.`);
  }
  const from_on = reportableFrom(target.year, month);
  if (today < from_on) return fault("month", `Chưa đến kỳ: báo cáo được từ ngày ${formatDate(from_on)}.`, `Too early: this period can be reported from ${formatDate(from_on)}.`);
  const before = earlier.find((figure) => figure.month === month) ?? null;
  if (before !== null && compare(before.value, value) === 0 && !entry.evidenced && reason === null) return { kind: "same" };
  if (before !== null && reason === null) return fault("reason", "Kỳ này đã có số liệu: muốn sửa hoặc bổ sung minh chứng, hãy ghi lý do.", "This period has a figure already: to correct it or add evidence, give the reason.");
  const previous = newestFigure(earlier, month - 1);
  if (target.reckoning === "cumulative" && previous !== null && compare(value, previous.value) < 0 && reason === null) {
    return fault("reason", `Số lũy kế nhỏ hơn số đã báo cáo đến tháng ${previous.month}: hãy kiểm tra, nếu đúng thì ghi lý do.`, `The running total is below that of month ${previous.month}: check it, and give the reason if it is right.`);
  }
  return { kind: "write", corrects: before?.value ?? null };
}
