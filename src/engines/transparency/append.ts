import { concatBytes } from "./bytes.ts";
import { EMPTY_ROOT, HASH_BYTES, hashNode, rootOfComplete } from "./hashing.ts";
import { TILE_WIDTH, type Tile } from "./tiles.ts";

/**
 * The right edge of a tree, all that is needed to go on: `size` leaves, and for each tile level from 0
 * the hashes of its last, unfinished tile one after another (empty when the last tile is full).
 */
export type LogEdge = { readonly size: number; readonly partials: readonly Uint8Array[] };

/** The edge of a log without entries. */
export const EMPTY_EDGE: LogEdge = { size: 0, partials: [] };

/**
 * Takes the edge and the leaf hashes of new entries in their order; gives the new edge, every tile
 * that is new or has grown (partial ones with their new width), and the new root (RFC 6962 section
 * 2.1, C2SP tlog-tiles). Publish and store the tiles before the checkpoint that names the root.
 */
export function appendLeaves(
  edge: LogEdge,
  leafHashes: readonly Uint8Array[],
): { readonly edge: LogEdge; readonly tiles: readonly Tile[]; readonly root: Uint8Array } {
  const extended = extendEdge(edge, leafHashes.length === 0 ? new Uint8Array() : concatBytes(...leafHashes));
  const grown = partialTilesOf(extended.edge).filter(
    (tile) => tile.hashes.length > (edge.partials[tile.level]?.length ?? 0) || tileCount(edge, tile.level) !== tile.index,
  );
  return { edge: extended.edge, tiles: [...extended.fullTiles, ...grown], root: rootOfEdge(extended.edge) };
}

/** Takes the edge and new leaf hashes one after another; gives the new edge and the tiles that became full. */
export function extendEdge(
  edge: LogEdge,
  leafHashes: Uint8Array,
): { readonly edge: LogEdge; readonly fullTiles: readonly Tile[] } {
  const fullTiles: Tile[] = [];
  const partials: Uint8Array[] = [];
  let arriving = leafHashes;
  for (let level = 0; arriving.length > 0 || level < edge.partials.length; level += 1) {
    const hashes = concatBytes(edge.partials[level] ?? new Uint8Array(), arriving);
    const full = Math.floor(hashes.length / (TILE_WIDTH * HASH_BYTES));
    const first = tileCount(edge, level);
    const roots: Uint8Array[] = [];
    for (let tile = 0; tile < full; tile += 1) {
      const content = hashes.slice(tile * TILE_WIDTH * HASH_BYTES, (tile + 1) * TILE_WIDTH * HASH_BYTES);
      fullTiles.push({ level, index: first + tile, width: TILE_WIDTH, hashes: content });
      roots.push(rootOfComplete(content));
    }
    partials.push(hashes.slice(full * TILE_WIDTH * HASH_BYTES));
    arriving = concatBytes(...roots);
  }
  return { edge: { size: edge.size + leafHashes.length / HASH_BYTES, partials }, fullTiles };
}

/** Gives the unfinished tiles at the edge, those without any hash left out. */
export function partialTilesOf(edge: LogEdge): Tile[] {
  return edge.partials.flatMap((hashes, level) =>
    hashes.length === 0
      ? []
      : [{ level, index: tileCount(edge, level), width: hashes.length / HASH_BYTES, hashes }],
  );
}

/** Gives the root of the tree that ends at this edge (RFC 6962 section 2.1). */
export function rootOfEdge(edge: LogEdge): Uint8Array {
  let root: Uint8Array | null = null;
  for (const hashes of edge.partials) root = rootWithTail(hashes, root);
  return root ?? EMPTY_ROOT;
}

/** Folds neighbouring hashes of one level, and the smaller tree right of them, into one root. */
function rootWithTail(hashes: Uint8Array, tail: Uint8Array | null): Uint8Array | null {
  let root = tail;
  let end = hashes.length / HASH_BYTES;
  for (let width = 1; end > 0; width *= 2) {
    // The smallest complete subtree stands rightmost, so the binary digits are taken from the low end.
    if ((end / width) % 2 === 1) {
      const peak = rootOfComplete(hashes.subarray((end - width) * HASH_BYTES, end * HASH_BYTES));
      root = root === null ? peak : hashNode(peak, root);
      end -= width;
    }
  }
  return root;
}

/** The number of full tiles on a level: also the index of the unfinished one. */
function tileCount(edge: LogEdge, level: number): number {
  return Math.floor(edge.size / TILE_WIDTH ** (level + 1));
}
