import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { OutcomeKind, Reason } from "./core/outcome.ts";
import type { ReviewCriterion } from "./core/scale.ts";
import type { StatedViolation } from "./core/violations.ts";

/** A household (hộ gia đình) on the list of its commune. Not a unit of the tree: a district has twelve thousand of them. */
export const households = pgTable(
  "households",
  {
    locality_id: locality(),
    id: id(),
    commune_id: uuid().notNull(),
    /** The village or residential group it lives in. */
    unit_id: uuid().notNull(),
    /** The commune's own number of the household, where it keeps such numbers. */
    code: text(),
    head_name: text().notNull(),
    head_folded: text().notNull(),
    /** Where in the village, when two heads have one name. */
    address: text(),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.commune_id, t.code), index().on(t.locality_id, t.unit_id), index().on(t.locality_id, t.commune_id, t.head_folded)],
);

/** A commune's review of its households in a year (bình xét Gia đình văn hóa): the local scale and shares under which it is held, its days. */
export const householdReviews = pgTable(
  "household_reviews",
  {
    locality_id: locality(),
    id: id(),
    commune_id: uuid().notNull(),
    year: integer().notNull(),
    registration_due_on: day().notNull(),
    /** The criteria of the local scale with their most points; empty where only the total is scored. */
    criteria: jsonb().$type<ReviewCriterion[]>().notNull(),
    /** Points a household needs; null where none are asked. */
    pass_mark: text(),
    /** The local instrument of the scale; without it points only warn. */
    scale_instrument: text(),
    quorum_percent: integer().notNull(),
    agree_percent: integer().notNull(),
    /** The local instrument of both shares; without it they only warn. */
    share_instrument: text(),
    /** Days of posting that the local instrument asks for, and that instrument; null where none does. */
    posting_days: integer(),
    posting_instrument: text(),
    posted_from_on: day(),
    posted_to_on: day(),
    posting_place: text(),
    /** When the commune closed it: the day whose law is asked. */
    closed_on: day(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.commune_id, t.year)],
);

/** A household's registration (đăng ký) for the title in a year, what was found of it, and the check when the review was closed. */
export const householdRegistrations = pgTable(
  "household_registrations",
  {
    locality_id: locality(),
    review_id: uuid().notNull(),
    household_id: uuid().notNull(),
    /** The village in which it is reviewed: that of the day it registered. */
    village_id: uuid().notNull(),
    registered_on: day().notNull(),
    late_reason: text(),
    /** Points by criterion, as exact decimal text; empty where only the total is scored. */
    scores: jsonb().$type<Record<string, string>>().notNull(),
    points: text(),
    /** Grounds that exclude it, each with its evidence; empty when the village knows of none. */
    violations: jsonb().$type<StatedViolation[]>().notNull(),
    /** How many of those present at the meeting agreed. */
    agree: integer(),
    note: text(),
    outcome: text().$type<OutcomeKind>(),
    reasons: jsonb().$type<Reason[]>(),
    verdict: text().$type<"eligible" | "not_eligible" | "undetermined">(),
    /** The checks of the rulebook that are not met. */
    failing: jsonb().$type<string[]>(),
    rulebook_hash: text(),
    /** Exactly what was judged, so that it can be judged again. */
    input: jsonb(),
  },
  (t) => [fencedKey(t, t.review_id, t.household_id), index().on(t.locality_id, t.review_id, t.village_id), index().on(t.locality_id, t.household_id)],
);

/** The meeting of a village (họp thôn bình xét): how many were called and came, its chair, secretary and minutes. */
export const villageMeetings = pgTable(
  "village_meetings",
  {
    locality_id: locality(),
    review_id: uuid().notNull(),
    village_id: uuid().notNull(),
    met_on: day().notNull(),
    called: integer().notNull(),
    present: integer().notNull(),
    chair_name: text().notNull(),
    secretary_name: text().notNull(),
    scan_file_id: uuid(),
  },
  (t) => [fencedKey(t, t.review_id, t.village_id)],
);

/** A remark (ý kiến) received while the result was posted, and its answer. Who made it is not kept. */
export const postingRemarks = pgTable(
  "posting_remarks",
  {
    locality_id: locality(),
    id: id(),
    review_id: uuid().notNull(),
    village_id: uuid(),
    received_on: day().notNull(),
    remark: text().notNull(),
    answer: text(),
    answered_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.review_id)],
);

/** A household on a decision, with the check behind it. Rows stay when a draft is given up: they say what was proposed. */
export const householdRecipients = pgTable(
  "household_recipients",
  {
    locality_id: locality(),
    decision_id: uuid().notNull(),
    household_id: uuid().notNull(),
    review_id: uuid().notNull(),
    village_id: uuid().notNull(),
    honour: text().notNull(),
    year: integer().notNull(),
    /** Order of the list: by village, then by name. */
    place: integer().notNull(),
    subject_name: text().notNull(),
    subject_note: text().notNull(),
    achievement: text().notNull(),
    verdict: text().$type<"eligible" | "not_eligible" | "undetermined">().notNull(),
    failing: jsonb().$type<string[]>().notNull(),
    rulebook_hash: text().notNull(),
    input: jsonb().notNull(),
    /** False once its draft was given up or its award revoked: the household may stand on another decision. */
    standing: boolean().notNull(),
    award_id: uuid(),
    revocation_reason: text(),
  },
  (t) => [
    fencedKey(t, t.decision_id, t.household_id),
    uniqueIndex().on(t.locality_id, t.household_id, t.honour, t.year).where(sql`standing`),
    index().on(t.locality_id, t.review_id),
    index().on(t.locality_id, t.award_id),
  ],
);
