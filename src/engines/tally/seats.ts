import type { PlainDate } from "../../kernel/plain-date.ts";
import { compare } from "./problems.ts";

/** A candidate with the constituency's votes; `majority` is strictly more than half of its valid ballots. */
export type CandidateStanding = { readonly id: string; readonly born_on: PlainDate | null; readonly votes: number; readonly majority: boolean };

/** Who takes the seats: `elected` for certain, `tied` those between whom the law does not choose, `by_age` whether age decided. */
export type Seating = { readonly elected: readonly CandidateStanding[]; readonly tied: readonly CandidateStanding[]; readonly by_age: boolean };

/** Orders candidates by votes, then the older first, an unknown birth date last; ids settle what is left, for display only. */
export function byRank(a: CandidateStanding, b: CandidateStanding): number {
  return b.votes - a.votes || compare(a.born_on ?? "9999", b.born_on ?? "9999") || compare(a.id, b.id);
}

/**
 * Takes the candidates in order of rank and the seats; gives who takes them (Law on Elections, article 78). Only those
 * over half can. With equal votes at the last seat the older is elected; where a birth date is the same or unknown,
 * only who is in under every possible order is elected, and those who may or may not be in are tied.
 */
export function seat(ranked: readonly CandidateStanding[], seats: number): Seating {
  const over = ranked.filter(({ majority }) => majority);
  const last = over[seats - 1];
  if (over.length <= seats || last === undefined) return { elected: over, tied: [], by_age: false };
  const above = over.filter(({ votes }) => votes > last.votes);
  const level = over.filter(({ votes }) => votes === last.votes);
  const places = seats - above.length;
  if (level.length === places) return { elected: over.slice(0, seats), tied: [], by_age: false };
  const sure = level.filter((one) => count(level, (other) => other !== one && mayPrecede(other, one)) < places);
  if (sure.length === places) return { elected: [...above, ...sure], tied: [], by_age: true };
  const possible = level.filter((one) => count(level, (other) => surelyPrecedes(other, one)) < places);
  return { elected: [...above, ...sure], tied: possible.filter((one) => !sure.includes(one)), by_age: true };
}

function surelyPrecedes(a: CandidateStanding, b: CandidateStanding): boolean {
  return a.born_on !== null && b.born_on !== null && a.born_on < b.born_on;
}

function mayPrecede(a: CandidateStanding, b: CandidateStanding): boolean {
  return !surelyPrecedes(b, a);
}

function count<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  return list.filter(holds).length;
}
