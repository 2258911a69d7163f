import { say, type Text } from "../../../kernel/text.ts";

/** How votes are given: by secret ballot on screens, by secret paper ballot, by raised hands, or each in writing. */
export const VOTE_MODES = ["secret", "paper", "hands", "written"] as const;
export type VoteMode = (typeof VOTE_MODES)[number];

export const MODE_NAMES: Readonly<Record<VoteMode, Text>> = {
  secret: say("Bỏ phiếu kín trên máy", "Secret ballot on screens"),
  paper: say("Bỏ phiếu kín bằng giấy", "Secret ballot on paper"),
  hands: say("Giơ tay biểu quyết", "Show of hands"),
  written: say("Phiếu xin ý kiến bằng văn bản", "Written opinions"),
};

/** A motion's life. Ballots are issued, then the box opens, then it is counted; the other modes go from put to counted. */
export const MOTION_STATUSES = ["put", "issuing", "voting", "counted", "withdrawn"] as const;
export type MotionStatus = (typeof MOTION_STATUSES)[number];

export const MOTION_STATUS_NAMES: Readonly<Record<MotionStatus, Text>> = {
  put: say("Chờ biểu quyết", "Waiting"),
  issuing: say("Đang phát phiếu", "Issuing ballots"),
  voting: say("Đang bỏ phiếu", "Voting"),
  counted: say("Đã kiểm phiếu", "Counted"),
  withdrawn: say("Đã rút", "Withdrawn"),
};

/** The options on a ballot. */
export const CHOICES = ["agree", "disagree", "blank"] as const;
export type Choice = (typeof CHOICES)[number];

export const CHOICE_NAMES: Readonly<Record<Choice, Text>> = { agree: say("Đồng ý", "Agree"), disagree: say("Không đồng ý", "Disagree"), blank: say("Phiếu trắng", "Blank") };

/** The threshold as it stood when the motion was put: from the law, or from a local rule. */
export type VoteRule = {
  readonly honour: string;
  readonly threshold: string;
  readonly base: "all_members" | "present" | "members_without_recused";
  readonly quorum: string | null;
  readonly source: "national" | "local";
  /** The instrument or the citation, as shown in the minutes. */
  readonly basis: string;
};

/** What was counted. All are numbers of members or of ballots; nothing says who. */
export type Tally = {
  readonly members: number;
  readonly present: number;
  readonly written: number;
  readonly recused: number;
  /** Ballots given out and come back, in the room and in writing. */
  readonly issued: number;
  readonly collected: number;
  readonly invalid: number;
  readonly agree: number;
  readonly disagree: number;
  readonly blank: number;
};

/** Says what does not fit in a count (biên bản kiểm phiếu); nothing when the numbers agree with one another. */
export function tallyFaults(tally: Tally): Text[] {
  const faults: Text[] = [];
  const may = tally.present + tally.written - tally.recused;
  const counted = tally.agree + tally.disagree + tally.blank + tally.invalid;
  if (tally.present + tally.written > tally.members) faults.push(say(`Có mặt ${tally.present} và gửi phiếu ${tally.written} là nhiều hơn ${tally.members} thành viên.`, `${tally.present} present and ${tally.written} in writing are more than ${tally.members} members.`));
  if (tally.issued > may) faults.push(say(`Phát ra ${tally.issued} phiếu nhưng chỉ ${may} người được bỏ phiếu.`, `${tally.issued} ballots were issued to ${may} who may vote.`));
  if (tally.collected > tally.issued) faults.push(say(`Thu về ${tally.collected} phiếu, nhiều hơn ${tally.issued} phiếu phát ra.`, `${tally.collected} ballots came back of ${tally.issued} issued.`));
  if (counted !== tally.collected) faults.push(say(`Đồng ý, không đồng ý, trắng và không hợp lệ cộng lại là ${counted}, khác ${tally.collected} phiếu thu về.`, `Agree, disagree, blank and invalid add up to ${counted}, not to the ${tally.collected} collected.`));
  return faults;
}
