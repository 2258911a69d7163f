import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { subtree } from "../organizations/index.ts";
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

/** Gives which of the subjects registered this honour for the year and did not withdraw. */
export async function registeredFor(tx: Tx, year: number, honour: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ person_id: registrations.person_id, subject_unit_id: registrations.subject_unit_id })
    .from(registrations)
    .where(
      and(
        eq(registrations.year, year),
        eq(registrations.honour, honour),
        isNull(registrations.withdrawn_on),
        or(inArray(registrations.person_id, [...ids]), inArray(registrations.subject_unit_id, [...ids])),
      ),
    );
  return new Set(rows.flatMap((row) => row.person_id ?? row.subject_unit_id ?? []));
}

/** Gives the registration, or null when there is none. */
export async function findRegistration(tx: Tx, registration_id: string) {
  const [registration] = await tx.select().from(registrations).where(eq(registrations.id, registration_id));
  return registration ?? null;
}

/** Gives the unit and all units beneath it on the day. */
export async function unitsBeneath(tx: Tx, unit_id: string, day: PlainDate): Promise<Set<string>> {
  const found = await tx.execute<{ unit_id: string }>(sql`select unit_id from ${subtree([unit_id], day)} as beneath`);
  return new Set(found.rows.map((row) => row.unit_id));
}

/** What a list of registrations is filtered by. */
export type RegistrationFilter = { units: SQL; year?: number | undefined; unit_id?: string | undefined; honour?: string | undefined };

function whereOf(filter: RegistrationFilter): SQL | undefined {
  return and(
    sql`${registrations.unit_id} in ${filter.units}`,
    isNull(registrations.withdrawn_on),
    filter.year ? eq(registrations.year, filter.year) : undefined,
    filter.unit_id ? eq(registrations.unit_id, filter.unit_id) : undefined,
    filter.honour ? eq(registrations.honour, filter.honour) : undefined,
  );
}

/** Gives a page of living registrations, the newest first. */
export function listRegistrations(tx: Tx, filter: RegistrationFilter, limit: number, offset: number) {
  return tx
    .select({
      id: registrations.id, year: registrations.year, unit_id: registrations.unit_id, honour: registrations.honour, person_id: registrations.person_id,
      subject_unit_id: registrations.subject_unit_id, registered_on: registrations.registered_on, late_reason: registrations.late_reason,
    })
    .from(registrations)
    .where(whereOf(filter))
    .orderBy(desc(registrations.registered_on), asc(registrations.unit_id), asc(registrations.id))
    .limit(limit)
    .offset(offset);
}

/** Gives how many living registrations there are for each honour, the most first. */
export function countRegistrations(tx: Tx, filter: RegistrationFilter): Promise<{ honour: string; count: number; late: number }[]> {
  return tx
    .select({ honour: registrations.honour, count: sql<number>`count(*)::int`, late: sql<number>`count(${registrations.late_reason})::int` })
    .from(registrations)
    .where(whereOf(filter))
    .groupBy(registrations.honour)
    .orderBy(desc(sql`count(*)`), asc(registrations.honour));
}
