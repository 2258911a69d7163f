import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { answerClearance, askClearance, withdrawClearance } from "./commands.ts";
import { declareClearanceRule, endClearanceRule } from "./commands-rules.ts";
import { AskPage } from "./pages/ask-page.tsx";
import { ClearancePage } from "./pages/clearance-page.tsx";
import { ClearancesPage } from "./pages/clearances-page.tsx";
import { browseClearances, clearanceChoices, clearancePage, clearanceScan } from "./queries.ts";

/** Clearances (hiệp y): the rounds with their local rules, asking, one round with its answers. */
export function clearanceRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/clearances", (c) => showAll(c, {}, null));

  /** `form` names the rule whose end was refused; without it what was typed belongs to the form of a new rule. */
  async function showAll(c: Request, typed: Typed, failure: Failure | null, form: string | null = null): Promise<Response> {
    const view = await web.query(c, browseClearances, {});
    if (!view.ok) return web.failure(c, view.error);
    return web.page(c, say("Lấy ý kiến hiệp y", "Clearances")[c.var.visit.lang], <ClearancesPage view={view.value} typed={typed} failure={failure} form={form} />, failure ? 422 : 200, { wide: true });
  }

  routes.get("/clearances/new", (c) => showAsk(c, c.req.query("nomination") ?? null, {}, null));

  async function showAsk(c: Request, chosen: string | null, typed: Typed, failure: Failure | null): Promise<Response> {
    const view = await web.query(c, clearanceChoices, chosen === null ? {} : { nomination_id: chosen });
    if (!view.ok) return web.failure(c, view.error);
    return web.page(c, say("Lấy ý kiến một cơ quan", "Ask an office")[c.var.visit.lang], <AskPage view={view.value} chosen={chosen} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/clearances", (c) =>
    web.submit(c, askClearance, {
      input: ({ fields }) => ({ ...fields, nomination_ids: fields["nomination_ids"] ?? [] }),
      next: (asked) => `/clearances/${asked.id}`,
      done: say("Đã gửi lấy ý kiến.", "The office is asked."),
      again: (failure, { fields }) => showAsk(c, firstOf(fields["nomination_ids"]), fields, failure),
    }),
  );

  routes.post("/clearances/rules", (c) =>
    web.submit(c, declareClearanceRule, {
      input: ({ fields }) => ({ ...fields }),
      next: () => "/clearances",
      done: say("Đã khai báo.", "Declared."),
      again: (failure, { fields }) => showAll(c, fields, failure),
    }),
  );

  routes.post("/clearances/rules/:id{[0-9a-f-]{36}}/end", (c) =>
    web.submit(c, endClearanceRule, {
      input: ({ fields }) => ({ clearance_rule_id: c.req.param("id"), to_on: fields["to_on"] }),
      next: () => "/clearances",
      done: say("Đã ghi ngày hết hiệu lực.", "The end is recorded."),
      again: (failure, { fields }) => showAll(c, fields, failure, c.req.param("id")),
    }),
  );

  routes.get("/clearances/:id{[0-9a-f-]{36}}", (c) => showRound(c, {}, null));

  async function showRound(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const view = await web.query(c, clearancePage, { round_id: c.req.param("id") });
    if (!view.ok) return web.failure(c, view.error);
    return web.page(c, view.value.round.body_name, <ClearancePage view={view.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/clearances/:id{[0-9a-f-]{36}}/answers", (c) =>
    web.submit(c, answerClearance, {
      input: async ({ fields, files }) => {
        const file = files["scan"];
        const scan = file ? { scan: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } } : {};
        return { round_id: c.req.param("id"), answers: Object.values((fields["answers"] ?? {}) as object), answered_on: fields["answered_on"], ...scan };
      },
      next: (answered) => `/clearances/${answered.id}`,
      done: say("Đã ghi ý kiến.", "The answers are saved."),
      again: (failure, { fields }) => showRound(c, fields, failure),
    }),
  );

  routes.post("/clearances/:id{[0-9a-f-]{36}}/withdrawal", (c) =>
    web.submit(c, withdrawClearance, {
      input: ({ fields }) => ({ round_id: c.req.param("id"), reason: fields["reason"] }),
      next: (withdrawn) => `/clearances/${withdrawn.id}`,
      done: say("Đã rút.", "Taken back."),
      again: (failure, { fields }) => showRound(c, fields, failure),
    }),
  );

  routes.get("/clearances/:id{[0-9a-f-]{36}}/scans/:nomination{[0-9a-f-]{36}}", async (c) => {
    const file = await web.query(c, clearanceScan, { round_id: c.req.param("id"), nomination_id: c.req.param("nomination") });
    if (!file.ok) return web.failure(c, file.error);
    return c.body(file.value.bytes, 200, { "Content-Type": file.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.value.name)}` });
  });
  return routes;
}

function firstOf(ids: unknown): string | null {
  const first: unknown = Array.isArray(ids) ? ids[0] : ids;
  return typeof first === "string" ? first : null;
}
