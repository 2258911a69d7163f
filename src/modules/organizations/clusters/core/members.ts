import { err, ok, type Result } from "../../../../kernel/result.ts";
import type { UnitKind } from "../../core/kinds.ts";

/** How far a cluster reaches: units of this locality only, or others too. A unit is in at most one cluster of each reach at a time. */
export type Reach = "local" | "outward";

/** The kinds whose presence makes a cluster reach outward: units of elsewhere, and the locality as a whole beside them. */
export const OUTWARD_KINDS: readonly UnitKind[] = ["locality", "outside"];

/** Takes the kinds of a cluster's members; gives its reach. */
export function reachOf(kinds: readonly UnitKind[]): Reach {
  return kinds.some((kind) => OUTWARD_KINDS.includes(kind)) ? "outward" : "local";
}

/** A place of a unit in another cluster. */
export type Elsewhere = { readonly unit_id: string; readonly cluster_id: string; readonly reach: Reach };

/** Takes the members a cluster shall have, its reach, and where units stand besides; gives ok, or the first unit that would be in two clusters of one reach, with the other one. */
export function checkOnce(members: readonly string[], reach: Reach, elsewhere: readonly Elsewhere[]): Result<null, { unit_id: string; cluster_id: string }> {
  for (const unit_id of members) {
    const other = elsewhere.find((place) => place.unit_id === unit_id && place.reach === reach);
    if (other !== undefined) return err({ unit_id, cluster_id: other.cluster_id });
  }
  return ok(null);
}
