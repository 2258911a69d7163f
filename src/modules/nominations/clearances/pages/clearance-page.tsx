import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, Day, ErrorSummary, Facts, FileField, Form, Select, SubmitButton, Table, Tag, type TagLook, TextArea, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import { ANSWER_NAMES, ANSWERS, MATTER_NAMES, SILENCE_NAMES, type Standing, STANDING_NAMES } from "../core/clearance.ts";
import type { clearancePage } from "../queries.ts";
import type { View } from "../../pages/view.ts";

type Page = View<typeof clearancePage>;
type Line = Page["lines"][number];

const LOOKS: Readonly<Record<Standing, TagLook>> = { clear: "ok", silent_clear: "ok", objection: "bad", waiting: "wait", silent_open: "bad" };

/** Where a question stands, as a tag. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = usePage();
  return <Tag look={LOOKS[standing]}>{t(STANDING_NAMES[standing])}</Tag>;
}

/** One round: what was asked, the answers, and the form of whoever answers or enters the answer. */
export function ClearancePage({ view, typed, failure }: { view: Page; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const { round } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/clearances", label: t(say("Lấy ý kiến hiệp y", "Clearances")) }]} />
      <h1>{t(MATTER_NAMES[round.matter])}: {round.body_name}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <Card>
          <Facts facts={[
            [t(say("Nơi hỏi", "Asked by")), round.unit_name], [t(say("Số công văn", "Letter")), round.letter_number ?? "–"], [t(say("Ngày hỏi", "Asked on")), <Day on={round.asked_on} />],
            [t(say("Hạn trả lời", "Due on")), <Day on={round.due_on} />], [t(say("Khi quá hạn", "After that")), <>{t(SILENCE_NAMES[round.silence])}{round.silence_basis !== null && ` (${round.silence_basis})`}</>],
          ]} />
        </Card>
        <Card title={t(say("Hồ sơ và ý kiến", "Dossiers and answers"))}>
          <Table
            columns={[
              { head: t(say("Đối tượng", "Nominee")), cell: (line: Line) => <>{view.may_enter ? <a href={`/nominations/${line.nomination_id}`}>{line.subject_name}</a> : line.subject_name}<span class="small muted line">{line.subject_note || line.unit_name}</span></> },
              { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (line) => `${honourName(line.honour, lang)}, ${line.year}` },
              { head: t(say("Ý kiến", "Answer")), cell: (line) => <><StandingTag standing={line.standing} />{line.note !== null && <span class="small line">{line.note}</span>}</> },
              { head: t(say("Ngày trả lời", "Answered on")), cell: (line) => <><Day on={line.answered_on} />{line.file_id !== null && <> · <a href={`/clearances/${round.id}/scans/${line.nomination_id}`}>{t(say("bản quét", "scan"))}</a></>}</> },
            ]}
            rows={view.lines}
          />
        </Card>
        {round.withdrawn_on !== null && <Card><p class="warn">{t(say("Đã rút ngày", "Taken back on"))} <Day on={round.withdrawn_on} />: {round.withdraw_reason}</p></Card>}
        {(view.may_answer || view.may_enter) && <AnswerForm view={view} typed={typed} failure={failure} />}
        {view.may_withdraw && <WithdrawForm id={round.id} typed={typed} failure={failure} />}
      </div>
    </>
  );
}

/** Takes the question back: it was put to the wrong office or about the wrong matter. */
function WithdrawForm({ id, typed, failure }: { id: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Card>
      <details open={failure?.fields?.["reason"] !== undefined}>
        <summary>{t(say("Rút lượt hiệp y này", "Take this question back"))}</summary>
        <Form action={`/clearances/${id}/withdrawal`}>
          <TextArea name="reason" label={say("Lý do", "Reason")} hint={say("Ví dụ: gửi nhầm cơ quan", "For example: the wrong office was asked")} rows={2} typed={typed} failure={failure} />
          <div><SubmitButton look="danger">{t(say("Rút", "Take back"))}</SubmitButton></div>
        </Form>
      </details>
    </Card>
  );
}

function AnswerForm({ view, typed, failure }: { view: Page; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed, failure };
  const paper = !view.may_answer;
  return (
    <Card title={t(paper ? say("Nhập trả lời bằng văn bản giấy", "Enter an answer from paper") : say("Trả lời", "Answer"))}>
      <Form action={`/clearances/${view.round.id}/answers`} upload>
        {view.lines.map((line, index) => (
          <fieldset>
            <legend>{line.subject_name}</legend>
            <input type="hidden" name={`answers.${index}.nomination_id`} value={line.nomination_id} />
            <Select name={`answers.${index}.answer`} label={say("Ý kiến", "Answer")} options={ANSWERS.map((value) => ({ value, label: t(ANSWER_NAMES[value]) }))} hint={say("Để trống nếu chưa trả lời", "Left open when not answered yet")} optional {...given} />
            <TextArea name={`answers.${index}.note`} label={say("Nêu rõ", "In words")} rows={2} optional {...given} />
          </fieldset>
        ))}
        <div class="two">
          <DateField name="answered_on" label={say("Ngày trả lời", "Answered on")} optional {...given} />
          <FileField name="scan" label={say("Bản quét văn bản trả lời", "Scan of the letter")} hint={say("PDF, PNG, JPEG; không quá 30 MB", "PDF, PNG, JPEG; at most 30 MB")} accept=".pdf,.png,.jpg,.jpeg" optional={!paper} failure={failure} />
        </div>
        <div><SubmitButton>{t(say("Ghi ý kiến", "Save the answers"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}
