import { and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { decimal } from "../../kernel/decimal.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { subtree } from "../organizations/index.ts";
import type { Figure, PlanRevision } from "./core/figures.ts";
import type { Direction, Reckoning, Reporting, RollUp, TargetGroup, TargetStatus } from "./core/target.ts";
import { targetActuals, targetPlans, targets } from "./tables.ts";

/** A target (chỉ tiêu) as screens and commands know it. */
export type Target = {
  id: string;
  unit_id: string;
  year: number;
  code: string;
  title: string;
  group: TargetGroup;
  measure: string;
  decimals: number;
  direction: Direction;
  reckoning: Reckoning;
  roll_up: RollUp;
  reporting: Reporting;
  report_day: number;
  campaign_id: string | null;
  basis: string | null;
  status: TargetStatus;
  assigned_on: PlainDate | null;
  closed_on: PlainDate | null;
};

/** A plan revision of a unit, with why and when. */
export type PlanRow = PlanRevision & { target_id: string; unit_id: string; reason: string | null; entered_at: string };

/** A figure of a unit for a period, the version that counts. */
export type FigureRow = Figure & { target_id: string; unit_id: string; version: number };

const columns = {
  id: targets.id, unit_id: targets.unit_id, year: targets.year, code: targets.code, title: targets.title, group: targets.group, measure: targets.measure,
  decimals: targets.decimals, direction: targets.direction, reckoning: targets.reckoning, roll_up: targets.roll_up, reporting: targets.reporting,
  report_day: targets.report_day, campaign_id: targets.campaign_id, basis: targets.basis, status: targets.status, assigned_on: targets.assigned_on, closed_on: targets.closed_on,
};

/** Gives the target, or null when there is none. */
export async function findTarget(tx: Tx, target_id: string): Promise<Target | null> {
  const [target] = await tx.select(columns).from(targets).where(eq(targets.id, target_id));
  return target ?? null;
}

/** Gives the unit that sets the target, for policies. */
export async function unitOfTarget(context: ReadContext, target_id: string): Promise<string | null> {
  return (await findTarget(context.tx, target_id))?.unit_id ?? null;
}

/** What targets can be narrowed to; `line_of` keeps those for which the unit has a plan line. */
export type TargetFilter = { ids?: readonly string[]; year?: number; set_by?: string; line_of?: readonly string[]; campaign_id?: string; codes?: readonly string[]; drafts?: boolean };

/** Gives targets by code; drafts only when asked for. */
export function listTargets(tx: Tx, filter: TargetFilter): Promise<Target[]> {
  const wanted: (SQL | undefined)[] = [
    filter.ids ? inArray(targets.id, [...filter.ids]) : undefined,
    filter.year === undefined ? undefined : eq(targets.year, filter.year),
    filter.set_by ? eq(targets.unit_id, filter.set_by) : undefined,
    filter.campaign_id ? eq(targets.campaign_id, filter.campaign_id) : undefined,
    filter.codes ? inArray(targets.code, [...filter.codes]) : undefined,
    filter.line_of ? inArray(targets.id, tx.select({ id: targetPlans.target_id }).from(targetPlans).where(inArray(targetPlans.unit_id, [...filter.line_of]))) : undefined,
    filter.drafts === true ? undefined : ne(targets.status, "draft"),
  ];
  return tx.select(columns).from(targets).where(and(...wanted)).orderBy(asc(targets.code), asc(targets.id)).limit(2000);
}

/** Gives the years for which targets were assigned, newest first. */
export async function yearsOfTargets(tx: Tx): Promise<number[]> {
  const rows = await tx.selectDistinct({ year: targets.year }).from(targets).where(ne(targets.status, "draft"));
  return rows.map((row) => row.year).sort((a, b) => b - a);
}

/** Gives the ids of a unit and of all units beneath it on the day. */
export async function unitsBeneath(tx: Tx, unit_id: string, day: PlainDate): Promise<string[]> {
  const found = await tx.execute<{ unit_id: string }>(sql`select s.unit_id from ${subtree([unit_id], day)} s`);
  return found.rows.map((row) => row.unit_id);
}

const numberOf = (stored: string | null) => (stored === null ? null : decimal(stored));

/** Gives the plan revisions of targets, of all units or of some, oldest first. */
export async function plansOf(tx: Tx, target_ids: readonly string[], unit_ids?: readonly string[]): Promise<PlanRow[]> {
  if (target_ids.length === 0) return [];
  const rows = await tx
    .select({
      target_id: targetPlans.target_id, unit_id: targetPlans.unit_id, revision: targetPlans.revision, from_on: targetPlans.from_on,
      assigned_from_above: targetPlans.assigned_from_above, voted: targetPlans.voted, reason: targetPlans.reason, entered_at: targetPlans.entered_at,
    })
    .from(targetPlans)
    .where(and(inArray(targetPlans.target_id, [...target_ids]), unit_ids ? inArray(targetPlans.unit_id, [...unit_ids]) : undefined))
    .orderBy(asc(targetPlans.revision));
  return rows.map((row) => ({ ...row, assigned_from_above: numberOf(row.assigned_from_above), voted: numberOf(row.voted) }));
}

/** Gives the ids of those targets whose whole is rolled up from units: the setting unit owes no figure of its own. */
export async function rolledUp(tx: Tx, among: readonly Target[]): Promise<Set<string>> {
  const ids = among.filter((target) => target.roll_up !== "none").map((target) => target.id);
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: targets.id })
    .from(targets)
    .innerJoin(targetPlans, and(eq(targetPlans.locality_id, targets.locality_id), eq(targetPlans.target_id, targets.id), ne(targetPlans.unit_id, targets.unit_id)))
    .where(inArray(targets.id, ids));
  return new Set(rows.map((row) => row.id));
}

