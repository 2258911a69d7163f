import { and, eq, inArray } from "drizzle-orm";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Database } from "../../platform/database/database.ts";
import { castBallot, type CastAnswer, readCast } from "./cast.ts";
import { motions } from "./tables.ts";

const STATUS: Readonly<Record<CastAnswer, 204 | 404 | 409 | 425>> = { taken: 204, again: 204, used_otherwise: 409, not_open: 425, not_ours: 404 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A ballot is some 900 bytes; whoever sends much more sends none. */
const MOST_CAST_BYTES = 8192;
const CODE = /^[A-Z0-9]{1,12}$/;

/**
 * The two addresses of a secret ballot that must not know who asks. They are mounted before anything that reads or sets
 * a cookie, write no line of their own, and answer nothing that differs from one member to the next.
 * `POST /ballots/:locality/cast` takes a ballot; `GET /ballots/:locality/:session/phase` says whether the box is open.
 */
export function anonymousBallotRoutes(database: () => Pick<Database, "inLocality">) {
  const routes = new Hono();

  routes.post("/ballots/:locality/cast", bodyLimit({ maxSize: MOST_CAST_BYTES, onError: (c) => c.body(null, 413) }), async (c) => {
    const locality = c.req.param("locality");
    const cast = readCast(await c.req.json().catch(() => null));
    if (cast === null || !CODE.test(locality)) return c.body(null, 400);
    // Another site could only send what it cannot have: a signed token. Still, what a browser says comes from elsewhere is not taken.
    const site = c.req.header("sec-fetch-site");
    if (site !== undefined && site !== "same-origin" && site !== "none") return c.body(null, 403);
    // A database's own sentence about what failed may hold the ballot: nothing of it is written anywhere. The device sends it again.
    const answer = await castBallot(database(), locality, cast).catch(() => null);
    return c.body(null, answer === null ? 503 : STATUS[answer]);
  });

  // Not passed on to the pages, which would set a visitor's cookie.
  routes.all("/ballots/:locality/cast", (c) => c.body(null, 405, { Allow: "POST" }));

  routes.get("/ballots/:locality/:session/phase", async (c) => {
    const { locality, session } = c.req.param();
    if (!CODE.test(locality) || !UUID.test(session)) return c.json({ phase: "closed" });
    const rows = await database().inLocality(locality, (tx) => tx.select({ status: motions.status }).from(motions).where(and(eq(motions.session_id, session), eq(motions.mode, "secret"), inArray(motions.status, ["issuing", "voting"]))));
    const phase = rows.some((row) => row.status === "issuing") ? "issuing" : rows.length > 0 ? "open" : "closed";
    return c.json({ phase }, 200, { "Cache-Control": "no-store" });
  });
  return routes;
}
