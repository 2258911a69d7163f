import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { acceptBallot } from "./accept-ballot.ts";
import { blind, finalize, prepareToken } from "./blind.ts";
import { checkCountRecord } from "./count-paper.ts";
import { type BallotKey, keyFingerprint, makeBallotKey, makeKeyPool, readPublicKey } from "./keys.ts";
import { playBallot } from "./play-ballot.ts";
import { type BallotRule, decideOutcome, isSoundRule } from "./rule.ts";
import { signBlinded } from "./sign.ts";
import { ballotIdOf, makeToken, receiptCode, tokenHash } from "./token.ts";

let key: BallotKey;
beforeAll(async () => {
  key = await makeBallotKey();
});

describe("tokens", () => {
  const nonce = new Uint8Array(32).fill(10);
  const token = makeToken("b-1", nonce);

  it("name their ballot and have one spelling", () => {
    expect(token).toBe(`thidua-ballot-v1\nb-1\n${"0a".repeat(32)}`);
    expect([token, token.toUpperCase(), `${token}\n`, ` ${token}`, token.replace("b-1", "b 1"), token.slice(0, -2), "b-1"].map(ballotIdOf)).toEqual(["b-1", null, null, null, null, null, null]);
    expect(prepareToken("b-1")).not.toBe(prepareToken("b-1"));
  });

  it("have a hash and a short code of it", () => {
    expect(receiptCode(token)).toBe((tokenHash(token).slice(0, 16).match(/..../g) ?? []).join("-"));
    expect(receiptCode(token)).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
  });

  it("refuse an id that could break their lines, and too little randomness", () => {
    expect(() => makeToken("b\n1", nonce)).toThrow("not a ballot's id");
    expect(() => makeToken("b-1", nonce.slice(1))).toThrow("32 random bytes");
  });
});

