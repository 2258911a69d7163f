import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { z } from "zod";
import { uuidV7 } from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import { type Lang, say, type Text } from "../../kernel/text.ts";
import { systemClock } from "../clock/clock.ts";
import type { Command, Query } from "../command/define.ts";
import type { Caller } from "../command/context.ts";
import { type Engine, runCommand, runQuery } from "../command/execute.ts";
import { type Failure, statusOf } from "../command/failure.ts";
import { ErrorSummary, Layout, Link, Page, type PageContext } from "../html/kit.ts";
import { readForm, type Sent } from "./forms.ts";
import { type CsrfGuard, fromOwnSite } from "./security.ts";

/** What the application's first layers found out about a request. */
export type Visit = {
  readonly caller: Caller;
  readonly lang: Lang;
  readonly csrf: CsrfGuard;
  readonly demonstration: boolean;
  /** True when the request carries an API token instead of a cookie: then no CSRF token is asked. */
  readonly byToken: boolean;
};

export type Env = { Variables: { visit: Visit } };
export type Request = Context<Env>;

export type NavigationEntry = { href: string; label: Text; shownTo: (visit: Visit) => boolean };

const NOTICE_COOKIE = "notice";

/** What routes are written with: pages, queries and commands of one request. */
export class Web {
  constructor(
    readonly engine: Engine,
    private readonly navigation: readonly NavigationEntry[],
    private readonly origins: readonly string[],
  ) {}

  /** A new set of routes. */
  routes(): Hono<Env> {
    return new Hono<Env>();
  }

  /** Answers a query as the visitor. */
  query<S extends z.ZodType, O>(c: Request, query: Query<S, O>, input: unknown): Promise<Result<O, Failure>> {
    return runQuery(this.engine, c.var.visit.caller, query, input);
  }

  /** What the address asks, without the words that every page understands. */
  asked(c: Request): Record<string, string> {
    const { lang: _lang, ...asked } = c.req.query();
    return asked;
  }

  /** Shows a page. */
  page(c: Request, title: string, content: VNode, status: 200 | 403 | 404 | 409 | 422 | 500 = 200, options: { wide?: boolean } = {}): Response | Promise<Response> {
    const html = renderToString(
      <Page.Provider value={this.pageContext(c)}>
        <Layout title={title} wide={options.wide ?? false}>{content}</Layout>
      </Page.Provider>,
    );
    return c.html(`<!doctype html>${html}`, status);
  }

  /** Shows a piece of a page, for scripts that renew a part. */
  piece(c: Request, content: VNode): Response | Promise<Response> {
    return c.html(renderToString(<Page.Provider value={this.pageContext(c)}>{content}</Page.Provider>));
  }

  /** Shows why something could not be shown or done; a visitor who may not see it is led to sign in. */
  failure(c: Request, failure: Failure): Response | Promise<Response> {
    const { lang, caller } = c.var.visit;
    if (failure.code === "forbidden" && caller.actor.kind === "public" && c.req.method === "GET") {
      return c.redirect(`/sign-in?next=${encodeURIComponent(pathOf(c))}`, 303);
    }
    const title = FAILURE_TITLES[failure.code];
    return this.page(
      c,
      title[lang],
      <>
        <h1>{title[lang]}</h1>
        <ErrorSummary failure={failure} />
        <p><Link href="/">{BACK_HOME[lang]}</Link></p>
      </>,
      statusOf(failure),
    );
  }

  /** Shows a query's answer, or why there is none. */
  async show<S extends z.ZodType, O>(
    c: Request,
    query: Query<S, O>,
    input: unknown,
    page: (value: O, t: (text: Text) => string) => { title: string; content: VNode; wide?: boolean },
  ): Promise<Response> {
    const result = await this.query(c, query, input);
    if (!result.ok) return this.failure(c, result.error);
    const { title, content, wide } = page(result.value, (text) => text[c.var.visit.lang]);
    return this.page(c, title, content, 200, { wide: wide ?? false });
  }

