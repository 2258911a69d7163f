export { cascadeCampaign, closeCampaign, draftCampaign, launchCampaign, reviseCampaign } from "./commands-campaigns.ts";
export { draftProgramme, launchProgramme, reviseProgramme } from "./commands-programmes.ts";
export { registerTitles, withdrawRegistration } from "./commands-registrations.ts";
export { respondToCampaign, urgeUnits } from "./commands-responses.ts";
export { browseCampaigns, campaignChoices, campaignPage, programmePage } from "./queries.ts";
export { browseRegistrations, registrationChoices } from "./queries-registrations.ts";
export { myResponses, responseBoard } from "./queries-responses.ts";
export { registeredSubjects } from "./store-registrations.ts";
export { campaignRoutes } from "./routes.tsx";
