import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { rootId } from "../../organizations/index.ts";
import { APPLIES, MATTERS, SILENCES } from "./core/clearance.ts";
import { clearanceRules } from "./tables.ts";

/** Declares whose dossiers need a clearance, on which matter, how many working days the office has and what its silence means: a local matter, named by its instrument. */
export const declareClearanceRule = defineCommand({
  name: "declare_clearance_rule",
  title: say("Khai báo quy định về hiệp y", "Declare a clearance rule"),
  input: z.strictObject({
    applies: field.choice(APPLIES), matter: field.choice(MATTERS), days: field.whole(1, 60), silence: field.choice(SILENCES), instrument: field.text(300), from_on: field.date(), to_on: field.maybe(field.date()),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, input) {
    const { applies, matter, from_on, to_on } = input;
    if (to_on !== undefined && to_on <= from_on) return failField("to_on", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The end must come after the beginning.");
    const [same] = await context.tx.select({ id: clearanceRules.id }).from(clearanceRules).where(and(eq(clearanceRules.applies, applies), eq(clearanceRules.matter, matter), eq(clearanceRules.from_on, from_on)));
    if (same !== undefined) return failField("from_on", "Đã có một quy định về việc này bắt đầu cùng ngày.", "A rule on this matter already begins on that day.");
    const id = context.newId();
    await context.tx.insert(clearanceRules).values({ locality_id: context.locality.code, id, ...input, to_on: to_on ?? null });
    context.act({ subject_kind: "clearance_rule", subject_id: id, action: "declare", payload: { ...input, to_on: to_on ?? null } });
    return ok({ id });
  },
});

/** Ends a clearance rule: from the day on it asks for nothing. */
export const endClearanceRule = defineCommand({
  name: "end_clearance_rule",
  title: say("Chấm dứt quy định về hiệp y", "End a clearance rule"),
  input: z.strictObject({ clearance_rule_id: field.id(), to_on: field.date() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, { clearance_rule_id, to_on }) {
    const [rule] = await context.tx.select().from(clearanceRules).where(eq(clearanceRules.id, clearance_rule_id)).for("update");
    if (rule === undefined) return fail("not_found", "Không có quy định này.", "No such rule.");
    if (to_on <= rule.from_on) return failField("to_on", "Ngày hết hiệu lực phải sau ngày bắt đầu.", "The end must come after the beginning.");
    if (rule.to_on !== null && rule.to_on < to_on) return failField("to_on", "Quy định này đã hết hiệu lực sớm hơn.", "This rule already ends earlier.");
    await context.tx.update(clearanceRules).set({ to_on }).where(eq(clearanceRules.id, clearance_rule_id));
    context.act({ subject_kind: "clearance_rule", subject_id: clearance_rule_id, action: "end", payload: { to_on } });
    return ok({ id: clearance_rule_id });
  },
});
