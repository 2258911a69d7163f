import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Sent } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { addScoreEvidence, removeScoreEvidence } from "./commands-evidence.ts";
import { stateAgreedScore, stateAppraisedScore, stateCrossScore, stateSelfScore } from "./commands-scores.ts";
import type { CardContent, CardLeaf } from "./core/content.ts";
import { STAGE_NAMES } from "./core/round.ts";
import { SheetPage } from "./pages/sheet-page.tsx";
import { scoreEvidenceFile, scoreSheet } from "./queries-scores.ts";

type RuleWords = (c: Request) => (content: CardContent) => (leaf: CardLeaf) => string[];

/** The sheets of a round, one address for each stage, and the evidence. */
export function sheetRoutes(web: Web, rules: RuleWords) {
  const routes = web.routes();
  const place = (c: Request) => ({ round_id: c.req.param("id"), unit_id: c.req.param("unit") });

  routes.get("/rounds/:id/sheets/:unit/:stage", (c) => showSheet(c, c.req.param("stage"), null, null));

  async function showSheet(c: Request, stage: string, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, scoreSheet, { ...place(c), stage, by_unit_id: c.req.query("by") });
    if (!found.ok) return web.failure(c, found.error);
    const title = `${STAGE_NAMES[found.value.stage][c.var.visit.lang]}: ${found.value.unit.name}`;
    return web.page(c, title, <SheetPage view={found.value} typed={typed} failure={failure} ruleWords={rules(c)(found.value.content)} />, failure ? 422 : 200);
  }

  const again = (c: Request, stage: string) => (failure: Failure, { fields }: Sent) => showSheet(c, stage, fields, failure);
  const here = (c: Request) => () => c.req.path + new URL(c.req.url).search;

  routes.post("/rounds/:id/sheets/:unit/self", (c) =>
    web.submit(c, stateSelfScore, { input: async (sent) => ({ ...place(c), ...(await sheetInput(sent)) }), next: here(c), done: say("Đã ghi điểm tự chấm.", "The self-score is entered."), again: again(c, "self") }),
  );
  routes.post("/rounds/:id/sheets/:unit/cross", (c) =>
    web.submit(c, stateCrossScore, { input: async (sent) => ({ ...place(c), by_unit_id: c.req.query("by"), ...(await sheetInput(sent)) }), next: here(c), done: say("Đã ghi điểm chấm chéo.", "The cross-score is entered."), again: again(c, "cross") }),
  );
  routes.post("/rounds/:id/sheets/:unit/appraised", (c) =>
    web.submit(c, stateAppraisedScore, { input: ({ fields }) => ({ ...place(c), ...fields }), next: here(c), done: say("Đã ghi điểm thẩm định.", "The appraisal is entered."), again: again(c, "appraised") }),
  );
  routes.post("/rounds/:id/sheets/:unit/agreed", (c) =>
    web.submit(c, stateAgreedScore, { input: ({ fields }) => ({ ...place(c), ...fields }), next: here(c), done: say("Đã ghi điểm thống nhất.", "What was agreed is entered."), again: again(c, "agreed") }),
  );

  routes.post("/rounds/:id/units/:unit/evidence", (c) =>
    web.submit(c, addScoreEvidence, {
      input: async ({ fields, files }) => ({ ...fields, ...place(c), ...(await uploaded(files["file"], "file")) }),
      next: () => `/rounds/${c.req.param("id")}/sheets/${c.req.param("unit")}/self`,
      done: say("Đã thêm tài liệu minh chứng.", "The evidence is added."),
      again: (failure, { fields }) => showSheet(c, "self", fields, failure),
    }),
  );

  routes.post("/scores/evidence/:evidence/removal", (c) =>
    web.submit(c, removeScoreEvidence, {
      input: ({ fields }) => ({ evidence_id: c.req.param("evidence"), ...fields }),
      next: (removed) => `/rounds/${removed.id}/sheets/${removed.unit_id}/self`,
      done: say("Đã rút tài liệu.", "The document is taken back."),
    }),
  );

  routes.get("/scores/evidence/:evidence", async (c) => {
    const file = await web.query(c, scoreEvidenceFile, { evidence_id: c.req.param("evidence") });
    if (!file.ok) return web.failure(c, file.error);
    return c.body(file.value.bytes, 200, { "Content-Type": file.value.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(file.value.name)}` });
  });

  return routes;
}

async function sheetInput({ fields, files }: Sent): Promise<Record<string, unknown>> {
  return { ...fields, ...(await uploaded(files["paper"], "paper")) };
}

async function uploaded(file: File | undefined, name: string): Promise<Record<string, unknown>> {
  return file === undefined ? {} : { [name]: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}
