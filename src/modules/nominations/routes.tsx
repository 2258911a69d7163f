import { honourCatalogue, regimeOn } from "../../engines/rulebook/index.ts";
import { parseTypedDate, yearOf } from "../../kernel/plain-date.ts";
import { say, type Text } from "../../kernel/text.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import type { Command } from "../../platform/command/define.ts";
import { type Failure, statusOf } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { findingIn } from "./assess.ts";
import * as appraise from "./commands-appraise.ts";
import { draftNominations, reviseNomination, submitNominations, withdrawNominations } from "./commands-draft.ts";
import { proposableOn } from "./core/authorities.ts";
import { factsFromForm, fieldOfFact, formFromFacts, unshownFacts } from "./core/stated-facts.ts";
import { DraftPage } from "./pages/draft-page.tsx";
import { Findings } from "./pages/findings.tsx";
import { NominationsPage } from "./pages/list-page.tsx";
import { AppraisalAids } from "./pages/appraisal-aids.tsx";
import { DossierContents } from "./pages/appraisal-documents.tsx";
import { appraisalAids, dossierContents } from "./queries-appraisal.ts";
import { NominationPage } from "./pages/nomination-page.tsx";
import type { RefusedStep } from "./pages/reason-step.tsx";
import { reconsiderAtLevel, refuseToForward, returnFromLevel } from "./submissions/commands-levels.ts";
import { RouteCard } from "./submissions/pages/route-card.tsx";
import { dossierRoute } from "./submissions/queries-routes.ts";
import type { View } from "./pages/view.ts";
import { browseNominations, draftChoices, nominationPage, previewFinding } from "./queries.ts";

const isoOrTyped = (text: string): string => parseTypedDate(text) ?? text;

