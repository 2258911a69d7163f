import { randomBytes } from "node:crypto";
import { bytesOfInteger, integerOf, inverseModulo, powerModulo, uniformBelow } from "../../kernel/modular.ts";
import { fromBase64, toBase64, utf8 } from "./bytes.ts";
import { encodePss, SALT_BYTES } from "./encode-pss.ts";
import { modulusOf, readPublicKey } from "./keys.ts";
import { verifyToken } from "./sign.ts";
import { makeToken, NONCE_BYTES } from "./token.ts";

/*
 * The member's side, for tests, for the bench and for a member who would rather use a command line. In the
 * browser src/platform/html/client/ballot/blind-rsa.ts does this; the tests hold them, and @cloudflare/blindrsa-ts, equal.
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
  const message = integerOf(encodePss(typeof token === "string" ? utf8(token) : token, bits - 1, random(SALT_BYTES)));
  if (inverseModulo(message, n) === null) throw new Error("invalid input");
  const factor = uniformBelow(n, bytes, random);
  const inverse = inverseModulo(factor, n);
  if (inverse === null) throw new Error("blinding error");
  const blinded = (message * powerModulo(factor, e, n)) % n;
  return { blinded: toBase64(bytesOfInteger(blinded, bytes)), inverse: toBase64(bytesOfInteger(inverse, bytes)) };
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
  const signature = toBase64(bytesOfInteger((integerOf(given) * integerOf(kept)) % n, bytes));
  if (!verifyToken(key, token, signature)) throw new Error("invalid signature");
  return signature;
}

function soundKey(publicKey: string) {
  const key = readPublicKey(publicKey);
  if (key === null) throw new Error("not a ballot's public key");
  return key;
}
