import type { Hono } from "hono";
import type { NoteSigner } from "../../engines/transparency/index.ts";
import { accountRoutes } from "../../modules/accounts/index.ts";
import { campaignRoutes } from "../../modules/campaigns/index.ts";
import { honourRoutes } from "../../modules/honours/index.ts";
import { decisionRoutes, nominationRoutes } from "../../modules/nominations/index.ts";
import { organizationRoutes, unitTree } from "../../modules/organizations/index.ts";
import type { Env } from "../../platform/http/web.tsx";
import { makePapers } from "../papers/render-award.ts";
import { apiDocsRoutes } from "./api-docs.tsx";
import { apiRoutes } from "./api-routes.ts";
import { demonstrationRoutes } from "./demonstration-routes.tsx";
import { deskRoutes } from "./desk-routes.tsx";
import { kitRoutes } from "./kit-routes.tsx";
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
  app.route("/", campaignRoutes(web));
  app.route("/", organizationRoutes(web));
  app.route("/", accountRoutes(web, unitTree));
  app.route("/", nominationRoutes(web));
  app.route("/", decisionRoutes(web));
  app.route("/", honourRoutes(web, makePapers(installation.database, signer, settings.base_url)));
  app.route("/", standardsRoutes(site));
  app.route("/", logRoutes(site, signer));
  app.route("/", demonstrationRoutes(site));
  app.route("/", kitRoutes(site));
  app.route("/", apiRoutes(site));
  app.route("/", apiDocsRoutes(site));
}
