import { canonicalJson } from "../../kernel/canonical-json.ts";
import { say, type Text } from "../../kernel/text.ts";
import { checkArithmetic } from "./check-arithmetic.ts";
import { readPublicKey } from "./keys.ts";
import { type BallotTally, type CastBallot, countVotes, inBoardOrder, type BallotRecord } from "./ballot-record.ts";
import { decideOutcome, type Outcome } from "./rule.ts";
import { verifyToken } from "./sign.ts";
import { ballotIdOf, receiptCode } from "./token.ts";

/** The checks of a published ballot, in the order in which they are reported. */
export const BALLOT_CHECKS = ["signatures", "token_domain", "tokens_unique", "not_more_than_issued", "order", "tally", "outcome", "arithmetic"] as const;
export type BallotCheckId = (typeof BALLOT_CHECKS)[number];

/** One check: `found` says what is wrong, and is there only when it failed. */
export type BallotCheck = { readonly id: BallotCheckId; readonly result: "pass" | "fail"; readonly found?: Text };

/** The verdict: valid when every check passed. `tally` and `outcome` are recomputed here, from the genuine ballots alone. */
export type BallotVerdict = { readonly valid: boolean; readonly checks: readonly BallotCheck[]; readonly tally: BallotTally; readonly outcome: Outcome };

/** How many wrong ballots a sentence names before it says how many more there are. */
const NAMED = 3;

/**
 * Takes a published ballot; gives the verdict. Whoever has the publication needs nothing else: every ballot in the
 * box carries the ballot key's signature of a token of this ballot, none twice, none beyond those issued, and what was
 * published of tally and outcome is what they give. That the publication is the one that was logged is for the log
 * to show (`recordHash`).
 */
export function verifyRecord(published: BallotRecord): BallotVerdict {
  const { ballot, rule, members, written, paper } = published;
  // Copies, so that a ballot listed twice is two ballots here, of which one is wrong.
  const ballots = published.ballots.map((one) => ({ ...one }));
  const key = readPublicKey(published.public_key);
  const unsigned = ballots.filter(({ token, signature }) => key === null || !verifyToken(key, token, signature));
  const foreign = ballots.filter(({ token }) => ballotIdOf(token) !== ballot.id);
  const repeated = repeatedOf(ballots);
  const notOffered = ballots.filter(({ choice }) => !ballot.options.includes(choice));
  const wrong = new Set([...unsigned, ...foreign, ...repeated, ...notOffered]);
  const tally = countVotes(ballots.filter((one) => !wrong.has(one)), written, paper);
  const outcome = decideOutcome(rule, members, tally);
  const misplaced = misplacedOf(ballots);
  const sums = checkArithmetic(published);
  const found: { readonly [id in BallotCheckId]: Text | null } = {
    signatures: key === null ? say("Khóa công khai không dùng được.", "The public key is unusable.") : naming(unsigned, "không có chữ ký đúng", "without a valid signature"),
    token_domain: naming(foreign, "không thuộc lượt bỏ phiếu này", "not of this ballot"),
    tokens_unique: naming(repeated, "bị lặp lại", "repeated"),
    not_more_than_issued: ballots.length <= published.roll.issued ? null : tooMany(ballots.length, published.roll.issued),
    order: naming(misplaced, "không đứng theo thứ tự mã băm", "not in the order of the hashes"),
    tally: naming(notOffered, "ghi lựa chọn không có trên phiếu", "with a choice that was not offered") ?? differing(published.tally, tally),
    outcome: differing(published.outcome, outcome),
    arithmetic: sums.length === 0 ? null : say(sums.map(({ vi }) => vi).join(" "), sums.map(({ en }) => en).join(" ")),
  };
  const checks = BALLOT_CHECKS.map((id): BallotCheck => {
    const wrongHere = found[id];
    return wrongHere === null ? { id, result: "pass" } : { id, result: "fail", found: wrongHere };
  });
  return { valid: checks.every(({ result }) => result === "pass"), checks, tally, outcome };
}

/** Every ballot whose token an earlier one has. */
function repeatedOf(ballots: readonly CastBallot[]): readonly CastBallot[] {
  const seen = new Set<string>();
  return ballots.filter(({ token }) => {
    const again = seen.has(token);
    seen.add(token);
    return again;
  });
}

/** Every ballot that stands elsewhere than the order of the hashes puts it: another order could tell who was first. */
function misplacedOf(ballots: readonly CastBallot[]): readonly CastBallot[] {
  const ordered = inBoardOrder(ballots);
  return ballots.filter((ballot, at) => ordered[at]?.token !== ballot.token);
}

function naming(ballots: readonly CastBallot[], vi: string, en: string): Text | null {
  if (ballots.length === 0) return null;
  const codes = ballots.slice(0, NAMED).map(({ token }) => receiptCode(token)).join(", ");
  const more = ballots.length > NAMED ? ", …" : "";
  return say(`${ballots.length} phiếu ${vi}: ${codes}${more}.`, `${ballots.length} ballots ${en}: ${codes}${more}.`);
}

function tooMany(inBox: number, issued: number): Text {
  return say(`Trong hòm có ${inBox} phiếu, nhưng chỉ phát ra ${issued}.`, `There are ${inBox} ballots in the box, but only ${issued} were issued.`);
}

function differing(published: BallotTally | Outcome, computed: BallotTally | Outcome): Text | null {
  const [said, is] = [canonicalJson(published), canonicalJson(computed)];
  return said === is ? null : say(`Đã công bố ${said}; tính lại được ${is}.`, `Published ${said}; recomputed ${is}.`);
}
