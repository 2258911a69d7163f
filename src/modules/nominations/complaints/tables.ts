import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, locality } from "../../../platform/database/schema-kit.ts";
import type { ComplaintSort, Outcome } from "./core/complaint.ts";

/** A complaint or denunciation about a dossier or its decision, outside a public notice: received, accepted or not, settled. */
export const complaints = pgTable(
  "complaints",
  {
    locality_id: locality(),
    id: id(),
    nomination_id: uuid().notNull(),
    sort: text().$type<ComplaintSort>().notNull(),
    received_on: day().notNull(),
    /** Number in the book of incoming papers. */
    received_number: text().notNull(),
    /** Who complains; of a denunciation never kept here: the law protects its author. */
    from_name: text(),
    content: text().notNull(),
    accepted_on: day(),
    accepted_document: text(),
    refused_on: day(),
    refusal_reason: text(),
    settled_on: day(),
    settled_document: text(),
    outcome: text().$type<Outcome>(),
    outcome_text: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.nomination_id)],
);
