import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";

/** How sure a dated value is: read in a source, or not yet confirmed by anybody. */
export type Standing = "verified" | "unverified";

/** A place in a legal instrument (căn cứ). */
export type Citation = { readonly instrument: string; readonly article?: string; readonly clause?: string; readonly point?: string; readonly note?: string };

/** A stretch of polling days with its citation: `from` included, `to` excluded, null without end. */
export type Dated = { readonly from: PlainDate; readonly to: PlainDate | null; readonly status: Standing; readonly cite: readonly Citation[] };

/** The election law (luật bầu cử) as it stands over a stretch of polling days, and the levels that elect under it. */
export type ElectionLaw = Dated & { readonly id: string; readonly levels: readonly string[] };

export const ACTING_LEVELS = ["nation", "province", "district", "commune"] as const;
/** At which level of administration somebody has to act. */
export type ActingLevel = (typeof ACTING_LEVELS)[number];

/** When a milestone falls: `offset_days` calendar days before the polling day (negative: after), `time` is `HH:MM` in Vietnam or null. */
export type DatedOffset = Dated & { readonly offset_days: number; readonly time: string | null; readonly levels: readonly ActingLevel[] };

/** A milestone (mốc thời gian) of an election through the laws. */
export type MilestoneEntry = { readonly id: string; readonly what: Text; readonly who: Text; readonly values: readonly DatedOffset[] };

/** An election (cuộc bầu cử) whose polling day has been fixed. */
export type Election = Text & { readonly polling_day: PlainDate; readonly status: Standing; readonly cite: readonly Citation[] };

/** A rule that the tally rests on (quy định). */
export type RuleEntry = Text & { readonly id: string; readonly values: readonly Dated[] };

/** All of `law/elections/`, compiled. */
export type ElectionBook = {
  readonly instruments: readonly (Text & { readonly id: string; readonly kind: string })[];
  readonly laws: readonly ElectionLaw[];
  readonly elections: readonly Election[];
  readonly milestones: readonly MilestoneEntry[];
  readonly rules: readonly RuleEntry[];
};
