import { inArray } from "drizzle-orm";
import type { ReadContext } from "../../../platform/command/context.ts";
import { mayAt, unitsHeld } from "../../../platform/command/policy.ts";
import { findNomination } from "../store.ts";
import { nominations } from "../tables.ts";
import { findReceipt, levelsOfDossier } from "./store.ts";
import { findList, levelsReached } from "./store-lists.ts";

/** Gives the first of the units at which the actor holds one of the roles; the first of all where none is, so that the refusal is about it. */
async function firstHeld(context: ReadContext, roles: readonly string[], units: readonly string[]): Promise<string | null> {
  for (const unit_id of units) if (await mayAt(context, unit_id, roles)) return unit_id;
  return units[0] ?? null;
}

/** Gives the unit by which a reader of a dossier is judged: the one that proposed it, or a level that has or had it. */
export async function unitReadingDossier(context: ReadContext, nomination_id: string, roles: readonly string[]): Promise<string | null> {
  const nomination = await findNomination(context.tx, nomination_id);
  if (nomination === null) return null;
  return firstHeld(context, roles, [nomination.unit_id, ...(await levelsOfDossier(context.tx, nomination_id))]);
}

/** Gives the unit by which a reader of a list is judged: the one that made it, or a level to which it went. */
export async function unitReadingList(context: ReadContext, list_id: string, roles: readonly string[]): Promise<string | null> {
  const list = await findList(context.tx, list_id);
  return list === null ? null : firstHeld(context, roles, [list.unit_id, ...(await levelsReached(context.tx, list_id))]);
}

/** Gives the unit that made a list, for those who write it; null when there is none such. */
export async function unitOfList(context: ReadContext, list_id: string): Promise<string | null> {
  return (await findList(context.tx, list_id))?.unit_id ?? null;
}

/** Gives the unit whose papers a receipt received; null when there is none such. */
export async function unitOfReceipt(context: ReadContext, receipt_id: string): Promise<string | null> {
  return (await findReceipt(context.tx, receipt_id))?.unit_id ?? null;
}

/** Gives the one level that has or, having refused, had all of the dossiers; null when one is missing, with no level, or with another. */
export async function levelOfNominations(context: ReadContext, ids: readonly string[]): Promise<string | null> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return null;
  const rows = await context.tx.select({ level: nominations.level_unit_id }).from(nominations).where(inArray(nominations.id, wanted));
  const [level, ...others] = new Set(rows.map((row) => row.level));
  return rows.length === wanted.length && others.length === 0 ? (level ?? null) : null;
}

/** Gives the first unit at which the actor holds one of the roles: for lists of what one may see. */
export function anyUnitHeld(context: ReadContext, roles: readonly string[]): string | null {
  return unitsHeld(context, roles)[0] ?? null;
}
