import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { Attendance, ConflictGround, CouncilKind, CouncilPosition, SessionStatus } from "./core/words.ts";

/** A council (Hội đồng Thi đua - Khen thưởng, Hội đồng sáng kiến) of a unit: district, commune, school or enterprise. */
export const councils = pgTable(
  "councils",
  {
    locality_id: locality(),
    id: id(),
    unit_id: uuid().notNull(),
    kind: text().$type<CouncilKind>().notNull(),
    name: text().notNull(),
    /** The decision that formed it. */
    basis: text().notNull(),
    formed_on: day().notNull(),
    ended_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.unit_id)],
);

/** A member over a stretch of days. `user_id` is the account by which the member votes on a screen; without one there is paper. */
export const councilMembers = pgTable(
  "council_members",
  {
    locality_id: locality(),
    id: id(),
    council_id: uuid().notNull(),
    user_id: uuid(),
    person_id: uuid(),
    name: text().notNull(),
    position: text().$type<CouncilPosition>().notNull(),
    /** The member's own unit, from which conflicts are found. */
    unit_id: uuid(),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.council_id), index().on(t.locality_id, t.user_id)],
);

/** A CouncilSession (phiên họp), or a written round (phiếu xin ý kiến) that has no room. */
export const councilSessions = pgTable(
  "council_sessions",
  {
    locality_id: locality(),
    id: id(),
    council_id: uuid().notNull(),
    title: text().notNull(),
    held_on: day().notNull(),
    place: text(),
    /** Members are asked in writing only. */
    in_writing: boolean().notNull(),
    status: text().$type<SessionStatus>().notNull(),
    agenda: text().array().notNull(),
    conclusion: text(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.council_id)],
);

/** The members of a session as they stood on its day, where each was, and who counts votes. */
export const sessionMembers = pgTable(
  "session_members",
  {
    locality_id: locality(),
    session_id: uuid().notNull(),
    member_id: uuid().notNull(),
    attendance: text().$type<Attendance>().notNull(),
    teller: boolean().notNull(),
  },
  (t) => [fencedKey(t, t.session_id, t.member_id)],
);

/** A conflict of interest between a member and a subject: found from what is known, or declared; and whether the member stands aside. */
export const sessionConflicts = pgTable(
  "session_conflicts",
  {
    locality_id: locality(),
    session_id: uuid().notNull(),
    member_id: uuid().notNull(),
    /** What is decided about: a dossier. */
    subject_id: uuid().notNull(),
    subject: text().notNull(),
    ground: text().$type<ConflictGround>().notNull(),
    found: boolean().notNull(),
    note: text(),
    /** Null until somebody has decided it. */
    recused: boolean(),
    decided_by: text(),
    reason: text(),
  },
  (t) => [fencedKey(t, t.session_id, t.member_id, t.subject_id)],
);
