export { acceptComplaint, receiveComplaint, settleComplaint } from "./commands.ts";
export { complaintsOfNomination } from "./queries.ts";
export { complaintRoutes } from "./routes.tsx";
