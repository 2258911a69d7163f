import { index, integer, json, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { BallotCountOutput } from "../../engines/rulebook/index.ts";
import type { Choice, MotionStatus, Tally, VoteMode, VoteRule } from "./core/motion.ts";

/** A motion (nội dung biểu quyết) of a session: one subject, or a whole list. */
export const motions = pgTable(
  "motions",
  {
    locality_id: locality(),
    id: id(),
    session_id: uuid().notNull(),
    /** Its place on the agenda: 1, 2, … */
    no: integer().notNull(),
    title: text().notNull(),
    mode: text().$type<VoteMode>().notNull(),
    status: text().$type<MotionStatus>().notNull(),
    rule: jsonb().$type<VoteRule>().notNull(),
    /** 1, or more for a vote that is repeated after the one named. */
    round: integer().notNull(),
    previous_id: uuid(),
    tally: jsonb().$type<Tally>(),
    outcome: jsonb().$type<BallotCountOutput>(),
    /** What was counted on paper or in writing beside the screens. */
    paper: jsonb().$type<{ agree: number; disagree: number; blank: number; invalid: number; issued: number }>(),
    /** The signed count record of a paper vote. */
    scan_id: uuid(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.session_id)],
);

/** What a motion is about. A subject excepted from a list is voted on by itself. */
export const motionSubjects = pgTable(
  "motion_subjects",
  { locality_id: locality(), motion_id: uuid().notNull(), subject_id: uuid().notNull(), label: text().notNull() },
  (t) => [fencedKey(t, t.motion_id, t.subject_id), index().on(t.locality_id, t.subject_id)],
);

/** The key of one ballot: one for each motion and round. The private half is destroyed when the box is closed. */
export const ballotKeys = pgTable(
  "ballot_keys",
  { locality_id: locality(), motion_id: uuid().notNull(), public_key: text().notNull(), private_key: text() },
  (t) => [fencedKey(t, t.motion_id)],
);

/** The roll: who was given a blind signature, on which blinded message. Nothing here leads to the box. */
export const ballotRoll = pgTable(
  "ballot_roll",
  { locality_id: locality(), motion_id: uuid().notNull(), member_id: uuid().notNull(), blinded: text().notNull(), blind_signature: text().notNull() },
  (t) => [fencedKey(t, t.motion_id, t.member_id)],
);

/** The box: tokens with their choices. No time, no number, no order, no actor; rewritten in the order of tokens when it is closed. */
export const ballotBox = pgTable(
  "ballot_box",
  { locality_id: locality(), motion_id: uuid().notNull(), token: text().notNull(), signature: text().notNull(), choice: text().$type<Choice>().notNull() },
  (t) => [fencedKey(t, t.motion_id, t.token)],
);

/** The published record of a counted ballot, as `thidua verify ballots` reads it. Never changed. */
export const ballotRecords = pgTable(
  "ballot_records",
  { locality_id: locality(), motion_id: uuid().notNull(), content: json().notNull(), log_entry_id: uuid().notNull() },
  (t) => [fencedKey(t, t.motion_id)],
);
