import { asc, count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkLog } from "../../src/app/log/check-log.ts";
import { sequenceLog } from "../../src/app/log/sequencer.ts";
import { hashLeaf, noteSigner, openCheckpoint, toBase64 } from "../../src/engines/transparency/index.ts";
import { ok, unwrap } from "../../src/kernel/result.ts";
import { say } from "../../src/kernel/text.ts";
import { type Actor, INSTALLATION } from "../../src/platform/command/actor.ts";
import type { Caller } from "../../src/platform/command/context.ts";
import { defineCommand } from "../../src/platform/command/define.ts";
import { runCommand } from "../../src/platform/command/execute.ts";
import { fail } from "../../src/platform/command/failure.ts";
import { anyone } from "../../src/platform/command/policy.ts";
import { actions, commandRuns, outbox } from "../../src/platform/command/tables.ts";
import { commitments, logEntries, logPending, logSequence } from "../../src/platform/log/tables.ts";
import { freshDatabase, makeLocality, type TestDatabase } from "../support/database.ts";
import { userActor } from "../support/world.ts";

let test: TestDatabase;
let as: (actor?: Actor) => Caller;
beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "TT");
});
afterAll(() => test.drop());

/** Writes one of everything that a command may write, then succeeds, fails or breaks. */
const writeAll = defineCommand({
  name: "write_all",
  title: say("Ghi thử", "Write for a test"),
  input: z.strictObject({ mark: z.string(), end: z.enum(["succeed", "fail", "break"]) }),
  policy: anyone,
  async run(context, input) {
    const id = context.newId();
    context.act({ subject_kind: "test", subject_id: id, action: "write", payload: { mark: input.mark } });
    context.log({ type: "test", facts: { mark: input.mark }, personal: { name: "Nông Thị Mẫu" } });
    context.notify({ to_address: "a@example.vn", kind: "test", payload: {} });
    if (input.end === "break") throw new Error("broken on purpose");
    return input.end === "fail" ? fail("refused", "Không.", "No.") : ok({ id });
  },
});

const SECOND = { ...writeAll, name: "write_all_again" };
const run = (mark: string, end: "succeed" | "fail" | "break", transactionId?: string, actor: Actor = INSTALLATION) =>
  runCommand(test.engine, as(actor), writeAll, { mark, end }, transactionId);
const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Counts what a command may leave behind. */
const counted = () =>
  test.database.inLocality("TT", async (tx) => {
    const counts: number[] = [];
    for (const table of [actions, logEntries, logPending, commitments, outbox, commandRuns]) counts.push((await tx.select({ n: count() }).from(table))[0]?.n ?? 0);
    return counts;
  });
const grown = async (work: () => Promise<unknown>): Promise<number[]> => {
  const before = await counted();
  await work();
  return (await counted()).map((n, index) => n - (before[index] ?? 0));
};

