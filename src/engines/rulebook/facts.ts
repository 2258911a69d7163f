import type { PlainDate } from "../../kernel/plain-date.ts";
import type { AuthorityId, SubjectKind } from "./law-types.ts";

export const RATINGS = ["unsatisfactory", "satisfactory", "good", "excellent"] as const;
/** Yearly rating (xếp loại), in rising order. */
export type Rating = (typeof RATINGS)[number];

export const DISCIPLINE_FORMS = ["reprimand", "warning", "delayed_raise", "salary_cut", "demotion", "removal", "recall", "dismissal", "sacking"] as const;
/** Form of discipline (hình thức kỷ luật); every form but the first counts as warning or above. */
export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];

export const PENDING_MATTERS = ["discipline", "investigation", "inspection", "complaint", "denunciation", "press"] as const;
export type PendingMatter = (typeof PENDING_MATTERS)[number];

export const SCOPES = ["unit", "province", "nation"] as const;
/** How far an initiative (sáng kiến) is recognised to reach, in rising order. */
export type Scope = (typeof SCOPES)[number];

export const VIOLATIONS = ["prosecuted", "military_duty", "tax", "construction", "fire_safety", "environment", "child_marriage", "domestic_violence", "social_evils", "disorderly_gathering"] as const;
export type Violation = (typeof VIOLATIONS)[number];

export const COMMENDATION_TYPES = ["for_merit", "ad_hoc", "for_campaign", "for_long_service", "by_seniority", "for_foreign_relations", "for_resistance"] as const;
/** Type of commendation (loại hình khen thưởng). */
export type CommendationType = (typeof COMMENDATION_TYPES)[number];

export const LAUNCHERS = ["commune", "district", "agency", "enterprise", "province", "ministry", "central_council", "prime_minister", "president"] as const;
export type Launcher = (typeof LAUNCHERS)[number];

export const WORKERS = ["official", "worker", "farmer", "other"] as const;

export type Discipline = { readonly form?: DisciplineForm; readonly on?: PlainDate; readonly ends_on?: PlainDate };
export type Absence = {
  readonly reason: "maternity" | "training" | "rescue_injury" | "other";
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly result?: "excellent" | "good" | "fair" | "average";
};
export type Initiative = { readonly year?: number; readonly scope?: Scope; readonly kind?: "initiative" | "research" | "military_ingenuity" };

/** An award already decided. `honour` is the catalogue id (never an alias), `period` the first and last year it rewards. */
export type PastAward = {
  readonly honour: string;
  readonly year?: number;
  readonly decided_on?: PlainDate;
  readonly period?: readonly [number, number];
  readonly type?: CommendationType;
  readonly achievement?: string;
};

export type MemberFigures = {
  readonly total?: number;
  readonly completed?: number;
  readonly advanced_labourers?: number;
  readonly grassroots_fighters?: number;
  readonly disciplined?: readonly DisciplineForm[];
};

/** Facts of the nominee (đối tượng được đề nghị); each may be left out and is then unknown. */
export type Candidate = {
  readonly kind: SubjectKind;
  readonly worker?: (typeof WORKERS)[number];
  readonly registered?: boolean;
  readonly recruited_on?: PlainDate;
  readonly rating?: Rating;
  readonly ratings?: Readonly<Record<string, Rating>>;
  readonly discipline?: readonly Discipline[];
  readonly pending?: readonly PendingMatter[];
  readonly absences?: readonly Absence[];
  readonly initiatives?: readonly Initiative[];
  readonly record?: readonly PastAward[];
  readonly achievement?: string;
  readonly type?: CommendationType;
  readonly proposed_by?: "managing_unit" | "former_unit";
  readonly campaign?: { readonly launched_by?: Launcher; readonly years?: number; readonly leads?: boolean };
  readonly signatory?: "director" | "board_chair";
  readonly members?: MemberFigures;
  readonly formed_on?: PlainDate;
  readonly dissolved_on?: PlainDate;
  readonly meets_provincial_flag?: boolean;
  readonly leads_cluster?: boolean;
  readonly years_as_cultured_family?: readonly number[];
  readonly violations?: readonly Violation[];
};

/** The deciding unit's figures that a quota needs: counts of people or units, `local_cap` a percentage as text. */
export type Pool = {
  readonly advanced_labourers?: number;
  readonly provincial_flag_units?: number;
  readonly proposed?: number;
  readonly local_cap?: string;
};

/** A council's vote: counts of members; `approve` counts written opinions too. */
export type Vote = {
  readonly members?: number;
  readonly present?: number;
  readonly written?: number;
  readonly approve?: number;
  readonly secret?: boolean;
};

/** What `check` is asked. `received_on` is the day the dossier reached the level that decides. */
export type CheckInput = {
  readonly honour: string;
  readonly year?: number;
  readonly received_on: PlainDate;
  readonly authority?: AuthorityId;
  readonly candidate: Candidate;
  readonly pool?: Pool;
  readonly vote?: Vote;
};

/** The type of this proposal: as said; else a campaign's review when one is described; else merit. */
export function typeOf(candidate: Candidate): CommendationType {
  return candidate.type ?? (candidate.campaign === undefined ? "for_merit" : "for_campaign");
}
