import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { Sex, SuccessionKind, UnitKind, Worker } from "./core/kinds.ts";

/** A unit (cơ quan, tổ chức, đơn vị; also village, household, collective) in its permanent identity. */
export const units = pgTable(
  "units",
  {
    locality_id: locality(),
    id: id(),
    /** Official code where there is one (GSO: five characters with a leading zero). */
    code: text(),
    /** Tax code of an enterprise. */
    tax_code: text(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.tax_code), index().on(t.locality_id, t.code)],
);

/** What a unit is during a stretch of days: the unit tree has time. `to_on` is excluded. */
export const unitVersions = pgTable(
  "unit_versions",
  {
    locality_id: locality(),
    unit_id: uuid().notNull(),
    from_on: day().notNull(),
    to_on: day(),
    name: text().notNull(),
    name_folded: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    parent_id: uuid(),
    /** Order among its kind in lists: 1 stands first. */
    rank: integer().notNull(),
    /** Schools run by school year (kỳ xét). */
    by_school_year: boolean().notNull().default(false),
    difficult_area: boolean().notNull().default(false),
    /** The decision that says the area is difficult. */
    difficult_area_basis: text(),
    /** Who outside the locality manages the unit's staff (vertical units, upper secondary schools): their titles are decided there, not here. */
    staff_managed_by: text(),
  },
  (t) => [fencedKey(t, t.unit_id, t.from_on), index().on(t.locality_id, t.parent_id), index().on(t.locality_id, t.kind)],
);

/** What became of a unit: merged, split or abolished on a day, by which instrument. */
export const unitSuccessions = pgTable(
  "unit_successions",
  {
    locality_id: locality(),
    unit_id: uuid().notNull(),
    /** The unit that follows, or null when none inside the locality does. */
    successor_id: uuid(),
    successor_name: text().notNull(),
    on: day().notNull(),
    kind: text().$type<SuccessionKind>().notNull(),
    basis: text().notNull(),
  },
  (t) => [fencedKey(t, t.unit_id, t.on, t.successor_name)],
);

/** A cluster or block (cụm, khối thi đua). */
export const clusters = pgTable(
  "clusters",
  { locality_id: locality(), id: id(), kind: text().$type<"cum" | "khoi">().notNull(), name: text().notNull(), rank: integer().notNull() },
  (t) => [fencedKey(t, t.id)],
);

export const clusterMembers = pgTable(
  "cluster_members",
  { locality_id: locality(), cluster_id: uuid().notNull(), unit_id: uuid().notNull(), from_on: day().notNull(), to_on: day() },
  (t) => [fencedKey(t, t.cluster_id, t.unit_id, t.from_on), index().on(t.locality_id, t.unit_id)],
);

/** A person who may be commended or who signs. */
export const people = pgTable(
  "people",
  {
    locality_id: locality(),
    id: id(),
    full_name: text().notNull(),
    name_folded: text().notNull(),
    sex: text().$type<Sex>(),
    born_on: day(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.name_folded)],
);

/** A person's place in a unit during a stretch of days, with the flags that the fairness figures count. */
export const positions = pgTable(
  "positions",
  {
    locality_id: locality(),
    id: id(),
    person_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    title: text().notNull(),
    /** Order of positions inside a unit: 1 is its head. */
    position_rank: integer().notNull(),
    worker: text().$type<Worker>().notNull(),
    recruited_on: day(),
    direct_labourer: boolean().notNull().default(false),
    grassroots_cadre: boolean().notNull().default(false),
    difficult_field: boolean().notNull().default(false),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.unit_id), index().on(t.locality_id, t.person_id)],
);
