import { addCouncilMember, endCouncilMember, formCouncil } from "./commands.ts";
import { closeSession, declareConflict, decideRecusal, openSession, planSession } from "./commands-sessions.ts";
import { browseCouncils, councilPage, sessionPage } from "./queries.ts";

export { addCouncilMember, endCouncilMember, formCouncil } from "./commands.ts";
export { closeSession, declareConflict, decideRecusal, keepConflicts, type NotedConflict, openSession, planSession } from "./commands-sessions.ts";
export { ATTENDANCE_NAMES, ATTENDANCES, CONFLICT_GROUNDS, GROUND_NAMES, POSITION_NAMES, SESSION_STATUS_NAMES } from "./core/words.ts";
export { SessionTag } from "./pages/councils-page.tsx";
export { councilRoutes } from "./routes.tsx";
export { browseCouncils, COUNCIL_READERS, councilPage, sessionPage } from "./queries.ts";
export { type Conflict, type CouncilSession, conflictsOf, findCouncil, findSession, lockSession, type Seat, seatsOf, unitOfCouncil, unitOfSession } from "./store.ts";

/** Takes how many votes of a session are open, which a module above knows; gives every command of councils. */
export const councilCommands = (openVotes: Parameters<typeof closeSession>[0]) =>
  [formCouncil, addCouncilMember, endCouncilMember, planSession, openSession, declareConflict, decideRecusal, closeSession(openVotes)] as const;

/** Every query of councils. */
export const councilQueries = [browseCouncils, councilPage, sessionPage] as const;
