import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import {
  appendLeaves, hashLeaf, type LogEdge, type NoteSigner, readCheckpointUnchecked, rootOfEdge, signCheckpoint, TILE_WIDTH, tileWidthAt, equalBytes,
} from "../../engines/transparency/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { logCheckpoints, logEntries, logPending, logSequence, logTiles } from "../../platform/log/tables.ts";

/** At most one sequencer at a time, in whatever process; the lock ends with its transaction. */
const SEQUENCER_LOCK = 7_202_103;
const MOST_AT_ONCE = 5000;
const HASH_BYTES = 32;

/**
 * Gives every entry that waits its index, publishes tiles and a signed checkpoint: all in one
 * transaction, so a crash leaves either the old log or the new one. It takes the rows that have no
 * index yet, never "those after the last", so a late commit is not lost. Gives how many entries got
 * an index; 0 too when another process is at it.
 */
export async function sequenceLog(database: Database, signer: NoteSigner): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await database.inInstallation((tx) => sequenceOnce(tx, signer));
    total += done;
    if (done < MOST_AT_ONCE) return total;
  }
}

async function sequenceOnce(tx: Tx, signer: NoteSigner): Promise<number> {
  const locked = await tx.execute<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}) as locked`);
  if (locked.rows[0]?.locked !== true) return 0;
  const waiting = await tx
    .select({ id: logEntries.id, leaf: logEntries.leaf })
    .from(logPending)
    .innerJoin(logEntries, eq(logEntries.id, logPending.id))
    .orderBy(asc(logEntries.written_at), asc(logEntries.id))
    .limit(MOST_AT_ONCE);
  if (waiting.length === 0) return 0;
  const edge = await readEdge(tx);
  const hashes = waiting.map((entry) => hashLeaf(entry.leaf));
  const grown = appendLeaves(edge, hashes);
  for (let start = 0; start < waiting.length; start += 1000) {
    const chunk = waiting.slice(start, start + 1000);
    await tx.insert(logSequence).values(
      chunk.map((entry, index) => ({ entry_index: edge.size + start + index, entry_id: entry.id, leaf_hash: hashes[start + index] as Uint8Array })),
    );
    await tx.delete(logPending).where(inArray(logPending.id, chunk.map((entry) => entry.id)));
  }
  for (const tile of grown.tiles) {
    await tx
      .insert(logTiles)
      .values({ level: tile.level, tile_index: tile.index, hashes: tile.hashes })
      .onConflictDoUpdate({ target: [logTiles.level, logTiles.tile_index], set: { hashes: tile.hashes } });
  }
  const checkpoint = { origin: signer.verifier.name, size: grown.edge.size, root: grown.root, extensions: [] };
  await tx.insert(logCheckpoints).values({ size: grown.edge.size, note: signCheckpoint(checkpoint, signer), signed_at: systemClock.now() });
  return waiting.length;
}

/** Gives the newest checkpoint's note and size, or null before the first entry. */
export async function newestCheckpoint(tx: Tx): Promise<{ size: number; note: string; signed_at: string } | null> {
  const [row] = await tx.select().from(logCheckpoints).orderBy(desc(logCheckpoints.size)).limit(1);
  return row ?? null;
}

/** Reads the tree's right edge from the stored tiles; refuses to go on when it does not give the root that was signed. */
async function readEdge(tx: Tx): Promise<LogEdge> {
  const newest = await newestCheckpoint(tx);
  const size = newest?.size ?? 0;
  const partials: Uint8Array[] = [];
  for (let level = 0; Math.floor(size / TILE_WIDTH ** level) > 0; level += 1) {
    const tile_index = Math.floor(size / TILE_WIDTH ** (level + 1));
    const width = tileWidthAt(size, level, tile_index);
    if (width === 0) {
      partials.push(new Uint8Array());
      continue;
    }
    const [tile] = await tx.select().from(logTiles).where(sql`${logTiles.level} = ${level} and ${logTiles.tile_index} = ${tile_index}`);
    if (tile === undefined) throw new Error(`the log's tile ${level}/${tile_index} is missing`);
    partials.push(tile.hashes.slice(0, width * HASH_BYTES));
  }
  const edge = { size, partials };
  const signed = newest === null ? null : readCheckpointUnchecked(newest.note);
  if (signed !== null && !equalBytes(rootOfEdge(edge), signed.root)) throw new Error("the log's tiles do not give the root that was signed");
  return edge;
}

/** Runs the sequencer now and then, and at once when told that something was committed. Gives how to tell it and how to end it. */
export function startSequencer(database: Database, signer: NoteSigner): { poke(): void; stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let asked = false;
  const turn = () => {
    if (stopped || asked) return;
    asked = true;
    running = running.then(async () => {
      asked = false;
      if (stopped) return;
      await sequenceLog(database, signer).catch((error: unknown) => {
        process.stderr.write(`${systemClock.now()} log sequencer: ${error instanceof Error ? error.message : String(error)}\n`);
      });
    });
  };
  const timer = setInterval(turn, 2000);
  timer.unref();
  return {
    poke: turn,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
