import { say } from "../../../kernel/text.ts";
import { Card, DateField, Day, DaysLeft, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { words } from "../messages.ts";
import type { browseRounds, myScoring, roundChoices } from "../queries-rounds.ts";
import { RoundTag } from "./parts.tsx";
import type { View } from "./view.ts";

/** The rounds by year, and first of all what the visitor's units still have to score. */
export function RoundsPage({ list, mine }: { list: View<typeof browseRounds>; mine: View<typeof myScoring> }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(words.rounds)}</h1>
        {list.may_open !== null && <Link href={`/rounds/new?unit=${list.may_open}`} look="btn">{t(say("Mở đợt chấm điểm", "Open a round"))}</Link>}
      </div>
      <nav class="chips" aria-label={t(say("Năm", "Year"))}>
        <a href="/rounds" aria-current={list.year === null ? "true" : undefined}>{t(say("Tất cả", "All"))}</a>
        {list.years.map((year) => <a href={`/rounds?year=${year}`} aria-current={list.year === year ? "true" : undefined}>{year}</a>)}
        <a href="/cards">{t(say("Bảng chấm điểm", "Scorecards"))}</a>
      </nav>
      <div class="stackable">
        {mine.length > 0 && (
          <Card title={t(say("Đơn vị tôi phải chấm", "My units have to score"))}>
            <Table
              columns={[
                { head: t(say("Việc", "Task")), cell: (row: View<typeof myScoring>[number]) => (
                  <a href={row.stage === "self" ? `/rounds/${row.round_id}/sheets/${row.unit_id}/self` : `/rounds/${row.round_id}/sheets/${row.unit_id}/cross?by=${row.by_unit_id}`}>
                    {row.stage === "self" ? t(say(`Tự chấm: ${row.unit}`, `Self-score: ${row.unit}`)) : t(say(`Chấm chéo: ${row.unit}`, `Cross-score: ${row.unit}`))}
                  </a>
                ) },
                { head: t(say("Đợt chấm", "Round")), cell: (row) => row.title },
                { head: t(words.due), cell: (row) => <><Day on={row.due_on} /> <DaysLeft days={row.days_left} /></> },
              ]}
              rows={mine}
            />
          </Card>
        )}
        <Card>
          <Table
            caption={t(say("Các đợt chấm điểm", "Scoring rounds"))}
            columns={[
              { head: t(say("Đợt chấm", "Round")), cell: (row: View<typeof browseRounds>["rounds"][number]) => <><a href={`/rounds/${row.id}`}>{row.title}</a><span class="small muted line">{row.cluster ?? row.card_title}</span></> },
              { head: t(say("Năm", "Year")), cell: (row) => row.year, num: true },
              { head: t(say("Tình trạng", "State")), cell: (row) => <><RoundTag status={row.status} />{row.corrected && <> <Tag look="wait">{t(say("có đính chính", "corrected"))}</Tag></>}</> },
              { head: t(say("Đứng đầu", "First")), cell: (row) => (row.first.length === 0 ? "–" : row.first.join(", ")) },
            ]}
            rows={list.rounds}
            empty={say("Chưa có đợt chấm nào được công bố.", "No round was published yet.")}
          />
        </Card>
      </div>
    </>
  );
}

/** The form that opens a round. */
export function OpenRoundForm({ choices, typed, failure }: { choices: View<typeof roundChoices>; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed, failure };
  return (
    <>
      <h1>{t(say("Mở đợt chấm điểm", "Open a scoring round"))}</h1>
      <p>{t(say("Mở đợt là khóa bảng chấm điểm: từ đó không ai sửa được nữa. Ai chấm chéo ai được bốc thăm ngay, ai cũng kiểm lại được.", "Opening a round freezes its card. Who cross-scores whom is drawn at once, and anybody can draw it again."))}</p>
      <ErrorSummary failure={failure} />
      <Form action="/rounds">
        <input type="hidden" name="unit_id" value={choices.unit_id} />
        <TextField name="title" label={say("Tên đợt chấm", "Title")} {...given} />
        <Select name="card_id" label={say("Bảng chấm điểm đã ban hành", "Published scorecard")} options={choices.cards.map((card) => ({ value: card.id, label: `${card.title} (${card.year})` }))} {...given} />
        <Select name="cluster_id" label={say("Cụm, khối", "Cluster or block")} options={choices.clusters.map((cluster) => ({ value: cluster.id, label: t(cluster.running ? say(`${cluster.name} (${cluster.members} đơn vị; đang có đợt chấm)`, `${cluster.name} (${cluster.members} units; a round is under way)`) : say(`${cluster.name} (${cluster.members} đơn vị)`, `${cluster.name} (${cluster.members} units)`)) }))} {...given} />
        <div class="two">
          <DateField name="self_due_on" label={say("Hạn nộp điểm tự chấm", "Self-scores due")} {...given} />
          <DateField name="cross_due_on" label={say("Hạn chấm chéo", "Cross-scores due")} {...given} />
          <DateField name="appraisal_due_on" label={say("Hạn thẩm định", "Appraisal due")} {...given} />
          <DateField name="meeting_on" label={say("Ngày họp cụm, khối", "Meeting of the cluster")} {...given} />
        </div>
        <TextField name="scorers_per_unit" label={say("Số đơn vị chấm chéo mỗi đơn vị", "Scorers for each unit")} hint={say("0: không chấm chéo. Thường là 2.", "0: no cross-scoring. Usually 2.")} width="s" inputMode="numeric" {...given} />
        <SubmitButton>{t(say("Mở đợt chấm", "Open the round"))}</SubmitButton>
      </Form>
    </>
  );
}
