import { boolean, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { Direction, Reckoning, Reporting, RollUp, TargetGroup, TargetStatus } from "./core/target.ts";

/** A target (chỉ tiêu) of a year: what is measured, in what, which way, how often. */
export const targets = pgTable(
  "targets",
  {
    locality_id: locality(),
    id: id(),
    /** The unit that sets it; its own plan line is the plan of the whole. */
    unit_id: uuid().notNull(),
    year: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    group: text("target_group").$type<TargetGroup>().notNull(),
    /** The unit of measure (đơn vị tính). */
    measure: text().notNull(),
    /** How many places are shown; what is stored stays exact. */
    decimals: integer().notNull(),
    direction: text().$type<Direction>().notNull(),
    reckoning: text().$type<Reckoning>().notNull(),
    roll_up: text().$type<RollUp>().notNull(),
    reporting: text().$type<Reporting>().notNull(),
    /** The day of the following month by which a period's figure is due. */
    report_day: integer().notNull().default(5),
    /** The campaign that is to move it; kept as a bare id, its title is asked through the port. */
    campaign_id: uuid(),
    /** The instrument that sets it, number and date, as text. */
    basis: text(),
    status: text().$type<TargetStatus>().notNull(),
    created_at: instant().notNull(),
    assigned_on: day(),
    closed_on: day(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.unit_id, t.year, t.code), index().on(t.locality_id, t.year), index().on(t.locality_id, t.campaign_id)],
);

/** A unit's plan of a target, from two levels. An adjustment is a new revision with its reason; the older ones stay. */
export const targetPlans = pgTable(
  "target_plans",
  {
    locality_id: locality(),
    target_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    revision: integer().notNull(),
    from_on: day().notNull(),
    /** Assigned by the level above (cấp trên giao). */
    assigned_from_above: numeric(),
    /** Voted by the People's Council (HĐND giao). */
    voted: numeric(),
    reason: text(),
    entered_by: text().notNull(),
    entered_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.target_id, t.unit_id, t.revision), index().on(t.locality_id, t.unit_id)],
);

/** A reported figure (số thực hiện). Rows are only ever added: a correction is the next version, with its reason. */
export const targetActuals = pgTable(
  "target_actuals",
  {
    locality_id: locality(),
    target_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    /** The period's last month, 1 to 12; the year is the target's. */
    month: integer().notNull(),
    version: integer().notNull(),
    value: numeric().notNull(),
    /** The document that shows it, by number. */
    evidence: text(),
    file_id: uuid(),
    /** Seen on the spot (kiểm tra thực tế), not only taken from papers. */
    on_site: boolean().notNull(),
    reason: text(),
    source: text().$type<"form" | "excel">().notNull(),
    entered_by: text().notNull(),
    entered_on: day().notNull(),
    entered_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.target_id, t.unit_id, t.month, t.version), index().on(t.locality_id, t.unit_id)],
);
