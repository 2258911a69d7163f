export { accountCommands } from "./commands.ts";
export { revokeApiToken } from "./commands-tokens.ts";
export { DELEGABLE_ROLES, ROLE_NAMES, ROLES, type Role } from "./core/roles.ts";
export type { UnitChoice, UnitTree } from "./port.ts";
export { accountQueries } from "./queries.ts";
export { accountRoutes } from "./routes.tsx";
export { hashOfToken, signIn, signOut } from "./sign-in.ts";
export { holdersByUnit, usersWithRole } from "./store-holders.ts";
export { findUserIdByToken, findUserIdByUsername, listUsers, loadActor } from "./store.ts";
