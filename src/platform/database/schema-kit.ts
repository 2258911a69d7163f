import { type AnyPgColumn, date, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PlainDate } from "../../kernel/plain-date.ts";

/** The column that leads every key: whose year this row belongs to. */
export const locality = () => text().notNull();

/** A column of a PlainDate; stored as `date`, read as ISO text. */
export const day = () => date({ mode: "string" }).$type<PlainDate>();

/** A column of an instant; read as ISO text in UTC. */
export const instant = () => timestamp({ withTimezone: true, mode: "string" });

/** An id that the application makes (UUID version 7). */
export const id = () => uuid().notNull();

/** The key of a fenced table: the locality first, so that rows of one locality stand together. */
export function fencedKey(columns: { locality_id: AnyPgColumn }, ...rest: AnyPgColumn[]) {
  return primaryKey({ columns: [columns.locality_id, ...rest] as [AnyPgColumn, ...AnyPgColumn[]] });
}
