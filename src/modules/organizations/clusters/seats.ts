import { and, inArray, sql } from "drizzle-orm";
import { yearOf } from "../../../kernel/plain-date.ts";
import type { ReadContext } from "../../../platform/command/context.ts";
import { judge, unitsHeld } from "../../../platform/command/policy.ts";
import { rootId } from "../commands.ts";
import { subtree } from "../store.ts";
import { unitVersions } from "../tables.ts";
import { findCluster, headsOfYear, membersOn } from "./store.ts";
import { findEvent } from "./store-year.ts";

/** Who acts for the head unit, or for a member; the officer at the locality's root reaches every one. The same words as in the commands' policies. */
export const ACTORS = ["clerk", "head", "officer"] as const;
/** Who signs for a unit: its clerk or head, the chair for the locality itself. */
export const SIGNERS = ["clerk", "head", "chair"] as const;
/** Who reads minutes and findings. */
export const READERS = ["officer", "clerk", "head", "division_head", "chair", "council_member", "auditor"] as const;

/** Gives the unit that leads a cluster in a year, for the policy: its head, else the locality's root; null when there is no such cluster. */
export async function leadingSeat(context: ReadContext, cluster_id: string, year: number): Promise<string | null> {
  if ((await findCluster(context.tx, cluster_id)) === null) return null;
  return (await headsOfYear(context.tx, cluster_id, year))?.head_unit_id ?? rootId(context);
}

/** Gives the unit that leads the cluster in the year of an event; null when there is no such event. */
export async function eventSeat(context: ReadContext, event_id: string): Promise<string | null> {
  const event = await findEvent(context.tx, event_id);
  return event === null ? null : leadingSeat(context, event.cluster_id, event.year);
}

/** Gives the member by which the actor reads what is for members: one where a role is held, else the locality's root; null when there is no such cluster. */
export async function readingSeat(context: ReadContext, cluster_id: string): Promise<string | null> {
  if ((await findCluster(context.tx, cluster_id)) === null) return null;
  const members = await membersOn(context.tx, cluster_id, context.clock.today());
  return (await ownAmong(context, members, READERS))[0] ?? rootId(context);
}

/** Gives those of the units on which, or above which, the actor holds one of the roles today; in the order given. */
export async function ownAmong(context: ReadContext, unit_ids: readonly string[], roles: readonly string[]): Promise<string[]> {
  const held = unitsHeld(context, roles);
  if (held.length === 0 || unit_ids.length === 0) return [];
  const rows = await context.tx
    .selectDistinct({ unit_id: unitVersions.unit_id })
    .from(unitVersions)
    .where(and(inArray(unitVersions.unit_id, [...unit_ids]), sql`${unitVersions.unit_id} in ${subtree(held, context.clock.today())}`));
  const own = new Set(rows.map((row) => row.unit_id));
  return unit_ids.filter((unit_id) => own.has(unit_id));
}

/** Says whether the actor leads the cluster in the year: for forms; the command decides again. */
export async function mayLead(context: ReadContext, cluster_id: string, year: number): Promise<boolean> {
  return (await judge({ kind: "roles", roles: ACTORS, unit: () => leadingSeat(context, cluster_id, year) }, context, {})).allowed;
}

/** Says whether the actor is an officer at the locality's root: for forms. */
export async function isRootOfficer(context: ReadContext): Promise<boolean> {
  return (await judge({ kind: "roles", roles: ["officer"], unit: () => rootId(context) }, context, {})).allowed;
}

/** Gives the year asked for, else this one. */
export function yearAsked(context: ReadContext, year: number | undefined): number {
  return year ?? yearOf(context.clock.today());
}
