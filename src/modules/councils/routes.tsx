import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { addCouncilMember, endCouncilMember, formCouncil } from "./commands.ts";
import { planSession } from "./commands-sessions.ts";
import { words } from "./messages.ts";
import { CouncilForm, CouncilPage, CouncilsPage } from "./pages/councils-page.tsx";
import { browseCouncils, councilPage } from "./queries.ts";

/** Councils and their members; a session's own page stands with its votes. */
export function councilRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/councils", (c) => web.show(c, browseCouncils, {}, (view, t) => ({ title: t(words.councils), content: <CouncilsPage view={view} /> })));

  routes.get("/councils/new", (c) => showForm(c, c.req.query("unit") ?? "", {}, null));

  async function showForm(c: Request, unit_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, browseCouncils, {});
    if (!found.ok) return web.failure(c, found.error);
    const unit = found.value.may_form.find((entry) => entry.id === unit_id) ?? found.value.may_form[0];
    if (unit === undefined) return web.failure(c, { code: "forbidden", message: say("Vai trò của bạn không lập Hội đồng.", "Your roles form no council.") });
    return web.page(c, say("Lập Hội đồng", "Form a council")[c.var.visit.lang], <CouncilForm unit={unit} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/councils", (c) =>
    web.submit(c, formCouncil, {
      input: ({ fields }) => ({ ...fields, members: filledRows(fields["members"]) }),
      next: (formed) => `/councils/${formed.id}`,
      done: say("Đã lập Hội đồng.", "The council is formed."),
      again: (failure, { fields }) => showForm(c, String(fields["unit_id"] ?? ""), fields, atTypedRows(failure, fields["members"])),
    }),
  );

  routes.get("/councils/:id", (c) => showCouncil(c, {}, null));

  async function showCouncil(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, councilPage, { council_id: c.req.param("id"), on: c.req.query("on") });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.council.name, <CouncilPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  const here = (c: Request) => ({ next: () => `/councils/${c.req.param("id")}`, again: (failure: Failure, { fields }: { fields: Typed }) => showCouncil(c, fields, failure) });
  const id = (c: Request) => ({ council_id: c.req.param("id") });
  routes.post("/councils/:id/members", (c) => web.submit(c, addCouncilMember, { input: ({ fields }) => ({ ...fields, ...id(c) }), done: say("Đã bổ sung thành viên.", "The member is added."), ...here(c) }));
  routes.post("/councils/:id/ends", (c) => web.submit(c, endCouncilMember, { input: ({ fields }) => ({ ...fields, ...id(c) }), done: say("Đã ghi.", "Saved."), ...here(c) }));
  routes.post("/councils/:id/sessions", (c) =>
    web.submit(c, planSession, {
      input: ({ fields }) => ({ ...fields, agenda: String(fields["agenda"] ?? "").split(/\r?\n/).filter((line) => line.trim() !== ""), ...id(c) }),
      next: (planned) => `/sessions/${planned.id}`,
      done: say("Đã dự kiến phiên họp và mời thành viên.", "The session is planned and its members invited."),
      again: (failure, { fields }) => showCouncil(c, fields, failure),
    }),
  );
  return routes;
}

/** Blank rows are left out before a council is formed: a sentence about the second row that was filled in is said at its own place on the form. */
function atTypedRows(failure: Failure, members: unknown): Failure {
  if (failure.fields === undefined || !Array.isArray(members)) return failure;
  const places = members.flatMap((row, place) => (filledRows([row]).length === 1 ? [place] : []));
  const typedName = (name: string) => name.replace(/^members\.(\d+)/, (_whole, index: string) => `members.${places[Number(index)] ?? index}`);
  return { ...failure, fields: Object.fromEntries(Object.entries(failure.fields).map(([name, text]) => [typedName(name), text])) };
}
