import { say, type Text } from "../../../../kernel/text.ts";

export const MEETING_MODES = ["hands", "secret"] as const;
/** How a unit's meeting voted: by hands, or by paper ballots counted at the meeting. */
export type MeetingMode = (typeof MEETING_MODES)[number];

export const MEETING_MODE_NAMES: Readonly<Record<MeetingMode, Text>> = {
  hands: say("Biểu quyết giơ tay", "Show of hands"),
  secret: say("Bỏ phiếu kín bằng phiếu giấy", "Secret ballot on paper"),
};

export const MEETING_BASES = ["present", "members"] as const;
/** What a share of votes is taken of. */
export type MeetingBase = (typeof MEETING_BASES)[number];

export const MEETING_BASE_NAMES: Readonly<Record<MeetingBase, Text>> = {
  present: say("số người dự họp", "those present"),
  members: say("tổng số người của đơn vị", "all people of the unit"),
};

/** The numbers of a meeting: how many belong to the unit, how many came. */
export type Turnout = { readonly members: number; readonly present: number };

/** The least share that the unit's own rule asks for, in whole percent, of whom, and by which rule. */
export type LeastShare = { readonly percent: number; readonly of: MeetingBase; readonly basis: string };

/** One line voted on: votes for, and whether the meeting proposes it. */
export type Line = { readonly name: string; readonly votes_for: number; readonly proposed: boolean };

/** Takes votes, turnout and a least share; says whether the votes reach it. Compares integers: votes × 100 against percent × base. */
export function reachesShare(votes_for: number, turnout: Turnout, least: LeastShare): boolean {
  return votes_for * 100 >= least.percent * turnout[least.of];
}
