import { inArray } from "drizzle-orm";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import { unitsHeld } from "../../platform/command/policy.ts";
import { takeOffNotices } from "../notices/index.ts";
import { rootId, unitsAbove } from "../organizations/index.ts";
import type { Nomination } from "./core/dossier.ts";
import { follow, type NominationAction, type NominationStatus, STATUS_NAMES } from "./core/status.ts";
import { lockNominations } from "./store.ts";
import { takeOffDraftLists } from "./submissions/store-lists.ts";
import { nominations } from "./tables.ts";

/**
 * Moves dossiers by one action, all or none: locks them, asks the table of transitions, writes the
 * new status and the action. Fails when one is missing, stands elsewhere, or is about the actor.
 */
export async function moveAll(
  context: CommandContext,
  ids: readonly string[],
  action: NominationAction,
  payload: (nomination: Nomination) => Record<string, unknown> = () => ({}),
  set: Partial<Pick<Nomination, "received_on" | "assigned_to" | "decision_id" | "level_unit_id" | "level_order" | "due_on">> = {},
): Promise<Result<Nomination[], Failure>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return fail("invalid", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
  const found = await lockNominations(context.tx, wanted);
  if (found.length !== wanted.length) return fail("not_found", "Có hồ sơ không còn hoặc không thuộc địa phương này.", "Some of the dossiers do not exist here.");
  const byNext = new Map<NominationStatus, string[]>();
  for (const nomination of found) {
    const next = follow(nomination.status, action);
    if (next === null) {
      const status = STATUS_NAMES[nomination.status];
      return fail(
        "conflict",
        `Hồ sơ “${nomination.subject_name}” đang ở trạng thái “${status.vi}”, không làm được việc này nữa. Có thể người khác vừa xử lý.`,
        `The dossier “${nomination.subject_name}” is “${status.en}”: this is not possible now. Somebody else may have just acted.`,
      );
    }
    if (isJudging(action) && context.actor.kind === "user" && context.actor.person_id !== null && context.actor.person_id === nomination.person_id) {
      return fail("refused", "Không ai được thẩm định, quyết định hồ sơ của chính mình.", "Nobody may appraise or decide on their own dossier.");
    }
    byNext.set(next, [...(byNext.get(next) ?? []), nomination.id]);
  }
  for (const [status, group] of byNext) {
    await context.tx.update(nominations).set({ status, ...set }).where(inArray(nominations.id, group));
  }
  // What leaves the appraisal while its notice runs is no longer shown to the public.
  if (action === "return" || action === "withdraw" || action === "not_recommend") await takeOffNotices(context.tx, found.map((nomination) => nomination.id), context.clock.today(), action === "return");
  // What leaves its unit or its level stands on no list that is still being drawn up.
  if (action === "withdraw" || action === "level_return" || action === "refuse_forward" || action === "submit" || action === "submit_to_level") await takeOffDraftLists(context.tx, found.map((nomination) => nomination.id));
  for (const nomination of found) {
    context.act({ subject_kind: "nomination", subject_id: nomination.id, action, unit_id: nomination.unit_id, payload: payload(nomination) });
  }
  return ok(found);
}

function isJudging(action: NominationAction): boolean {
  return action === "recommend" || action === "not_recommend" || action === "decide" || action === "decline" || action === "take_up";
}

/**
 * Gives the one unit that all the dossiers' units are or stand beneath, for the policy; null when one is missing. Of no dossiers
 * it is any unit at which the actor holds one of `roles`: the command then says that none was chosen, not that it is forbidden.
 */
export async function unitOfNominations(context: ReadContext, ids: readonly string[], roles: readonly string[] = []): Promise<string | null> {
  if (ids.length === 0) return unitsHeld(context, roles)[0] ?? rootId(context);
  const rows = await context.tx.select({ id: nominations.id, unit_id: nominations.unit_id }).from(nominations).where(inArray(nominations.id, [...new Set(ids)]));
  if (rows.length !== new Set(ids).size) return null;
  const units = [...new Set(rows.map((row) => row.unit_id))];
  const [first, ...others] = units;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  for (const candidate of [first, ...(await unitsAbove(context.tx, first, context.clock.today())).map((unit) => unit.id)]) {
    let above = true;
    for (const unit of others) above &&= await context.isWithin(unit, candidate);
    if (above) return candidate;
  }
  return null;
}
