import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { inForce } from "../store.ts";
import { clusterMembers, clusters, unitVersions } from "../tables.ts";
import { type Elsewhere, OUTWARD_KINDS } from "./core/members.ts";
import { clusterHeads } from "./tables.ts";

/** A cluster or block (cụm, khối thi đua). */
export type Cluster = { id: string; kind: "cum" | "khoi"; name: string; rank: number };

/** Who leads in a year. */
export type HeadsRow = { year: number; head_unit_id: string; deputy_unit_id: string | null; elected_on: PlainDate; basis: string };

/** A unit's stay in a cluster; `to_on` is excluded. */
export type Membership = { unit_id: string; from_on: PlainDate; to_on: PlainDate | null };

const clusterColumns = { id: clusters.id, kind: clusters.kind, name: clusters.name, rank: clusters.rank };
const headColumns = { year: clusterHeads.year, head_unit_id: clusterHeads.head_unit_id, deputy_unit_id: clusterHeads.deputy_unit_id, elected_on: clusterHeads.elected_on, basis: clusterHeads.basis };

/** Gives a cluster, or null. */
export async function findCluster(tx: Tx, cluster_id: string): Promise<Cluster | null> {
  const [row] = await tx.select(clusterColumns).from(clusters).where(eq(clusters.id, cluster_id));
  return row ?? null;
}

/** Gives a cluster and keeps others from changing it or its members until the transaction ends; null when there is none. */
export async function lockCluster(tx: Tx, cluster_id: string): Promise<Cluster | null> {
  const [row] = await tx.select(clusterColumns).from(clusters).where(eq(clusters.id, cluster_id)).for("update");
  return row ?? null;
}

/** Gives the names of all clusters by id. */
export async function clusterNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.select({ id: clusters.id, name: clusters.name }).from(clusters);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Gives every stay of every unit in a cluster, oldest first. */
export function membershipsOf(tx: Tx, cluster_id: string): Promise<Membership[]> {
  return tx
    .select({ unit_id: clusterMembers.unit_id, from_on: clusterMembers.from_on, to_on: clusterMembers.to_on })
    .from(clusterMembers)
    .where(eq(clusterMembers.cluster_id, cluster_id))
    .orderBy(asc(clusterMembers.from_on), asc(clusterMembers.unit_id));
}

/** Gives the units that are members on the day, in the order of lists; ones whose unit has ended stand last. */
export async function membersOn(tx: Tx, cluster_id: string, day: PlainDate): Promise<string[]> {
  const rows = await tx
    .select({ unit_id: clusterMembers.unit_id, rank: unitVersions.rank })
    .from(clusterMembers)
    .leftJoin(unitVersions, and(eq(unitVersions.locality_id, clusterMembers.locality_id), eq(unitVersions.unit_id, clusterMembers.unit_id), inForce(unitVersions, day)))
    .where(and(eq(clusterMembers.cluster_id, cluster_id), lte(clusterMembers.from_on, day), or(isNull(clusterMembers.to_on), gt(clusterMembers.to_on, day))))
    .orderBy(asc(unitVersions.rank), asc(unitVersions.name), asc(clusterMembers.unit_id));
  return rows.map((row) => row.unit_id);
}

/** Gives where units stand, or will stand, on the day or after it, with the reach of each cluster as its members make it. */
export async function placesFrom(tx: Tx, unit_ids: readonly string[], day: PlainDate): Promise<Elsewhere[]> {
  if (unit_ids.length === 0) return [];
  const notEnded = or(isNull(clusterMembers.to_on), gt(clusterMembers.to_on, day));
  const rows = await tx.select({ unit_id: clusterMembers.unit_id, cluster_id: clusterMembers.cluster_id }).from(clusterMembers).where(and(inArray(clusterMembers.unit_id, [...unit_ids]), notEnded));
  const outward = await tx
    .selectDistinct({ cluster_id: clusterMembers.cluster_id })
    .from(clusterMembers)
    .innerJoin(unitVersions, and(eq(unitVersions.locality_id, clusterMembers.locality_id), eq(unitVersions.unit_id, clusterMembers.unit_id)))
    .where(and(notEnded, inArray(unitVersions.kind, [...OUTWARD_KINDS])));
  const reaching = new Set(outward.map((row) => row.cluster_id));
  return rows.map((row) => ({ ...row, reach: reaching.has(row.cluster_id) ? "outward" : "local" }));
}

/** Gives the clusters in which the units are members on the day. */
export async function clustersOfUnits(tx: Tx, unit_ids: readonly string[], day: PlainDate): Promise<{ cluster_id: string; name: string; unit_id: string }[]> {
  if (unit_ids.length === 0) return [];
  return tx
    .select({ cluster_id: clusters.id, name: clusters.name, unit_id: clusterMembers.unit_id })
    .from(clusterMembers)
    .innerJoin(clusters, and(eq(clusters.locality_id, clusterMembers.locality_id), eq(clusters.id, clusterMembers.cluster_id)))
    .where(and(inArray(clusterMembers.unit_id, [...unit_ids]), lte(clusterMembers.from_on, day), or(isNull(clusterMembers.to_on), gt(clusterMembers.to_on, day))))
    .orderBy(asc(clusters.rank), asc(clusters.name), asc(clusterMembers.unit_id));
}

/** Gives who led a cluster in each year, newest first. */
export function headsOf(tx: Tx, cluster_id: string): Promise<HeadsRow[]> {
  return tx.select(headColumns).from(clusterHeads).where(eq(clusterHeads.cluster_id, cluster_id)).orderBy(desc(clusterHeads.year));
}

/** Gives who leads a cluster in a year, or null when nobody was elected. */
export async function headsOfYear(tx: Tx, cluster_id: string, year: number): Promise<HeadsRow | null> {
  const [row] = await tx.select(headColumns).from(clusterHeads).where(and(eq(clusterHeads.cluster_id, cluster_id), eq(clusterHeads.year, year)));
  return row ?? null;
}

/** Gives who leads which cluster in some years. */
export function headsInYears(tx: Tx, years: readonly number[]): Promise<(HeadsRow & { cluster_id: string })[]> {
  return tx.select({ ...headColumns, cluster_id: clusterHeads.cluster_id }).from(clusterHeads).where(inArray(clusterHeads.year, [...years]));
}

/** Gives the unit that heads a cluster in the year of a day, or null when none was elected. */
export async function clusterHeadOn(tx: Tx, cluster_id: string, on: PlainDate): Promise<string | null> {
  return (await headsOfYear(tx, cluster_id, yearOf(on)))?.head_unit_id ?? null;
}
