import { say, type Text } from "../../../kernel/text.ts";

export const TARGET_GROUPS = ["economy", "society", "defence_security", "political_system", "reform"] as const;
/** The five groups under which a year's targets (chỉ tiêu) are reported. */
export type TargetGroup = (typeof TARGET_GROUPS)[number];

export const DIRECTIONS = ["at_least", "at_most", "exactly"] as const;
/** Whether more, less, or just so much is wanted. */
export type Direction = (typeof DIRECTIONS)[number];

export const RECKONINGS = ["cumulative", "year_end"] as const;
/**
 * What a reported figure is. `cumulative` (lũy kế): the running total since 1 January, up to the period's end.
 * `year_end` (tại thời điểm): the figure as it stands on the period's last day. In both the newest period counts.
 */
export type Reckoning = (typeof RECKONINGS)[number];

export const ROLL_UPS = ["sum", "average", "none", "count_met"] as const;
/** How the figures of units give the figure of the whole; `count_met` counts the units that reached their own plan. */
export type RollUp = (typeof ROLL_UPS)[number];

export const REPORTINGS = ["month", "quarter", "half", "year"] as const;
/** How often a figure is due. */
export type Reporting = (typeof REPORTINGS)[number];

const TARGET_STATUSES = ["draft", "assigned", "closed"] as const;
export type TargetStatus = (typeof TARGET_STATUSES)[number];

export const GROUP_NAMES: Readonly<Record<TargetGroup, Text>> = {
  economy: say("Kinh tế", "Economy"),
  society: say("Văn hóa - xã hội", "Society"),
  defence_security: say("Quốc phòng - an ninh", "Defence and security"),
  political_system: say("Xây dựng Đảng và hệ thống chính trị", "Party and political system"),
  reform: say("Cải cách hành chính", "Reform"),
};

export const DIRECTION_NAMES: Readonly<Record<Direction, Text>> = {
  at_least: say("Từ mức giao trở lên", "At least the plan"),
  at_most: say("Không quá mức giao", "At most the plan"),
  exactly: say("Đúng mức giao", "Exactly the plan"),
};

/** The sign that stands before a plan's number. */
export const DIRECTION_SIGNS: Readonly<Record<Direction, string>> = { at_least: "≥", at_most: "≤", exactly: "=" };

export const RECKONING_NAMES: Readonly<Record<Reckoning, Text>> = {
  cumulative: say("Lũy kế từ đầu năm", "Running total since January"),
  year_end: say("Tại thời điểm cuối kỳ", "As of the period's last day"),
};

export const ROLL_UP_NAMES: Readonly<Record<RollUp, Text>> = {
  sum: say("Cộng các đơn vị", "Sum of the units"),
  average: say("Bình quân các đơn vị", "Average of the units"),
  none: say("Không tổng hợp, đơn vị giao tự báo cáo", "Not rolled up: the setting unit reports itself"),
  count_met: say("Đếm số đơn vị đạt kế hoạch của mình", "Count of units that reached their own plan"),
};

export const REPORTING_NAMES: Readonly<Record<Reporting, Text>> = {
  month: say("Hằng tháng", "Every month"),
  quarter: say("Hằng quý", "Every quarter"),
  half: say("6 tháng một lần", "Every half year"),
  year: say("Cả năm", "Once a year"),
};

export const STATUS_NAMES: Readonly<Record<TargetStatus, Text>> = {
  draft: say("Bản nháp", "Draft"),
  assigned: say("Đã giao", "Assigned"),
  closed: say("Đã chốt số liệu", "Closed"),
};

/** What may be done with a target in each state; buttons and commands read this one table. */
export const TARGET_MOVES = {
  revise: ["draft"],
  assign: ["draft", "assigned"],
  adjust: ["assigned"],
  report: ["assigned"],
  close: ["assigned"],
} as const satisfies Record<string, readonly TargetStatus[]>;
export type TargetMove = keyof typeof TARGET_MOVES;

/** Takes a state and a move; says whether the state allows the move. */
export function allows(status: TargetStatus, move: TargetMove): boolean {
  return (TARGET_MOVES[move] as readonly TargetStatus[]).includes(status);
}
