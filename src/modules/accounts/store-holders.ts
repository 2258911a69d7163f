import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { compareByGivenName } from "../../kernel/vietnamese.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Role } from "./core/roles.ts";
import { roleGrants, users } from "./tables.ts";

/** Gives, for each unit, the users who hold one of the roles on that very unit on the day; units without any are absent. */
export async function holdersByUnit(tx: Tx, roles: readonly Role[], unit_ids: readonly string[], day: PlainDate): Promise<Map<string, { id: string; name: string }[]>> {
  const found = new Map<string, { id: string; name: string }[]>();
  if (unit_ids.length === 0) return found;
  const rows = await tx
    .selectDistinct({ unit_id: roleGrants.unit_id, id: users.id, name: users.name })
    .from(roleGrants)
    .innerJoin(users, and(eq(users.locality_id, roleGrants.locality_id), eq(users.id, roleGrants.user_id)))
    .where(
      and(
        inArray(roleGrants.role, [...roles]), inArray(roleGrants.unit_id, [...unit_ids]), isNull(users.disabled_at),
        lte(roleGrants.from_on, day), or(isNull(roleGrants.to_on), gt(roleGrants.to_on, day)),
      ),
    )
    .orderBy(asc(users.name));
  for (const { unit_id, ...user } of rows) found.set(unit_id, [...(found.get(unit_id) ?? []), user]);
  return found;
}

/** Gives the users who hold one of the roles on any of the units on the day, each once, by name: whom to notify. */
export async function usersWithRole(tx: Tx, roles: readonly Role[], unit_ids: readonly string[], day: PlainDate): Promise<{ id: string; name: string }[]> {
  const byId = new Map([...(await holdersByUnit(tx, roles, unit_ids, day)).values()].flat().map((user) => [user.id, user]));
  return [...byId.values()].sort((a, b) => compareByGivenName(a.name, b.name));
}
