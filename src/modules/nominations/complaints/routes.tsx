import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { acceptComplaint, receiveComplaint, settleComplaint } from "./commands.ts";
import { ComplaintsPage } from "./pages/complaints-page.tsx";
import { complaintsOfNomination } from "./queries.ts";

/** Complaints about a dossier: the list with the next step of each. */
export function complaintRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/nominations/:id{[0-9a-f-]{36}}/complaints", (c) => show(c, c.req.param("id"), {}, null, c.req.query("form") ?? "new"));

  async function show(c: Request, nomination_id: string, typed: Typed, failure: Failure | null, form: string): Promise<Response> {
    const view = await web.query(c, complaintsOfNomination, { nomination_id });
    if (!view.ok) return web.failure(c, view.error);
    return web.page(c, say("Khiếu nại, tố cáo", "Complaints")[c.var.visit.lang], <ComplaintsPage view={view.value} typed={typed} failure={failure} form={form} />, failure ? 422 : 200);
  }

  routes.post("/nominations/:id{[0-9a-f-]{36}}/complaints", (c) =>
    web.submit(c, receiveComplaint, {
      input: ({ fields }) => ({ ...fields, nomination_id: c.req.param("id") }),
      next: (received) => `/nominations/${received.nomination_id}/complaints`,
      done: say("Đã tiếp nhận.", "Received."),
      again: (failure, { fields }) => show(c, c.req.param("id"), fields, failure, "new"),
    }),
  );
  const step = (c: Request, done: ReturnType<typeof say>) => ({
    next: (moved: { nomination_id: string }) => `/nominations/${moved.nomination_id}/complaints`,
    done,
    again: (failure: Failure, { fields }: { fields: Typed }) => show(c, c.req.param("id") ?? "", fields, failure, c.req.param("complaint") ?? ""),
  });
  const input = (c: Request) => ({ fields }: { fields: Typed }) => ({ ...fields, complaint_id: c.req.param("complaint") });
  routes.post("/nominations/:id{[0-9a-f-]{36}}/complaints/:complaint{[0-9a-f-]{36}}/acceptance", (c) => web.submit(c, acceptComplaint, { input: input(c), ...step(c, say("Đã ghi.", "Saved.")) }));
  routes.post("/nominations/:id{[0-9a-f-]{36}}/complaints/:complaint{[0-9a-f-]{36}}/settlement", (c) => web.submit(c, settleComplaint, { input: input(c), ...step(c, say("Đã ghi kết quả.", "Settled.")) }));
  return routes;
}
