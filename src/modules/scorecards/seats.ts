import type { ReadContext } from "../../platform/command/context.ts";
import { clusterHeadOn, findUnit } from "../organizations/index.ts";
import { findRound, unitsOfRound } from "./store-rounds.ts";
import { mayAt } from "../../platform/command/policy.ts";

/** The roles that see a round before it is published. */
export const ROUND_READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"] as const;

/** Gives the unit that runs a round, for the policy; null when there is no such round. */
export async function organiserOf(context: ReadContext, round_id: string): Promise<string | null> {
  return (await findRound(context.tx, round_id))?.unit_id ?? null;
}

/** Gives the unit by which the actor takes part in a round: the one that runs it, else the first member where a role is held; null when none. */
export async function seatOf(context: ReadContext, round_id: string): Promise<string | null> {
  const round = await findRound(context.tx, round_id);
  if (round === null) return null;
  if (await mayAt(context, round.unit_id, ROUND_READERS)) return round.unit_id;
  for (const unit_id of await unitsOfRound(context.tx, round_id)) if (await mayAt(context, unit_id, ROUND_READERS)) return unit_id;
  return round.unit_id;
}

/** Gives the unit by which the actor states what the meeting agreed: the one that runs the round for its officer, else the cluster's head of this day. */
export async function meetingSeat(context: ReadContext, round_id: string): Promise<string | null> {
  const round = await findRound(context.tx, round_id);
  if (round === null) return null;
  if (round.cluster_id === null || (await mayAt(context, round.unit_id, ["officer"]))) return round.unit_id;
  return (await clusterHeadOn(context.tx, round.cluster_id, context.clock.today())) ?? round.unit_id;
}

/** Says whether a unit is one of another locality that takes part here. */
export async function isOutside(context: ReadContext, unit_id: string): Promise<boolean> {
  return (await findUnit(context.tx, unit_id, context.clock.today()))?.kind === "outside";
}
