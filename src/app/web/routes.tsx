import type { Hono } from "hono";
import type { Env, Web } from "../../platform/http/web.tsx";
import type { Installation } from "../installation.ts";
import type { Settings } from "../settings.ts";
import type { ServerState } from "./server.tsx";
import { signInRoutes } from "./sign-in.tsx";

/** What routes are mounted with. */
export type Site = { web: Web; installation: Installation; settings: Settings; state: ServerState };

/** Mounts every module's routes. */
export function mountRoutes(app: Hono<Env>, site: Site): void {
  app.route("/", signInRoutes(site));
}
