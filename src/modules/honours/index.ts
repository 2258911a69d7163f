export { recordExternalAwards } from "./commands.ts";
export { type Authority, type AwardDraft, awardingTitle, type DecisionFacts, LOCAL_AUTHORITIES, writeNumber, writeRegisterNumber } from "./core/award.ts";
export { type AwardTerms, awardFacts, issueAwards, markRevoked } from "./issue-awards.ts";
export { awardCounts, awardToPrint, browseAwards, personPage, unitHistory, verifyAward } from "./queries.ts";
export { type AwardRow, awardsOfDecision, findAward, type HistoryLine, historyOf } from "./store.ts";
export { awardDecisions, awards } from "./tables.ts";
export { History } from "./pages/awards-page.tsx";
export type { Papers, PrintedAward } from "./port.ts";
export { honourRoutes } from "./routes.tsx";
