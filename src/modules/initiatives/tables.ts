import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { InitiativeScope, InitiativeStatus } from "./core/status.ts";

/** An initiative (sáng kiến): what was wrong, what was done about it, with which effect. Its scope stands in its recognitions. */
export const initiatives = pgTable(
  "initiatives",
  {
    locality_id: locality(),
    id: id(),
    /** The unit that proposes it. */
    unit_id: uuid().notNull(),
    year: integer().notNull(),
    title: text().notNull(),
    title_folded: text().notNull(),
    field: text(),
    problem: text().notNull(),
    solution: text().notNull(),
    effect: text().notNull(),
    status: text().$type<InitiativeStatus>().notNull(),
    revision: integer().notNull().default(1),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.unit_id), index().on(t.locality_id, t.year, t.status)],
);

/** An author and the share in percent, exact decimal text; the shares of one initiative add up to exactly 100. */
export const initiativeAuthors = pgTable(
  "initiative_authors",
  { locality_id: locality(), initiative_id: uuid().notNull(), person_id: uuid().notNull(), seq: integer().notNull(), share_percent: text().notNull() },
  (t) => [fencedKey(t, t.initiative_id, t.person_id), index().on(t.locality_id, t.person_id)],
);

/** A meeting of the initiative council on one initiative: its minutes, the threshold that the local rule sets, the mean. The newest one counts. */
export const initiativeReviews = pgTable(
  "initiative_reviews",
  {
    locality_id: locality(),
    id: id(),
    initiative_id: uuid().notNull(),
    minutes_number: text().notNull(),
    held_on: day().notNull(),
    threshold: text().notNull(),
    mean: text().notNull(),
    /** How many members scored. */
    scorers: integer().notNull(),
    entered_by: text().notNull(),
    entered_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.initiative_id)],
);

/** One member's marks in a review, exact decimal text. A review entered by its mean only has none. */
export const initiativeScores = pgTable(
  "initiative_scores",
  {
    locality_id: locality(), review_id: uuid().notNull(), seq: integer().notNull(), scorer: text().notNull(),
    novelty: text().notNull(), effect: text().notNull(), spread: text().notNull(),
  },
  (t) => [fencedKey(t, t.review_id, t.seq)],
);

/** A recognition of an initiative in one scope, by its decision; `valid_until` where a local rule ends it. */
export const initiativeRecognitions = pgTable(
  "initiative_recognitions",
  {
    locality_id: locality(),
    id: id(),
    initiative_id: uuid().notNull(),
    scope: text().$type<InitiativeScope>().notNull(),
    decision_number: text().notNull(),
    decided_on: day().notNull(),
    by_unit_id: uuid().notNull(),
    /** Who recognised it, as the decision names it. */
    recognised_by: text().notNull(),
    /** Who signed the decision and as what; the certificate leaves the place open where it is not known. */
    signer_name: text(),
    signer_title: text(),
    valid_until: day(),
    entered_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.initiative_id, t.scope)],
);
