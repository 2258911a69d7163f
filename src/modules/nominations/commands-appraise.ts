import { inArray } from "drizzle-orm";
import { z } from "zod";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { usersWithRole } from "../accounts/index.ts";
import { unitsAbove } from "../organizations/index.ts";
import { assessAll, type Assessment, keepFindings } from "./assess.ts";
import type { Nomination } from "./core/dossier.ts";
import { moveAll, unitOfNominations } from "./move.ts";
import { refuseBeforeItsSteps } from "./steps-before.ts";
import { nominations } from "./tables.ts";

const APPRAISERS = ["officer", "division_head"] as const;
const many = { nomination_ids: field.list(field.id(), 1000) };

/** Assigns dossiers to an officer. */
export const assignNominations = defineCommand({
  name: "assign_nominations",
  title: say("Giao hồ sơ cho cán bộ thẩm định", "Assign nominations to an officer"),
  input: z.strictObject({ ...many, user_id: field.id() }),
  policy: { kind: "roles", roles: APPRAISERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, APPRAISERS) },
  async run(context, input) {
    const unit = await unitOfNominations(context, input.nomination_ids);
    const above = unit === null ? [] : [unit, ...(await unitsAbove(context.tx, unit, context.clock.today())).map((entry) => entry.id)];
    const officers = await usersWithRole(context.tx, ["officer"], above, context.clock.today());
    if (!officers.some((officer) => officer.id === input.user_id)) return failField("user_id", "Người này không phải cán bộ thi đua, khen thưởng của cấp này.", "This user is not an emulation officer here.");
    const moved = await moveAll(context, input.nomination_ids, "assign", () => ({ user_id: input.user_id }), { assigned_to: input.user_id });
    if (!moved.ok) return moved;
    context.notify({ to_user_id: input.user_id, kind: "nominations_assigned", payload: { count: moved.value.length } });
    return ok({ count: moved.value.length });
  },
});

/** Takes dossiers up for appraisal (thẩm định). */
export const takeUpNominations = defineCommand({
  name: "take_up_nominations",
  title: say("Nhận thẩm định", "Take up for appraisal"),
  input: z.strictObject(many),
  policy: { kind: "roles", roles: APPRAISERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, APPRAISERS) },
  async run(context, input) {
    const assigned = context.actor.kind === "user" ? { assigned_to: context.actor.id } : {};
    const moved = await moveAll(context, input.nomination_ids, "take_up", () => ({}), assigned);
    return moved.ok ? ok({ count: moved.value.length }) : moved;
  },
});

/** Sends dossiers back for completion, with the reason; everything typed stays. */
export const returnNominations = defineCommand({
  name: "return_nominations",
  title: say("Trả lại để bổ sung", "Return for completion"),
  input: z.strictObject({ ...many, reason: field.longText(2000) }),
  policy: { kind: "roles", roles: APPRAISERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, APPRAISERS) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "return", () => ({ reason: input.reason }));
    if (!moved.ok) return moved;
    await notifyClerks(context, moved.value, "nominations_returned", { reason: input.reason });
    return ok({ count: moved.value.length });
  },
});

/** Recommends dossiers for decision; refused when a binding check fails. */
export const recommendNominations = defineCommand({
  name: "recommend_nominations",
  title: say("Đề nghị khen thưởng sau thẩm định", "Recommend after appraisal"),
  input: z.strictObject({ ...many, note: field.maybe(field.longText(2000)) }),
  policy: { kind: "roles", roles: APPRAISERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, APPRAISERS) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "recommend", () => ({ note: input.note ?? null }));
    if (!moved.ok) return moved;
    const free = await refuseBeforeItsSteps(context, moved.value);
    if (!free.ok) return free;
    const judged = await judgeBinding(context, moved.value, "appraisal");
    return judged.ok ? ok({ count: moved.value.length }) : judged;
  },
});

/** Closes the appraisal of dossiers without recommending them, with the reason. */
export const notRecommendNominations = defineCommand({
  name: "not_recommend_nominations",
  title: say("Không đề nghị khen thưởng", "Do not recommend"),
  input: z.strictObject({ ...many, reason: field.longText(2000) }),
  policy: { kind: "roles", roles: APPRAISERS, unit: (context, input) => unitOfNominations(context, input.nomination_ids, APPRAISERS) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "not_recommend", () => ({ reason: input.reason }));
    if (!moved.ok) return moved;
    await notifyClerks(context, moved.value, "nominations_not_recommended", { reason: input.reason });
    return ok({ count: moved.value.length });
  },
});

/** Declines dossiers for good, in writing: the reason reaches the proposing unit. */
export const declineNominations = defineCommand({
  name: "decline_nominations",
  title: say("Không khen thưởng, có lý do", "Decline with the reason"),
  input: z.strictObject({ ...many, reason: field.longText(2000) }),
  policy: { kind: "roles", roles: ["chair"], unit: (context, input) => unitOfNominations(context, input.nomination_ids, ["chair"]) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "decline", () => ({ reason: input.reason }));
    if (!moved.ok) return moved;
    await notifyClerks(context, moved.value, "nominations_declined", { reason: input.reason });
    return ok({ count: moved.value.length });
  },
});

/**
 * Judges dossiers at a stage where a failed binding check stops everything: keeps the findings, and
 * refuses with the names of those that fail.
 */
export async function judgeBinding(context: CommandContext, list: readonly Nomination[], stage: "appraisal" | "decision"): Promise<Result<Assessment[], Failure>> {
  const assessed = await assessAll(context, list);
  if (!assessed.ok) return fail("invalid", assessed.error.message, assessed.error.message);
  const failing = list.filter((_nomination, index) => assessed.value[index]?.output.verdict === "not_eligible");
  if (failing.length > 0) {
    const names = failing.slice(0, 5).map((nomination) => nomination.subject_name).join(", ");
    const first = assessed.value[list.indexOf(failing[0] as Nomination)]?.output.checks.find((check) => check.result === "fail" && check.status !== "unverified" && !check.alternative);
    const more = failing.length > 5 ? ` (+${failing.length - 5})` : "";
    return fail(
      "refused",
      `Không đủ tiêu chuẩn: ${names}${more}. ${first ? `${first.text}` : ""} Hãy đưa các hồ sơ này ra rồi làm lại.`,
      `Not eligible: ${names}${more}. Take these dossiers out and try again.`,
    );
  }
  await keepFindings(context, stage, list.map((nomination, index) => ({ nomination_id: nomination.id, assessment: assessed.value[index] as Assessment })));
  return ok(assessed.value);
}

/** Tells the clerks of the proposing units what became of their dossiers, with the names. */
export async function notifyClerks(context: CommandContext, list: readonly Nomination[], kind: string, payload: Record<string, unknown>): Promise<void> {
  for (const unit_id of new Set(list.map((nomination) => nomination.unit_id))) {
    const clerks = await usersWithRole(context.tx, ["clerk"], [unit_id], context.clock.today());
    const names = list.filter((nomination) => nomination.unit_id === unit_id).map((nomination) => nomination.subject_name).slice(0, 20);
    for (const clerk of clerks) context.notify({ to_user_id: clerk.id, kind, payload: { ...payload, names } });
  }
}

/** Forgets which decision dossiers were meant for. */
export async function detachFromDecision(context: CommandContext, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await context.tx.update(nominations).set({ decision_id: null }).where(inArray(nominations.id, [...ids]));
}
