import { z } from "zod";
import { daysBetween } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { findUnit, listUnits, subtree, unitNames } from "../organizations/index.ts";
import { allows, CAMPAIGN_STATUSES } from "./core/campaign.ts";
import { movesOf } from "./permissions.ts";
import { type Campaign, calledUnits, findCampaign, listCampaigns, partsOfCampaign, responsesTo } from "./store.ts";
import { listProgrammes, partsOfProgramme } from "./store-programmes.ts";

/** The units whose drafts the actor may see: those of officers, chairs and auditors. */
const DRAFT_READERS = ["officer", "chair", "auditor"] as const;

const draftsOf = (context: ReadContext) => {
  const held = unitsHeld(context, DRAFT_READERS);
  return held.length === 0 ? undefined : subtree(held, context.clock.today());
};

/** The year's programme as the public sees it: the newest launched one, or that of the year asked for. */
export const programmePage = defineQuery({
  name: "programme_page",
  title: say("Chương trình thi đua của năm", "The year's programme"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const all = await listProgrammes(context.tx, { drafts_of: draftsOf(context) });
    // The locality's own programme stands before those of units beneath it.
    const programme = all.filter((entry) => input.year === undefined ? entry.launched_on !== null : entry.year === input.year)[0] ?? (input.year === undefined ? all[0] : undefined);
    if (programme === undefined) {
      return input.year === undefined
        ? fail("not_found", "Chưa có chương trình thi đua nào được phát động.", "No programme has been launched yet.")
        : fail("not_found", `Chưa có chương trình thi đua năm ${input.year}.`, `There is no programme for ${input.year}.`);
    }
    const campaigns = await listCampaigns(context.tx, { statuses: ["launched", "closed"], programme_id: programme.id, unit_id: programme.unit_id });
    const names = await unitNames(context.tx, [programme.unit_id], context.clock.today());
    return ok({
      programme,
      unit_name: names.get(programme.unit_id) ?? "",
      ...(await partsOfProgramme(context.tx, programme.id)),
      campaigns,
      years: all.map((entry) => ({ year: entry.year, launched: entry.launched_on !== null })),
      may: {
        revise: programme.launched_on === null && (await mayAt(context, programme.unit_id, ["officer"])),
        launch: programme.launched_on === null && (await mayAt(context, programme.unit_id, ["officer", "chair"])),
        draft_campaign: await mayAt(context, programme.unit_id, ["officer"]),
      },
    });
  },
});

/** Campaigns: launched and closed ones for everybody, drafts for those who write them. */
export const browseCampaigns = defineQuery({
  name: "browse_campaigns",
  title: say("Danh sách phong trào", "The list of campaigns"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), status: field.maybe(field.choice(CAMPAIGN_STATUSES)), unit_id: field.maybe(field.id()) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const shown = (["launched", "closed"] as const).filter((status) => input.status === undefined || input.status === status);
    const drafts_of = input.status === undefined || input.status === "draft" ? draftsOf(context) : undefined;
    const found = shown.length === 0 && drafts_of === undefined ? [] : await listCampaigns(context.tx, { statuses: shown.length === 0 ? [] : shown, drafts_of, year: input.year, ...(input.unit_id ? { unit_id: input.unit_id } : {}) });
    const names = await unitNames(context.tx, found.map((campaign) => campaign.unit_id), today);
    const rows = found.map((campaign) => ({ ...campaign, unit_name: names.get(campaign.unit_id) ?? "", days_left: daysBetween(today, campaign.response_due_on) }));
    return ok({ rows, filter: input, may_draft: unitsHeld(context, ["officer"]) });
  },
});

