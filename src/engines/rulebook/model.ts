import type { PlainDate } from "../../kernel/plain-date.ts";
import type { CheckInput, CommendationType, Launcher, Rating, Scope, WORKERS } from "./facts.ts";
import type { DatedValue, Honour, RegimeId, SubjectKind } from "./law-types.ts";
import type { LocalLayer } from "./local.ts";
import type { Say } from "./say.ts";

/** The years whose initiatives count: the achievement year, the last years up to it, or those after an award. */
export type Window = { readonly in: "year" } | { readonly in: "last_years"; readonly years: number } | { readonly in: "since_award"; readonly honour: string };

/**
 * A rule (quy định) as a value: what it asks, without the candidate. Numbers the law may change are not
 * here: they stand in the provision that the check names, dated and cited.
 */
export type Rule =
  | { readonly kind: "registered" }
  | { readonly kind: "employed_for_months" }
  | { readonly kind: "good_work"; readonly producers: string }
  | { readonly kind: "rated_at_least"; readonly rating: Rating; readonly if_stated: boolean }
  | { readonly kind: "rated_each_year"; readonly rating: Rating }
  | { readonly kind: "not_disciplined_in_year" }
  | { readonly kind: "counted_after_discipline" }
  | { readonly kind: "nothing_pending" }
  | { readonly kind: "long_training_counts" }
  | { readonly kind: "proposed_by_managing_unit" }
  | { readonly kind: "signed_by"; readonly accepted: readonly ("director" | "board_chair")[] }
  | { readonly kind: "initiatives"; readonly scope: Scope; readonly count: "one" | "as_provided"; readonly window: Window }
  | { readonly kind: "titles_each_year"; readonly honour: string }
  | { readonly kind: "titles_in_a_row"; readonly honour: string; readonly longest_gap_years: number }
  | { readonly kind: "proposed_year_after"; readonly honour: string }
  | { readonly kind: "award_before_years"; readonly honour: string }
  | { readonly kind: "titles_within_years"; readonly honour: string; readonly years: number }
  | { readonly kind: "one_of_award_sets"; readonly sets: readonly (readonly { readonly honour: string; readonly count: number }[])[]; readonly years: number }
  | { readonly kind: "grounds_not_thematic"; readonly honours: readonly string[] }
  | { readonly kind: "one_form_per_achievement" }
  | { readonly kind: "one_state_form_per_year" }
  | { readonly kind: "member_share"; readonly part: "advanced_labourers"; readonly compare: "more_than" | "at_least" }
  | { readonly kind: "every_member_completed" }
  | { readonly kind: "member_count"; readonly part: "grassroots_fighters" }
  | { readonly kind: "no_member_disciplined" }
  | { readonly kind: "member_discipline_noted" }
  | { readonly kind: "formed_for_months" }
  | { readonly kind: "not_dissolved" }
  | { readonly kind: "meets_provincial_flag" }
  | { readonly kind: "leads_cluster"; readonly if_stated: boolean }
  | { readonly kind: "campaign_reviewed"; readonly launched_by: readonly Launcher[]; readonly years: boolean; readonly leads: boolean }
  | { readonly kind: "cultured_family_each_year"; readonly honour: string }
  | { readonly kind: "no_household_violation" }
  | { readonly kind: "within_quota"; readonly of: "advanced_labourers" | "provincial_flag_units"; readonly left_to_province: boolean }
  | { readonly kind: "secret_vote_of_all_members" }
  | { readonly kind: "vote_by_local_rule" }
  | { readonly kind: "judged_by_council"; readonly vi: string; readonly en: string; readonly outcome: "pass" | "unknown" }
  | { readonly kind: "text_not_read" };

/** A rule under the provision (`basis`) that gives its number, citation and standing; `also` is cited beside it. */
export type Part = { readonly basis: string; readonly rule: Rule; readonly also?: string };

/** A check: one id, one or more parts that must all hold; `regimes` limits it where the law changed its shape. */
export type Check = { readonly id: string; readonly parts: readonly [Part, ...Part[]]; readonly regimes?: readonly RegimeId[] };

/** One of several ways to qualify (một trong các tiêu chuẩn), for proposals of the named types and people. */
export type Limb = {
  readonly id: string;
  readonly regimes?: readonly RegimeId[];
  readonly types?: readonly CommendationType[];
  readonly kinds?: readonly SubjectKind[];
  readonly workers?: readonly (typeof WORKERS)[number][];
  readonly checks: readonly Check[];
};

/** The standard (tiêu chuẩn) of an honour: checks that always bind and limbs of which one is enough. */
export type Standard = { readonly honour: string; readonly checks: readonly Check[]; readonly limbs: readonly Limb[] };

export type Result3 = "pass" | "fail" | "unknown";

/** A sentence that is written only when somebody reads it: takes the language, gives the words. */
export type Text = (say: Say) => string;

/** What judging a rule found. `remedy` null: nothing the proposing unit can do; `basis`: another provision decided. */
export type Finding = {
  readonly result: Result3;
  readonly found: Text;
  readonly missing?: readonly string[];
  readonly remedy?: Text | null;
  readonly basis?: string;
};

/** What a rule is judged with: the facts and the provision in force. */
export type Context = {
  readonly input: CheckInput;
  readonly on: PlainDate;
  readonly honour: Honour;
  readonly basis: DatedValue;
  readonly local: LocalLayer | null;
};

/** A rule of one kind. */
export type RuleOf<K extends Rule["kind"]> = Extract<Rule, { readonly kind: K }>;

export function pass(found: Text): Finding {
  return { result: "pass", found };
}

export function fail(found: Text, remedy: Text | null): Finding {
  return { result: "fail", found, remedy };
}

/** A finding for lack of facts: `missing` are their paths in the input. */
export function unknown(found: Text, missing: readonly string[], remedy: Text | null): Finding {
  return { result: "unknown", found, missing, remedy };
}

/** A finding for a single fact that the input lacks. */
export function lacks(path: string, vi: string, en: string): Finding {
  return unknown((say) => say(`Hồ sơ chưa cho biết ${vi}`, `The dossier does not say ${en}`), [path], (say) => say(`Bổ sung ${vi}`, `State ${en}`));
}
