import { yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import { type Typed, typedText } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { copyCard, draftCard, publishCard, reopenCard, withdrawCard } from "./commands-cards.ts";
import { trialFailure, trialFromForm } from "./forms-card-try.ts";
import { cardWords } from "./messages-cards.ts";
import { CardEditPage } from "./pages/card-edit-page.tsx";
import { CardPage } from "./pages/card-page.tsx";
import { CardsPage, CopyCardPage, NewCardPage } from "./pages/card-list.tsx";
import { CardTryPage } from "./pages/card-try-page.tsx";
import { browseCards, cardPage, readyCards, type Trial, tryCard } from "./queries-cards.ts";
import { cardEditRoutes } from "./routes-cards-edit.tsx";
import { CARD_WRITERS } from "./store-cards.ts";

/** Scorecards: read by all; drafted, tried, published and copied by officers. */
export function cardRoutes(web: Web) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";
  const ID = ":id{[0-9a-f-]{36}}";
  const unitOf = (c: Request): string => {
    const { actor } = c.var.visit.caller;
    return actor.kind === "user" ? (actor.grants.find((grant) => (CARD_WRITERS as readonly string[]).includes(grant.role))?.unit_id ?? "") : "";
  };
  const ONLY_OFFICERS: Failure = { code: "forbidden", message: say("Chỉ cán bộ thi đua, khen thưởng lập bảng chấm điểm.", "Only emulation officers draft scorecards.") };

  routes.get("/cards", (c) => {
    const { year, purpose } = web.asked(c);
    return web.show(c, browseCards, { year, purpose }, (list, t) => ({ title: t(cardWords.cards), content: <CardsPage list={list} /> }));
  });

  routes.get("/cards/new", (c) => showNew(c, { year: yearOf(c.var.visit.caller.clock.today()), ready_id: "commune_cluster" }, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    if (!holdsAnywhere(c.var.visit.caller.actor, CARD_WRITERS)) return web.failure(c, ONLY_OFFICERS);
    const ready = await web.query(c, readyCards, {});
    if (!ready.ok) return web.failure(c, ready.error);
    const unit_id = typedText(typed, "unit_id") || unitOf(c);
    return web.page(c, cardWords.draft[c.var.visit.lang], <NewCardPage ready={ready.value} unit_id={unit_id} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/cards", (c) =>
    web.submit(c, draftCard, {
      input: ({ fields }) => fields,
      next: (made) => `/cards/${made.id}/edit`,
      done: say("Đã lập bản nháp. Chỉnh từng mục, chấm thử rồi ban hành.", "The draft is made. Adjust it, try it, then publish."),
      again: (failure, { fields }) => showNew(c, fields, failure),
    }),
  );

  routes.get(`/cards/${ID}`, (c) => web.show(c, cardPage, { card_id: idOf(c) }, (view) => ({ title: view.card.title, content: <CardPage view={view} />, wide: true })));

  // The card as `thidua score` takes it: put units into the list and run.
  routes.get("/cards/:file{[0-9a-f-]{36}\\.json}", async (c) => {
    const found = await web.query(c, cardPage, { card_id: c.req.param("file").slice(0, 36) });
    if (!found.ok) return web.failure(c, found.error);
    const { scorecard } = found.value.card.content;
    c.header("Content-Disposition", `attachment; filename="${scorecard.id}.json"`);
    return c.json({ scorecard, units: [] });
  });

  routes.get(`/cards/${ID}/copy`, (c) => showCopy(c, null, null));

  async function showCopy(c: Request, typed: Typed | null, failure: Failure | null): Promise<Response> {
    if (!holdsAnywhere(c.var.visit.caller.actor, CARD_WRITERS)) return web.failure(c, ONLY_OFFICERS);
    const found = await web.query(c, cardPage, { card_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const { card } = found.value;
    const page = <CopyCardPage card={card} unit_id={unitOf(c)} typed={typed ?? { year: card.year + 1 }} failure={failure} />;
    return web.page(c, say("Sao chép bảng chấm điểm", "Copy a scorecard")[c.var.visit.lang], page, failure ? 422 : 200);
  }

  routes.post(`/cards/${ID}/copy`, (c) =>
    web.submit(c, copyCard, {
      input: ({ fields }) => ({ ...fields, card_id: idOf(c) }),
      next: (made) => `/cards/${made.id}/edit`,
      done: say("Đã sao chép thành bản nháp mới.", "Copied to a new draft."),
      again: (failure, { fields }) => showCopy(c, fields, failure),
    }),
  );

  routes.post(`/cards/${ID}/publication`, (c) =>
    web.submit(c, publishCard, {
      input: () => ({ card_id: idOf(c) }),
      next: (published) => `/cards/${published.id}`,
      done: say("Đã ban hành bảng chấm điểm.", "The scorecard is published."),
      again: (failure) => (failure.fields === undefined ? web.failure(c, failure) : showEdit(c, failure)),
    }),
  );

  async function showEdit(c: Request, failure: Failure): Promise<Response> {
    const found = await web.query(c, cardPage, { card_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, cardWords.edit[c.var.visit.lang], <CardEditPage view={found.value} failure={failure} />, 422, { wide: true });
  }

  routes.post(`/cards/${ID}/withdrawal`, (c) =>
    web.submit(c, withdrawCard, { input: () => ({ card_id: idOf(c) }), next: () => "/cards", done: say("Bảng đã thôi dùng.", "The card is withdrawn.") }),
  );

  routes.post(`/cards/${ID}/reopening`, (c) =>
    web.submit(c, reopenCard, { input: () => ({ card_id: idOf(c) }), next: (reopened) => `/cards/${reopened.id}/edit`, done: say("Bảng đã mở lại để sửa.", "The card is open for changes again.") }),
  );

  routes.get(`/cards/${ID}/try`, (c) => showTry(c, c.req.query("units") === "3" ? 3 : 1, {}, null, null));

  async function showTry(c: Request, columns: number, typed: Typed, trial: Trial | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, cardPage, { card_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    if (found.value.moves.length === 0) return web.failure(c, ONLY_OFFICERS);
    const page = <CardTryPage card={found.value.card} columns={columns} trial={trial} typed={typed} failure={failure} />;
    return web.page(c, say("Chấm thử", "Try the card")[c.var.visit.lang], page, failure ? 422 : 200, { wide: true });
  }

  // Posted because facts are many; nothing is written.
  routes.post(`/cards/${ID}/try`, async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const columns = fields["units_shown"] === "3" ? 3 : 1;
    const found = await web.query(c, cardPage, { card_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const units = trialFromForm(found.value.card.content, fields, columns);
    if (!units.ok) return showTry(c, columns, fields, null, units.error);
    const tried = await web.query(c, tryCard, { card_id: idOf(c), units: units.value });
    if (!tried.ok) return web.failure(c, tried.error);
    return showTry(c, columns, fields, tried.value, tried.value.kind === "refused" ? trialFailure(tried.value) : null);
  });

  routes.route("/", cardEditRoutes(web));
  return routes;
}
