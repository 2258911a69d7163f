import { compareHonour, explainHonour, honourCatalogue, regimeOn } from "../../engines/rulebook/index.ts";
import { formatDate, parseTypedDate, plainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { Breadcrumb, Card, Table, Tag, usePage } from "../../platform/html/kit.ts";
import { writeCitation } from "../../modules/honours/index.ts";
import type { Site } from "./site.ts";
import { ComparePage, CompareForm } from "./standards-compare.tsx";
import { RegimesPage, UnreadNotice } from "./standards-regimes.tsx";

type Explained = ReturnType<typeof explainHonour>[number];

function StandardPage({ honour, name, on, checks }: { honour: string; name: string; on: PlainDate; checks: readonly Explained[] }) {
  const { t, lang } = usePage();
  const limbs = [...new Set(checks.map((check) => check.limb))];
  return (
    <>
      <Breadcrumb trail={[{ href: "/standards", label: t(say("Tiêu chuẩn", "Standards")) }]} />
      <h1>{name}</h1>
      <p class="muted">{t(say(`Theo quy định có hiệu lực ngày ${formatDate(on)}.`, `By the law in force on ${formatDate(on)}.`))}</p>
      <UnreadNotice on={on} />
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
      <div class="after">
        <Card title={t(say("So sánh hai thời điểm", "Compare two days"))}>
          <CompareForm honour={honour} a={EARLIER_DAY} b={on === EARLIER_DAY ? LATER_DAY : on} />
          <p class="small"><a href="/standards/regimes">{t(say("Các chế độ pháp luật và ngày áp dụng", "The regimes and their days"))}</a></p>
        </Card>
      </div>
    </>
  );
}

function StandardsPage({ on }: { on: PlainDate }) {
  const { t, lang } = usePage();
  const regime = regimeOn(on);
  const rows = honourCatalogue().filter((entry) => regime !== null && entry.regimes.includes(regime.id));
  return (
    <>
      <h1>{t(say("Tiêu chuẩn khen thưởng", "Standards"))}</h1>
      <p>{t(say(`Danh hiệu và hình thức theo quy định có hiệu lực ngày ${formatDate(on)}. Mỗi điều kiện kèm điều luật.`, `Honours by the law in force on ${formatDate(on)}, each condition with its article.`))}</p>
      <UnreadNotice on={on} />
      <form method="get" action="/standards" class="filters">
        <div class="field"><label for="on">{t(say("Xem theo ngày", "As of"))}</label><input id="on" name="on" class="w-s" value={formatDate(on)} /></div>
        <button type="submit" class="btn plain">{t(say("Xem", "Show"))}</button>
      </form>
      <p><a href="/standards/regimes">{t(say("Các chế độ pháp luật và ngày áp dụng", "The regimes and their days"))}</a></p>
      <section class="card">
        <Table
          columns={[
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row: (typeof rows)[number]) => <a href={`/standards/${row.id}?on=${on}`}>{lang === "vi" ? row.name_vi : row.name_en}</a> },
            { head: t(say("Loại", "Kind")), cell: (row) => t(row.form === "emulation_title" ? say("Danh hiệu thi đua", "Emulation title") : say("Hình thức khen thưởng", "Form of commendation")) },
            { head: t(say("Bằng chứng", "Paper")), cell: (row) => t(GIVES[row.gives] ?? say(row.gives, row.gives)) },
            { head: t(say("So sánh", "Compare")), cell: (row) => <a href={`/standards/${row.id}/compare?a=${EARLIER_DAY}&b=${LATER_DAY}`}>{t(say("2021 và 2025", "2021 and 2025"))}</a> },
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

/** Two days of the year's end, one under the law of 2003 and one under that of 2022: where a comparison begins. */
const EARLIER_DAY = plainDate("2021-12-20");
const LATER_DAY = plainDate("2025-12-20");

/** Takes an id or alias; gives the catalogue's entry, or undefined. */
const entryOf = (id: string) => honourCatalogue().find((known) => known.id === id || known.aliases.includes(id));

const NO_SUCH_HONOUR = { code: "not_found", message: say("Không có danh hiệu, hình thức này.", "No such honour.") } as const;

/** The law as anybody may read it: what each honour asks on a day. */
export function standardsRoutes({ web }: Site) {
  const routes = web.routes();
  routes.get("/standards", (c) => {
    const on = parseTypedDate(c.req.query("on") ?? "") ?? c.var.visit.caller.clock.today();
    return web.page(c, say("Tiêu chuẩn", "Standards")[c.var.visit.lang], <StandardsPage on={on} />);
  });
  routes.get("/standards/regimes", (c) => web.page(c, say("Các chế độ pháp luật", "Regimes")[c.var.visit.lang], <RegimesPage today={c.var.visit.caller.clock.today()} />));
  routes.get("/standards/:honour/compare", (c) => {
    const { lang } = c.var.visit;
    const entry = entryOf(c.req.param("honour"));
    if (entry === undefined) return web.failure(c, NO_SUCH_HONOUR);
    const a = parseTypedDate(c.req.query("a") ?? "") ?? EARLIER_DAY;
    const b = parseTypedDate(c.req.query("b") ?? "") ?? LATER_DAY;
    const name = lang === "vi" ? entry.name_vi : entry.name_en;
    const title = say(`So sánh: ${name}`, `Compare: ${name}`)[lang];
    return web.page(c, title, <ComparePage honour={entry.id} name={name} a={a} b={b} rows={compareHonour(entry.id, a, b, lang)} />, 200, { wide: true });
  });
  routes.get("/standards/:honour", (c) => {
    const { lang, caller } = c.var.visit;
    const on = parseTypedDate(c.req.query("on") ?? "") ?? caller.clock.today();
    const entry = entryOf(c.req.param("honour"));
    if (entry === undefined) return web.failure(c, NO_SUCH_HONOUR);
    const name = lang === "vi" ? entry.name_vi : entry.name_en;
    return web.page(c, name, <StandardPage honour={entry.id} name={name} on={on} checks={explainHonour(entry.id, on, lang)} />);
  });
  return routes;
}
