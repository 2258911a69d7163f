import type { ReadContext } from "../../platform/command/context.ts";
import { judge } from "../../platform/command/policy.ts";
import { allows, CAMPAIGN_MOVES, CAMPAIGN_ROLES, type CampaignMove } from "./core/campaign.ts";
import type { Campaign } from "./store.ts";

/** Says whether the actor holds one of the roles on the unit or above it: for buttons; the command decides again. */
export async function mayAt(context: ReadContext, unit_id: string, roles: readonly string[]): Promise<boolean> {
  return (await judge({ kind: "roles", roles, unit: () => unit_id }, context, {})).allowed;
}

/** Gives what the actor may do with the campaign now, by the same table that the commands ask. */
export async function movesOf(context: ReadContext, campaign: Campaign): Promise<CampaignMove[]> {
  const moves: CampaignMove[] = [];
  for (const move of Object.keys(CAMPAIGN_MOVES) as CampaignMove[]) {
    if (move === "respond" || move === "cascade") continue;
    if (allows(campaign.status, move) && (await mayAt(context, campaign.unit_id, CAMPAIGN_ROLES[move]))) moves.push(move);
  }
  return moves;
}

/** Gives the units on which the actor holds one of the roles. */
export function unitsHeld(context: ReadContext, roles: readonly string[]): string[] {
  if (context.actor.kind !== "user") return [];
  return [...new Set(context.actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unit_id))];
}
