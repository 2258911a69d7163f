import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { type BallotRecord, inBoardOrder, recordHash } from "./ballot-record.ts";
import { type BallotKey, makeBallotKey } from "./keys.ts";
import { playBallot } from "./play-ballot.ts";
import { readRecord } from "./read-record.ts";
import { ballotIdOf } from "./token.ts";
import { verifyRecord } from "./verify-record.ts";

let key: BallotKey;
let other: BallotKey;
let published: BallotRecord;
beforeAll(async () => {
  [key, other] = await Promise.all([makeBallotKey(), makeBallotKey()]);
  published = playBallot({
    key,
    ballot: { id: "dossier-7.2", previous: "dossier-7.1", title_sha256: "0".repeat(64), opened_on: plainDate("2021-12-06"), closed_on: plainDate("2021-12-06") },
    members: { all: 15, present: 10, recused: 1 },
    rule: { base: "all_members", at_least_percent: "70" },
    choices: ["agree", "agree", "agree", "agree", "agree", "agree", "disagree", "blank", null],
    written: { agree: 4, disagree: 0, blank: 0 },
    paper: { issued: 1, not_returned: 0, collected: 1, valid: 1, invalid: 0, agree: 1, disagree: 0, blank: 0 },
  });
});

/** The ids of the checks that fail. */
const failing = (one: BallotRecord): string[] => verifyRecord(one).checks.filter(({ result }) => result === "fail").map(({ id }) => id);
const at = (index: number) => {
  const ballot = published.ballots[index];
  if (ballot === undefined) throw new Error(`no ballot ${index}`);
  return ballot;
};
const withBallot = (index: number, change: object): BallotRecord => ({ ...published, ballots: published.ballots.map((ballot, where) => (where === index ? { ...ballot, ...change } : ballot)) });
/** Turns one character of a text into another of the same kind. */
const turn = (text: string, where: number): string => `${text.slice(0, where)}${text[where] === "a" ? "b" : "a"}${text.slice(where + 1)}`;

describe("verifyRecord", () => {
  it("finds the published ballot valid, and the same tally and outcome", () => {
    expect(verifyRecord(published)).toEqual({
      valid: true,
      checks: ["signatures", "token_domain", "tokens_unique", "not_more_than_issued", "order", "tally", "outcome", "arithmetic"].map((id) => ({ id, result: "pass" })),
      tally: { agree: 11, disagree: 1, blank: 1, invalid: 0 },
      outcome: { approved: true, agree: 11, needed: 11, base: 15, tied: false },
    });
    expect(readRecord(JSON.parse(JSON.stringify(published)))).toEqual({ ok: true, value: published });
  });

  it("names the check that any changed byte breaks", () => {
    const choice = at(0).choice === "agree" ? "disagree" : "agree";
    const nonce = at(3).token.length - 5;
    const found = {
      "another key": failing({ ...published, public_key: other.publicKey }),
      "a key that is none": failing({ ...published, public_key: turn(published.public_key, 50) }),
      "a byte of a signature": failing(withBallot(2, { signature: turn(at(2).signature, 40) })),
      "a byte of a token": failing(withBallot(3, { token: turn(at(3).token, nonce) })).filter((id) => id !== "order"),
      "another ballot's id": failing({ ...published, ballot: { ...published.ballot, id: "dossier-8.2" } }),
      "a token of another ballot": failing(withBallot(3, { token: at(3).token.replace("dossier-7.2", "dossier-7.1") })).filter((id) => id !== "order"),
      "a choice": failing(withBallot(0, { choice })),
      "a ballot twice": failing({ ...published, ballots: [at(0), ...published.ballots] }),
      "another ballot left out": failing({ ...published, ballots: published.ballots.slice(1) }),
      "the order": failing({ ...published, ballots: [...published.ballots].reverse() }),
      "fewer issued": failing({ ...published, roll: { size: 9, issued: 7 } }),
      "more issued than on the roll": failing({ ...published, roll: { size: 8, issued: 9 } }),
      "a choice that was not offered": failing({ ...published, ballot: { ...published.ballot, options: ["agree", "disagree"] } }),
      "the tally": failing({ ...published, tally: { ...published.tally, agree: 12 } }),
      "the outcome": failing({ ...published, outcome: { ...published.outcome, approved: false } }),
      "the rule": failing({ ...published, rule: { base: "all_members", at_least_percent: "90" } }),
      "the members": failing({ ...published, members: { ...published.members, all: 16 } }),
      "the written opinions": failing({ ...published, written: { agree: 3, disagree: 1, blank: 0 } }),
      "too many present": failing({ ...published, members: { ...published.members, present: 12 } }),
      "the paper": failing({ ...published, paper: published.paper && { ...published.paper, not_returned: 1 } }),
      "itself as the round before": failing({ ...published, ballot: { ...published.ballot, previous: "dossier-7.2" } }),
      "closed before it was opened": failing({ ...published, ballot: { ...published.ballot, closed_on: plainDate("2021-12-05") } }),
    };
    expect(found).toEqual({
      "another key": ["signatures", "tally", "outcome"],
      "a key that is none": ["signatures", "tally", "outcome"],
      "a byte of a signature": ["signatures", "tally", ...(at(2).choice === "agree" ? ["outcome"] : [])],
      "a byte of a token": ["signatures", "tally", ...(at(3).choice === "agree" ? ["outcome"] : [])],
      "another ballot's id": ["token_domain", "tally", "outcome"],
      "a token of another ballot": ["signatures", "token_domain", "tally", ...(at(3).choice === "agree" ? ["outcome"] : [])],
      "a choice": ["tally", "outcome"],
      "a ballot twice": ["tokens_unique"],
      "another ballot left out": ["tally", ...(at(0).choice === "agree" ? ["outcome"] : [])],
      "the order": ["order"],
      "fewer issued": ["not_more_than_issued"],
      "more issued than on the roll": ["arithmetic"],
      "a choice that was not offered": ["tally"],
      "the tally": ["tally"],
      "the outcome": ["outcome"],
      "the rule": ["outcome"],
      "the members": ["outcome"],
      "the written opinions": ["tally", "outcome"],
      "too many present": ["arithmetic"],
      "the paper": ["arithmetic"],
      "itself as the round before": ["arithmetic"],
      "closed before it was opened": ["arithmetic"],
    });
  });

  it("finds every changed byte of a token and of a signature", () => {
    const { token, signature } = at(1);
    for (let where = 0; where < token.length; where += 7) expect(verifyRecord(withBallot(1, { token: turn(token, where) })).valid).toBe(false);
    for (let where = 0; where < signature.length; where += 29) expect(verifyRecord(withBallot(1, { signature: turn(signature, where) })).valid).toBe(false);
    expect(verifyRecord(withBallot(1, { signature: `${signature}=` })).valid).toBe(false);
  });

  it("says in both languages which ballots are wrong", () => {
    const { checks } = verifyRecord({ ...published, roll: { size: 9, issued: 7 }, public_key: other.publicKey });
    const found = Object.fromEntries(checks.map((check) => [check.id, check.found]));
    expect(found["not_more_than_issued"]).toEqual({ vi: "Trong hòm có 8 phiếu, nhưng chỉ phát ra 7.", en: "There are 8 ballots in the box, but only 7 were issued." });
    expect(found["signatures"]?.vi).toMatch(/^8 phiếu không có chữ ký đúng: ([0-9a-f]{4}-){3}[0-9a-f]{4}, .*, …\.$/);
    expect(found["token_domain"]).toBeUndefined();
  });

  it("stands in an order that says nothing of who came first", () => {
    expect(inBoardOrder([...published.ballots].reverse())).toEqual(published.ballots);
    expect(published.ballots.map(({ token }) => ballotIdOf(token))).toEqual(Array(8).fill("dossier-7.2"));
    expect(Object.keys(at(0)).sort()).toEqual(["choice", "signature", "token"]);
  });

  it("gives one hash for one publication, whatever the order of its names", () => {
    const { tally, ...rest } = published;
    expect(recordHash({ tally, ...rest })).toBe(recordHash(published));
    expect(recordHash({ ...published, ballot: { ...published.ballot, closed_on: plainDate("2021-12-07") } })).not.toBe(recordHash(published));
  });
});

