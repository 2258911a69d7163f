import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { parseTallyInput, type TallyOutput, tally } from "./index.ts";

const IDS = ["a", "b", "c", "d", "e"];
const born_on = fc.constantFrom("1960-01-01", "1970-01-01", "1970-01-02", null);

/** A sheet whose figures agree: every valid ballot leaves one to `most` names. */
const sheet = (area: string, most: number) =>
  fc.record({ ballots: fc.array(fc.subarray(IDS, { minLength: 1, maxLength: most }), { maxLength: 12 }), invalid: fc.nat(3), kept: fc.nat(2), away: fc.nat(14), annulled: fc.constantFrom(false, false, false, false, true) }).map(({ ballots, invalid, kept, away, annulled }) => {
    const votes = Object.fromEntries(IDS.map((id) => [id, ballots.filter((names) => names.includes(id)).length]));
    const by_names_left: Record<string, number> = {};
    for (const names of ballots) by_names_left[names.length] = (by_names_left[names.length] ?? 0) + 1;
    const collected = ballots.length + invalid;
    const voted = collected + kept;
    return { area, listed: voted + away, voted, issued: voted, collected, valid: ballots.length, invalid, votes, by_names_left, annulled };
  });

const question = fc.integer({ min: 1, max: 5 }).chain((seats) =>
  fc.record({
    level: fc.constantFrom("national_assembly", "province_council", "district_council", "commune_council"),
    round: fc.constantFrom("first", "first", "first", "rerun", "extra"),
    polling_day: fc.constant("2021-05-23"),
    seats: fc.constant(seats),
    candidates: fc.tuple(...IDS.map((id) => fc.record({ id: fc.constant(id), name: fc.constant(`Người ${id}`), born_on }))),
    minutes: fc.tuple(sheet("KV1", seats), sheet("KV2", seats), sheet("KV3", seats)).map((sheets): ReturnType<typeof sheet> extends fc.Arbitrary<infer S> ? S[] : never => sheets),
  }),
);
const find = (input: unknown): TallyOutput => unwrap(tallyOf(input));
const tallyOf = (input: unknown) => {
  const read = parseTallyInput(input);
  return read.ok ? { ok: true as const, value: tally(read.value) } : read;
};

describe("the tally holds whatever the minutes", () => {
  it("areas, candidates and fields may stand in any order", () => {
    const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }));
    fc.assert(fc.property(question, orders, (input, [areas, names]) => {
      const turned = {
        ...input,
        minutes: areas.map((at) => input.minutes[at]).map((one) => ({ ...one, votes: Object.fromEntries(Object.entries(one?.votes ?? {}).reverse()) })),
        candidates: names.map((at) => input.candidates[at]),
      };
      expect(find(turned)).toEqual(find(input));
    }), { numRuns: 500 });
  });

  it("an area without voters changes nothing", () => {
    const nobody = { area: "KV9", listed: 0, voted: 0, issued: 0, collected: 0, valid: 0, invalid: 0, votes: {} };
    fc.assert(fc.property(question, (input) => {
      // Where every area is annulled the empty one would be the only one that counts.
      fc.pre(input.minutes.some(({ annulled }) => !annulled));
      expect(find({ ...input, minutes: [...input.minutes, nobody] })).toEqual(find(input));
    }), { numRuns: 500 });
  });

  it("seats are elected or short; nobody is elected without strictly more than half, nor passed over by one with fewer votes", () => {
    const seen = new Set<string>();
    fc.assert(fc.property(question, (input) => {
      const { outcome, elected, short, seats, candidates, totals, next, problems } = find(input);
      seen.add(outcome);
      expect(elected.length + short).toBe(seats);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(elected).toEqual(candidates.filter((one) => one.elected).map(({ id }) => id));
      for (const { votes, majority, percent_of_valid } of candidates) {
        expect(majority).toBe(2 * votes > totals.valid);
        expect(percent_of_valid === "100.00").toBe(votes === totals.valid && totals.valid > 0);
      }
      for (const id of elected) {
        const winner = candidates.find((one) => one.id === id);
        expect(winner?.majority).toBe(true);
        expect(candidates.filter((one) => one.votes > (winner?.votes ?? 0) && !one.elected)).toEqual([]);
      }
      expect(next.latest_on).toBe(next.kind === "none" ? null : "2021-06-07");
      if (next.kind === "extra") expect([next.seats, [...next.candidates, ...elected].sort()]).toEqual([short, IDS]);
      if (next.kind === "rerun") expect([next.seats, next.candidates]).toEqual([seats, IDS]);
      expect(next.kind).toBe(outcome === "rerun_required" ? "rerun" : outcome === "extra_required" || outcome === "extra_proposed" ? "extra" : "none");
    }), { numRuns: 3000, seed: 20210523 });
    // The property would say little if the minutes led to few outcomes.
    expect([...seen].sort()).toEqual(["elected_all", "escalated", "extra_proposed", "extra_required", "incomplete", "rerun_required", "tie_escalated", "vacant"]);
  });

  it("one figure changed in a sheet that agreed is found, or agrees as well", () => {
    fc.assert(fc.property(question, fc.constantFrom("collected", "valid", "invalid"), (input, field) => {
      const [first, ...others] = input.minutes;
      if (first === undefined || first.annulled) return;
      const output = find({ ...input, minutes: [{ ...first, [field]: first[field] + 1 }, ...others] });
      expect(output.problems.filter(({ area }) => area === "KV1").map(({ id }) => id)).toContain("valid_plus_invalid");
      expect([output.outcome, output.elected, output.short]).toEqual(["rejected", [], input.seats]);
    }));
  });
});
