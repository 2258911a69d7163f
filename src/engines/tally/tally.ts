import type { Lang } from "../../kernel/text.ts";
import { decide, type Figures, type NextRound, type Outcome } from "./decide.ts";
import type { TallyInput } from "./input.ts";
import type { Citation } from "./law.ts";
import { percentText } from "./percent.ts";
import { compare, findProblems, type Problem } from "./problems.ts";
import { reasonOf } from "./reasons.ts";
import { byRank } from "./seats.ts";

/** Sums over the areas that count; percentages are text with two decimals, for reading only. */
export type Totals = {
  readonly listed: number;
  readonly voted: number;
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly invalid: number;
  /** Of those listed. */
  readonly turnout_percent: string;
  /** Of the ballots collected. */
  readonly invalid_percent: string;
};

export type CandidateResult = {
  readonly id: string;
  readonly votes: number;
  readonly percent_of_valid: string;
  readonly majority: boolean;
  readonly elected: boolean;
  readonly reason: string;
};

/** The outcome of a constituency: candidates and `elected` in order of rank; `elected` and `short` always make `seats`. */
export type TallyOutput = {
  readonly outcome: Outcome;
  readonly totals: Totals;
  readonly candidates: readonly CandidateResult[];
  readonly elected: readonly string[];
  readonly seats: number;
  readonly short: number;
  readonly problems: readonly Problem[];
  readonly next: NextRound;
  readonly cite: readonly Citation[];
};

/**
 * Takes the minutes of one constituency at one level; gives their sums, what does not agree in them, and who is
 * elected (Law on Elections, articles 76 to 81). The order of areas and candidates changes nothing.
 */
export function tally(input: TallyInput, options: { lang?: Lang } = {}): TallyOutput {
  const { lang = "vi" } = options;
  const { totals, votes } = sumUp(input);
  const { valid } = totals;
  const ranked = input.candidates
    .map(({ id, born_on }) => {
      const own = votes.get(id) ?? 0;
      return { id, born_on: born_on ?? null, votes: own, majority: 2 * own > valid };
    })
    .sort(byRank);
  const problems = findProblems(input, lang);
  const figures: Figures = { listed: totals.listed, voted: totals.voted, ranked, faulty: problems.some(({ severity }) => severity === "error"), ...openAreas(input) };
  const decision = decide(input, figures);
  const elected = decision.seating.elected.map(({ id }) => id);
  const candidates = ranked.map((one) => ({
    id: one.id,
    votes: one.votes,
    percent_of_valid: percentText(one.votes, valid),
    majority: one.majority,
    elected: decision.seating.elected.includes(one),
    reason: reasonOf(one, valid, input, figures, decision)[lang],
  }));
  return { outcome: decision.outcome, totals, candidates, elected, seats: input.seats, short: input.seats - elected.length, problems, next: decision.next, cite: decision.cite };
}

/** Adds up the areas that are not annulled. */
function sumUp(input: TallyInput): { totals: Totals; votes: ReadonlyMap<string, number> } {
  let [listed, voted, issued, collected, valid, invalid] = [0, 0, 0, 0, 0, 0];
  const votes = new Map<string, number>();
  for (const sheet of input.minutes) {
    if (sheet.annulled === true) continue;
    listed += sheet.listed;
    voted += sheet.voted;
    issued += sheet.issued;
    collected += sheet.collected;
    valid += sheet.valid;
    invalid += sheet.invalid;
    for (const [id, number] of sheet.votes) votes.set(id, (votes.get(id) ?? 0) + number);
  }
  return { totals: { listed, voted, issued, collected, valid, invalid, turnout_percent: percentText(voted, listed), invalid_percent: percentText(invalid, collected) }, votes };
}

/** Which areas keep the constituency open: expected without minutes, or annulled without the minutes of their rerun. */
function openAreas({ minutes, expected_areas }: TallyInput): Pick<Figures, "missing" | "annulled"> {
  const counted = new Set<string>();
  const cancelled = new Set<string>();
  for (const { area, annulled } of minutes) (annulled === true ? cancelled : counted).add(area);
  const open = [...cancelled].filter((area) => !counted.has(area)).sort(compare);
  const missing = [...new Set(expected_areas)].filter((area) => !counted.has(area) && !cancelled.has(area)).sort(compare);
  return { missing, annulled: open };
}
