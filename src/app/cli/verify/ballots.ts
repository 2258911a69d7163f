import { type BallotVerdict, keyFingerprint, recordHash, readRecord, verifyRecord } from "../../../engines/ballots/index.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { readPublications, Unreadable } from "./ballots-reader.ts";
import type { VerifyAnswer, VerifyOptions } from "./options.ts";

/** What is answered of one ballot. Both hashes stand in the log's entries of its opening and its closing. */
type BallotAnswer = { readonly ballot: string; readonly previous: string | null } & BallotVerdict & { readonly record_sha256: string; readonly key_sha256: string };

/** What more is checked where several ballots come together. */
type SetCheck = { readonly id: "ids_unique" | "keys_unique"; readonly result: "pass" | "fail"; readonly found?: readonly string[] };

/** How many ballots one answer may hold: it is one line of JSON. */
const MAX_BALLOTS = 100_000;

/**
 * `thidua verify ballots`: one published ballot gives `{valid, checks, tally, outcome, …}`; a list of them (JSON, or
 * one JSON object a line) gives `{valid, count, checks, ballots}` with such an answer for each.
 */
export async function verifyBallots({ target }: VerifyOptions): Promise<VerifyAnswer> {
  const answers: BallotAnswer[] = [];
  let listed = false;
  try {
    for await (const publication of readPublications(target)) {
      listed ||= publication.listed;
      const answer = answerFor(publication.json, target, publication.place);
      if (!answer.ok) return { ...answer, notes: [] };
      if (answers.push(answer.value) > MAX_BALLOTS) return { ...err(tooMany(target)), notes: [] };
    }
  } catch (error) {
    if (error instanceof Unreadable) return { ...err(error.sentence), notes: [] };
    throw error;
  }
  const [first] = answers;
  if (first === undefined) return { ...err(say(`${target} không có phiếu nào được công bố.`, `${target} holds no published ballot.`)), notes: [] };
  return { ...ok(listed || answers.length > 1 ? together(answers) : first), notes: [] };
}

function answerFor(json: unknown, target: string, place: string): Result<BallotAnswer, Text> {
  const read = readRecord(json);
  if (!read.ok) return err(say(`${target}${place}: ${read.error.message.vi}`, `${target}${place}: ${read.error.message.en}`));
  const published = read.value;
  const { valid, ...verdict } = verifyRecord(published);
  const { id, previous } = published.ballot;
  return ok({ valid, ballot: id, previous, ...verdict, record_sha256: recordHash(published), key_sha256: keyFingerprint(published.public_key) });
}

/** A ballot published twice, or a key that serves two ballots, is a fault of the set though each alone may be valid. */
function together(answers: readonly BallotAnswer[]): object {
  const checks = [unique("ids_unique", answers.map(({ ballot }) => ballot)), unique("keys_unique", answers.map(({ key_sha256 }) => key_sha256))];
  const valid = answers.every((answer) => answer.valid) && checks.every(({ result }) => result === "pass");
  return { valid, count: answers.length, checks, ballots: answers };
}

function unique(id: SetCheck["id"], values: readonly string[]): SetCheck {
  const seen = new Set<string>();
  const repeated = new Set(values.filter((value) => seen.size === seen.add(value).size));
  return repeated.size === 0 ? { id, result: "pass" } : { id, result: "fail", found: [...repeated] };
}

function tooMany(target: string): Text {
  return say(`${target} có hơn ${MAX_BALLOTS} lượt bỏ phiếu; hãy chia thành nhiều tệp.`, `${target} holds more than ${MAX_BALLOTS} ballots; split it into several files.`);
}
