import { say, type Text } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Kpi, Link, Table, Tag, type TagLook, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { BoardMark, reportingBoard } from "../queries-reports.ts";
import type { View } from "./view.ts";

type Board = View<typeof reportingBoard>;

const MARKS: Readonly<Record<Exclude<BoardMark, "not_due">, { look: TagLook; text: Text }>> = {
  on_time: { look: "ok", text: say("Đúng hạn", "On time") },
  reported_late: { look: "wait", text: say("Nộp muộn", "Late") },
  waiting: { look: "info", text: say("Chưa đến hạn", "Not due yet") },
  late: { look: "bad", text: say("Quá hạn", "Overdue") },
};

/** Which unit has reported which target for a month; `–` where the unit does not have the target. */
export function BoardPage({ board }: { board: Board }) {
  const { t } = usePage();
  const { unit_id, year, month, counts } = board;
  return (
    <>
      <Breadcrumb trail={[{ href: `/targets?year=${year}&unit_id=${unit_id}`, label: t(say(`Chỉ tiêu năm ${year}`, `Targets of ${year}`)) }]} />
      <div class="head-line">
        <h1>{t(say(`Theo dõi báo cáo: tháng ${month}/${year}`, `Reports for ${month}/${year}`))}</h1>
        {board.may_report && <Link href={`/targets/report?unit=${unit_id}&year=${year}&month=${month}`} look="btn plain">{t(words.report)}</Link>}
      </div>
      <nav class="chips" aria-label={t(words.period)}>
        {board.months.map((each) => <a href={`/targets/board?unit_id=${unit_id}&year=${year}&month=${each}`} aria-current={each === month ? "true" : undefined}>{t(say(`Tháng ${each}`, `Month ${each}`))}</a>)}
      </nav>
      <div class="stackable">
        <div class="grid g-3">
          <Kpi figure={String(counts.on_time + counts.reported_late)} name={t(say(`đã báo cáo, ${counts.reported_late} muộn`, `reported, ${counts.reported_late} late`))} />
          <Kpi figure={String(counts.waiting)} name={t(say("chưa đến hạn", "not due yet"))} />
          <Kpi figure={String(counts.late)} name={t(say("quá hạn", "overdue"))} />
        </div>
        <Card>
          <Table
            caption={t(say("Đơn vị và chỉ tiêu", "Units and targets"))}
            columns={[
              { head: t(words.unit), cell: (row: Board["rows"][number]) => <a href={`/targets?year=${year}&unit_id=${row.unit_id}`}>{row.unit_name}</a> },
              ...board.targets.map((target, index) => ({ head: target.title, cell: (row: Board["rows"][number]) => <Mark mark={row.marks[index] ?? "not_due"} /> })),
            ]}
            rows={board.rows}
            empty={say("Không có chỉ tiêu nào phải báo cáo cho kỳ này.", "No target is due for this period.")}
          />
        </Card>
      </div>
    </>
  );
}

function Mark({ mark }: { mark: BoardMark }) {
  const { t } = usePage();
  return mark === "not_due" ? <>–</> : <Tag look={MARKS[mark].look}>{t(MARKS[mark].text)}</Tag>;
}
