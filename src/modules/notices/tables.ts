import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, locality } from "../../platform/database/schema-kit.ts";
import type { CommentSort } from "./core/words.ts";

/** A PublicNotice (công khai lấy ý kiến): a list of one honour and year that the public reads and comments on before the council does. */
export const publicNotices = pgTable(
  "public_notices",
  {
    locality_id: locality(),
    id: id(),
    unit_id: uuid().notNull(),
    honour: text().notNull(),
    year: integer().notNull(),
    title: text().notNull(),
    /** Working days it runs; the day of posting does not count. */
    days: integer().notNull(),
    /** The instrument that asks for it, and the last day that instrument asks for; null where the officer chose the length. */
    basis: text(),
    least_until: day(),
    from_on: day().notNull(),
    ends_on: day().notNull(),
    /** When its comments were counted into the log; from then on it is over for good. */
    closed_on: day(),
    /** Why it was ended before its last day. */
    close_reason: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.closed_on, t.ends_on), index().on(t.locality_id, t.unit_id)],
);

/** Who stands on a notice, and for what. Public while the notice runs; afterwards for those who work on the dossiers only. */
export const noticeSubjects = pgTable(
  "notice_subjects",
  {
    locality_id: locality(),
    notice_id: uuid().notNull(),
    /** The dossier. */
    subject_id: uuid().notNull(),
    place: integer().notNull(),
    name: text().notNull(),
    note: text().notNull(),
    achievement: text().notNull(),
    /** When the dossier left the appraisal: if the notice was still running, its name left the portal that day. */
    taken_off_on: day(),
  },
  (t) => [fencedKey(t, t.notice_id, t.subject_id), index().on(t.locality_id, t.subject_id)],
);

/** A Comment (ý kiến) on a notice: signed, or protected and then without any trace of who sent it. */
export const noticeComments = pgTable(
  "notice_comments",
  {
    locality_id: locality(),
    id: id(),
    notice_id: uuid().notNull(),
    /** Null when it is about the whole list. */
    subject_id: uuid(),
    kind_claimed: text().$type<CommentSort>().notNull(),
    sort: text().$type<CommentSort>(),
    sort_reason: text(),
    text: text().notNull(),
    author_name: text(),
    author_contact: text(),
    is_protected: boolean().notNull(),
    /** SHA-256 of the receipt code, which only the sender has. */
    receipt_hash: text().notNull(),
    received_on: day().notNull(),
    answer: text(),
    answered_on: day(),
    answer_public: boolean().notNull().default(false),
    accepted_on: day(),
    accepted_document: text(),
    /** When what was accepted was settled, by which document, and how. */
    closed_on: day(),
    closed_document: text(),
    outcome: text(),
  },
  (t) => [
    fencedKey(t, t.id),
    uniqueIndex().on(t.locality_id, t.receipt_hash),
    index().on(t.locality_id, t.notice_id),
    index().on(t.locality_id, t.subject_id),
  ],
);

/** How many comments a notice still takes at present, signed and protected apart: the limit that needs to know nothing of the visitor. */
export const commentBuckets = pgTable(
  "comment_buckets",
  { locality_id: locality(), notice_id: uuid().notNull(), is_protected: boolean().notNull(), tokens: integer().notNull(), minute: integer().notNull() },
  (t) => [fencedKey(t, t.notice_id, t.is_protected)],
);
