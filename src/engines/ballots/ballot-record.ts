import { createHash } from "node:crypto";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { utf8 } from "./bytes.ts";
import type { PaperCount } from "./count-paper.ts";
import type { BallotRule, Choice, Members, Outcome, Votes } from "./rule.ts";
import { tokenHash } from "./token.ts";

/** The version that every published ballot names. */
export const FORMAT = "thidua-ballot-1";

/** A ballot as it was cast and as it stands on the board: nothing in it says who, when, or in which order. */
export type CastBallot = { readonly token: string; readonly signature: string; readonly choice: Choice };

/** The votes of box, paper and written opinions together; `invalid` are paper ballots only: an invalid electronic one is not taken. */
export type BallotTally = Votes & { readonly invalid: number };

/** What is published of one secret ballot when it is counted: one dossier, one round. */
export type BallotRecord = {
  readonly format: typeof FORMAT;
  readonly ballot: {
    readonly id: string;
    /** The round before, for a second or later round of the same dossier; null for the first. */
    readonly previous: string | null;
    /** SHA-256 of the dossier's title, hexadecimal, or null: the board can be published without the name. */
    readonly title_sha256: string | null;
    readonly options: readonly Choice[];
    /** Days, never instants: an hour would help to guess who cast what. */
    readonly opened_on: PlainDate;
    readonly closed_on: PlainDate;
  };
  readonly public_key: string;
  readonly members: Members;
  /** How many stood on the roll of this ballot, and how many of them were issued a blind signature. */
  readonly roll: { readonly size: number; readonly issued: number };
  readonly rule: BallotRule;
  /** Written opinions of absent members, counted openly. */
  readonly written: Votes;
  /** The tellers' count of those who voted on paper, or null when nobody did. */
  readonly paper: PaperCount | null;
  /** In the order of the tokens' hashes. */
  readonly ballots: readonly CastBallot[];
  readonly tally: BallotTally;
  readonly outcome: Outcome;
};

/** Gives the ballots in the order of their tokens' hashes: the order in which the box is rewritten at closing and published. */
export function inBoardOrder<B extends { readonly token: string }>(ballots: readonly B[]): readonly B[] {
  const hashed = ballots.map((ballot) => ({ ballot, hash: tokenHash(ballot.token) }));
  return hashed.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0)).map(({ ballot }) => ballot);
}

/** Takes the ballots of the box, the written opinions and the paper count; gives the tally of all together. */
export function countVotes(ballots: readonly { readonly choice: Choice }[], written: Votes, paper: PaperCount | null): BallotTally {
  const votesFor = (choice: Choice): number => ballots.filter((ballot) => ballot.choice === choice).length + written[choice] + (paper?.[choice] ?? 0);
  return { agree: votesFor("agree"), disagree: votesFor("disagree"), blank: votesFor("blank"), invalid: paper?.invalid ?? 0 };
}

/** Gives the SHA-256 of the published ballot in its canonical form, hexadecimal: what the log's entry at closing says, so that nothing in it changes afterwards. */
export function recordHash(published: BallotRecord): string {
  return createHash("sha256").update(utf8(canonicalJson(published))).digest("hex");
}
