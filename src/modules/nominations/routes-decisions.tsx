import { say } from "../../kernel/text.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Sent } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { showAward } from "../honours/index.ts";
import type { decisionCommands } from "./commands-decide.ts";
import { FairnessCard } from "./pages/fairness-card.tsx";
import { decisionFairness, yearFairness } from "./queries-fairness.ts";
import { DecisionPage, DecisionsPage, NewDecisionPage } from "./pages/decisions-page.tsx";
import type { decisionQueries } from "./queries-decisions.ts";

/** Decisions: list, draft, signature, number, paper, confirmation. Takes the commands and queries as the application wired them. */
export function decisionRoutes(web: Web, decide: ReturnType<typeof decisionCommands>, seen: ReturnType<typeof decisionQueries>) {
  const routes = web.routes();
  const { browseDecisions, decisionPage, decisionScan, issuers, readyForDecision, severalHonours } = seen;

  routes.get("/decisions", (c) =>
    web.show(c, browseDecisions, {}, (decisions, t) => ({
      title: t(say("Quyết định", "Decisions")),
      content: <DecisionsPage decisions={decisions} mayPrepare={holdsAnywhere(c.var.visit.caller.actor, ["officer", "division_head", "clerk"])} />,
      wide: true,
    })),
  );

  routes.get("/decisions/new", (c) => showNew(c, {}, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const ready = await web.query(c, readyForDecision, {});
    if (!ready.ok) return web.failure(c, ready.error);
    const may = await web.query(c, issuers, {});
    if (!may.ok) return web.failure(c, may.error);
    const title = say("Lập dự thảo quyết định", "Prepare a decision")[c.var.visit.lang];
    return web.page(c, title, <NewDecisionPage ready={ready.value} issuers={may.value.units} root={may.value.root} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/decisions", (c) =>
    web.submit(c, decide.prepareDecision, {
      input: ({ fields }) => fields,
      next: (made) => `/decisions/${made.id}`,
      done: say("Đã lập dự thảo quyết định.", "The draft decision is prepared."),
      again: (failure, { fields }) => showNew(c, fields, failure),
    }),
  );

  routes.get("/decisions/:id", (c) => showDecision(c, {}, null));

  async function showDecision(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, decisionPage, { decision_id: c.req.param("id") ?? "", page: c.req.query("page") });
    if (!found.ok) return web.failure(c, found.error);
    const fairness = await web.query(c, decisionFairness, { decision_id: c.req.param("id") ?? "" });
    // Only whoever pays or decides is reminded; the others may not ask.
    const several = await web.query(c, severalHonours, { decision_id: c.req.param("id") ?? "" });
    return web.page(c, found.value.decision.title, <DecisionPage view={found.value} fairness={fairness.ok && found.value.dossier_count > 0 ? fairness.value : null} several={several.ok ? several.value : []} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.get("/awards/fairness", (c) =>
    web.show(c, yearFairness, { year: c.req.query("year") }, (view, t) => ({
      title: t(say("Cơ cấu khen thưởng", "The make-up of commendations")),
      content: (
        <>
          <h1>{t(say(`Cơ cấu khen thưởng năm ${view.year}`, `The make-up of commendations in ${view.year}`))}</h1>
          <p>{t(say("Tỷ lệ từng nhóm trong số người được khen, bên cạnh tỷ lệ của nhóm đó trong toàn thể cán bộ, công chức, viên chức, người lao động và trong số người được khen năm trước.", "The share of each group among those commended, beside its share of everybody who works here and of those commended the year before."))}</p>
          <nav class="chips" aria-label={t(say("Năm", "Year"))}>{view.years.map((year) => <a href={`/awards/fairness?year=${year}`} aria-current={year === view.year ? "true" : undefined}>{year}</a>)}</nav>
          <FairnessCard view={view} title={say("Tỷ lệ", "Shares")} />
        </>
      ),
    })),
  );

  const here = (c: Request) => ({
    next: () => `/decisions/${c.req.param("id")}`,
    again: (failure: Failure, { fields }: Sent) => showDecision(c, fields, failure),
  });

  routes.post("/decisions/:id/signature", (c) =>
    web.submit(c, decide.signDecision, { input: ({ fields }) => ({ decision_id: c.req.param("id"), ...fields }), done: say("Đã ký. Văn thư sẽ cho số.", "Signed. The records clerk numbers it next."), ...here(c) }),
  );
  routes.post("/decisions/:id/number", (c) =>
    web.submit(c, decide.numberDecision, { input: ({ fields }) => ({ decision_id: c.req.param("id"), ...fields }), done: say("Quyết định đã ban hành, khen thưởng đã vào sổ.", "The decision is in force and the awards are in the register."), ...here(c) }),
  );
  routes.post("/decisions/:id/confirmation", (c) =>
    web.submit(c, decide.confirmPaperDecision, { input: () => ({ decision_id: c.req.param("id") }), done: say("Đã xác nhận; khen thưởng đã vào sổ.", "Confirmed; the awards are in the register."), ...here(c) }),
  );
  routes.post("/decisions/:id/cancellation", (c) =>
    web.submit(c, decide.cancelDecision, {
      input: ({ fields }) => ({ decision_id: c.req.param("id"), reason: fields["cancel_reason"] }),
      done: say("Đã bỏ dự thảo; hồ sơ trở lại danh sách chờ.", "The draft is cancelled."),
      ...here(c),
      // The page holds two reasons; each sentence goes back to its own field.
      again: (failure, { fields }) => showDecision(c, { cancel_reason: "", ...fields }, { ...failure, ...(failure.fields?.["reason"] === undefined ? {} : { fields: { cancel_reason: failure.fields["reason"] } }) }),
    }),
  );
  routes.post("/decisions/:id/paper", (c) =>
    web.submit(c, decide.recordPaperDecision, {
      input: async ({ fields, files }) => {
        const file = files["scan"];
        return { decision_id: c.req.param("id"), ...fields, ...(file ? { scan: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } } : {}) };
      },
      done: say("Đã nhập. Người thứ hai sẽ xác nhận.", "Recorded. A second person confirms next."),
      ...here(c),
    }),
  );

  routes.post("/decisions/:id/strikes", (c) =>
    web.submit(c, decide.strikeFromDecision, {
      input: ({ fields }) => ({ decision_id: c.req.param("id"), ...fields }),
      done: say("Đã đưa hồ sơ ra khỏi dự thảo.", "The dossiers are out of the draft."),
      ...here(c),
      again: (failure, { fields }) => showDecision(c, { ...fields, outcome: fields["outcome"] ?? "" }, failure),
    }),
  );

  routes.post("/awards/:id/revocation", (c) =>
    web.submit(c, decide.revokeAward, {
      input: ({ fields }) => ({ award_id: c.req.param("id"), ...fields }),
      next: (done) => `/awards/${done.id}`,
      done: say("Đã hủy bỏ khen thưởng; việc thu hồi được theo dõi ở đây.", "The award is revoked; its recovery is followed here."),
      again: (failure, { fields }) => showAward(web, c, fields, failure),
    }),
  );

  routes.get("/decisions/:id/scan", async (c) => {
    const scan = await web.query(c, decisionScan, { decision_id: c.req.param("id") });
    if (!scan.ok) return web.failure(c, scan.error);
    return c.body(scan.value.bytes, 200, { "Content-Type": scan.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(scan.value.name)}` });
  });
  return routes;
}
