import { err, ok, type Result } from "../../kernel/result.ts";
import { concatBytes } from "./bytes.ts";

/** Levels of the tree in one tile; hashes in a full tile (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/**
 * Names a tile (C2SP tlog-tiles): `level` counts tiles upward from 0, `index` along the level, and
 * `width` is the number of hashes in it, 1 to 256; below 256 the tile is partial.
 */
export type TileId = { readonly level: number; readonly index: number; readonly width: number };

/** A tile with its content: `width` hashes of 32 bytes, of tree level 8 × `level`. */
export type Tile = TileId & { readonly hashes: Uint8Array };

/** Takes a tile's name; gives its path below the log's address: `tile/0/x001/234`, `tile/1/000.p/5`. */
export function tilePath(tile: TileId): string {
  return `tile/${tile.level}/${indexPath(tile.index)}${partialSuffix(tile.width)}`;
}

/** Takes the number of a bundle of entries and its width 1 to 256; gives its path: `tile/entries/000.p/7`. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partialSuffix(width)}`;
}

/**
 * Takes a path as tilePath and entriesPath write it; gives what it names, `level` being `"entries"`
 * for a bundle, or null for any other path (leading zeros and non-canonical forms included).
 */
export function parseTilePath(path: string): { level: number | "entries"; index: number; width: number } | null {
  const match = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return null;
  const index = Number((match[2] ?? "").replaceAll(/[x/]/g, ""));
  const width = match[3] === undefined ? TILE_WIDTH : Number(match[3]);
  if (!Number.isSafeInteger(index) || (match[3] !== undefined && width >= TILE_WIDTH)) return null;
  const level = match[1] === "entries" ? "entries" : Number(match[1]);
  const canonical = level === "entries" ? entriesPath(index, width) : tilePath({ level, index, width });
  return canonical === path ? { level, index, width } : null;
}

/** Takes a tree size; gives the number of hashes in tile `index` of tile level `level`: 0 when it does not exist yet. */
export function tileWidthAt(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Takes up to 256 entries of at most 65,535 bytes; gives the bundle: each behind its length in two bytes, big-endian. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new Error(`an entry of ${entry.length} bytes is longer than 65,535`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** Takes a bundle; gives its entries, or `truncated` when a length points beyond the end. */
export function parseEntryBundle(bundle: Uint8Array): Result<Uint8Array[], "truncated"> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const [high, low] = [bundle[at], bundle[at + 1]];
    if (high === undefined || low === undefined) return err("truncated");
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return err("truncated");
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return ok(entries);
}

/** 1234067 → `x001/x234/067`: groups of three digits, all but the last marked by x. */
function indexPath(index: number): string {
  if (!Number.isSafeInteger(index) || index < 0) throw new Error(`not a tile index: ${index}`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  return groups.map((group, position) => (position === groups.length - 1 ? group : `x${group}`)).join("/");
}

function partialSuffix(width: number): string {
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw new Error(`not a tile width: ${width}`);
  return width === TILE_WIDTH ? "" : `.p/${width}`;
}
