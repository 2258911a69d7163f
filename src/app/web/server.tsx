import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { say } from "../../kernel/text.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import { MOST_FORM_BYTES } from "../../platform/http/forms.ts";
import { securityHeaders } from "../../platform/http/security.ts";
import { type Env, type NavigationEntry, Web } from "../../platform/http/web.tsx";
import type { Installation } from "../installation.ts";
import { signerOf } from "../log/signer.ts";
import { readLocalities } from "../localities.ts";
import type { Settings } from "../settings.ts";
import { makeEngine } from "../services.ts";
import { VERSION } from "../version.ts";
import { anonymousBallotRoutes } from "../../modules/votes/index.ts";
import { mountRoutes } from "./routes.tsx";
import type { ServerState } from "./site.ts";
import { visitReader } from "./visits.ts";

const TYPES: Record<string, string> = { ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml" };

const signed = (roles?: readonly string[]) => (visit: { caller: { actor: Parameters<typeof holdsAnywhere>[0] } }) =>
  visit.caller.actor.kind === "user" && (roles === undefined || holdsAnywhere(visit.caller.actor, roles));

const NAVIGATION: readonly NavigationEntry[] = [
  { href: "/desk", label: say("Việc hôm nay", "Today"), shownTo: signed() },
  { href: "/", label: say("Chương trình", "Programme"), shownTo: () => true },
  { href: "/campaigns", label: say("Phong trào", "Campaigns"), shownTo: () => true },
  { href: "/targets", label: say("Chỉ tiêu", "Targets"), shownTo: () => true },
  { href: "/rounds", label: say("Chấm điểm", "Scoring"), shownTo: () => true },
  { href: "/registrations", label: say("Đăng ký", "Registrations"), shownTo: signed(["officer", "clerk", "head", "chair", "auditor"]) },
  { href: "/initiatives", label: say("Sáng kiến", "Initiatives"), shownTo: () => true },
  { href: "/nominations", label: say("Hồ sơ", "Nominations"), shownTo: signed(["officer", "clerk", "head", "division_head", "chair", "council_member", "records_clerk", "auditor"]) },
  { href: "/households", label: say("Hộ gia đình", "Households"), shownTo: signed(["officer", "clerk", "head", "chair", "auditor"]) },
  { href: "/councils", label: say("Hội đồng", "Councils"), shownTo: signed(["officer", "chair", "council_member", "auditor"]) },
  { href: "/decisions", label: say("Quyết định", "Decisions"), shownTo: signed(["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor", "accountant"]) },
  { href: "/packages", label: say("Trình cấp trên", "Packages"), shownTo: signed(["officer", "division_head", "chair", "records_clerk", "auditor"]) },
  { href: "/notices", label: say("Công khai", "Notices"), shownTo: () => true },
  { href: "/awards", label: say("Khen thưởng", "Awards"), shownTo: () => true },
  { href: "/units", label: say("Đơn vị", "Units"), shownTo: () => true },
  { href: "/users", label: say("Tài khoản", "Users"), shownTo: signed(["administrator"]) },
  { href: "/verify", label: say("Xác minh", "Verify"), shownTo: (visit) => visit.caller.actor.kind !== "user" },
];

/** Takes the opened installation; gives the whole web application as one fetch handler. */
export function makeServer(installation: Installation, settings: Settings, options: { afterCommit?: () => void } = {}) {
  const { database } = installation;
  const state: ServerState = {
    ready: false,
    localities: [],
    reload: async () => {
      state.localities = await readLocalities(database);
    },
  };
  const engine = makeEngine(database, options.afterCommit ? { afterCommit: options.afterCommit } : {});
  const web = new Web(engine, NAVIGATION, [new URL(settings.base_url).origin]);
  const readVisit = visitReader(database, installation.secrets.form_key, settings.base_url.startsWith("https:"));
  const app = new Hono<Env>();

  app.use(securityHeaders);
  // A weak line: pages, styles and scripts travel compressed; papers and tiles are compact already.
  app.use(compress());
  app.get("/healthz", async (c) => {
    const up = state.ready && (await database.answers());
    return up
      ? c.json({ status: "ok", database: installation.kind, version: VERSION })
      : c.json({ status: state.ready ? "database unreachable" : "starting" }, 503);
  });
  app.get("/assets/:name", (c) => {
    const file = asset(c.req.param("name"));
    if (file === null) return c.notFound();
    return c.body(file.bytes, 200, { "Content-Type": file.type, "Cache-Control": "public, max-age=3600" });
  });
  app.use(bodyLimit({ maxSize: MOST_FORM_BYTES }));
  // Before anything that reads or sets a cookie: a ballot must not meet one.
  app.route("/", anonymousBallotRoutes(() => database));
  app.use(async (c, next) => {
    if (!state.ready) return c.text("Đang khởi động. / Starting.", 503);
    const visit = await readVisit(c, state.localities);
    if (visit === null) {
      if (c.req.path.startsWith("/set-up")) return next();
      return c.redirect("/set-up", 303);
    }
    c.set("visit", visit);
    return next();
  });
  mountRoutes(app, { web, installation, settings, state }, signerOf(installation.secrets));
  app.notFound((c) => {
    if (c.var.visit === undefined) return c.text("404", 404);
    return web.failure(c, { code: "not_found", message: say("Không có trang này. Có thể địa chỉ bị gõ thiếu.", "There is no such page. The address may be incomplete.") });
  });
  app.onError((error, c) => {
    process.stderr.write(`${new Date().toISOString()} ${c.req.method} ${c.req.path} ${error.stack ?? String(error)}\n`);
    if (c.var.visit === undefined) return c.text("500", 500);
    const { lang } = c.var.visit;
    const title = say("Hệ thống gặp lỗi", "Something went wrong");
    return web.page(
      c,
      title[lang],
      <>
        <h1>{title[lang]}</h1>
        <p>
          {say(
            "Không có gì được thay đổi. Hãy quay lại và thử lần nữa; nếu vẫn vậy, xin báo người quản trị kèm thời điểm này.",
            "Nothing was changed. Go back and try again; if it stays, tell the administrator the time.",
          )[lang]}
        </p>
        <p class="code">{new Date().toISOString()}</p>
      </>,
      500,
    );
  });
  return { app, state, engine };
}

const assets = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string } | null>();

/** Gives a built asset by its bare name, or null. Kept in memory: there are few and they are small. */
function asset(name: string): { bytes: Uint8Array<ArrayBuffer>; type: string } | null {
  if (!/^[a-z0-9-]+\.(css|js|svg)$/.test(name)) return null;
  let found = assets.get(name);
  if (found === undefined) {
    try {
      found = { bytes: new Uint8Array(readFileSync(join(publicFolder(), name))), type: TYPES[extname(name)] ?? "application/octet-stream" };
    } catch {
      found = null;
    }
    assets.set(name, found);
  }
  return found;
}

/** The folder of built assets: beside the bundle, or in build/ when the sources run unbundled (tests). */
function publicFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const inBuild = /^(.*\/build)(\/|$)/.exec(here);
  return inBuild ? join(inBuild[1] as string, "public") : join(here, "../../../build/public");
}
