import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { inState, issuerOf, mayIssue } from "./bring-into-force.ts";
import { notifyClerks } from "./commands-appraise.ts";
import { moveAll } from "./move.ts";
import type { RecipientSource } from "./port.ts";
import { nominationsOfDecision } from "./store.ts";

/** What becomes of a dossier that the signer takes out: not commended, or back among those that wait for a decision. */
export const STRIKE_OUTCOMES = ["declined", "back"] as const;

/** The signer approves a draft in part: takes some dossiers out of it, with the reason, before signing the others. */
export const strikeWith = (source: RecipientSource) => defineCommand({
  name: "strike_from_decision",
  title: say("Đưa một số hồ sơ ra khỏi dự thảo quyết định", "Take dossiers out of a draft decision"),
  input: z.strictObject({ decision_id: field.id(), nomination_ids: field.list(field.id(), 3000), outcome: field.choice(STRIKE_OUTCOMES), reason: field.longText(2000) }),
  policy: { kind: "roles", roles: ["chair", "head"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const decision = await inState(context, input.decision_id, ["prepared"]);
    if (!decision.ok) return decision;
    if (!mayIssue(decision.value, context.actor)) return fail("forbidden", "Chỉ người ký quyết định này mới đưa hồ sơ ra được.", "Only who signs this decision may take dossiers out.");
    const wanted = [...new Set(input.nomination_ids)];
    if (wanted.length === 0) return failField("nomination_ids", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
    const listed = new Set((await nominationsOfDecision(context.tx, input.decision_id)).map((dossier) => dossier.id));
    if (wanted.some((id) => !listed.has(id))) return fail("conflict", "Có hồ sơ không còn trong dự thảo này. Hãy tải lại trang.", "Some of the dossiers are not on this draft. Reload the page.");
    const others = (await source.countOn(context.tx, [input.decision_id])).get(input.decision_id) ?? 0;
    if (wanted.length === listed.size && others === 0) return failField("nomination_ids", "Không còn hồ sơ nào trong dự thảo: hãy bỏ cả dự thảo.", "No dossier would be left: cancel the draft instead.");
    const out = await moveAll(context, wanted, "leave_decision", () => ({ reason: input.reason, decision_id: input.decision_id }), { decision_id: null });
    if (!out.ok) return out;
    if (input.outcome === "declined") {
      const declined = await moveAll(context, wanted, "decline", () => ({ reason: input.reason }));
      if (!declined.ok) return declined;
      await notifyClerks(context, declined.value, "nominations_declined", { reason: input.reason });
    }
    context.act({ subject_kind: "decision", subject_id: input.decision_id, action: "strike", unit_id: decision.value.issuer_unit_id, payload: { count: wanted.length, outcome: input.outcome, reason: input.reason } });
    return ok({ id: input.decision_id, struck: wanted.length });
  },
});
