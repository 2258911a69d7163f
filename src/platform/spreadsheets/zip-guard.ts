import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;

/** What a look into an archive found: nothing wrong, no readable archive, or more content than is let in. */
export type ZipVerdict = "ok" | "unreadable" | "too_large";

/**
 * Takes an archive, the most bytes its content may have, and what its texts must not hold; gives whether it may be unpacked.
 * The sizes that the central directory declares are added up first; then every entry is inflated within what is left, for a
 * declared size may lie.
 */
export function checkZip(bytes: Uint8Array, most: number, forbidden?: RegExp): ZipVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return "unreadable";
  const entries = entriesOf(view, end);
  if (entries === null) return "unreadable";
  if (entries.reduce((sum, entry) => sum + entry.declared, 0) > most) return "too_large";
  let left = most;
  for (const entry of entries) {
    const content = inflated(bytes, view, entry, left);
    if (content === "unreadable" || content === "too_large") return content;
    left -= content.length;
    if (left < 0 || forbidden?.test(Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1")) === true) return "too_large";
  }
  return "ok";
}

type Entry = { method: number; packed: number; declared: number; at: number };

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function entriesOf(view: DataView, end: number): Entry[] | null {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let no = 0; no < count; no += 1) {
    // Sizes of 64 bits are marked by all ones here; no spreadsheet that is let in needs them.
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY || view.getUint32(at + 24, true) === 0xffffffff) return null;
    entries.push({ method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), declared: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.length === 0 ? null : entries;
}

/** Gives an entry's content as it truly is, when it is no larger than what is left. */
function inflated(bytes: Uint8Array, view: DataView, entry: Entry, left: number): Uint8Array | "unreadable" | "too_large" {
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== LOCAL) return "unreadable";
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packed > view.byteLength) return "unreadable";
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return "unreadable";
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return error instanceof RangeError ? "too_large" : "unreadable";
  }
}
