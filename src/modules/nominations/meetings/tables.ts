import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, locality } from "../../../platform/database/schema-kit.ts";
import type { MeetingBase, MeetingMode } from "./core/meeting.ts";

/** A unit's own meeting (họp bình xét): the collective votes on whom it proposes for one honour of one year. */
export const unitMeetings = pgTable(
  "unit_meetings",
  {
    locality_id: locality(),
    id: id(),
    unit_id: uuid().notNull(),
    honour: text().notNull(),
    year: integer().notNull(),
    held_on: day().notNull(),
    place: text(),
    chair_name: text().notNull(),
    secretary_name: text().notNull(),
    mode: text().$type<MeetingMode>().notNull(),
    members: integer().notNull(),
    present: integer().notNull(),
    /** The unit's own least share in whole percent, of whom, and by which rule; all three or none. */
    least_percent: integer(),
    least_of: text().$type<MeetingBase>(),
    least_basis: text(),
    scan_file_id: uuid(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.unit_id)],
);

/** A line of the meeting: who was voted on, with which result, and the dossier that came of it. */
export const unitMeetingVotes = pgTable(
  "unit_meeting_votes",
  {
    locality_id: locality(),
    meeting_id: uuid().notNull(),
    place: integer().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    name: text().notNull(),
    votes_for: integer().notNull(),
    proposed: boolean().notNull(),
    nomination_id: uuid(),
  },
  (t) => [fencedKey(t, t.meeting_id, t.place), index().on(t.locality_id, t.nomination_id)],
);
