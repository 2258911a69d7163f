import { randomBytes } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import type { Lang } from "../../kernel/text.ts";
import { findUserIdByToken, hashOfToken, loadActor } from "../../modules/accounts/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import type { Database } from "../../platform/database/database.ts";
import { csrfGuard } from "../../platform/http/security.ts";
import type { Request, Visit } from "../../platform/http/web.tsx";
import { clockOf, type LocalityEntry } from "../localities.ts";

export const SESSION_COOKIE = "session";
const VISITOR_COOKIE = "visitor";

/** Finds out who asks, in which locality and language. Secure cookies when the public address is https. */
export function visitReader(database: Database, formKey: string, secure: boolean) {
  return async (c: Request, localities: readonly LocalityEntry[]): Promise<Visit | null> => {
    const host = (c.req.header("host") ?? "").split(":")[0] ?? "";
    const locality = localities.find((entry) => entry.hosts.includes(host)) ?? localities[0];
    if (locality === undefined) return null;
    const clock = clockOf(locality);
    const bearer = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    const token = bearer ?? getCookie(c, SESSION_COOKIE);
    const actor = token === undefined ? PUBLIC : await actorOf(database, locality, token);
    let anchor = token;
    if (anchor === undefined) {
      // A visitor without a session gets a cookie of their own, so that public forms have a token too.
      anchor = getCookie(c, VISITOR_COOKIE);
      if (anchor === undefined || anchor.length < 20) {
        anchor = randomBytes(18).toString("base64url");
        setCookie(c, VISITOR_COOKIE, anchor, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: 86_400 });
      }
    }
    return {
      caller: { locality, clock, actor },
      lang: languageOf(c, secure),
      csrf: csrfGuard(formKey, anchor),
      demonstration: locality.demonstration_on !== null,
      byToken: bearer !== undefined,
    };
  };
}

async function actorOf(database: Database, locality: LocalityEntry, token: string): Promise<Actor> {
  if (!token.startsWith(`${locality.code}.`)) return PUBLIC;
  return database.inLocality(locality.code, async (tx) => {
    const user_id = await findUserIdByToken(tx, hashOfToken(token), systemClock.now());
    if (user_id === null) return PUBLIC;
    return (await loadActor(tx, user_id, clockOf(locality).today())) ?? PUBLIC;
  });
}

/** The language asked for in the address stays; then the cookie; then the browser's; Vietnamese first. */
function languageOf(c: Request, secure: boolean): Lang {
  const asked = c.req.query("lang");
  if (asked === "vi" || asked === "en") {
    setCookie(c, "lang", asked, { path: "/", sameSite: "Lax", secure, maxAge: 31_536_000 });
    return asked;
  }
  const kept = getCookie(c, "lang");
  if (kept === "vi" || kept === "en") return kept;
  const preferred = (c.req.header("accept-language") ?? "").toLowerCase().split(",").map((part) => part.trim().slice(0, 2));
  for (const lang of preferred) if (lang === "vi" || lang === "en") return lang;
  return "vi";
}
