import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../../platform/database/schema-kit.ts";
import type { UnitKind } from "../../organizations/index.ts";
import type { OutsideAuthority } from "../core/authorities.ts";
import type { AboveOutcome } from "./core/result-file.ts";

/** A level of the route (cấp trong tuyến trình): a unit that reviews what others submit before it reaches the deciding level. */
export const routeLevels = pgTable(
  "route_levels",
  {
    locality_id: locality(),
    id: id(),
    level_unit_id: uuid().notNull(),
    /** Its place among the levels of the same unit: 1 comes first. */
    order_no: integer().notNull(),
    /** For whom: all units of a kind, or the units named. */
    unit_kind: text().$type<UnitKind>(),
    unit_ids: uuid().array().notNull(),
    from_on: day().notNull(),
    to_on: day(),
    /** The paper that says so. */
    basis: text().notNull(),
  },
  (t) => [fencedKey(t, t.id)],
);

/** Which levels have or had a dossier: whoever reads at one of them may read the dossier. */
export const levelStays = pgTable(
  "level_stays",
  { locality_id: locality(), nomination_id: uuid().notNull(), level_unit_id: uuid().notNull(), first_on: day().notNull() },
  (t) => [fencedKey(t, t.nomination_id, t.level_unit_id), index().on(t.locality_id, t.level_unit_id)],
);

/** What the letter (tờ trình) above a list or a package says of itself; empty until it is written. */
const letter = {
  /** From the records clerk's book of the unit. */
  letter_number: text(),
  letter_on: day(),
  signer_name: text(),
  signer_title: text(),
  /** The signed paper; null where the letter made here serves. */
  letter_file_id: uuid(),
};

/** A submission list (danh sách đề nghị): what a unit or a level submits together, under one letter. */
export const submissionLists = pgTable(
  "submission_lists",
  {
    locality_id: locality(),
    id: id(),
    unit_id: uuid().notNull(),
    year: integer().notNull(),
    state: text().$type<"draft" | "sent" | "dropped">().notNull(),
    ...letter,
    sent_on: day(),
    created_on: day().notNull(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.unit_id)],
);

/** A dossier on a list; its place and where it went are fixed when the list is sent. */
export const submissionEntries = pgTable(
  "submission_entries",
  {
    locality_id: locality(),
    list_id: uuid().notNull(),
    nomination_id: uuid().notNull(),
    position: integer(),
    /** The next level; null for the level that decides, and before sending. */
    to_unit_id: uuid(),
  },
  (t) => [fencedKey(t, t.list_id, t.nomination_id), index().on(t.locality_id, t.nomination_id)],
);

/** A receipt (giấy tiếp nhận) for dossiers that reached the deciding level together; gap-free within the year. */
export const receipts = pgTable(
  "receipts",
  {
    locality_id: locality(),
    id: id(),
    year: integer().notNull(),
    number: integer().notNull(),
    unit_id: uuid().notNull(),
    list_id: uuid(),
    received_on: day().notNull(),
    received_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.year, t.number), index().on(t.locality_id, t.unit_id)],
);

/** What a receipt received, and until when it is worked on by which instrument; both null where no local rule says. */
export const receiptLines = pgTable(
  "receipt_lines",
  { locality_id: locality(), receipt_id: uuid().notNull(), nomination_id: uuid().notNull(), due_on: day(), instrument: text() },
  (t) => [fencedKey(t, t.receipt_id, t.nomination_id), index().on(t.locality_id, t.nomination_id)],
);

/** The last receipt number of each year; locked while one is given. */
export const receiptCounters = pgTable("receipt_counters", { locality_id: locality(), year: integer().notNull(), last_number: integer().notNull() }, (t) => [fencedKey(t, t.year)]);

/** A package (gói hồ sơ trình cấp trên): recommended dossiers that an authority outside the locality decides. */
export const packages = pgTable(
  "packages",
  {
    locality_id: locality(),
    id: id(),
    to_authority: text().$type<OutsideAuthority>().notNull(),
    /** Whom the letter addresses, e.g. the standing body of the province. */
    addressee: text().notNull(),
    title: text().notNull(),
    state: text().$type<"draft" | "sent" | "answered" | "cancelled">().notNull(),
    ...letter,
    /** package.json exactly as it was sent, and the SHA-256 of its bytes; null before. */
    content: text(),
    sha256: text(),
    sent_on: day(),
    created_on: day().notNull(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id)],
);

/** A dossier of a package; its place is fixed when the package is sent, its outcome when a result is confirmed. */
export const packageEntries = pgTable(
  "package_entries",
  { locality_id: locality(), package_id: uuid().notNull(), nomination_id: uuid().notNull(), position: integer(), outcome: text().$type<AboveOutcome>(), reason: text() },
  (t) => [fencedKey(t, t.package_id, t.nomination_id), index().on(t.locality_id, t.nomination_id)],
);

/** A result of a package as its paper says it: entered by one person, confirmed by another. */
export const packageResults = pgTable(
  "package_results",
  {
    locality_id: locality(),
    id: id(),
    package_id: uuid().notNull(),
    state: text().$type<"awaiting_confirmation" | "confirmed" | "cancelled">().notNull(),
    /** The number as the level above writes it. */
    decision_number: text().notNull(),
    decided_on: day().notNull(),
    issuer: text().notNull(),
    signer_name: text().notNull(),
    signer_title: text().notNull(),
    scan_file_id: uuid().notNull(),
    recorded_by: uuid().notNull(),
    confirmed_by: uuid(),
    recorded_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.package_id)],
);

/** What a result says of one dossier. */
export const packageResultLines = pgTable(
  "package_result_lines",
  { locality_id: locality(), result_id: uuid().notNull(), nomination_id: uuid().notNull(), outcome: text().$type<AboveOutcome>().notNull(), reason: text() },
  (t) => [fencedKey(t, t.result_id, t.nomination_id)],
);
