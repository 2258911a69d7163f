import { importActuals, reportActuals } from "./commands-figures.ts";
import { adjustTargetPlan, assignTarget, closeTargets, draftTargetWith, reviseTargetWith } from "./commands-targets.ts";
import type { CampaignPort } from "./port.ts";
import { targetChoicesWith, targetPageWith, targetsOfCampaign, yearTargets } from "./queries.ts";
import { importPreview, importTemplate, myReportsDue, reportingBoard, reportSheet, targetEvidence } from "./queries-reports.ts";

export { importActuals, reportActuals } from "./commands-figures.ts";
export { assignTarget } from "./commands-targets.ts";
export type { CampaignPort } from "./port.ts";
export { targetsOfCampaign, yearTargets } from "./queries.ts";
export { reportingBoard, myReportsDue } from "./queries-reports.ts";
export { figuresOf } from "./standings.ts";

/** Takes what targets must know of campaigns; gives every command of the module, drafting first. */
export const planCommands = (port: CampaignPort) => [draftTargetWith(port), reviseTargetWith(port), assignTarget, adjustTargetPlan, closeTargets, reportActuals, importActuals] as const;

/** Takes the same; gives every query of the module. */
export const planQueries = (port: CampaignPort) =>
  [yearTargets, targetPageWith(port), targetChoicesWith(port), targetsOfCampaign, reportSheet, myReportsDue, reportingBoard, importPreview, importTemplate, targetEvidence] as const;
export { TargetsOfCampaign } from "./pages/of-campaign.tsx";
export { cellsOf, listTargets } from "./store.ts";
export { planRoutes } from "./routes.tsx";
