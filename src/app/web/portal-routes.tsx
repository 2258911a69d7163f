import { unwrap } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { programmePage } from "../../modules/campaigns/index.ts";
import { honourName } from "../../modules/nominations/index.ts";
import { Bar, Card, Day, Link, usePage } from "../../platform/html/kit.ts";
import { portalFigures } from "./portal-figures.ts";
import type { Site } from "./site.ts";
import { TileCard } from "./tile-card.tsx";

type Programme = Extract<Awaited<ReturnType<typeof programmePage.run>>, { ok: true }>["value"];
type Figures = Extract<Awaited<ReturnType<typeof portalFigures.run>>, { ok: true }>["value"];

function PortalPage({ programme, figures }: { programme: Programme | null; figures: Figures }) {
  const { t, lang, locality } = usePage();
  return (
    <div class="grid g-2">
      <section>
        {programme ? (
          <>
            <p class="muted small">{programme.programme.launched_at_event}</p>
            <h1>“{programme.programme.theme}”</h1>
            <p>{t(say(
              "Cả địa phương cùng thi đua. Trang này cho thấy từng nội dung đã đi đến đâu, đơn vị nào hưởng ứng, ai được khen, theo điều luật nào.",
              "This page shows how far each content has come, which units respond, who is commended, and by which article.",
            ))}</p>
            <div class="stackable">
              <Card title={t(say("Các nội dung thi đua", "The contents"))}>
                <ol class="contents">{programme.contents.map((content) => <ContentLine no={content.no} title={content.title} programme={programme} figures={figures} />)}</ol>
              </Card>
              <Card title={t(say("Phong trào và đợt thi đua", "Campaigns and drives"))}>
                <ul class="plain-list">
                  {programme.campaigns.map((campaign) => (
                    <li class="pair">
                      <span><a href={`/campaigns/${campaign.id}`}>{campaign.title}</a><span class="small muted line"><Day on={campaign.from_on} /> – <Day on={campaign.to_on} /></span></span>
                      <a class="num" href={`/campaigns/${campaign.id}/board`}>{campaign.responded}/{campaign.called}</a>
                    </li>
                  ))}
                </ul>
              </Card>
            </div>
          </>
        ) : (
          <>
            <h1>{lang === "vi" ? locality.name : locality.name_en}</h1>
            <p>{t(say("Chưa phát động chương trình thi đua nào.", "No programme has been launched yet."))}</p>
          </>
        )}
      </section>
      <aside class="side">
        <VerifyCard />
        <Card title={t(say("Đã khen thưởng", "Commended"))}>
          {figures.counts.length === 0 && <p class="muted">{t(say("Chưa có khen thưởng nào.", "No awards yet."))}</p>}
          <ul class="plain-list">
            {figures.counts.slice(0, 8).map((row) => (
              <li class="pair"><a href={`/awards?honour=${row.honour}&year=${row.year}`}>{honourName(row.honour, lang)} {row.year}</a><b class="num">{row.n}</b></li>
            ))}
          </ul>
          <p class="small"><a href="/awards/fairness">{t(say("Cơ cấu: người lao động, cơ sở, nữ…", "The make-up: labourers, grass roots, women…"))}</a></p>
        </Card>
        <TileCard tiles={figures.tiles} title={say("Khen thưởng theo xã, thị trấn", "Awards by commune")} note={<>{t(say("Đậm hơn là nhiều khen thưởng hơn.", "Darker means more awards."))} <Link href="/map">{t(say("Bản đồ khác và dạng bảng", "Other maps and tables"))}</Link></>} />
      </aside>
    </div>
  );
}

