import type { KeyObject } from "node:crypto";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CastBallot } from "./ballot-record.ts";
import type { Choice } from "./rule.ts";
import { verifyToken } from "./sign.ts";
import { ballotIdOf, tokenHash } from "./token.ts";

/** What the box must know of a ballot to take votes: its id, its public key (`readPublicKey`) and its options. */
export type OpenBallot = { readonly id: string; readonly publicKey: KeyObject; readonly options: readonly Choice[] };

/** Why a ballot does not go into the box. */
export type CastError = "other_ballot" | "choice_not_offered" | "bad_signature";

/**
 * Takes the open ballot and what a device sent without saying whose it is; gives the ballot and the hash under which
 * it goes into the box, or why it does not. That the hash is not in the box with another choice is for the box to see.
 */
export function acceptBallot(open: OpenBallot, sent: { readonly token: string; readonly signature: string; readonly choice: string }): Result<CastBallot & { readonly hash: string }, CastError> {
  const choice = open.options.find((option) => option === sent.choice);
  if (ballotIdOf(sent.token) !== open.id) return err("other_ballot");
  if (choice === undefined) return err("choice_not_offered");
  if (!verifyToken(open.publicKey, sent.token, sent.signature)) return err("bad_signature");
  return ok({ token: sent.token, signature: sent.signature, choice, hash: tokenHash(sent.token) });
}
