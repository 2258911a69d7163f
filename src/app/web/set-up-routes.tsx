import { setCookie } from "hono/cookie";
import { type Context, Hono } from "hono";
import { renderToString } from "preact-render-to-string";
import { z } from "zod";
import { plainDate } from "../../kernel/plain-date.ts";
import { type Lang, say } from "../../kernel/text.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { INSTALLATION } from "../../platform/command/actor.ts";
import { parseInput, runCommand } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { localities } from "../../platform/command/tables.ts";
import { Card, ErrorSummary, Form, Layout, Page, SubmitButton, TextField, type Typed, usePage } from "../../platform/html/kit.ts";
import { readForm } from "../../platform/http/forms.ts";
import { csrfGuard, fromOwnSite } from "../../platform/http/security.ts";
import type { Env } from "../../platform/http/web.tsx";
import { registry } from "../services.ts";
import { signIn } from "../../modules/accounts/index.ts";
import type { Site } from "./site.ts";
import { SESSION_COOKIE } from "./visits.ts";

const Input = z.strictObject({
  name: field.text(120),
  name_en: field.text(120),
  code: field.pattern(/^[A-Z][A-Z0-9]{1,7}$/, "Dùng 2 đến 8 chữ cái không dấu, chữ số; bắt đầu bằng chữ cái.", "Use 2 to 8 plain letters or digits, beginning with a letter.", (typed) => typed.trim().toUpperCase()),
  admin_name: field.text(120),
  username: field.username(),
  password: z.string().min(8).max(200),
});

function SetUpPage({ typed, failure }: { typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t(say("Thiết lập lần đầu", "First set-up"))}</h1>
      <p>{t(say("Khai báo địa phương và người quản trị đầu tiên. Sau đó người quản trị tạo tài khoản và giao vai trò cho những người khác.", "Name the locality and its first administrator, who then creates the other accounts."))}</p>
      <ErrorSummary failure={failure} />
      <Card>
        <Form action="/set-up">
          <TextField name="name" typed={typed} failure={failure} label={say("Tên địa phương", "Name of the locality")} hint={say("Ví dụ Huyện Chợ Đồn", "For example Huyện Chợ Đồn")} />
          <TextField name="name_en" typed={typed} failure={failure} label={say("Tên tiếng Anh", "Name in English")} hint={say("Ví dụ Chợ Đồn District", "For example Chợ Đồn District")} />
          <TextField name="code" typed={typed} failure={failure} width="s" label={say("Mã ngắn", "Short code")} hint={say("2 đến 8 chữ, số; đứng đầu mọi mã xác minh, không đổi được về sau. Ví dụ CD", "2 to 8 letters or digits; begins every verification code and cannot be changed later")} />
          <TextField name="admin_name" typed={typed} failure={failure} label={say("Họ tên người quản trị", "Administrator's name")} autocomplete="name" />
          <TextField name="username" typed={typed} failure={failure} width="m" label={say("Tên đăng nhập", "User name")} hint={say("Chữ thường, số, dấu chấm", "Lower case letters, digits, dots")} autocomplete="username" />
          <TextField name="password" type="password" failure={failure} width="m" label={say("Mật khẩu", "Password")} hint={say("Ít nhất 8 ký tự", "At least 8 characters")} autocomplete="new-password" />
          <div><SubmitButton>{t(say("Thiết lập", "Set up"))}</SubmitButton></div>
        </Form>
      </Card>
    </>
  );
}

/** The page of an empty installation: the authority and the first administrator. Gone once there is a locality. */
export function setUpRoutes({ web, installation, settings, state }: Site) {
  const routes = new Hono<Env>();
  const guard = csrfGuard(installation.secrets.form_key, "set-up");
  const show = (c: Context, typed: Typed, failure: Failure | null) => {
    const lang: Lang = c.req.query("lang") === "en" ? "en" : "vi";
    const page = {
      lang, locality: { code: "", name: "Thi đua, khen thưởng", name_en: "Emulation and commendation" }, actor: { kind: "public" } as const, today: systemClock.today(),
      demonstration_on: null, csrf: guard.token, path: "/set-up", notice: null, navigation: [], newTransactionId: () => "",
    };
    const html = renderToString(<Page.Provider value={page}><Layout title={say("Thiết lập", "Set-up")[lang]}><SetUpPage typed={typed} failure={failure} /></Layout></Page.Provider>);
    return c.html(`<!doctype html>${html}`, failure ? 422 : 200);
  };
  routes.get("/set-up", (c) => (state.localities.length > 0 ? c.redirect("/", 303) : show(c, {}, null)));
  routes.post("/set-up", async (c) => {
    if (state.localities.length > 0) return c.redirect("/", 303);
    const { fields } = await readForm(c);
    const { csrf, transaction_id: _id, ...typed } = fields;
    if (!fromOwnSite(c, [new URL(settings.base_url).origin]) || typeof csrf !== "string" || !guard.holds(csrf)) {
      return show(c, typed, { code: "forbidden", message: say("Hãy gửi lại từ trang này.", "Send the form again from this page.") });
    }
    const parsed = parseInput(Input, typed);
    if (!parsed.ok) return show(c, typed, parsed.error);
    const input = parsed.value;
    const locality = { code: input.code, name: input.name, name_en: input.name_en };
    await installation.database.inInstallation((tx) => tx.insert(localities).values({ ...locality, created_at: systemClock.now() }).onConflictDoNothing());
    const caller = { locality, clock: systemClock, actor: INSTALLATION };
    const run = async (name: string, values: unknown) => {
      const command = registry.commands.get(name);
      if (command === undefined) throw new Error(`no command ${name}`);
      const result = await runCommand(web.engine, caller, command, values);
      if (!result.ok) throw new Error(result.error.message.en);
      return (result.value as { id: string }).id;
    };
    const root = await run("found_locality", { name: input.name, from_on: plainDate("1975-01-01") });
    const user = await run("create_user", { username: input.username, name: input.admin_name, password: input.password });
    await run("grant_role", { user_id: user, role: "administrator", unit_id: root, from_on: systemClock.today() });
    await state.reload();
    const signed = await signIn(installation.database, locality.code, systemClock, web.engine.random, { username: input.username, password: input.password, source: "set-up" });
    if (signed.ok) setCookie(c, SESSION_COOKIE, signed.value.token, { path: "/", httpOnly: true, sameSite: "Lax", secure: settings.base_url.startsWith("https:"), maxAge: 43_200 });
    return c.redirect("/users", 303);
  });
  return routes;
}
