import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { EVENT_KINDS, type EventKind } from "./core/events.ts";
import type { PactArticle } from "./core/pact.ts";
import { clusterEvents, clusterInspections, clusterModels, clusterPacts, modelAdoptions, pactSignatures } from "./tables.ts";

/** An event of a cluster's timetable. */
export type ClusterEvent = {
  id: string; cluster_id: string; year: number; kind: EventKind; title: string; due_on: PlainDate; host_unit_id: string | null; held_on: PlainDate | null; summary: string | null;
  minutes_file_id: string | null; reminded_on: PlainDate | null; cancelled_on: PlainDate | null; cancel_reason: string | null;
};

/** A pact. */
export type Pact = { id: string; cluster_id: string; year: number; articles: PactArticle[]; targets: string | null; drafted_on: PlainDate; completed_on: PlainDate | null };

/** A signature under a pact. */
export type Signature = { pact_id: string; unit_id: string; signer_name: string; signer_title: string; signed_on: PlainDate; source: "here" | "paper"; scan_file_id: string | null };

/** A model that a member shares. */
export type Model = { id: string; cluster_id: string; event_id: string | null; unit_id: string; title: string; what: string; result: string; shared_on: PlainDate };

/** Who inspects whom, and what was found when it was made. */
export type Inspection = {
  event_id: string; inspector_unit_id: string; unit_id: string; inspected_on: PlainDate | null; findings: string | null; strengths: string | null; weaknesses: string | null; minutes_file_id: string | null;
};

const eventColumns = {
  id: clusterEvents.id, cluster_id: clusterEvents.cluster_id, year: clusterEvents.year, kind: clusterEvents.kind, title: clusterEvents.title, due_on: clusterEvents.due_on,
  host_unit_id: clusterEvents.host_unit_id, held_on: clusterEvents.held_on, summary: clusterEvents.summary, minutes_file_id: clusterEvents.minutes_file_id,
  reminded_on: clusterEvents.reminded_on, cancelled_on: clusterEvents.cancelled_on, cancel_reason: clusterEvents.cancel_reason,
};
/** By due day; of one day in the order in which a year goes. */
const byDay = [asc(clusterEvents.due_on), sql`array_position(${sql.param([...EVENT_KINDS])}::text[], ${clusterEvents.kind})`, asc(clusterEvents.id)];
const pactColumns = {
  id: clusterPacts.id, cluster_id: clusterPacts.cluster_id, year: clusterPacts.year, articles: clusterPacts.articles, targets: clusterPacts.targets,
  drafted_on: clusterPacts.drafted_on, completed_on: clusterPacts.completed_on,
};
const signatureColumns = {
  pact_id: pactSignatures.pact_id, unit_id: pactSignatures.unit_id, signer_name: pactSignatures.signer_name, signer_title: pactSignatures.signer_title,
  signed_on: pactSignatures.signed_on, source: pactSignatures.source, scan_file_id: pactSignatures.scan_file_id,
};
const modelColumns = {
  id: clusterModels.id, cluster_id: clusterModels.cluster_id, event_id: clusterModels.event_id, unit_id: clusterModels.unit_id, title: clusterModels.title,
  what: clusterModels.what, result: clusterModels.result, shared_on: clusterModels.shared_on,
};
const inspectionColumns = {
  event_id: clusterInspections.event_id, inspector_unit_id: clusterInspections.inspector_unit_id, unit_id: clusterInspections.unit_id, inspected_on: clusterInspections.inspected_on,
  findings: clusterInspections.findings, strengths: clusterInspections.strengths, weaknesses: clusterInspections.weaknesses, minutes_file_id: clusterInspections.minutes_file_id,
};

/** Gives the events of a cluster's year in the order of days, cancelled ones too. */
export function eventsOfYear(tx: Tx, cluster_id: string, year: number): Promise<ClusterEvent[]> {
  return tx.select(eventColumns).from(clusterEvents).where(and(eq(clusterEvents.cluster_id, cluster_id), eq(clusterEvents.year, year))).orderBy(...byDay);
}

