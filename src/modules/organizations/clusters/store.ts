import { and, eq } from "drizzle-orm";
import { type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { clusterHeads } from "./tables.ts";

/** Gives the unit that heads a cluster in the year of a day, or null when none was elected. */
export async function clusterHeadOn(tx: Tx, cluster_id: string, on: PlainDate): Promise<string | null> {
  const [row] = await tx
    .select({ head_unit_id: clusterHeads.head_unit_id })
    .from(clusterHeads)
    .where(and(eq(clusterHeads.cluster_id, cluster_id), eq(clusterHeads.year, yearOf(on))));
  return row?.head_unit_id ?? null;
}
