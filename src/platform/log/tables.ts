import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { fencedKey, id, instant, locality } from "../database/schema-kit.ts";

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** The leaves of the transparency log (nhật ký minh bạch), written in the transaction of the command. One log per installation: outside the fence. */
export const logEntries = pgTable("log_entries", {
  id: uuid().primaryKey(),
  leaf: bytes().notNull(),
  written_at: instant().notNull(),
});

/** Entries that have no index yet. The sequencer empties it; a late commit is seen whenever it comes. */
export const logPending = pgTable("log_pending", { id: uuid().primaryKey() });

/** The index that the sequencer gave each entry, without gaps from 0. */
export const logSequence = pgTable("log_sequence", {
  entry_index: bigint({ mode: "number" }).primaryKey(),
  entry_id: uuid().notNull().unique(),
  leaf_hash: bytes().notNull(),
});

/** Published tiles of the tree (C2SP tlog-tiles); a partial tile is replaced as it grows. */
export const logTiles = pgTable(
  "log_tiles",
  { level: integer().notNull(), tile_index: bigint({ mode: "number" }).notNull(), hashes: bytes().notNull() },
  (t) => [primaryKey({ columns: [t.level, t.tile_index] })],
);

/** Signed checkpoints, one a tree size, never changed. */
export const logCheckpoints = pgTable("log_checkpoints", {
  size: bigint({ mode: "number" }).primaryKey(),
  note: text().notNull(),
  signed_at: instant().notNull(),
});

/** Keys and secrets of the installation, made at the first start. */
export const installationSecrets = pgTable("installation_secrets", {
  name: text().primaryKey(),
  value: jsonb().$type<Record<string, string>>().notNull(),
});

/** What opens a commitment in the log: the salt, and which fact of which entry it hides. */
export const commitments = pgTable(
  "commitments",
  {
    locality_id: locality(),
    entry_id: id(),
    fact: text().notNull(),
    salt: text().notNull(),
    value: text().notNull(),
  },
  (t) => [fencedKey(t, t.entry_id, t.fact)],
);
