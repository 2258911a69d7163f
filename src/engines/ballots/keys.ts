import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { fromBase64, toBase64 } from "./bytes.ts";

/** The lengths of key that are taken: 2048 by default, 3072 where a rule asks for more. */
export const KEY_BITS = [2048, 3072, 4096] as const;
export type KeyBits = (typeof KEY_BITS)[number];

/** The pair of one ballot: base64 of the SubjectPublicKeyInfo, and of the PKCS #8 private key, which is destroyed at closing. */
export type BallotKey = { readonly publicKey: string; readonly privateKey: string };

/**
 * Makes the pair of one ballot (RSA, exponent 65537), in a thread of its own. One ballot, one pair,
 * for blind signing and nothing else (RFC 9474 section 6.2): a signature of one dossier says nothing of another.
 */
export function makeBallotKey(bits: KeyBits = 2048): Promise<BallotKey> {
  return new Promise((resolve, reject) => {
    generateKeyPair("rsa", { modulusLength: bits, publicExponent: 0x10001 }, (error, publicKey, privateKey) => {
      if (error !== null) return reject(error);
      resolve({
        publicKey: toBase64(publicKey.export({ type: "spki", format: "der" })),
        privateKey: toBase64(privateKey.export({ type: "pkcs8", format: "der" })),
      });
    });
  });
}

/** Pairs made ahead. `take` gives one that nobody else gets, and has another made in its place. */
export type KeyPool = { take(): Promise<BallotKey> };

/**
 * Takes how many pairs to keep ready; gives the pool, which begins to make them at once, one after
 * another. Opening the ballots of a hundred dossiers then waits for nothing. They are in memory only.
 */
export function makeKeyPool(size: number, bits: KeyBits = 2048): KeyPool {
  const ready: Promise<BallotKey>[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const make = (): Promise<BallotKey> => {
    const next = last.then(() => makeBallotKey(bits));
    // One failure must not spoil those behind it; whoever takes this one sees it.
    last = next.catch(() => undefined);
    return next;
  };
  while (ready.length < size) ready.push(make());
  return {
    take() {
      ready.push(make());
      return ready.shift() ?? make();
    },
  };
}

/** Takes a published public key (base64 of SPKI); gives it, or null unless it is RSA of a length we take with exponent 65537, in its one spelling. */
export function readPublicKey(text: string): KeyObject | null {
  const der = fromBase64(text);
  if (der === null) return null;
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
    const sound = key.asymmetricKeyType === "rsa" && publicExponent === 65537n && KEY_BITS.some((bits) => bits === modulusLength);
    return sound && toBase64(key.export({ type: "spki", format: "der" })) === text ? key : null;
  } catch {
    return null;
  }
}

/** Takes a private key as it was made here (base64 of PKCS #8); gives it. Throws on anything else: it comes from our own store. */
export function readPrivateKey(text: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
}

/** Gives the SHA-256 of the public key (its SPKI bytes) as lower-case hexadecimal: what the log and the voting page show of it. */
export function keyFingerprint(publicKey: string): string {
  return createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
}

/** Gives the modulus and the exponent of a public key as whole numbers, and the length of the modulus in bytes and bits. */
export function modulusOf(key: KeyObject): { readonly n: bigint; readonly e: bigint; readonly bytes: number; readonly bits: number } {
  const { n = "", e = "" } = key.export({ format: "jwk" });
  const integer = (text: string): bigint => BigInt(`0x${Buffer.from(text, "base64url").toString("hex")}`);
  const bits = integer(n).toString(2).length;
  return { n: integer(n), e: integer(e), bits, bytes: Math.ceil(bits / 8) };
}