/** Gives the events of some years in the order of days, of all clusters or of some. */
export function eventsInYears(tx: Tx, years: readonly number[], cluster_ids?: readonly string[]): Promise<ClusterEvent[]> {
  return tx
    .select(eventColumns)
    .from(clusterEvents)
    .where(and(inArray(clusterEvents.year, [...years]), cluster_ids ? inArray(clusterEvents.cluster_id, [...cluster_ids]) : undefined))
    .orderBy(...byDay);
}

/** Gives an event, or null. */
export async function findEvent(tx: Tx, event_id: string): Promise<ClusterEvent | null> {
  const [row] = await tx.select(eventColumns).from(clusterEvents).where(eq(clusterEvents.id, event_id));
  return row ?? null;
}

/** Gives an event and keeps others from changing it until the transaction ends; null when there is none. */
export async function lockEvent(tx: Tx, event_id: string): Promise<ClusterEvent | null> {
  const [row] = await tx.select(eventColumns).from(clusterEvents).where(eq(clusterEvents.id, event_id)).for("update");
  return row ?? null;
}

/** Gives the pact of a cluster's year, or null. */
export async function pactOfYear(tx: Tx, cluster_id: string, year: number): Promise<Pact | null> {
  const [row] = await tx.select(pactColumns).from(clusterPacts).where(and(eq(clusterPacts.cluster_id, cluster_id), eq(clusterPacts.year, year)));
  return row ?? null;
}

/** Gives the pacts of some years, of all clusters or of some. */
export function pactsInYears(tx: Tx, years: readonly number[], cluster_ids?: readonly string[]): Promise<Pact[]> {
  return tx.select(pactColumns).from(clusterPacts).where(and(inArray(clusterPacts.year, [...years]), cluster_ids ? inArray(clusterPacts.cluster_id, [...cluster_ids]) : undefined));
}

/** Gives a pact and keeps others from changing it or signing until the transaction ends; null when there is none. */
export async function lockPact(tx: Tx, pact_id: string): Promise<Pact | null> {
  const [row] = await tx.select(pactColumns).from(clusterPacts).where(eq(clusterPacts.id, pact_id)).for("update");
  return row ?? null;
}

/** Gives the signatures under pacts, in the order of days. */
export async function signaturesOf(tx: Tx, pact_ids: readonly string[]): Promise<Signature[]> {
  if (pact_ids.length === 0) return [];
  return tx.select(signatureColumns).from(pactSignatures).where(inArray(pactSignatures.pact_id, [...pact_ids])).orderBy(asc(pactSignatures.signed_on), asc(pactSignatures.unit_id));
}

/** Gives the models shared in a cluster, in the order of days. */
export function modelsOf(tx: Tx, cluster_id: string): Promise<Model[]> {
  return tx.select(modelColumns).from(clusterModels).where(eq(clusterModels.cluster_id, cluster_id)).orderBy(asc(clusterModels.shared_on), asc(clusterModels.id));
}

/** Gives a model, or null. */
export async function findModel(tx: Tx, model_id: string): Promise<Model | null> {
  const [row] = await tx.select(modelColumns).from(clusterModels).where(eq(clusterModels.id, model_id));
  return row ?? null;
}

/** Gives who took models up, in the order of days. */
export async function adoptionsOf(tx: Tx, model_ids: readonly string[]) {
  if (model_ids.length === 0) return [];
  return tx
    .select({ model_id: modelAdoptions.model_id, unit_id: modelAdoptions.unit_id, note: modelAdoptions.note, adopted_on: modelAdoptions.adopted_on })
    .from(modelAdoptions)
    .where(inArray(modelAdoptions.model_id, [...model_ids]))
    .orderBy(asc(modelAdoptions.adopted_on), asc(modelAdoptions.unit_id));
}

/** Gives who inspects whom at events. */
export async function inspectionsOf(tx: Tx, event_ids: readonly string[]): Promise<Inspection[]> {
  if (event_ids.length === 0) return [];
  return tx.select(inspectionColumns).from(clusterInspections).where(inArray(clusterInspections.event_id, [...event_ids])).orderBy(asc(clusterInspections.inspector_unit_id), asc(clusterInspections.unit_id));
}
