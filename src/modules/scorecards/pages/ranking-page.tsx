import { add, decimal, toText, ZERO } from "../../../kernel/decimal.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Link, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { rankingPage } from "../queries-scores.ts";
import { ClassName, Points } from "./parts.tsx";
import type { View } from "./view.ts";

type Ranking = View<typeof rankingPage>;

/** The published ranking: rank, points, what made the difference; three clicks lead to the scan. */
export function RankingPage({ view, honourName }: { view: Ranking; honourName: (honour: string) => string }) {
  const { t } = usePage();
  const { round, shown } = view;
  const newest = view.publications[0]?.number;
  return (
    <>
      <Breadcrumb trail={[{ href: "/rounds", label: t(words.rounds) }]} />
      <div class="head-line">
        <h1>{round.title}</h1>
        <span class="actions">
          {view.may_board && <Link href={`/rounds/${round.id}/board`} look="btn plain">{t(words.board)}</Link>}
          <Link href={`/rounds/${round.id}/completeness`} look="btn plain">{t(words.completeness)}</Link>
        </span>
      </div>
      <p>{t(say("Công bố ngày", "Published on"))} <Day on={shown.published_on} />. {t(say("Bấm vào một đơn vị để xem vì sao được số điểm đó, đến tận tài liệu minh chứng.", "Open a unit to see why it has its points, down to the evidence."))}</p>
      {shown.number !== newest && <p class="warn">{t(say("Đây là kết quả cũ, đã được đính chính.", "This is an earlier result; it was corrected."))} <a href={`/rounds/${round.id}`}>{t(say("Xem kết quả mới nhất", "See the newest"))}</a></p>}
      {shown.decision_number !== null && <p class="warn">{t(say(`Đính chính theo quyết định số ${shown.decision_number}`, `Corrected by decision ${shown.decision_number}`))} (<Day on={shown.decided_on} />): {shown.reason}</p>}
      <div class="stackable">
        <Card>
          <Table
            caption={t(say("Xếp hạng", "Ranking"))}
            columns={[
              { head: t(words.rank), cell: (row: Ranking["lines"][number]) => <Place row={row} /> },
              { head: t(words.unit), cell: (row) => <a href={`/rounds/${round.id}/units/${row.unit_id}`}>{row.name}</a> },
              { head: t(words.total), cell: (row) => <b><Points of={row.total} /></b>, num: true },
              { head: t(words.bonus), cell: (row) => <Points of={row.bonus} />, num: true },
              { head: t(words.penalty), cell: (row) => <Points of={row.penalty} />, num: true },
              ...view.groups.slice(0, 6).map((group) => ({ head: t(say(group.title, group.title_en ?? group.title)), num: true, cell: (row: Ranking["lines"][number]) => <Points of={sumOf(row, group.leaves)} /> })),
              { head: t(words.class), cell: (row) => <ClassName of={row.class} /> },
            ]}
            rows={view.lines}
          />
        </Card>
        {view.leading.proposals.map((proposal) => (
          <Card title={t(say("Đơn vị dẫn đầu", "Leading unit"))}>
            <p><b>{proposal.name}</b>: {t(say("đề nghị", "proposed for"))} {honourName(proposal.honour)} (<Day on={proposal.proposed_on} />)</p>
            <p class="small">{t(say(`Phiếu bình xét trên ${proposal.voters} người:`, `Votes of ${proposal.voters} voters:`))} {view.leading.votes.filter((line) => line.votes > 0).map((line) => `${line.name} ${line.votes}`).join("; ")}</p>
            {proposal.reason !== null && <p class="small">{t(words.reason)}: {proposal.reason}</p>}
          </Card>
        ))}
        <Card title={t(say("Tự kiểm tra kết quả này", "Check this result yourself"))}>
          <p>{t(say("Tải gói gồm bảng chấm điểm, số liệu đã thống nhất và kết quả. Lệnh dưới đây tính lại và cho đúng từng chữ kết quả đã công bố.", "The bundle holds the card, the agreed facts and the result. The command below reckons it again and gives the published result letter by letter."))}</p>
          <p class="code">thidua score input.json | diff - result.json</p>
          <p class="actions"><Link href={`/rounds/${round.id}/bundle.zip?number=${shown.number}`} look="btn plain" download>{t(say("Tải gói kết quả", "Download the bundle"))}</Link> <Link href={`/cards/${round.card_id}`}>{t(say("Xem bảng chấm điểm", "See the scorecard"))}</Link></p>
          {round.draw_seed !== null && <p class="small muted">{t(say(`Số gieo bốc thăm chấm chéo: ${round.draw_seed}.`, `Seed of the cross-scoring draw: ${round.draw_seed}.`))}</p>}
        </Card>
        {view.publications.length > 1 && (
          <Card title={t(say("Các lần công bố", "Publications"))}>
            <ul class="plain-list">
              {view.publications.map((entry) => <li><a href={`/rounds/${round.id}?number=${entry.number}`}>{t(say(`Lần ${entry.number}`, `No. ${entry.number}`))}</a> · <Day on={entry.published_on} />{entry.decision_number !== null && <> · {entry.decision_number}: {entry.reason}</>}</li>)}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function Place({ row }: { row: Ranking["lines"][number] }) {
  const { t } = usePage();
  if (row.rank === null) return <Tag look="bad">{row.failed_gates.length > 0 ? t(say("không xếp: thiếu điều kiện", "not ranked: condition")) : t(say("không xếp: thiếu số liệu", "not ranked: facts missing"))}</Tag>;
  return <><b class="place">{row.rank}</b>{row.tied && <span class="small muted"> {t(say("(bằng nhau)", "(tied)"))}</span>}</>;
}

function sumOf(row: Ranking["lines"][number], leaves: readonly string[]): string | null {
  const points = row.criteria.filter((entry) => leaves.includes(entry.id)).map((entry) => entry.points);
  if (points.some((entry) => entry === null)) return null;
  return toText(points.reduce((sum, entry) => add(sum, decimal(entry ?? "0")), ZERO));
}
