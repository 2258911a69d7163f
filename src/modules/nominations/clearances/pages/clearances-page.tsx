import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Card, DateField, Day, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextField, type Typed, typedText, usePage } from "../../../../platform/html/kit.ts";
import { APPLIES, APPLIES_NAMES, type ClearanceRule, MATTER_NAMES, MATTERS, SILENCE_NAMES, SILENCES } from "../core/clearance.ts";
import type { browseClearances } from "../queries.ts";
import type { View } from "../../pages/view.ts";

type Page = View<typeof browseClearances>;

/** The clearance rounds, and for an officer the rules by which they are asked. */
export function ClearancesPage({ view, typed, failure, form }: { view: Page; typed: Typed; failure: Failure | null; form: string | null }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Lấy ý kiến hiệp y", "Clearances"))}</h1>
        {view.may_ask && <Link href="/clearances/new" look="btn">{t(say("Lấy ý kiến", "Ask an office"))}</Link>}
      </div>
      <p>{t(say(
        "Cơ quan được hỏi cho biết doanh nghiệp, cá nhân có vi phạm về nội dung mình quản lý hay không, trước khi trình Hội đồng.",
        "The office asked says whether an enterprise or person has broken the rules it looks after, before the council meets.",
      ))}</p>
      <Card>
        <Table
          columns={[
            { head: t(say("Nội dung", "Matter")), cell: (row: Page["rounds"][number]) => <a href={`/clearances/${row.id}`}>{t(MATTER_NAMES[row.matter])}</a> },
            { head: t(say("Cơ quan được hỏi", "Office asked")), cell: (row) => row.body_name },
            { head: t(say("Ngày hỏi", "Asked on")), cell: (row) => <Day on={row.asked_on} /> },
            { head: t(say("Hạn trả lời", "Due on")), cell: (row) => <><Day on={row.due_on} /> {row.overdue && <Tag look="bad">{t(say("quá hạn", "overdue"))}</Tag>}</> },
            { head: t(say("Đã trả lời", "Answered")), cell: (row) => `${row.answered}/${row.asked}`, num: true },
            { head: t(say("Có ý kiến", "Objections")), cell: (row) => row.objections, num: true },
          ]}
          rows={view.rounds}
          empty={say("Chưa có lượt lấy ý kiến nào.", "No office has been asked.")}
        />
      </Card>
      {(view.rules.length > 0 || view.may_declare) && <div class="after"><Rules view={view} typed={typed} failure={failure} form={form} /></div>}
    </>
  );
}

function Rules({ view, form, ...sent }: { view: Page; typed: Typed; failure: Failure | null; form: string | null }) {
  const { t } = usePage();
  const typed: Typed = form === null ? sent.typed : {};
  const failure = form === null ? sent.failure : null;
  const given = { typed, failure };
  return (
    <Card title={t(say("Quy định của địa phương về hiệp y", "Local rules on clearances"))}>
      <Table
        columns={[
          { head: t(say("Áp dụng cho", "Applies to")), cell: (row: ClearanceRule) => t(APPLIES_NAMES[row.applies]) },
          { head: t(say("Nội dung", "Matter")), cell: (row) => t(MATTER_NAMES[row.matter]) },
          { head: t(say("Ngày làm việc", "Working days")), cell: (row) => row.days, num: true },
          { head: t(say("Khi không trả lời", "Without an answer")), cell: (row) => t(SILENCE_NAMES[row.silence]) },
          { head: t(say("Văn bản", "Instrument")), cell: (row) => row.instrument },
          { head: t(say("Từ ngày", "From")), cell: (row) => <Day on={row.from_on} /> },
          { head: t(say("Không còn từ ngày", "No longer from")), cell: (row) => (row.to_on === null && view.may_declare ? <EndRule id={row.id} typed={form === row.id ? sent.typed : {}} failure={form === row.id ? sent.failure : null} /> : <Day on={row.to_on} />) },
        ]}
        rows={view.rules}
        empty={say("Chưa khai báo quy định nào: việc hiệp y do người thẩm định quyết định.", "No rule is declared: whoever appraises decides whom to ask.")}
      />
      {view.may_declare && (
        <details open={failure !== null}>
          <summary>{t(say("Khai báo quy định", "Declare a rule"))}</summary>
          <ErrorSummary failure={failure} />
          <Form action="/clearances/rules">
            <div class="two">
              <Select name="applies" label={say("Áp dụng cho", "Applies to")} options={APPLIES.map((value) => ({ value, label: t(APPLIES_NAMES[value]) }))} {...given} />
              <Select name="matter" label={say("Nội dung", "Matter")} options={MATTERS.map((value) => ({ value, label: t(MATTER_NAMES[value]) }))} {...given} />
            </div>
            <TextField name="days" label={say("Số ngày làm việc để trả lời", "Working days to answer")} width="s" inputMode="numeric" {...given} />
            <Select name="silence" label={say("Khi quá hạn không trả lời", "Without an answer by then")} options={SILENCES.map((value) => ({ value, label: t(SILENCE_NAMES[value]) }))} {...given} />
            <TextField name="instrument" label={say("Văn bản: số, ngày, nơi ban hành", "Instrument: number, date, issuer")} {...given} />
            <div class="two">
              <DateField name="from_on" label={say("Có hiệu lực từ ngày", "In force from")} {...given} />
              <DateField name="to_on" label={say("Không còn hiệu lực từ ngày", "No longer in force from")} optional {...given} />
            </div>
            <div><SubmitButton>{t(say("Khai báo", "Declare"))}</SubmitButton></div>
          </Form>
        </details>
      )}
    </Card>
  );
}

function EndRule({ id, typed, failure }: { id: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Form action={`/clearances/rules/${id}/end`} bare>
      {failure !== null && <p class="error" role="alert">{t(failure.fields?.["to_on"] ?? failure.message)}</p>}
      <span class="inline">
        <input name="to_on" value={typedText(typed, "to_on")} aria-label={t(say("Không còn hiệu lực từ ngày, ví dụ 01/01/2022", "No longer in force from, for example 01/01/2022"))} placeholder="dd/mm/yyyy" inputMode="numeric" />
        <SubmitButton look="plain">{t(say("Chấm dứt", "End"))}</SubmitButton>
      </span>
    </Form>
  );
}
