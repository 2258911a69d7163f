import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, Next } from "hono";

/** Nothing from elsewhere, no inline script or style, no framing. */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
].join("; ");

/** Sets the headers that every answer carries. */
export async function securityHeaders(c: Context, next: Next): Promise<void> {
  await next();
  c.header("Content-Security-Policy", POLICY);
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "same-origin");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
  c.header("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "private, no-store");
}

/**
 * Says whether an unsafe request comes from one of our own pages: browsers say where a request
 * begins (Sec-Fetch-Site, Origin). The token in the form is the second lock.
 */
export function fromOwnSite(c: Context, origins: readonly string[]): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = c.req.header("origin");
  if (origin === undefined) return true;
  if (origin === "null") return false;
  const host = c.req.header("host");
  return origins.includes(origin) || (host !== undefined && new URL(origin).host === host);
}

/** The CSRF defence of one session: a token for its forms, and whether a given token is one of its own. */
export type CsrfGuard = { readonly token: string; holds(given: string): boolean };

/**
 * Takes the installation's secret and what the session is known by (its token, or the visitor's
 * cookie). Each page gets another token for the same session, so that compressed answers of
 * different lengths say nothing about it.
 */
export function csrfGuard(secret: string, session: string): CsrfGuard {
  const tokenOf = (nonce: string) => `${nonce}.${createHmac("sha256", secret).update(`csrf ${nonce} ${session}`).digest("base64url")}`;
  return {
    token: tokenOf(randomBytes(9).toString("base64url")),
    holds: (given) => sameText(given, tokenOf(given.split(".")[0] ?? "")),
  };
}

/** Compares without telling by time how much was right. */
function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
