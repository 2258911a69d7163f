import { createHash } from "node:crypto";
import { utf8 } from "./bytes.ts";

/** What every token begins with. Printed and published: never changes; another form of token gets another version. */
export const TOKEN_PREFIX = "thidua-ballot-v1";

/** How many random bytes make a token: too many to guess, so the signature needs no random prefix of its own. */
export const NONCE_BYTES = 32;

/** A ballot's id: letters, digits and `. _ : -`, so that it cannot break the line of a token. */
const BALLOT_ID = /^[A-Za-z0-9._:-]{1,100}$/;

/** Says whether the text may be a ballot's id. */
export function isBallotId(text: string): boolean {
  return BALLOT_ID.test(text);
}

/**
 * Takes a ballot's id and 32 random bytes of the member's device; gives the token, the text that gets
 * signed blindly: `thidua-ballot-v1`, the id and the bytes in lower-case hexadecimal, a line each. The
 * id inside binds it to one dossier and round. Throws on a bad id or another length.
 */
export function makeToken(ballotId: string, nonce: Uint8Array): string {
  if (!isBallotId(ballotId)) throw new Error(`not a ballot's id: ${ballotId}`);
  if (nonce.length !== NONCE_BYTES) throw new Error(`a token needs ${NONCE_BYTES} random bytes, got ${nonce.length}`);
  return `${TOKEN_PREFIX}\n${ballotId}\n${Buffer.from(nonce).toString("hex")}`;
}

/** Takes a text; gives the id of the ballot whose token it is, or null when it is no token. One spelling only. */
export function ballotIdOf(token: string): string | null {
  const [prefix, ballotId = "", nonce = "", ...rest] = token.split("\n");
  const whole = prefix === TOKEN_PREFIX && isBallotId(ballotId) && /^[0-9a-f]{64}$/.test(nonce) && rest.length === 0;
  return whole ? ballotId : null;
}

/** Gives the token's SHA-256 as lower-case hexadecimal: the box and the published board stand in this order. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(utf8(token)).digest("hex");
}

/** Gives the short form of the token's hash that a receipt and the board show: 16 hexadecimal digits in groups of four. */
export function receiptCode(token: string): string {
  return (tokenHash(token).slice(0, 16).match(/..../g) ?? []).join("-");
}