/** Nominations: list, writing, one dossier, and what may be done with it. */
export function nominationRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/nominations", async (c) => {
    const asked = web.asked(c);
    const found = await web.query(c, browseNominations, asked);
    if (found.ok) return showList(c, found.value, asked, null);
    const wrong = new Set(Object.keys(found.error.fields ?? {}));
    // A filter that cannot be read is said above the list, which is shown without it.
    const list = wrong.size === 0 ? found : await web.query(c, browseNominations, Object.fromEntries(Object.entries(asked).filter(([name]) => !wrong.has(name))));
    return list.ok ? showList(c, list.value, asked, found.error) : web.failure(c, list.error);
  });

  function showList(c: Request, list: View<typeof browseNominations>, typed: Typed, failure: Failure | null): Promise<Response> | Response {
    const mayWrite = holdsAnywhere(c.var.visit.caller.actor, ["clerk", "head", "officer"]);
    return web.page(c, say("Hồ sơ", "Nominations")[c.var.visit.lang], <NominationsPage list={list} mayWrite={mayWrite} typed={typed} failure={failure} />, failure === null ? 200 : statusOf(failure), { wide: true });
  }

  routes.get("/nominations/new", (c) => showDraft(c, { honour: c.req.query("honour") ?? "", year: c.req.query("year") || String(yearOf(c.var.visit.caller.clock.today())), authority: c.req.query("authority") ?? "district", subject: c.req.query("subject") ?? "" }, null, c.req.query("unit")));

  async function showDraft(c: Request, typed: Typed, failure: Failure | null, unit: string | undefined): Promise<Response> {
    const choices = await web.query(c, draftChoices, unit ? { unit_id: unit } : {});
    if (!choices.ok) return web.failure(c, choices.error);
    const regime = regimeOn(c.var.visit.caller.clock.today());
    const honours = honourCatalogue().filter((entry) => !regime || entry.regimes.includes(regime.id));
    const title = say("Lập hồ sơ", "Write a nomination")[c.var.visit.lang];
    return web.page(c, title, <DraftPage choices={choices.value} honours={honours} authoritiesOf={(honour) => proposableOn(honour, regime?.id ?? null)} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post("/nominations", (c) =>
    web.submit(c, draftNominations, {
      input: ({ fields }) => {
        const { unit_id, honour, year, authority } = fields;
        return { unit_id, honour, year, authority, procedure: fields["procedure"], subjects: [{ ...subjectOf(fields), achievement: fields["achievement"], facts: factsFromForm(fields, Number(year), isoOrTyped) }] };
      },
      next: (made) => `/nominations/${made.ids[0]}`,
      done: say("Đã lưu nháp. Xem đối chiếu với quy định, rồi trình khi sẵn sàng.", "The draft is saved. See the findings, then submit."),
      again: (failure, { fields }) => showDraft(c, { ...fields }, namedAsTyped(failure, Number(fields["year"])), typeof fields["unit_id"] === "string" ? fields["unit_id"] : undefined),
    }),
  );

  routes.post("/nominations/findings", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return c.text("", 403);
    const { fields } = received.value;
    const subject = subjectOf(fields);
    const individual = subject.person_id !== undefined;
    const previewed = await web.query(c, previewFinding, {
      unit_id: fields["unit_id"], honour: fields["honour"], year: fields["year"], authority: fields["authority"], ...subject,
      subject_kind: individual || subject.subject_unit_id === undefined ? "individual" : "collective",
      facts: factsFromForm(fields, Number(fields["year"]), isoOrTyped),
    });
    const { lang } = c.var.visit;
    return previewed.ok ? web.piece(c, <Findings output={findingIn(previewed.value, lang)} reckoned_on={previewed.value.reckoned_on} />) : web.piece(c, <p class="warn">{previewed.error.message[lang]}</p>);
  });

  routes.get("/nominations/:id", (c) => showNomination(c, c.req.param("id"), null, null));

  async function showNomination(c: Request, id: string, typed: Typed | null, failure: Failure | null, refused: RefusedStep | null = null): Promise<Response> {
    const found = await web.query(c, nominationPage, { nomination_id: id });
    if (!found.ok) return web.failure(c, failure ?? found.error);
    const { nomination } = found.value;
    const shown = typed ?? { achievement: nomination.achievement, procedure: nomination.procedure, ...formFromFacts(nomination.facts, nomination.year), unshown: JSON.stringify(unshownFacts(nomination.facts, nomination.subject_kind, nomination.year)) };
    const contents = await web.query(c, dossierContents, { nomination_id: id });
    const aids = await web.query(c, appraisalAids, { nomination_id: id });
    const route = await web.query(c, dossierRoute, { nomination_id: id });
    const extra = <>{route.ok && <RouteCard view={route.value} refused={refused} failure={failure} />}{aids.ok && <AppraisalAids aids={aids.value} />}{contents.ok && <DossierContents contents={contents.value} typed={{}} failure={null} />}</>;
    return web.page(c, nomination.subject_name, <NominationPage view={found.value} typed={shown} failure={failure} refused={refused} extra={extra} />, failure === null ? 200 : statusOf(failure), { wide: true });
  }

  routes.post("/nominations/:id{[0-9a-f-]{36}}", (c) =>
    web.submit(c, reviseNomination, {
      input: ({ fields }) => ({ nomination_id: c.req.param("id"), revision: fields["revision"], achievement: fields["achievement"], procedure: fields["procedure"], facts: factsFromForm(fields, Number(fields["year"]), isoOrTyped) }),
      next: (revised) => `/nominations/${revised.id}`,
      done: say("Đã lưu.", "Saved."),
      again: (failure, { fields }) => showNomination(c, c.req.param("id"), fields, namedAsTyped(failure, Number(fields["year"]))),
    }),
  );

  /** One posted step for one or many dossiers. */
  const step = (path: string, command: Command, done: Text, fields: readonly string[] = [], next?: string) =>
    routes.post(`/nominations/${path}`, (c) =>
      web.submit(c, command, {
        input: (sent) => ({ nomination_ids: sent.fields["nomination_ids"], ...Object.fromEntries(fields.map((name) => [name, sent.fields[name]])) }),
        next: () => next ?? backTo(c),
        done,
        again: (failure, sent) => stepAgain(c, failure, sent.fields),
      }),
    );
  /** A refused step about one dossier is said on its page, with the reason that was typed; one about many on a page of its own. */
  const stepAgain = (c: Request, failure: Failure, fields: Typed): Promise<Response> | Response => {
    const ids: unknown = fields["nomination_ids"];
    const [only, ...others] = Array.isArray(ids) ? ids : [ids];
    if (typeof only !== "string" || others.length > 0 || failure.code === "forbidden") return web.failure(c, failure);
    return showNomination(c, only, null, failure, typeof fields["reason"] === "string" ? { path: c.req.path, reason: fields["reason"] } : null);
  };
  const asCommand = (command: unknown) => command as Command;
  step("submission", asCommand(submitNominations), say("Đã trình hồ sơ.", "Submitted."));
  step("withdrawal", asCommand(withdrawNominations), say("Đã rút hồ sơ.", "Withdrawn."), ["reason"]);
  step("assignment", asCommand(appraise.assignNominations), say("Đã giao cán bộ.", "Assigned."), ["user_id"]);
  step("appraisal", asCommand(appraise.takeUpNominations), say("Đã nhận thẩm định.", "Taken up."));
  step("return", asCommand(appraise.returnNominations), say("Đã trả lại kèm lý do; nội dung hồ sơ còn nguyên.", "Returned with the reason; nothing typed is lost."), ["reason"]);
  step("recommendation", asCommand(appraise.recommendNominations), say("Đã đề nghị khen thưởng.", "Recommended."));
  step("non-recommendation", asCommand(appraise.notRecommendNominations), say("Đã ghi không đề nghị.", "Not recommended."), ["reason"]);
  step("decline", asCommand(appraise.declineNominations), say("Đã ghi không khen thưởng.", "Declined."), ["reason"]);
  // What the level that has a dossier does with it leads back to what waits there.
  step("level-return", asCommand(returnFromLevel), say("Đã trả lại kèm lý do; nội dung hồ sơ còn nguyên.", "Returned with the reason; nothing typed is lost."), ["reason"], "/submissions");
  step("non-forwarding", asCommand(refuseToForward), say("Đã ghi không trình tiếp và báo đơn vị đề nghị.", "Not forwarded; the proposing unit is told."), ["reason"], "/submissions");
  step("reconsideration", asCommand(reconsiderAtLevel), say("Đã nhận xét lại.", "Taken up again."), ["reason"], "/submissions");
  return routes;
}

