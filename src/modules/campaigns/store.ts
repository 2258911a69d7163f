import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { subtree, UNIT_KINDS, type UnitKind } from "../organizations/index.ts";
import type { CampaignForm, CampaignKind, CampaignStatus } from "./core/campaign.ts";
import { campaignAwards, campaignCriteria, campaignScopes, campaigns, campaignUnits, responses } from "./tables.ts";

/** A campaign as the screens and commands know it. */
export type Campaign = {
  id: string;
  programme_id: string | null;
  kind: CampaignKind;
  form: CampaignForm;
  content_no: number | null;
  parent_id: string | null;
  unit_id: string;
  title: string;
  aim: string;
  occasion: string | null;
  basis: string | null;
  from_on: PlainDate;
  to_on: PlainDate;
  response_due_on: PlainDate;
  status: CampaignStatus;
  launched_on: PlainDate | null;
  closed_on: PlainDate | null;
};

/** A campaign in a list, with how many units it calls and how many of them responded. */
export type CampaignLine = Campaign & { called: number; responded: number };

const columns = {
  id: campaigns.id, programme_id: campaigns.programme_id, kind: campaigns.kind, form: campaigns.form, content_no: campaigns.content_no,
  parent_id: campaigns.parent_id, unit_id: campaigns.unit_id, title: campaigns.title, aim: campaigns.aim, occasion: campaigns.occasion,
  basis: campaigns.basis, from_on: campaigns.from_on, to_on: campaigns.to_on, response_due_on: campaigns.response_due_on,
  status: campaigns.status, launched_on: campaigns.launched_on, closed_on: campaigns.closed_on,
};

/** Gives the campaign, or null when there is none. */
export async function findCampaign(tx: Tx, campaign_id: string): Promise<Campaign | null> {
  const [campaign] = await tx.select(columns).from(campaigns).where(eq(campaigns.id, campaign_id));
  return campaign ?? null;
}

/** Gives the unit that launches the campaign, for policies. */
export async function unitOfCampaign(context: ReadContext, campaign_id: string): Promise<string | null> {
  return (await findCampaign(context.tx, campaign_id))?.unit_id ?? null;
}

/** Gives campaigns with their counts; the newest launch first, drafts before all. */
export function listCampaigns(
  tx: Tx,
  filter: { statuses: readonly CampaignStatus[]; drafts_of?: SQL | undefined; programme_id?: string; parent_id?: string; kind?: CampaignKind | undefined; unit_id?: string; year?: number | undefined },
): Promise<CampaignLine[]> {
  const drafts = filter.drafts_of === undefined ? undefined : and(eq(campaigns.status, "draft"), sql`${campaigns.unit_id} in ${filter.drafts_of}`);
  return tx
    .select({
      ...columns,
      called: sql<number>`(select count(*)::int from campaign_units u where u.locality_id = ${campaigns.locality_id} and u.campaign_id = ${campaigns.id})`,
      responded: sql<number>`(select count(*)::int from responses r where r.locality_id = ${campaigns.locality_id} and r.campaign_id = ${campaigns.id})`,
    })
    .from(campaigns)
    .where(
      and(
        or(inArray(campaigns.status, [...filter.statuses]), drafts),
        filter.programme_id ? eq(campaigns.programme_id, filter.programme_id) : undefined,
        filter.parent_id ? eq(campaigns.parent_id, filter.parent_id) : undefined,
        filter.kind ? eq(campaigns.kind, filter.kind) : undefined,
        filter.unit_id ? eq(campaigns.unit_id, filter.unit_id) : undefined,
        filter.year ? sql`${campaigns.from_on} <= ${`${filter.year}-12-31`} and ${campaigns.to_on} >= ${`${filter.year}-01-01`}` : undefined,
      ),
    )
    .orderBy(sql`${campaigns.launched_on} desc nulls first`, asc(campaigns.content_no), desc(campaigns.created_at), asc(campaigns.id))
    .limit(500);
}

/** Gives the criteria, the scope and the planned awards of a campaign, in order. */
export async function partsOfCampaign(tx: Tx, campaign_id: string) {
  const criteria = await tx
    .select({ text: campaignCriteria.text, unit_of_measure: campaignCriteria.unit_of_measure, evidence_source: campaignCriteria.evidence_source, due_on: campaignCriteria.due_on })
    .from(campaignCriteria)
    .where(eq(campaignCriteria.campaign_id, campaign_id))
    .orderBy(asc(campaignCriteria.seq));
  const scope = await tx
    .select({ unit_id: campaignScopes.unit_id, unit_kind: campaignScopes.unit_kind })
    .from(campaignScopes)
    .where(eq(campaignScopes.campaign_id, campaign_id))
    .orderBy(asc(campaignScopes.seq));
  const awards = await tx
    .select({ honour: campaignAwards.honour, subject_kind: campaignAwards.subject_kind, quantity: campaignAwards.quantity, amount_dong: campaignAwards.amount_dong })
    .from(campaignAwards)
    .where(eq(campaignAwards.campaign_id, campaign_id))
    .orderBy(asc(campaignAwards.seq));
  return { criteria, scope, awards };
}

/** Gives the units that a scope calls on the day: those in force at or beneath the launching unit, itself left out. */
export async function unitsInScope(tx: Tx, unit_id: string, scope: readonly { unit_id: string | null; unit_kind: string | null }[], day: PlainDate): Promise<string[]> {
  const ids = scope.flatMap((row) => row.unit_id ?? []);
  const kinds = scope.map((row) => row.unit_kind).filter((kind): kind is UnitKind => (UNIT_KINDS as readonly (string | null)[]).includes(kind));
  if (ids.length === 0 && kinds.length === 0) return [];
  const found = await tx.execute<{ unit_id: string }>(sql`
    select v.unit_id from unit_versions v
     where v.from_on <= ${day} and (v.to_on is null or v.to_on > ${day}) and v.unit_id <> ${unit_id}
       and (v.unit_id = any(${sql.param(ids)}::uuid[]) or v.kind = any(${sql.param(kinds)}::text[]))
       and v.unit_id in ${subtree([unit_id], day)}
     order by v.rank, v.name`);
  return found.rows.map((row) => row.unit_id);
}

/** Gives the units called by a launched campaign. */
export async function calledUnits(tx: Tx, campaign_id: string): Promise<string[]> {
  const rows = await tx.select({ unit_id: campaignUnits.unit_id }).from(campaignUnits).where(eq(campaignUnits.campaign_id, campaign_id));
  return rows.map((row) => row.unit_id);
}

/** Gives the responses to a campaign. */
export function responsesTo(tx: Tx, campaign_id: string) {
  return tx
    .select({ unit_id: responses.unit_id, responded_on: responses.responded_on, undertaking: responses.undertaking, participants: responses.participants, late_reason: responses.late_reason })
    .from(responses)
    .where(eq(responses.campaign_id, campaign_id));
}
