import { EMPTY_EDGE, extendEdge, type LogEdge, partialTilesOf, rootOfEdge } from "./append.ts";
import { concatBytes, equalBytes, toBase64 } from "./bytes.ts";
import { openCheckpoint, readCheckpointUnchecked } from "./checkpoint.ts";
import { HASH_BYTES, hashLeaf } from "./hashing.ts";
import type { NoteVerifier } from "./signed-note.ts";
import { entriesPath, parseEntryBundle, TILE_WIDTH, type Tile, tilePath } from "./tiles.ts";

/** Reads a published log. A path is as C2SP tlog-tiles names it (`checkpoint`, `tile/0/000`); null when there is no such resource. */
export type LogReader = { read(path: string): Promise<Uint8Array | null> };

/** What is wrong with a log, and at which resource. */
export type LogProblem = {
  readonly at: string;
  readonly kind:
    | "malformed_checkpoint"
    | "wrong_signature"
    | "missing"
    | "wrong_size"
    | "differs"
    | "root_differs"
    | "other_log"
    | "shrunk"
    | "history_changed";
};

/** What a log turned out to be; `root` is the checkpoint's, in base64; `problem` stands only where it is not consistent. */
export type LogVerdict = {
  readonly consistent: boolean;
  readonly size: number | null;
  readonly root: string | null;
  readonly problem?: LogProblem;
};

/** Which keys to trust, and an older checkpoint's note from which the log must have grown. */
export type VerifyLogOptions = { readonly keys?: readonly NoteVerifier[]; readonly since?: string };

/** Tiles read ahead of the one being hashed: hides the delay of a network, and bounds the memory. */
const READ_AHEAD = 16;

/**
 * Takes a reader of a published log; recomputes the whole tree from its lowest tiles, compares every
 * tile above and, where the log publishes entries, every entry; gives the verdict. Without keys the
 * signature is not checked. Holds a few tiles at a time whatever the size (C2SP tlog-tiles, RFC 6962).
 * What the reader throws passes through: a network that fails says nothing about the log.
 */
export async function verifyLog(reader: LogReader, options: VerifyLogOptions = {}): Promise<LogVerdict> {
  const note = new TextDecoder().decode((await reader.read("checkpoint")) ?? new Uint8Array());
  const checkpoint = readCheckpointUnchecked(note);
  if (checkpoint === null) return refuse(null, null, "checkpoint", "malformed_checkpoint");
  const { size } = checkpoint;
  const root = toBase64(checkpoint.root);
  const fail = (at: string, kind: LogProblem["kind"]): LogVerdict => refuse(size, root, at, kind);
  if (options.keys && !openCheckpoint(note, options.keys).ok) return fail("checkpoint", "wrong_signature");
  const since = options.since === undefined ? null : readCheckpointUnchecked(options.since);
  if (options.since !== undefined) {
    if (since === null) return fail("since", "malformed_checkpoint");
    if (options.keys && !openCheckpoint(options.since, options.keys).ok) return fail("since", "wrong_signature");
    if (since.origin !== checkpoint.origin) return fail("since", "other_log");
    if (since.size > size) return fail("since", "shrunk");
  }

  const hasEntries = size > 0 && (await hasFirstEntries(reader, size));
  let edge: LogEdge = EMPTY_EDGE;
  if (since !== null && since.size === 0 && !equalBytes(since.root, rootOfEdge(edge))) {
    return fail("since", "history_changed");
  }
  for await (const leafTile of readLeafTiles(reader, size, hasEntries)) {
    if ("kind" in leafTile) return fail(leafTile.at, leafTile.kind);
    if (since !== null && since.size > edge.size && since.size <= edge.size + leafTile.width) {
      const upToThen = leafTile.hashes.subarray(0, (since.size - edge.size) * HASH_BYTES);
      if (!equalBytes(rootOfEdge(extendEdge(edge, upToThen).edge), since.root)) return fail("since", "history_changed");
    }
    const extended = extendEdge(edge, leafTile.hashes);
    edge = extended.edge;
    const problem = await compareUpperTiles(reader, extended.fullTiles);
    if (problem !== null) return fail(problem.at, problem.kind);
  }
  const problem = await compareUpperTiles(reader, partialTilesOf(edge));
  if (problem !== null) return fail(problem.at, problem.kind);
  if (!equalBytes(rootOfEdge(edge), checkpoint.root)) return fail("checkpoint", "root_differs");
  return { consistent: true, size, root };
}

