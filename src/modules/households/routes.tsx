import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { mayAtReview, filledCriteria, homeRoutes } from "./routes-homes.tsx";
import { closeHouseholdReview, reopenHouseholdReview } from "./commands-close.ts";
import { prepareHouseholdCertificates, prepareHouseholdDecision } from "./commands-decide.ts";
import { answerPostingRemark, notePostingRemark, openHouseholdReview, postHouseholdResult, reviseHouseholdReview } from "./commands-reviews.ts";
import { words } from "./messages.ts";
import { CertificatesPage } from "./pages/certificates-page.tsx";
import { ReviewForm, typedReview } from "./pages/review-form.tsx";
import { ReviewPage } from "./pages/review-page.tsx";
import { FiguresPage, ReviewsPage } from "./pages/reviews-page.tsx";
import { browseHouseholdReviews, householdFigures, householdReviewPage, lastHouseholdReview } from "./queries.ts";
import { certificateCandidates } from "./queries-checks.ts";
import { householdImportRoutes } from "./routes-import.tsx";

/** Reviews of households: the list, opening, one review with its posting, closing and decisions. */
export function householdRoutes(web: Web) {
  const routes = web.routes();
  const id = (c: Request) => c.req.param("id") ?? "";

  routes.get("/households", (c) =>
    web.show(c, browseHouseholdReviews, web.asked(c), (list, t) => ({ title: t(words.review), content: <ReviewsPage list={list} />, wide: true })),
  );

  routes.get("/households/figures", (c) =>
    web.show(c, householdFigures, web.asked(c), (view, t) => ({ title: t(words.figures), content: <FiguresPage view={view} /> })),
  );

  routes.get("/households/new", (c) => showNew(c, c.req.query("commune") ?? "", null, null));

  async function showNew(c: Request, commune_id: string, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, lastHouseholdReview, { commune_id });
    if (!found.ok) return web.failure(c, found.error);
    const { commune, last, year } = found.value;
    const { registration_due_on: _due, ...kept } = last === null ? {} as Record<string, unknown> : typedReview(last);
    const title = say(`Mở đợt bình xét: ${commune.name}`, `Open a review: ${commune.name}`)[c.var.visit.lang];
    const shown = typed ?? { ...kept, year: c.req.query("year") || String(year) };
    return web.page(c, title, <ReviewForm action="/households" title={title} back={{ href: "/households", label: commune.name }} hidden={{ commune_id: commune.id }} year typed={shown} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/households", (c) =>
    web.submit(c, openHouseholdReview, {
      input: ({ fields }) => filledCriteria(fields),
      next: (made) => `/households/${made.id}`,
      done: say("Đã mở đợt bình xét. Bước tiếp theo: nhập danh sách hộ.", "The review is open. Next: import the households."),
      again: (failure, { fields }) => showNew(c, String(fields["commune_id"] ?? ""), filledCriteria(fields), failure),
    }),
  );

  routes.get("/households/:id{[0-9a-f-]{36}}", (c) => showReview(c, {}, null));

  async function showReview(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, householdReviewPage, { review_id: id(c) });
    if (!found.ok) return web.failure(c, found.error);
    const title = `${words.review[c.var.visit.lang]} ${found.value.review.year}: ${found.value.commune}`;
    return web.page(c, title, <ReviewPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  const here = (c: Request) => ({
    next: () => `/households/${id(c)}`,
    again: (failure: Failure, { fields }: { fields: Record<string, unknown> }) => showReview(c, fields, failure),
  });

  routes.get("/households/:id/terms", (c) => showTerms(c, null, null));

  async function showTerms(c: Request, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, householdReviewPage, { review_id: id(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { review, commune } = found.value;
    const title = say("Thang điểm, tỷ lệ, thời hạn", "Scale, shares, days")[c.var.visit.lang];
    return web.page(c, title, <ReviewForm action={`/households/${review.id}/terms`} title={title} back={{ href: `/households/${review.id}`, label: `${commune}, ${review.year}` }} hidden={{}} year={false} typed={typed ?? typedReview(review)} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/households/:id/terms", (c) =>
    web.submit(c, reviseHouseholdReview, {
      input: ({ fields }) => ({ review_id: id(c), ...filledCriteria(fields) }),
      next: () => `/households/${id(c)}`,
      done: words.saved,
      again: (failure, { fields }) => showTerms(c, filledCriteria(fields), failure),
    }),
  );

  routes.post("/households/:id/posting", (c) =>
    web.submit(c, postHouseholdResult, { input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã ghi việc niêm yết.", "The posting is written down."), ...here(c) }),
  );
  routes.post("/households/:id/remarks", (c) =>
    web.submit(c, notePostingRemark, { input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã ghi ý kiến.", "The remark is written down."), ...here(c) }),
  );
  routes.post("/households/:id/answers", (c) =>
    web.submit(c, answerPostingRemark, { input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã ghi trả lời.", "The answer is written down."), ...here(c) }),
  );
  routes.post("/households/:id/closing", (c) =>
    web.submit(c, closeHouseholdReview, { input: () => ({ review_id: id(c) }), done: say("Đã chốt và đối chiếu từng hộ.", "Closed; every household was checked."), ...here(c) }),
  );
  routes.post("/households/:id/reopening", (c) =>
    web.submit(c, reopenHouseholdReview, { input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã mở lại đợt bình xét.", "The review is open again."), ...here(c) }),
  );
  routes.post("/households/:id/decision", (c) =>
    web.submit(c, prepareHouseholdDecision, {
      input: ({ fields }) => ({ review_id: id(c), ...fields }), done: say("Đã lập dự thảo quyết định.", "The draft decision is prepared."), ...here(c), next: (made) => `/decisions/${made.id}`,
    }),
  );

  routes.get("/households/:id/certificates", (c) => showCertificates(c, {}, null));

  async function showCertificates(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, certificateCandidates, { review_id: id(c) });
    if (!found.ok) return web.failure(c, found.error);
    const mayWrite = await mayAtReview(web, c, id(c));
    return web.page(c, words.certificates[c.var.visit.lang], <CertificatesPage view={found.value} mayWrite={mayWrite} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/households/:id/certificates", (c) =>
    web.submit(c, prepareHouseholdCertificates, {
      input: ({ fields }) => ({ review_id: id(c), ...fields }),
      next: (made) => `/decisions/${made.id}`,
      done: say("Đã lập dự thảo quyết định.", "The draft decision is prepared."),
      again: (failure, { fields }) => showCertificates(c, { household_ids: [], ...fields }, failure),
    }),
  );

  routes.route("/", householdImportRoutes(web));
  routes.route("/", homeRoutes(web));
  return routes;
}
