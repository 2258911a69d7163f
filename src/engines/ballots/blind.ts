import { randomBytes } from "node:crypto";
import { fromBase64, toBase64, toBytes, toInteger, utf8 } from "./bytes.ts";
import { encodePss, SALT_BYTES } from "./encode-pss.ts";
import { modulusOf, readPublicKey } from "./keys.ts";
import { verifyToken } from "./sign.ts";
import { makeToken, NONCE_BYTES } from "./token.ts";

/*
 * The member's side, for tests, for the bench and for a member who would rather use a command line. In the
 * browser @cloudflare/blindrsa-ts does this (src/platform/html/client/ballot/prepare.ts); the tests hold them equal.
 */

/** Gives so many bytes that nobody can foresee. Replaced only to reproduce published test vectors. */
export type RandomBytes = (length: number) => Uint8Array;

/** What the device keeps to itself between the two steps: the blinding factor's inverse, base64. */
export type Blinded = { readonly blinded: string; readonly inverse: string };

/** Takes a ballot's id; gives a new token of it (RFC 9474 section 4.1, with the identity as Prepare). */
export function prepareToken(ballotId: string, random: RandomBytes = randomBytes): string {
  return makeToken(ballotId, new Uint8Array(random(NONCE_BYTES)));
}

/**
 * Blind (RFC 9474 section 4.2): takes the ballot's public key and the token; gives the blinded message for
 * the server, and the inverse that stays here. Throws on a key that is none, or, with odds of no account,
 * when a factor of the modulus was hit.
 */
export function blind(publicKey: string, token: string | Uint8Array, random: RandomBytes = randomBytes): Blinded {
  const { n, e, bits, bytes } = modulusOf(soundKey(publicKey));
  const message = toInteger(encodePss(typeof token === "string" ? utf8(token) : token, bits - 1, random(SALT_BYTES)));
  if (inverseOf(message, n) === null) throw new Error("invalid input");
  const factor = uniformBelow(n, bytes, random);
  const inverse = inverseOf(factor, n);
  if (inverse === null) throw new Error("blinding error");
  const blinded = (message * power(factor, e, n)) % n;
  return { blinded: toBase64(toBytes(blinded, bytes)), inverse: toBase64(toBytes(inverse, bytes)) };
}

/**
 * Finalize (RFC 9474 section 4.4): takes the key, the token, the server's blind signature and the kept
 * inverse; gives the signature, base64. Throws unless it is the server's true signature of this token.
 */
export function finalize(publicKey: string, token: string | Uint8Array, blindSignature: string, inverse: string): string {
  const key = soundKey(publicKey);
  const { n, bytes } = modulusOf(key);
  const [given, kept] = [fromBase64(blindSignature), fromBase64(inverse)];
  if (given?.length !== bytes || kept?.length !== bytes) throw new Error("unexpected input size");
  const signature = toBase64(toBytes((toInteger(given) * toInteger(kept)) % n, bytes));
  if (!verifyToken(key, token, signature)) throw new Error("invalid signature");
  return signature;
}

function soundKey(publicKey: string) {
  const key = readPublicKey(publicKey);
  if (key === null) throw new Error("not a ballot's public key");
  return key;
}

/** A number from 1 to n − 1, each as likely as any other: what does not fit is drawn again (RFC 9474 section 3). */
function uniformBelow(n: bigint, bytes: number, random: RandomBytes): bigint {
  for (;;) {
    const drawn = toInteger(random(bytes));
    if (drawn > 0n && drawn < n) return drawn;
  }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let product = 1n;
  for (const bit of exponent.toString(2)) {
    product = (product * product) % modulus;
    if (bit === "1") product = (product * base) % modulus;
  }
  return product;
}

/** The inverse modulo n by Euclid's extended algorithm; null when there is none. */
function inverseOf(value: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [value, modulus];
  let [factor, following] = [1n, 0n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, following] = [following, factor - quotient * following];
  }
  if (rest !== 1n) return null;
  return factor < 0n ? factor + modulus : factor;
}
