import { reconsiderAtLevel, refuseToForward, returnFromLevel } from "./commands-levels.ts";
import { changeSubmissionList, draftSubmissionList, dropSubmissionList, sendSubmissionList, writeSubmissionLetter } from "./commands-lists.ts";
import { cancelPackage, changePackage, draftPackage, sendPackage, writePackageLetter } from "./commands-packages.ts";
import { cancelPackageResult, confirmPackageResult, recordPackageResult } from "./commands-results.ts";
import { endRouteLevel, setRouteLevel } from "./commands-routes.ts";
import { browseSubmissions, submissionLetter, submissionListPage } from "./queries-lists.ts";
import { browsePackages, packageBundle, packageChoices, packagePage, packageResultScan } from "./queries-packages.ts";
import { browseRouteLevels, dossierRoute, receiptPage } from "./queries-routes.ts";

/** Every command of the route, the submission lists and the packages. */
export const submissionCommands = [
  setRouteLevel, endRouteLevel, returnFromLevel, refuseToForward, reconsiderAtLevel,
  draftSubmissionList, changeSubmissionList, writeSubmissionLetter, sendSubmissionList, dropSubmissionList,
  draftPackage, changePackage, cancelPackage, writePackageLetter, sendPackage, recordPackageResult, confirmPackageResult, cancelPackageResult,
] as const;

/** Every query of the same. */
export const submissionQueries = [
  browseRouteLevels, dossierRoute, receiptPage, browseSubmissions, submissionListPage, submissionLetter, browsePackages, packageChoices, packagePage, packageBundle, packageResultScan,
] as const;

export { submissionRoutes } from "./routes-lists.tsx";
export { packageRoutes } from "./routes-packages.tsx";
export { draftSubmissionList, sendSubmissionList, writeSubmissionLetter } from "./commands-lists.ts";
export { draftPackage, sendPackage, writePackageLetter } from "./commands-packages.ts";
export { confirmPackageResult, recordPackageResult } from "./commands-results.ts";
export { setRouteLevel } from "./commands-routes.ts";
