import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, signedIn, unitsHeld } from "../../platform/command/policy.ts";
import { clustersOn, listUnits, unitNames } from "../organizations/index.ts";
import { movesOf } from "./permissions.ts";
import { calledUnits, findCampaign, responsesTo } from "./store.ts";
import { campaigns, campaignUnits, responses } from "./tables.ts";

/** One called unit on the board. */
export type BoardLine = {
  unit_id: string;
  unit_name: string;
  responded_on: PlainDate | null;
  undertaking: string | null;
  participants: number | null;
  late_reason: string | null;
  /** Responded after the day, or has not responded and the day is past. */
  late: boolean;
};

/** Who responded and who has not, cluster by cluster, with the days left. */
export const responseBoard = defineQuery({
  name: "response_board",
  title: say("Bảng theo dõi hưởng ứng", "The board of responses"),
  input: z.strictObject({ campaign_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const campaign = await findCampaign(context.tx, input.campaign_id);
    if (campaign === null || campaign.status === "draft") return fail("not_found", "Không có phong trào này.", "No such campaign.");
    const today = context.clock.today();
    const called = await calledUnits(context.tx, campaign.id);
    const answers = new Map((await responsesTo(context.tx, campaign.id)).map((response) => [response.unit_id, response]));
    const names = await unitNames(context.tx, called, today);
    const ranks = new Map((await listUnits(context.tx, today, { ids: called })).map((unit, index) => [unit.id, index]));
    const line = (unit_id: string): BoardLine => {
      const answer = answers.get(unit_id);
      return {
        unit_id,
        unit_name: names.get(unit_id) ?? "",
        responded_on: answer?.responded_on ?? null,
        undertaking: answer?.undertaking ?? null,
        participants: answer?.participants ?? null,
        late_reason: answer?.late_reason ?? null,
        late: (answer?.responded_on ?? today) > campaign.response_due_on,
      };
    };
    // Who is still silent stands first, then in the order of lists.
    const lines = (ids: readonly string[]) =>
      ids
        .map(line)
        .sort((a, b) => Number(a.responded_on !== null) - Number(b.responded_on !== null) || (ranks.get(a.unit_id) ?? 9999) - (ranks.get(b.unit_id) ?? 9999) || a.unit_name.localeCompare(b.unit_name, "vi"));
    const placed = new Set<string>();
    const groups = (await clustersOn(context.tx, today)).map((cluster) => {
      const members = called.filter((unit_id) => cluster.unit_ids.includes(unit_id) && !placed.has(unit_id));
      for (const unit_id of members) placed.add(unit_id);
      return { cluster: { id: cluster.id, name: cluster.name, kind: cluster.kind } as { id: string; name: string; kind: "cum" | "khoi" } | null, rows: lines(members) };
    });
    groups.push({ cluster: null, rows: lines(called.filter((unit_id) => !placed.has(unit_id))) });
    return ok({
      campaign: { id: campaign.id, title: campaign.title, kind: campaign.kind, status: campaign.status, response_due_on: campaign.response_due_on },
      days_left: daysBetween(today, campaign.response_due_on),
      called: called.length,
      responded: answers.size,
      late: called.map(line).filter((entry) => entry.responded_on !== null && entry.late).length,
      groups: groups.filter((group) => group.rows.length > 0),
      may_urge: (await movesOf(context, campaign)).includes("urge") && called.length > answers.size,
    });
  },
});

/** The running campaigns to which my units are called and have not answered, the nearest day first. */
export const myResponses = defineQuery({
  name: "my_responses",
  title: say("Phong trào đơn vị tôi chưa hưởng ứng", "Campaigns my units have not answered"),
  input: z.strictObject({}),
  policy: signedIn,
  async run(context) {
    const mine = unitsHeld(context, ["clerk", "head"]);
    if (mine.length === 0) return ok([]);
    const today = context.clock.today();
    const rows = await context.tx
      .select({ campaign_id: campaigns.id, title: campaigns.title, kind: campaigns.kind, response_due_on: campaigns.response_due_on, unit_id: campaignUnits.unit_id })
      .from(campaignUnits)
      .innerJoin(campaigns, and(eq(campaigns.locality_id, campaignUnits.locality_id), eq(campaigns.id, campaignUnits.campaign_id)))
      .where(
        and(
          inArray(campaignUnits.unit_id, mine),
          eq(campaigns.status, "launched"),
          sql`not exists (select 1 from ${responses} r where r.locality_id = ${campaignUnits.locality_id} and r.campaign_id = ${campaignUnits.campaign_id} and r.unit_id = ${campaignUnits.unit_id})`,
        ),
      )
      .orderBy(asc(campaigns.response_due_on), asc(campaigns.title));
    const names = await unitNames(context.tx, rows.map((row) => row.unit_id), today);
    return ok(rows.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "", days_left: daysBetween(today, row.response_due_on) })));
  },
});
