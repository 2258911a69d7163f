import { unwrap } from "../../kernel/result.ts";
import { blind, finalize, prepareToken } from "./blind.ts";
import { type BallotRecord, type CastBallot, countVotes, FORMAT, inBoardOrder } from "./ballot-record.ts";
import type { BallotKey } from "./keys.ts";
import { type Choice, CHOICES, decideOutcome } from "./rule.ts";
import { signBlinded } from "./sign.ts";

/** A ballot to be played: what is known of it, and what each member who was issued one chooses; null keeps the ballot and casts none. */
export type BallotPlay = Pick<BallotRecord, "members" | "rule"> &
  Partial<Pick<BallotRecord, "written" | "paper">> & {
    readonly ballot: Pick<BallotRecord["ballot"], "id" | "opened_on" | "closed_on"> & Partial<Pick<BallotRecord["ballot"], "previous" | "title_sha256" | "options">>;
    readonly key: BallotKey;
    readonly choices: readonly (Choice | null)[];
  };

/**
 * Takes a ballot's facts and its members' choices; plays every member's device and the server from the issue to the
 * count, and gives what gets published. For tests, the bench and the demonstration: here one machine sees it all,
 * so it is never how a real vote is held.
 */
export function playBallot({ ballot, key, choices, members, rule, written = { agree: 0, disagree: 0, blank: 0 }, paper = null }: BallotPlay): BallotRecord {
  const cast = choices.flatMap((choice): CastBallot[] => {
    const token = prepareToken(ballot.id);
    const { blinded, inverse } = blind(key.publicKey, token);
    const blindSignature = unwrap(signBlinded(key.privateKey, blinded));
    return choice === null ? [] : [{ token, signature: finalize(key.publicKey, token, blindSignature, inverse), choice }];
  });
  const ballots = inBoardOrder(cast);
  const tally = countVotes(ballots, written, paper);
  return {
    format: FORMAT,
    ballot: { previous: null, title_sha256: null, options: CHOICES, ...ballot },
    public_key: key.publicKey,
    members,
    roll: { size: choices.length, issued: choices.length },
    rule,
    written,
    paper,
    ballots,
    tally,
    outcome: decideOutcome(rule, members, tally),
  };
}
