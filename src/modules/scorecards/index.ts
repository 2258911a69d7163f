import { addScoreEvidence, exemptCriterion, removeScoreEvidence } from "./commands-evidence.ts";
import { raiseObjection, settleObjection } from "./commands-objections.ts";
import { correctRound, proposeLeading, publishRound } from "./commands-publish.ts";
import { advanceRound, openRound, setScorePairs, urgeScorers } from "./commands-rounds.ts";
import { stateAgreedScore, stateAppraisedScore, stateCrossScore, stateSelfScore } from "./commands-scores.ts";
import { browseRounds, myScoring, roundBoard, roundChoices, roundContent } from "./queries-rounds.ts";
import { rankingPage, roundCompleteness, scoreEvidenceFile, scoreSheet, unitScore } from "./queries-scores.ts";

export { cardCommands, copyCard, draftCard, publishCard } from "./commands-cards.ts";
export { type CardContent, cardLeaves, type CardRule, factsOfLeaf } from "./core/content.ts";
export { cardQueries } from "./queries-cards.ts";
export { cardRoutes } from "./routes-cards.tsx";
export { roundRoutes } from "./routes-rounds.tsx";
export { openObjections, publishedOrder, targetsScored } from "./store-rounds.ts";
export {
  addScoreEvidence, advanceRound, browseRounds, correctRound, exemptCriterion, myScoring, openRound, proposeLeading, publishRound, raiseObjection, rankingPage, removeScoreEvidence,
  setScorePairs, settleObjection, stateAgreedScore, stateAppraisedScore, stateCrossScore, stateSelfScore, urgeScorers,
};

/** Everything that may be done with scoring rounds. */
export const roundCommands = [
  openRound, setScorePairs, advanceRound, urgeScorers, stateSelfScore, stateCrossScore, stateAppraisedScore, stateAgreedScore,
  addScoreEvidence, removeScoreEvidence, exemptCriterion, raiseObjection, settleObjection, publishRound, correctRound, proposeLeading,
] as const;

/** Everything that may be seen of them. */
export const roundQueries = [browseRounds, roundBoard, roundChoices, roundContent, myScoring, scoreSheet, rankingPage, unitScore, roundCompleteness, scoreEvidenceFile] as const;
