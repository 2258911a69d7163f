import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import type { RouteLevel } from "./core/route.ts";
import { levelStays, receiptLines, receipts, routeLevels } from "./tables.ts";

/** Gives every level of the route ever set, oldest first: a handful, so that any day can be read from them. */
export function routeLevelsSet(tx: Tx): Promise<RouteLevel[]> {
  return tx.select().from(routeLevels).orderBy(asc(routeLevels.from_on), asc(routeLevels.order_no), asc(routeLevels.id));
}

/** Gives the levels that have or had a dossier. */
export async function levelsOfDossier(tx: Tx, nomination_id: string): Promise<string[]> {
  const rows = await tx.select({ id: levelStays.level_unit_id }).from(levelStays).where(eq(levelStays.nomination_id, nomination_id)).orderBy(asc(levelStays.first_on), asc(levelStays.level_unit_id));
  return rows.map((row) => row.id);
}

/** Gives a receipt, or null. */
export async function findReceipt(tx: Tx, receipt_id: string) {
  const [row] = await tx.select().from(receipts).where(eq(receipts.id, receipt_id));
  return row ?? null;
}

/** Gives the receipts that name a dossier, oldest first, each with the day until which the dossier is worked on. */
export function receiptsOf(tx: Tx, nomination_id: string) {
  return tx
    .select({ id: receipts.id, number: receipts.number, year: receipts.year, received_on: receipts.received_on, unit_id: receipts.unit_id, due_on: receiptLines.due_on })
    .from(receiptLines)
    .innerJoin(receipts, and(eq(receipts.locality_id, receiptLines.locality_id), eq(receipts.id, receiptLines.receipt_id)))
    .where(eq(receiptLines.nomination_id, nomination_id))
    .orderBy(asc(receipts.received_at), asc(receipts.id));
}

/** Gives the dossiers of receipts with their due days. */
export function linesOfReceipts(tx: Tx, receipt_ids: readonly string[]) {
  return tx.select().from(receiptLines).where(inArray(receiptLines.receipt_id, [...receipt_ids])).orderBy(asc(receiptLines.nomination_id));
}
