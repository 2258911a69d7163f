import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { say } from "../../kernel/text.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { AwardsPage, PersonPage } from "./pages/awards-page.tsx";
import { AwardPage, VerifyForm } from "./pages/verify-page.tsx";
import type { Papers } from "./port.ts";
import { awardToPrint, browseAwards, personPage, verifyAward } from "./queries.ts";

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
    web.show(c, browseAwards, web.asked(c), (list, t) => ({ title: t(say("Khen thưởng", "Awards")), content: <AwardsPage list={list} nameOf={nameIn(c)} />, wide: true })),
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
