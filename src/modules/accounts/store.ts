import { and, asc, eq, gt, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Actor, Grant } from "../../platform/command/actor.ts";
import type { Tx } from "../../platform/database/database.ts";
import { apiTokens, delegations, loginSessions, roleGrants, users } from "./tables.ts";

/** Gives the user whose living session or API token has this hash, or null. */
export async function findUserIdByToken(tx: Tx, token_hash: string, now: string): Promise<string | null> {
  const [session] = await tx
    .select({ user_id: loginSessions.user_id })
    .from(loginSessions)
    .where(and(eq(loginSessions.token_hash, token_hash), gt(loginSessions.expires_at, now)));
  if (session) return session.user_id;
  const [token] = await tx
    .select({ user_id: apiTokens.user_id })
    .from(apiTokens)
    .where(and(eq(apiTokens.token_hash, token_hash), gt(apiTokens.expires_at, now), isNull(apiTokens.revoked_at)));
  return token?.user_id ?? null;
}

/** Gives the user as an Actor with all grants of the day, own and delegated; null when disabled or gone. */
export async function loadActor(tx: Tx, user_id: string, day: PlainDate): Promise<Actor | null> {
  const [user] = await tx.select().from(users).where(and(eq(users.id, user_id), isNull(users.disabled_at)));
  if (user === undefined) return null;
  const own = await grantsOn(tx, [user_id], day);
  const standIns = await tx
    .select({ role: delegations.role, unit_id: delegations.unit_id, user_id: delegations.from_user_id, name: users.name })
    .from(delegations)
    .innerJoin(users, and(eq(users.locality_id, delegations.locality_id), eq(users.id, delegations.from_user_id)))
    .where(
      and(eq(delegations.to_user_id, user_id), isNull(delegations.revoked_at), lte(delegations.from_on, day), gte(delegations.to_on, day)),
    );
  // A delegation carries no more than the one who gave it still holds.
  const still = standIns.length === 0 ? [] : await grantsOn(tx, standIns.map((entry) => entry.user_id), day);
  const delegated = standIns.filter((entry) =>
    still.some((grant) => grant.user_id === entry.user_id && grant.role === entry.role && grant.unit_id === entry.unit_id),
  );
  const grants: Grant[] = [
    ...own.map((grant) => ({ role: grant.role, unit_id: grant.unit_id, acting_for: null })),
    ...delegated.map((entry) => ({ role: entry.role, unit_id: entry.unit_id, acting_for: { user_id: entry.user_id, name: entry.name } })),
  ];
  return { kind: "user", id: user.id, name: user.name, person_id: user.person_id, grants };
}

/** Gives the role grants of users that are in force on the day. */
export function grantsOn(tx: Tx, user_ids: readonly string[], day: PlainDate) {
  return tx
    .select({ id: roleGrants.id, user_id: roleGrants.user_id, role: roleGrants.role, unit_id: roleGrants.unit_id, from_on: roleGrants.from_on, to_on: roleGrants.to_on })
    .from(roleGrants)
    .where(
      and(inArray(roleGrants.user_id, [...user_ids]), lte(roleGrants.from_on, day), or(isNull(roleGrants.to_on), gt(roleGrants.to_on, day))),
    )
    .orderBy(asc(roleGrants.from_on));
}

/** Gives the id of the user with this name, or null. */
export async function findUserIdByUsername(tx: Tx, username: string): Promise<string | null> {
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.username, username));
  return user?.id ?? null;
}

/** Gives all users, by user name. */
export function listUsers(tx: Tx) {
  return tx
    .select({ id: users.id, username: users.username, name: users.name, disabled_at: users.disabled_at, person_id: users.person_id, email: users.email })
    .from(users)
    .orderBy(asc(users.username));
}
