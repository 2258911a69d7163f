import { bytesOfInteger, integerOf, inverseModulo, powerModulo, uniformBelow } from "../../../../kernel/modular.ts";

/*
 * The member's side of RFC 9474, RSABSSA-SHA384-PSS-Deterministic, with the numbers of the language and the hashing of the
 * browser: an old telephone prepares a hundred dossiers in seconds. The tests hold it against the server's own code and
 * against @cloudflare/blindrsa-ts (docs/decisions/0013).
 */

const HASH_BYTES = 48;
const SALT_BYTES = 48;

/** A ballot's public key as its numbers, with the length of the modulus in bits. */
type Modulus = { readonly n: bigint; readonly e: bigint; readonly bits: number };

/** The blinded message for the server, and the inverse that stays on the device; both as long as the modulus. */
export type Blinded = { readonly blinded: Uint8Array<ArrayBuffer>; readonly inverse: Uint8Array<ArrayBuffer> };

async function sha384(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-384", whole));
}

/** MGF1 with SHA-384 (RFC 8017 appendix B.2.1). */
async function makeMask(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const mask = new Uint8Array(Math.ceil(length / HASH_BYTES) * HASH_BYTES);
  for (let block = 0; block * HASH_BYTES < length; block += 1) mask.set(await sha384(seed, bytesOfInteger(BigInt(block), 4)), block * HASH_BYTES);
  return mask.subarray(0, length);
}

/** EMSA-PSS-ENCODE with SHA-384 (RFC 8017 section 9.1.1): the message, the bits that the encoded form may have, the salt. */
async function encodePss(message: Uint8Array, bits: number, salt: Uint8Array): Promise<Uint8Array> {
  const length = Math.ceil(bits / 8);
  const hash = await sha384(new Uint8Array(8), await sha384(message), salt);
  const block = new Uint8Array(length - HASH_BYTES - 1);
  block[block.length - SALT_BYTES - 1] = 1;
  block.set(salt, block.length - SALT_BYTES);
  const mask = await makeMask(hash, block.length);
  const encoded = new Uint8Array(length);
  encoded.set(block.map((byte, at) => byte ^ (mask[at] ?? 0)));
  // The highest bits stay zero, so that the number is below the modulus.
  encoded[0] = (encoded[0] ?? 0) & (0xff >> (8 * length - bits));
  encoded.set(hash, block.length);
  encoded[length - 1] = 0xbc;
  return encoded;
}

async function modulusOf(key: CryptoKey): Promise<Modulus> {
  const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", key);
  const integer = (text: string): bigint => integerOf(Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0)));
  return { n: integer(n), e: integer(e), bits: integer(n).toString(2).length };
}

/** Blind (RFC 9474 section 4.2): takes the ballot's public key and the token's bytes. Throws when, with odds of no account, a factor of the modulus was hit. */
export async function blind(key: CryptoKey, token: Uint8Array): Promise<Blinded> {
  const { n, e, bits } = await modulusOf(key);
  const bytes = Math.ceil(bits / 8);
  const message = integerOf(await encodePss(token, bits - 1, crypto.getRandomValues(new Uint8Array(SALT_BYTES))));
  if (inverseModulo(message, n) === null) throw new Error("invalid input");
  const factor = uniformBelow(n, bytes, (length) => crypto.getRandomValues(new Uint8Array(length)));
  const inverse = inverseModulo(factor, n);
  if (inverse === null) throw new Error("blinding error");
  return { blinded: bytesOfInteger((message * powerModulo(factor, e, n)) % n, bytes), inverse: bytesOfInteger(inverse, bytes) };
}

/** Finalize (RFC 9474 section 4.4): takes the key, the token, the server's blind signature and the kept inverse; gives the signature. Throws unless it is the server's true signature of this token. */
export async function finalize(key: CryptoKey, token: Uint8Array<ArrayBuffer>, blindSignature: Uint8Array, inverse: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { n, bits } = await modulusOf(key);
  const bytes = Math.ceil(bits / 8);
  if (blindSignature.length !== bytes || inverse.length !== bytes) throw new Error("unexpected input size");
  const signature = bytesOfInteger((integerOf(blindSignature) * integerOf(inverse)) % n, bytes);
  if (!(await crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT_BYTES }, key, signature, token))) throw new Error("invalid signature");
  return signature;
}
