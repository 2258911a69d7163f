export { accountCommands } from "./commands.ts";
export { DELEGABLE_ROLES, ROLE_NAMES, ROLES, type Role } from "./core/roles.ts";
export type { UnitTree } from "./port.ts";
export { hashOfToken, signIn, signOut } from "./sign-in.ts";
export { findUserIdByToken, listUsers, loadActor, usersWithRole } from "./store.ts";
