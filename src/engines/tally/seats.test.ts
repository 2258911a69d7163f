import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { byRank, type CandidateStanding, seat } from "./seats.ts";

function orders<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, at) => orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [first, ...rest]));
}

/** Whether the law allows this order: more votes first, among equals the older where both birth dates are known. */
function lawful(order: readonly CandidateStanding[]): boolean {
  return order.every((one, at) => order.slice(at + 1).every((later) => later.votes < one.votes || (later.votes === one.votes && (one.born_on === null || later.born_on === null || one.born_on <= later.born_on))));
}

const field = fc.array(
  fc.record({ votes: fc.constantFrom(40, 60, 60, 70), born_on: fc.constantFrom("1960-01-01", "1970-01-01", null) }),
  { minLength: 1, maxLength: 5 },
).map((list) => list.map(({ votes, born_on }, at): CandidateStanding => ({ id: `c${at}`, votes, majority: votes > 50, born_on: born_on === null ? null : plainDate(born_on) })));

describe("who takes the seats", () => {
  it("is in under every order that the law allows; tied is who is in under some", () => {
    let ties = 0;
    fc.assert(fc.property(field, fc.integer({ min: 1, max: 5 }), (list, seats) => {
      const over = list.filter(({ majority }) => majority);
      const winners = orders(over).filter(lawful).map((order) => order.slice(0, seats));
      const sure = over.filter((one) => winners.every((set) => set.includes(one)));
      const possible = over.filter((one) => winners.some((set) => set.includes(one)) && !sure.includes(one));
      const seating = seat([...list].sort(byRank), seats);
      const ids = (some: readonly CandidateStanding[]) => some.map(({ id }) => id).sort();
      expect({ elected: ids(seating.elected), tied: ids(seating.tied) }).toEqual({ elected: ids(sure), tied: ids(possible) });
      if (possible.length > 0) ties += 1;
    }), { numRuns: 1500, seed: 78 });
    expect(ties).toBeGreaterThan(100);
  });
});