  /**
   * Takes a posted form and runs its command. Success leads on (303) with a sentence about what was
   * done; failure shows the form again with everything that was typed, or the failure's own page.
   */
  async submit<S extends z.ZodType, O>(
    c: Request,
    command: Command<S, O>,
    options: {
      /** Makes the command's input; may wait for the bytes of a file. */
      input: (sent: Sent) => unknown;
      next: (value: O) => string;
      done: Text;
      again?: (failure: Failure, sent: Sent) => Promise<Response> | Response;
    },
  ): Promise<Response> {
    const received = await this.receive(c);
    if (!received.ok) return this.failure(c, received.error);
    const sent = received.value;
    const transactionId = typeof sent.fields["transaction_id"] === "string" ? sent.fields["transaction_id"] : undefined;
    const { csrf: _csrf, transaction_id: _id, ...fields } = sent.fields;
    const clean: Sent = { fields, files: sent.files };
    const result = await runCommand(this.engine, c.var.visit.caller, command, await options.input(clean), transactionId);
    if (result.ok) {
      this.leaveNotice(c, options.done);
      return c.redirect(options.next(result.value), 303);
    }
    return options.again ? options.again(result.error, clean) : this.failure(c, result.error);
  }

  /** Reads a posted form after both locks against forged requests; fails with a sentence for the visitor. */
  async receive(c: Request): Promise<Result<Sent, Failure>> {
    const { csrf, byToken } = c.var.visit;
    const sent = await readForm(c);
    const token = sent.fields["csrf"];
    if (!fromOwnSite(c, this.origins) || (!byToken && (typeof token !== "string" || !csrf.holds(token)))) {
      return {
        ok: false,
        error: {
          code: "forbidden",
          message: say(
            "Trang đã mở quá lâu hoặc không gửi từ hệ thống này. Hãy quay lại, tải lại trang rồi gửi lần nữa.",
            "The page was open too long or the form did not come from this site. Go back, reload, and send again.",
          ),
        },
      };
    }
    return { ok: true, value: sent };
  }

  /** Reads JSON that a script of our own page posted, after the same locks as a form; its `csrf` is taken out. Fails with a sentence for the visitor. */
  async receiveJson(c: Request): Promise<Result<Record<string, unknown>, Failure>> {
    const { csrf, byToken } = c.var.visit;
    const json: unknown = await c.req.json().catch(() => null);
    if (json === null || typeof json !== "object" || Array.isArray(json)) return { ok: false, error: { code: "invalid", message: say("Nội dung gửi không phải JSON.", "What was sent is no JSON object.") } };
    const { csrf: token, ...sent } = json as Record<string, unknown>;
    if (fromOwnSite(c, this.origins) && (byToken || (typeof token === "string" && csrf.holds(token)))) return { ok: true, value: sent };
    return { ok: false, error: { code: "forbidden", message: say("Trang đã mở quá lâu. Hãy tải lại trang.", "The page was open too long. Reload it.") } };
  }

  /** Leaves a sentence for the next page. */
  leaveNotice(c: Request, text: Text): void {
    setCookie(c, NOTICE_COOKIE, encodeURIComponent(text[c.var.visit.lang]), { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 60 });
  }

  private pageContext(c: Request): PageContext {
    const { visit } = c.var;
    const { caller, lang } = visit;
    const notice = getCookie(c, NOTICE_COOKIE);
    if (notice !== undefined) setCookie(c, NOTICE_COOKIE, "", { path: "/", maxAge: 0 });
    const path = new URL(c.req.url).pathname;
    const shown = this.navigation.filter((entry) => entry.shownTo(visit));
    const current = shown
      .filter((entry) => path === entry.href || (entry.href !== "/" && path.startsWith(`${entry.href}/`)))
      .sort((a, b) => b.href.length - a.href.length)[0];
    return {
      lang,
      locality: caller.locality,
      actor: caller.actor,
      today: caller.clock.today(),
      demonstration_on: visit.demonstration ? caller.clock.today() : null,
      csrf: visit.csrf.token,
      path: pathOf(c),
      notice: notice === undefined ? null : safeDecode(notice),
      navigation: shown.map((entry) => ({ href: entry.href, label: entry.label, current: entry === current })),
      newTransactionId: () => uuidV7(systemClock.now_ms(), this.engine.random),
    };
  }
}

const FAILURE_TITLES: Readonly<Record<Failure["code"], Text>> = {
  invalid: say("Chưa thực hiện được", "There is a problem"),
  forbidden: say("Không có quyền", "Not allowed"),
  not_found: say("Không tìm thấy", "Not found"),
  conflict: say("Chưa thực hiện được lúc này", "Not possible now"),
  refused: say("Không được chấp nhận", "Refused"),
};
const BACK_HOME: Text = say("Về trang đầu", "Back to the start");

function pathOf(c: Request): string {
  const url = new URL(c.req.url);
  return url.pathname + url.search;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
