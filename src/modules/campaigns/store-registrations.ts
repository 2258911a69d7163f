import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "../../platform/database/database.ts";
import { registrations } from "./tables.ts";

/**
 * Gives which of the subjects (ids of people and of units) registered any title for the year.
 * Registration is a legal ground for titles under the law to 2023 (Law 15/2003/QH11, article 10).
 */
export async function registeredSubjects(tx: Tx, year: number, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const wanted = [...new Set(ids)];
  const rows = await tx
    .select({ person_id: registrations.person_id, subject_unit_id: registrations.subject_unit_id })
    .from(registrations)
    .where(
      and(
        eq(registrations.year, year),
        isNull(registrations.withdrawn_on),
        or(inArray(registrations.person_id, wanted), inArray(registrations.subject_unit_id, wanted)),
      ),
    );
  return new Set(rows.flatMap((row) => [row.person_id, row.subject_unit_id]).filter((id): id is string => id !== null));
}
