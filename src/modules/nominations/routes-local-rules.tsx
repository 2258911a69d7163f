import { yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { declareLocalRule, endLocalRule } from "./commands-local-rules.ts";
import { CAPPED } from "./core/local-rules.ts";
import { LocalRulesPage } from "./pages/local-rules-page.tsx";
import { WhatIfPage } from "./pages/what-if-page.tsx";
import { draftChoices } from "./queries.ts";
import { browseLocalRules, whatIfList } from "./queries-local-rules.ts";

/** Local rules: list, declare, end; and trying a list against another figure. */
export function localRuleRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/local-rules", (c) => showRules(c, {}, null));

  async function showRules(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const rules = await web.query(c, browseLocalRules, {});
    if (!rules.ok) return web.failure(c, rules.error);
    const { lang, caller } = c.var.visit;
    const content = <LocalRulesPage rules={rules.value} today={caller.clock.today()} mayDeclare={holdsAnywhere(caller.actor, ["officer"])} typed={typed} failure={failure} />;
    return web.page(c, say("Quy định của địa phương", "Local rules")[lang], content, failure ? 422 : 200, { wide: true });
  }

  routes.post("/local-rules", (c) =>
    web.submit(c, declareLocalRule, {
      input: ({ fields }) => ({ ...fields }),
      next: () => "/local-rules",
      done: say("Đã khai báo; áp dụng cho hồ sơ nhận từ ngày có hiệu lực.", "Declared; it applies to dossiers received from its first day."),
      again: (failure, { fields }) => showRules(c, fields, failure),
    }),
  );

  routes.post("/local-rules/:id{[0-9a-f-]{36}}/end", (c) =>
    web.submit(c, endLocalRule, {
      input: ({ fields }) => ({ local_rule_id: c.req.param("id"), to_on: fields["to_on"] }),
      next: () => "/local-rules",
      done: say("Đã ghi ngày hết hiệu lực.", "The end is recorded."),
      again: (failure) => showRules(c, {}, failure),
    }),
  );

  routes.get("/nominations/what-if", async (c) => {
    const { unit_id = "", honour = CAPPED, year = String(yearOf(c.var.visit.caller.clock.today())), add = "", local_cap = "" } = c.req.query();
    const choices = await web.query(c, draftChoices, {});
    if (!choices.ok) return web.failure(c, choices.error);
    const typed = { unit_id, honour, year, add, local_cap };
    const outcome = unit_id === "" ? null : await web.query(c, whatIfList, typed);
    if (outcome !== null && !outcome.ok && outcome.error.fields === undefined) return web.failure(c, outcome.error);
    const failure = outcome === null || outcome.ok ? null : outcome.error;
    const content = <WhatIfPage units={choices.value.units} outcome={outcome?.ok ? outcome.value : null} typed={typed} failure={failure} />;
    return web.page(c, say("Xét thử cả danh sách", "What if, on a list")[c.var.visit.lang], content, failure ? 422 : 200, { wide: true });
  });
  return routes;
}