/** The page the form stood on, when it is one of ours; else the list. */
function backTo(c: Request): string {
  const referer = c.req.header("referer");
  if (referer && URL.canParse(referer)) {
    const { pathname } = new URL(referer);
    if (pathname === "/nominations" || pathname.startsWith("/nominations/")) return pathname + new URL(referer).search;
  }
  return "/nominations";
}

function subjectOf(fields: Readonly<Record<string, unknown>>): { person_id?: string; subject_unit_id?: string } {
  const subject = typeof fields["subject"] === "string" ? fields["subject"] : "";
  if (subject.startsWith("person:")) return { person_id: subject.slice(7) };
  if (subject.startsWith("unit:")) return { subject_unit_id: subject.slice(5) };
  return {};
}

/** The command names fields by their place in the list and facts by their path in the rulebook; the form has one nominee and names them plainly. */
function namedAsTyped(failure: Failure, year: number): Failure {
  const fields = Object.entries(failure.fields ?? {}).map(([path, text]) => {
    const [, fact] = /^(?:subjects\.0\.)?(?:facts|candidate)\.(.+)$/.exec(path) ?? [];
    const plain = fact === undefined ? path.replace(/^subjects\.0\./, "") : fieldOfFact(fact, year);
    return [plain === "person_id" || plain === "subject_unit_id" ? "subject" : plain, text] as const;
  });
  return { ...failure, fields: Object.fromEntries(fields) };
}
