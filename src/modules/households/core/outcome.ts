import { compare, decimal } from "../../../kernel/decimal.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { type MeetingFigures, reaches } from "./meeting.ts";

const OUTCOMES = ["proposed", "warned", "refused", "not_reviewed"] as const;
/** What the closing of a review found of a household: proposed, proposed with a warning, refused, or never put to its village. */
export type OutcomeKind = (typeof OUTCOMES)[number];

/** Why, one word for each. `violation` and `law` are the rulebook's, the others the village's and the scale's. */
export type Reason = "violation" | "law" | "law_unverified" | "no_meeting" | "no_vote" | "quorum" | "agreement" | "points" | "no_points" | "remark_open";

export const OUTCOME_NAMES: Readonly<Record<OutcomeKind, Text>> = {
  proposed: say("Đủ điều kiện", "Proposed"),
  warned: say("Đủ điều kiện, có lưu ý", "Proposed, with a warning"),
  refused: say("Không đạt", "Not met"),
  not_reviewed: say("Chưa bình xét", "Not reviewed"),
};

export const REASON_NAMES: Readonly<Record<Reason, Text>> = {
  violation: say("Thuộc trường hợp không xét", "A ground excludes it"),
  law: say("Không đủ điều kiện theo quy định", "The rules are not met"),
  law_unverified: say("Quy định chưa đối chiếu được: cần người xem", "A rule is not verified: a person must look"),
  no_meeting: say("Thôn chưa họp bình xét", "The village has not met"),
  no_vote: say("Chưa có số đồng ý", "No votes are entered"),
  quorum: say("Cuộc họp thôn không đủ số hộ dự", "Too few came to the village meeting"),
  agreement: say("Tỷ lệ đồng ý không đạt", "The share of agreement is not reached"),
  points: say("Điểm dưới mức đạt", "Points below the pass mark"),
  no_points: say("Chưa chấm điểm", "Not scored"),
  remark_open: say("Thôn còn ý kiến niêm yết chưa trả lời", "A remark from the posting is not answered"),
};

/** Under what a review is held: the shares and the pass mark, and whether a local instrument makes each bind. */
export type ReviewTerms = {
  readonly quorum_percent: number;
  readonly agree_percent: number;
  readonly share_instrument: string | null;
  readonly pass_mark: string | null;
  readonly scale_instrument: string | null;
};

/** What is known of a household when its review is closed. */
export type Found = {
  readonly meeting: MeetingFigures | null;
  readonly agree: number | null;
  readonly points: string | null;
  readonly violated: boolean;
  readonly verdict: "eligible" | "not_eligible" | "undetermined";
  readonly remark_open: boolean;
};

/**
 * Takes what was found of a household and the terms of its review; gives the outcome with every reason. A rule in force
 * refuses, an unverified one warns. The shares of the meeting and the pass mark are local matters: they refuse only
 * where a local instrument is named. What was never voted on was not reviewed, whatever else is known.
 */
export function outcomeOf(found: Found, terms: ReviewTerms): { outcome: OutcomeKind; reasons: Reason[] } {
  const refusing: Reason[] = [];
  const warning: Reason[] = [];
  const byLaw = found.verdict === "not_eligible" ? refusing : warning;
  if (found.verdict !== "eligible") byLaw.push(found.violated ? "violation" : found.verdict === "not_eligible" ? "law" : "law_unverified");
  const byShare = terms.share_instrument === null ? warning : refusing;
  const { meeting, agree } = found;
  if (meeting !== null && agree !== null) {
    if (!reaches(meeting.present, meeting.called, terms.quorum_percent)) byShare.push("quorum");
    if (!reaches(agree, meeting.present, terms.agree_percent)) byShare.push("agreement");
  }
  const byScale = terms.scale_instrument === null ? warning : refusing;
  if (terms.pass_mark !== null) {
    if (found.points === null) byScale.push("no_points");
    else if (compare(decimal(found.points), decimal(terms.pass_mark)) < 0) byScale.push("points");
  }
  if (found.remark_open) warning.push("remark_open");
  const missing: Reason[] = meeting === null ? ["no_meeting"] : agree === null ? ["no_vote"] : [];
  const reasons = [...refusing, ...missing, ...warning];
  const outcome = refusing.length > 0 ? "refused" : missing.length > 0 ? "not_reviewed" : warning.length > 0 ? "warned" : "proposed";
  return { outcome, reasons };
}
