import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Link, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { STAGE_NAMES } from "../core/stage.ts";
import { words } from "../messages.ts";
import type { browseHouseholdReviews, householdFigures } from "../queries.ts";
import type { View } from "./view.ts";

type List = View<typeof browseHouseholdReviews>;
type Row = List["rows"][number];
type Figures = View<typeof householdFigures>;

/** The communes with the review of a year: the clerk sees the own one, the district's officer all. */
export function ReviewsPage({ list }: { list: List }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(say(`Bình xét Gia đình văn hóa năm ${list.year}`, `Reviews of cultured families, ${list.year}`))}</h1>
        <a href={`/households/figures?year=${list.year}`}>{t(say("Số liệu công khai", "Public figures"))}</a>
      </div>
      <nav class="chips" aria-label={t(words.year)}>{list.years.map((year) => <a href={`/households?year=${year}`} aria-current={year === list.year ? "true" : undefined}>{year}</a>)}</nav>
      <Card>
        <Table
          caption={t(say("Tiến độ theo xã", "Progress by commune"))}
          columns={[
            { head: t(words.commune), cell: (row: Row) => (row.review_id === null ? row.commune.name : <a href={`/households/${row.review_id}`}>{row.commune.name}</a>) },
            { head: t(say("Bước", "Step")), cell: (row) => (row.stage === null ? (row.may_open ? <Link href={`/households/new?commune=${row.commune.id}&year=${list.year}`}>{t(say("Mở đợt bình xét", "Open a review"))}</Link> : <span class="muted">{t(say("chưa mở", "not opened"))}</span>) : <Tag look={row.stage === "decided" ? "ok" : "wait"}>{t(STAGE_NAMES[row.stage])}</Tag>) },
            { head: t(say("Số hộ", "Households")), cell: (row) => row.households, num: true },
            { head: t(words.registered), cell: (row) => row.registered, num: true },
            { head: t(words.voted), cell: (row) => row.voted, num: true },
            { head: t(words.recognised), cell: (row) => row.recognised, num: true },
          ]}
          rows={list.rows}
          empty={say("Bạn chưa phụ trách xã nào.", "You look after no commune.")}
        />
      </Card>
    </>
  );
}

/** What everybody may see: figures by commune and village, no names. */
export function FiguresPage({ view }: { view: Figures }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/awards", label: t(say("Khen thưởng", "Awards")) }]} />
      <h1>{t(say(`Gia đình văn hóa năm ${view.year} theo xã, thôn`, `Cultured families of ${view.year} by commune and village`))}</h1>
      <nav class="chips" aria-label={t(words.year)}>{view.years.map((year) => <a href={`/households/figures?year=${year}`} aria-current={year === view.year ? "true" : undefined}>{year}</a>)}</nav>
      {view.communes.length === 0 && <p class="muted">{t(say("Năm này chưa có xã nào mở đợt bình xét.", "No commune has opened a review for this year."))}</p>}
      <div class="stackable">
        {view.communes.map((commune) => (
          <Card>
            <Table
              caption={t(say(`${commune.name}: ${commune.registered} hộ đăng ký, ${commune.recognised} hộ được công nhận (${commune.share})`, `${commune.name}: ${commune.registered} registered, ${commune.recognised} recognised (${commune.share})`))}
              columns={[
                { head: t(words.village), cell: (row: Figures["communes"][number]["villages"][number]) => row.name },
                { head: t(words.registered), cell: (row) => row.registered, num: true },
                { head: t(words.recognised), cell: (row) => row.recognised, num: true },
                { head: t(say("Tỷ lệ trên số đăng ký", "Share of those registered")), cell: (row) => row.share, num: true },
              ]}
              rows={commune.villages}
            />
          </Card>
        ))}
      </div>
    </>
  );
}
