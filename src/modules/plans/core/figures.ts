import { add, compare, type Decimal, decimalOf, divideHalfUp, multiply, ZERO } from "../../../kernel/decimal.ts";
import { makeDate, type PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Direction, Reckoning, RollUp } from "./target.ts";

const STATES = ["exceeded", "met", "not_met", "in_progress", "no_figure"] as const;
/** How a target stands (vượt, đạt, không đạt, đang thực hiện, chưa có số liệu). Always computed, never kept. */
export type TargetState = (typeof STATES)[number];

export const STATE_NAMES: Readonly<Record<TargetState, Text>> = {
  exceeded: say("Vượt", "Exceeded"),
  met: say("Đạt", "Met"),
  not_met: say("Không đạt", "Not met"),
  in_progress: say("Đang thực hiện", "In progress"),
  no_figure: say("Chưa có số liệu", "No figure"),
};

/** A unit's plan as it stood from a day: from two levels, either may be absent. */
export type PlanRevision = { revision: number; from_on: PlainDate; assigned_from_above: Decimal | null; voted: Decimal | null };

/** A reported figure of a period, named by the period's last month. */
export type Figure = { month: number; value: Decimal };

/** Takes a unit's plan revisions and a day; gives the one in force: the newest that has begun, else the first; null when there is none. */
export function planInForce<P extends Pick<PlanRevision, "revision" | "from_on">>(revisions: readonly P[], on: PlainDate): P | null {
  const ordered = [...revisions].sort((a, b) => a.revision - b.revision);
  return ordered.filter((entry) => entry.from_on <= on).at(-1) ?? ordered[0] ?? null;
}

/** Takes a plan; gives the number that results are compared with: what the council voted, else what was assigned from above. */
export function comparedPlan(plan: Pick<PlanRevision, "assigned_from_above" | "voted"> | null): Decimal | null {
  return plan === null ? null : (plan.voted ?? plan.assigned_from_above);
}

/** Takes what is wanted, the result and the plan; gives whether it is reached, on exact numbers and never on percentages. */
export function reached(direction: Direction, actual: Decimal, plan: Decimal): "exceeded" | "met" | "not_met" {
  const sign = compare(actual, plan);
  if (sign === 0) return "met";
  switch (direction) {
    case "at_least":
      return sign > 0 ? "exceeded" : "not_met";
    case "at_most":
      return sign < 0 ? "exceeded" : "not_met";
    case "exactly":
      return "not_met";
  }
}

/** Takes the year, today and whether the target is closed; says whether results are final: from 31 December on, or once closed. */
export function isFinal(year: number, today: PlainDate, closed: boolean): boolean {
  return closed || today >= makeDate(year, 12, 31);
}

/**
 * Takes a target, its newest figure and its plan; gives its state. Before the year's end only a running total that must
 * reach at least the plan can be decided: it will not fall again. Everything else is still in progress.
 */
export function stateOf(target: { direction: Direction; reckoning: Reckoning }, actual: Decimal | null, plan: Decimal | null, final: boolean): TargetState {
  if (actual === null || plan === null) return "no_figure";
  const outcome = reached(target.direction, actual, plan);
  if (final) return outcome;
  const decided = target.direction === "at_least" && target.reckoning === "cumulative" && outcome !== "not_met";
  return decided ? outcome : "in_progress";
}

/** Takes result and plan; gives the percent of the plan rounded half up to two places, for showing only; null without a plan or with a plan of 0. */
export function percentOf(actual: Decimal | null, plan: Decimal | null): Decimal | null {
  if (actual === null || plan === null || compare(plan, ZERO) === 0) return null;
  return divideHalfUp(multiply(actual, decimalOf(100)), plan, 2);
}

/** Takes a unit's figures; gives that of the newest period, up to and with `month` when it is given; null when there is none. */
export function newestFigure(figures: readonly Figure[], month = 12): Figure | null {
  return figures.filter((figure) => figure.month <= month).sort((a, b) => a.month - b.month).at(-1) ?? null;
}

/** What one unit brings to the whole. */
export type UnitFigures = { figures: readonly Figure[]; plan: Decimal | null };

/** The whole as rolled up: `reported` units have a figure of the period itself; the others count with their last one, if any. */
export type Rolled = Figure & { reported: number; included: number; of: number };

/** Takes how to roll up and the units' figures; gives the whole at the end of a period, or null when no unit has a figure by then. Averages are rounded to four places. */
export function rollUpAt(method: RollUp, direction: Direction, units: readonly UnitFigures[], month: number): Rolled | null {
  const newest = units.flatMap((unit) => {
    const figure = newestFigure(unit.figures, month);
    return figure === null ? [] : [{ ...figure, plan: unit.plan }];
  });
  if (newest.length === 0 || method === "none") return null;
  const counts = { month, reported: newest.filter((figure) => figure.month === month).length, included: newest.length, of: units.length };
  const sum = newest.reduce((total, figure) => add(total, figure.value), ZERO);
  switch (method) {
    case "sum":
      return { ...counts, value: sum };
    case "average":
      return { ...counts, value: divideHalfUp(sum, decimalOf(newest.length), 4) };
    case "count_met":
      return { ...counts, value: decimalOf(newest.filter(({ plan, value }) => plan !== null && reached(direction, value, plan) !== "not_met").length) };
  }
}

/** A target's course through the year: one place for each month, and where it stands last. */
export type Course = { series: readonly (Decimal | null)[]; latest: Figure | null; rolled: Rolled | null };

const MONTHS = Array.from({ length: 12 }, (_month, index) => index + 1);

/** Takes the whole's own figures and those of units; gives the course: its own figures where it has any, else rolled up from the units. */
export function courseOf(method: RollUp, direction: Direction, own: readonly Figure[], units: readonly UnitFigures[]): Course {
  if (own.length > 0 || units.length === 0 || method === "none") {
    return { series: MONTHS.map((month) => own.find((figure) => figure.month === month)?.value ?? null), latest: newestFigure(own), rolled: null };
  }
  const told = new Set(units.flatMap((unit) => unit.figures.map((figure) => figure.month)));
  const points = MONTHS.map((month) => (told.has(month) ? rollUpAt(method, direction, units, month) : null));
  const rolled = points.filter((point) => point !== null).at(-1) ?? null;
  return { series: points.map((point) => point?.value ?? null), latest: rolled === null ? null : { month: rolled.month, value: rolled.value }, rolled };
}

/** Takes states; gives how many targets stand in each. */
export function countStates(states: readonly TargetState[]): Record<TargetState, number> {
  const counts: Record<TargetState, number> = { exceeded: 0, met: 0, not_met: 0, in_progress: 0, no_figure: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
