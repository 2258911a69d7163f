import { createHash } from "node:crypto";

/** SHA-384 gives 48 bytes; the suite's salt is as long (RFC 9474 section 5). */
export const HASH_BYTES = 48;
export const SALT_BYTES = 48;

function sha384(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("sha384");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** MGF1 with SHA-384 (RFC 8017 appendix B.2.1): takes a seed and a length; gives the mask. */
function makeMask(seed: Uint8Array, length: number): Uint8Array {
  const mask = new Uint8Array(Math.ceil(length / HASH_BYTES) * HASH_BYTES);
  const counter = new Uint8Array(4);
  for (let block = 0; block * HASH_BYTES < length; block += 1) {
    new DataView(counter.buffer).setUint32(0, block);
    mask.set(sha384(seed, counter), block * HASH_BYTES);
  }
  return mask.subarray(0, length);
}

/**
 * EMSA-PSS-ENCODE with SHA-384 (RFC 8017 section 9.1.1): takes the message, the bits that the encoded
 * form may have, and 48 bytes of salt; gives the encoded message. Throws when the key is too short for it.
 */
export function encodePss(message: Uint8Array, bits: number, salt: Uint8Array): Uint8Array {
  const length = Math.ceil(bits / 8);
  if (salt.length !== SALT_BYTES || length < HASH_BYTES + SALT_BYTES + 2) throw new Error("the salt or the key has the wrong length");
  const hash = sha384(new Uint8Array(8), sha384(message), salt);
  const block = new Uint8Array(length - HASH_BYTES - 1);
  block[block.length - SALT_BYTES - 1] = 1;
  block.set(salt, block.length - SALT_BYTES);
  const mask = makeMask(hash, block.length);
  const encoded = new Uint8Array(length);
  encoded.set(block.map((byte, at) => byte ^ (mask[at] ?? 0)));
  // The highest bits stay zero, so that the number is below the modulus.
  encoded[0] = (encoded[0] ?? 0) & (0xff >> (8 * length - bits));
  encoded.set(hash, block.length);
  encoded[length - 1] = 0xbc;
  return encoded;
}