describe("a transaction id", () => {
  it("makes a repeat give the first answer and change nothing", async () => {
    let first: unknown;
    expect(await grown(async () => { first = unwrap(await run("once", "succeed", uuid(1))); })).toEqual([1, 1, 1, 1, 1, 1]);
    let second: unknown;
    expect(await grown(async () => { second = unwrap(await run("once", "succeed", uuid(1))); })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(second).toEqual(first);
    // Without an id the same input runs again: it was the id that held it back.
    expect(await grown(() => run("once", "succeed"))).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it("does so too when five come at the same moment", async () => {
    let answers: unknown[] = [];
    const left = await grown(async () => {
      answers = (await Promise.all([1, 2, 3, 4, 5].map(() => run("at once", "succeed", uuid(2))))).map(unwrap);
    });
    expect(left).toEqual([1, 1, 1, 1, 1, 1]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("is refused for another command, and for another actor", async () => {
    unwrap(await run("mine", "succeed", uuid(3)));
    const codes: string[] = [];
    expect(await grown(async () => {
      const other = await runCommand(test.engine, as(), SECOND, { mark: "mine", end: "succeed" }, uuid(3));
      const stranger = await run("mine", "succeed", uuid(3), userActor(uuid(99)));
      for (const outcome of [other, stranger]) codes.push(outcome.ok ? "ok" : outcome.error.code);
    })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(codes).toEqual(["conflict", "conflict"]);
  });
});

describe("a command that fails", () => {
  it("leaves no row, and its transaction id free", async () => {
    let code = "";
    expect(await grown(async () => {
      const failed = await run("never", "fail", uuid(4));
      code = failed.ok ? "ok" : failed.error.code;
    })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(code).toBe("refused");
    expect(await grown(() => expect(run("never", "break", uuid(4))).rejects.toThrow("broken on purpose"))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await grown(() => run("never", "succeed", uuid(4)))).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe("the log", () => {
  const signer = noteSigner("thu.example.vn/log", new Uint8Array(32).fill(7));
  const secrets = { signing_seed: Buffer.alloc(32, 7).toString("base64"), origin: "thu.example.vn/log", form_key: "" };
  const sequence = () =>
    test.database.inInstallation((tx) => tx.select({ index: logSequence.entry_index, id: logSequence.entry_id, hash: logSequence.leaf_hash }).from(logSequence).orderBy(asc(logSequence.entry_index)));

  it("numbers every entry once and without a gap, under concurrent commits and two sequencers", async () => {
    const turns = async () => {
      for (let turn = 0; turn < 12; turn += 1) await sequenceLog(test.database, signer);
    };
    const writers = Array.from({ length: 40 }, (_unused, n) => run(`entry ${n}`, n % 8 === 7 ? "fail" : "succeed"));
    await Promise.all([turns(), turns(), ...writers]);
    await sequenceLog(test.database, signer);
    const rows = await sequence();
    const entries = await test.database.inInstallation((tx) => tx.select({ id: logEntries.id, leaf: logEntries.leaf }).from(logEntries));
    expect(rows.map((row) => row.index)).toEqual(rows.map((_row, index) => index));
    expect(rows.map((row) => row.id).sort()).toEqual(entries.map((entry) => entry.id).sort());
    const leaves = new Map(entries.map((entry) => [entry.id, toBase64(hashLeaf(entry.leaf))]));
    expect(rows.filter((row) => toBase64(row.hash) !== leaves.get(row.id))).toEqual([]);
    expect(await test.database.inInstallation((tx) => tx.select().from(logPending))).toEqual([]);
  });

  it("has a checkpoint that anybody can verify, over exactly these entries", async () => {
    const state = await checkLog(test.database, secrets);
    const { length } = await sequence();
    expect({ ...state, root: null }).toEqual({ consistent: true, size: length, root: null, pending: 0 });
    // With another key it does not verify: the signature was looked at.
    expect((await checkLog(test.database, { ...secrets, signing_seed: Buffer.alloc(32, 8).toString("base64") })).consistent).toBe(false);
    const [newest] = (await test.database.inInstallation((tx) => tx.execute<{ note: string }>("select note from log_checkpoints order by size desc limit 1"))).rows;
    const opened = openCheckpoint(newest?.note ?? "", [signer.verifier]);
    expect(opened.ok ? opened.value.size : opened.error).toBe(length);
  });

  it("gives an entry that commits late its index, after one that began later", async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { release = resolve; });
    const slow = defineCommand({
      name: "slow", title: say("Chậm", "Slow"), input: z.strictObject({}), policy: anyone,
      run: async (context) => {
        const id = context.log({ type: "test", facts: { mark: "late" } });
        await gate;
        return ok({ id });
      },
    });
    const { length } = await sequence();
    const late = runCommand(test.engine, as(), slow, {});
    unwrap(await run("early", "succeed"));
    expect(await sequenceLog(test.database, signer)).toBe(1);
    release();
    const { id } = unwrap(await late);
    expect(await sequenceLog(test.database, signer)).toBe(1);
    expect((await sequence()).slice(length).map((row) => [row.index, row.id === id])).toEqual([[length, false], [length + 1, true]]);
    expect((await checkLog(test.database, secrets)).consistent).toBe(true);
  });

  it("holds no name in the open, and what opens each commitment stays inside the fence", async () => {
    const leaves = await test.database.inInstallation((tx) => tx.select({ leaf: logEntries.leaf }).from(logEntries));
    expect(leaves.length).toBeGreaterThan(30);
    expect(leaves.filter(({ leaf }) => new TextDecoder().decode(leaf).includes("Nông Thị Mẫu"))).toEqual([]);
    const opened = await test.database.inLocality("TT", (tx) => tx.select({ value: commitments.value }).from(commitments).limit(1));
    expect(opened).toEqual([{ value: "Nông Thị Mẫu" }]);
  });
});
