import { eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { UNIT_KINDS } from "../organizations/index.ts";
import { allows, CAMPAIGN_FORMS, CAMPAIGN_KINDS, dateFaults, type LaunchFault } from "./core/campaign.ts";
import { findCampaign } from "./store.ts";
import { findProgramme, partsOfProgramme } from "./store-programmes.ts";
import { campaignAwards, campaignCriteria, campaignScopes, campaignUnits } from "./tables.ts";

/** Whom planned awards are for. */
const AWARD_SUBJECT_KINDS = ["individual", "collective", "household", "enterprise", "residential_area", "commune"] as const;

const criterion = z.strictObject({
  text: field.text(600), unit_of_measure: field.maybe(field.text(60)), evidence_source: field.maybe(field.text(300)), due_on: field.maybe(field.date()),
});
const scopeRow = z.strictObject({ unit_id: field.maybe(field.id()), unit_kind: field.maybe(field.choice(UNIT_KINDS)) });
const award = z.strictObject({
  honour: field.text(60), subject_kind: field.choice(AWARD_SUBJECT_KINDS), quantity: field.whole(1, 100_000), amount_dong: field.dongAmount(),
});

/** What a campaign says, drafted or revised. A criterion may be incomplete in a draft, never at launch. */
export const campaignFields = {
  programme_id: field.maybe(field.id()),
  kind: field.choice(CAMPAIGN_KINDS),
  form: field.choice(CAMPAIGN_FORMS),
  content_no: field.maybe(field.whole(1, 30)),
  parent_id: field.maybe(field.id()),
  title: field.text(300),
  aim: field.longText(3000),
  occasion: field.maybe(field.text(300)),
  basis: field.maybe(field.text(500)),
  from_on: field.date(),
  to_on: field.date(),
  response_due_on: field.date(),
  criteria: field.list(criterion, 50),
  scope: field.list(scopeRow, 500),
  awards: field.list(award, 30),
};
export type CampaignInput = z.output<z.ZodObject<typeof campaignFields>>;
type Criterion = z.output<typeof criterion>;

/** Takes faults; gives the failed Result that points at each field, or success when there are none. */
export function refuseFaults(code: "invalid" | "refused", faults: readonly LaunchFault[]): Result<null, Failure> {
  if (faults.length === 0) return ok(null);
  const fields = Object.fromEntries(faults.map((fault) => [fault.field, fault.text]));
  const message =
    code === "refused"
      ? say("Chưa phát động được: phong trào phải thiết thực, đo được, có hạn. Xem từng chỗ bên dưới.", "It cannot be launched yet: a campaign must be practical, measurable and dated. See each point below.")
      : say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention, see below. Nothing you typed is lost.");
  return err({ code, message, fields });
}

/** Checks what even a draft must keep to: dates, the programme's contents, the campaign a drive belongs to, honours that exist. */
export async function checkCampaign(context: CommandContext, unit_id: string, input: CampaignInput): Promise<Result<null, Failure>> {
  const dates = refuseFaults("invalid", dateFaults({ ...input, criteria: input.criteria.map(({ due_on }) => ({ due_on: due_on ?? null })) }));
  if (!dates.ok) return dates;
  if (input.kind === "drive") {
    const parent = input.parent_id === undefined ? null : await findCampaign(context.tx, input.parent_id);
    if (parent === null) return failField("parent_id", "Đợt thi đua phải thuộc một phong trào: hãy chọn phong trào.", "A drive belongs to a campaign: choose which.");
    if (parent.kind === "drive") return failField("parent_id", "Đợt thi đua không thuộc một đợt khác, chỉ thuộc phong trào.", "A drive belongs to a campaign, not to another drive.");
    if (!allows(parent.status, "add_drive")) return failField("parent_id", `Phong trào “${parent.title}” chưa phát động hoặc đã tổng kết.`, `The campaign “${parent.title}” is not launched or already closed.`);
    if (parent.unit_id !== unit_id) return failField("parent_id", "Phong trào này do đơn vị khác phát động.", "That campaign was launched by another unit.");
    if (input.occasion === undefined) return failField("occasion", "Đợt thi đua phải gắn với một dịp: hãy ghi dịp gì.", "A drive needs its occasion: say which.");
  }
  const content = await checkContent(context, input);
  if (!content.ok) return content;
  for (const [index, row] of input.awards.entries()) {
    const honour = honourCatalogue().find((entry) => entry.id === row.honour);
    if (honour === undefined) return failField(`awards.${index}.honour`, "Không có danh hiệu, hình thức này.", "No such honour.");
    if (!(honour.subject_kinds as readonly string[]).includes(row.subject_kind)) {
      return failField(`awards.${index}.subject_kind`, `“${honour.name_vi}” không dành cho đối tượng này.`, `“${honour.name_en}” is not given to this kind of subject.`);
    }
  }
  for (const [index, row] of input.scope.entries()) {
    if ((row.unit_id === undefined) === (row.unit_kind === undefined)) {
      return failField(`scope.${index}.unit_kind`, "Mỗi dòng phạm vi: chọn một loại đơn vị hoặc một đơn vị.", "Each line of the scope names either a kind of unit or one unit.");
    }
  }
  return ok(null);
}

async function checkContent(context: CommandContext, input: CampaignInput): Promise<Result<null, Failure>> {
  if (input.programme_id === undefined) {
    return input.content_no === undefined ? ok(null) : failField("content_no", "Chọn chương trình trước khi chọn nội dung.", "Choose the programme before its content.");
  }
  if ((await findProgramme(context.tx, input.programme_id)) === null) return failField("programme_id", "Không có chương trình này.", "No such programme.");
  const { contents } = await partsOfProgramme(context.tx, input.programme_id);
  if (input.content_no !== undefined && !contents.some((content) => content.no === input.content_no)) {
    return failField("content_no", `Chương trình có các nội dung 1 đến ${contents.length}.`, `The programme has the contents 1 to ${contents.length}.`);
  }
  return ok(null);
}

/** The campaign's own columns out of the input. */
export function columnsOfCampaign(input: CampaignInput) {
  return {
    programme_id: input.programme_id ?? null, kind: input.kind, form: input.form, content_no: input.content_no ?? null, parent_id: input.parent_id ?? null,
    title: input.title, aim: input.aim, occasion: input.occasion ?? null, basis: input.basis ?? null,
    from_on: input.from_on, to_on: input.to_on, response_due_on: input.response_due_on,
  };
}

/** Writes criteria, scope and planned awards; `again` clears those of an earlier draft first. */
export async function writeParts(context: CommandContext, campaign_id: string, input: Pick<CampaignInput, "scope" | "awards"> & { criteria: readonly Criterion[] }, again: boolean): Promise<void> {
  const { tx } = context;
  const key = { locality_id: context.locality.code, campaign_id };
  if (again) {
    await tx.delete(campaignCriteria).where(eq(campaignCriteria.campaign_id, campaign_id));
    await tx.delete(campaignScopes).where(eq(campaignScopes.campaign_id, campaign_id));
    await tx.delete(campaignAwards).where(eq(campaignAwards.campaign_id, campaign_id));
  }
  if (input.criteria.length > 0) {
    await tx.insert(campaignCriteria).values(
      input.criteria.map((row, index) => ({ ...key, seq: index + 1, text: row.text, unit_of_measure: row.unit_of_measure ?? null, evidence_source: row.evidence_source ?? null, due_on: row.due_on ?? null })),
    );
  }
  if (input.scope.length > 0) {
    await tx.insert(campaignScopes).values(input.scope.map((row, index) => ({ ...key, seq: index + 1, unit_id: row.unit_id ?? null, unit_kind: row.unit_kind ?? null })));
  }
  if (input.awards.length > 0) await tx.insert(campaignAwards).values(input.awards.map((row, index) => ({ ...key, seq: index + 1, ...row })));
}

/** Fixes which units are called. */
export async function callUnits(context: CommandContext, campaign_id: string, unit_ids: readonly string[]): Promise<void> {
  const rows = unit_ids.map((unit_id) => ({ locality_id: context.locality.code, campaign_id, unit_id }));
  for (let start = 0; start < rows.length; start += 1000) await context.tx.insert(campaignUnits).values(rows.slice(start, start + 1000));
}