/** One campaign whole; a draft only for those who may see drafts of its unit. */
export const campaignPage = defineQuery({
  name: "campaign_page",
  title: say("Một phong trào", "One campaign"),
  input: z.strictObject({ campaign_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const campaign = await visible(context, input.campaign_id);
    if (campaign === null) return fail("not_found", "Không có phong trào này.", "No such campaign.");
    const today = context.clock.today();
    const parts = await partsOfCampaign(context.tx, campaign.id);
    const children = await listCampaigns(context.tx, { statuses: ["launched", "closed"], drafts_of: draftsOf(context), parent_id: campaign.id });
    const parent = campaign.parent_id === null ? null : await visible(context, campaign.parent_id);
    const called = await calledUnits(context.tx, campaign.id);
    const responses = await responsesTo(context.tx, campaign.id);
    const ids = [campaign.unit_id, ...called, ...children.map((child) => child.unit_id), ...parts.scope.flatMap((row) => row.unit_id ?? []), ...(parent ? [parent.unit_id] : [])];
    const names = await unitNames(context.tx, ids, today);
    const name = (id: string) => names.get(id) ?? "";
    const programme = (await listProgrammes(context.tx, { drafts_of: draftsOf(context) })).find((entry) => entry.id === campaign.programme_id);
    const content = programme === undefined ? undefined : (await partsOfProgramme(context.tx, programme.id)).contents.find((entry) => entry.no === campaign.content_no);
    const mine = unitsHeld(context, ["clerk", "head"]).filter((unit_id) => called.includes(unit_id));
    const answered = new Map(responses.map((response) => [response.unit_id, response]));
    return ok({
      campaign,
      unit_name: name(campaign.unit_id),
      programme: programme === undefined ? null : { id: programme.id, year: programme.year, theme: programme.theme },
      content: content ?? null,
      parent: parent === null ? null : { id: parent.id, title: parent.title, kind: parent.kind, unit_name: name(parent.unit_id) },
      ...parts,
      scope: parts.scope.map((row) => ({ ...row, unit_name: row.unit_id === null ? null : name(row.unit_id) })),
      drives: children.filter((child) => child.kind === "drive" && campaign.kind === "campaign" && child.unit_id === campaign.unit_id),
      cascades: children.filter((child) => child.unit_id !== campaign.unit_id).map((child) => ({ ...child, unit_name: name(child.unit_id) })),
      called: called.length,
      responded: responses.length,
      participants: responses.reduce((sum, response) => sum + (response.participants ?? 0), 0),
      days_left: daysBetween(today, campaign.response_due_on),
      moves: await movesOf(context, campaign),
      mine: mine.map((unit_id) => ({ unit_id, unit_name: name(unit_id), response: answered.get(unit_id) ?? null })),
    });
  },
});

/** What the form of a response, of a cascade or of a draft needs to choose from. */
export const campaignChoices = defineQuery({
  name: "campaign_choices",
  title: say("Các lựa chọn khi soạn phong trào", "What a campaign's form offers"),
  input: z.strictObject({ unit_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "chair", "clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const today = context.clock.today();
    const unit = await findUnit(context.tx, input.unit_id, today);
    if (unit === null) return fail("not_found", "Không có đơn vị này.", "No such unit.");
    const programmes = (await listProgrammes(context.tx, { drafts_of: subtree([unit.id], today) })).filter((entry) => entry.unit_id === unit.id);
    const contents = [];
    for (const programme of programmes.slice(0, 3)) {
      for (const content of (await partsOfProgramme(context.tx, programme.id)).contents) contents.push({ ...content, programme_id: programme.id, year: programme.year });
    }
    const running = await listCampaigns(context.tx, { statuses: ["launched"], unit_id: unit.id, kind: "campaign" });
    const beneath = await listUnits(context.tx, today, { parent_id: unit.id });
    return ok({
      unit: { id: unit.id, name: unit.name, kind: unit.kind },
      programmes: programmes.map(({ id, year, theme }) => ({ id, year, theme })),
      contents,
      campaigns: running.filter((campaign) => allows(campaign.status, "add_drive")).map(({ id, title }) => ({ id, title })),
      units: beneath.map(({ id, name, kind }) => ({ id, name, kind })),
    });
  },
});

/** Gives the campaign when the actor may see it: launched and closed ones always, drafts by role. */
async function visible(context: ReadContext, campaign_id: string): Promise<Campaign | null> {
  const campaign = await findCampaign(context.tx, campaign_id);
  if (campaign === null || campaign.status !== "draft") return campaign;
  return (await mayAt(context, campaign.unit_id, DRAFT_READERS)) ? campaign : null;
}
