import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, locality } from "../../../platform/database/schema-kit.ts";
import type { Answer, Applies, Matter, Silence } from "./core/clearance.ts";

/** A clearance round (lượt lấy ý kiến hiệp y): one office asked about one matter of several dossiers, by one letter. */
export const clearanceRounds = pgTable(
  "clearance_rounds",
  {
    locality_id: locality(),
    id: id(),
    /** Who asks. */
    unit_id: uuid().notNull(),
    matter: text().$type<Matter>().notNull(),
    /** The office asked: a unit of this locality that answers here, or one outside that answers on paper. */
    body_unit_id: uuid(),
    body_name: text().notNull(),
    letter_number: text(),
    asked_on: day().notNull(),
    due_on: day().notNull(),
    silence: text().$type<Silence>().notNull(),
    /** The instrument by which silence counts as an answer. */
    silence_basis: text(),
    /** When the question was taken back, and why: the wrong office, the wrong matter. It then counts for nothing. */
    withdrawn_on: day(),
    withdraw_reason: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.body_unit_id), index().on(t.locality_id, t.asked_on)],
);

/** The answer about one dossier; the newest stands, earlier ones are among the actions. */
export const clearanceLines = pgTable(
  "clearance_lines",
  {
    locality_id: locality(),
    round_id: uuid().notNull(),
    nomination_id: uuid().notNull(),
    answer: text().$type<Answer>(),
    answered_on: day(),
    note: text(),
    /** The letter of answer, when it came on paper. */
    file_id: uuid(),
  },
  (t) => [fencedKey(t, t.round_id, t.nomination_id), index().on(t.locality_id, t.nomination_id)],
);

/** A clearance rule of the locality: whose dossiers need a clearance on which matter, how long the office has, what its silence means. */
export const clearanceRules = pgTable(
  "clearance_rules",
  {
    locality_id: locality(),
    id: id(),
    applies: text().$type<Applies>().notNull(),
    matter: text().$type<Matter>().notNull(),
    days: integer().notNull(),
    silence: text().$type<Silence>().notNull(),
    instrument: text().notNull(),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id)],
);
