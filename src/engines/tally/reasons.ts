import { say, type Text } from "../../kernel/text.ts";
import type { Decision, Figures } from "./decide.ts";
import type { TallyInput } from "./input.ts";
import type { CandidateStanding } from "./seats.ts";

/** Why a candidate is elected or not, as a sentence. Takes the candidate, the valid ballots and what was decided. */
export function reasonOf(one: CandidateStanding, valid: number, input: TallyInput, figures: Figures, { outcome, seating }: Decision): Text {
  const undecided = whyUndecided(input, figures, outcome);
  if (undecided !== null) return undecided;
  const share = say(`${one.votes}/${valid} phiếu hợp lệ`, `${one.votes} of ${valid} valid ballots`);
  const rank = seating.elected.indexOf(one) + 1;
  if (rank > 0) return say(`Trúng cử: ${share.vi}, quá nửa; đứng thứ ${rank}, bầu ${input.seats} đại biểu.`, `Elected: ${share.en}, over half; place ${rank} of ${input.seats} seats.`);
  if (seating.tied.includes(one)) {
    return say(
      `Chưa xác định: ${share.vi}, bằng phiếu ở ghế cuối, ngày sinh trùng nhau hoặc chưa rõ; luật không quy định, phải trình cấp có thẩm quyền.`,
      `Undecided: ${share.en}, equal votes for the last seat with the same or an unknown birth date; the law is silent, a competent body must say.`,
    );
  }
  if (!one.majority) {
    if (2 * one.votes === valid && valid > 0) return say(`Không trúng cử: ${share.vi}, đúng một nửa, chưa quá nửa.`, `Not elected: ${share.en}, exactly half and not over half.`);
    return say(`Không trúng cử: ${share.vi}, không quá nửa.`, `Not elected: ${share.en}, not over half.`);
  }
  const last = seating.elected.at(-1);
  if (last !== undefined && last.votes === one.votes) return say(`Không trúng cử: ${share.vi}, quá nửa nhưng bằng phiếu với người nhiều tuổi hơn ở ghế cuối.`, `Not elected: ${share.en}, over half, but equal to an older candidate for the last seat.`);
  return say(`Không trúng cử: ${share.vi}, quá nửa nhưng đã đủ ${input.seats} người xếp trên.`, `Not elected: ${share.en}, over half, but ${input.seats} candidates rank above.`);
}

/** The sentence that stands for every candidate while nothing is decided; null where the votes decide. */
function whyUndecided({ round }: TallyInput, { voted, listed, missing, annulled }: Figures, outcome: Decision["outcome"]): Text | null {
  const turnout = say(`${voted}/${listed} cử tri đi bầu, không quá nửa`, `${voted} of ${listed} listed voters voted, not more than half`);
  switch (outcome) {
    case "rejected":
      return say("Chưa xác định: biên bản có lỗi phải sửa trước.", "Undecided: the minutes have errors that must be put right first.");
    case "incomplete": {
      const waiting = [
        ...(missing.length > 0 ? [say(`thiếu biên bản của ${few(missing)}`, `minutes are missing of ${few(missing)}`)] : []),
        ...(annulled.length > 0 ? [say(`kết quả ở ${few(annulled)} bị hủy, chờ bầu lại`, `the result of ${few(annulled)} is annulled and awaits its rerun`)] : []),
      ];
      if (waiting.length === 0) return say("Chưa xác định: chưa có biên bản nào.", "Undecided: there are no minutes yet.");
      return say(`Chưa xác định: ${waiting.map(({ vi }) => vi).join("; ")}.`, `Undecided: ${waiting.map(({ en }) => en).join("; ")}.`);
    }
    case "rerun_required":
      return say(`Chưa xác định: ${turnout.vi}, phải bầu cử lại.`, `Undecided: ${turnout.en}; the vote must be held again.`);
    case "escalated":
      // After an extra election only the turnout leads here; after a rerun it is the shortfall, and the votes speak.
      return round === "extra"
        ? say(`Chưa xác định: bầu cử thêm có ${turnout.vi}; luật không quy định, phải trình cấp có thẩm quyền.`, `Undecided: in the extra election ${turnout.en}; the law is silent, a competent body must say.`)
        : null;
    case "elected_all":
    case "vacant":
    case "extra_required":
    case "extra_proposed":
    case "tie_escalated":
      return null;
  }
}

function few(areas: readonly string[]): string {
  return areas.length > 5 ? `${areas.slice(0, 5).join(", ")}… (${areas.length})` : areas.join(", ");
}
