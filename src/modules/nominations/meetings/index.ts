export { recordUnitMeeting } from "./commands.ts";
export { browseUnitMeetings, unitMeetingChoices, unitMeetingPage, unitMeetingScan } from "./queries.ts";
export { unitMeetingRoutes } from "./routes.tsx";
