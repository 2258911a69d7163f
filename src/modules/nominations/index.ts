export { honourName } from "./assess.ts";
export { assignNominations, declareLocalRule, declineNominations, notRecommendNominations, recommendNominations, returnNominations, takeUpNominations } from "./commands-appraise.ts";
export { cancelDecision, confirmPaperDecision, numberDecision, prepareDecision, recordPaperDecision, revokeAward, signDecision } from "./commands-decide.ts";
export { draftNominations, reviseNomination, submitNominations, withdrawNominations } from "./commands-draft.ts";
export { NOMINATION_STATUSES, type NominationStatus, STATUS_NAMES, statusOfActions } from "./core/status.ts";
export { browseDecisions, browseLocalRules, browseNominations, decisionPage, decisionScan, draftChoices, issuers, nominationPage, previewFinding, readyForDecision } from "./queries.ts";
export { nominationRoutes } from "./routes.tsx";
export { decisionRoutes } from "./routes-decisions.tsx";
