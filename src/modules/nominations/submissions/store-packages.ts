import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { files } from "../../../platform/files/tables.ts";
import { actions } from "../../../platform/command/tables.ts";
import { nominationDocuments } from "../documents/tables.ts";
import { findings, nominations } from "../tables.ts";
import { packageEntries, packageResultLines, packageResults, packages } from "./tables.ts";

export type Package = typeof packages.$inferSelect;
export type PackageResult = typeof packageResults.$inferSelect;

/** Gives a package, or null; with `lock` held until commit. */
export async function findPackage(tx: Tx, package_id: string, lock = false): Promise<Package | null> {
  const query = tx.select().from(packages).where(eq(packages.id, package_id));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** Gives all packages, the newest first, with how many dossiers each holds and how many were answered. */
export function listPackages(tx: Tx) {
  const count = sql<number>`(select count(*)::int from package_entries e where e.locality_id = ${packages.locality_id} and e.package_id = ${packages.id})`;
  const answered = sql<number>`(select count(*)::int from package_entries e where e.locality_id = ${packages.locality_id} and e.package_id = ${packages.id} and e.outcome is not null)`;
  return tx.select({ package: packages, count, answered }).from(packages).orderBy(desc(packages.created_at), desc(packages.id)).limit(300);
}

/** Gives the dossiers of a package: in their fixed places once it was sent, else by id. */
export function dossiersOfPackage(tx: Tx, package_id: string) {
  return tx
    .select({ nomination: nominations, position: packageEntries.position, outcome: packageEntries.outcome, reason: packageEntries.reason })
    .from(packageEntries)
    .innerJoin(nominations, and(eq(nominations.locality_id, packageEntries.locality_id), eq(nominations.id, packageEntries.nomination_id)))
    .where(eq(packageEntries.package_id, package_id))
    .orderBy(asc(packageEntries.position), asc(nominations.id));
}

/** Gives the recommended dossiers that an outside authority decides, the oldest first. */
export function dossiersToPack(tx: Tx, authorities: readonly string[]) {
  return tx
    .select()
    .from(nominations)
    .where(and(eq(nominations.status, "recommended"), inArray(nominations.authority, [...authorities])))
    .orderBy(asc(nominations.honour), asc(nominations.id));
}

/** Gives the results of a package, oldest first, with their lines. */
export async function resultsOf(tx: Tx, package_id: string) {
  const results = await tx.select().from(packageResults).where(eq(packageResults.package_id, package_id)).orderBy(asc(packageResults.recorded_at), asc(packageResults.id));
  const lines = results.length === 0 ? [] : await tx.select().from(packageResultLines).where(inArray(packageResultLines.result_id, results.map((result) => result.id))).orderBy(asc(packageResultLines.nomination_id));
  return results.map((result) => ({ ...result, lines: lines.filter((line) => line.result_id === result.id) }));
}

/** Gives one result, or null; with `lock` held until commit. */
export async function findResult(tx: Tx, result_id: string, lock = false): Promise<PackageResult | null> {
  const query = tx.select().from(packageResults).where(eq(packageResults.id, result_id));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** Gives the packages in which a dossier stands or stood. */
export function packagesOfDossier(tx: Tx, nomination_id: string) {
  return tx
    .select({ id: packages.id, title: packages.title, state: packages.state, outcome: packageEntries.outcome })
    .from(packageEntries)
    .innerJoin(packages, and(eq(packages.locality_id, packageEntries.locality_id), eq(packages.id, packageEntries.package_id)))
    .where(eq(packageEntries.nomination_id, nomination_id))
    .orderBy(asc(packages.created_at), asc(packages.id));
}

/** Gives the documents of dossiers with the hash, type and size of their files (null of what lies there on paper), in the order in which they were added. */
export function documentsOf(tx: Tx, nomination_ids: readonly string[]) {
  return tx
    .select({
      nomination_id: nominationDocuments.nomination_id, kind: nominationDocuments.kind, title: nominationDocuments.title, number: nominationDocuments.number, document_on: nominationDocuments.document_on,
      file_id: nominationDocuments.file_id, media_type: files.media_type, size_bytes: files.size_bytes, sha256: files.sha256,
    })
    .from(nominationDocuments)
    .leftJoin(files, and(eq(files.locality_id, nominationDocuments.locality_id), eq(files.id, nominationDocuments.file_id)))
    .where(inArray(nominationDocuments.nomination_id, [...nomination_ids]))
    .orderBy(asc(nominationDocuments.added_at), asc(nominationDocuments.id));
}

/** Gives the hash and type of a kept file, or null. */
export async function hashOfFile(tx: Tx, file_id: string): Promise<{ sha256: string; media_type: string } | null> {
  const [row] = await tx.select({ sha256: files.sha256, media_type: files.media_type }).from(files).where(eq(files.id, file_id));
  return row ?? null;
}

/** Gives the findings of dossiers, oldest first. */
export function findingsOfMany(tx: Tx, nomination_ids: readonly string[]) {
  return tx.select().from(findings).where(inArray(findings.nomination_id, [...nomination_ids])).orderBy(asc(findings.found_at), asc(findings.id));
}

/** Gives, for each dossier, the motion by which the council agreed last and the session it was put to, as its actions tell. */
export async function councilActionsOf(tx: Tx, nomination_ids: readonly string[]): Promise<Map<string, { motion_id: string | null; session_id: string | null }>> {
  const rows = await tx
    .select({ subject_id: actions.subject_id, action: actions.action, payload: actions.payload })
    .from(actions)
    .where(and(eq(actions.subject_kind, "nomination"), inArray(actions.subject_id, [...nomination_ids]), inArray(actions.action, ["put_before_council", "council_agree"])))
    .orderBy(asc(actions.seq));
  const found = new Map<string, { motion_id: string | null; session_id: string | null }>();
  for (const row of rows) {
    const text = (name: string) => (typeof row.payload[name] === "string" ? row.payload[name] : null);
    const known = found.get(row.subject_id) ?? { motion_id: null, session_id: null };
    found.set(row.subject_id, row.action === "council_agree" ? { ...known, motion_id: text("motion_id") } : { motion_id: null, session_id: text("session_id") });
  }
  return found;
}
