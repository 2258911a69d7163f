import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mayAt } from "../../platform/command/policy.ts";
import { findAward, markRevoked, revocationFields } from "../honours/index.ts";
import { moveAll } from "./move.ts";
import type { RecipientSource } from "./port.ts";

/**
 * Revokes an award, with the reason; every verifier sees it, and what must come back is written down. It is for the level
 * that decided: the chair for the district's, the own head or the chair above for the others.
 */
export const revokeWith = (source: RecipientSource) => defineCommand({
  name: "revoke_award",
  title: say("Hủy bỏ quyết định khen thưởng đối với một người, tập thể", "Revoke an award"),
  input: z.strictObject({ award_id: field.id(), reason: field.longText(1000), ...revocationFields }),
  policy: { kind: "roles", roles: ["chair", "head"], unit: async (context, input) => (await findAward(context.tx, input.award_id))?.issuer_unit_id ?? null },
  async run(context, input) {
    const award = await findAward(context.tx, input.award_id);
    if (award === null) return fail("not_found", "Không có khen thưởng này.", "No such award.");
    if (award.authority === "district" && !(await mayAt(context, award.issuer_unit_id, ["chair"]))) return fail("forbidden", "Chỉ người có thẩm quyền quyết định mới được hủy bỏ.", "Only the authority that decided may revoke it.");
    const { award_id: _award, ...terms } = input;
    const revoked = await markRevoked(context, award, terms);
    if (!revoked.ok) return revoked;
    if (award.nomination_id !== null) {
      const moved = await moveAll(context, [award.nomination_id], "revoke", () => ({ reason: input.reason }));
      if (!moved.ok) return moved;
    } else await source.revoked(context, award.id, input.reason);
    context.act({ subject_kind: "award", subject_id: award.id, action: "revoke", unit_id: award.unit_id, payload: { ...terms } });
    return ok({ id: award.id, code: award.code });
  },
});
