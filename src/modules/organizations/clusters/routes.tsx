import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { planClusterYear } from "./commands-events.ts";
import { electClusterHeads } from "./commands-heads.ts";
import { changeClusterMembers, formCluster } from "./commands-members.ts";
import { adoptModel, shareModel } from "./commands-models.ts";
import { toClusterCalendar } from "./core/calendar-file.ts";
import { fieldsOf, FRESH, type Given, inForm, inPlace, typedRows } from "./forms.ts";
import { words } from "./messages.ts";
import { FormClusterPage, MembersPage, PlanPage } from "./pages/cluster-forms.tsx";
import { ClusterPage } from "./pages/cluster-page.tsx";
import { ClustersPage } from "./pages/clusters-page.tsx";
import type { ClusterExtra, HoldersPort } from "./port.ts";
import { browseClusters, clusterCalendar, clusterFile, clusterMemberChoices } from "./queries.ts";
import { clusterPage } from "./query-cluster.ts";
import { eventRoutes } from "./routes-events.tsx";
import { pactRoutes } from "./routes-pact.tsx";

/** What the application wires into the pages of clusters. */
export type ClusterPorts = { readonly holders: HoldersPort; readonly extra: ClusterExtra };

/** The list of clusters, one cluster with its forms, its members, its plan, its calendar; pact and events beside. */
export function clusterRoutes(web: Web, ports: ClusterPorts) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";
  const yearOf = (c: Request): string | undefined => c.req.query("year") || undefined;
  const page = (c: Request): string => `/clusters/${idOf(c)}${yearOf(c) === undefined ? "" : `?year=${yearOf(c)}`}`;

  routes.get("/clusters", (c) => web.show(c, browseClusters, { on: c.req.query("on") }, (view, t) => ({ title: t(words.clusters), content: <ClustersPage view={view} /> })));

  routes.get("/clusters/new", (c) => showNew(c, { from_on: c.var.visit.caller.clock.today() }, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const choices = await web.query(c, clusterMemberChoices, {});
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, say("Lập cụm, khối", "Form a cluster")[c.var.visit.lang], <FormClusterPage choices={choices.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/clusters", (c) =>
    web.submit(c, formCluster, { input: ({ fields }) => fields, next: (made) => `/clusters/${made.id}`, done: say("Đã lập cụm, khối.", "The cluster is formed."), again: (failure, { fields }) => showNew(c, fields, failure) }),
  );

  routes.get("/clusters/:id", (c) => showCluster(c, FRESH));

  async function showCluster(c: Request, given: Given): Promise<Response> {
    const found = await web.query(c, clusterPage, { cluster_id: idOf(c), year: yearOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.cluster.name, <ClusterPage view={found.value} given={given} extra={await ports.extra(c, idOf(c))} />, given.failure ? 422 : 200, { wide: true });
  }

  const again = (c: Request, form: string) => (failure: Failure, { fields }: { fields: Record<string, unknown> }) => showCluster(c, { typed: fields, failure: inForm(failure, form), form });

  routes.post("/clusters/:id/heads", (c) =>
    web.submit(c, electClusterHeads, { input: ({ fields }) => ({ ...fieldsOf(fields, "elect"), cluster_id: idOf(c) }), next: (elected) => `/clusters/${elected.id}?year=${elected.year}`, done: say("Đã ghi kết quả bầu.", "The election is entered."), again: again(c, "elect") }),
  );
  routes.post("/clusters/:id/models", (c) =>
    web.submit(c, shareModel, { input: ({ fields }) => ({ ...fieldsOf(fields, "share"), cluster_id: idOf(c) }), next: () => page(c), done: say("Đã giới thiệu mô hình.", "The model is shared."), again: again(c, "share") }),
  );
  routes.post("/clusters/:id/adoptions", (c) =>
    web.submit(c, adoptModel, { input: ({ fields }) => fieldsOf(fields, "adopt"), next: () => page(c), done: say("Đã ghi nhận áp dụng mô hình.", "The adoption is entered."), again: again(c, "adopt") }),
  );

  routes.get("/clusters/:id/members", (c) => showMembers(c, { on: c.var.visit.caller.clock.today() }, null));

  async function showMembers(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const choices = await web.query(c, clusterMemberChoices, { cluster_id: idOf(c) });
    if (!choices.ok) return web.failure(c, choices.error);
    const { cluster } = choices.value;
    if (cluster === null) return showNew(c, typed, failure);
    return web.page(c, cluster.name, <MembersPage choices={choices.value} cluster={cluster} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/clusters/:id/members", (c) =>
    web.submit(c, changeClusterMembers, { input: ({ fields }) => ({ ...fields, cluster_id: idOf(c) }), next: (changed) => `/clusters/${changed.id}`, done: say("Đã ghi thay đổi thành viên.", "The members are changed."), again: (failure, { fields }) => showMembers(c, fields, failure) }),
  );

  routes.get("/clusters/:id/plan", (c) => showPlan(c, null, null));

  /** The form begins with the usual year while the timetable is empty. */
  async function showPlan(c: Request, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, clusterPage, { cluster_id: idOf(c), year: yearOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const view = found.value;
    if (!view.may.lead && failure === null) return web.failure(c, { code: "forbidden", message: say("Lịch do đơn vị trưởng hoặc cán bộ thi đua, khen thưởng lập.", "The lead or the emulation officer plans the year.") });
    const begun = { events: view.events.length === 0 ? view.usual : [] };
    return web.page(c, words.timetable[c.var.visit.lang], <PlanPage view={view} typed={typed ?? begun} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/clusters/:id/plan", (c) =>
    web.submit(c, planClusterYear, {
      input: ({ fields }) => ({ cluster_id: idOf(c), year: yearOf(c) ?? c.var.visit.caller.clock.today().slice(0, 4), events: typedRows(fields["events"], ["title"]).map((entry) => entry.row) }),
      next: () => page(c),
      done: say("Đã lưu lịch hoạt động.", "The timetable is saved."),
      again: (failure, { fields }) => showPlan(c, fields, inPlace(failure, "events", typedRows(fields["events"], ["title"]).map((entry) => entry.place))),
    }),
  );

  routes.get("/clusters/:id/calendar.ics", async (c) => {
    const calendar = await web.query(c, clusterCalendar, { cluster_id: idOf(c), year: yearOf(c) });
    if (!calendar.ok) return web.failure(c, calendar.error);
    return c.body(toClusterCalendar(calendar.value, c.var.visit.lang), 200, { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": `attachment; filename="cum-khoi-${calendar.value.year}.ics"` });
  });

  routes.get("/clusters/:id/files/:file", async (c) => {
    const file = await web.query(c, clusterFile, { cluster_id: idOf(c), year: yearOf(c), file_id: c.req.param("file") });
    if (!file.ok) return web.failure(c, file.error);
    return c.body(file.value.bytes, 200, { "Content-Type": file.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.value.name)}` });
  });

  routes.route("/", pactRoutes(web));
  routes.route("/", eventRoutes(web, ports.holders));
  return routes;
}
