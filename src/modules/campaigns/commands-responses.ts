import { z } from "zod";
import { daysBetween, formatDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { holdersByUnit } from "../accounts/index.ts";
import { unitNames } from "../organizations/index.ts";
import { allows } from "./core/campaign.ts";
import { calledUnits, findCampaign, responsesTo, unitOfCampaign } from "./store.ts";
import { responses } from "./tables.ts";

/** A called unit responds (hưởng ứng): once, in its own words; after the day only with a reason. */
export const respondToCampaign = defineCommand({
  name: "respond_to_campaign",
  title: say("Hưởng ứng phong trào", "Respond to a campaign"),
  input: z.strictObject({
    campaign_id: field.id(), unit_id: field.id(), undertaking: field.longText(4000),
    participants: field.maybe(field.whole(0, 10_000_000)), late_reason: field.maybe(field.text(500)),
  }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null) return fail("not_found", "Không có phong trào này.", "No such campaign.");
    if (!allows(campaign.status, "respond")) return fail("conflict", "Chỉ hưởng ứng được phong trào đang diễn ra.", "Only a running campaign can be responded to.");
    if (!(await calledUnits(context.tx, campaign.id)).includes(input.unit_id)) {
      return fail("conflict", "Đơn vị không nằm trong phạm vi của phong trào này.", "The unit is not called by this campaign.");
    }
    const responded_on = context.clock.today();
    const late = responded_on > campaign.response_due_on;
    if (late && input.late_reason === undefined) {
      return failField("late_reason", `Đã quá hạn hưởng ứng (${formatDate(campaign.response_due_on)}): hãy ghi lý do nộp muộn.`, `The day to respond by (${formatDate(campaign.response_due_on)}) has passed: give the reason.`);
    }
    const written = await context.tx
      .insert(responses)
      .values({
        locality_id: context.locality.code, campaign_id: campaign.id, unit_id: input.unit_id, responded_on, undertaking: input.undertaking,
        participants: input.participants ?? null, late_reason: late ? (input.late_reason ?? null) : null,
      })
      .onConflictDoNothing()
      .returning({ unit_id: responses.unit_id });
    if (written.length === 0) return fail("conflict", "Đơn vị đã hưởng ứng phong trào này rồi.", "The unit has responded to this campaign already.");
    context.act({ subject_kind: "campaign", subject_id: campaign.id, action: "respond", unit_id: input.unit_id, payload: { late } });
    return ok({ campaign_id: campaign.id, unit_id: input.unit_id, late });
  },
});

/** Urges (đôn đốc) units that have not responded: a notice to each clerk; says which units have none to notify. */
export const urgeUnits = defineCommand({
  name: "urge_units",
  title: say("Đôn đốc đơn vị chưa hưởng ứng", "Urge units that have not responded"),
  input: z.strictObject({ campaign_id: field.id(), unit_ids: field.list(field.id()) }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => unitOfCampaign(context, input.campaign_id) },
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null) return fail("not_found", "Không có phong trào này.", "No such campaign.");
    if (!allows(campaign.status, "urge")) return fail("conflict", "Chỉ đôn đốc khi phong trào đang diễn ra.", "Units are urged only while the campaign runs.");
    const today = context.clock.today();
    const answered = new Set((await responsesTo(context.tx, campaign.id)).map((response) => response.unit_id));
    const silent = (await calledUnits(context.tx, campaign.id)).filter((unit_id) => !answered.has(unit_id));
    // An empty list means all that have not responded.
    const urged = input.unit_ids.length === 0 ? silent : silent.filter((unit_id) => input.unit_ids.includes(unit_id));
    if (urged.length === 0) return fail("conflict", "Không còn đơn vị nào phải đôn đốc: tất cả đã hưởng ứng.", "There is nobody to urge: all have responded.");
    const clerks = await holdersByUnit(context.tx, ["clerk"], urged, today);
    const payload = { campaign_id: campaign.id, title: campaign.title, response_due_on: campaign.response_due_on, days_left: daysBetween(today, campaign.response_due_on) };
    for (const [unit_id, users] of clerks) for (const user of users) context.notify({ to_user_id: user.id, kind: "campaign_urged", payload: { ...payload, unit_id } });
    const names = await unitNames(context.tx, urged.filter((unit_id) => !clerks.has(unit_id)), today);
    context.act({ subject_kind: "campaign", subject_id: campaign.id, action: "urge", unit_id: campaign.unit_id, payload: { units: urged.length } });
    return ok({ campaign_id: campaign.id, urged: urged.length, without_clerk: [...names.values()].sort((a, b) => a.localeCompare(b, "vi")) });
  },
});
