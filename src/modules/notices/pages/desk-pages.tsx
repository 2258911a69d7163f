import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, Facts, Form, Select, SubmitButton, Table, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { COMMENT_SORT_NAMES, COMMENT_SORTS, words } from "../core/words.ts";
import type { noticePage } from "../queries.ts";
import type { commentPage, commentsToSort } from "../queries-desk.ts";
import { StateTags } from "./counts.tsx";
import type { View } from "./view.ts";

type Given = { typed: Typed; failure: Failure | null };
type Row = NonNullable<View<typeof noticePage>["desk"]>[number] & { readonly notice?: string };

/** Comments in a table, each leading to its own page; the notice's title where comments of several stand together. */
export function CommentTable({ rows, withNotice }: { rows: readonly Row[]; withNotice?: boolean }) {
  const { t } = usePage();
  return (
    <Table
      columns={[
        { head: t(say("Nhận ngày", "Received")), cell: (row: Row) => <a href={`/notices/comments/${row.id}`}><Day on={row.received_on} /></a> },
        ...(withNotice === true ? [{ head: t(say("Danh sách", "List")), cell: (row: Row) => row.notice ?? "" }] : []),
        { head: t(say("Về", "About")), cell: (row) => row.subject_name ?? t(words.whole) },
        { head: t(say("Người gửi ghi là", "Sent as")), cell: (row) => t(COMMENT_SORT_NAMES[row.kind_claimed]) },
        { head: t(say("Người gửi", "Sender")), cell: (row) => t(row.is_protected ? words.anonymous : say("có ghi tên", "signed")) },
        { head: t(say("Tình trạng", "State")), cell: (row) => <StateTags comment={row} /> },
      ]}
      rows={rows}
      empty={say("Chưa có ý kiến nào.", "No comment yet.")}
    />
  );
}

/** The comments of all notices that wait for somebody. */
export function WaitingPage({ rows }: { rows: View<typeof commentsToSort> }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(words.notices) }]} />
      <h1>{t(say("Ý kiến cần xử lý", "Comments to deal with"))}</h1>
      <section class="card"><CommentTable rows={rows} withNotice /></section>
    </>
  );
}

/** One comment: what it says, who sent it where signed, and what may be done with it now. */
export function CommentPage({ view, typed, failure }: Given & { view: View<typeof commentPage> }) {
  const { t } = usePage();
  const { comment, notice } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(words.notices) }, { href: `/notices/${notice.id}`, label: notice.title }]} />
      <h1>{t(say("Ý kiến", "Comment"))}</h1>
      <ErrorSummary failure={failure} />
      <Card>
        <p><StateTags comment={comment} /></p>
        <Facts facts={[
          [t(say("Về", "About")), comment.subject_name ?? t(words.whole)],
          [t(say("Nhận ngày", "Received on")), <Day on={comment.received_on} />],
          [t(say("Người gửi", "Sender")), comment.author_name === null ? t(words.anonymous) : `${comment.author_name} · ${comment.author_contact ?? ""}`],
          [t(say("Người gửi ghi là", "Sent as")), t(COMMENT_SORT_NAMES[comment.kind_claimed])],
          [t(say("Nội dung", "Text")), comment.text],
          comment.sort_reason === null ? null : [t(say("Lý do phân loại", "Why it was sorted so")), comment.sort_reason],
          comment.accepted_on === null ? null : [t(say("Thụ lý", "Accepted")), <><Day on={comment.accepted_on} />, {comment.accepted_document}</>],
          comment.closed_on === null ? null : [t(say("Giải quyết xong", "Settled")), <><Day on={comment.closed_on} />, {comment.closed_document}: {comment.outcome}</>],
          comment.answer === null ? null : [t(comment.answer_public ? say("Trả lời công khai", "Public answer") : say("Trả lời riêng người gửi", "Answer to the author")), comment.answer],
        ]} />
      </Card>
      {view.may_keep && comment.accepted_on === null && <div class="after"><SortForm view={view} typed={typed} failure={failure} /></div>}
      {view.may_keep && comment.sort !== null && <div class="after"><AnswerForm view={view} typed={typed} failure={failure} /></div>}
      {view.may_accept && <div class="after"><AcceptForm view={view} typed={typed} failure={failure} /></div>}
      {comment.accepted_on !== null && comment.closed_on === null && <div class="after"><SettleForm view={view} typed={typed} failure={failure} /></div>}
    </>
  );
}

