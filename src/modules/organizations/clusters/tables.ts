import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, locality } from "../../../platform/database/schema-kit.ts";

/** Who leads a cluster or block (cụm, khối trưởng; phó) in a year, as the members elected. */
export const clusterHeads = pgTable(
  "cluster_heads",
  {
    locality_id: locality(),
    cluster_id: uuid().notNull(),
    year: integer().notNull(),
    head_unit_id: uuid().notNull(),
    deputy_unit_id: uuid(),
    elected_on: day().notNull(),
    /** Where it was decided: a meeting's minutes, a decision. */
    basis: text().notNull(),
  },
  (t) => [fencedKey(t, t.cluster_id, t.year)],
);
