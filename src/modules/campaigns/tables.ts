import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { CampaignForm, CampaignKind, CampaignStatus } from "./core/campaign.ts";

/** The year's programme (chương trình thi đua năm): theme, contents, who launched it. */
export const programmes = pgTable(
  "programmes",
  {
    locality_id: locality(),
    id: id(),
    unit_id: uuid().notNull(),
    year: integer().notNull(),
    theme: text().notNull(),
    /** The conference or document at which it was launched. */
    launched_at_event: text(),
    launched_on: day(),
    aims: text().array().notNull().default([]),
    occasions: text().array().notNull().default([]),
    /** Until when titles are registered (đăng ký thi đua), for units by calendar year and by school year. */
    registration_due_on: day().notNull(),
    school_registration_due_on: day(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.unit_id, t.year)],
);

/** The contents (nội dung thi đua) of a programme, numbered from 1. */
export const programmeContents = pgTable(
  "programme_contents",
  { locality_id: locality(), programme_id: uuid().notNull(), no: integer().notNull(), title: text().notNull() },
  (t) => [fencedKey(t, t.programme_id, t.no)],
);

/** The bodies that launch together; exactly one is the lawful launcher. */
export const programmeLaunchers = pgTable(
  "programme_launchers",
  { locality_id: locality(), programme_id: uuid().notNull(), seq: integer().notNull(), name: text().notNull(), lawful: boolean().notNull() },
  (t) => [fencedKey(t, t.programme_id, t.seq)],
);

/** A campaign (phong trào thi đua) or a drive (đợt thi đua). */
export const campaigns = pgTable(
  "campaigns",
  {
    locality_id: locality(),
    id: id(),
    programme_id: uuid(),
    kind: text().$type<CampaignKind>().notNull(),
    form: text().$type<CampaignForm>().notNull(),
    content_no: integer(),
    /** The campaign of the level above that this one cascades, or the campaign a drive belongs to. */
    parent_id: uuid(),
    /** The unit that launches. */
    unit_id: uuid().notNull(),
    title: text().notNull(),
    aim: text().notNull(),
    occasion: text(),
    basis: text(),
    from_on: day().notNull(),
    to_on: day().notNull(),
    response_due_on: day().notNull(),
    status: text().$type<CampaignStatus>().notNull(),
    launched_on: day(),
    closed_on: day(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.programme_id)],
);

/** A concrete criterion of a campaign: what is measured, in what, from which evidence, by when. */
export const campaignCriteria = pgTable(
  "campaign_criteria",
  {
    locality_id: locality(),
    campaign_id: uuid().notNull(),
    seq: integer().notNull(),
    text: text().notNull(),
    unit_of_measure: text(),
    evidence_source: text(),
    due_on: day(),
  },
  (t) => [fencedKey(t, t.campaign_id, t.seq)],
);

/** To whom it is launched: single units or whole kinds of units, as chosen in the draft. */
export const campaignScopes = pgTable(
  "campaign_scopes",
  { locality_id: locality(), campaign_id: uuid().notNull(), seq: integer().notNull(), unit_id: uuid(), unit_kind: text() },
  (t) => [fencedKey(t, t.campaign_id, t.seq)],
);

/** The units called, fixed on the day of launch. */
export const campaignUnits = pgTable(
  "campaign_units",
  { locality_id: locality(), campaign_id: uuid().notNull(), unit_id: uuid().notNull() },
  (t) => [fencedKey(t, t.campaign_id, t.unit_id), index().on(t.locality_id, t.unit_id)],
);

/** The awards planned in the launch: form, number, money. */
export const campaignAwards = pgTable(
  "campaign_awards",
  {
    locality_id: locality(),
    campaign_id: uuid().notNull(),
    seq: integer().notNull(),
    honour: text().notNull(),
    subject_kind: text().notNull(),
    quantity: integer().notNull(),
    amount_dong: bigint({ mode: "number" }).notNull(),
  },
  (t) => [fencedKey(t, t.campaign_id, t.seq)],
);

/** A unit's response (hưởng ứng) to a campaign. */
export const responses = pgTable(
  "responses",
  {
    locality_id: locality(),
    campaign_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    responded_on: day().notNull(),
    /** What the unit will do, in its own words. */
    undertaking: text().notNull(),
    participants: integer(),
    late_reason: text(),
  },
  (t) => [fencedKey(t, t.campaign_id, t.unit_id)],
);

/** A registration of a title (đăng ký danh hiệu thi đua): who aims at which honour in which year. */
export const registrations = pgTable(
  "registrations",
  {
    locality_id: locality(),
    id: id(),
    year: integer().notNull(),
    unit_id: uuid().notNull(),
    honour: text().notNull(),
    person_id: uuid(),
    subject_unit_id: uuid(),
    registered_on: day().notNull(),
    late_reason: text(),
    withdrawn_on: day(),
  },
  (t) => [
    fencedKey(t, t.id),
    index().on(t.locality_id, t.unit_id, t.year),
    index().on(t.locality_id, t.person_id, t.year),
    index().on(t.locality_id, t.subject_unit_id, t.year),
  ],
);
