import { eq } from "drizzle-orm";
import { z } from "zod";
import { toText } from "../../kernel/decimal.ts";
import { formatDate, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { usersWithRole } from "../accounts/index.ts";
import { findUnit, unitNames } from "../organizations/index.ts";
import { comparedPlan } from "./core/figures.ts";
import { allows } from "./core/target.ts";
import type { CampaignPort } from "./port.ts";
import { findTarget, listTargets, plansOf, type Target, unitOfTarget, unitsBeneath } from "./store.ts";
import { targets } from "./tables.ts";
import { checkTarget, clearDraftPlans, columnsOfTarget, planFields, targetFields, writePlans } from "./write-target.ts";

const NOT_FOUND = () => fail("not_found", "Không có chỉ tiêu này.", "No such target.");

/** Drafts a target with the plan of the whole. */
export const draftTargetWith = (port: CampaignPort) =>
  defineCommand({
    name: "draft_target",
    title: say("Soạn chỉ tiêu", "Draft a target"),
    input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), ...targetFields }),
    policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
    async run(context, { unit_id, year, ...input }) {
      if ((await findUnit(context.tx, unit_id, context.clock.today())) === null) return failField("unit_id", "Không có đơn vị này.", "No such unit.");
      const checked = await checkTarget(context, port, unit_id, year, input, null);
      if (!checked.ok) return checked;
      const id = context.newId();
      await context.tx.insert(targets).values({ locality_id: context.locality.code, id, unit_id, year, ...columnsOfTarget(input), status: "draft", created_at: context.clock.now() });
      await writePlans(context, id, [{ unit_id, revision: 1, from_on: context.clock.today(), assigned_from_above: input.assigned_from_above, voted: input.voted, reason: null }]);
      context.act({ subject_kind: "target", subject_id: id, action: "draft", unit_id, payload: { code: input.code, year } });
      return ok({ id });
    },
  });

/** Changes a draft; what is assigned stands, only its plan is adjusted, with a reason. */
export const reviseTargetWith = (port: CampaignPort) =>
  defineCommand({
    name: "revise_target",
    title: say("Sửa bản nháp chỉ tiêu", "Revise a target's draft"),
    input: z.strictObject({ target_id: field.id(), ...targetFields }),
    policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfTarget(context, input.target_id) },
    async run(context, { target_id, ...input }) {
      const target = await findTarget(context.tx, target_id);
      if (target === null) return NOT_FOUND();
      if (!allows(target.status, "revise")) return fail("conflict", "Chỉ tiêu đã giao nên không sửa được; chỉ điều chỉnh mức giao, có lý do.", "The target is assigned and stands; only its plan can be adjusted, with a reason.");
      const checked = await checkTarget(context, port, target.unit_id, target.year, input, target.id);
      if (!checked.ok) return checked;
      await context.tx.update(targets).set(columnsOfTarget(input)).where(eq(targets.id, target.id));
      await clearDraftPlans(context, target.id);
      await writePlans(context, target.id, [{ unit_id: target.unit_id, revision: 1, from_on: context.clock.today(), assigned_from_above: input.assigned_from_above, voted: input.voted, reason: null }]);
      context.act({ subject_kind: "target", subject_id: target.id, action: "revise", unit_id: target.unit_id });
      return ok({ id: target.id });
    },
  });

