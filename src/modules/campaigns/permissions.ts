import type { ReadContext } from "../../platform/command/context.ts";
import { mayAt } from "../../platform/command/policy.ts";
import { allows, CAMPAIGN_MOVES, CAMPAIGN_ROLES, type CampaignMove } from "./core/campaign.ts";
import type { Campaign } from "./store.ts";

/** Gives what the actor may do with the campaign now, by the same table that the commands ask. */
export async function movesOf(context: ReadContext, campaign: Campaign): Promise<CampaignMove[]> {
  const moves: CampaignMove[] = [];
  for (const move of Object.keys(CAMPAIGN_MOVES) as CampaignMove[]) {
    if (move === "respond" || move === "cascade") continue;
    if (allows(campaign.status, move) && (await mayAt(context, campaign.unit_id, CAMPAIGN_ROLES[move]))) moves.push(move);
  }
  return moves;
}