describe("readRecord", () => {
  it.each<[string, (one: BallotRecord) => unknown, string]>([
    ["a list", () => [], "$: expected a JSON object."],
    ["another format", (one) => ({ ...one, format: "thidua-ballot-2" }), "$.format: expected “thidua-ballot-1”."],
    ["an unknown field", (one) => ({ ...one, voters: [] }), "$.voters: expected only the fields: format, ballot, public_key, members, roll, rule, written, paper, ballots, tally, outcome."],
    ["a time", (one) => ({ ...one, ballots: [{ ...one.ballots[0], cast_at: "08:00" }] }), "$.ballots[0].cast_at: expected only the fields: token, signature, choice."],
    ["a missing field", ({ paper: _paper, ...one }) => one, "$.paper: expected this field."],
    ["a float", (one) => ({ ...one, roll: { size: 1.5, issued: 1 } }), "$.roll.size: expected a whole number from 0 to 1000000, not 1.5."],
    ["an unknown choice", (one) => ({ ...one, ballots: [{ ...one.ballots[0], choice: "maybe" }] }), "$.ballots[0].choice: expected one of: agree, disagree, blank."],
    ["an instant", (one) => ({ ...one, ballot: { ...one.ballot, closed_on: "2021-12-06T08:00" } }), "$.ballot.closed_on: expected a day such as 2021-12-06."],
    ["two thresholds", (one) => ({ ...one, rule: { base: "present", at_least_percent: "50", more_than_percent: "50" } }), "$.rule.more_than_percent: expected only the fields: base, at_least_percent."],
    ["a share over one", (one) => ({ ...one, rule: { base: "present", at_least_percent: "100.5" } }), "$.rule.at_least_percent: expected a share from 0 to 1, such as “90” (%) or “2/3”."],
  ])("refuses %s with its place", (_name, change, sentence) => {
    const read = readRecord(JSON.parse(JSON.stringify(change(published))));
    expect(read.ok ? null : read.error.message.en).toBe(sentence);
  });
});
