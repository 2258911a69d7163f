import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Form, Pagination, SubmitButton, Table, TextArea, type Typed, usePage } from "../../../platform/html/kit.ts";
import { COMMENT_SORT_NAMES, words } from "../core/words.ts";
import type { noticePage } from "../queries.ts";
import { CommentForm } from "./comment-form.tsx";
import { CommentTable } from "./desk-pages.tsx";
import { Counts } from "./counts.tsx";
import type { View } from "./view.ts";

type Notice = View<typeof noticePage>;
type Subject = Notice["subjects"][number];

/** One notice: who stands on it and for what while it runs, how to comment, what was answered; for an officer the comments. */
export function NoticePage({ view, typed, failure }: { view: Notice; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { notice } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(words.notices) }]} />
      <h1>{notice.title}</h1>
      <ErrorSummary failure={failure} />
      <Card>
        <Facts facts={[
          [t(say("Cơ quan công khai", "Posted by")), notice.unit_name],
          [t(words.from), <Day on={notice.from_on} />],
          [t(words.until), <Day on={notice.ends_on} />],
          [t(words.days), String(notice.days)],
          notice.basis === null ? null : [t(words.basis), notice.basis],
          [t(say("Số trường hợp", "Proposed")), String(view.dossiers)],
          [t(words.comments), <Counts counts={view.counts} />],
          notice.closed_on === null ? null : [t(say("Đã chốt ngày", "Closed on")), <Day on={notice.closed_on} />],
          notice.close_reason === null ? null : [t(say("Kết thúc sớm vì", "Ended early because")), notice.close_reason],
        ]} />
        {view.over && <p class="muted">{t(view.names_shown
          ? say("Đã hết thời gian công khai: công chúng không còn xem được tên. Bạn xem được vì đang xử lý hồ sơ.", "The notice is over and the public no longer sees the names. You do because you work on the dossiers.")
          : say("Đã hết thời gian công khai: tên đã được gỡ, chỉ còn thời gian và số ý kiến.", "The notice is over: the names are gone, only the days and the counts remain."))}</p>}
      </Card>
      {view.names_shown && <Subjects view={view} />}
      {view.running && <section id="comment" class="after"><CommentForm view={view} typed={typed} failure={failure} /></section>}
      <div class="after"><Answers view={view} /></div>
      {view.desk !== null && <div class="after"><Card title={t(say("Ý kiến đã nhận", "Comments received"))}><CommentTable rows={view.desk} /></Card></div>}
      {view.may_keep && notice.closed_on === null && <div class="after"><EndForm view={view} typed={typed} failure={failure} /></div>}
    </>
  );
}

function Subjects({ view }: { view: Notice }) {
  const { t } = usePage();
  return (
    <section class="card after">
      <Table
        caption={t(say("Danh sách và lý do đề nghị", "Who is proposed, and for what"))}
        columns={[
          { head: t(say("TT", "No.")), cell: (row: Subject) => row.place, num: true },
          { head: t(words.name), cell: (row) => row.name },
          { head: t(words.unit), cell: (row) => row.note },
          { head: t(words.reason), cell: (row) => row.achievement },
          ...(view.running ? [{ head: t(words.comments), cell: (row: Subject) => <a href={`/notices/${view.notice.id}?page=${view.page}&subject=${row.subject_id}#comment`}>{t(say("Góp ý", "Comment"))}<span class="unseen"> {row.name}</span></a> }] : []),
        ]}
        rows={view.subjects}
      />
      <Pagination page={view.page} pages={view.pages} href={(page) => `/notices/${view.notice.id}?page=${page}`} />
    </section>
  );
}

function Answers({ view }: { view: Notice }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Trả lời đã công bố", "Published answers"))}>
      {view.answers.length === 0 && <p class="muted">{t(say("Chưa có trả lời nào được công bố.", "No answer is published yet."))}</p>}
      <ul class="plain-list">
        {view.answers.map((entry) => (
          <li>
            <p class="small muted">{entry.sort === null ? t(words.unsorted) : t(COMMENT_SORT_NAMES[entry.sort])} · <Day on={entry.answered_on} />{entry.subject_name !== null && <> · {entry.subject_name}</>}</p>
            {entry.text !== null && <blockquote>{entry.text}</blockquote>}
            <p>{entry.answer}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EndForm({ view, typed, failure }: { view: Notice; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <Card title={t(view.running ? say("Kết thúc công khai sớm", "End the notice early") : say("Chốt số ý kiến", "Count the comments"))}>
      <Form action={`/notices/${view.notice.id}/end`}>
        {view.running && <TextArea name="reason" label={say("Lý do kết thúc sớm", "Why it ends early")} rows={2} typed={typed} failure={failure} />}
        <p class="hint">{t(say("Số ý kiến theo từng loại được ghi vào nhật ký minh bạch; sau đó tên không còn trên cổng.", "The number of comments of each sort enters the transparency log; the names leave the portal."))}</p>
        <SubmitButton look="plain" confirm={t(say("Kết thúc công khai danh sách này?", "End this notice?"))}>{t(view.running ? say("Kết thúc sớm", "End early") : say("Chốt vào nhật ký", "Write the count into the log"))}</SubmitButton>
      </Form>
    </Card>
  );
}
