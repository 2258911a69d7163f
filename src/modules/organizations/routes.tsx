import type { VNode } from "preact";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { type ClusterPorts, clusterRoutes } from "./clusters/routes.tsx";
import { changeUnit, foundUnit } from "./commands.ts";
import { words } from "./messages.ts";
import { UnitForm } from "./pages/unit-form.tsx";
import { UnitPage } from "./pages/unit-page.tsx";
import { UnitsPage } from "./pages/units-page.tsx";
import { browseUnits, unitPage } from "./queries.ts";
import { peopleRoutes } from "./routes-people.tsx";

/** What another module knows of a unit, as a piece of its page: the award history stands there. */
export type UnitExtra = (c: Request, unit_id: string) => Promise<VNode | null>;

/** Nothing known of accounts or scoring rounds: pages stand, and nobody is found to be reminded. */
const UNWIRED: ClusterPorts = { holders: { usersWithRole: async () => [] }, extra: async () => null };

/** Units, clusters and people. `extra` and `clusters` give what comes from modules that this one may not know. */
export function organizationRoutes(web: Web, extra: UnitExtra = async () => null, clusters: ClusterPorts = UNWIRED) {
  const routes = web.routes();

  routes.get("/units", (c) => web.show(c, browseUnits, web.asked(c), (list, t) => ({ title: t(words.units), content: <UnitsPage list={list} /> })));

  routes.get("/units/new", (c) => showNew(c, c.req.query("parent") ?? "", { from_on: c.var.visit.caller.clock.today() }, null));

  async function showNew(c: Request, parent_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const parent = await web.query(c, unitPage, { unit_id: parent_id });
    if (!parent.ok) return web.failure(c, parent.error);
    if (!parent.value.may.found) return web.failure(c, NOT_ALLOWED);
    const { id, name } = parent.value.newest;
    return web.page(c, say("Thêm đơn vị", "Add a unit")[c.var.visit.lang], <UnitForm unit={null} parent={{ id, name }} parents={[]} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/units", (c) =>
    web.submit(c, foundUnit, {
      input: ({ fields }) => fields,
      next: (made) => `/units/${made.id}`,
      done: say("Đã thêm đơn vị.", "The unit is added."),
      again: (failure, { fields }) => showNew(c, String(fields["parent_id"] ?? ""), fields, failure),
    }),
  );

  routes.get("/units/:id", async (c) => {
    const id = c.req.param("id");
    const found = await web.query(c, unitPage, { unit_id: id, on: c.req.query("on") });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, (found.value.unit ?? found.value.newest).name, <UnitPage view={found.value} extra={await extra(c, id)} />);
  });

  routes.get("/units/:id/change", (c) => showChange(c, null, null));

  async function showChange(c: Request, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, unitPage, { unit_id: c.req.param("id") ?? "" });
    if (!found.ok) return web.failure(c, found.error);
    const { unit, path, may, newest } = found.value;
    const parent = path[path.length - 1];
    if (!may.change || unit === null || parent === undefined) return web.failure(c, NOT_ALLOWED);
    const now = { ...unit, on: c.var.visit.caller.clock.today(), by_school_year: unit.by_school_year ? "on" : "", difficult_area: unit.difficult_area ? "on" : "" };
    const beside = await web.query(c, unitPage, { unit_id: parent.id });
    const parents = [...path, ...(beside.ok ? beside.value.beneath.filter((entry) => entry.id !== newest.id) : [])];
    return web.page(c, unit.name, <UnitForm unit={unit} parent={parent} parents={parents} typed={typed ?? now} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/units/:id/change", (c) =>
    web.submit(c, changeUnit, {
      input: ({ fields }) => ({ ...fields, unit_id: c.req.param("id") }),
      next: (changed) => `/units/${changed.id}`,
      done: say("Đã ghi thay đổi.", "The change is entered."),
      again: (failure, { fields }) => showChange(c, fields, failure),
    }),
  );

  routes.route("/", clusterRoutes(web, clusters));
  routes.route("/", peopleRoutes(web));
  return routes;
}

const NOT_ALLOWED: Failure = { code: "forbidden", message: say("Vai trò của bạn không cho phép sửa đơn vị này.", "Your roles do not allow changing this unit.") };
