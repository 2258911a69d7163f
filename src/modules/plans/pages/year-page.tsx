import { say } from "../../../kernel/text.ts";
import { Card, Form, Link, SubmitButton, Table, usePage } from "../../../platform/html/kit.ts";
import { GROUP_NAMES } from "../core/target.ts";
import { words } from "../messages.ts";
import type { yearTargets } from "../queries.ts";
import type { myReportsDue } from "../queries-reports.ts";
import { Due } from "./due.tsx";
import { Actual, Counts, Percent, Plan, Spark, StateTag } from "./parts.tsx";
import type { View } from "./view.ts";

type YearView = View<typeof yearTargets>;
type Row = YearView["groups"][number]["rows"][number];

/** The year's table of a unit as its reports show it, by group. */
export function YearPage({ view, due }: { view: YearView; due: View<typeof myReportsDue> }) {
  const { t } = usePage();
  const { unit, year, may } = view;
  return (
    <>
      <div class="head-line">
        <h1>{t(say(`Chỉ tiêu năm ${year}: ${unit.name}`, `Targets of ${year}: ${unit.name}`))}</h1>
        {may.draft && <Link href={`/targets/new?unit=${unit.id}&year=${year}`} look="btn">{t(say("Soạn chỉ tiêu", "Draft a target"))}</Link>}
      </div>
      <nav class="chips" aria-label={t(words.year)}>
        {view.years.map((each) => <a href={`/targets?year=${each}&unit_id=${unit.id}`} aria-current={each === year ? "true" : undefined}>{each}</a>)}
      </nav>
      <p class="actions">
        {may.report && <Link href={`/targets/report?unit=${unit.id}`}>{t(words.report)}</Link>}
        {may.report && <Link href={`/targets/import?unit=${unit.id}`}>{t(words.imports)}</Link>}
        <Link href={`/targets/board?unit_id=${unit.id}&year=${year}`}>{t(words.board)}</Link>
      </p>
      <div class="stackable">
        <Due due={due} />
        {view.total > 0 && <Counts counts={view.counts} total={view.total} />}
        {view.groups.map(({ group, rows }) => (
          <Card title={t(GROUP_NAMES[group])}>
            <TargetTable rows={rows} caption={t(GROUP_NAMES[group])} />
          </Card>
        ))}
        {view.total === 0 && <Card><p class="muted">{t(say(`Chưa có chỉ tiêu nào được giao cho năm ${year}.`, `No target is assigned for ${year}.`))}</p></Card>}
        {view.drafts.length > 0 && (
          <Card title={t(say("Bản nháp, chưa giao", "Drafts, not assigned yet"))}>
            <ul class="plain-list">{view.drafts.map((draft) => <li><a href={`/targets/${draft.id}`}>{draft.title}</a> <span class="small muted">{draft.code}</span></li>)}</ul>
          </Card>
        )}
        {may.close && (
          <Card title={t(say("Chốt số liệu năm", "Close the year's figures"))}>
            <p>{t(say("Sau khi chốt, không nhận thêm báo cáo và không điều chỉnh kế hoạch của các chỉ tiêu đang theo dõi.", "After closing, no more figures or adjustments are taken for the targets that are still open."))}</p>
            <Form action="/targets/closure" bare>
              <input type="hidden" name="unit_id" value={unit.id} />
              <input type="hidden" name="year" value={String(year)} />
              <SubmitButton look="plain" confirm={t(say("Chốt rồi thì không báo cáo thêm được nữa. Chốt số liệu?", "Once closed, nothing more can be reported. Close?"))}>{t(say("Chốt số liệu", "Close"))}</SubmitButton>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}

/** Targets of one group with both plans, the newest result and the year's course. */
export function TargetTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const { t } = usePage();
  return (
    <Table
      caption={caption}
      columns={[
        { head: t(words.target), cell: (row: Row) => <><a href={`/targets/${row.id}`}>{row.title}</a> <span class="small muted line">{row.measure}{row.adjusted && `; ${t(say("kế hoạch đã điều chỉnh", "plan adjusted"))}`}</span></> },
        { head: t(words.above), cell: (row) => <Plan value={row.assigned_from_above} places={row.decimals} direction={row.direction} />, num: true },
        { head: t(words.voted), cell: (row) => <Plan value={row.voted} places={row.decimals} direction={row.direction} />, num: true },
        { head: t(words.actual), cell: (row) => <Actual actual={row.actual} rolled={row.rolled} places={row.decimals} />, num: true },
        { head: t(words.percent), cell: (row) => <Percent value={row.percent} />, num: true },
        { head: t(words.course), cell: (row) => <Spark sparkline={row.sparkline} series={row.series} places={row.decimals} /> },
        { head: t(words.state), cell: (row) => <StateTag state={row.state} /> },
      ]}
      rows={rows}
    />
  );
}
