import type { ReadContext } from "../../platform/command/context.ts";
import { judge } from "../../platform/command/policy.ts";

/** Says whether the actor holds one of the roles on the unit or above it: for buttons and seats; the command decides again. */
export async function mayAtUnit(context: ReadContext, unit_id: string, roles: readonly string[]): Promise<boolean> {
  return (await judge({ kind: "roles", roles, unit: () => unit_id }, context, {})).allowed;
}

/** Gives the units on which the actor holds one of the roles. */
export function unitsHeld(context: ReadContext, roles: readonly string[]): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unit_id))];
}