type FormProps = Given & { view: View<typeof commentPage> };

function SortForm({ view, typed, failure }: FormProps) {
  const { t } = usePage();
  const given = { typed: { sort: view.comment.sort ?? "", ...typed }, failure };
  return (
    <Card title={t(say("Phân loại", "Sort"))}>
      <Form action={`/notices/comments/${view.comment.id}/sort`}>
        <Select name="sort" label={say("Ý kiến này là", "This comment is a")} options={COMMENT_SORTS.map((value) => ({ value, label: t(COMMENT_SORT_NAMES[value]) }))} {...given} />
        <TextField name="reason" label={say("Lý do", "Reason")} hint={say("Người gửi xem được lý do này bằng mã biên nhận", "The sender sees it with the receipt code")} {...given} />
        <SubmitButton>{t(say("Phân loại", "Sort"))}</SubmitButton>
      </Form>
    </Card>
  );
}

function AnswerForm({ view, typed, failure }: FormProps) {
  const { t } = usePage();
  const given = { typed: { text: view.comment.answer ?? "", ...typed }, failure };
  return (
    <Card title={t(view.comment.answer === null ? say("Trả lời", "Answer") : say("Trả lời lại", "Answer again"))}>
      <Form action={`/notices/comments/${view.comment.id}/answer`}>
        <TextArea name="text" label={say("Nội dung trả lời", "Answer")} {...given} />
        <Checkbox name="public" label={say("Công bố câu trả lời trên cổng", "Publish the answer on the portal")} hint={say("Không nêu tên người trong danh sách. Bỏ trống thì chỉ người có mã biên nhận xem được", "Name nobody of the list. Left open, only the holder of the receipt code sees it")} typed={typed} />
        <SubmitButton>{t(say("Trả lời", "Answer"))}</SubmitButton>
      </Form>
    </Card>
  );
}

function AcceptForm({ view, typed, failure }: FormProps) {
  const { t } = usePage();
  const given = { typed, failure };
  return (
    <Card title={t(say("Thụ lý", "Formally accept"))}>
      <p>{t(say("Từ khi thụ lý đến khi giải quyết xong, hồ sơ bị nêu được đối chiếu với luật như có vụ việc đang xem xét.", "From acceptance until it is settled, the dossier concerned is judged as one with a matter pending."))}</p>
      <Form action={`/notices/comments/${view.comment.id}/accept`}>
        {view.comment.subject_id === null && <Select name="subject_id" label={say("Hồ sơ mà đơn nêu", "The dossier it concerns")} options={view.choices.map((choice) => ({ value: choice.subject_id, label: choice.name }))} {...given} />}
        <DateField name="accepted_on" label={say("Ngày thụ lý", "Accepted on")} {...given} />
        <TextField name="document_number" label={say("Số văn bản thụ lý", "Number of the document")} {...given} />
        <SubmitButton confirm={t(say("Thụ lý đơn này?", "Formally accept it?"))}>{t(say("Thụ lý", "Accept"))}</SubmitButton>
      </Form>
    </Card>
  );
}

function SettleForm({ view, typed, failure }: FormProps) {
  const { t } = usePage();
  const given = { typed, failure };
  return (
    <Card title={t(say("Kết quả giải quyết", "Settle"))}>
      <Form action={`/notices/comments/${view.comment.id}/settle`}>
        <DateField name="closed_on" label={say("Ngày giải quyết xong", "Settled on")} {...given} />
        <TextField name="document_number" label={say("Số văn bản giải quyết", "Number of the document")} {...given} />
        <TextArea name="outcome" label={say("Kết quả", "Outcome")} rows={3} {...given} />
        <SubmitButton>{t(say("Ghi kết quả", "Save"))}</SubmitButton>
      </Form>
    </Card>
  );
}