function ContentLine({ no, title, programme, figures }: { no: number; title: string; programme: Programme; figures: Figures }) {
  const { t } = usePage();
  const campaigns = programme.campaigns.filter((campaign) => campaign.content_no === no);
  const called = campaigns.reduce((sum, campaign) => sum + campaign.called, 0);
  const responded = campaigns.reduce((sum, campaign) => sum + campaign.responded, 0);
  const facts: { text: string; percent: number | null }[] = [];
  if (called > 0) facts.push({ text: t(say(`${campaigns.length} phong trào, đợt; ${responded}/${called} lượt đơn vị hưởng ứng`, `${campaigns.length} campaigns; ${responded} of ${called} responses`)), percent: Math.floor((responded * 100) / called) });
  if (/khen thưởng/i.test(title) && figures.direct.people > 0) {
    const percent = Math.floor((figures.direct.direct * 100) / figures.direct.people);
    facts.push({ text: t(say(`${percent}\u2009% người được khen trực tiếp lao động`, `${percent}\u2009% of the commended labour directly`)), percent });
  }
  if (/cụm, khối/i.test(title) && figures.clusters > 0) facts.push({ text: t(say(`${figures.clusters} cụm, khối`, `${figures.clusters} clusters and blocks`)), percent: null });
  const bar = facts.find((fact) => fact.percent !== null);
  return (
    <li>
      <div>
        {campaigns.length > 0 ? <a href={`/campaigns?year=${programme.programme.year}#content-${no}`}>{title}</a> : title}
        {facts.map((fact) => <span class="small muted line">{fact.text}</span>)}
      </div>
      <div class="go">{bar && bar.percent !== null && <Bar percent={bar.percent} label={bar.text} />}</div>
    </li>
  );
}

function VerifyCard() {
  const { t } = usePage();
  return (
    <Card title={t(say("Xác minh giấy khen", "Verify a certificate"))}>
      <p class="small">{t(say("Quét mã trên giấy, hoặc gõ mã để biết giấy có thật và còn hiệu lực.", "Scan the code on the paper, or type it, to see whether it is genuine and in force."))}</p>
      <form method="get" action="/verify" class="inline">
        <input name="code" aria-label={t(say("Mã trên giấy", "Code on the paper"))} placeholder="CD-7F3K-9Q2M" class="bare-in" />
        <button type="submit" class="btn plain">{t(say("Xác minh", "Verify"))}</button>
      </form>
    </Card>
  );
}

/** The public front page, the feed, the security contact. */
export function portalRoutes({ web, settings }: Site) {
  const routes = web.routes();
  routes.get("/", async (c) => {
    const programme = await web.query(c, programmePage, {});
    const figures = await web.query(c, portalFigures, {});
    const { lang } = c.var.visit;
    return web.page(c, say("Chương trình thi đua", "Emulation programme")[lang], <PortalPage programme={programme.ok ? programme.value : null} figures={unwrap(figures)} />);
  });

  routes.get("/feed.atom", async (c) => {
    const { locality, clock } = c.var.visit.caller;
    const programme = await web.query(c, programmePage, {});
    const entries = programme.ok
      ? programme.value.campaigns.filter((campaign) => campaign.launched_on !== null).map((campaign) => ({ id: `${settings.base_url}/campaigns/${campaign.id}`, title: campaign.title, on: campaign.launched_on as string }))
      : [];
    const newest = entries.map((entry) => entry.on).sort().at(-1) ?? clock.today();
    const xml = (text: string) => text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
    const body = `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${xml(settings.base_url)}/</id><title>${xml(locality.name)}: thi đua, khen thưởng</title><updated>${newest}T00:00:00+07:00</updated><link rel="self" href="${xml(settings.base_url)}/feed.atom"/><author><name>${xml(locality.name)}</name></author>${entries
      .map((entry) => `<entry><id>${xml(entry.id)}</id><title>${xml(entry.title)}</title><updated>${entry.on}T00:00:00+07:00</updated><link href="${xml(entry.id)}"/></entry>`)
      .join("")}</feed>`;
    return c.body(body, 200, { "Content-Type": "application/atom+xml; charset=utf-8" });
  });

  routes.get("/.well-known/security.txt", (c) =>
    c.text(`Contact: ${settings.base_url}/\nExpires: ${new Date(Date.now() + 180 * 86_400_000).toISOString()}\nPreferred-Languages: vi, en\nCanonical: ${settings.base_url}/.well-known/security.txt\n`),
  );
  return routes;
}

