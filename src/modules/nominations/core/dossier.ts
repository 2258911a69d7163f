import type { Procedure } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { SubjectKind } from "../../organizations/index.ts";
import type { NominationStatus } from "./status.ts";

/** A nomination as its row stands. */
export type Nomination = {
  id: string;
  unit_id: string;
  honour: string;
  year: number;
  authority: string;
  subject_kind: SubjectKind;
  person_id: string | null;
  subject_unit_id: string | null;
  subject_name: string;
  subject_note: string;
  campaign_id: string | null;
  achievement: string;
  procedure: Procedure;
  facts: Record<string, unknown>;
  status: NominationStatus;
  received_on: PlainDate | null;
  assigned_to: string | null;
  decision_id: string | null;
  /** The level of the route that has the dossier now, and its place in the route; null elsewhere. */
  level_unit_id: string | null;
  level_order: number | null;
  /** Until when the receiving level has undertaken to work on it (quy định của địa phương); null where none is declared. */
  due_on: PlainDate | null;
  revision: number;
};

/** The statuses in which a dossier counts as proposed: its place in a quota is taken. */
export const PROPOSED: readonly NominationStatus[] = [
  "draft", "at_level", "submitted", "returned", "under_appraisal", "on_notice", "before_council", "recommended", "in_decision", "in_package", "sent_up", "decided",
];

/** What the clerk may state of a candidate; all else of contracts/check.md comes from the product's own rows. */
export const STATED_FACTS = [
  "rating", "ratings", "discipline", "pending", "absences", "initiatives", "achievement", "type", "campaign", "members", "formed_on",
  "dissolved_on", "meets_provincial_flag", "years_as_cultured_family", "violations", "leads_cluster", "signatory", "proposed_by",
] as const;

/** Takes what was stated; gives only what may be stated. */
export function statedFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(STATED_FACTS.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]));
}
