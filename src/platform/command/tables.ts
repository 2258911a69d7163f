import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../database/schema-kit.ts";

/** The localities of this installation (địa phương): the tenants. Outside the fence, nothing personal in it. */
export const localities = pgTable("localities", {
  /** The permanent short code that leads every key and every public code, e.g. `CD`. */
  code: text().primaryKey(),
  name: text().notNull(),
  name_en: text().notNull(),
  /** Host names under which this locality is served; the first locality serves all others. */
  hosts: text().array().notNull().default([]),
  /** The date a demonstration stands at; null in a real locality. */
  demonstration_on: day(),
  /** Until which day the demonstration's year has been played; null while it is being built. */
  demonstration_played_on: day(),
  created_at: instant().notNull(),
});

/** One row for each command that ran, by the form's transaction id: a repeat gives the same answer and changes nothing. */
export const commandRuns = pgTable(
  "command_runs",
  {
    locality_id: locality(),
    transaction_id: uuid().notNull(),
    command: text().notNull(),
    actor_id: text().notNull(),
    result: jsonb(),
    ran_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.transaction_id)],
);

/** Everything that was done, append-only: the life of each dossier and the audit trail in one. */
export const actions = pgTable(
  "actions",
  {
    locality_id: locality(),
    id: id(),
    /** What was acted upon, e.g. `nomination`; its own sequence from 1. */
    subject_kind: text().notNull(),
    subject_id: text().notNull(),
    seq: integer().notNull(),
    action: text().notNull(),
    command: text().notNull(),
    actor_id: text().notNull(),
    actor_name: text().notNull(),
    /** Whom the actor stood in for (delegation), or null. */
    acting_for_id: uuid(),
    unit_id: uuid(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    done_on: day().notNull(),
    done_at: instant().notNull(),
  },
  (t) => [
    fencedKey(t, t.id),
    uniqueIndex().on(t.locality_id, t.subject_kind, t.subject_id, t.seq),
    index().on(t.locality_id, t.done_at),
  ],
);

/** Notices waiting to leave (mail and the like), written in the command's own transaction. */
export const outbox = pgTable(
  "outbox",
  {
    locality_id: locality(),
    id: id(),
    to_user_id: uuid(),
    to_address: text(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    created_at: instant().notNull(),
    sent_at: instant(),
    attempts: integer().notNull().default(0),
    failure: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.to_user_id)],
);
