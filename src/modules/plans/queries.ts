import { z } from "zod";
import { toText } from "../../kernel/decimal.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt } from "../../platform/command/policy.ts";
import { findRoot, findUnit, listUnits, unitNames } from "../organizations/index.ts";
import { comparedPlan, countStates } from "./core/figures.ts";
import { allows, TARGET_GROUPS, TARGET_MOVES, type TargetMove } from "./core/target.ts";
import { REPORTERS, SETTERS } from "./permissions.ts";
import type { CampaignPort } from "./port.ts";
import { type Standing, standingsByUnit, standingsOf } from "./standings.ts";
import { findTarget, historyOf, listTargets, plansOf, type Target, yearsOfTargets } from "./store.ts";

/** The roles that see drafts. */
const DRAFT_READERS = ["officer", "chair", "auditor"] as const;

/** The year's table of a unit (the whole locality when none is named), by group, with how many are exceeded, met, not met. */
export const yearTargets = defineQuery({
  name: "year_targets",
  title: say("Bảng chỉ tiêu của năm", "The year's targets"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), unit_id: field.maybe(field.id()) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const unit_id = input.unit_id ?? (await findRoot(tx))?.id;
    const name = unit_id === undefined ? undefined : (await unitNames(tx, [unit_id], today)).get(unit_id);
    if (unit_id === undefined || name === undefined) return fail("not_found", "Không có đơn vị này.", "No such unit.");
    const years = await yearsOfTargets(tx);
    const year = input.year ?? years.find((each) => each <= yearOf(today)) ?? yearOf(today);
    const targets = await listTargets(tx, { year, line_of: [unit_id] });
    const standings = await standingsOf(tx, targets, unit_id, today);
    const rows = targets.flatMap((target) => {
      const standing = standings.get(target.id);
      return standing === undefined ? [] : [{ ...target, ...standing }];
    });
    const seesDrafts = await mayAt(context, unit_id, DRAFT_READERS);
    const drafts = seesDrafts ? (await listTargets(tx, { year, set_by: unit_id, drafts: true })).filter((target) => target.status === "draft") : [];
    return ok({
      unit: { id: unit_id, name },
      year,
      years: [...new Set([...years, yearOf(today)])].sort((a, b) => b - a),
      groups: TARGET_GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter((section) => section.rows.length > 0),
      counts: countStates(rows.map((row) => row.state)),
      total: rows.length,
      drafts: drafts.map(({ id, code, title }) => ({ id, code, title })),
      may: { draft: await mayAt(context, unit_id, SETTERS), report: await mayAt(context, unit_id, REPORTERS), close: rows.some((row) => row.unit_id === unit_id && allows(row.status, "close")) && (await mayAt(context, unit_id, SETTERS)) },
    });
  },
});

/** Gives the target when the actor may see it: assigned and closed ones always, drafts by role. */
async function visible(context: ReadContext, target_id: string): Promise<Target | null> {
  const target = await findTarget(context.tx, target_id);
  if (target === null || target.status !== "draft") return target;
  return (await mayAt(context, target.unit_id, DRAFT_READERS)) ? target : null;
}

/** One target whole: its plan from two levels and how it was adjusted, every unit's line, every figure with those that were corrected. */
export const targetPageWith = (port: CampaignPort) =>
  defineQuery({
    name: "target_page",
    title: say("Một chỉ tiêu", "One target"),
    input: z.strictObject({ target_id: field.id() }),
    policy: anyone,
    async run(context, input) {
      const target = await visible(context, input.target_id);
      if (target === null) return fail("not_found", "Không có chỉ tiêu này.", "No such target.");
      const { tx } = context;
      const today = context.clock.today();
      const standings = await standingsByUnit(tx, target, today);
      const names = await unitNames(tx, [target.unit_id, ...standings.keys()], today);
      const order = new Map((await listUnits(tx, today, { ids: [...standings.keys()] })).map((unit, index) => [unit.id, index]));
      const lines = [...standings]
        .filter(([unit_id]) => unit_id !== target.unit_id)
        .map(([unit_id, standing]) => ({ unit_id, unit_name: names.get(unit_id) ?? "", ...standing }))
        .sort((a, b) => (order.get(a.unit_id) ?? 9999) - (order.get(b.unit_id) ?? 9999) || a.unit_name.localeCompare(b.unit_name, "vi"));
      const adjustments = (await plansOf(tx, [target.id])).filter((plan) => plan.revision > 1);
      const history = await historyOf(tx, target.id);
      const title = target.campaign_id === null ? undefined : (await port.campaignTitles(tx, [target.campaign_id])).get(target.campaign_id);
      const setter = await mayAt(context, target.unit_id, SETTERS);
      const whole: Standing | null = standings.get(target.unit_id) ?? null;
      return ok({
        target,
        unit_name: names.get(target.unit_id) ?? "",
        campaign: target.campaign_id === null || title === undefined ? null : { id: target.campaign_id, title },
        whole,
        lines,
        counts: countStates(lines.map((line) => line.state)),
        adjustments: adjustments.map((plan) => ({
          unit_id: plan.unit_id, unit_name: names.get(plan.unit_id) ?? "", from_on: plan.from_on, reason: plan.reason ?? "", plan: textOf(comparedPlan(plan)),
        })),
        // The version of a period that is followed by another was corrected; it stays to be seen.
        history: history.map((row, index) => {
          const next = history[index + 1];
          return { ...row, value: toText(row.value), unit_name: names.get(row.unit_id) ?? "", corrected: next?.unit_id === row.unit_id && next.month === row.month };
        }),
        may_see_files: await mayAt(context, target.unit_id, [...REPORTERS, "auditor"]),
        moves: setter ? (Object.keys(TARGET_MOVES) as TargetMove[]).filter((move) => allows(target.status, move)) : [],
      });
    },
  });

const textOf = (value: Parameters<typeof toText>[0] | null): string | null => (value === null ? null : toText(value));

/** What the forms of a target offer: campaigns to be moved by, units to assign it to. */
export const targetChoicesWith = (port: CampaignPort) =>
  defineQuery({
    name: "target_choices",
    title: say("Các lựa chọn khi soạn chỉ tiêu", "What a target's form offers"),
    input: z.strictObject({ unit_id: field.id() }),
    policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
    async run(context, input) {
      const today = context.clock.today();
      const unit = await findUnit(context.tx, input.unit_id, today);
      if (unit === null) return fail("not_found", "Không có đơn vị này.", "No such unit.");
      const units = await listUnits(context.tx, today, { parent_id: unit.id });
      return ok({
        unit: { id: unit.id, name: unit.name },
        campaigns: await port.campaignChoices(context.tx),
        units: units.filter(({ kind }) => kind !== "household").map(({ id, name, kind }) => ({ id, name, kind })),
      });
    },
  });

/** The targets that a campaign was to move, with their figures: shown on the campaign's page. */
export const targetsOfCampaign = defineQuery({
  name: "targets_of_campaign",
  title: say("Chỉ tiêu mà phong trào thúc đẩy", "The targets a campaign was to move"),
  input: z.strictObject({ campaign_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const targets = await listTargets(context.tx, { campaign_id: input.campaign_id });
    const rows = [];
    for (const unit_id of new Set(targets.map((target) => target.unit_id))) {
      const set = targets.filter((target) => target.unit_id === unit_id);
      const standings = await standingsOf(context.tx, set, unit_id, context.clock.today());
      for (const target of set) {
        const standing = standings.get(target.id);
        if (standing !== undefined) rows.push({ ...target, ...standing });
      }
    }
    return ok({ rows, counts: countStates(rows.map((row) => row.state)) });
  },
});
