import { closeHouseholdReview, reopenHouseholdReview } from "./commands-close.ts";
import { prepareHouseholdCertificates, prepareHouseholdDecision } from "./commands-decide.ts";
import { addHousehold, assessHousehold, changeHousehold, endHousehold } from "./commands-households.ts";
import { importHouseholds } from "./commands-import.ts";
import { answerPostingRemark, notePostingRemark, openHouseholdReview, postHouseholdResult, reviseHouseholdReview } from "./commands-reviews.ts";
import { enterVillageVotes, recordVillageMeeting, registerHouseholds, withdrawHousehold } from "./commands-villages.ts";
import { browseHouseholdReviews, householdFigures, householdReviewPage, lastHouseholdReview } from "./queries.ts";
import { certificateCandidates, householdImportPreview, householdSheet, replayHouseholdChecks } from "./queries-checks.ts";
import { browseHouseholds, householdPage, villageMinutes, villagePage } from "./queries-households.ts";

export { householdRecipientSource } from "./recipients.ts";
export { householdRoutes } from "./routes.tsx";
export { browseHouseholdReviews, closeHouseholdReview, importHouseholds, openHouseholdReview, postHouseholdResult, prepareHouseholdDecision, recordVillageMeeting };

/** Every command of the module. */
export const householdCommands = [
  openHouseholdReview, reviseHouseholdReview, importHouseholds, addHousehold, changeHousehold, endHousehold, registerHouseholds, withdrawHousehold, recordVillageMeeting, enterVillageVotes,
  assessHousehold, postHouseholdResult, notePostingRemark, answerPostingRemark, closeHouseholdReview, reopenHouseholdReview, prepareHouseholdDecision, prepareHouseholdCertificates,
] as const;

/** Every query of the module. */
export const householdQueries = [
  browseHouseholdReviews, lastHouseholdReview, householdReviewPage, householdFigures, browseHouseholds, villagePage, householdPage, villageMinutes, householdImportPreview, householdSheet,
  certificateCandidates, replayHouseholdChecks,
] as const;
