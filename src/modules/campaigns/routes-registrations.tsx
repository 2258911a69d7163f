import { yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { registerTitles, withdrawRegistration } from "./commands-registrations.ts";
import { listOf } from "./forms.ts";
import { words } from "./messages.ts";
import { RegisterForm, RegistrationsPage } from "./pages/registrations-page.tsx";
import { browseRegistrations, registrationChoices } from "./queries-registrations.ts";

/** The registration of titles: the list, and a form for many subjects at once. */
export function registrationRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/registrations", (c) =>
    web.show(c, browseRegistrations, web.asked(c), (list, t) => ({ title: t(words.registrations), content: <RegistrationsPage list={list} /> })),
  );

  routes.get("/registrations/new", (c) => showForm(c, c.req.query("unit") ?? ownUnit(c), c.req.query("year") ?? "", {}, null));

  function ownUnit(c: Request): string {
    const { actor } = c.var.visit.caller;
    return actor.kind === "user" ? (actor.grants.find((grant) => grant.role === "clerk" || grant.role === "head")?.unit_id ?? "") : "";
  }

  async function showForm(c: Request, unit_id: string, asked: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const year = /^\d{4}$/.test(asked) ? asked : String(yearOf(c.var.visit.caller.clock.today()));
    const search = c.req.query("search") ?? "";
    if (unit_id === "") return web.failure(c, { code: "forbidden", message: say("Chỉ cán bộ phụ trách và thủ trưởng đơn vị đăng ký danh hiệu.", "Only clerks and heads of units register titles.") });
    const choices = await web.query(c, registrationChoices, { unit_id, year, search });
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, words.registrations[c.var.visit.lang], <RegisterForm choices={choices.value} year={year} search={search} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/registrations", (c) =>
    web.submit(c, registerTitles, {
      input: ({ fields }) => ({ ...fields, person_ids: listOf(fields["person_ids"]), subject_unit_ids: listOf(fields["subject_unit_ids"]) }),
      next: () => "/registrations",
      done: say("Đã đăng ký.", "Registered."),
      again: (failure, { fields }) =>
        showForm(c, String(fields["unit_id"] ?? ""), String(fields["year"] ?? ""), { ...fields, person_ids: listOf(fields["person_ids"]), subject_unit_ids: listOf(fields["subject_unit_ids"]) }, failure),
    }),
  );

  routes.post("/registrations/:id/withdrawal", (c) =>
    web.submit(c, withdrawRegistration, {
      input: () => ({ registration_id: c.req.param("id") }),
      next: () => "/registrations",
      done: say("Đã rút đăng ký.", "The registration is withdrawn."),
    }),
  );

  return routes;
}
