import { say } from "../../kernel/text.ts";
import type { Web } from "../../platform/http/web.tsx";
import { applyCouncilOutcome, putBeforeCouncil } from "./commands-council.ts";
import { dossiersForSession } from "./queries-council.ts";

/** What a session does with dossiers: they are put before it, and its outcome is written into them. */
export function councilDossierRoutes(web: Web) {
  const routes = web.routes();
  routes.post("/sessions/:id/dossiers", (c) =>
    web.submit(c, putBeforeCouncil, {
      input: async ({ fields }) => {
        const [honour, year] = String(fields["group"] ?? "").split(" ");
        const found = await web.query(c, dossiersForSession, { session_id: c.req.param("id"), honour, year });
        return { session_id: c.req.param("id"), nomination_ids: found.ok ? found.value.chosen : [], as: fields["as"], mode: fields["mode"] };
      },
      next: (put) => `/sessions/${put.id}`,
      done: say("Đã trình; liên quan lợi ích tìm thấy đã được ghi.", "Put before the council; conflicts found are noted."),
    }),
  );
  routes.post("/sessions/:id/outcome", (c) =>
    web.submit(c, applyCouncilOutcome, { input: () => ({ session_id: c.req.param("id") }), next: (written) => `/sessions/${written.id}`, done: say("Đã ghi kết quả vào hồ sơ.", "The outcome stands in the dossiers.") }),
  );
  return routes;
}
