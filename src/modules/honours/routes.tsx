import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { say } from "../../kernel/text.ts";
import { holdsAnywhere } from "../../platform/command/actor.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { recordRecovery } from "./commands-recovery.ts";
import { AwardWorkPage } from "./pages/award-work-page.tsx";
import { AwardsPage, PersonPage } from "./pages/awards-page.tsx";
import { RecoveriesPage } from "./pages/recoveries-page.tsx";
import { AwardPage, VerifyForm } from "./pages/verify-page.tsx";
import type { Papers } from "./port.ts";
import { awardToPrint, browseAwards, personPage, verifyAward } from "./queries.ts";
import { awardPage, awardsToRecover, RECOVERY_READERS } from "./queries-recovery.ts";

/** Shows one award to those who work with it; the form of its revocation comes back here too. */
export async function showAward(web: Web, c: Request, typed: Typed, failure: Failure | null): Promise<Response> {
  const found = await web.query(c, awardPage, { award_id: c.req.param("id") ?? "" });
  if (!found.ok) return web.failure(c, found.error);
  const { award } = found.value;
  const entry = honourCatalogue().find((known) => known.id === award.honour);
  const honour = entry === undefined ? award.honour : c.var.visit.lang === "vi" ? entry.name_vi : entry.name_en;
  return web.page(c, award.subject_name, <AwardWorkPage view={found.value} honour={honour} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
}

/** Awards: the public list, verification by code, papers, a person's history. */
export function honourRoutes(web: Web, papers: Papers) {
  const routes = web.routes();
  const nameIn = (c: Request) => (honour: string) => {
    const entry = honourCatalogue().find((known) => known.id === honour);
    return entry === undefined ? honour : c.var.visit.lang === "vi" ? entry.name_vi : entry.name_en;
  };
  const title = say("Xác minh", "Verify");

  routes.get("/verify", (c) => {
    const code = c.req.query("code")?.trim();
    if (code) return c.redirect(`/verify/${encodeURIComponent(code.toUpperCase())}`, 303);
    return web.page(c, title[c.var.visit.lang], <VerifyForm code="" failure={null} />);
  });

  routes.get("/verify/:code{.+\\.json}", async (c) => {
    const found = await web.query(c, verifyAward, { code: c.req.param("code").replace(/\.json$/, "") });
    if (!found.ok) return c.json({ error: found.error.message[c.var.visit.lang] }, 404);
    const { value } = found;
    const log_index = await papers.logIndexOf(value.log_entry_id);
    return c.json({ code: value.code, status: value.revoked_on === null ? "valid" : "revoked", revoked_on: value.revoked_on, ...(log_index === null ? {} : { log_index }) });
  });

  routes.get("/verify/:code", async (c) => {
    const code = c.req.param("code");
    const found = await web.query(c, verifyAward, { code });
    if (!found.ok) return web.page(c, title[c.var.visit.lang], <VerifyForm code={code} failure={found.error} />, 404);
    const logged = (await papers.logIndexOf(found.value.log_entry_id)) !== null;
    return web.page(c, title[c.var.visit.lang], <AwardPage award={found.value} honour={nameIn(c)(found.value.honour)} logged={logged} />);
  });

  routes.get("/awards", (c) =>
    web.show(c, browseAwards, web.asked(c), (list, t) => ({ title: t(say("Khen thưởng", "Awards")), content: <AwardsPage list={list} nameOf={nameIn(c)} recovers={holdsAnywhere(c.var.visit.caller.actor, RECOVERY_READERS)} />, wide: true })),
  );

  routes.get("/awards/recoveries", (c) =>
    web.show(c, awardsToRecover, {}, (list, t) => ({ title: t(say("Thu hồi hiện vật, tiền thưởng", "Recoveries")), content: <RecoveriesPage list={list} nameOf={nameIn(c)} />, wide: true })),
  );

  routes.get("/awards/:id{[0-9a-f-]{36}}", (c) => showAward(web, c, {}, null));

  routes.post("/awards/:id/recovery", (c) =>
    web.submit(c, recordRecovery, {
      input: ({ fields }) => ({ award_id: c.req.param("id"), ...fields }),
      next: (done) => `/awards/${done.id}`,
      done: say("Đã ghi việc thu hồi.", "The return is written down."),
      again: (failure, { fields }) => showAward(web, c, fields, failure),
    }),
  );

  routes.get("/awards/:id/certificate.pdf", async (c) => {
    const found = await web.query(c, awardToPrint, { award_id: c.req.param("id") });
    if (!found.ok) return web.failure(c, found.error);
    const pdf = await papers.renderPaper({ ...found.value, locality: c.var.visit.caller.locality });
    if (pdf === null) return web.failure(c, { code: "not_found", message: say("Danh hiệu này không có giấy riêng.", "This honour has no paper of its own.") });
    return c.body(pdf, 200, { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${found.value.code}.pdf"` });
  });

  routes.get("/people/:id", (c) =>
    web.show(c, personPage, { person_id: c.req.param("id") }, (view) => ({ title: view.person.full_name, content: <PersonPage view={view} nameOf={nameIn(c)} /> })),
  );
  return routes;
}