describe("keys", () => {
  it("are read in one spelling, and refused when they are not RSA of our lengths", async () => {
    expect(readPublicKey(key.publicKey)?.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(readPublicKey((await makeBallotKey(3072)).publicKey)?.asymmetricKeyDetails?.modulusLength).toBe(3072);
    const ed25519 = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    expect([ed25519, `${key.publicKey} `, key.publicKey.slice(4), "", "x"].map(readPublicKey)).toEqual([null, null, null, null, null]);
    expect(keyFingerprint(key.publicKey)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("come from the pool each to one ballot only", async () => {
    const pool = makeKeyPool(2);
    const taken = await Promise.all([pool.take(), pool.take(), pool.take()]);
    expect(new Set(taken.map(({ publicKey }) => publicKey)).size).toBe(3);
  });
});

describe("blind signing", () => {
  it("answers the same blinded message with the same signature, so that a repeat gives nothing new", () => {
    const { blinded } = blind(key.publicKey, prepareToken("b-1"));
    expect(signBlinded(key.privateKey, blinded)).toEqual(signBlinded(key.privateKey, blinded));
  });

  it("shows the server a different message each time, even of one token", () => {
    const token = prepareToken("b-1");
    expect(blind(key.publicKey, token).blinded).not.toBe(blind(key.publicKey, token).blinded);
  });

  it("refuses what is no blinded message", () => {
    const short = Buffer.alloc(255, 1).toString("base64");
    const beyond = Buffer.alloc(256, 255).toString("base64");
    const refused = { ok: false, error: "not_a_blinded_message" };
    expect(["", "***", short, beyond].map((blinded) => signBlinded(key.privateKey, blinded))).toEqual([refused, refused, refused, refused]);
  });

  it("lets the device refuse a signature of another key, another token and another length", async () => {
    const token = prepareToken("b-1");
    const { blinded, inverse } = blind(key.publicKey, token);
    const signed = signBlinded(key.privateKey, blinded);
    const foreign = signBlinded((await makeBallotKey()).privateKey, Buffer.concat([Buffer.alloc(1), Buffer.from(blinded, "base64").subarray(1)]).toString("base64"));
    if (!signed.ok || !foreign.ok) throw new Error("not signed");
    expect(() => finalize(key.publicKey, prepareToken("b-1"), signed.value, inverse)).toThrow("invalid signature");
    expect(() => finalize(key.publicKey, token, foreign.value, inverse)).toThrow("invalid signature");
    expect(() => finalize(key.publicKey, token, signed.value.slice(4), inverse)).toThrow("unexpected input size");
    expect(() => blind("x", token)).toThrow("not a ballot's public key");
  });
});

describe("acceptBallot", () => {
  it("takes a signed ballot of this ballot and of an offered choice, and nothing else", () => {
    const publicKey = readPublicKey(key.publicKey);
    if (publicKey === null) throw new Error("no key");
    const play = { key, members: { all: 1, present: 1, recused: 0 }, rule: { base: "present", more_than_percent: "50" } as const, choices: ["agree" as const] };
    const [cast] = playBallot({ ...play, ballot: { id: "b-1", opened_on: plainDate("2021-12-06"), closed_on: plainDate("2021-12-06") } }).ballots;
    if (cast === undefined) throw new Error("no ballot");
    const open = { id: "b-1", publicKey, options: ["agree", "disagree"] as const };
    expect(acceptBallot(open, cast)).toEqual({ ok: true, value: { ...cast, hash: tokenHash(cast.token) } });
    expect(acceptBallot({ ...open, id: "b-2" }, cast)).toEqual({ ok: false, error: "other_ballot" });
    expect(acceptBallot(open, { ...cast, choice: "blank" })).toEqual({ ok: false, error: "choice_not_offered" });
    expect(acceptBallot(open, { ...cast, token: makeToken("b-1", new Uint8Array(32)) })).toEqual({ ok: false, error: "bad_signature" });
    expect(acceptBallot(open, { ...cast, signature: "" })).toEqual({ ok: false, error: "bad_signature" });
  });
});

describe("decideOutcome", () => {
  const members = { all: 15, present: 11, recused: 2 };
  it.each<[BallotRule, number, number, number, boolean]>([
    // [rule, agreeing votes, needed, base, approved]; always 12 valid ballots.
    [{ base: "all_members", at_least_percent: "90" }, 13, 14, 15, false],
    [{ base: "all_members", at_least_percent: "90" }, 14, 14, 15, true],
    [{ base: "all_members", at_least_percent: "80" }, 12, 12, 15, true],
    [{ base: "all_members", at_least_percent: "80.01" }, 12, 13, 15, false],
    [{ base: "present", more_than_percent: "50" }, 5, 6, 11, false],
    [{ base: "present", more_than_percent: "50" }, 6, 6, 11, true],
    [{ base: "valid_ballots", more_than_percent: "50" }, 6, 7, 12, false],
    [{ base: "valid_ballots", more_than_percent: "50" }, 7, 7, 12, true],
    [{ base: "valid_ballots", at_least_percent: "50" }, 6, 6, 12, true],
    [{ base: "all_members", at_least_fraction: "2/3" }, 10, 10, 15, true],
    [{ base: "all_members", more_than_fraction: "2/3" }, 10, 11, 15, false],
    [{ base: "members_without_recused", at_least_fraction: "2/3" }, 9, 9, 13, true],
    [{ base: "members_without_recused", at_least_percent: "33.333333333333333333" }, 4, 5, 13, false],
  ])("%j with %i in favour", (rule, agree, needed, base, approved) => {
    const votes = { agree, disagree: Math.max(0, 12 - agree), blank: 0 };
    expect(decideOutcome(rule, members, votes)).toEqual({ approved, agree, needed, base, tied: agree === votes.disagree });
  });

  it("approves nothing of nobody, and says when votes are equal", () => {
    const nobody = { agree: 0, disagree: 0, blank: 0 };
    expect(decideOutcome({ base: "valid_ballots", at_least_percent: "0" }, members, nobody)).toEqual({ approved: false, agree: 0, needed: 0, base: 0, tied: true });
  });

  it("knows a threshold that is none", () => {
    const texts = ["90", "0.5", "100", "100.1", "-1", "", "2/3", "ninety"];
    expect(texts.map((at_least_percent) => isSoundRule({ base: "present", at_least_percent }))).toEqual([true, true, true, false, false, false, false, false]);
    expect(["2/3", "3/2", "1/0", "0/1", "2"].map((more_than_fraction) => isSoundRule({ base: "present", more_than_fraction }))).toEqual([true, false, false, true, false]);
  });
});

describe("checkCountRecord", () => {
  const count = { issued: 15, not_returned: 1, collected: 14, valid: 13, invalid: 1, agree: 11, disagree: 1, blank: 1 };

  it("finds nothing in minutes that agree with themselves", () => {
    expect(checkCountRecord(count)).toEqual([]);
  });

  it("says which numbers do not fit", () => {
    expect(checkCountRecord({ ...count, collected: 13 })).toEqual([
      {
        fields: ["issued", "collected", "not_returned"],
        message: {
          vi: "Số phiếu phát ra (15) phải bằng tổng của số phiếu thu về (13), số phiếu không thu về (1): cộng lại là 14.",
          en: "Ballots issued (15) must be the sum of ballots collected (13), ballots not returned (1): they add up to 14.",
        },
      },
      {
        fields: ["collected", "valid", "invalid"],
        message: {
          vi: "Số phiếu thu về (13) phải bằng tổng của số phiếu hợp lệ (13), số phiếu không hợp lệ (1): cộng lại là 14.",
          en: "Ballots collected (13) must be the sum of valid ballots (13), invalid ballots (1): they add up to 14.",
        },
      },
    ]);
    expect(checkCountRecord({ ...count, agree: 12 }).map(({ fields }) => fields)).toEqual([["valid", "agree", "disagree", "blank"]]);
    expect(checkCountRecord({ ...count, blank: -1, agree: 1.5 }).map(({ fields }) => fields)).toEqual([["agree"], ["blank"]]);
  });
});
