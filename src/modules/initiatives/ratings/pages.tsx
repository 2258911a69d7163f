import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, FileField, Form, Kpi, Link, Pagination, Select, SubmitButton, Table, Tag, type TagLook, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { RATING_NAMES } from "../core/ratings.ts";
import { words } from "../messages.ts";
import type { View } from "../pages/view.ts";
import type { Judged } from "./judge-rows.ts";
import type { browseRatings, ratingsPreview } from "./queries.ts";

type List = View<typeof browseRatings>;

/** The ratings of a year, with the decision of each. */
export function RatingsPage({ list }: { list: List }) {
  const { t } = usePage();
  const { filter } = list;
  const href = (page: number): string => {
    const asked = Object.entries({ ...filter, page }).filter(([, value]) => value !== undefined);
    return `/ratings?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
  };
  return (
    <>
      <div class="head-line">
        <h1>{t(words.ratings)}</h1>
        {list.may_import.length > 0 && <Link href="/ratings/import" look="btn">{t(words.importRatings)}</Link>}
      </div>
      <form method="get" action="/ratings" class="filters">
        <TextField name="year" label={words.year} width="s" inputMode="numeric" typed={filter} />
        <SubmitButton look="plain">{t(say("Xem", "Show"))}</SubmitButton>
      </form>
      <Card>
        <Table
          caption={t(say(`${list.count} dòng`, list.count === 1 ? "1 row" : `${list.count} rows`))}
          columns={[
            { head: t(say("Cá nhân, tập thể", "Person or collective")), cell: (row: List["rows"][number]) => row.subject_name },
            { head: t(words.unit), cell: (row) => row.unit_name },
            { head: t(words.year), cell: (row) => row.year, num: true },
            { head: t(words.rating), cell: (row) => t(RATING_NAMES[row.rating]) },
            { head: t(words.decisionNumber), cell: (row) => <>{row.decision_number}, <Day on={row.decided_on} /></> },
          ]}
          rows={list.rows}
        />
        <Pagination page={list.page} pages={list.pages} href={href} />
      </Card>
    </>
  );
}

type ImportProps = { units: readonly { id: string; name: string }[]; typed: Typed; failure: Failure | null };

/** Step one: the decision, and the list pasted or as a spreadsheet. */
export function RatingsImportPage({ units, typed, failure }: ImportProps) {
  const { t } = usePage();
  const given = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: "/ratings", label: t(words.ratings) }]} />
      <h1>{t(words.importRatings)}</h1>
      <ErrorSummary failure={failure} />
      <Form action="/ratings/import" upload>
        <Select name="unit_id" label={words.unit} blank={units.length > 1} options={units.map(({ id, name }) => ({ value: id, label: name }))} {...given} />
        <div class="two">
          <TextField name="year" label={words.year} width="s" inputMode="numeric" {...given} />
          <DateField name="decided_on" label={words.decidedOn} {...given} />
        </div>
        <TextField name="decision_number" label={words.decisionNumber} {...given} />
        <TextArea
          name="pasted" label={say("Danh sách dán từ bảng tính", "The list, pasted from a spreadsheet")} rows={8} optional
          hint={say("Mỗi dòng: họ và tên, ngày sinh (nếu có), xếp loại. Tập thể ghi tên tập thể.", "Each line: name, birth date if known, rating. Collectives by their name.")} {...given}
        />
        <FileField name="sheet" label={say("Hoặc chọn bảng tính", "Or choose a spreadsheet")} hint={say(".xlsx hoặc .csv, không quá 5 MB", ".xlsx or .csv, at most 5 MB")} accept=".xlsx,.csv" optional failure={failure} />
        <div><SubmitButton>{t(say("Xem trước", "Preview"))}</SubmitButton></div>
      </Form>
      <p class="muted after">{t(say("Chưa ghi gì cho đến khi bạn xác nhận ở bước sau. Một dòng sai thì không dòng nào được ghi.", "Nothing is written until you confirm. If one row is wrong, none is written."))}</p>
    </>
  );
}

const OUTCOMES: Readonly<Record<Judged["outcome"], { look: TagLook; text: Text; order: number }>> = {
  wrong: { look: "bad", text: say("Sai", "Wrong"), order: 0 },
  unmatched: { look: "wait", text: say("Không tìm thấy", "Not found"), order: 1 },
  write: { look: "ok", text: say("Sẽ ghi", "Will be written"), order: 2 },
  same: { look: "info", text: say("Đã có", "Known already"), order: 3 },
};

/** Step two: every row with what will come of it; the button only when none is wrong. `rows` is what was read, carried to the last step. */
export function RatingsPreviewPage({ preview, rows, failure }: { preview: View<typeof ratingsPreview>; rows: string; failure: Failure | null }) {
  const { t } = usePage();
  const { unit, year, counts } = preview;
  const shown = [...preview.rows].sort((a, b) => OUTCOMES[a.outcome].order - OUTCOMES[b.outcome].order || a.line - b.line);
  return (
    <>
      <Breadcrumb trail={[{ href: "/ratings/import", label: t(words.importRatings) }]} />
      <h1>{t(say(`Xem trước xếp loại năm ${year}: ${unit.name}`, `Preview of ratings ${year}: ${unit.name}`))}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <div class="grid g-3">
          <Kpi figure={String(counts.write)} name={t(say("dòng sẽ ghi", "to write"))} />
          <Kpi figure={String(counts.unmatched)} name={t(say("dòng không tìm thấy ai", "without a match"))} />
          <Kpi figure={String(counts.wrong)} name={t(say("dòng sai", "wrong"))} />
        </div>
        {counts.wrong === 0 && counts.write > 0 ? (
          <Form action="/ratings/import/confirmation">
            <input type="hidden" name="unit_id" value={unit.id} />
            <input type="hidden" name="year" value={String(year)} />
            <input type="hidden" name="decision_number" value={preview.decision_number} />
            <input type="hidden" name="decided_on" value={preview.decided_on} />
            <input type="hidden" name="rows" value={rows} />
            {counts.unmatched > 0 && <Checkbox name="skip_unmatched" label={say(`Bỏ qua ${counts.unmatched} dòng không tìm thấy ai`, `Leave out the ${counts.unmatched} rows without a match`)} />}
            <div class="actions">
              <SubmitButton>{t(say(`Ghi ${counts.write} dòng`, `Write ${counts.write} rows`))}</SubmitButton>
              <Link href="/ratings/import">{t(say("Gửi danh sách khác", "Send another list"))}</Link>
            </div>
          </Form>
        ) : (
          <p class="warn">{t(counts.wrong > 0 ? say("Còn dòng sai nên chưa ghi được. Hãy sửa danh sách rồi gửi lại.", "Some rows are wrong, so nothing can be written. Mend the list and send it again.") : say("Không có dòng nào mới để ghi.", "There is nothing new to write."))} <a href="/ratings/import">{t(say("Gửi lại danh sách", "Send it again"))}</a></p>
        )}
        <Card>
          <Table
            caption={t(say("Từng dòng", "Row by row"))}
            columns={[
              { head: t(say("Dòng", "Row")), cell: (row: Judged) => row.line, num: true },
              { head: t(say("Tên trong danh sách", "Name in the list")), cell: (row) => row.written || "–" },
              { head: t(say("Khớp với", "Matched with")), cell: (row) => (row.match === null ? "–" : <>{row.match.name}{row.match.born_on !== null && <span class="small muted"> ({row.match.born_on.slice(0, 4)})</span>}</>) },
              { head: t(words.rating), cell: (row) => <>{row.rating === null ? "–" : t(RATING_NAMES[row.rating])}{row.replaces !== null && <span class="small muted line">{t(say("thay cho", "instead of"))} {t(RATING_NAMES[row.replaces])}</span>}</> },
              { head: t(words.status), cell: (row) => <><Tag look={OUTCOMES[row.outcome].look}>{t(OUTCOMES[row.outcome].text)}</Tag>{row.fault !== null && <span class="small line">{t(row.fault.text)}</span>}</> },
            ]}
            rows={shown}
          />
        </Card>
      </div>
    </>
  );
}
