import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Decimal, toText } from "../../kernel/decimal.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { DIRECTIONS, RECKONINGS, REPORTINGS, ROLL_UPS, TARGET_GROUPS } from "./core/target.ts";
import { figure } from "./fields.ts";
import type { CampaignPort } from "./port.ts";
import { listTargets } from "./store.ts";
import { targetPlans } from "./tables.ts";

/** A plan from two levels; either may be left out in a draft. */
export const planFields = { assigned_from_above: field.maybe(figure()), voted: field.maybe(figure()) };

/** What a target says, drafted or revised. */
export const targetFields = {
  code: field.pattern(/^[a-z0-9_]{2,40}$/, "Dùng 2 đến 40 chữ thường không dấu, chữ số, dấu gạch dưới; ví dụ thu_ngan_sach.", "Use 2 to 40 plain lower case letters, digits or underscores; for example thu_ngan_sach.", (typed) => typed.trim().toLowerCase()),
  title: field.text(300),
  group: field.choice(TARGET_GROUPS),
  measure: field.text(60),
  decimals: field.whole(0, 4),
  direction: field.choice(DIRECTIONS),
  reckoning: field.choice(RECKONINGS),
  roll_up: field.choice(ROLL_UPS),
  reporting: field.choice(REPORTINGS),
  report_day: field.whole(1, 28),
  campaign_id: field.maybe(field.id()),
  basis: field.maybe(field.text(300)),
  ...planFields,
};
export type TargetInput = z.output<z.ZodObject<typeof targetFields>>;

/** Takes a draft; fails where its code is taken in that year or its campaign does not exist. `target_id` is the draft itself when it is revised. */
export async function checkTarget(context: CommandContext, port: CampaignPort, unit_id: string, year: number, input: TargetInput, target_id: string | null): Promise<Result<null, Failure>> {
  const same = await listTargets(context.tx, { set_by: unit_id, year, codes: [input.code], drafts: true });
  if (same.some((target) => target.id !== target_id)) {
    return failField("code", `Năm ${year} đã có chỉ tiêu mang mã “${input.code}”: ${same[0]?.title ?? ""}.`, `The code “${input.code}” is taken in ${year}: ${same[0]?.title ?? ""}.`);
  }
  if (input.campaign_id !== undefined && !(await port.campaignTitles(context.tx, [input.campaign_id])).has(input.campaign_id)) {
    return failField("campaign_id", "Không có phong trào này, hoặc chưa phát động.", "No such campaign, or it is not launched yet.");
  }
  return ok(null);
}

/** The target's own columns out of the input. */
export function columnsOfTarget(input: TargetInput) {
  const { assigned_from_above: _above, voted: _voted, campaign_id, basis, ...rest } = input;
  return { ...rest, campaign_id: campaign_id ?? null, basis: basis ?? null };
}

/** The plan of one unit as it is to be written. */
export type NewPlan = { unit_id: string; revision: number; from_on: PlainDate; assigned_from_above: Decimal | undefined; voted: Decimal | undefined; reason: string | null };

/** Writes plan lines of a target. */
export async function writePlans(context: CommandContext, target_id: string, plans: readonly NewPlan[]): Promise<void> {
  const rows = plans.map((plan) => ({
    locality_id: context.locality.code, target_id, unit_id: plan.unit_id, revision: plan.revision, from_on: plan.from_on, reason: plan.reason,
    assigned_from_above: plan.assigned_from_above === undefined ? null : toText(plan.assigned_from_above), voted: plan.voted === undefined ? null : toText(plan.voted),
    entered_by: actorIdOf(context.actor), entered_at: context.clock.now(),
  }));
  for (let start = 0; start < rows.length; start += 1000) await context.tx.insert(targetPlans).values(rows.slice(start, start + 1000));
}

/** Clears the plan of a draft before it is written anew; what is assigned is never cleared. */
export async function clearDraftPlans(context: CommandContext, target_id: string): Promise<void> {
  await context.tx.delete(targetPlans).where(eq(targetPlans.target_id, target_id));
}
