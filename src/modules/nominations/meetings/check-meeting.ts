import { ok, type Result } from "../../../kernel/result.ts";
import { type Failure, failField } from "../../../platform/command/failure.ts";
import { type LeastShare, type Line, MEETING_BASE_NAMES, reachesShare, type Turnout } from "./core/meeting.ts";

/** Takes a meeting's numbers; refuses, at the field, those that cannot be and a proposal that the unit's own rule does not allow. */
export function checkMeeting(turnout: Turnout, least: LeastShare | null, lines: readonly Line[]): Result<null, Failure> {
  if (turnout.present > turnout.members) return failField("present", `Dự họp ${turnout.present} người, nhiều hơn số người của đơn vị (${turnout.members}).`, `${turnout.present} came: more than belong to the unit (${turnout.members}).`);
  for (const [index, line] of lines.entries()) {
    if (line.votes_for > turnout.present) return failField(`rows.${index}.votes_for`, `${line.name}: ${line.votes_for} phiếu đồng ý, nhiều hơn số người dự họp (${turnout.present}).`, `${line.name}: ${line.votes_for} votes for, more than were present (${turnout.present}).`);
    if (line.proposed && least !== null && !reachesShare(line.votes_for, turnout, least)) {
      return failField(
        `rows.${index}.votes_for`,
        `${line.name}: ${line.votes_for} phiếu trên ${turnout[least.of]} (${MEETING_BASE_NAMES[least.of].vi}) chưa đạt ${least.percent} % theo ${least.basis}. Bỏ đánh dấu đề nghị, hoặc xem lại số phiếu.`,
        `${line.name}: ${line.votes_for} of ${turnout[least.of]} (${MEETING_BASE_NAMES[least.of].en}) are below the ${least.percent} % of ${least.basis}. Do not propose this nominee, or look at the votes again.`,
      );
    }
  }
  return ok(null);
}
