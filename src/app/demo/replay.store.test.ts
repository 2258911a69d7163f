import { count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { replayFindings } from "../../modules/nominations/index.ts";
import { findings, rulebooks } from "../../modules/nominations/tables.ts";
import { DEMO_LOCALITY } from "./world.ts";
import { loadDemonstration } from "./year.ts";

let test: TestDatabase;

beforeAll(async () => {
  test = await freshDatabase();
  const { address, database, engine } = test;
  await loadDemonstration({ address, database, kind: "embedded", secrets: { signing_seed: "", origin: "test", form_key: "" }, close: async () => undefined }, engine, () => undefined);
});
afterAll(() => test.drop());

describe("the demonstration's findings", () => {
  it("judged again from what was kept, every one gives the same answer, by a rulebook kept under its hash", async () => {
    const { replays, kept, books } = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => {
      const kept = await tx.select().from(findings);
      return { kept, replays: await replayFindings(tx, kept), books: (await tx.select({ n: count() }).from(rulebooks))[0]?.n };
    });
    expect(kept.length).toBeGreaterThan(1000);
    expect(books).toBe(new Set(kept.map(({ rulebook_hash }) => rulebook_hash)).size);
    expect(replays.filter(({ answer }) => answer !== "same")).toEqual([]);
  });

  it("would be told apart: another fact gives another answer, another hash another rulebook", async () => {
    const answers = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => {
      const [one] = await tx.select().from(findings).limit(1);
      if (one === undefined) throw new Error("no finding to tell apart");
      const input = one.input as { candidate: Record<string, unknown> };
      const changed = { ...one, input: { ...input, candidate: { ...input.candidate, pending: ["complaint"], discipline: [{ form: "reprimand", on: "2021-05-02", ends_on: "2022-05-02" }] } } };
      return (await replayFindings(tx, [one, changed, { ...one, rulebook_hash: "sha256:0" }])).map(({ answer }) => answer);
    });
    expect(answers).toEqual(["same", "different", "different"]);
  });
});
