import { constants, createPublicKey, type KeyObject, privateDecrypt, publicEncrypt, verify } from "node:crypto";
import { err, ok, type Result } from "../../kernel/result.ts";
import { fromBase64, toBase64, utf8 } from "./bytes.ts";
import { SALT_BYTES } from "./encode-pss.ts";
import { modulusOf, readPrivateKey } from "./keys.ts";

/**
 * The suite (RFC 9474 section 5). Deterministic, that is without a random prefix before the message: our
 * message is a token with 256 random bits, and for such the RFC finds the prefix of no use. So what is
 * published and verified is the token itself, with nothing beside it. The PSS salt stays: it is not the prefix.
 */
export const SUITE = "RSABSSA-SHA384-PSS-Deterministic";

/** Why a blinded message is not signed: it is not as many base64 bytes as the key has, or not below the modulus. */
export type SignError = "not_a_blinded_message";

/**
 * BlindSign (RFC 9474 section 4.3): takes the ballot's private key and what the device sent, both base64;
 * gives the blind signature. The signer learns nothing of the token. Throws when the machine erred: a wrong
 * signature would give the key away, so every one is checked (s^e = m) before it leaves.
 */
export function signBlinded(privateKey: string, blinded: string): Result<string, SignError> {
  const key = readPrivateKey(privateKey);
  const message = fromBase64(blinded);
  const publicKey = createPublicKey(key);
  if (message === null || message.length !== (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8) return err("not_a_blinded_message");
  const { n, bytes } = modulusOf(publicKey);
  if (Buffer.compare(message, Buffer.from(n.toString(16).padStart(bytes * 2, "0"), "hex")) >= 0) return err("not_a_blinded_message");
  const padding = constants.RSA_NO_PADDING;
  // The raw private operation: node calls it decryption.
  const signature = privateDecrypt({ key, padding }, message);
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(message)) throw new Error("signing failure");
  return ok(toBase64(signature));
}

/** Takes a sound public key (`readPublicKey`), the token and a signature in base64; says whether the key's owner signed it (RFC 9474 section 4.5: plain RSA-PSS). */
export function verifyToken(publicKey: KeyObject, token: string | Uint8Array, signature: string): boolean {
  const bytes = fromBase64(signature);
  if (bytes === null) return false;
  const message = typeof token === "string" ? utf8(token) : token;
  return verify("sha384", message, { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES }, bytes);
}
