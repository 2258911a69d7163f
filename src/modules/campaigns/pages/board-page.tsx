import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, DaysLeft, Kpi, Link, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { BoardLine, responseBoard } from "../queries-responses.ts";
import { Responded } from "./parts.tsx";
import type { View } from "./view.ts";

/** Who has responded and who has not, cluster by cluster; who is silent stands first. */
export function BoardPage({ board }: { board: View<typeof responseBoard> }) {
  const { t } = usePage();
  const { campaign } = board;
  const running = campaign.status === "launched";
  return (
    <>
      <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }, { href: `/campaigns/${campaign.id}`, label: campaign.title }]} />
      <div class="head-line">
        <h1>{t(words.board)}</h1>
        {board.may_urge && <Link href={`/campaigns/${campaign.id}/urging`} look="btn">{t(say("Đôn đốc đơn vị chưa hưởng ứng", "Urge those who have not"))}</Link>}
      </div>
      <p>{t(words.respondBy)} <b><Day on={campaign.response_due_on} /></b> {running && board.responded < board.called && <DaysLeft days={board.days_left} />}</p>
      <div class="stackable">
      <div class="grid g-3">
        <Kpi figure={`${board.responded}/${board.called}`} name={t(say("đã hưởng ứng", "responded"))} />
        <Kpi figure={String(board.called - board.responded)} name={t(say("chưa hưởng ứng", "not yet"))} />
        <Kpi figure={String(board.late)} name={t(say("nộp muộn", "late"))} />
      </div>
        {board.groups.map((group) => {
          const responded = group.rows.filter((row) => row.responded_on !== null).length;
          return (
            <Card title={group.cluster?.name ?? t(say("Ngoài cụm, khối", "Outside the clusters"))}>
              <Responded called={group.rows.length} responded={responded} late={board.days_left < 0 && responded < group.rows.length} />
              <Table
                columns={[
                  { head: t(words.unit), cell: (row: BoardLine) => <a href={`/units/${row.unit_id}`}>{row.unit_name}</a> },
                  { head: t(say("Ngày hưởng ứng", "Responded on")), cell: (row) => <Answer row={row} running={running} days_left={board.days_left} /> },
                  { head: t(say("Cam kết", "Undertaking")), cell: (row) => <span class="small">{row.undertaking ?? "–"}</span> },
                  { head: t(say("Người tham gia", "Participants")), cell: (row) => row.participants?.toLocaleString("vi-VN") ?? "–", num: true },
                ]}
                rows={group.rows}
              />
            </Card>
          );
        })}
      </div>
    </>
  );
}

function Answer({ row, running, days_left }: { row: BoardLine; running: boolean; days_left: number }) {
  const { t } = usePage();
  if (row.responded_on === null) return running ? <DaysLeft days={days_left} /> : <Tag look="bad">{t(say("Không hưởng ứng", "No response"))}</Tag>;
  return (
    <>
      <Day on={row.responded_on} /> {row.late ? <Tag look="wait">{t(words.late)}</Tag> : <Tag look="ok">{t(say("Đúng hạn", "On time"))}</Tag>}
      {row.late_reason !== null && <span class="small muted line">{row.late_reason}</span>}
    </>
  );
}
