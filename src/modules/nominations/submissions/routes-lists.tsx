import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { Typed } from "../../../platform/html/kit.ts";
import type { Request, Web } from "../../../platform/http/web.tsx";
import { renderLetter } from "./bundle.ts";
import { changeSubmissionList, draftSubmissionList, dropSubmissionList, sendSubmissionList, writeSubmissionLetter } from "./commands-lists.ts";
import { endRouteLevel, setRouteLevel } from "./commands-routes.ts";
import { ReceiptPage } from "./pages/receipt-page.tsx";
import { RoutesPage } from "./pages/routes-page.tsx";
import { SubmissionListPage } from "./pages/submission-list-page.tsx";
import { SubmissionsPage } from "./pages/submissions-page.tsx";
import { browseSubmissions, submissionLetter, submissionListPage } from "./queries-lists.ts";
import { browseRouteLevels, receiptPage } from "./queries-routes.ts";
import { uploaded } from "./uploaded.ts";

/** The route, submission lists with their letters, and receipts. */
export function submissionRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/nominations/routes", (c) => showLevels(c, {}, null));

  /** `form` names the level whose end was refused; without it what was typed belongs to the form of a new level. */
  async function showLevels(c: Request, typed: Typed, failure: Failure | null, form: string | null = null): Promise<Response> {
    const found = await web.query(c, browseRouteLevels, {});
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, say("Tuyến trình hồ sơ", "The route of dossiers")[c.var.visit.lang], <RoutesPage view={found.value} typed={typed} failure={failure} form={form} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/nominations/routes", (c) =>
    web.submit(c, setRouteLevel, { input: ({ fields }) => fields, next: () => "/nominations/routes", done: say("Đã khai báo cấp trong tuyến trình.", "The level is set."), again: (failure, { fields }) => showLevels(c, fields, failure) }),
  );
  routes.post("/nominations/routes/:id{[0-9a-f-]{36}}/end", (c) =>
    web.submit(c, endRouteLevel, {
      input: ({ fields }) => ({ route_level_id: c.req.param("id"), to_on: fields["to_on"] }), next: () => "/nominations/routes",
      done: say("Đã ghi ngày kết thúc.", "The end is recorded."), again: (failure, { fields }) => showLevels(c, fields, failure, c.req.param("id")),
    }),
  );

  routes.get("/submissions", (c) => showAll(c, { unit_id: c.req.query("unit_id"), year: c.req.query("year") }, {}, null));

  async function showAll(c: Request, asked: Record<string, unknown>, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, browseSubmissions, asked);
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, say("Danh sách đề nghị", "Submission lists")[c.var.visit.lang], <SubmissionsPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/submissions", (c) =>
    web.submit(c, draftSubmissionList, {
      input: ({ fields }) => fields, next: (made) => `/submissions/${made.id}`, done: say("Đã lập danh sách. Ghi tờ trình, rồi trình.", "The list is drawn up. Write the letter, then send."),
      again: (failure, { fields }) => showAll(c, { unit_id: fields["unit_id"] }, fields, failure),
    }),
  );

  routes.get("/submissions/:id", (c) => showList(c, {}, null));

  async function showList(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, submissionListPage, { list_id: c.req.param("id") });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.unit_name, <SubmissionListPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  const here = (c: Request) => ({ next: () => `/submissions/${c.req.param("id")}`, again: (failure: Failure, { fields }: { fields: Record<string, unknown> }) => showList(c, fields, failure) });
  routes.post("/submissions/:id/dossiers", (c) =>
    web.submit(c, changeSubmissionList, { input: ({ fields }) => ({ list_id: c.req.param("id"), nomination_ids: fields["nomination_ids"] }), done: say("Đã lưu danh sách.", "The list is kept."), ...here(c) }),
  );
  routes.post("/submissions/:id/letter", (c) =>
    web.submit(c, writeSubmissionLetter, { input: async ({ fields, files }) => ({ ...fields, list_id: c.req.param("id"), ...(await uploaded("scan", files["scan"])) }), done: say("Đã lưu tờ trình.", "The letter is kept."), ...here(c) }),
  );
  routes.post("/submissions/:id/sending", (c) =>
    web.submit(c, sendSubmissionList, { input: () => ({ list_id: c.req.param("id") }), done: say("Đã trình cả danh sách.", "The whole list is sent."), ...here(c) }),
  );
  routes.post("/submissions/:id/dropping", (c) =>
    web.submit(c, dropSubmissionList, { input: () => ({ list_id: c.req.param("id") }), done: say("Đã bỏ danh sách; hồ sơ vẫn còn.", "The list is dropped; its dossiers stay."), ...here(c) }),
  );

  routes.get("/submissions/:id/letter.pdf", async (c) => {
    const found = await web.query(c, submissionLetter, { list_id: c.req.param("id") });
    if (!found.ok) return web.failure(c, found.error);
    const { scan, content, letter_on } = found.value;
    if (scan !== null) return c.body(scan.bytes, 200, { "Content-Type": scan.media_type, "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(scan.name)}` });
    return c.body(new Uint8Array(await renderLetter(content, letter_on)), 200, { "Content-Type": "application/pdf", "Content-Disposition": 'inline; filename="to-trinh.pdf"' });
  });

  routes.get("/receipts/:id", (c) =>
    web.show(c, receiptPage, { receipt_id: c.req.param("id") }, (view, t) => ({ title: t(say("Giấy tiếp nhận hồ sơ", "A receipt")), content: <ReceiptPage view={view} />, wide: true })),
  );
  return routes;
}
