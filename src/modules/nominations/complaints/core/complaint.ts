import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { say, type Text } from "../../../../kernel/text.ts";

export const COMPLAINT_SORTS = ["complaint", "denunciation"] as const;
/** A complaint (khiếu nại) is about one's own right; a denunciation (tố cáo) reports somebody's violation. They follow different laws. */
export type ComplaintSort = (typeof COMPLAINT_SORTS)[number];

export const COMPLAINT_SORT_NAMES: Readonly<Record<ComplaintSort, Text>> = { complaint: say("Khiếu nại", "Complaint"), denunciation: say("Tố cáo", "Denunciation") };

export const OUTCOMES = ["upheld", "partly_upheld", "rejected", "withdrawn"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Readonly<Record<Outcome, Text>> = {
  upheld: say("Đúng", "Upheld"),
  partly_upheld: say("Đúng một phần", "Partly upheld"),
  rejected: say("Không có cơ sở", "Rejected"),
  withdrawn: say("Đã rút đơn", "Withdrawn"),
};

/** Where a complaint stands. Only one that was accepted and is not settled holds its dossier up. */
export type ComplaintStatus = "received" | "accepted" | "not_accepted" | "settled";

export const COMPLAINT_STATUS_NAMES: Readonly<Record<ComplaintStatus, Text>> = {
  received: say("Đã tiếp nhận, chưa thụ lý", "Received, not accepted yet"),
  accepted: say("Đã thụ lý, đang giải quyết", "Accepted, being settled"),
  not_accepted: say("Không thụ lý", "Not accepted"),
  settled: say("Đã giải quyết", "Settled"),
};

/** Takes the dates of a complaint; gives where it stands. */
export function complaintStatus(one: { readonly accepted_on: PlainDate | null; readonly refused_on: PlainDate | null; readonly settled_on: PlainDate | null }): ComplaintStatus {
  if (one.settled_on !== null) return "settled";
  if (one.refused_on !== null) return "not_accepted";
  return one.accepted_on === null ? "received" : "accepted";
}
