import { formatDate } from "../../../kernel/plain-date.ts";
import { type Lang, say, type Text } from "../../../kernel/text.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, Checkbox, DateField, ErrorSummary, FileField, Form, Select, SubmitButton, Table, Tag, type TagLook, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { writeCitation } from "../../honours/index.ts";
import { type ChecklistLine, DOCUMENT_KINDS, DOCUMENT_NAMES, type Sureness } from "../core/dossier-contents.ts";
import type { dossierContents } from "../queries-appraisal.ts";

type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;
type Contents = View<typeof dossierContents>;
type Document = Contents["documents"][number];

const STATES: Readonly<Record<ChecklistLine["state"], { look: TagLook; text: Text }>> = {
  present: { look: "ok", text: say("Đã có", "There") },
  paper: { look: "ok", text: say("Đã có (bản giấy)", "There, on paper") },
  known: { look: "ok", text: say("Đã có trong phần mềm", "Held here already") },
  missing: { look: "bad", text: say("Còn thiếu", "Missing") },
  to_ask: { look: "wait", text: say("Nên hỏi lại", "To be asked") },
  optional: { look: "info", text: say("Khi có căn cứ vào sáng kiến", "If relied on") },
};
const STANDINGS: Readonly<Record<Sureness, Text | null>> = {
  verified: null,
  second_hand: null,
  unverified: say("chưa đọc được văn bản, chỉ nhắc", "not read, a reminder only"),
};

/** The checklist of a dossier's documents, the documents themselves, and, while they may change, the form that adds one. */
export function DossierContents({ contents, typed, failure }: { contents: Contents; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const at = `/nominations/${contents.nomination_id}/documents`;
  return (
    <Card title={t(say("Thành phần hồ sơ", "Contents of the dossier"))}>
      {contents.procedure === "simplified" && <p class="note">{t(say("Làm theo thủ tục đơn giản: không công khai lấy ý kiến, không qua Hội đồng.", "By the simplified procedure: neither on public notice nor before the council."))}</p>}
      {contents.sets !== null && <p class="small muted">{t(say(`Hồ sơ giấy: ${contents.sets} bộ (bản chính)`, `On paper: ${contents.sets} original set(s)`))}</p>}
      <Table
        caption={t(contents.complete ? say("Đủ tài liệu bắt buộc", "All that is surely needed is there") : say("Chưa đủ tài liệu bắt buộc", "Something needed is missing"))}
        columns={[
          { head: t(say("Tài liệu", "Document")), cell: (line: ChecklistLine) => <>{t(DOCUMENT_NAMES[line.kind])}<Basis line={line} /></> },
          { head: t(say("Tình trạng", "State")), cell: (line) => <Tag look={STATES[line.state].look}>{t(STATES[line.state].text)}</Tag> },
        ]}
        rows={contents.lines}
      />
      <ul class="plain-list">
        {contents.documents.map((document) => (
          <li>
            <span class="pair">
              <span>{document.on_paper ? document.title : <a href={`${at}/${document.id}`}>{document.title}</a>}<span class="small muted line">{noteOn(document, lang)}</span></span>
              {contents.may_change && (
                <Form action={`${at}/${document.id}/removal`} bare>
                  <SubmitButton look="quiet">{t(say("Bỏ", "Remove"))}<span class="unseen"> {document.title}</span></SubmitButton>
                </Form>
              )}
            </span>
          </li>
        ))}
      </ul>
      {contents.may_change && (
        <details open={failure !== null}>
          <summary>{t(say("Thêm tài liệu", "Attach a document"))}</summary>
          <AttachForm action={at} typed={typed} failure={failure} />
        </details>
      )}
    </Card>
  );
}

const ON_PAPER = say("bản giấy, nằm trong hồ sơ giấy", "on paper, in the dossier on paper");

function Basis({ line }: { line: ChecklistLine }) {
  const { t, lang } = usePage();
  const sure = STANDINGS[line.standing];
  return <span class="small muted line">{line.cite.map((cite) => writeCitation(cite, lang)).join("; ")}{sure !== null && `; ${t(sure)}`}</span>;
}

function noteOn(document: Document, lang: Lang): string {
  const parts = [DOCUMENT_NAMES[document.kind][lang], document.number, document.document_on === null ? null : formatDate(document.document_on), document.on_paper ? ON_PAPER[lang] : null];
  return parts.filter((part) => part !== null).join(", ");
}

function AttachForm({ action, typed, failure }: { action: string; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed, failure };
  return (
    <>
      <ErrorSummary failure={failure} />
      <Form action={action} upload>
        <Select name="kind" label={say("Loại tài liệu", "Kind of document")} options={DOCUMENT_KINDS.map((value) => ({ value, label: t(DOCUMENT_NAMES[value]) }))} {...given} />
        <TextField name="title" label={say("Tên tài liệu", "Title")} optional {...given} />
        <div class="two">
          <TextField name="number" label={say("Số văn bản", "Document number")} optional {...given} />
          <DateField name="document_on" label={say("Ngày văn bản", "Document date")} optional {...given} />
        </div>
        <FileField name="file" label={say("Tệp", "File")} hint={say("PDF, PNG, JPEG, .docx, .xlsx; không quá 30 MB", "PDF, PNG, JPEG, .docx, .xlsx; at most 30 MB")} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx" optional failure={failure} />
        <Checkbox name="on_paper" typed={typed} label={say("Bản giấy: không có tệp, bản chính nằm trong hồ sơ giấy", "On paper: no file, the original lies in the dossier on paper")} hint={say("Khi đó cần số và ngày văn bản", "Its number and date are needed then")} />
        <div><SubmitButton>{t(say("Thêm", "Attach"))}</SubmitButton></div>
      </Form>
    </>
  );
}
