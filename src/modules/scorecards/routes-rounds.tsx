import type { CardLeaf } from "./core/content.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { bundleOf } from "./bundle.ts";
import { raiseObjection, settleObjection } from "./commands-objections.ts";
import { correctRound, proposeLeading, publishRound } from "./commands-publish.ts";
import { advanceRound, openRound, setScorePairs, urgeScorers } from "./commands-rounds.ts";
import { ruleInWords } from "./core/card-words.ts";
import { words } from "./messages.ts";
import { BoardPage } from "./pages/board-page.tsx";
import { CompletenessPage } from "./pages/completeness-page.tsx";
import { CorrectionForm } from "./pages/correction-form.tsx";
import { RankingPage } from "./pages/ranking-page.tsx";
import { OpenRoundForm, RoundsPage } from "./pages/rounds-page.tsx";
import { UnitScorePage } from "./pages/unit-score-page.tsx";
import { browseRounds, myScoring, roundBoard, roundChoices, roundContent } from "./queries-rounds.ts";
import { rankingPage, roundCompleteness, unitScore } from "./queries-scores.ts";
import { sheetRoutes } from "./routes-sheets.tsx";

/** Scoring rounds: list, board, ranking, why a unit stands where it stands, completeness, bundle. `honourName` comes from above. */
export function roundRoutes(web: Web, honourName: (c: Request, honour: string) => string) {
  const routes = web.routes();

  routes.get("/rounds", async (c) => {
    const mine = await web.query(c, myScoring, {});
    return web.show(c, browseRounds, { year: c.req.query("year") }, (list, t) => ({ title: t(words.rounds), content: <RoundsPage list={list} mine={mine.ok ? mine.value : []} /> }));
  });

  /** The unit asked for, else the one whose officer the visitor is. */
  const organiser = (c: Request): string | undefined => {
    const { actor } = c.var.visit.caller;
    return c.req.query("unit") ?? (actor.kind === "user" ? actor.grants.find((grant) => grant.role === "officer")?.unit_id : undefined);
  };

  routes.get("/rounds/new", (c) => showOpen(c, organiser(c), { scorers_per_unit: "2", card_id: c.req.query("card"), cluster_id: c.req.query("cluster") }, null));

  async function showOpen(c: Request, unit_id: string | undefined, typed: Typed, failure: Failure | null): Promise<Response> {
    if (unit_id === undefined) return web.failure(c, { code: "forbidden", message: say("Chỉ cán bộ thi đua, khen thưởng mở đợt chấm điểm.", "Only emulation officers open scoring rounds.") });
    const choices = await web.query(c, roundChoices, { unit_id });
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, say("Mở đợt chấm điểm", "Open a scoring round")[c.var.visit.lang], <OpenRoundForm choices={choices.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/rounds", (c) =>
    web.submit(c, openRound, {
      input: ({ fields }) => fields,
      next: (opened) => `/rounds/${opened.id}/board`,
      done: say("Đã mở đợt chấm; các đơn vị đã nhận thông báo.", "The round is open; the units have been notified."),
      again: (failure, { fields }) => showOpen(c, String(fields["unit_id"] ?? ""), fields, failure),
    }),
  );

  routes.get("/rounds/:id", async (c) => {
    const found = await web.query(c, rankingPage, { round_id: c.req.param("id"), number: c.req.query("number") });
    // What is not published is seen by those who take part, on the board.
    if (!found.ok && found.error.code === "not_found") return showBoard(c, {}, null);
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.round.title, <RankingPage view={found.value} honourName={(honour) => honourName(c, honour)} />, 200, { wide: true });
  });

  routes.get("/rounds/:id/bundle.zip", async (c) => {
    const found = await web.query(c, rankingPage, { round_id: c.req.param("id"), number: c.req.query("number") });
    if (!found.ok) return web.failure(c, found.error);
    const { shown, round } = found.value;
    return c.body(bundleOf(shown.content), 200, { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="ranking-${round.year}-${round.id.slice(-6)}-${shown.number}.zip"` });
  });

  routes.get("/rounds/:id/board", (c) => showBoard(c, {}, null));

  async function showBoard(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const board = await web.query(c, roundBoard, { round_id: c.req.param("id") });
    if (!board.ok) return web.failure(c, board.error);
    const content = await web.query(c, roundContent, { round_id: c.req.param("id") });
    if (!content.ok) return web.failure(c, content.error);
    return web.page(c, board.value.round.title, <BoardPage board={board.value} content={content.value} typed={typed} failure={failure} honourName={(honour) => honourName(c, honour)} />, failure ? 422 : 200, { wide: true });
  }

  routes.get("/rounds/:id/completeness", (c) => web.show(c, roundCompleteness, { round_id: c.req.param("id") }, (view, t) => ({ title: t(words.completeness), content: <CompletenessPage view={view} />, wide: true })));

  routes.get("/rounds/:id/units/:unit", (c) => web.show(c, unitScore, { round_id: c.req.param("id"), unit_id: c.req.param("unit") }, (view) => ({ title: view.unit.name, content: <UnitScorePage view={view} /> })));

  const board = (c: Request) => ({ next: () => `/rounds/${c.req.param("id")}/board`, again: (failure: Failure, { fields }: { fields: Typed }) => showBoard(c, fields, failure) });
  const id = (c: Request) => ({ round_id: c.req.param("id") });

  routes.post("/rounds/:id/advance", (c) => web.submit(c, advanceRound, { input: () => id(c), done: say("Đã chuyển bước.", "The round has gone on."), ...board(c) }));
  routes.post("/rounds/:id/urging", (c) => web.submit(c, urgeScorers, { input: () => id(c), done: say("Đã đôn đốc.", "They have been urged."), ...board(c) }));
  routes.post("/rounds/:id/pairs", (c) => web.submit(c, setScorePairs, { input: ({ fields }) => ({ ...fields, pairs: chosenPairs(fields["pairs"]), ...id(c) }), done: say("Đã ghi phân công.", "The pairs are set."), ...board(c) }));
  routes.post("/rounds/:id/publication", (c) =>
    web.submit(c, publishRound, { input: () => id(c), done: say("Đã công bố kết quả.", "The result is published."), next: () => `/rounds/${c.req.param("id")}`, again: (failure, { fields }) => showBoard(c, fields, failure) }),
  );
  routes.post("/rounds/:id/objections", (c) => web.submit(c, raiseObjection, { input: ({ fields }) => ({ ...fields, ...id(c) }), done: say("Đã gửi ý kiến.", "The objection is entered."), ...board(c) }));
  routes.post("/rounds/:id/objections/:objection", (c) =>
    web.submit(c, settleObjection, { input: ({ fields }) => ({ ...fields, facts: filledFacts(fields), objection_id: c.req.param("objection") }), done: say("Đã ghi kết luận.", "The objection is settled."), ...board(c), again: (failure, { fields }) => showBoard(c, { ...fields, objection: c.req.param("objection") }, failure) }),
  );
  routes.post("/rounds/:id/leading", (c) => web.submit(c, proposeLeading, { input: ({ fields }) => ({ ...fields, ...id(c) }), done: say("Đã ghi kết quả bình xét.", "The vote is entered."), ...board(c) }));

  routes.get("/rounds/:id/correction", (c) => showCorrection(c, {}, null));

  async function showCorrection(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, roundBoard, { round_id: c.req.param("id") });
    if (!found.ok) return web.failure(c, found.error);
    const content = await web.query(c, roundContent, { round_id: c.req.param("id") });
    if (!content.ok) return web.failure(c, content.error);
    if (found.value.may.organise && found.value.round.status !== "published") return web.failure(c, { code: "conflict", message: say("Kết quả chưa công bố: sửa ở bước đang làm.", "The result is not published yet: change it at its stage.") });
    if (!found.value.may.organise) return web.failure(c, { code: "forbidden", message: say("Chỉ cơ quan thường trực đính chính.", "Only the standing body corrects a result.") });
    return web.page(c, say("Đính chính", "Correct")[c.var.visit.lang], <CorrectionForm board={found.value} content={content.value} unit_id={c.req.query("unit") ?? null} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/rounds/:id/correction", (c) =>
    web.submit(c, correctRound, {
      input: ({ fields }) => ({ ...fields, facts: filledFacts(fields), ...id(c), unit_id: c.req.query("unit") }),
      next: () => `/rounds/${c.req.param("id")}`,
      done: say("Đã đính chính; kết quả cũ vẫn xem được.", "Corrected; the earlier result stays to be seen."),
      again: (failure, { fields }) => showCorrection(c, fields, failure),
    }),
  );

  routes.route("/", sheetRoutes(web, (c) => (content) => (leaf: CardLeaf) => leaf.rules.map((rule) => ruleInWords(rule, content.facts, c.var.visit.lang))));
  return routes;
}

/** Gives the pairs in which a scorer was chosen: a unit may have fewer scorers than the form has places. */
function chosenPairs(pairs: unknown): unknown[] {
  return Array.isArray(pairs) ? pairs.filter((pair: unknown) => pair !== null && typeof pair === "object" && "scorer_unit_id" in pair && pair.scorer_unit_id !== "") : [];
}

/** A blank field of a form of changes says that the fact stands. */
function filledFacts(fields: Typed): Record<string, unknown> {
  const facts = fields["facts"];
  if (facts === null || typeof facts !== "object") return {};
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === "string" && value.trim() !== ""));
}
