import { and, desc, inArray } from "drizzle-orm";
import { campaigns } from "../modules/campaigns/tables.ts";
import type { CampaignPort } from "../modules/plans/index.ts";

/** What targets may know of campaigns: titles of those that were launched. */
export const campaignPort: CampaignPort = {
  async campaignTitles(tx, ids) {
    if (ids.length === 0) return new Map();
    const rows = await tx.select({ id: campaigns.id, title: campaigns.title }).from(campaigns).where(and(inArray(campaigns.id, [...new Set(ids)]), inArray(campaigns.status, ["launched", "closed"])));
    return new Map(rows.map((row) => [row.id, row.title]));
  },
  async campaignChoices(tx) {
    return tx.select({ id: campaigns.id, title: campaigns.title }).from(campaigns).where(inArray(campaigns.status, ["launched", "closed"])).orderBy(desc(campaigns.from_on), campaigns.title);
  },
};
