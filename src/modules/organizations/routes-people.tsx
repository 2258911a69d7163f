import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { addPerson, movePerson } from "./commands-people.ts";
import { words } from "./messages.ts";
import { MoveForm, PeoplePage, PersonForm } from "./pages/people-page.tsx";
import { unitPeople } from "./queries.ts";

/** The people of a unit: list, adding, moving. */
export function peopleRoutes(web: Web) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/units/:id/people", (c) =>
    web.show(c, unitPeople, { unit_id: idOf(c), on: c.req.query("on"), search: c.req.query("search") }, (view, t) => ({ title: `${t(words.people)}: ${view.unit.name}`, content: <PeoplePage view={view} /> })),
  );

  routes.get("/units/:id/people/new", (c) => showNew(c, { from_on: c.var.visit.caller.clock.today() }, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const view = await web.query(c, unitPeople, { unit_id: idOf(c) });
    if (!view.ok) return web.failure(c, view.error);
    return web.page(c, say("Thêm người", "Add a person")[c.var.visit.lang], <PersonForm view={view.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/units/:id/people", (c) =>
    web.submit(c, addPerson, {
      input: ({ fields }) => ({ ...fields, unit_id: idOf(c) }),
      next: () => `/units/${idOf(c)}/people`,
      done: say("Đã thêm người.", "The person is added."),
      again: (failure, { fields }) => showNew(c, fields, failure),
    }),
  );

  routes.get("/units/:id/people/:position/move", (c) => showMove(c, { on: c.var.visit.caller.clock.today() }, null));

  async function showMove(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const view = await web.query(c, unitPeople, { unit_id: idOf(c) });
    if (!view.ok) return web.failure(c, view.error);
    const person = view.value.people.find((entry) => entry.position_id === c.req.param("position"));
    if (person === undefined) return web.failure(c, { code: "not_found", message: say("Không có vị trí này tại đơn vị.", "No such place at this unit.") });
    return web.page(c, person.full_name, <MoveForm view={view.value} person={person} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/units/:id/people/:position/move", (c) =>
    web.submit(c, movePerson, {
      input: ({ fields }) => ({ ...fields, unit_id: idOf(c), position_id: c.req.param("position") }),
      next: () => `/units/${idOf(c)}/people`,
      done: say("Đã ghi điều động.", "The move is entered."),
      again: (failure, { fields }) => showMove(c, fields, failure),
    }),
  );

  return routes;
}
