import { inArray } from "drizzle-orm";
import type { Tx } from "../../platform/database/database.ts";
import { people } from "./tables.ts";

/** Gives the names of people by id, wherever they stand today. */
export async function peopleNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, full_name: people.full_name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.full_name]));
}
