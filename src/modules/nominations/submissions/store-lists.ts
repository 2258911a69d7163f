import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { nominations } from "../tables.ts";
import { submissionEntries, submissionLists } from "./tables.ts";

export type SubmissionList = typeof submissionLists.$inferSelect;

/** Gives a list, or null; with `lock` held until commit. */
export async function findList(tx: Tx, list_id: string, lock = false): Promise<SubmissionList | null> {
  const query = tx.select().from(submissionLists).where(eq(submissionLists.id, list_id));
  const [row] = lock ? await query.for("update") : await query;
  return row ?? null;
}

/** Gives the lists of units within a scope, the newest first, with how many dossiers each holds. */
export function listsWithin(tx: Tx, scope: SQL) {
  const count = sql<number>`(select count(*)::int from submission_entries e where e.locality_id = ${submissionLists.locality_id} and e.list_id = ${submissionLists.id})`;
  return tx.select({ list: submissionLists, count }).from(submissionLists).where(sql`${submissionLists.unit_id} in ${scope}`).orderBy(desc(submissionLists.created_at), desc(submissionLists.id)).limit(300);
}

/** Gives the dossiers of a list: in their fixed places once it was sent, else by id. */
export async function entriesOf(tx: Tx, list_id: string) {
  const rows = await tx
    .select({ nomination: nominations, position: submissionEntries.position, to_unit_id: submissionEntries.to_unit_id })
    .from(submissionEntries)
    .innerJoin(nominations, and(eq(nominations.locality_id, submissionEntries.locality_id), eq(nominations.id, submissionEntries.nomination_id)))
    .where(eq(submissionEntries.list_id, list_id))
    .orderBy(asc(submissionEntries.position), asc(nominations.id));
  return rows;
}

/** Gives the levels to which a list went, each once. */
export async function levelsReached(tx: Tx, list_id: string): Promise<string[]> {
  const rows = await tx.selectDistinct({ id: submissionEntries.to_unit_id }).from(submissionEntries).where(eq(submissionEntries.list_id, list_id)).orderBy(asc(submissionEntries.to_unit_id));
  return rows.flatMap((row) => row.id ?? []);
}

/** Gives which of the dossiers stand on a draft list other than the one named, with that list. */
export async function onOtherDrafts(tx: Tx, nomination_ids: readonly string[], but_list_id: string | null): Promise<Map<string, string>> {
  if (nomination_ids.length === 0) return new Map();
  const rows = await tx
    .select({ nomination_id: submissionEntries.nomination_id, list_id: submissionEntries.list_id })
    .from(submissionEntries)
    .innerJoin(submissionLists, and(eq(submissionLists.locality_id, submissionEntries.locality_id), eq(submissionLists.id, submissionEntries.list_id)))
    .where(and(eq(submissionLists.state, "draft"), inArray(submissionEntries.nomination_id, [...nomination_ids])));
  return new Map(rows.filter((row) => row.list_id !== but_list_id).map((row) => [row.nomination_id, row.list_id]));
}

/** Takes dossiers off the lists that are still being drawn up. */
export async function takeOffDraftLists(tx: Tx, nomination_ids: readonly string[]): Promise<void> {
  if (nomination_ids.length === 0) return;
  const drafts = sql`select l.id from submission_lists l where l.locality_id = ${submissionEntries.locality_id} and l.state = 'draft'`;
  await tx.delete(submissionEntries).where(and(inArray(submissionEntries.nomination_id, [...nomination_ids]), sql`${submissionEntries.list_id} in (${drafts})`));
}

/** Gives the lists on which a dossier stands or stood, oldest first. */
export function listsOfDossier(tx: Tx, nomination_id: string) {
  return tx
    .select({ id: submissionLists.id, unit_id: submissionLists.unit_id, state: submissionLists.state, letter_number: submissionLists.letter_number, sent_on: submissionLists.sent_on })
    .from(submissionEntries)
    .innerJoin(submissionLists, and(eq(submissionLists.locality_id, submissionEntries.locality_id), eq(submissionLists.id, submissionEntries.list_id)))
    .where(eq(submissionEntries.nomination_id, nomination_id))
    .orderBy(asc(submissionLists.created_at), asc(submissionLists.id));
}

/** Gives the dossiers that a unit may put on its list: those with it as a level, and its own drafts and returned ones. */
export function dossiersToList(tx: Tx, unit_id: string, year?: number) {
  return tx
    .select()
    .from(nominations)
    .where(
      and(
        year === undefined ? undefined : eq(nominations.year, year),
        sql`((${nominations.status} = 'at_level' and ${nominations.level_unit_id} = ${unit_id}) or (${nominations.status} in ('draft', 'returned') and ${nominations.unit_id} = ${unit_id}))`,
      ),
    )
    .orderBy(asc(nominations.id));
}
