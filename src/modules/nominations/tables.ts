import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Procedure } from "../../engines/rulebook/index.ts";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { SubjectKind } from "../organizations/index.ts";
import type { NominationStatus } from "./core/status.ts";

/** A nomination (hồ sơ đề nghị khen thưởng): the dossier. Its life is in the actions; `status` repeats what they add up to. */
export const nominations = pgTable(
  "nominations",
  {
    locality_id: locality(),
    id: id(),
    /** The unit that proposes. */
    unit_id: uuid().notNull(),
    honour: text().notNull(),
    year: integer().notNull(),
    authority: text().notNull(),
    subject_kind: text().$type<SubjectKind>().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    subject_name: text().notNull(),
    subject_folded: text().notNull(),
    subject_note: text().notNull(),
    campaign_id: uuid(),
    achievement: text().notNull(),
    /** The usual procedure, or the simplified one that goes neither on notice nor before the council. */
    procedure: text().$type<Procedure>().notNull().default("usual"),
    /** What the clerk states of the candidate, in the shape of contracts/check.md, `candidate`. */
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text().$type<NominationStatus>().notNull(),
    /** When the dossier reached the level that decides; it selects the regime. */
    received_on: day(),
    assigned_to: uuid(),
    decision_id: uuid(),
    /** The level of the route that has the dossier now, and its place in the route. */
    level_unit_id: uuid(),
    level_order: integer(),
    /** Until when the receiving level has undertaken to work on it; null where no local rule says. */
    due_on: day(),
    created_at: instant().notNull(),
    revision: integer().notNull().default(1),
  },
  (t) => [
    fencedKey(t, t.id),
    index().on(t.locality_id, t.status),
    index().on(t.locality_id, t.unit_id),
    index().on(t.locality_id, t.person_id),
    index().on(t.locality_id, t.decision_id),
    index().on(t.locality_id, t.level_unit_id),
  ],
);

/** A finding (kết quả xét điều kiện), kept for good: with the day it was reckoned for, the rulebook's hash, facts and trace. */
export const findings = pgTable(
  "findings",
  {
    locality_id: locality(),
    id: id(),
    nomination_id: uuid().notNull(),
    stage: text().$type<"submission" | "appraisal" | "decision">().notNull(),
    reckoned_on: day().notNull(),
    verdict: text().$type<"eligible" | "not_eligible" | "undetermined">().notNull(),
    rulebook_hash: text().notNull(),
    input: jsonb().notNull(),
    output: jsonb().notNull(),
    found_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.nomination_id)],
);

/** Every rulebook that gave a finding, by its hash, so that the finding can be judged again. */
export const rulebooks = pgTable(
  "rulebooks",
  { locality_id: locality(), hash: text().notNull(), regime: text().notNull(), content: jsonb().notNull(), first_used_at: instant().notNull() },
  (t) => [fencedKey(t, t.hash)],
);

/** A rule of the province or the district that fills what national law leaves open, with its instrument and validity. */
export const localRules = pgTable(
  "local_rules",
  {
    locality_id: locality(),
    id: id(),
    /** Which matter: `grassroots_fighter_cap`, a percentage; `council_vote:`, `public_notice:` or `processing:` with an honour (core/local-rules.ts). */
    rule: text().notNull(),
    value: text().notNull(),
    instrument: text().notNull(),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.rule)],
);
