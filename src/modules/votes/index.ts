import { closeBallots, enterPaperVotes, issueBallots, openBox, startIssuing } from "./commands-ballots.ts";
import { enterCount, exceptFromList, secondRound, withdrawMotion } from "./commands-motions.ts";
import { ballotBoard, ballotsToCast, sessionVotes } from "./queries.ts";

export { anonymousBallotRoutes } from "./anonymous.ts";
export { castBallot, type CastAnswer, readCast } from "./cast.ts";
export { closeBallots, enterPaperVotes, issueBallots, openBox, startIssuing } from "./commands-ballots.ts";
export { enterCount, exceptFromList, secondRound, withdrawMotion } from "./commands-motions.ts";
export { CHOICES, type Choice, type Tally, VOTE_MODES, type VoteMode, type VoteRule } from "./core/motion.ts";
export { type NewMotion, putMotions } from "./put.ts";
export { ballotBoard, ballotsToCast, sessionVotes } from "./queries.ts";
export { voteRoutes } from "./routes.tsx";
export { type Motion, motionsOf, openMotions, recordOf, subjectsOf } from "./store.ts";

/** Every command of votes. Casting a secret ballot is none: see `cast.ts`. */
export const voteCommands = [exceptFromList, enterCount, secondRound, withdrawMotion, startIssuing, issueBallots, openBox, enterPaperVotes, closeBallots] as const;

/** Every query of votes. */
export const voteQueries = [sessionVotes, ballotsToCast, ballotBoard] as const;
