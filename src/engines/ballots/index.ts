export { acceptBallot, type CastError, type OpenBallot } from "./accept-ballot.ts";
export { type Blinded, blind, finalize, prepareToken, type RandomBytes } from "./blind.ts";
export { type CountProblem, checkCountRecord, PAPER_FIELDS, type PaperCount, type PaperField } from "./count-paper.ts";
export { type BallotKey, KEY_BITS, type KeyBits, type KeyPool, keyFingerprint, makeBallotKey, makeKeyPool, readPublicKey } from "./keys.ts";
export { type BallotRecord, type BallotTally, type CastBallot, countVotes, FORMAT, inBoardOrder, recordHash } from "./ballot-record.ts";
export { type BallotPlay, playBallot } from "./play-ballot.ts";
export { type FormatProblem, readRecord } from "./read-record.ts";
export {
  type BallotRule,
  BASES,
  type Base,
  baseOf,
  CHOICES,
  type Choice,
  decideOutcome,
  isSoundRule,
  type Members,
  type Outcome,
  THRESHOLDS,
  type ThresholdKind,
  type Votes,
} from "./rule.ts";
export { SUITE, type SignError, signBlinded, verifyToken } from "./sign.ts";
export { ballotIdOf, isBallotId, makeToken, NONCE_BYTES, receiptCode, TOKEN_PREFIX, tokenHash } from "./token.ts";
export { BALLOT_CHECKS, type BallotCheck, type BallotCheckId, type BallotVerdict, verifyRecord } from "./verify-record.ts";
