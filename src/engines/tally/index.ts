export type { NextRound, Outcome } from "./decide.ts";
export { type AreaMinutes, type ElectedLevel, LEVELS, parseTallyInput, ROUNDS, type Round, type TallyCandidate, type TallyInput } from "./input.ts";
export type { Citation } from "./law.ts";
export { percentText } from "./percent.ts";
export type { CheckSeverity, Problem, ProblemId } from "./problems.ts";
export type { InputError } from "./shape.ts";
export { type CandidateResult, type TallyOutput, tally, type Totals } from "./tally.ts";
