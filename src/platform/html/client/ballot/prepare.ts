import { blind, finalize } from "./blind-rsa.ts";
import type { Paper, Prepared, Ready, Unfinished } from "./protocol.ts";

/** The token is random enough to need no random prefix (RFC 9474 section 5, Deterministic). The same as the server's engine knows: prefix, ballot, 32 random bytes. The tests hold the two equal. */
function newToken(ballot_id: string): string {
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  return `thidua-ballot-v1\n${ballot_id}\n${Array.from(nonce, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Refuses a key that could tell members apart or be weak: RSA of at least 2048 bits with the one exponent that everybody uses. */
async function keyOf(publicKey: string): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("spki", bytesOf(publicKey), { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
  const { modulusLength, publicExponent } = key.algorithm as RsaHashedKeyAlgorithm;
  if (modulusLength < 2048 || Array.from(publicExponent).join() !== "1,0,1") throw new Error("unsound public key");
  return key;
}

/** Takes a ballot and its public key; gives a new token of it, the blinded message for the server and what must stay here. Throws on an unsound key. */
export async function prepare({ ballot_id, public_key }: Pick<Paper, "ballot_id" | "public_key">): Promise<Prepared> {
  const token = newToken(ballot_id);
  const { blinded, inverse } = await blind(await keyOf(public_key), new TextEncoder().encode(token));
  return { ballot_id, token, blinded: base64Of(blinded), inverse: base64Of(inverse) };
}

/** Takes a prepared ballot with the blind signature of it; gives the ballot that can be cast. Throws unless the signature is the ballot key's, over this token. */
export async function finish({ ballot_id, public_key, token, inverse, blind_signature }: Unfinished): Promise<Ready> {
  const signature = await finalize(await keyOf(public_key), new TextEncoder().encode(token), bytesOf(blind_signature), bytesOf(inverse));
  return { ballot_id, token, signature: base64Of(signature) };
}