function refuse(size: number | null, root: string | null, at: string, kind: LogProblem["kind"]): LogVerdict {
  return { consistent: false, size, root, problem: { at, kind } };
}

/** A log may publish its tree alone. One that publishes its first entries must publish all. */
async function hasFirstEntries(reader: LogReader, size: number): Promise<boolean> {
  const exact = await reader.read(entriesPath(0, Math.min(size, TILE_WIDTH)));
  return (exact ?? (await reader.read(entriesPath(0, TILE_WIDTH)))) !== null;
}

/** Gives the lowest tiles in their order, each already compared with its entries, or the first problem. */
async function* readLeafTiles(
  reader: LogReader,
  size: number,
  hasEntries: boolean,
): AsyncGenerator<Tile | LogProblem> {
  const count = Math.ceil(size / TILE_WIDTH);
  const ahead: Promise<Tile | LogProblem>[] = [];
  for (let index = 0; index < count || ahead.length > 0; ) {
    while (index < count && ahead.length < READ_AHEAD) {
      const reading = readLeafTile(reader, index, Math.min(TILE_WIDTH, size - index * TILE_WIDTH), hasEntries);
      // A failure is thrown where the tile is taken; until then it must not count as unhandled.
      reading.catch(() => undefined);
      ahead.push(reading);
      index += 1;
    }
    const next = ahead.shift();
    if (next !== undefined) yield await next;
  }
}

async function readLeafTile(
  reader: LogReader,
  index: number,
  width: number,
  hasEntries: boolean,
): Promise<Tile | LogProblem> {
  const tile = await readTile(reader, { level: 0, index, width });
  if ("kind" in tile || !hasEntries) return tile;
  const at = entriesPath(index, width);
  const exact = await reader.read(at);
  const bundle = exact ?? (await reader.read(entriesPath(index, TILE_WIDTH)));
  if (bundle === null) return { at, kind: "missing" };
  const entries = parseEntryBundle(bundle);
  if (!entries.ok || entries.value.length < width) return { at, kind: "wrong_size" };
  if (exact !== null && entries.value.length !== width) return { at, kind: "wrong_size" };
  const hashes = concatBytes(...entries.value.slice(0, width).map(hashLeaf));
  return equalBytes(hashes, tile.hashes) ? tile : { at, kind: "differs" };
}

async function compareUpperTiles(reader: LogReader, tiles: readonly Tile[]): Promise<LogProblem | null> {
  for (const computed of tiles) {
    if (computed.level === 0) continue;
    const published = await readTile(reader, computed);
    if ("kind" in published) return published;
    if (!equalBytes(published.hashes, computed.hashes)) return { at: tilePath(computed), kind: "differs" };
  }
  return null;
}

async function readTile(
  reader: LogReader,
  tile: { level: number; index: number; width: number },
): Promise<Tile | LogProblem> {
  const at = tilePath(tile);
  const bytes = tile.width * HASH_BYTES;
  const exact = await reader.read(at);
  // Where the log has grown meanwhile, the full tile stands in for a partial one that is gone.
  const hashes = exact ?? (await reader.read(tilePath({ ...tile, width: TILE_WIDTH })))?.subarray(0, bytes) ?? null;
  if (hashes === null) return { at, kind: "missing" };
  if (hashes.length !== bytes) return { at, kind: "wrong_size" };
  return { level: tile.level, index: tile.index, width: tile.width, hashes };
}
