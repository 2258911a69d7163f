import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, locality } from "../../../platform/database/schema-kit.ts";
import type { EventKind } from "./core/events.ts";
import type { PactArticle } from "./core/pact.ts";

/** Who leads a cluster or block (cụm, khối trưởng; phó) in a year, as the members elected. */
export const clusterHeads = pgTable(
  "cluster_heads",
  {
    locality_id: locality(),
    cluster_id: uuid().notNull(),
    year: integer().notNull(),
    head_unit_id: uuid().notNull(),
    deputy_unit_id: uuid(),
    elected_on: day().notNull(),
    /** Where it was decided: a meeting's minutes, a decision. */
    basis: text().notNull(),
  },
  (t) => [fencedKey(t, t.cluster_id, t.year)],
);

/** The pact (giao ước thi đua) of a cluster for a year. Once somebody signed, its articles stand. */
export const clusterPacts = pgTable(
  "cluster_pacts",
  {
    locality_id: locality(),
    id: id(),
    cluster_id: uuid().notNull(),
    year: integer().notNull(),
    articles: jsonb().$type<PactArticle[]>().notNull(),
    /** The year's common targets, one a line. */
    targets: text(),
    drafted_on: day().notNull(),
    /** The day on which the last member signed. */
    completed_on: day(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.cluster_id, t.year)],
);

/** One member's signature under a pact, given here or entered from a signed paper. */
export const pactSignatures = pgTable(
  "pact_signatures",
  {
    locality_id: locality(),
    pact_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    signer_name: text().notNull(),
    signer_title: text().notNull(),
    signed_on: day().notNull(),
    source: text().$type<"here" | "paper">().notNull(),
    /** The scan of the signed paper. */
    scan_file_id: uuid(),
  },
  (t) => [fencedKey(t, t.pact_id, t.unit_id)],
);

/** What a cluster does in a year and by when: its timetable. */
export const clusterEvents = pgTable(
  "cluster_events",
  {
    locality_id: locality(),
    id: id(),
    cluster_id: uuid().notNull(),
    year: integer().notNull(),
    kind: text().$type<EventKind>().notNull(),
    title: text().notNull(),
    due_on: day().notNull(),
    /** The member that hosts it. */
    host_unit_id: uuid(),
    held_on: day(),
    summary: text(),
    minutes_file_id: uuid(),
    reminded_on: day(),
    cancelled_on: day(),
    cancel_reason: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.cluster_id, t.year)],
);

/** An effective model (mô hình hiệu quả) that a member shows to the others. */
export const clusterModels = pgTable(
  "cluster_models",
  {
    locality_id: locality(),
    id: id(),
    cluster_id: uuid().notNull(),
    /** The meeting at which it was shown. */
    event_id: uuid(),
    unit_id: uuid().notNull(),
    title: text().notNull(),
    what: text().notNull(),
    result: text().notNull(),
    shared_on: day().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.cluster_id)],
);

/** Another member that took a model up: so its replication can be seen. */
export const modelAdoptions = pgTable(
  "model_adoptions",
  { locality_id: locality(), model_id: uuid().notNull(), unit_id: uuid().notNull(), note: text().notNull(), adopted_on: day().notNull() },
  (t) => [fencedKey(t, t.model_id, t.unit_id)],
);

/** Who inspects whom at a cluster's inspection (kiểm tra chéo), and what was found. */
export const clusterInspections = pgTable(
  "cluster_inspections",
  {
    locality_id: locality(),
    event_id: uuid().notNull(),
    inspector_unit_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    inspected_on: day(),
    findings: text(),
    strengths: text(),
    weaknesses: text(),
    minutes_file_id: uuid(),
  },
  (t) => [fencedKey(t, t.event_id, t.inspector_unit_id, t.unit_id)],
);
