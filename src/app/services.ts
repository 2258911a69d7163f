import { makeRegistry, type Registry } from "../platform/command/define.ts";
import type { Engine } from "../platform/command/execute.ts";
import type { Database } from "../platform/database/database.ts";
import { systemRandom } from "../platform/clock/random.ts";
import type { Random } from "../kernel/prng.ts";
import { accountCommands, accountQueries, revokeApiToken, usersWithRole } from "../modules/accounts/index.ts";
import * as campaigns from "../modules/campaigns/index.ts";
import * as councils from "../modules/councils/index.ts";
import * as votes from "../modules/votes/index.ts";
import * as honours from "../modules/honours/index.ts";
import * as nominations from "../modules/nominations/index.ts";
import * as initiatives from "../modules/initiatives/index.ts";
import * as notices from "../modules/notices/index.ts";
import * as plans from "../modules/plans/index.ts";
import * as scorecards from "../modules/scorecards/index.ts";
import * as households from "../modules/households/index.ts";
import { campaignPort } from "./ports.ts";
import { portalFigures } from "./web/portal-figures.ts";
import { campaignBurden } from "../modules/overview/index.ts";
import * as organizations from "../modules/organizations/index.ts";

/** Takes the database; gives what runs commands: the one place where the unit tree is wired to permissions. */
export function makeEngine(database: Database, options: { random?: Random; afterCommit?: () => void } = {}): Engine {
  return {
    database,
    random: options.random ?? systemRandom,
    isWithin: (tx, _locality, unit_id, above_id, clock) => organizations.isWithin(tx, unit_id, above_id, clock.today()),
    afterCommit: options.afterCommit ?? (() => undefined),
  };
}

const accounts = accountCommands(organizations.unitTree);
const councilCommands = councils.councilCommands((context, session_id) => votes.openMotions(context.tx, session_id));

/** Closing a session asks the votes above it; the pages need the same command. */
export const closeSession = councilCommands[7];

/** Decisions of dossiers and of households: the pages need the same commands and queries. */
export const decisionCommands = nominations.decisionCommands(households.householdRecipientSource);
export const decisionQueries = nominations.decisionQueries(households.householdRecipientSource);

/** Every command and query of the product. From it come the API, the audit trail and the tests of permission. */
export const registry: Registry = makeRegistry(
  [
    organizations.foundLocality, organizations.foundUnit, organizations.importUnits, organizations.changeUnit, organizations.endUnits,
    organizations.addPerson, organizations.importPeople, organizations.movePerson,
    ...organizations.clusterCommands({ usersWithRole }),
    ...accounts, revokeApiToken,
    campaigns.draftProgramme, campaigns.reviseProgramme, campaigns.launchProgramme, campaigns.draftCampaign, campaigns.reviseCampaign,
    campaigns.launchCampaign, campaigns.cascadeCampaign, campaigns.closeCampaign, campaigns.respondToCampaign, campaigns.urgeUnits,
    campaigns.registerTitles, campaigns.withdrawRegistration,
    honours.recordExternalAwards, honours.recordRecovery,
    ...plans.planCommands(campaignPort), ...scorecards.cardCommands, ...scorecards.roundCommands,
    ...councilCommands, ...votes.voteCommands, ...initiatives.initiativeCommands, ...nominations.clearanceCommands, nominations.recordUnitMeeting, nominations.receiveComplaint, nominations.acceptComplaint, nominations.settleComplaint, nominations.attachDocument, nominations.removeDocument, ...notices.noticeCommands, nominations.postNotice, nominations.putBeforeCouncil, nominations.applyCouncilOutcome,
    nominations.draftNominations, nominations.reviseNomination, nominations.submitNominations, nominations.withdrawNominations,
    nominations.assignNominations, nominations.takeUpNominations, nominations.returnNominations, nominations.recommendNominations,
    nominations.notRecommendNominations, nominations.declineNominations, nominations.declareLocalRule, nominations.endLocalRule,
    ...nominations.submissionCommands,
    ...Object.values(decisionCommands), ...households.householdCommands,
  ],
  [
    organizations.browseUnits, organizations.unitPage, organizations.unitPeople, ...organizations.clusterQueries,
    ...accountQueries(organizations.unitTree),
    campaigns.programmePage, campaigns.browseCampaigns, campaigns.campaignPage, campaigns.campaignChoices, campaigns.responseBoard,
    campaigns.myResponses, campaigns.browseRegistrations, campaigns.registrationChoices,
    portalFigures, campaignBurden,
    ...plans.planQueries(campaignPort), ...scorecards.cardQueries, ...scorecards.roundQueries,
    ...councils.councilQueries, ...votes.voteQueries, ...initiatives.initiativeQueries, ...nominations.clearanceQueries, nominations.browseUnitMeetings, nominations.unitMeetingChoices, nominations.unitMeetingPage, nominations.unitMeetingScan, nominations.complaintsOfNomination, nominations.appraisalAids, nominations.dossierContents, nominations.dossierDocument, ...notices.noticeQueries, nominations.dossiersForNotice, nominations.dossiersForSession, nominations.decisionFairness, nominations.yearFairness,
    honours.verifyAward, honours.awardToPrint, honours.browseAwards, honours.awardCounts, honours.personPage, honours.unitHistory, honours.awardPage, honours.awardsToRecover,
    ...nominations.submissionQueries,
    nominations.nominationPage, nominations.browseNominations, ...Object.values(decisionQueries), ...households.householdQueries,
    nominations.draftChoices, nominations.previewFinding, nominations.browseLocalRules, nominations.whatIfList, nominations.replayNominationFindings,
  ],
);
