import { concatBytes, utf8 } from "./bytes.ts";
import { sha256 } from "./hashing.ts";

/** Bytes of salt in a commitment: as many as in the hash, so that guessing the salt is no easier. */
export const SALT_BYTES = 32;

/**
 * Takes 32 random bytes of salt and a text; gives the 32-byte commitment SHA-256(salt ‖ UTF-8 text).
 * The log carries commitments only: without the salt nobody learns the text, and when the salt is
 * destroyed the personal data is gone while the log stays whole. Throws on a salt of another length,
 * because then two pairs of salt and text could give the same bytes.
 */
export function commit(salt: Uint8Array, value: string): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new Error(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return sha256(concatBytes(salt, utf8(value)));
}
