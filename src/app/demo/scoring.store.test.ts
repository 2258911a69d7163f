import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { parseScoreInput, score } from "../../engines/scoring/index.ts";
import { unwrap } from "../../kernel/result.ts";
import { leadingProposals, roundPublications, scoreObjections, scoringRounds } from "../../modules/scorecards/tables.ts";
import { DEMO_LOCALITY } from "./world.ts";
import { DEMONSTRATION_END, loadDemonstration, playUntil } from "./year.ts";

let test: TestDatabase;
const told: string[] = [];

beforeAll(async () => {
  test = await freshDatabase();
  const { address, database, engine } = test;
  await loadDemonstration({ address, database, kind: "embedded", secrets: { signing_seed: "", origin: "test", form_key: "" }, close: async () => undefined }, engine, (sentence) => told.push(sentence));
  await playUntil(engine, DEMO_LOCALITY.code, DEMONSTRATION_END, (sentence) => told.push(sentence));
});
afterAll(() => test.drop());

describe("the demonstration's scoring", () => {
  it("ends with eight published rankings of 2021 and four of 2020, each with its leading unit, and one argument settled", async () => {
    const found = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => ({
      rounds: await tx.select().from(scoringRounds), published: await tx.select().from(roundPublications), leading: await tx.select().from(leadingProposals), objections: await tx.select().from(scoreObjections),
    }));
    expect(found.rounds.map((round) => round.status).filter((status) => status !== "published")).toEqual([]);
    expect([2020, 2021].map((year) => found.rounds.filter((round) => round.year === year).length)).toEqual([4, 8]);
    expect(found.leading).toHaveLength(12);
    expect(found.leading.filter((entry) => entry.honour === "provincial_emulation_flag").length).toBeGreaterThanOrEqual(2);
    expect(found.objections.filter((objection) => objection.upheld === true).length).toBeGreaterThanOrEqual(1);
    for (const { content } of found.published) {
      expect(content.result.units.filter((unit) => unit.rank === 1).length).toBeGreaterThanOrEqual(1);
      expect(JSON.stringify(unwrap(score(unwrap(parseScoreInput(content.input)))), null, 2)).toBe(JSON.stringify(content.result, null, 2));
    }
  });

  it("refused nothing that the year does with cards and rounds", () => {
    expect(told.filter((sentence) => / (draft_card|publish_card|copy_card|open_round|state_|add_score|advance_round|publish_round|settle|raise|propose)/.test(sentence))).toEqual([]);
  });
});
