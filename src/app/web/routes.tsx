import type { Hono } from "hono";
import type { Env } from "../../platform/http/web.tsx";
import { signInRoutes } from "./sign-in.tsx";
import type { Site } from "./site.ts";

/** Mounts every module's routes. */
export function mountRoutes(app: Hono<Env>, site: Site): void {
  app.route("/", signInRoutes(site));
}
