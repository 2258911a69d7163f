import { explainHonour, honourCatalogue, regimeOn } from "../../engines/rulebook/index.ts";
import { formatDate, parseTypedDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { Breadcrumb, Card, Table, Tag, usePage } from "../../platform/html/kit.ts";
import { writeCitation } from "../../modules/honours/index.ts";
import type { Site } from "./site.ts";

type Explained = ReturnType<typeof explainHonour>[number];

function StandardPage({ name, on, checks }: { name: string; on: Parameters<typeof formatDate>[0]; checks: readonly Explained[] }) {
  const { t, lang } = usePage();
  const limbs = [...new Set(checks.map((check) => check.limb))];
  return (
    <>
      <Breadcrumb trail={[{ href: "/standards", label: t(say("Tiêu chuẩn", "Standards")) }]} />
      <h1>{name}</h1>
      <p class="muted">{t(say(`Theo quy định có hiệu lực ngày ${formatDate(on)}.`, `By the law in force on ${formatDate(on)}.`))}</p>
      {checks.length === 0 && <p class="warn">{t(say("Ngày này pháp luật không có danh hiệu, hình thức này.", "The law has no such honour on that day."))}</p>}
      {limbs.map((limb) => (
        <div class="after">
          <Card title={limb === null ? t(say("Điều kiện bắt buộc", "Always required")) : t(say("Một cách đạt tiêu chuẩn", "One way to qualify"))}>
            <ul class="find">
              {checks.filter((check) => check.limb === limb).map((check) => (
                <li>
                  <span class="ic q" aria-hidden="true">§</span>
                  <div>
                    <b>{check.need}</b>
                    <span class="cite">
                      {check.cite.map((cite) => writeCitation(cite, lang)).join("; ")}
                      {check.status !== "verified" && <> <Tag look="wait">{t(check.status === "local" ? say("địa phương", "local") : say("chưa đối chiếu", "not verified"))}</Tag></>}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      ))}
    </>
  );
}

function StandardsPage({ on }: { on: Parameters<typeof formatDate>[0] }) {
  const { t, lang } = usePage();
  const regime = regimeOn(on);
  const rows = honourCatalogue().filter((entry) => regime !== null && entry.regimes.includes(regime.id));
  return (
    <>
      <h1>{t(say("Tiêu chuẩn khen thưởng", "Standards"))}</h1>
      <p>{t(say(`Danh hiệu và hình thức theo quy định có hiệu lực ngày ${formatDate(on)}. Mỗi điều kiện kèm điều luật.`, `Honours by the law in force on ${formatDate(on)}, each condition with its article.`))}</p>
      <form method="get" action="/standards" class="filters">
        <div class="field"><label for="on">{t(say("Xem theo ngày", "As of"))}</label><input id="on" name="on" class="w-s" value={formatDate(on)} /></div>
        <button type="submit" class="btn plain">{t(say("Xem", "Show"))}</button>
      </form>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row: (typeof rows)[number]) => <a href={`/standards/${row.id}?on=${on}`}>{lang === "vi" ? row.name_vi : row.name_en}</a> },
            { head: t(say("Loại", "Kind")), cell: (row) => t(row.form === "emulation_title" ? say("Danh hiệu thi đua", "Emulation title") : say("Hình thức khen thưởng", "Form of commendation")) },
            { head: t(say("Bằng chứng", "Paper")), cell: (row) => t(GIVES[row.gives] ?? say(row.gives, row.gives)) },
          ]}
          rows={rows}
        />
      </section>
    </>
  );
}

const GIVES: Readonly<Record<string, ReturnType<typeof say>>> = {
  nothing: say("Quyết định (trích lục)", "The decision (extract)"),
  title_certificate: say("Bằng chứng nhận", "Title certificate"),
  certificate_of_merit: say("Giấy khen", "Giấy khen (certificate of merit)"),
  diploma_of_merit: say("Bằng khen", "Bằng khen (diploma of merit)"),
  flag: say("Cờ thi đua", "Flag"),
  order: say("Huân chương", "Order"),
};

/** The law as anybody may read it: what each honour asks on a day. */
export function standardsRoutes({ web }: Site) {
  const routes = web.routes();
  routes.get("/standards", (c) => {
    const on = parseTypedDate(c.req.query("on") ?? "") ?? c.var.visit.caller.clock.today();
    return web.page(c, say("Tiêu chuẩn", "Standards")[c.var.visit.lang], <StandardsPage on={on} />);
  });
  routes.get("/standards/:honour", (c) => {
    const { lang, caller } = c.var.visit;
    const on = parseTypedDate(c.req.query("on") ?? "") ?? caller.clock.today();
    const entry = honourCatalogue().find((known) => known.id === c.req.param("honour") || known.aliases.includes(c.req.param("honour")));
    if (entry === undefined) return web.failure(c, { code: "not_found", message: say("Không có danh hiệu, hình thức này.", "No such honour.") });
    const name = lang === "vi" ? entry.name_vi : entry.name_en;
    return web.page(c, name, <StandardPage name={name} on={on} checks={explainHonour(entry.id, on, lang)} />);
  });
  return routes;
}
