import { hash } from "node:crypto";
import { concatBytes } from "./bytes.ts";

/** Bytes in a SHA-256 hash. */
export const HASH_BYTES = 32;

/** Gives the 32-byte SHA-256 of the bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash("sha256", bytes, "buffer"));
}

/** The root of a tree without leaves: the hash of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

const LEAF_PREFIX = Uint8Array.of(0);

/** Takes the bytes of a log entry; gives its leaf hash SHA-256(0x00 ‖ entry) (RFC 6962 section 2.1). */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF_PREFIX, entry));
}

/** Takes two 32-byte hashes; gives their parent SHA-256(0x01 ‖ left ‖ right) (RFC 6962 section 2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return sha256(bytes);
}

/** Takes hashes stored one after another; gives hash number `index`. Throws beyond the end. */
export function hashAt(hashes: Uint8Array, index: number): Uint8Array {
  const bytes = hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  if (bytes.length !== HASH_BYTES) throw new Error(`no hash number ${index} in ${hashes.length} bytes`);
  return bytes;
}

/**
 * Takes a power of two of 32-byte hashes, one after another, as neighbours on one level; gives the
 * root of the complete subtree above them.
 */
export function rootOfComplete(hashes: Uint8Array): Uint8Array {
  let count = hashes.length / HASH_BYTES;
  if (count < 1 || !Number.isInteger(Math.log2(count))) throw new Error(`not a power of two of hashes: ${count}`);
  let level = hashes;
  while (count > 1) {
    count /= 2;
    const above = new Uint8Array(count * HASH_BYTES);
    for (let index = 0; index < count; index += 1) {
      above.set(hashNode(hashAt(level, 2 * index), hashAt(level, 2 * index + 1)), index * HASH_BYTES);
    }
    level = above;
  }
  return level;
}
