import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { SubjectKind } from "../organizations/index.ts";
import type { DecisionState } from "./core/award.ts";
import type { RevocationGround } from "./core/recovery.ts";

/** An award decision (quyết định khen thưởng): signed here, or recorded from signed paper. */
export const awardDecisions = pgTable(
  "award_decisions",
  {
    locality_id: locality(),
    id: id(),
    issuer_unit_id: uuid().notNull(),
    /** The authority that decides, as contracts/check.md names it. */
    authority: text().notNull(),
    /** What it is about, the trích yếu. */
    title: text().notNull(),
    year: integer().notNull(),
    source: text().$type<"signed_here" | "recorded_paper">().notNull(),
    state: text().$type<DecisionState>().notNull(),
    /** From the records clerk's book: unique per issuer, year and kind, not gap-free. */
    number: integer(),
    symbol: text(),
    decided_on: day(),
    signer_name: text(),
    signer_title: text(),
    scan_file_id: uuid(),
    prepared_by: uuid().notNull(),
    prepared_on: day().notNull(),
    /** Who signed here; null for paper. */
    signed_by: uuid(),
    /** Who entered the paper, and who confirmed it: two different people. */
    recorded_by: uuid(),
    confirmed_by: uuid(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.issuer_unit_id, t.symbol, t.year, t.number)],
);

/** An award (danh hiệu, hình thức đã được tặng): one honour given to one recipient by one decision. */
export const awards = pgTable(
  "awards",
  {
    locality_id: locality(),
    id: id(),
    decision_id: uuid().notNull(),
    /** Gap-free within the locality and year: the product's own award register (sổ khen thưởng). */
    register_year: integer().notNull(),
    register_number: integer().notNull(),
    /** What stands under the QR code and is typed to verify. */
    code: text().notNull(),
    honour: text().notNull(),
    year: integer().notNull(),
    subject_kind: text().$type<SubjectKind>().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    /** A household of a commune's own list: not a unit of the tree. */
    household_id: uuid(),
    /** As printed: the name, then position and unit on the day of the decision. */
    subject_name: text().notNull(),
    subject_note: text().notNull(),
    /** The unit that proposed, for lists. */
    unit_id: uuid().notNull(),
    achievement: text().notNull(),
    amount_dong: bigint({ mode: "number" }),
    nomination_id: uuid(),
    log_entry_id: uuid().notNull(),
    revoked_on: day(),
    revocation_reason: text(),
    issued_at: instant().notNull(),
  },
  (t) => [
    fencedKey(t, t.id),
    uniqueIndex().on(t.locality_id, t.register_year, t.register_number),
    uniqueIndex().on(t.locality_id, t.code),
    index().on(t.locality_id, t.person_id),
    index().on(t.locality_id, t.subject_unit_id),
    index().on(t.locality_id, t.household_id),
    index().on(t.locality_id, t.decision_id),
  ],
);

/** The recovery (thu hồi hiện vật, tiền thưởng) of a revoked award: what must come back, on which ground, and what has. */
export const recoveries = pgTable(
  "recoveries",
  {
    locality_id: locality(),
    award_id: uuid().notNull(),
    /** The ground in law; null where the revocation named none. */
    ground: text().$type<RevocationGround>(),
    /** Number and day of the revoking decision, as on its paper; null where none was given. */
    decision_number: text(),
    decided_on: day(),
    insignia_due: boolean().notNull(),
    /** Reward money that must come back, in whole đồng. */
    amount_due: bigint({ mode: "number" }).notNull(),
    insignia_returned_on: day(),
    insignia_receipt: text(),
    money_returned_on: day(),
    money_receipt: text(),
  },
  (t) => [fencedKey(t, t.award_id)],
);

/** The last number of the award register in each year; locked while numbers are given, so none is doubled or skipped. */
export const registerCounters = pgTable(
  "register_counters",
  { locality_id: locality(), year: integer().notNull(), last_number: integer().notNull() },
  (t) => [fencedKey(t, t.year)],
);

/** Awards given before this product or by levels outside the locality, entered from paper: they count for the award history. */
export const externalAwards = pgTable(
  "external_awards",
  {
    locality_id: locality(),
    id: id(),
    honour: text().notNull(),
    year: integer().notNull(),
    decided_on: day().notNull(),
    decision_number: text().notNull(),
    issuer: text().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    household_id: uuid(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.person_id), index().on(t.locality_id, t.subject_unit_id), index().on(t.locality_id, t.household_id)],
);
