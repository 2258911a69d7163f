import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** The steps of a review, in order. Where it stands is computed, never kept. */
export const STAGES = ["registration", "meetings", "posting", "closed", "decided"] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  registration: say("Đăng ký", "Registration"),
  meetings: say("Thôn họp bình xét", "Village meetings"),
  posting: say("Niêm yết", "Posting"),
  closed: say("Chốt, đối chiếu", "Closed and checked"),
  decided: say("Quyết định", "Decided"),
};

/** Takes a review's days, whether a village has met and whether titles are in force; gives the step at which it stands. */
export function stageOf(review: { registration_due_on: PlainDate; posted_from_on: PlainDate | null; closed_on: PlainDate | null }, met: boolean, recognised: number, today: PlainDate): Stage {
  if (recognised > 0) return "decided";
  if (review.closed_on !== null) return "closed";
  if (review.posted_from_on !== null) return "posting";
  return met || today > review.registration_due_on ? "meetings" : "registration";
}
