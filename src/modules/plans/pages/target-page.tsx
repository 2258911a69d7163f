import { formatDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Kpi, Link, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { periodName } from "../core/periods.ts";
import { DIRECTION_NAMES, GROUP_NAMES, RECKONING_NAMES, REPORTING_NAMES, ROLL_UP_NAMES, STATUS_NAMES } from "../core/target.ts";
import { words } from "../messages.ts";
import type { targetPageWith } from "../queries.ts";
import { Actual, Figure, Percent, Plan, Spark, StateTag } from "./parts.tsx";
import type { View } from "./view.ts";

type TargetView = View<ReturnType<typeof targetPageWith>>;

/** One target: where the whole stands, each unit's line, how the plan was adjusted, every figure. */
export function TargetPage({ view }: { view: TargetView }) {
  const { t } = usePage();
  const { target, whole } = view;
  const places = target.decimals;
  return (
    <>
      <Breadcrumb trail={[{ href: `/targets?year=${target.year}&unit_id=${target.unit_id}`, label: t(say(`Chỉ tiêu năm ${target.year}`, `Targets of ${target.year}`)) }]} />
      <div class="head-line">
        <h1>{target.title}</h1>
        {target.status === "draft" || whole === null ? <Tag look="wait">{t(STATUS_NAMES[target.status])}</Tag> : <StateTag state={whole.state} />}
      </div>
      <div class="stackable">
        {whole !== null && (
          <div class="grid g-3">
            <Kpi figure={<Figure value={whole.plan} places={places} />} name={t(say(`kế hoạch (${target.measure})`, `plan (${target.measure})`))} />
            <Kpi figure={<Figure value={whole.actual?.value ?? null} places={places} />} name={t(say("thực hiện", "result"))} />
            <Kpi figure={<Percent value={whole.percent} />} name={t(say("so với kế hoạch", "of the plan"))} />
          </div>
        )}
        <div class="grid g-2">
          <div class="side">
            {view.lines.length > 0 && <Lines view={view} />}
            <History view={view} />
            {view.adjustments.length > 0 && (
              <Card title={t(say("Điều chỉnh kế hoạch", "Adjustments of the plan"))}>
                <ul class="timeline">
                  {view.adjustments.map((row) => (
                    <li><Day on={row.from_on} /> {row.unit_name}: <b><Figure value={row.plan} places={places} /></b> <span class="small muted line">{row.reason}</span></li>
                  ))}
                </ul>
              </Card>
            )}
          </div>
          <aside class="side">
            <Card>
              <Facts
                facts={[
                  [t(say("Đơn vị giao", "Set by")), <a href={`/units/${target.unit_id}`}>{view.unit_name}</a>],
                  [t(words.code), <span class="code">{target.code}</span>],
                  [t(say("Nhóm", "Group")), t(GROUP_NAMES[target.group])],
                  [t(words.measure), target.measure],
                  whole === null ? null : [t(words.above), <Plan value={whole.assigned_from_above} places={places} direction={target.direction} />],
                  whole === null ? null : [t(words.voted), <Plan value={whole.voted} places={places} direction={target.direction} />],
                  [t(say("Yêu cầu", "Wanted")), t(DIRECTION_NAMES[target.direction])],
                  [t(say("Cách tính", "Reckoning")), t(RECKONING_NAMES[target.reckoning])],
                  [t(say("Tổng hợp", "Rolled up")), t(ROLL_UP_NAMES[target.roll_up])],
                  [t(say("Kỳ báo cáo", "Reported")), t(say(`${REPORTING_NAMES[target.reporting].vi}, trước ngày ${target.report_day} tháng sau`, `${REPORTING_NAMES[target.reporting].en}, by day ${target.report_day} of the next month`))],
                  target.basis === null ? null : [t(words.basis), target.basis],
                  view.campaign === null ? null : [t(say("Phong trào thúc đẩy", "Moved by")), <a href={`/campaigns/${view.campaign.id}`}>{view.campaign.title}</a>],
                  target.assigned_on === null ? null : [t(say("Ngày giao", "Assigned on")), <Day on={target.assigned_on} />],
                  target.closed_on === null ? null : [t(say("Ngày chốt số liệu", "Closed on")), <Day on={target.closed_on} />],
                ]}
              />
              {whole !== null && <Spark sparkline={whole.sparkline} series={whole.series} places={places} />}
              {whole !== null && <p class="small"><Actual actual={whole.actual} rolled={whole.rolled} places={places} /></p>}
            </Card>
            <Actions view={view} />
          </aside>
        </div>
      </div>
    </>
  );
}

function Lines({ view }: { view: TargetView }) {
  const { t } = usePage();
  const { target, counts } = view;
  return (
    <Card title={t(say("Từng đơn vị", "Unit by unit"))}>
      <p class="muted">{t(say(`${view.lines.length} đơn vị được giao: vượt ${counts.exceeded}, đạt ${counts.met}, không đạt ${counts.not_met}, đang thực hiện ${counts.in_progress}, chưa có số liệu ${counts.no_figure}.`, `${view.lines.length} units: ${counts.exceeded} exceeded, ${counts.met} met, ${counts.not_met} not met, ${counts.in_progress} in progress, ${counts.no_figure} without a figure.`))}</p>
      <Table
        columns={[
          { head: t(words.unit), cell: (row: TargetView["lines"][number]) => <a href={`/units/${row.unit_id}`}>{row.unit_name}</a> },
          { head: t(words.plan), cell: (row) => <Plan value={row.plan} places={target.decimals} direction={target.direction} />, num: true },
          { head: t(words.actual), cell: (row) => <Actual actual={row.actual} rolled={null} places={target.decimals} />, num: true },
          { head: t(words.percent), cell: (row) => <Percent value={row.percent} />, num: true },
          { head: t(words.course), cell: (row) => <Spark sparkline={row.sparkline} series={row.series} places={target.decimals} /> },
          { head: t(words.state), cell: (row) => <StateTag state={row.state} /> },
        ]}
        rows={view.lines}
      />
    </Card>
  );
}

/** Every figure as it was reported; one that was corrected stays, marked. */
function History({ view }: { view: TargetView }) {
  const { t } = usePage();
  const { target } = view;
  const shown = [...view.history].reverse();
  return (
    <Card title={t(say("Các lần báo cáo", "Figures as reported"))}>
      <Table
        columns={[
          { head: t(words.period), cell: (row: TargetView["history"][number]) => <>{t(periodName(target.reporting, row.month))} <span class="small muted line">{row.unit_name}</span></> },
          { head: t(words.actual), cell: (row) => <>{row.corrected ? <s><Figure value={row.value} places={target.decimals} /></s> : <Figure value={row.value} places={target.decimals} />}{row.corrected && <> <Tag look="wait">{t(say("đã sửa", "corrected"))}</Tag></>}</>, num: true },
          {
            head: t(words.evidence),
            cell: (row) => (
              <span class="small">
                {row.file_id !== null && view.may_see_files ? <a href={`/targets/${target.id}/evidence/${row.file_id}?unit=${row.unit_id}`}>{row.evidence ?? t(say("Bản quét", "Scan"))}</a> : (row.evidence ?? "–")}
                {row.on_site && <> <Tag look="info">{t(say("kiểm tra tại chỗ", "seen on the spot"))}</Tag></>}
                {row.reason !== null && <span class="muted line">{t(words.reason)}: {row.reason}</span>}
              </span>
            ),
          },
          { head: t(say("Ngày báo cáo", "Reported on")), cell: (row) => <>{formatDate(row.entered_on)}{row.source === "excel" && <span class="small muted line">{t(say("từ bảng tính", "from a spreadsheet"))}</span>}</> },
        ]}
        rows={shown}
        empty={say("Chưa có đơn vị nào báo cáo.", "Nothing was reported yet.")}
      />
    </Card>
  );
}

/** What the visitor may do now, by the same table as the server's. */
function Actions({ view }: { view: TargetView }) {
  const { t } = usePage();
  const { target, moves } = view;
  if (moves.length === 0) return null;
  return (
    <Card title={t(say("Thao tác", "Actions"))}>
      <div class="work">
        {moves.includes("assign") && <Link href={`/targets/${target.id}/assign`} look={target.status === "draft" ? "btn" : "btn plain"}>{target.status === "draft" ? t(say("Giao chỉ tiêu", "Assign")) : t(say("Giao thêm đơn vị", "Assign to further units"))}</Link>}
        {moves.includes("revise") && <Link href={`/targets/${target.id}/edit`} look="btn plain">{t(say("Sửa bản nháp", "Edit the draft"))}</Link>}
        {moves.includes("adjust") && <Link href={`/targets/${target.id}/plan`} look="btn plain">{t(say("Điều chỉnh kế hoạch", "Adjust the plan"))}</Link>}
        {moves.includes("report") && <Link href={`/targets/report?unit=${target.unit_id}`}>{t(words.report)}</Link>}
      </div>
    </Card>
  );
}
