import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { signedIn } from "../../platform/command/policy.ts";
import { DELEGABLE_ROLES } from "./core/roles.ts";
import type { UnitTree } from "./port.ts";
import { listUsers } from "./store.ts";
import { apiTokens, delegations, roleGrants, users } from "./tables.ts";

/** Where a stretch of days stands, seen from today. */
export type Phase = "future" | "now" | "past";

const phaseOf = (from_on: PlainDate, ended: boolean, today: PlainDate): Phase => (ended ? "past" : from_on > today ? "future" : "now");

/** Takes the unit tree; gives the queries of accounts. */
export function accountQueries(tree: UnitTree) {
  const browseUsers = defineQuery({
    name: "browse_users",
    title: say("Danh sách tài khoản", "The list of users"),
    input: z.strictObject({ search: field.maybe(field.text(80)), user_id: field.maybe(field.id()) }),
    policy: { kind: "roles", roles: ["administrator"], unit: (context) => tree.rootId(context) },
    async run(context, input) {
      const today = context.clock.today();
      const wanted = input.search === undefined ? null : foldForSearch(input.search);
      const found = (await listUsers(context.tx)).filter(
        (user) => (input.user_id === undefined || user.id === input.user_id) && (wanted === null || foldForSearch(`${user.username} ${user.name}`).includes(wanted)),
      );
      if (input.user_id !== undefined && found.length === 0) return fail("not_found", "Không có tài khoản này.", "No such user.");
      const grants = found.length === 0 ? [] : await context.tx.select().from(roleGrants).where(inArray(roleGrants.user_id, found.map((user) => user.id))).orderBy(asc(roleGrants.from_on));
      const names = await tree.names(context, grants.map((grant) => grant.unit_id));
      return ok({
        users: found.map((user) => ({
          ...user,
          grants: grants
            .filter((grant) => grant.user_id === user.id)
            .map(({ id, role, unit_id, from_on, to_on }) => ({ id, role, unit_id, unit_name: names.get(unit_id) ?? "", from_on, to_on, phase: phaseOf(from_on, to_on !== null && to_on <= today, today) })),
        })),
        units: input.user_id === undefined ? [] : await tree.choices(context),
        filter: input,
      });
    },
  });

  const ownAccount = defineQuery({
    name: "own_account",
    title: say("Tài khoản của tôi", "My account"),
    input: z.strictObject({}),
    policy: signedIn,
    async run(context) {
      const { actor } = context;
      if (actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
      const today = context.clock.today();
      const [user] = await context.tx
        .select({ id: users.id, username: users.username, name: users.name, email: users.email, must_change_password: users.must_change_password })
        .from(users)
        .where(eq(users.id, actor.id));
      if (user === undefined) return fail("not_found", "Không có tài khoản này.", "No such user.");
      const own = await context.tx
        .select()
        .from(roleGrants)
        .where(and(eq(roleGrants.user_id, user.id), lte(roleGrants.from_on, today), or(isNull(roleGrants.to_on), gt(roleGrants.to_on, today))))
        .orderBy(asc(roleGrants.from_on));
      const given = await delegationsOf(context, "from_user_id", user.id);
      const received = await delegationsOf(context, "to_user_id", user.id);
      const tokens = await context.tx
        .select({ token_hash: apiTokens.token_hash, label: apiTokens.label, created_at: apiTokens.created_at, expires_at: apiTokens.expires_at })
        .from(apiTokens)
        .where(and(eq(apiTokens.user_id, user.id), isNull(apiTokens.revoked_at), gt(apiTokens.expires_at, systemClock.now())))
        .orderBy(desc(apiTokens.created_at));
      const names = await tree.names(context, [...own, ...given, ...received].map((entry) => entry.unit_id));
      const named = <T extends { unit_id: string }>(entry: T) => ({ ...entry, unit_name: names.get(entry.unit_id) ?? "" });
      const held = own.map(({ role, unit_id, from_on, to_on }) => named({ role, unit_id, from_on, to_on }));
      return ok({
        user,
        held,
        delegable: held.filter((entry) => DELEGABLE_ROLES.includes(entry.role)),
        given: given.map(named),
        received: received.map(named),
        tokens,
      });
    },
  });

  return [browseUsers, ownAccount] as const;
}

/** The delegations that a user gave or received and that have not ended, with the other's name. */
async function delegationsOf(context: ReadContext, side: "from_user_id" | "to_user_id", user_id: string) {
  const today = context.clock.today();
  const other = side === "from_user_id" ? delegations.to_user_id : delegations.from_user_id;
  const rows = await context.tx
    .select({ id: delegations.id, role: delegations.role, unit_id: delegations.unit_id, from_on: delegations.from_on, to_on: delegations.to_on, reason: delegations.reason, other_name: users.name })
    .from(delegations)
    .innerJoin(users, and(eq(users.locality_id, delegations.locality_id), eq(users.id, other)))
    .where(and(eq(delegations[side], user_id), isNull(delegations.revoked_at), gte(delegations.to_on, today)))
    .orderBy(asc(delegations.from_on));
  return rows.map((row) => ({ ...row, phase: phaseOf(row.from_on, false, today) }));
}
