import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, ErrorSummary, FileField, Form, Kpi, Link, SubmitButton, Table, Tag, type TagLook, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { householdImportPreview } from "../queries-checks.ts";
import type { View } from "./view.ts";

type Preview = View<typeof householdImportPreview>;
type Row = Preview["rows"][number];

/** The most rows a preview shows: every wrong one counts, thousands of right ones need no eye each. */
const MOST_SHOWN = 200;

/** Step one: take the sheet of the commune, fill it in, send it back. */
export function ImportPage({ review_id, year, failure }: { review_id: string; year: number; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/households", label: t(words.review) }, { href: `/households/${review_id}`, label: String(year) }]} />
      <h1>{t(say("Nhập hộ gia đình, đăng ký, kết quả từ bảng tính", "Import households, registrations and results"))}</h1>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="side">
          <Card title={t(say("1. Tải bảng của xã về", "1. Take the commune's sheet"))}>
            <p>{t(say("Bảng có sẵn các hộ và những gì đã nhập. Mở bằng Excel, LibreOffice; điền tiếp, thêm dòng cho hộ mới. Cột nào chưa có thì để trống.", "The sheet holds the households and what was entered so far. Open it in Excel or LibreOffice, fill in more, add lines for new households. Leave empty what is not known yet."))}</p>
            <p><Link href={`/households/${review_id}/sheet.csv`} look="btn plain" download>{t(say("Tải bảng", "Download the sheet"))}</Link></p>
          </Card>
          <Card title={t(say("2. Gửi bảng đã điền", "2. Send it filled in"))}>
            <Form action={`/households/${review_id}/import`} upload>
              <FileField name="sheet" label={say("Bảng tính", "Spreadsheet")} hint={say(".xlsx hoặc .csv, không quá 5 MB, nhiều nhất 5.000 dòng", ".xlsx or .csv, at most 5 MB and 5,000 rows")} accept=".xlsx,.csv" failure={failure} />
              <div><SubmitButton>{t(say("Xem trước", "Preview"))}</SubmitButton></div>
            </Form>
          </Card>
        </div>
        <aside class="side">
          <Card title={t(say("Cách ghi", "How to write"))}>
            <p>{t(say("Hộ có mã thì nhận ra theo mã; không có mã thì theo tên chủ hộ trong thôn. Hộ đã có được cập nhật, không bị trùng.", "A household is known by its number, else by the head's name in the village. A known one is updated, never doubled."))}</p>
            <p>{t(say("Số liệu họp thôn (ngày, số được mời, số dự, chủ trì, thư ký) ghi ở một dòng của thôn, hoặc lặp lại ở mọi dòng.", "Figures of a village's meeting stand in one of its rows, or are repeated in all."))}</p>
            <p>{t(say("Trường hợp không xét: ghi tên trường hợp, nhiều trường hợp cách nhau bằng dấu chấm phẩy, kèm bằng chứng. Ghi “không” để xóa trường hợp đã nhập.", "Grounds of exclusion: their names, separated by semicolons, with the evidence. Write “no” to clear what was entered."))}</p>
            <p>{t(say("Chưa ghi gì vào hệ thống cho đến khi bạn xác nhận ở bước sau. Một dòng sai thì không dòng nào được ghi.", "Nothing is written until you confirm. If one row is wrong, none is written."))}</p>
          </Card>
        </aside>
      </div>
    </>
  );
}

/** A cell as the preview shows it: what is far too long is cut. */
function cut(text: string | undefined): string {
  return text === undefined ? "–" : text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

const OUTCOMES: Readonly<Record<Row["outcome"], { look: TagLook; text: Text }>> = {
  new: { look: "ok", text: say("Mới", "New") },
  change: { look: "wait", text: say("Cập nhật", "Changed") },
  same: { look: "info", text: say("Không đổi", "Unchanged") },
  wrong: { look: "bad", text: say("Sai", "Wrong") },
};

/** Step two: what will be written, wrong rows first; the button only when none is wrong. `rows` is what was read, carried to the last step. */
export function PreviewPage({ preview, rows, failure }: { preview: Preview; rows: string; failure: Failure | null }) {
  const { t } = usePage();
  const { review, counts } = preview;
  const back = `/households/${review.id}/import`;
  const changes = counts.new + counts.change;
  const ready = counts.wrong === 0 && changes + preview.meetings > 0;
  const shown = [...preview.rows].sort((a, b) => Number(b.outcome === "wrong") - Number(a.outcome === "wrong") || a.index - b.index).slice(0, MOST_SHOWN);
  return (
    <>
      <Breadcrumb trail={[{ href: `/households/${review.id}`, label: String(review.year) }, { href: back, label: t(words.imports) }]} />
      <h1>{t(say("Xem trước bảng tính", "Preview of the spreadsheet"))}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <div class="grid g-3">
          <Kpi figure={counts.new} name={t(say(`dòng mới (${preview.households} hộ mới, ${preview.registrations} đăng ký mới)`, `new rows (${preview.households} households, ${preview.registrations} registrations)`))} />
          <Kpi figure={counts.change} name={t(say(`dòng cập nhật, ${preview.meetings} cuộc họp thôn`, `changed rows, ${preview.meetings} meetings`))} />
          <Kpi figure={counts.wrong} name={t(say("dòng sai", "wrong rows"))} />
        </div>
        {ready ? (
          <Form action={`${back}/confirmation`} bare>
            <input type="hidden" name="rows" value={rows} />
            <div class="actions">
              <SubmitButton>{t(say(`Ghi ${changes} dòng`, `Write ${changes} rows`))}</SubmitButton>
              <Link href={back}>{t(say("Chọn bảng khác", "Choose another sheet"))}</Link>
            </div>
          </Form>
        ) : (
          <p class="warn">{counts.wrong > 0 ? t(say("Còn dòng sai nên chưa ghi được. Hãy sửa trong bảng tính rồi gửi lại.", "Some rows are wrong, so nothing can be written. Mend them in the spreadsheet and send it again.")) : t(say("Không có gì mới để ghi.", "There is nothing new to write."))} <a href={back}>{t(say("Gửi lại bảng tính", "Send it again"))}</a></p>
        )}
        <Card>
          <Table
            caption={preview.rows.length > MOST_SHOWN ? t(say(`${MOST_SHOWN} trên ${preview.rows.length} dòng, dòng sai đứng trước`, `${MOST_SHOWN} of ${preview.rows.length} rows, wrong ones first`)) : t(say("Từng dòng", "Row by row"))}
            columns={[
              { head: t(say("Dòng", "Row")), cell: (row: Row) => row.row.line ?? row.index + 1 },
              { head: t(words.village), cell: (row) => <span class="any">{cut(row.row.village)}</span> },
              { head: t(words.head), cell: (row) => <span class="any">{cut(row.row.head)}{row.row.code !== undefined && <span class="small muted"> ({cut(row.row.code)})</span>}{row.was !== null && <span class="small line">{t(say(`Trước là: ${row.was}`, `Before: ${row.was}`))}</span>}</span> },
              { head: t(say("Ghi nhận", "To write")), cell: (row) => <><Tag look={OUTCOMES[row.outcome].look}>{t(OUTCOMES[row.outcome].text)}</Tag>{row.fault !== null && <span class="small line any">{t(row.fault.text)}</span>}</> },
            ]}
            rows={shown}
          />
        </Card>
      </div>
    </>
  );
}
