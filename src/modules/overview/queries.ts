import { z } from "zod";
import { yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone } from "../../platform/command/policy.ts";
import { calledUnits, campaignPage, partsOfCampaign, unitsInScope } from "../campaigns/index.ts";
import { cellsOf, listTargets } from "../plans/index.ts";
import { targetsScored } from "../scorecards/index.ts";
import { type AskedColumn, burdenOf, TIMES_A_YEAR } from "./core/burden.ts";

/**
 * What a campaign asks of units: responses, criteria and the targets it is to move, as cells in the year; shown before the
 * launch, so that what nobody uses is not asked. Who may see the campaign may see this.
 */
export const campaignBurden = defineQuery({
  name: "campaign_burden",
  title: say("Phong trào đòi hỏi bao nhiêu", "What a campaign asks of units"),
  input: z.strictObject({ campaign_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const page = await campaignPage.run(context, input);
    if (!page.ok) return page;
    const { campaign, responded } = page.value;
    const { criteria, scope } = await partsOfCampaign(context.tx, campaign.id);
    const units = (campaign.status === "draft" ? await unitsInScope(context.tx, campaign.unit_id, scope, context.clock.today()) : await calledUnits(context.tx, campaign.id)).length;
    const targets = await listTargets(context.tx, { campaign_id: campaign.id });
    const year = yearOf(campaign.from_on);
    // What was asked last year under the same code tells whether anybody used it.
    const earlier = targets.length === 0 ? [] : (await listTargets(context.tx, { year: year - 1, codes: targets.map((target) => target.code) }));
    const cells = await cellsOf(context.tx, [...targets, ...earlier].map((target) => target.id));
    const scored = await targetsScored(context.tx);
    const columns: AskedColumn[] = [
      { id: "response", title: "", kind: "response", units, times: 1, filled: responded, used_by: null },
      ...criteria.map((criterion, index) => ({ id: `c${index + 1}`, title: criterion.text, kind: "criterion" as const, units, times: 1, filled: null, used_by: null })),
      ...targets.map((target) => {
        const own = cells.get(target.id) ?? { units: 0, filled: 0 };
        const before = earlier.filter((entry) => entry.code === target.code).reduce((sum, entry) => sum + (cells.get(entry.id)?.filled ?? 0), 0);
        return { id: target.code, title: target.title, kind: "target" as const, units: own.units, times: TIMES_A_YEAR[target.reporting], filled: own.filled + before, used_by: scored.get(target.code) ?? [] };
      }),
    ];
    return ok({ campaign: { id: campaign.id, title: campaign.title, status: campaign.status }, units, burden: burdenOf(columns, units) });
  },
});
