import { decimal } from "../../../kernel/decimal.ts";
import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, FileField, Form, Kpi, Link, SubmitButton, Table, Tag, type TagLook, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { showFigure } from "../core/shown-figure.ts";
import { words } from "../messages.ts";
import type { importPreview } from "../queries-reports.ts";
import type { View } from "./view.ts";

type Preview = View<typeof importPreview>;
type Row = Preview["rows"][number];

/** Step one: take the template, fill it in, send it back. */
export function ImportPage({ unit_id, year, month, failure }: { unit_id: string; year: number; month: number; failure: Failure | null }) {
  const { t } = usePage();
  const typed: Typed = { year, month };
  return (
    <>
      <Breadcrumb trail={[{ href: `/targets?year=${year}&unit_id=${unit_id}`, label: t(words.targets) }]} />
      <h1>{t(say("Nhập số thực hiện từ bảng tính", "Import figures from a spreadsheet"))}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="side">
          <Card title={t(say("1. Tải mẫu về", "1. Take the template"))}>
            <p>{t(say("Mẫu có sẵn mã đơn vị và mã chỉ tiêu của kỳ. Mở bằng Excel, LibreOffice; chỉ cần điền cột số thực hiện.", "The template holds the codes of units and targets of the period. Open it in Excel or LibreOffice and fill in the figures."))}</p>
            <form method="get" action="/targets/import/template.csv" class="form">
              <input type="hidden" name="unit_id" value={unit_id} />
              <div class="two">
                <TextField name="year" label={words.year} width="s" inputMode="numeric" typed={typed} />
                <TextField name="month" label={say("Kỳ kết thúc ở tháng", "Period ending with month")} width="s" inputMode="numeric" typed={typed} />
              </div>
              <div><SubmitButton look="plain">{t(say("Tải mẫu", "Download the template"))}</SubmitButton></div>
            </form>
          </Card>
          <Card title={t(say("2. Gửi bảng đã điền", "2. Send it filled in"))}>
            <Form action="/targets/import" upload>
              <input type="hidden" name="unit_id" value={unit_id} />
              <input type="hidden" name="year" value={String(year)} />
              <input type="hidden" name="month" value={String(month)} />
              <FileField name="sheet" label={say("Bảng tính", "Spreadsheet")} hint={say(".xlsx hoặc .csv, không quá 5 MB", ".xlsx or .csv, at most 5 MB")} accept=".xlsx,.csv" failure={failure} />
              <div><SubmitButton>{t(say("Xem trước", "Preview"))}</SubmitButton></div>
            </Form>
          </Card>
        </div>
        <aside class="side">
          <Card title={t(say("Cách ghi số", "How to write numbers"))}>
            <p>{t(say("Ghi 1.234,5 hoặc 1234.5 đều được. Số như “1.234” gõ ở dạng chữ hiểu được hai cách nên không nhận: ghi 1234 hoặc 1,234.", "Both 1.234,5 and 1234.5 are read. Text like “1.234” can be read in two ways and is refused: write 1234 or 1,234."))}</p>
            <p>{t(say("Chưa ghi gì vào hệ thống cho đến khi bạn xác nhận ở bước sau. Một dòng sai thì không dòng nào được ghi.", "Nothing is written until you confirm. If one row is wrong, none is written."))}</p>
          </Card>
        </aside>
      </div>
    </>
  );
}

const OUTCOMES: Readonly<Record<Row["outcome"], { look: TagLook; text: Text }>> = {
  write: { look: "ok", text: say("Sẽ ghi", "Will be written") },
  correct: { look: "wait", text: say("Sẽ sửa số cũ", "Will correct") },
  same: { look: "info", text: say("Không đổi", "Unchanged") },
  wrong: { look: "bad", text: say("Sai", "Wrong") },
};

/** Step two: every row with what will come of it; the button only when none is wrong. `rows` is what was read, carried to the last step. */
export function PreviewPage({ preview, rows, failure }: { preview: Preview; rows: string; failure: Failure | null }) {
  const { t } = usePage();
  const { unit, year, counts } = preview;
  // What is wrong stands first.
  const shown = [...preview.rows].sort((a, b) => Number(b.outcome === "wrong") - Number(a.outcome === "wrong") || a.index - b.index);
  const ready = counts.wrong === 0 && counts.write + counts.correct > 0;
  return (
    <>
      <Breadcrumb trail={[{ href: `/targets/import?unit=${unit.id}&year=${year}`, label: t(words.imports) }]} />
      <h1>{t(say(`Xem trước số liệu năm ${year}: ${unit.name}`, `Preview of ${year}: ${unit.name}`))}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <div class="grid g-3">
          <Kpi figure={String(counts.write)} name={t(say("dòng sẽ ghi", "to write"))} />
          <Kpi figure={String(counts.correct)} name={t(say("dòng sẽ sửa số cũ", "to correct"))} />
          <Kpi figure={String(counts.wrong)} name={t(say("dòng sai", "wrong"))} />
        </div>
        {ready ? (
          <Form action="/targets/import/confirmation" bare>
            <input type="hidden" name="unit_id" value={unit.id} />
            <input type="hidden" name="year" value={String(year)} />
            <input type="hidden" name="rows" value={rows} />
            <div class="actions">
              <SubmitButton>{t(say(`Ghi ${counts.write + counts.correct} số liệu`, `Write ${counts.write + counts.correct} figures`))}</SubmitButton>
              <Link href={`/targets/import?unit=${unit.id}&year=${year}`}>{t(say("Chọn bảng khác", "Choose another sheet"))}</Link>
            </div>
          </Form>
        ) : (
          <p class="warn">{counts.wrong > 0 ? t(say("Còn dòng sai nên chưa ghi được. Hãy sửa trong bảng tính rồi gửi lại.", "Some rows are wrong, so nothing can be written. Mend them in the spreadsheet and send it again.")) : t(say("Không có số liệu nào mới để ghi.", "There is nothing new to write."))} <a href={`/targets/import?unit=${unit.id}&year=${year}`}>{t(say("Gửi lại bảng tính", "Send it again"))}</a></p>
        )}
        <Card>
          <Table
            caption={t(say("Từng dòng", "Row by row"))}
            columns={[
              { head: t(say("Dòng", "Row")), cell: (row: Row) => row.row.line ?? row.index + 1 },
              { head: t(words.unit), cell: (row) => row.unit_name ?? row.row.unit_code ?? "–" },
              { head: t(words.target), cell: (row) => row.target_title ?? row.row.target_code ?? "–" },
              { head: t(words.month), cell: (row) => row.month ?? row.row.month ?? "–" },
              { head: t(words.actual), cell: (row) => <>{row.value === null ? (row.row.value ?? "–") : showFigure(decimal(row.value), row.decimals)}{row.corrects !== null && <span class="small muted line">{t(say(`thay cho ${showFigure(decimal(row.corrects), row.decimals)}`, `instead of ${showFigure(decimal(row.corrects), row.decimals)}`))}</span>}</>, num: true },
              { head: t(words.state), cell: (row) => <><Tag look={OUTCOMES[row.outcome].look}>{t(OUTCOMES[row.outcome].text)}</Tag>{row.fault !== null && <span class="small line">{t(row.fault.text)}</span>}</> },
            ]}
            rows={shown}
          />
        </Card>
      </div>
    </>
  );
}
