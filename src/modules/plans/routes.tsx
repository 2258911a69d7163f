import { decimal } from "../../kernel/decimal.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { adjustTargetPlan, assignTarget, closeTargets, draftTargetWith, reviseTargetWith } from "./commands-targets.ts";
import { typedFigure } from "./core/shown-figure.ts";
import { words } from "./messages.ts";
import { AdjustForm, AssignForm, TargetForm } from "./pages/target-form.tsx";
import { TargetPage } from "./pages/target-page.tsx";
import type { View } from "./pages/view.ts";
import { YearPage } from "./pages/year-page.tsx";
import type { CampaignPort } from "./port.ts";
import { targetChoicesWith, targetPageWith, yearTargets } from "./queries.ts";
import { myReportsDue } from "./queries-reports.ts";
import { reportRoutes } from "./routes-reports.tsx";

/** What a new target's form starts with. */
const FRESH: Typed = { decimals: "0", direction: "at_least", reckoning: "cumulative", roll_up: "sum", reporting: "quarter", report_day: "5" };

/** Targets: the year's table, one target, drafting, assigning, adjusting, closing; reports and imports. */
export function planRoutes(web: Web, port: CampaignPort) {
  const routes = web.routes();
  const [targetPage, targetChoices] = [targetPageWith(port), targetChoicesWith(port)];
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/targets", async (c) => {
    const due = await web.query(c, myReportsDue, {});
    return web.show(c, yearTargets, web.asked(c), (view, t) => ({ title: t(say(`Chỉ tiêu năm ${view.year}`, `Targets of ${view.year}`)), content: <YearPage view={view} due={due.ok ? due.value : []} />, wide: true }));
  });

  routes.route("/", reportRoutes(web));

  routes.get("/targets/new", (c) => {
    const { actor, clock } = c.var.visit.caller;
    const own = actor.kind === "user" ? actor.grants.find((grant) => grant.role === "officer")?.unit_id : undefined;
    return showForm(c, c.req.query("unit") || own, null, { ...FRESH, year: c.req.query("year") ?? String(yearOf(clock.today())) }, null);
  });

  /** The form over the unit asked for, else the first whose targets the visitor may set. */
  async function showForm(c: Request, unit_id: string | undefined, target_id: string | null, typed: Typed, failure: Failure | null): Promise<Response> {
    if (unit_id === undefined) return web.failure(c, { code: "forbidden", message: say("Chỉ cán bộ thi đua, khen thưởng soạn chỉ tiêu.", "Only emulation officers draft targets.") });
    const choices = await web.query(c, targetChoices, { unit_id });
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, say("Soạn chỉ tiêu", "Draft a target")[c.var.visit.lang], <TargetForm choices={choices.value} typed={typed} failure={failure} target_id={target_id} />, failure ? 422 : 200);
  }

  routes.post("/targets", (c) =>
    web.submit(c, draftTargetWith(port), {
      input: ({ fields }) => fields,
      next: (made) => `/targets/${made.id}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showForm(c, String(fields["unit_id"] ?? "") || undefined, null, fields, failure),
    }),
  );

  routes.get("/targets/:id", (c) => web.show(c, targetPage, { target_id: idOf(c) }, (view) => ({ title: view.target.title, content: <TargetPage view={view} />, wide: true })));

  routes.get("/targets/:id/edit", async (c) => {
    const found = await web.query(c, targetPage, { target_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    return showForm(c, found.value.target.unit_id, idOf(c), typedFromView(found.value), null);
  });

  routes.post("/targets/:id{[0-9a-f-]{36}}", (c) =>
    web.submit(c, reviseTargetWith(port), {
      input: ({ fields: { unit_id: _unit, ...fields } }) => ({ ...fields, target_id: idOf(c) }),
      next: (revised) => `/targets/${revised.id}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showForm(c, String(fields["unit_id"] ?? "") || undefined, idOf(c), fields, failure),
    }),
  );

  routes.get("/targets/:id/assign", (c) => showAssign(c, {}, null));

  async function showAssign(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, targetPage, { target_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const choices = await web.query(c, targetChoices, { unit_id: found.value.target.unit_id });
    if (!choices.ok) return web.failure(c, choices.error);
    if (!found.value.moves.includes("assign") && failure === null) return c.redirect(`/targets/${idOf(c)}`, 303);
    return web.page(c, say("Giao chỉ tiêu", "Assign the target")[c.var.visit.lang], <AssignForm view={found.value} choices={choices.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/targets/:id/assign", (c) =>
    web.submit(c, assignTarget, {
      input: ({ fields }) => ({ target_id: idOf(c), units: linesWithPlan(fields["units"]).map((line) => line.row) }),
      next: (assigned) => `/targets/${assigned.id}`,
      done: say("Đã giao chỉ tiêu. Các đơn vị đã nhận thông báo.", "The target is assigned. The units have been notified."),
      again: (failure, { fields }) => showAssign(c, fields, inItsPlace(failure, linesWithPlan(fields["units"]).map((line) => line.place))),
    }),
  );

  routes.get("/targets/:id/plan", (c) => showAdjust(c, { from_on: c.var.visit.caller.clock.today(), unit_id: c.req.query("unit") }, null));

  async function showAdjust(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, targetPage, { target_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    if (!found.value.moves.includes("adjust") && failure === null) return c.redirect(`/targets/${idOf(c)}`, 303);
    return web.page(c, say("Điều chỉnh kế hoạch", "Adjust the plan")[c.var.visit.lang], <AdjustForm view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/targets/:id/plan", (c) =>
    web.submit(c, adjustTargetPlan, {
      input: ({ fields }) => ({ ...fields, target_id: idOf(c) }),
      next: (adjusted) => `/targets/${adjusted.id}`,
      done: say("Đã điều chỉnh kế hoạch.", "The plan is adjusted."),
      again: (failure, { fields }) => showAdjust(c, fields, failure),
    }),
  );

  routes.post("/targets/closure", (c) =>
    web.submit(c, closeTargets, { input: ({ fields }) => ({ ...fields, target_ids: [] }), next: () => "/targets", done: say("Đã chốt số liệu các chỉ tiêu.", "The targets are closed.") }),
  );

  return routes;
}

/** Gives the lines of the assigning form in which a number was typed, with their place in the form. */
function linesWithPlan(units: unknown): { place: number; row: Record<string, unknown> }[] {
  const rows = Array.isArray(units) ? (units as unknown[]) : [];
  return rows.flatMap((row, place) => {
    if (row === null || typeof row !== "object") return [];
    const { unit_id, ...plan } = row as Record<string, unknown>;
    return filledRows([plan]).length === 0 ? [] : [{ place, row: { unit_id, ...plan } }];
  });
}

/** The command counts the lines that have a number, the form all lines. */
function inItsPlace(failure: Failure, places: readonly number[]): Failure {
  if (failure.fields === undefined) return failure;
  const moved = Object.entries(failure.fields).map(([name, text]) => [name.replace(/^units\.(\d+)\./, (_whole, index: string) => `units.${places[Number(index)] ?? index}.`), text] as const);
  return { ...failure, fields: Object.fromEntries(moved) };
}

/** Takes a target in draft; gives what its form shows. */
function typedFromView({ target, whole }: View<ReturnType<typeof targetPageWith>>): Typed {
  const typed = (value: string | null | undefined) => (value === null || value === undefined ? "" : typedFigure(decimal(value)));
  return { ...target, assigned_from_above: typed(whole?.assigned_from_above), voted: typed(whole?.voted) };
}
