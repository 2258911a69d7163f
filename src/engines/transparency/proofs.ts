import { equalBytes } from "./bytes.ts";
import { hashAt, hashNode, rootOfComplete } from "./hashing.ts";
import { TILE_HEIGHT, TILE_WIDTH, type TileId, tileWidthAt } from "./tiles.ts";

/** Gives the hash of the complete subtree over leaves [index × 2^level, (index + 1) × 2^level). */
export type HashReader = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

/**
 * Takes a function that gives a tile's bytes and the size of the tree; gives a reader of any complete
 * subtree's hash. Tiles read once are kept, so use one reader for one proof or a few.
 */
export function tileHashReader(readTile: (tile: TileId) => Uint8Array | Promise<Uint8Array>, size: number): HashReader {
  const read = new Map<string, Uint8Array | Promise<Uint8Array>>();
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const width = 2 ** (level % TILE_HEIGHT);
    const first = index * width;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const key = `${tileLevel}/${tileIndex}`;
    const tile = { level: tileLevel, index: tileIndex, width: tileWidthAt(size, tileLevel, tileIndex) };
    const hashes = read.get(key) ?? readTile(tile);
    read.set(key, hashes);
    const bytes = await hashes;
    const start = first % TILE_WIDTH;
    hashAt(bytes, start + width - 1);
    return rootOfComplete(bytes.subarray(start * 32, (start + width) * 32));
  };
}

/** Takes a reader and a size; gives the root of the tree's first `size` leaves, size ≥ 1. */
export function rootAt(read: HashReader, size: number): Promise<Uint8Array> {
  return rangeHash(read, 0, size);
}

/**
 * Takes a reader, a leaf's index and the tree's size; gives the inclusion proof, hashes from the leaf
 * upward (RFC 6962 section 2.1.1). Throws when the index is not below the size.
 */
export async function createInclusionProof(read: HashReader, index: number, size: number): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new Error(`no leaf ${index} in ${size}`);
  const proof: Uint8Array[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    const inLeft = index < middle;
    proof.push(inLeft ? await rangeHash(read, middle, end) : await rangeHash(read, start, middle));
    if (inLeft) end = middle;
    else start = middle;
  }
  return proof.reverse();
}

/**
 * Takes a reader and two sizes, 1 ≤ oldSize ≤ newSize; gives the proof that the older tree is the
 * beginning of the newer one (RFC 6962 section 2.1.2). Throws on other sizes.
 */
export async function createConsistencyProof(
  read: HashReader,
  oldSize: number,
  newSize: number,
): Promise<Uint8Array[]> {
  if (oldSize < 1 || oldSize > newSize) throw new Error(`no proof from ${oldSize} to ${newSize}`);
  const proof: Uint8Array[] = [];
  let [start, end] = [0, newSize];
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start);
    if (oldSize <= middle) {
      proof.push(await rangeHash(read, middle, end));
      end = middle;
    } else {
      proof.push(await rangeHash(read, start, middle));
      start = middle;
    }
  }
  // The verifier knows the old root itself; any other remaining subtree must be told.
  if (start !== 0) proof.push(await rangeHash(read, start, end));
  return proof.reverse();
}

/** Says whether the proof leads from the leaf hash at `index` to the root of `size` leaves (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(
  proof: readonly Uint8Array[],
  index: number,
  size: number,
  leafHash: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [node, last] = [index, size - 1];
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalBytes(hash, root);
}

/** Says whether the proof shows the tree of `oldSize` leaves to be the beginning of that of `newSize` (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(
  proof: readonly Uint8Array[],
  oldSize: number,
  newSize: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 1 || oldSize > newSize) return false;
  if (proof.some((hash) => hash.length !== 32)) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let [node, last] = [oldSize - 1, newSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [fromOld, fromNew] = [first, first];
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      fromOld = hashNode(sibling, fromOld);
      fromNew = hashNode(sibling, fromNew);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      fromNew = hashNode(fromNew, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalBytes(fromOld, oldRoot) && equalBytes(fromNew, newRoot);
}

/** The root over leaves [start, end), where start is a multiple of a power of two not below end − start. */
async function rangeHash(read: HashReader, start: number, end: number): Promise<Uint8Array> {
  const width = end - start;
  if (isPowerOfTwo(width)) return read(Math.round(Math.log2(width)), start / width);
  const middle = start + splitPoint(width);
  return hashNode(await rangeHash(read, start, middle), await rangeHash(read, middle, end));
}

/** The largest power of two below a width of at least 2. */
function splitPoint(width: number): number {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}

function isPowerOfTwo(value: number): boolean {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
