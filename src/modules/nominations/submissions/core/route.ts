import type { PlainDate } from "../../../../kernel/plain-date.ts";
import { covers, overlap } from "../../../../kernel/validity.ts";
import type { UnitKind } from "../../../organizations/index.ts";

/** A level of the route as its row stands. */
export type RouteLevel = {
  readonly id: string;
  readonly level_unit_id: string;
  readonly order_no: number;
  readonly unit_kind: UnitKind | null;
  readonly unit_ids: readonly string[];
  readonly from_on: PlainDate;
  readonly to_on: PlainDate | null;
  readonly basis: string;
};

/** What of a unit decides which levels its dossiers pass. */
export type RoutedUnit = { readonly id: string; readonly kind: UnitKind };

/** Takes the levels, a unit and a day; gives the levels its dossiers pass, the first first. No unit is a level of itself. */
export function levelsFor(levels: readonly RouteLevel[], unit: RoutedUnit, on: PlainDate): RouteLevel[] {
  return levels
    .filter((level) => covers(level, on) && level.level_unit_id !== unit.id && (level.unit_kind === unit.kind || level.unit_ids.includes(unit.id)))
    .sort((a, b) => a.order_no - b.order_no);
}

/** Takes the levels, a unit, a day and the order of the level that has the dossier (null: none yet); gives the next level, or null for the deciding level. */
export function nextLevel(levels: readonly RouteLevel[], unit: RoutedUnit, on: PlainDate, passed: number | null): RouteLevel | null {
  return levelsFor(levels, unit, on).find((level) => passed === null || level.order_no > passed) ?? null;
}

/** What is compared of a new level. */
export type NewLevel = Pick<RouteLevel, "level_unit_id" | "order_no" | "unit_kind" | "unit_ids" | "from_on" | "to_on">;

/**
 * Takes a new level, those there are, and the kinds that each named unit has had; gives the level it collides with: one that takes
 * the same unit on the same day at the same place of the route, or that is the same unit a second time. Null when none does.
 */
export function collision(made: NewLevel, levels: readonly RouteLevel[], kindsOf: ReadonlyMap<string, readonly UnitKind[]>): RouteLevel | null {
  const takes = (kind: UnitKind | null, unit_id: string) => kind !== null && (kindsOf.get(unit_id) ?? []).includes(kind);
  const share = (other: RouteLevel) =>
    (made.unit_kind !== null && made.unit_kind === other.unit_kind) ||
    made.unit_ids.some((id) => other.unit_ids.includes(id) || takes(other.unit_kind, id)) ||
    other.unit_ids.some((id) => takes(made.unit_kind, id));
  return levels.find((other) => overlap(made, other) && (made.order_no === other.order_no || made.level_unit_id === other.level_unit_id) && share(other)) ?? null;
}
