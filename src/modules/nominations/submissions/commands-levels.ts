import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import * as field from "../../../platform/command/fields.ts";
import { moveAll } from "../move.ts";
import { levelOfNominations } from "./access.ts";
import { notifyProposers } from "./receive.ts";

const because = { nomination_ids: field.list(field.id(), 1000), reason: field.longText(2000) };

/** The level gives dossiers back to their units, with the reason; everything typed stays, and they climb the same route again. */
export const returnFromLevel = defineCommand({
  name: "return_from_level",
  title: say("Cấp trên trả lại để bổ sung", "Return from the level above"),
  input: z.strictObject(because),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => levelOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "level_return", () => ({ reason: input.reason }), { level_unit_id: null, level_order: null });
    if (!moved.ok) return moved;
    await notifyProposers(context, moved.value, "nominations_returned", input.reason);
    return ok({ count: moved.value.length });
  },
});

/** The level does not forward dossiers, in writing: the reason reaches the unit that proposed. */
export const refuseToForward = defineCommand({
  name: "refuse_to_forward",
  title: say("Cấp trên không trình tiếp, có lý do", "Do not forward, with the reason"),
  input: z.strictObject(because),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => levelOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "refuse_forward", () => ({ reason: input.reason }));
    if (!moved.ok) return moved;
    await notifyProposers(context, moved.value, "nominations_not_forwarded", input.reason);
    return ok({ count: moved.value.length });
  },
});

/** The level takes up again what it had not forwarded, with the reason. */
export const reconsiderAtLevel = defineCommand({
  name: "reconsider_at_level",
  title: say("Cấp trên xét lại", "Reconsider at the level above"),
  input: z.strictObject(because),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => levelOfNominations(context, input.nomination_ids) },
  async run(context, input) {
    const moved = await moveAll(context, input.nomination_ids, "level_reconsider", () => ({ reason: input.reason }));
    return moved.ok ? ok({ count: moved.value.length }) : moved;
  },
});
