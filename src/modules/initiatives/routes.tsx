import { toDayNumber, yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import { filledRows } from "../../platform/http/forms.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { renderPdf } from "../../platform/rendering/render-pdf.ts";
import { composeInitiativeCertificate } from "./certificate.ts";
import { draftInitiative, reviseInitiative, submitInitiative, withdrawInitiative } from "./commands-draft.ts";
import { recogniseInitiative, refuseInitiative, returnInitiative, scoreInitiative } from "./commands-review.ts";
import { words } from "./messages.ts";
import { CertificatePage } from "./pages/certificate-page.tsx";
import { InitiativeForm } from "./pages/form-page.tsx";
import { InitiativePage } from "./pages/initiative-page.tsx";
import { InitiativesPage } from "./pages/list-page.tsx";
import { browseInitiatives, initiativeChoices, initiativePage } from "./queries.ts";

/** Initiatives: list, writing, one initiative with its steps, its certificate. */
export function initiativeRoutes(web: Web, baseUrl: string) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/initiatives", (c) => web.show(c, browseInitiatives, web.asked(c), (list, t) => ({ title: t(words.initiatives), content: <InitiativesPage list={list} />, wide: true })));

  routes.get("/initiatives/new", (c) => showForm(c, { unit_id: c.req.query("unit") }, { year: yearOf(c.var.visit.caller.clock.today()) }, null));

  async function showForm(c: Request, asked: { unit_id?: unknown; initiative_id?: string }, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, initiativeChoices, asked);
    if (!found.ok) return web.failure(c, found.error);
    const { initiative, authors } = found.value;
    const kept = initiative === null ? {} : { ...initiative, authors: authors.map((author) => ({ person_id: author.person_id, share_percent: author.share_percent.replace(".", ",") })) };
    return web.page(c, words.initiatives[c.var.visit.lang], <InitiativeForm choices={found.value} typed={typed ?? kept} failure={failure} />, failure ? 422 : 200);
  }

  const written = (fields: Typed) => ({ ...fields, authors: filledRows(fields["authors"]) });

  routes.post("/initiatives", (c) =>
    web.submit(c, draftInitiative, {
      input: ({ fields }) => written(fields),
      next: (made) => `/initiatives/${made.id}`,
      done: say("Đã lưu nháp. Xem lại rồi gửi khi sẵn sàng.", "The draft is saved. Look it over, then submit."),
      again: (failure, { fields }) => showForm(c, { unit_id: fields["unit_id"] }, written(fields), failure),
    }),
  );

  routes.get("/initiatives/:id/revision", (c) => showForm(c, { initiative_id: idOf(c) }, null, null));
  routes.post("/initiatives/:id/revision", (c) =>
    web.submit(c, reviseInitiative, {
      input: ({ fields }) => ({ ...written(fields), initiative_id: idOf(c) }),
      next: (made) => `/initiatives/${made.id}`,
      done: say("Đã lưu.", "Saved."),
      again: (failure, { fields }) => showForm(c, { initiative_id: idOf(c) }, written(fields), failure),
    }),
  );

  routes.get("/initiatives/:id", (c) => showOne(c, {}, null));

  async function showOne(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, initiativePage, { initiative_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.initiative.title, <InitiativePage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.get("/initiatives/:id/certificate", async (c) => {
    const found = await web.query(c, initiativePage, { initiative_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    if (found.value.recognitions.length === 0) return web.failure(c, { code: "not_found", message: say("Sáng kiến này chưa được công nhận.", "This initiative is not recognised yet.") });
    return web.page(c, words.certificate[c.var.visit.lang], <CertificatePage view={found.value} />);
  });

  routes.get("/initiatives/:id{[0-9a-f-]{36}}/certificates/:scope/:file{[0-9a-f-]{36}\\.pdf}", async (c) => {
    const found = await web.query(c, initiativePage, { initiative_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { initiative, authors, recognitions } = found.value;
    const author = authors.find(({ person_id }) => `${person_id}.pdf` === c.req.param("file"));
    const recognition = recognitions.find(({ scope }) => scope === c.req.param("scope"));
    if (author === undefined || recognition === undefined) return web.failure(c, { code: "not_found", message: say("Không có giấy chứng nhận này.", "There is no such certificate.") });
    const document = composeInitiativeCertificate({
      title: initiative.title, year: initiative.year, author, authors: authors.length, recognition,
      place: c.var.visit.caller.locality.name.replace(/^(Huyện|Xã|Thị trấn|Tỉnh)\s+/i, ""), address: `${baseUrl}/initiatives/${initiative.id}`,
    });
    const pdf = await renderPdf({ document, created_at_s: toDayNumber(recognition.decided_on) * 86_400 });
    return c.body(new Uint8Array(pdf), 200, { "Content-Type": "application/pdf", "Content-Disposition": 'inline; filename="chung-nhan-sang-kien.pdf"' });
  });

  /** What the steps share: back to the initiative, or its page again with what was typed. */
  const here = (c: Request, done: ReturnType<typeof say>) => ({
    next: () => `/initiatives/${idOf(c)}`,
    done,
    again: (failure: Failure, { fields }: { fields: Typed }) => showOne(c, { ...fields, scores: filledRows(fields["scores"]) }, failure),
  });
  const typedStep = (c: Request, fields: Typed): Record<string, unknown> => {
    const { step: _step, ...rest } = fields;
    return { ...rest, initiative_id: idOf(c) };
  };

  routes.post("/initiatives/:id/submission", (c) => web.submit(c, submitInitiative, { input: () => ({ initiative_id: idOf(c) }), ...here(c, say("Đã gửi đơn.", "Submitted.")) }));
  routes.post("/initiatives/:id/withdrawal", (c) => web.submit(c, withdrawInitiative, { input: ({ fields }) => typedStep(c, fields), ...here(c, say("Đã rút đơn.", "Withdrawn.")) }));
  routes.post("/initiatives/:id/return", (c) => web.submit(c, returnInitiative, { input: ({ fields }) => typedStep(c, fields), ...here(c, say("Đã trả lại để bổ sung.", "Returned.")) }));
  routes.post("/initiatives/:id/refusal", (c) => web.submit(c, refuseInitiative, { input: ({ fields }) => typedStep(c, fields), ...here(c, say("Đã ghi: không công nhận.", "Not recognised.")) }));
  routes.post("/initiatives/:id/recognitions", (c) => web.submit(c, recogniseInitiative, { input: ({ fields }) => typedStep(c, fields), ...here(c, say("Đã ghi quyết định công nhận.", "The recognition is entered.")) }));
  routes.post("/initiatives/:id/scores", (c) =>
    web.submit(c, scoreInitiative, { input: ({ fields }) => ({ ...typedStep(c, fields), scores: filledRows(fields["scores"]) }), ...here(c, say("Đã ghi điểm của Hội đồng.", "The council's scores are entered.")) }),
  );

  return routes;
}
