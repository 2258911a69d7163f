import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { say } from "../../kernel/text.ts";
import { signIn, signOut } from "../../modules/accounts/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { Card, ErrorSummary, Form, SubmitButton, Table, TextField, type Typed, usePage } from "../../platform/html/kit.ts";
import type { Request } from "../../platform/http/web.tsx";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "../demo/accounts.ts";
import type { Site } from "./site.ts";
import { SESSION_COOKIE } from "./visits.ts";

const words = {
  title: say("Đăng nhập", "Sign in"),
  username: say("Tên đăng nhập", "User name"),
  password: say("Mật khẩu", "Password"),
  demo: say("Tài khoản trình diễn", "Demonstration accounts"),
  demoHint: say("Mọi tài khoản dùng chung mật khẩu", "All accounts share the password"),
  role: say("Vai trò", "Role"),
};

function SignInPage({ failure, typed, next }: { failure?: Failure | undefined; typed?: Typed | undefined; next: string }) {
  const { t, demonstration_on } = usePage();
  return (
    <>
      <h1>{t(words.title)}</h1>
      <div class="grid g-2">
        <div>
          <ErrorSummary failure={failure} />
          <Card>
            <Form action="/sign-in">
              <input type="hidden" name="next" value={next} />
              <TextField name="username" label={words.username} autocomplete="username" typed={typed} failure={failure ?? null} />
              <TextField name="password" label={words.password} type="password" autocomplete="current-password" failure={failure ?? null} />
              <div><SubmitButton>{t(words.title)}</SubmitButton></div>
            </Form>
          </Card>
        </div>
        {demonstration_on !== null && (
          <Card title={t(words.demo)}>
            <p class="small">{t(words.demoHint)}: <b class="code">{DEMONSTRATION_PASSWORD}</b></p>
            <Table
              columns={[
                { head: t(words.username), cell: (account) => <a class="code" href={`/sign-in?as=${account.username}`}>{account.username}</a> },
                { head: t(words.role), cell: (account) => t(account.about) },
              ]}
              rows={DEMONSTRATION_ACCOUNTS}
            />
          </Card>
        )}
      </div>
    </>
  );
}

/** Signing in and out. */
export function signInRoutes({ web, installation, settings }: Site) {
  const routes = web.routes();
  const secure = settings.base_url.startsWith("https:");

  routes.get("/sign-in", (c) =>
    web.page(c, words.title[c.var.visit.lang], <SignInPage next={ownPath(c.req.query("next"))} typed={{ username: c.req.query("as") ?? "" }} />),
  );

  routes.post("/sign-in", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const typed = { username: String(fields["username"] ?? "") };
    const next = ownPath(typeof fields["next"] === "string" ? fields["next"] : undefined);
    const { locality } = c.var.visit.caller;
    const result = await signIn(installation.database, locality.code, systemClock, web.engine.random, {
      ...typed,
      password: String(fields["password"] ?? ""),
      source: sourceOf(c, settings.trust_proxy),
    });
    if (!result.ok) return web.page(c, words.title[c.var.visit.lang], <SignInPage failure={result.error} typed={typed} next={next} />, 422);
    setCookie(c, SESSION_COOKIE, result.value.token, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: 43_200 });
    return c.redirect(next, 303);
  });

  routes.post("/sign-out", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await signOut(installation.database, c.var.visit.caller.locality.code, token);
    deleteCookie(c, SESSION_COOKIE, { path: "/" });
    return c.redirect("/", 303);
  });

  return routes;
}

/** Only paths of our own: a link must not lead elsewhere after signing in. */
function ownPath(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])/.test(asked) ? asked : "/desk";
}

/** Where a request comes from, for counting failed tries. */
function sourceOf(c: Request, trustProxy: boolean): string {
  const forwarded = c.req.header("x-forwarded-for");
  if (trustProxy && forwarded) return forwarded.split(",")[0]?.trim() ?? "";
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? "";
}
