import { type Decimal, toText } from "../../kernel/decimal.ts";
import { makeDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { Tx } from "../../platform/database/database.ts";
import { comparedPlan, courseOf, isFinal, percentOf, planInForce, stateOf, type TargetState } from "./core/figures.ts";
import { sparklineOf, type Sparkline } from "./core/shown-figure.ts";
import { type FigureRow, listTargets, newestFigures, type PlanRow, plansOf, type Target } from "./store.ts";

/** How a target stands for one unit, numbers as exact text, so that it travels through any door. */
export type Standing = {
  assigned_from_above: string | null;
  voted: string | null;
  /** The plan that the result is compared with. */
  plan: string | null;
  /** Whether the plan was adjusted during the year. */
  adjusted: boolean;
  actual: { month: number; value: string } | null;
  percent: string | null;
  state: TargetState;
  series: (string | null)[];
  sparkline: Sparkline | null;
  /** How many units stand behind a figure that was rolled up; null when it was reported as it is. */
  rolled: { reported: number; included: number; of: number } | null;
};

const textOf = (value: Decimal | null): string | null => (value === null ? null : toText(value));

/** Gives how each target stands for one unit: the setting unit stands for the whole, any other for itself. Targets of which the unit has no plan line are absent. */
export async function standingsOf(tx: Tx, targets: readonly Target[], unit_id: string, today: PlainDate): Promise<Map<string, Standing>> {
  return (await standingsOfUnits(tx, targets, [unit_id], today)).get(unit_id) ?? new Map<string, Standing>();
}

/** The same for several units at once, in the same number of queries: by unit, then by target. */
async function standingsOfUnits(tx: Tx, targets: readonly Target[], unit_ids: readonly string[], today: PlainDate): Promise<Map<string, Map<string, Standing>>> {
  const ids = targets.map((target) => target.id);
  const plans = grouped(await plansOf(tx, ids, unit_ids));
  const figures = grouped(await newestFigures(tx, ids, unit_ids));
  // The figures of units are read only where the whole has none of its own.
  const rolledUp = targets.filter((target) => target.roll_up !== "none" && unit_ids.includes(target.unit_id) && !figures.has(keyOf(target.id, target.unit_id)));
  const lines = await unitsOf(tx, rolledUp.map((target) => target.id));
  const standings = new Map<string, Map<string, Standing>>();
  for (const unit_id of unit_ids) {
    const byTarget = new Map<string, Standing>();
    for (const target of targets) {
      const own = plans.get(keyOf(target.id, unit_id));
      if (own === undefined) continue;
      const beneath = target.unit_id === unit_id ? (lines.get(target.id) ?? []).filter((line) => line.unit_id !== unit_id) : [];
      byTarget.set(target.id, standingOf(target, own, figures.get(keyOf(target.id, unit_id)) ?? [], beneath, today));
    }
    standings.set(unit_id, byTarget);
  }
  return standings;
}

/** Gives how one target stands for every unit that has a plan line, the whole among them. */
export async function standingsByUnit(tx: Tx, target: Target, today: PlainDate): Promise<Map<string, Standing>> {
  const units = (await unitsOf(tx, [target.id])).get(target.id) ?? [];
  return new Map(
    units.map((unit) => {
      const beneath = unit.unit_id === target.unit_id ? units.filter((other) => other.unit_id !== target.unit_id) : [];
      return [unit.unit_id, standingOf(target, unit.plans, unit.figures, beneath, today)];
    }),
  );
}

type UnitLine = { unit_id: string; plans: PlanRow[]; figures: FigureRow[] };

async function unitsOf(tx: Tx, target_ids: readonly string[]): Promise<Map<string, UnitLine[]>> {
  const plans = grouped(await plansOf(tx, target_ids));
  const figures = grouped(await newestFigures(tx, target_ids));
  const byTarget = new Map<string, UnitLine[]>();
  for (const [key, rows] of plans) {
    const [first] = rows;
    if (first === undefined) continue;
    byTarget.set(first.target_id, [...(byTarget.get(first.target_id) ?? []), { unit_id: first.unit_id, plans: rows, figures: figures.get(key) ?? [] }]);
  }
  return byTarget;
}

function standingOf(target: Target, plans: readonly PlanRow[], figures: readonly FigureRow[], others: readonly UnitLine[], today: PlainDate): Standing {
  const plan = planInForce(plans, today);
  const compared = comparedPlan(plan);
  const units = others.map((unit) => ({ figures: unit.figures, plan: comparedPlan(planInForce(unit.plans, today)) }));
  const { series, latest, rolled } = courseOf(target.roll_up, target.direction, figures, units);
  return {
    assigned_from_above: textOf(plan?.assigned_from_above ?? null),
    voted: textOf(plan?.voted ?? null),
    plan: textOf(compared),
    adjusted: (plan?.revision ?? 1) > 1,
    actual: latest === null ? null : { month: latest.month, value: toText(latest.value) },
    percent: textOf(percentOf(latest?.value ?? null, compared)),
    state: stateOf(target, latest?.value ?? null, compared, isFinal(target.year, today, target.status === "closed")),
    series: series.map(textOf),
    sparkline: sparklineOf(series, compared),
    rolled: rolled === null ? null : { reported: rolled.reported, included: rolled.included, of: rolled.of },
  };
}

const keyOf = (target_id: string, unit_id: string): string => `${target_id} ${unit_id}`;

function grouped<R extends { target_id: string; unit_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row.target_id, row.unit_id));
    if (group === undefined) groups.set(keyOf(row.target_id, row.unit_id), [row]);
    else group.push(row);
  }
  return groups;
}

/** One unit's figure of one target: what it was to reach, what it reached; decimals as text. */
type UnitFigure = { actual: string | null; plan: string | null; percent: string | null };

/**
 * Takes a year, units and codes of targets; gives each unit's figures by code, against the newest plan of the year. The unit that
 * sets a target stands for its whole. Where a unit has two targets of one code, that assigned to it comes before its own. Fills facts of scorecards.
 */
export async function figuresOf(tx: Tx, asked: { year: number; unit_ids: readonly string[]; codes: readonly string[] }): Promise<Map<string, Map<string, UnitFigure>>> {
  if (asked.unit_ids.length === 0 || asked.codes.length === 0) return new Map();
  const targets = await listTargets(tx, { year: asked.year, codes: asked.codes, line_of: asked.unit_ids });
  const standings = await standingsOfUnits(tx, targets, asked.unit_ids, makeDate(asked.year, 12, 31));
  return new Map(
    asked.unit_ids.map((unit_id) => {
      const byTarget = standings.get(unit_id);
      const figures = new Map<string, UnitFigure>();
      for (const target of [...targets].sort((a, b) => Number(b.unit_id === unit_id) - Number(a.unit_id === unit_id))) {
        const standing = byTarget?.get(target.id);
        if (standing !== undefined) figures.set(target.code, { actual: standing.actual?.value ?? null, plan: standing.plan, percent: standing.percent });
      }
      return [unit_id, figures];
    }),
  );
}
