import { createHmac, timingSafeEqual } from "node:crypto";
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

/** Gives the CSRF token of a session: bound to its token (or to the visitor's cookie) and the installation's secret. */
export function csrfToken(secret: string, session: string): string {
  return createHmac("sha256", secret).update(`csrf ${session}`).digest("base64url");
}

/** Compares without telling by time how much was right. */
export function sameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
