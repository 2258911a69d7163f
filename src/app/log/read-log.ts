import { and, asc, eq, gte, lt } from "drizzle-orm";
import { createInclusionProof, encodeEntryBundle, parseTilePath, TILE_WIDTH, tileHashReader } from "../../engines/transparency/index.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { logEntries, logSequence, logTiles } from "../../platform/log/tables.ts";
import { newestCheckpoint } from "./sequencer.ts";

const HASH_BYTES = 32;

/** Gives the bytes of a tile or bundle by its path (C2SP tlog-tiles), or null when there is none (yet). */
export function readTile(database: Database, path: string): Promise<Uint8Array | null> {
  const asked = parseTilePath(path);
  if (asked === null) return Promise.resolve(null);
  const { level, index, width } = asked;
  return database.inInstallation(async (tx) => {
    if (level === "entries") {
      const rows = await tx
        .select({ leaf: logEntries.leaf })
        .from(logSequence)
        .innerJoin(logEntries, eq(logEntries.id, logSequence.entry_id))
        .where(and(gte(logSequence.entry_index, index * TILE_WIDTH), lt(logSequence.entry_index, index * TILE_WIDTH + width)))
        .orderBy(asc(logSequence.entry_index));
      return rows.length === width ? encodeEntryBundle(rows.map((row) => row.leaf)) : null;
    }
    return tileBytes(tx, level, index, width);
  });
}

async function tileBytes(tx: Tx, level: number, index: number, width: number): Promise<Uint8Array | null> {
  const [tile] = await tx.select().from(logTiles).where(and(eq(logTiles.level, level), eq(logTiles.tile_index, index)));
  if (tile === undefined || tile.hashes.length < width * HASH_BYTES) return null;
  return tile.hashes.slice(0, width * HASH_BYTES);
}

/** Where an entry stands in the log, with the proof. */
export type EntryPlace = { index: number; proof: Uint8Array[]; checkpoint: string };

/** Gives the place of an entry in the newest checkpoint's tree, proof from the leaf up (RFC 6962 section 2.1.1). */
export function placeOfEntry(database: Database, entry_id: string): Promise<{ leaf: Uint8Array; place: EntryPlace | null } | null> {
  return database.inInstallation(async (tx) => {
    const [entry] = await tx.select({ leaf: logEntries.leaf }).from(logEntries).where(eq(logEntries.id, entry_id));
    if (entry === undefined) return null;
    const [row] = await tx.select().from(logSequence).where(eq(logSequence.entry_id, entry_id));
    const newest = await newestCheckpoint(tx);
    if (row === undefined || newest === null || row.entry_index >= newest.size) return { leaf: entry.leaf, place: null };
    const read = tileHashReader(async (tile) => {
      const bytes = await tileBytes(tx, tile.level, tile.index, tile.width);
      if (bytes === null) throw new Error(`the log's tile ${tile.level}/${tile.index} is missing`);
      return bytes;
    }, newest.size);
    const proof = await createInclusionProof(read, row.entry_index, newest.size);
    return { leaf: entry.leaf, place: { index: row.entry_index, proof, checkpoint: newest.note } };
  });
}
