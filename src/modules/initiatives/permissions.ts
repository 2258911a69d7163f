import type { ReadContext } from "../../platform/command/context.ts";
import { judge } from "../../platform/command/policy.ts";

/** The roles that see initiatives before they are recognised. */
export const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"] as const;
/** The roles that write initiatives for their unit. */
export const WRITERS = ["clerk", "head"] as const;
/** The roles that receive initiatives, keep the initiative council's scores and enter decisions. */
export const RECEIVERS = ["officer", "head"] as const;

/** Says whether the actor holds one of the roles on the unit or above it: for buttons; the command decides again. */
export async function mayAt(context: ReadContext, unit_id: string, roles: readonly string[]): Promise<boolean> {
  return (await judge({ kind: "roles", roles, unit: () => unit_id }, context, {})).allowed;
}

/** Gives the units on which the actor holds one of the roles. */
export function unitsHeld(context: ReadContext, roles: readonly string[]): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unit_id))];
}
