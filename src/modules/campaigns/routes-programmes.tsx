import { yearOf } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { draftProgramme, launchProgramme, reviseProgramme } from "./commands-programmes.ts";
import { programmeInput, typedFromProgramme, typedProgramme } from "./forms.ts";
import { words } from "./messages.ts";
import { ProgrammeForm } from "./pages/programme-form.tsx";
import { ProgrammePage } from "./pages/programme-page.tsx";
import { campaignChoices, programmePage } from "./queries.ts";

/** The year's programme: seen by all, drafted and launched by the officer. */
export function programmeRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/programmes/new", (c) => showNew(c, { year: yearOf(c.var.visit.caller.clock.today()) + 1 }, null));

  async function showNew(c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
    const { actor } = c.var.visit.caller;
    const unit_id = actor.kind === "user" ? actor.grants.find((grant) => grant.role === "officer")?.unit_id : undefined;
    if (unit_id === undefined) {
      return web.failure(c, { code: "forbidden", message: say("Chỉ cán bộ thi đua, khen thưởng soạn chương trình.", "Only emulation officers draft the programme.") });
    }
    const choices = await web.query(c, campaignChoices, { unit_id });
    if (!choices.ok) return web.failure(c, choices.error);
    return form(c, { unit_id: choices.value.unit.id, programme: null, typed, failure });
  }

  function form(c: Request, props: Parameters<typeof ProgrammeForm>[0]): Response | Promise<Response> {
    return web.page(c, say("Chương trình thi đua năm", "The year's programme")[c.var.visit.lang], <ProgrammeForm {...props} />, props.failure ? 422 : 200);
  }

  routes.post("/programmes", (c) =>
    web.submit(c, draftProgramme, {
      input: ({ fields }) => programmeInput(fields),
      next: (made) => `/programmes/${made.year}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showNew(c, typedProgramme(fields), failure),
    }),
  );

  routes.get("/programmes/:year{[0-9]{4}}", (c) =>
    web.show(c, programmePage, { year: c.req.param("year") }, (view, t) => ({
      title: t(say(`Chương trình thi đua năm ${view.programme.year}`, `The programme of ${view.programme.year}`)),
      content: <ProgrammePage view={view} />,
    })),
  );

  routes.get("/programmes/:year{[0-9]{4}}/edit", (c) => showEdit(c, null, null));

  async function showEdit(c: Request, typed: Typed | null, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, programmePage, { year: c.req.param("year") });
    if (!found.ok) return web.failure(c, found.error);
    const { programme, may } = found.value;
    if (!may.revise) return c.redirect(`/programmes/${programme.year}`, 303);
    return form(c, { unit_id: programme.unit_id, programme, typed: typed ?? typedFromProgramme(found.value), failure });
  }

  routes.post("/programmes/:year{[0-9]{4}}", (c) =>
    web.submit(c, reviseProgramme, {
      input: ({ fields }) => programmeInput(fields),
      next: (made) => `/programmes/${made.year}`,
      done: words.draftSaved,
      again: (failure, { fields }) => showEdit(c, typedProgramme(fields), failure),
    }),
  );

  routes.post("/programmes/:year{[0-9]{4}}/launch", (c) =>
    web.submit(c, launchProgramme, {
      input: ({ fields }) => ({ programme_id: fields["programme_id"] }),
      next: (made) => `/programmes/${made.year}`,
      done: say("Chương trình đã phát động.", "The programme is launched."),
    }),
  );

  return routes;
}
