import type { VNode } from "preact";
import { parsePlainDate, yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { draftCampaign, launchCampaign, reviseCampaign } from "./commands-campaigns.ts";
import { campaignInput, typedCampaign, typedFromView } from "./forms.ts";
import { words } from "./messages.ts";
import { CampaignForm } from "./pages/campaign-form.tsx";
import { CampaignPage } from "./pages/campaign-page.tsx";
import { CampaignsPage } from "./pages/list-page.tsx";
import { browseCampaigns, campaignChoices, campaignPage } from "./queries.ts";
import { myResponses } from "./queries-responses.ts";
import { programmeRoutes } from "./routes-programmes.tsx";
import { registrationRoutes } from "./routes-registrations.tsx";
import { stepRoutes } from "./routes-steps.tsx";

/** What other modules know of a campaign, as a piece of its page: targets it was to move, its burden. */
export type CampaignExtra = (c: Request, campaign_id: string) => Promise<VNode | null>;

/** Campaigns, their steps, the year's programme, and the registration of titles. */
export function campaignRoutes(web: Web, extra: CampaignExtra = async () => null) {
  const routes = web.routes();

  routes.get("/campaigns", async (c) => {
    const mine = await web.query(c, myResponses, {});
    const { year, status } = web.asked(c);
    return web.show(c, browseCampaigns, { year, status }, (list, t) => ({ title: t(words.campaigns), content: <CampaignsPage list={list} mine={mine.ok ? mine.value : []} /> }));
  });

  routes.get("/campaigns/new", async (c) => {
    const year = yearOf(c.var.visit.caller.clock.today());
    const parent = c.req.query("parent") ?? "";
    return showForm(c, null, { kind: parent === "" ? "campaign" : "drive", parent_id: parent, from_on: c.var.visit.caller.clock.today(), to_on: parsePlainDate(`${year}-12-31`) }, null, c.req.query("unit"));
  });

  /** The form over the unit asked for, else the first unit whose campaigns the visitor may draft. */
  async function showForm(c: Request, campaign_id: string | null, typed: Typed, failure: Failure | null, asked?: string): Promise<Response> {
    const { actor } = c.var.visit.caller;
    const own = actor.kind === "user" ? actor.grants.find((grant) => grant.role === "officer")?.unit_id : undefined;
    const unit_id = asked ?? own;
    if (unit_id === undefined) {
      return web.failure(c, { code: "forbidden", message: say("Chỉ cán bộ thi đua, khen thưởng soạn phong trào.", "Only emulation officers draft campaigns.") });
    }
    const choices = await web.query(c, campaignChoices, { unit_id });
    if (!choices.ok) return web.failure(c, choices.error);
    const title = say("Soạn phong trào", "Draft a campaign")[c.var.visit.lang];
    return web.page(c, title, <CampaignForm choices={choices.value} typed={typed} failure={failure} campaign_id={campaign_id} />, failure ? 422 : 200);
  }

  routes.post("/campaigns", (c) =>
    web.submit(c, draftCampaign, {
      input: ({ fields }) => ({ unit_id: fields["unit_id"], ...campaignInput(fields) }),
      next: (made) => `/campaigns/${made.id}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showForm(c, null, typedCampaign(fields), asInForm(failure), String(fields["unit_id"] ?? "") || undefined),
    }),
  );

  routes.get("/campaigns/:id", async (c) => {
    const more = await extra(c, c.req.param("id"));
    return web.show(c, campaignPage, { campaign_id: c.req.param("id") }, (view) => ({ title: view.campaign.title, content: <CampaignPage view={view} extra={more} /> }));
  });

  routes.get("/campaigns/:id/edit", (c) => showEdit(c, c.req.param("id"), null));

  async function showEdit(c: Request, id: string, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, campaignPage, { campaign_id: id });
    if (!found.ok) return web.failure(c, found.error);
    return showForm(c, id, typedFromView(found.value), failure, found.value.campaign.unit_id);
  }

  routes.post("/campaigns/:id{[0-9a-f-]{36}}", (c) =>
    web.submit(c, reviseCampaign, {
      input: ({ fields }) => ({ campaign_id: c.req.param("id"), ...campaignInput(fields) }),
      next: (revised) => `/campaigns/${revised.id}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showForm(c, c.req.param("id"), typedCampaign(fields), asInForm(failure), String(fields["unit_id"] ?? "") || undefined),
    }),
  );

  routes.post("/campaigns/:id/launch", (c) =>
    web.submit(c, launchCampaign, {
      input: () => ({ campaign_id: c.req.param("id") }),
      next: (launched) => `/campaigns/${launched.id}`,
      done: say("Đã phát động. Các đơn vị được gọi đã nhận thông báo.", "Launched. The units called have been notified."),
      // What stands in the way is mended in the draft: each sentence leads to its field there.
      again: (failure) => (failure.fields === undefined ? web.failure(c, failure) : showEdit(c, c.req.param("id"), failure)),
    }),
  );

  routes.route("/", stepRoutes(web));
  routes.route("/", programmeRoutes(web));
  routes.route("/", registrationRoutes(web));
  return routes;
}

/** Programme and content are one field of the form. */
function asInForm(failure: Failure): Failure {
  if (failure.fields === undefined) return failure;
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [name === "content_no" || name === "programme_id" ? "content" : name, text])) };
}

