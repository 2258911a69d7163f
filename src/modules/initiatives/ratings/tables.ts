import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../../platform/database/schema-kit.ts";
import type { Rating } from "../core/ratings.ts";

/** A yearly rating (xếp loại mức độ hoàn thành nhiệm vụ) of a person or a collective, by its decision. A later decision stands beside the earlier one and counts. */
export const yearlyRatings = pgTable(
  "yearly_ratings",
  {
    locality_id: locality(),
    id: id(),
    /** The unit whose list it came with. */
    unit_id: uuid().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    year: integer().notNull(),
    rating: text().$type<Rating>().notNull(),
    decision_number: text().notNull(),
    decided_on: day().notNull(),
    entered_at: instant().notNull(),
  },
  (t) => [
    fencedKey(t, t.id),
    uniqueIndex().on(t.locality_id, t.person_id, t.year, t.decision_number),
    uniqueIndex().on(t.locality_id, t.subject_unit_id, t.year, t.decision_number),
    index().on(t.locality_id, t.unit_id, t.year),
  ],
);
