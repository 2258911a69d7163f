import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { usersWithRole } from "../accounts/index.ts";
import { findUnit, unitNames } from "../organizations/index.ts";
import { allows, launchFaults } from "./core/campaign.ts";
import { type Campaign, calledUnits, findCampaign, partsOfCampaign, unitOfCampaign, unitsInScope } from "./store.ts";
import { campaigns } from "./tables.ts";
import { callUnits, campaignFields, checkCampaign, columnsOfCampaign, refuseFaults, writeParts } from "./write-campaign.ts";

const NOT_FOUND = () => fail("not_found", "Không có phong trào này.", "No such campaign.");

/** Drafts a campaign, or a drive inside a launched campaign. */
export const draftCampaign = defineCommand({
  name: "draft_campaign",
  title: say("Soạn phong trào, đợt thi đua", "Draft a campaign or drive"),
  input: z.strictObject({ unit_id: field.id(), ...campaignFields }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    if ((await findUnit(context.tx, input.unit_id, context.clock.today())) === null) return failField("unit_id", "Không có đơn vị này.", "No such unit.");
    const checked = await checkCampaign(context, input.unit_id, input);
    if (!checked.ok) return checked;
    const id = context.newId();
    await context.tx.insert(campaigns).values({
      locality_id: context.locality.code, id, unit_id: input.unit_id, ...columnsOfCampaign(input), status: "draft", created_at: context.clock.now(),
    });
    await writeParts(context, id, input, false);
    context.act({ subject_kind: "campaign", subject_id: id, action: "draft", unit_id: input.unit_id, payload: { title: input.title } });
    return ok({ id });
  },
});

/** Changes a draft; what is launched stands as it was launched. */
export const reviseCampaign = defineCommand({
  name: "revise_campaign",
  title: say("Sửa bản nháp phong trào", "Revise a campaign's draft"),
  input: z.strictObject({ campaign_id: field.id(), ...campaignFields }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCampaign(context, input.campaign_id) },
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null) return NOT_FOUND();
    if (!allows(campaign.status, "revise")) return fail("conflict", "Phong trào đã phát động nên không sửa được nữa; chỉ bản nháp sửa được.", "The campaign is launched and stands as it is; only drafts can be changed.");
    const checked = await checkCampaign(context, campaign.unit_id, input);
    if (!checked.ok) return checked;
    await context.tx.update(campaigns).set(columnsOfCampaign(input)).where(eq(campaigns.id, campaign.id));
    await writeParts(context, campaign.id, input, true);
    context.act({ subject_kind: "campaign", subject_id: campaign.id, action: "revise", unit_id: campaign.unit_id });
    return ok({ id: campaign.id });
  },
});

/** Launches a campaign: refused while a criterion cannot be measured; fixes the units called on this day. */
export const launchCampaign = defineCommand({
  name: "launch_campaign",
  title: say("Phát động phong trào", "Launch a campaign"),
  input: z.strictObject({ campaign_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "chair"], unit: (context, input) => unitOfCampaign(context, input.campaign_id) },
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null) return NOT_FOUND();
    if (!allows(campaign.status, "launch")) return fail("conflict", "Phong trào này đã phát động rồi.", "This campaign is launched already.");
    const today = context.clock.today();
    const { criteria, scope } = await partsOfCampaign(context.tx, campaign.id);
    const called = await unitsInScope(context.tx, campaign.unit_id, scope, today);
    const faults = launchFaults({ ...campaign, criteria, units_called: called.length }, today);
    const missing = scope.flatMap((row) => (row.unit_id !== null && !called.includes(row.unit_id) ? [row.unit_id] : []));
    if (missing.length > 0) {
      const names = [...(await unitNames(context.tx, missing, today)).values()].join(", ");
      faults.push({ field: "scope.0.unit_id", text: say(`Không gọi được: ${names} (đã chấm dứt, hoặc không thuộc đơn vị phát động).`, `Cannot be called: ${names} (ended, or not beneath the launching unit).`) });
    }
    const refused = refuseFaults("refused", faults);
    if (!refused.ok) return refused;
    await context.tx.update(campaigns).set({ status: "launched", launched_on: today }).where(eq(campaigns.id, campaign.id));
    await callUnits(context, campaign.id, called);
    await announce(context, campaign, called, criteria.length);
    return ok({ id: campaign.id, units_called: called.length });
  },
});

