import { say, type Text } from "../../../kernel/text.ts";

/** The stages of a scoring round; each leaves its own number, and none is overwritten. */
export const SCORE_STAGES = ["self", "cross", "appraised", "agreed"] as const;
export type ScoreStage = (typeof SCORE_STAGES)[number];

export const STAGE_NAMES: Readonly<Record<ScoreStage, Text>> = {
  self: say("Điểm tự chấm", "Self-score"),
  cross: say("Điểm chấm chéo", "Cross-score"),
  appraised: say("Điểm thẩm định", "Appraised score"),
  agreed: say("Điểm thống nhất", "Agreed score"),
};

/** Where a round stands: the stage that is being entered, or published. */
export const ROUND_STATUSES = [...SCORE_STAGES, "published"] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export const ROUND_STATUS_NAMES: Readonly<Record<RoundStatus, Text>> = {
  self: say("Đang tự chấm", "Self-scoring"),
  cross: say("Đang chấm chéo", "Cross-scoring"),
  appraised: say("Đang thẩm định", "Under appraisal"),
  agreed: say("Chờ hội nghị cụm, khối thống nhất", "Awaiting the cluster's meeting"),
  published: say("Đã công bố", "Published"),
};

/** Takes a status; gives the one that follows, or null at the end. */
export function nextStatus(status: RoundStatus): RoundStatus | null {
  return ROUND_STATUSES[ROUND_STATUSES.indexOf(status) + 1] ?? null;
}

/** The name under which a gate stands among a unit's statements. */
export const gateFact = (id: string): string => `gate:${id}`;
