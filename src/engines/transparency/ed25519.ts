import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { concatBytes } from "./bytes.ts";

/** Bytes of an Ed25519 seed, public key and signature (RFC 8032). */
export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** Signs bytes with one Ed25519 key; `publicKey` is its 32 raw bytes. */
export type Ed25519Signer = {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
};

/** What DER writes before the raw bytes of a private and of a public key (RFC 8410 sections 4 and 7). */
const PKCS8_PREFIX = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);
const SPKI_PREFIX = Uint8Array.from([48, 42, 48, 5, 6, 3, 43, 101, 112, 3, 33, 0]);

/** Takes the 32 secret bytes of a key; gives its signer. Throws on another length. */
export function signerFromSeed(seed: Uint8Array): Ed25519Signer {
  if (seed.length !== SEED_BYTES) throw new Error(`a seed has ${SEED_BYTES} bytes, not ${seed.length}`);
  const der = Buffer.from(concatBytes(PKCS8_PREFIX, seed));
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}

/** Says whether the 64-byte signature over the message was made by the key with these 32 public bytes. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(null, message, publicKeyObject(publicKey), signature);
  } catch {
    // OpenSSL throws on bytes that are no point of the curve: such a key has signed nothing.
    return false;
  }
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const der = Buffer.from(concatBytes(SPKI_PREFIX, publicKey));
  return createPublicKey({ key: der, format: "der", type: "spki" });
}