/** A called unit launches the campaign to units beneath it: the same criteria, its own day to respond by. */
export const cascadeCampaign = defineCommand({
  name: "cascade_campaign",
  title: say("Phát động tiếp xuống cơ sở", "Cascade a campaign to sub-units"),
  input: z.strictObject({ campaign_id: field.id(), unit_id: field.id(), unit_ids: field.list(field.id(), 2000), response_due_on: field.date(), aim: field.maybe(field.longText(3000)) }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const parent = await findCampaign(context.tx, input.campaign_id);
    if (parent === null) return NOT_FOUND();
    if (!allows(parent.status, "cascade")) return fail("conflict", "Chỉ phát động tiếp được phong trào đang diễn ra.", "Only a running campaign can be cascaded.");
    if (!(await calledUnits(context.tx, parent.id)).includes(input.unit_id)) {
      return fail("conflict", "Đơn vị không nằm trong phạm vi của phong trào này.", "The unit is not called by this campaign.");
    }
    const today = context.clock.today();
    const scope = [...new Set(input.unit_ids)].map((unit_id) => ({ unit_id, unit_kind: null }));
    const called = await unitsInScope(context.tx, input.unit_id, scope, today);
    if (called.length === 0) return failField("unit_ids", "Chưa chọn đơn vị trực thuộc nào.", "No sub-unit was chosen.");
    if (called.length < scope.length) return failField("unit_ids", "Có đơn vị không trực thuộc đơn vị phát động.", "Some of the units are not beneath the launching unit.");
    const faults = launchFaults({ ...parent, response_due_on: input.response_due_on, criteria: (await partsOfCampaign(context.tx, parent.id)).criteria, units_called: called.length }, today);
    const refused = refuseFaults("refused", faults);
    if (!refused.ok) return refused;
    const id = context.newId();
    const { launched_on: _launched, closed_on: _closed, ...same } = parent;
    const campaign: Campaign = { ...same, id, unit_id: input.unit_id, parent_id: parent.id, aim: input.aim ?? parent.aim, response_due_on: input.response_due_on, status: "launched", launched_on: today, closed_on: null };
    await context.tx.insert(campaigns).values({ locality_id: context.locality.code, ...campaign, created_at: context.clock.now() });
    const { criteria } = await partsOfCampaign(context.tx, parent.id);
    const copied = criteria.map((row) => ({ text: row.text, unit_of_measure: row.unit_of_measure ?? undefined, evidence_source: row.evidence_source ?? undefined, due_on: row.due_on ?? undefined }));
    await writeParts(context, id, { criteria: copied, scope: called.map((unit_id) => ({ unit_id, unit_kind: undefined })), awards: [] }, false);
    await callUnits(context, id, called);
    await announce(context, campaign, called, criteria.length);
    return ok({ id, units_called: called.length });
  },
});

/** Closes a campaign after its final review: no more responses or urging. */
export const closeCampaign = defineCommand({
  name: "close_campaign",
  title: say("Tổng kết, kết thúc phong trào", "Close a campaign"),
  input: z.strictObject({ campaign_id: field.id(), summary: field.maybe(field.longText(3000)) }),
  policy: { kind: "roles", roles: ["officer", "chair", "clerk", "head"], unit: (context, input) => unitOfCampaign(context, input.campaign_id) },
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null) return NOT_FOUND();
    if (!allows(campaign.status, "close")) return fail("conflict", "Chỉ kết thúc được phong trào đang diễn ra.", "Only a running campaign can be closed.");
    const closed_on = context.clock.today();
    await context.tx.update(campaigns).set({ status: "closed", closed_on }).where(eq(campaigns.id, campaign.id));
    context.act({ subject_kind: "campaign", subject_id: campaign.id, action: "close", unit_id: campaign.unit_id, payload: { summary: input.summary ?? null } });
    context.log({ type: "campaign_closed", facts: { campaign_id: campaign.id, title: campaign.title, closed_on } });
    return ok({ id: campaign.id });
  },
});

/** Leaves what every launch leaves: the action, the public log's entry, a notice to heads and clerks of the units called. */
async function announce(context: CommandContext, campaign: Campaign, called: readonly string[], criteria: number): Promise<void> {
  const launched_on = context.clock.today();
  const { id, title, unit_id, parent_id, response_due_on, kind } = campaign;
  context.act({ subject_kind: "campaign", subject_id: id, action: "launch", unit_id, payload: { units_called: called.length } });
  context.log({ type: "campaign_launched", facts: { campaign_id: id, kind, title, unit_id, parent_id, launched_on, response_due_on, units_called: called.length, criteria } });
  for (const user of await usersWithRole(context.tx, ["head", "clerk"], called, launched_on)) {
    context.notify({ to_user_id: user.id, kind: "campaign_launched", payload: { campaign_id: id, title, response_due_on } });
  }
}
