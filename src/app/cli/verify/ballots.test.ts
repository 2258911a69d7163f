import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { captured } from "../../../../tests/support/captured.ts";
import { type BallotRecord, keyFingerprint, makeBallotKey, playBallot, recordHash } from "../../../engines/ballots/index.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { run } from "../verify.ts";

const folder = mkdtempSync(join(tmpdir(), "thidua-ballots-"));
const inFolder = (name: string): string => join(folder, name);
const day = plainDate("2021-12-06");
let first: BallotRecord;
let second: BallotRecord;
let server: Server;
let site = "";

beforeAll(async () => {
  const [key, other] = await Promise.all([makeBallotKey(), makeBallotKey()]);
  const play = { members: { all: 3, present: 3, recused: 0 }, rule: { base: "all_members", more_than_percent: "50" } as const };
  first = playBallot({ ...play, key, ballot: { id: "b-1", opened_on: day, closed_on: day }, choices: ["agree", "disagree", "blank"] });
  second = playBallot({ ...play, key: other, ballot: { id: "b-2", previous: "b-1", opened_on: day, closed_on: day }, choices: ["agree", "agree", null] });
  const changed = { ...first, tally: { ...first.tally, agree: 2 } };
  const files = {
    "one.json": JSON.stringify(first),
    "lines-of-one.json": JSON.stringify(first, null, 2),
    "changed.json": JSON.stringify(changed),
    "list.json": JSON.stringify([first, second], null, 1),
    "lines.ndjson": `${JSON.stringify(first)}\n\n${JSON.stringify(second)}\n`,
    "twice.ndjson": `${JSON.stringify(first)}\n${JSON.stringify(first)}\n`,
    "spoilt.ndjson": `${JSON.stringify(first)}\n{"format":\n`,
    "foreign.ndjson": `${JSON.stringify(first)}\n{"format":"other"}\n`,
    "foreign.json": '[{"format":"other"}]',
    "empty.json": "[]",
    "text.txt": "xin chào\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(inFolder(name), text);
  server = createServer((request, response) => {
    const text = files[(request.url ?? "").slice(1) as keyof typeof files];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const verify = (...args: string[]) => captured(() => run(["ballots", ...args]));

const passed = ["signatures", "token_domain", "tokens_unique", "not_more_than_issued", "order", "tally", "outcome", "arithmetic"].map((id) => ({ id, result: "pass" }));
const answerOf = (published: BallotRecord) => ({
  valid: true,
  ballot: published.ballot.id,
  previous: published.ballot.previous,
  checks: passed,
  tally: published.tally,
  outcome: published.outcome,
  record_sha256: recordHash(published),
  key_sha256: keyFingerprint(published.public_key),
});
const set = (ids: object, keys: object) => [{ id: "ids_unique", ...ids }, { id: "keys_unique", ...keys }];
const pass = { result: "pass" };

describe("thidua verify ballots", () => {
  it("recomputes one ballot, from a file on one line or many, and from an address", async () => {
    for (const target of [inFolder("one.json"), inFolder("lines-of-one.json"), `${site}/one.json`]) {
      expect(await verify(target)).toEqual({ status: 0, answer: answerOf(first), error: "" });
    }
  });

  it("answers for each ballot of a list and for all of them", async () => {
    const expected = { valid: true, count: 2, checks: set(pass, pass), ballots: [answerOf(first), answerOf(second)] };
    for (const name of ["list.json", "lines.ndjson"]) expect(await verify(inFolder(name))).toEqual({ status: 0, answer: expected, error: "" });
  });

  it("names the check that fails, in one ballot and in the set", async () => {
    const { answer } = await verify(inFolder("changed.json"));
    expect([answer.valid, answer.checks[5]]).toEqual([
      false,
      {
        id: "tally",
        result: "fail",
        found: {
          vi: 'Đã công bố {"agree":2,"blank":1,"disagree":1,"invalid":0}; tính lại được {"agree":1,"blank":1,"disagree":1,"invalid":0}.',
          en: 'Published {"agree":2,"blank":1,"disagree":1,"invalid":0}; recomputed {"agree":1,"blank":1,"disagree":1,"invalid":0}.',
        },
      },
    ]);
    const twice = await verify(inFolder("twice.ndjson"));
    const keys = { result: "fail", found: [keyFingerprint(first.public_key)] };
    expect([twice.answer.valid, twice.answer.checks]).toEqual([false, set({ result: "fail", found: ["b-1"] }, keys)]);
  });

  it.each([
    ["none.json", "Cannot read FOLDER/none.json (ENOENT).\n"],
    ["text.txt", "FOLDER/text.txt: not JSON.\n"],
    ["spoilt.ndjson", "FOLDER/spoilt.ndjson:2: not JSON.\n"],
    ["foreign.ndjson", "FOLDER/foreign.ndjson:2: $.ballot: expected this field.\n"],
    ["foreign.json", "FOLDER/foreign.json[0]: $.ballot: expected this field.\n"],
    ["empty.json", "FOLDER/empty.json holds no published ballot.\n"],
  ])("refuses %s with one sentence", async (name, sentence) => {
    expect(await verify(inFolder(name), "--lang", "en")).toEqual({ status: 2, answer: null, error: sentence.replace("FOLDER", folder) });
  });

  it("says when a site has no such ballot or does not answer, and takes no options", async () => {
    expect((await verify(`${site}/none`)).error).toBe(`${site}/none trả lời HTTP 404.\n`);
    expect((await verify("http://127.0.0.1:1/x", "--lang=en")).error).toBe("Cannot read http://127.0.0.1:1/x (fetch failed).\n");
    expect((await verify(inFolder("one.json"), "--key", "x")).error).toBe("Không có tùy chọn --key. Các tùy chọn: --lang.\n");
  });
});