/** Assigns a target: the plan of the whole stands from now, and each unit named gets its own line. Further units can be added later. */
export const assignTarget = defineCommand({
  name: "assign_target",
  title: say("Giao chỉ tiêu", "Assign a target"),
  input: z.strictObject({ target_id: field.id(), units: field.list(z.strictObject({ unit_id: field.id(), ...planFields }), 2000) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfTarget(context, input.target_id) },
  async run(context, input) {
    const target = await findTarget(context.tx, input.target_id);
    if (target === null) return NOT_FOUND();
    if (!allows(target.status, "assign")) return fail("conflict", "Chỉ tiêu đã chốt số liệu nên không giao thêm được.", "The target is closed; it cannot be assigned further.");
    const plans = await plansOf(context.tx, [target.id]);
    const whole = comparedPlan(plans.find((plan) => plan.unit_id === target.unit_id) ?? null);
    if (whole === null) return fail("refused", "Chỉ tiêu chưa có mức giao của toàn đơn vị: hãy sửa bản nháp, ghi mức cấp trên giao hoặc HĐND giao.", "The whole has no plan yet: edit the draft and give what was assigned from above or voted.");
    const checked = await checkLines(context, target, input.units, new Set(plans.map((plan) => plan.unit_id)));
    if (!checked.ok) return checked;
    const first = target.status === "draft";
    if (!first && input.units.length === 0) return failField("units", "Chưa chọn đơn vị nào để giao thêm.", "No unit was chosen.");
    const today = context.clock.today();
    await writePlans(context, target.id, input.units.map((line) => ({ unit_id: line.unit_id, assigned_from_above: line.assigned_from_above, voted: line.voted, revision: 1, from_on: today, reason: null })));
    if (first) await context.tx.update(targets).set({ status: "assigned", assigned_on: today }).where(eq(targets.id, target.id));
    const { id, code, title, year, unit_id } = target;
    context.act({ subject_kind: "target", subject_id: id, action: "assign", unit_id, payload: { units: input.units.length } });
    context.log({ type: "target_assigned", facts: { target_id: id, code, title, year, unit_id, plan: toText(whole), units: input.units.length, assigned_on: today } });
    for (const user of await usersWithRole(context.tx, ["head", "clerk"], input.units.map((line) => line.unit_id), today)) {
      context.notify({ to_user_id: user.id, kind: "target_assigned", payload: { target_id: id, title, year } });
    }
    return ok({ id, units: input.units.length });
  },
});

type Line = { unit_id: string; assigned_from_above?: unknown; voted?: unknown };

/** Each line names a unit of today beneath the setting unit, once, with a number, and not one that has a plan already. */
async function checkLines(context: CommandContext, target: Target, lines: readonly Line[], planned: ReadonlySet<string>) {
  const seen = new Set<string>();
  const beneath = new Set(await unitsBeneath(context.tx, target.unit_id, context.clock.today()));
  const names = await unitNames(context.tx, lines.map((line) => line.unit_id), context.clock.today());
  for (const [index, line] of lines.entries()) {
    const at = (name: string) => `units.${index}.${name}`;
    const unit = names.get(line.unit_id);
    if (unit === undefined || line.unit_id === target.unit_id || !beneath.has(line.unit_id)) return failField(at("unit_id"), "Đơn vị này không trực thuộc đơn vị giao chỉ tiêu.", "This unit is not beneath the one that sets the target.");
    if (seen.has(line.unit_id)) return failField(at("unit_id"), `${unit} được ghi hai lần.`, `${unit} is listed twice.`);
    if (planned.has(line.unit_id)) return failField(at("unit_id"), `${unit} đã được giao chỉ tiêu này; muốn đổi mức giao thì điều chỉnh, có lý do.`, `${unit} has this target already; adjust its plan with a reason instead.`);
    if (line.assigned_from_above === undefined && line.voted === undefined) return failField(at("voted"), `Chưa ghi mức giao cho ${unit}.`, `Give the plan of ${unit}.`);
    seen.add(line.unit_id);
  }
  return ok(null);
}

/** Adjusts (điều chỉnh) a unit's plan during the year: a new revision from a day, with its reason; the earlier one stays to be seen. */
export const adjustTargetPlan = defineCommand({
  name: "adjust_target_plan",
  title: say("Điều chỉnh mức giao của chỉ tiêu", "Adjust a target's plan"),
  input: z.strictObject({ target_id: field.id(), unit_id: field.id(), ...planFields, from_on: field.date(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfTarget(context, input.target_id) },
  async run(context, input) {
    const target = await findTarget(context.tx, input.target_id);
    if (target === null) return NOT_FOUND();
    if (!allows(target.status, "adjust")) return fail("conflict", "Chỉ điều chỉnh được chỉ tiêu đã giao và chưa chốt.", "Only an assigned target that is not closed can be adjusted.");
    const newest = (await plansOf(context.tx, [target.id], [input.unit_id])).at(-1);
    if (newest === undefined) return failField("unit_id", "Đơn vị chưa được giao chỉ tiêu này.", "The unit does not have this target.");
    if (input.assigned_from_above === undefined && input.voted === undefined) return failField("voted", "Chưa ghi mức giao mới.", "Give the new plan.");
    if (input.from_on < newest.from_on) return failField("from_on", `Phải từ ngày của mức giao trước (${formatDate(newest.from_on)}) trở đi.`, `Must not be before the earlier plan's day (${formatDate(newest.from_on)}).`);
    if (yearOf(input.from_on) > target.year) return failField("from_on", `Phải trong năm ${target.year}.`, `Must be within ${target.year}.`);
    const { target_id, unit_id, reason, from_on } = input;
    // What is left blank stands: adjusting what the council voted does not take back what was assigned from above.
    const adjusted = { assigned_from_above: input.assigned_from_above ?? newest.assigned_from_above ?? undefined, voted: input.voted ?? newest.voted ?? undefined };
    await writePlans(context, target_id, [{ unit_id, revision: newest.revision + 1, from_on, ...adjusted, reason }]);
    const [was, is] = [comparedPlan(newest), adjusted.voted ?? adjusted.assigned_from_above];
    context.act({ subject_kind: "target", subject_id: target_id, action: "adjust", unit_id, payload: { revision: newest.revision + 1, reason } });
    context.log({ type: "target_plan_adjusted", facts: { target_id, code: target.code, year: target.year, unit_id, was: was === null ? null : toText(was), is: is === undefined ? null : toText(is), from_on } });
    return ok({ id: target_id, revision: newest.revision + 1 });
  },
});

/** Closes (chốt số liệu) the assigned targets of a unit and year, all or those named: no more figures or adjustments. */
export const closeTargets = defineCommand({
  name: "close_targets",
  title: say("Chốt số liệu các chỉ tiêu", "Close targets"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), target_ids: field.list(field.id(), 2000) }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const open = (await listTargets(context.tx, { set_by: input.unit_id, year: input.year })).filter((target) => allows(target.status, "close"));
    // An empty list means all that are open.
    const closed = input.target_ids.length === 0 ? open : open.filter((target) => input.target_ids.includes(target.id));
    if (closed.length === 0) return fail("conflict", "Không có chỉ tiêu nào đang theo dõi để chốt.", "There is no open target to close.");
    if (closed.length < input.target_ids.length) return fail("conflict", "Có chỉ tiêu không chốt được: đã chốt, còn nháp, hoặc của đơn vị khác.", "Some targets cannot be closed: closed already, still drafts, or of another unit.");
    const closed_on = context.clock.today();
    for (const target of closed) {
      await context.tx.update(targets).set({ status: "closed", closed_on }).where(eq(targets.id, target.id));
      context.act({ subject_kind: "target", subject_id: target.id, action: "close", unit_id: target.unit_id });
    }
    context.log({ type: "targets_closed", facts: { unit_id: input.unit_id, year: input.year, targets: closed.length, closed_on } });
    return ok({ closed: closed.length });
  },
});
