import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { Role } from "./core/roles.ts";

/** A person who signs in. */
export const users = pgTable(
  "users",
  {
    locality_id: locality(),
    id: id(),
    username: text().notNull(),
    name: text().notNull(),
    password_hash: text().notNull(),
    /** The same human being among the people, where known: nobody appraises or decides on oneself. */
    person_id: uuid(),
    email: text(),
    must_change_password: boolean().notNull().default(false),
    disabled_at: instant(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), uniqueIndex().on(t.locality_id, t.username)],
);

/** A role of a user on a unit and everything beneath it, for a stretch of days. */
export const roleGrants = pgTable(
  "role_grants",
  {
    locality_id: locality(),
    id: id(),
    user_id: uuid().notNull(),
    role: text().$type<Role>().notNull(),
    unit_id: uuid().notNull(),
    from_on: day().notNull(),
    to_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.user_id)],
);

/** Acting for another during absence: one role on one unit, from a day to a day (both included). */
export const delegations = pgTable(
  "delegations",
  {
    locality_id: locality(),
    id: id(),
    from_user_id: uuid().notNull(),
    to_user_id: uuid().notNull(),
    role: text().$type<Role>().notNull(),
    unit_id: uuid().notNull(),
    from_on: day().notNull(),
    to_on: day().notNull(),
    reason: text().notNull(),
    revoked_at: instant(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.to_user_id)],
);

/** A sign-in that lasts (LoginSession): only the hash of the token is kept. */
export const loginSessions = pgTable(
  "login_sessions",
  {
    locality_id: locality(),
    token_hash: text().notNull(),
    user_id: uuid().notNull(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.token_hash), index().on(t.locality_id, t.user_id)],
);

/** A token for the API and the command line, made by its user; only the hash is kept. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    locality_id: locality(),
    token_hash: text().notNull(),
    user_id: uuid().notNull(),
    label: text().notNull(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    revoked_at: instant(),
  },
  (t) => [fencedKey(t, t.token_hash), index().on(t.locality_id, t.user_id)],
);

/** Failed sign-ins by user name and by source, so that guessing slows down. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    locality_id: locality(),
    key: text().notNull(),
    failures: integer().notNull(),
    first_failed_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.key)],
);
