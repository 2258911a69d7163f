import { decimal } from "../../../kernel/decimal.ts";
import { formatDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DaysLeft, ErrorSummary, FileField, Form, SubmitButton, Tag, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { showFigure } from "../core/shown-figure.ts";
import { DIRECTION_SIGNS, GROUP_NAMES, RECKONING_NAMES } from "../core/target.ts";
import { words } from "../messages.ts";
import type { reportSheet } from "../queries-reports.ts";
import type { View } from "./view.ts";

type SheetView = View<typeof reportSheet>;
type Filled = { typed: Typed; failure: Failure | null };

/** The clerk's sheet: every target of the unit that is due for the period, in one form. */
export function ReportPage({ view, typed, failure }: Filled & { view: SheetView }) {
  const { t } = usePage();
  const { unit, year, month } = view;
  const open = view.rows.filter((row) => row.open);
  return (
    <>
      <Breadcrumb trail={[{ href: `/targets?year=${year}&unit_id=${unit.id}`, label: t(say(`Chỉ tiêu năm ${year}: ${unit.name}`, `Targets of ${year}: ${unit.name}`)) }]} />
      <h1>{t(say(`Báo cáo đến hết tháng ${month}/${year}`, `Figures to the end of ${month}/${year}`))}</h1>
      <nav class="chips" aria-label={t(words.period)}>
        {view.months.map((each) => <a href={`/targets/report?unit=${unit.id}&year=${year}&month=${each}`} aria-current={each === month ? "true" : undefined}>{t(say(`Tháng ${each}`, `Month ${each}`))}</a>)}
      </nav>
      <p class="muted">{t(say("Ô để trống được bỏ qua. Muốn sửa số đã báo cáo, ghi số mới kèm lý do; số cũ vẫn được lưu.", "Blank fields are passed over. To correct a figure give the new one with a reason; the old one stays."))} <a href={`/targets/import?unit=${unit.id}&month=${month}&year=${year}`}>{t(words.imports)}</a></p>
      <ErrorSummary failure={failure} />
      {open.length === 0 ? (
        <Card><p class="muted">{t(say("Không có chỉ tiêu nào của đơn vị phải báo cáo cho kỳ này.", "None of the unit's targets is due for this period."))}</p></Card>
      ) : (
        <Form action="/targets/report" upload>
          <input type="hidden" name="unit_id" value={unit.id} />
          <input type="hidden" name="year" value={String(year)} />
          <input type="hidden" name="month" value={String(month)} />
          {open.map((row, index) => <Row row={row} index={index} typed={typed} failure={failure} />)}
          <Checkbox name="on_site" label={say("Số liệu đã được kiểm tra tại chỗ, không chỉ lấy từ báo cáo", "The figures were seen on the spot, not only taken from reports")} typed={typed} />
          <div class="actions"><SubmitButton>{t(say("Gửi số liệu", "Send the figures"))}</SubmitButton></div>
        </Form>
      )}
    </>
  );
}

function Row({ row, index, typed, failure }: Filled & { row: SheetView["rows"][number]; index: number }) {
  const { t } = usePage();
  const { target, plan, previous, reported } = row;
  const shown = (value: string) => showFigure(decimal(value), target.decimals);
  const at = (name: string) => `figures.${index}.${name}`;
  return (
    <fieldset>
      <legend>{target.title}</legend>
      <input type="hidden" name={at("target_id")} value={target.id} />
      <p class="small muted">
        {t(GROUP_NAMES[target.group])}; {t(RECKONING_NAMES[target.reckoning])}
        {plan !== null && `; ${t(words.plan)} ${DIRECTION_SIGNS[target.direction]} ${shown(plan)}`}
        {previous !== null && `; ${t(say(`đến tháng ${previous.month}: ${shown(previous.value)}`, `to month ${previous.month}: ${shown(previous.value)}`))}`}
      </p>
      <p>
        {row.rolled && reported === null ? <span class="small">{t(say("Để trống thì số chung được tổng hợp từ các đơn vị. Nếu nhập, số nhập được dùng thay.", "Left blank, the whole is rolled up from the units. A figure entered here is used instead."))}</span> : reported !== null ? <Tag look="ok">{t(say(`Đã báo cáo: ${shown(reported)}`, `Reported: ${shown(reported)}`))}</Tag> : <><DaysLeft days={row.days_left} /> <span class="small muted">{t(say(`hạn ${formatDate(row.due_on)}`, `due ${formatDate(row.due_on)}`))}</span></>}
      </p>
      <div class="two">
        <TextField name={at("value")} label={say(`Số thực hiện (${target.measure})`, `Result (${target.measure})`)} optional={reported !== null || row.rolled} typed={typed} failure={failure} />
        <TextField name={at("evidence")} label={words.evidence} hint={say("Số, ngày văn bản", "Number and date of the document")} optional typed={typed} failure={failure} />
      </div>
      <TextField name={at("reason")} label={say("Lý do (khi sửa số đã báo cáo, hoặc số lũy kế giảm)", "Reason (for a correction, or a running total that falls)")} optional typed={typed} failure={failure} />
      <FileField name={at("scan")} label={say("Bản quét minh chứng", "Scan of the evidence")} hint={say("PDF, PNG hoặc JPEG; nếu trang báo lỗi thì chọn lại tệp", "PDF, PNG or JPEG; choose it again after an error")} accept=".pdf,.png,.jpg,.jpeg" optional failure={failure} />
    </fieldset>
  );
}
