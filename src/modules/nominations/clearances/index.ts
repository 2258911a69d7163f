import { answerClearance, askClearance, withdrawClearance } from "./commands.ts";
import { declareClearanceRule, endClearanceRule } from "./commands-rules.ts";
import { browseClearances, clearanceChoices, clearancePage, clearanceScan } from "./queries.ts";

/** Everything that clearances do and show, for the registry. */
export const clearanceCommands = [askClearance, answerClearance, withdrawClearance, declareClearanceRule, endClearanceRule] as const;
export const clearanceQueries = [browseClearances, clearanceChoices, clearancePage, clearanceScan] as const;
export { declareClearanceRule } from "./commands-rules.ts";
export { answerClearance, askClearance } from "./commands.ts";
export { clearanceRoutes } from "./routes.tsx";
