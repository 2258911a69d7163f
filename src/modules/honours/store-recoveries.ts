import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Tx } from "../../platform/database/database.ts";
import { recoveryState, type RecoveryState } from "./core/recovery.ts";
import { awardDecisions, awards, recoveries } from "./tables.ts";

export type Recovery = typeof recoveries.$inferSelect;

/** Gives the recovery of an award, or null where it was not revoked; `lock` holds it until commit, so that nothing is returned twice. */
export async function findRecovery(tx: Tx, award_id: string, lock = false): Promise<Recovery | null> {
  const query = tx.select().from(recoveries).where(eq(recoveries.award_id, award_id));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** Gives, by award, how far the recovery is; awards that were not revoked are absent. */
export async function recoveryStates(tx: Tx, award_ids: readonly string[]): Promise<Map<string, RecoveryState>> {
  if (award_ids.length === 0) return new Map();
  const rows = await tx.select().from(recoveries).where(inArray(recoveries.award_id, [...award_ids]));
  return new Map(rows.map((row) => [row.award_id, recoveryState(row)]));
}

/** Gives every revoked award that units within the scope gave, the oldest revocation first, with its recovery. */
export function listRecoveries(tx: Tx, scope: SQL) {
  return tx
    .select({ award_id: awards.id, code: awards.code, honour: awards.honour, year: awards.year, subject_name: awards.subject_name, subject_note: awards.subject_note, revoked_on: awards.revoked_on, recovery: recoveries })
    .from(awards)
    .innerJoin(awardDecisions, and(eq(awardDecisions.locality_id, awards.locality_id), eq(awardDecisions.id, awards.decision_id)))
    .innerJoin(recoveries, and(eq(recoveries.locality_id, awards.locality_id), eq(recoveries.award_id, awards.id)))
    .where(and(isNotNull(awards.revoked_on), inArray(awardDecisions.issuer_unit_id, scope)))
    .orderBy(asc(awards.revoked_on), asc(awards.register_number))
    .limit(1000);
}
