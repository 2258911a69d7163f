import { addDays } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { runCommand } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { cascadeCampaign, closeCampaign } from "./commands-campaigns.ts";
import { respondToCampaign, urgeUnits } from "./commands-responses.ts";
import { listOf } from "./forms.ts";
import { words } from "./messages.ts";
import { BoardPage } from "./pages/board-page.tsx";
import { CascadeForm, ClosureForm, ResponseForm, UrgingForm } from "./pages/step-forms.tsx";
import { campaignChoices, campaignPage } from "./queries.ts";
import { responseBoard } from "./queries-responses.ts";

/** What is done with a launched campaign: the board, response, urging, cascade, closure. */
export function stepRoutes(web: Web) {
  const routes = web.routes();
  const idOf = (c: Request): string => c.req.param("id") ?? "";

  routes.get("/campaigns/:id/board", (c) =>
    web.show(c, responseBoard, { campaign_id: idOf(c) }, (board, t) => ({ title: t(words.board), content: <BoardPage board={board} /> })),
  );

  routes.get("/campaigns/:id/response", (c) => showResponse(c, { unit_id: c.req.query("unit") ?? "" }, null));

  async function showResponse(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, campaignPage, { campaign_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    if (c.var.visit.caller.actor.kind !== "user") return web.failure(c, SIGN_IN);
    return web.page(c, words.respond[c.var.visit.lang], <ResponseForm view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/campaigns/:id/response", (c) =>
    web.submit(c, respondToCampaign, {
      input: ({ fields }) => ({ ...fields, campaign_id: idOf(c) }),
      next: (made) => `/campaigns/${made.campaign_id}`,
      done: say("Đã gửi hưởng ứng của đơn vị.", "The unit's response is sent."),
      again: (failure, { fields }) => showResponse(c, fields, failure),
    }),
  );

  routes.get("/campaigns/:id/urging", (c) => showUrging(c, null));

  async function showUrging(c: Request, failure: Failure | null): Promise<Response> {
    const board = await web.query(c, responseBoard, { campaign_id: idOf(c) });
    if (!board.ok) return web.failure(c, board.error);
    if (!board.value.may_urge && failure === null) return c.redirect(`/campaigns/${idOf(c)}/board`, 303);
    return web.page(c, say("Đôn đốc", "Urge")[c.var.visit.lang], <UrgingForm board={board.value} failure={failure} />, failure ? 422 : 200);
  }

  // Not `submit`: the sentence afterwards names the units that have nobody to notify.
  routes.post("/campaigns/:id/urging", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const unit_ids = listOf(fields["unit_ids"]);
    if (unit_ids.length === 0) return showUrging(c, { code: "invalid", message: say("Chưa chọn đơn vị nào.", "No unit was chosen.") });
    const transactionId = typeof fields["transaction_id"] === "string" ? fields["transaction_id"] : undefined;
    const result = await runCommand(web.engine, c.var.visit.caller, urgeUnits, { campaign_id: idOf(c), unit_ids }, transactionId);
    if (!result.ok) return showUrging(c, result.error);
    const { urged, without_clerk } = result.value;
    const alone = without_clerk.slice(0, 5).join(", ") + (without_clerk.length > 5 ? "…" : "");
    web.leaveNotice(
      c,
      without_clerk.length === 0
        ? say(`Đã đôn đốc ${urged} đơn vị.`, `${urged} units were urged.`)
        : say(`Đã đôn đốc ${urged} đơn vị. Chưa có cán bộ phụ trách nhận tin: ${alone}.`, `${urged} units were urged. Without a clerk to notify: ${alone}.`),
    );
    return c.redirect(`/campaigns/${idOf(c)}/board`, 303);
  });

  routes.get("/campaigns/:id/closure", (c) => showClosure(c, {}, null));

  async function showClosure(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, campaignPage, { campaign_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    if (!found.value.moves.includes("close") && failure === null) return c.redirect(`/campaigns/${idOf(c)}`, 303);
    return web.page(c, say("Tổng kết phong trào", "Close the campaign")[c.var.visit.lang], <ClosureForm view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/campaigns/:id/closure", (c) =>
    web.submit(c, closeCampaign, {
      input: ({ fields }) => ({ campaign_id: idOf(c), summary: fields["summary"] }),
      next: (closed) => `/campaigns/${closed.id}`,
      done: say("Phong trào đã kết thúc.", "The campaign is closed."),
      again: (failure, { fields }) => showClosure(c, fields, failure),
    }),
  );

  routes.get("/campaigns/:id/cascade", (c) => showCascade(c, c.req.query("unit") ?? "", { response_due_on: addDays(c.var.visit.caller.clock.today(), 14) }, null));

  async function showCascade(c: Request, unit_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, campaignPage, { campaign_id: idOf(c) });
    if (!found.ok) return web.failure(c, found.error);
    const choices = await web.query(c, campaignChoices, { unit_id: unit_id || (found.value.mine[0]?.unit_id ?? found.value.campaign.unit_id) });
    if (!choices.ok) return web.failure(c, choices.error);
    return web.page(c, say("Phát động tiếp", "Cascade")[c.var.visit.lang], <CascadeForm view={found.value} choices={choices.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  routes.post("/campaigns/:id/cascade", (c) =>
    web.submit(c, cascadeCampaign, {
      input: ({ fields }) => ({ ...fields, campaign_id: idOf(c), unit_ids: listOf(fields["unit_ids"]) }),
      next: (made) => `/campaigns/${made.id}`,
      done: say("Đã phát động tới các đơn vị trực thuộc.", "Launched to the sub-units."),
      again: (failure, { fields }) => showCascade(c, String(fields["unit_id"] ?? ""), { ...fields, unit_ids: listOf(fields["unit_ids"]) }, failure),
    }),
  );

  return routes;
}

const SIGN_IN: Failure = { code: "forbidden", message: say("Cần đăng nhập để làm việc này.", "Sign in to do this.") };
