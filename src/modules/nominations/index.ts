export { honourName } from "./assess.ts";
export { assignNominations, declineNominations, notRecommendNominations, recommendNominations, returnNominations, takeUpNominations } from "./commands-appraise.ts";
export { declareLocalRule, endLocalRule } from "./commands-local-rules.ts";
export { cancelDecision, confirmPaperDecision, decisionCommands, numberDecision, prepareDecision, recordPaperDecision, revokeAward, signDecision, strikeFromDecision } from "./commands-decide.ts";
export { draftNominations, reviseNomination, submitNominations, withdrawNominations } from "./commands-draft.ts";
export { NOMINATION_STATUSES, type NominationStatus, STATUS_NAMES, statusOfActions } from "./core/status.ts";
export { browseNominations, draftChoices, nominationPage, previewFinding } from "./queries.ts";
export { browseDecisions, decisionPage, decisionQueries, decisionScan, issuers, readyForDecision } from "./queries-decisions.ts";
export { browseLocalRules, whatIfList } from "./queries-local-rules.ts";
export { replayFindings, replayNominationFindings } from "./replay.ts";
export { localRuleRoutes } from "./routes-local-rules.tsx";
export { nominationRoutes } from "./routes.tsx";
export { decisionRoutes } from "./routes-decisions.tsx";
export { applyCouncilOutcome, putBeforeCouncil } from "./commands-council.ts";
export { SessionDossiers } from "./pages/session-dossiers.tsx";
export { dossiersForSession } from "./queries-council.ts";
export { councilDossierRoutes } from "./routes-council.tsx";
export { decisionFairness, yearFairness } from "./queries-fairness.ts";
export { postNotice, refuseWhileOnNotice } from "./commands-notice.ts";
export { dossiersForNotice } from "./queries-notice.ts";
export { postNoticeRoutes } from "./routes-notice.tsx";
export { attachDocument, removeDocument } from "./commands-documents.ts";
export { appraisalAids, dossierContents, dossierDocument } from "./queries-appraisal.ts";
export { appraisalRoutes } from "./routes-appraisal.tsx";
export {
  confirmPackageResult, draftPackage, draftSubmissionList, packageRoutes, recordPackageResult, sendPackage, sendSubmissionList, setRouteLevel, submissionCommands, submissionQueries, submissionRoutes,
  writePackageLetter, writeSubmissionLetter,
} from "./submissions/index.ts";
export type { ListedRecipient, RecipientSource } from "./port.ts";
export { keepRulebooks, layersOfRulebooks, localLayerOn } from "./local-layer.ts";
export { answerClearance, askClearance, clearanceCommands, clearanceQueries, clearanceRoutes, declareClearanceRule } from "./clearances/index.ts";
export { browseUnitMeetings, recordUnitMeeting, unitMeetingChoices, unitMeetingPage, unitMeetingRoutes, unitMeetingScan } from "./meetings/index.ts";
export { acceptComplaint, complaintRoutes, complaintsOfNomination, receiveComplaint, settleComplaint } from "./complaints/index.ts";
