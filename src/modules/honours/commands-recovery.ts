import { eq } from "drizzle-orm";
import { z } from "zod";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { writeRegisterNumber } from "./core/award.ts";
import { type AwardRow, findAward } from "./store.ts";
import { findRecovery, type Recovery } from "./store-recoveries.ts";
import { recoveries } from "./tables.ts";

const returned = {
  insignia_returned_on: field.maybe(field.date()), insignia_receipt: field.maybe(field.text(60)),
  money_returned_on: field.maybe(field.date()), money_receipt: field.maybe(field.text(60)),
};
type Returned = z.output<z.ZodObject<typeof returned>>;

/** Writes down that the insignia, the money or both of a revoked award came back, each with its day and receipt. What came back stays. */
export const recordRecovery = defineCommand({
  name: "record_recovery",
  title: say("Ghi việc thu hồi hiện vật, tiền thưởng", "Record the return of insignia and reward money"),
  input: z.strictObject({ award_id: field.id(), ...returned }),
  policy: { kind: "roles", roles: ["accountant", "officer"], unit: async (context, input) => (await findAward(context.tx, input.award_id))?.issuer_unit_id ?? null },
  async run(context, input) {
    const award = await findAward(context.tx, input.award_id);
    const recovery = await findRecovery(context.tx, input.award_id, true);
    if (award === null || recovery === null) return fail("conflict", "Khen thưởng này chưa bị hủy bỏ: không có gì phải thu hồi.", "This award was not revoked: nothing is to be recovered.");
    const { award_id: _award, ...typed } = input;
    const insignia = partOf(context, award, typed, "insignia", recovery);
    if (!insignia.ok) return insignia;
    const money = partOf(context, award, typed, "money", recovery);
    if (!money.ok) return money;
    if (!insignia.value && !money.value) return failField("insignia_returned_on", "Hãy ghi ngày nhận lại hiện vật hoặc tiền thưởng.", "Write the day on which the insignia or the money came back.");
    await context.tx
      .update(recoveries)
      .set({
        ...(insignia.value ? { insignia_returned_on: typed.insignia_returned_on, insignia_receipt: typed.insignia_receipt } : {}),
        ...(money.value ? { money_returned_on: typed.money_returned_on, money_receipt: typed.money_receipt } : {}),
      })
      .where(eq(recoveries.award_id, award.id));
    context.act({ subject_kind: "award", subject_id: award.id, action: "recover", unit_id: award.unit_id, payload: { ...typed } });
    context.log({ type: "award_recovered", facts: { register: writeRegisterNumber(award.register_number, award.register_year), insignia: insignia.value, money: money.value, logged_on: context.clock.today() } });
    return ok({ id: award.id, code: award.code });
  },
});

const PARTS = { insignia: say("hiện vật", "insignia"), money: say("tiền thưởng", "money") } as const;

/** Says whether a part is told of; fails at its field when it is not due, came back before, or day and receipt do not fit. */
function partOf(context: CommandContext, award: AwardRow, typed: Returned, part: keyof typeof PARTS, recovery: Recovery): Result<boolean, Failure> {
  const on: PlainDate | undefined = typed[`${part}_returned_on`];
  const receipt = typed[`${part}_receipt`];
  const [day, paper] = [`${part}_returned_on`, `${part}_receipt`];
  const { vi, en } = PARTS[part];
  if (on === undefined && receipt === undefined) return ok(false);
  const due = part === "insignia" ? recovery.insignia_due : recovery.amount_due > 0;
  if (!due) return failField(day, `Không có ${vi} phải thu hồi.`, `No ${en} is to be recovered.`);
  if (recovery[`${part}_returned_on`] !== null) return failField(day, `Việc thu hồi ${vi} đã ghi trước đó.`, `The return of the ${en} was written down before.`);
  if (on === undefined) return failField(day, "Hãy ghi ngày nhận lại.", "Write the day on which it came back.");
  if (receipt === undefined) return failField(paper, "Hãy ghi số biên bản hoặc phiếu thu.", "Write the number of the minutes or the receipt.");
  if (on > context.clock.today()) return failField(day, `Ngày nhận lại không thể sau hôm nay (${formatDate(context.clock.today())}).`, "It cannot come back after today.");
  if (award.revoked_on !== null && on < award.revoked_on) return failField(day, `Ngày nhận lại không thể trước ngày hủy bỏ (${formatDate(award.revoked_on)}).`, "It cannot come back before the revocation.");
  return ok(true);
}
