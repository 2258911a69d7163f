import type { Hono } from "hono";
import type { VNode } from "preact";
import type { NoteSigner } from "../../engines/transparency/index.ts";
import { accountRoutes, usersWithRole } from "../../modules/accounts/index.ts";
import { campaignRoutes } from "../../modules/campaigns/index.ts";
import { say } from "../../kernel/text.ts";
import { History, honourRoutes, unitHistory } from "../../modules/honours/index.ts";
import { initiativeRoutes, ratingRoutes } from "../../modules/initiatives/index.ts";
import { noticeRoutes } from "../../modules/notices/index.ts";
import { councilRoutes } from "../../modules/councils/index.ts";
import { appraisalRoutes, clearanceRoutes, complaintRoutes, unitMeetingRoutes, councilDossierRoutes, decisionRoutes, dossiersForSession, honourName, localRuleRoutes, nominationRoutes, packageRoutes, postNoticeRoutes, SessionDossiers, submissionRoutes } from "../../modules/nominations/index.ts";
import { BurdenCard, campaignBurden } from "../../modules/overview/index.ts";
import { planRoutes, TargetsOfCampaign, targetsOfCampaign } from "../../modules/plans/index.ts";
import { voteRoutes } from "../../modules/votes/index.ts";
import { closeSession, decisionCommands, decisionQueries } from "../services.ts";
import { householdRoutes } from "../../modules/households/index.ts";
import { browseRounds, cardRoutes, roundRoutes } from "../../modules/scorecards/index.ts";
import { organizationRoutes, unitTree } from "../../modules/organizations/index.ts";
import { Card } from "../../platform/html/kit.ts";
import type { Env, Request } from "../../platform/http/web.tsx";
import { campaignPort } from "../ports.ts";
import { makePapers } from "../papers/render-award.ts";
import { apiDocsRoutes } from "./api-docs.tsx";
import { apiRoutes } from "./api-routes.ts";
import { demonstrationRoutes } from "./demonstration-routes.tsx";
import { deskRoutes } from "./desk-routes.tsx";
import { electionRoutes } from "./election-routes.tsx";
import { kitRoutes } from "./kit-routes.tsx";
import { mapRoutes } from "./map-routes.tsx";
import { logRoutes } from "./log-routes.tsx";
import { portalRoutes } from "./portal-routes.tsx";
import { setUpRoutes } from "./set-up-routes.tsx";
import { signInRoutes } from "./sign-in.tsx";
import type { Site } from "./site.ts";
import { standardsRoutes } from "./standards-routes.tsx";

/** Mounts every module's routes. */
export function mountRoutes(app: Hono<Env>, site: Site, signer: NoteSigner): void {
  const { web, installation, settings } = site;
  app.route("/", setUpRoutes(site));
  app.route("/", portalRoutes(site));
  app.route("/", signInRoutes(site));
  app.route("/", deskRoutes(site));
  app.route(
    "/",
    campaignRoutes(web, async (c, campaign_id) => {
      const targets = await web.query(c, targetsOfCampaign, { campaign_id });
      const burden = await web.query(c, campaignBurden, { campaign_id });
      return <>{targets.ok && <TargetsOfCampaign view={targets.value} />}{burden.ok && <BurdenCard view={burden.value} />}</>;
    }),
  );
  app.route(
    "/",
    organizationRoutes(web, async (c, unit_id) => {
      const history = await web.query(c, unitHistory, { unit_id });
      const { lang } = c.var.visit;
      if (!history.ok || history.value.length === 0) return null;
      return <Card title={say("Quá trình khen thưởng", "Award history")[lang]}><History lines={history.value} nameOf={(honour) => honourName(honour, lang)} /></Card>;
    }, { holders: { usersWithRole }, extra: (c, cluster_id) => clusterRounds(web, c, cluster_id) }),
  );
  app.route("/", accountRoutes(web, unitTree));
  app.route("/", planRoutes(web, campaignPort));
  app.route("/", cardRoutes(web));
  app.route("/", roundRoutes(web, (c, honour) => honourName(honour, c.var.visit.lang)));
  app.route("/", initiativeRoutes(web, settings.base_url));
  app.route("/", ratingRoutes(web));
  app.route("/", appraisalRoutes(web));
  app.route("/", clearanceRoutes(web));
  app.route("/", complaintRoutes(web));
  app.route("/", unitMeetingRoutes(web));
  app.route("/", postNoticeRoutes(web));
  app.route("/", noticeRoutes(web));
  app.route("/", councilRoutes(web));
  app.route("/", councilDossierRoutes(web));
  app.route(
    "/",
    voteRoutes(web, closeSession, async (c, session_id) => {
      const waiting = await web.query(c, dossiersForSession, { session_id });
      return waiting.ok ? <SessionDossiers view={waiting.value} /> : null;
    }),
  );
  app.route("/", localRuleRoutes(web));
  app.route("/", submissionRoutes(web));
  app.route("/", packageRoutes(web));
  app.route("/", nominationRoutes(web));
  app.route("/", decisionRoutes(web, decisionCommands, decisionQueries));
  app.route("/", householdRoutes(web));
  app.route("/", honourRoutes(web, makePapers(installation.database, signer, settings.base_url)));
  app.route("/", standardsRoutes(site));
  app.route("/", electionRoutes(site));
  app.route("/", mapRoutes(site));
  app.route("/", logRoutes(site, signer));
  app.route("/", demonstrationRoutes(site));
  app.route("/", kitRoutes(site));
  app.route("/", apiRoutes(site));
  app.route("/", apiDocsRoutes(site));
}

/** The scoring rounds of a cluster, for its page. */
async function clusterRounds(web: Site["web"], c: Request, cluster_id: string): Promise<VNode | null> {
  const found = await web.query(c, browseRounds, {});
  const rounds = found.ok ? found.value.rounds.filter((round) => round.cluster_id === cluster_id) : [];
  if (rounds.length === 0) return null;
  return (
    <Card title={say("Chấm điểm, xếp hạng", "Scoring and ranking")[c.var.visit.lang]}>
      <ul class="plain-list">{rounds.map((round) => <li><a href={`/rounds/${round.id}`}>{round.title}</a>{round.first.length > 0 && <span class="small muted line">{say("Đứng đầu", "First")[c.var.visit.lang]}: {round.first.join(", ")}</span>}</li>)}</ul>
    </Card>
  );
}
