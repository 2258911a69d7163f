import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { unwrap } from "../../kernel/result.ts";
import { parseTallyInput, tally } from "./index.ts";

type Sheet = { area?: string; listed: number; voted: number; issued?: number; collected?: number; valid: number; invalid?: number; votes: Record<string, number>; by_names_left?: Record<string, number>; annulled?: boolean };
type Case = Sheet & {
  name: string; level: string; round: string; polling_day: string; seats: number;
  born?: Record<string, string | null>; outside?: Record<string, number>; expected_areas?: string[]; more?: Sheet[];
  expect: { outcome: string; elected: string[]; problems?: string[]; next?: unknown; turnout_percent?: string };
};

/** Writes a sheet out in full: issued and collected equal voted, invalid is the rest, unless stated. */
function minutesOf({ area = "KV1", listed, voted, issued = voted, collected = voted, valid, invalid = collected - valid, votes, by_names_left, annulled }: Sheet, outside = {}): unknown {
  return { area, listed, voted, issued, collected, valid, invalid: Math.max(0, invalid), votes: { ...votes, ...outside }, by_names_left, annulled };
}

for (const file of ["elected.yaml", "minutes.yaml"]) {
  const { usual, cases } = parse(readFileSync(new URL(`../../../law/elections/cases/${file}`, import.meta.url), "utf8")) as { usual: Partial<Case>; cases: Case[] };
  describe(`law/elections/cases/${file}`, () => {
    it.each(cases)("$name", (one) => {
      const facts: Case = { ...usual, ...one };
      const { level, round, polling_day, seats, votes, born, outside, expected_areas, more = [] } = facts;
      const candidates = Object.keys(votes).map((id) => ({ id, name: `Người ${id}`, born_on: born?.[id] }));
      const input = { level, round, polling_day, seats, candidates, expected_areas, minutes: [minutesOf(facts, outside), ...more.map((sheet) => minutesOf(sheet))] };
      const output = tally(unwrap(parseTallyInput(input)));
      expect({ outcome: output.outcome, elected: output.elected, problems: output.problems.map(({ id }) => id), next: output.next }).toEqual({
        outcome: one.expect.outcome,
        elected: one.expect.elected,
        problems: one.expect.problems ?? [],
        next: one.expect.next ?? { kind: "none", latest_on: null, candidates: [], seats: 0 },
      });
      if (one.expect.turnout_percent !== undefined) expect(output.totals.turnout_percent).toBe(one.expect.turnout_percent);
      expect(output.short).toBe(seats - one.expect.elected.length);
      expect(output.candidates.filter(({ elected }) => elected).map(({ id }) => id)).toEqual(output.elected);
      for (const place of [output, ...output.problems]) expect(place.cite.length).toBeGreaterThan(0);
    });
  });
}

it("every problem has a case", () => {
  const { cases } = parse(readFileSync(new URL("../../../law/elections/cases/minutes.yaml", import.meta.url), "utf8")) as { cases: Case[] };
  expect([...new Set(cases.flatMap(({ expect: { problems = [] } }) => problems))].sort()).toEqual([
    "collected_exceeds_issued", "duplicate_area", "issued_differs_from_voted", "names_left_mismatch", "not_returned", "unknown_candidate",
    "valid_plus_invalid", "voted_exceeds_listed", "votes_exceed_valid", "votes_sum_high", "votes_sum_low",
  ]);
});
