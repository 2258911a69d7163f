export type { ScoreInput } from "./card.ts";
export { parseScoreInput, type ScoredUnit, type ScoreOutput, score } from "./score.ts";
export type { InputError } from "./wrong.ts";
