import type { Tx } from "../../platform/database/database.ts";

/** What targets must know of campaigns, which stand beside them; the application wires it. */
export type CampaignPort = {
  /** The titles of launched or closed campaigns among the ids; unknown ids and drafts are absent. */
  campaignTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>>;
  /** The campaigns that a target can be set to be moved by. */
  campaignChoices(tx: Tx): Promise<{ id: string; title: string }[]>;
};
