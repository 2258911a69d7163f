import { customType, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { fencedKey, id, instant, locality } from "../database/schema-kit.ts";

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** A file as somebody gave it: its name and type, and the hash under which its bytes lie. */
export const files = pgTable(
  "files",
  {
    locality_id: locality(),
    id: id(),
    name: text().notNull(),
    media_type: text().notNull(),
    size_bytes: integer().notNull(),
    sha256: text().notNull(),
    added_by: text().notNull(),
    added_at: instant().notNull(),
    unit_id: uuid(),
  },
  (t) => [fencedKey(t, t.id)],
);

/** The bytes, in pieces of 1 MB, once for each content: one transaction and one backup hold everything. */
export const fileChunks = pgTable(
  "file_chunks",
  { locality_id: locality(), sha256: text().notNull(), seq: integer().notNull(), chunk: bytes().notNull() },
  (t) => [fencedKey(t, t.sha256, t.seq)],
);