/** Gives the figures that count: the newest version for each target, unit and period. */
export async function newestFigures(tx: Tx, target_ids: readonly string[], unit_ids?: readonly string[]): Promise<FigureRow[]> {
  if (target_ids.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([targetActuals.target_id, targetActuals.unit_id, targetActuals.month], {
      target_id: targetActuals.target_id, unit_id: targetActuals.unit_id, month: targetActuals.month, version: targetActuals.version, value: targetActuals.value,
    })
    .from(targetActuals)
    .where(and(inArray(targetActuals.target_id, [...target_ids]), unit_ids ? inArray(targetActuals.unit_id, [...unit_ids]) : undefined))
    .orderBy(targetActuals.target_id, targetActuals.unit_id, targetActuals.month, desc(targetActuals.version));
  return rows.map((row) => ({ ...row, value: decimal(row.value) }));
}

/** Gives when each figure was first reported: the first version for each target, unit and period. */
export async function firstReports(tx: Tx, target_ids: readonly string[], filter: { month?: number; unit_ids?: readonly string[] }) {
  if (target_ids.length === 0) return [];
  return tx
    .select({ target_id: targetActuals.target_id, unit_id: targetActuals.unit_id, month: targetActuals.month, entered_on: targetActuals.entered_on })
    .from(targetActuals)
    .where(
      and(
        inArray(targetActuals.target_id, [...target_ids]), eq(targetActuals.version, 1),
        filter.month === undefined ? undefined : eq(targetActuals.month, filter.month), filter.unit_ids ? inArray(targetActuals.unit_id, [...filter.unit_ids]) : undefined,
      ),
    );
}

/** Gives every version of every figure of a target, in the order of periods, units and versions. */
export async function historyOf(tx: Tx, target_id: string) {
  const rows = await tx
    .select({
      unit_id: targetActuals.unit_id, month: targetActuals.month, version: targetActuals.version, value: targetActuals.value, evidence: targetActuals.evidence, file_id: targetActuals.file_id,
      on_site: targetActuals.on_site, reason: targetActuals.reason, source: targetActuals.source, entered_on: targetActuals.entered_on, entered_at: targetActuals.entered_at,
    })
    .from(targetActuals)
    .where(eq(targetActuals.target_id, target_id))
    .orderBy(asc(targetActuals.month), asc(targetActuals.unit_id), asc(targetActuals.version));
  return rows.map((row) => ({ ...row, value: decimal(row.value) }));
}

/** Gives, for each target, how many units have a plan line (the setting unit apart) and how many cells were ever filled. */
export async function cellsOf(tx: Tx, target_ids: readonly string[]): Promise<Map<string, { units: number; filled: number }>> {
  if (target_ids.length === 0) return new Map();
  const lines = await tx.selectDistinct({ target_id: targetPlans.target_id, unit_id: targetPlans.unit_id }).from(targetPlans).where(inArray(targetPlans.target_id, [...target_ids]));
  const cells = await tx.selectDistinct({ target_id: targetActuals.target_id, unit_id: targetActuals.unit_id, month: targetActuals.month }).from(targetActuals).where(inArray(targetActuals.target_id, [...target_ids]));
  return new Map(target_ids.map((id) => [id, { units: lines.filter((line) => line.target_id === id).length, filled: cells.filter((cell) => cell.target_id === id).length }]));
}
