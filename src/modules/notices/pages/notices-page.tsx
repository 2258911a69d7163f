import { say } from "../../../kernel/text.ts";
import { Card, Day, Facts, Link, Table, usePage } from "../../../platform/html/kit.ts";
import { words } from "../core/words.ts";
import type { browseNotices } from "../queries.ts";
import type { noticesDue } from "../queries-desk.ts";
import { Counts } from "./counts.tsx";
import type { View } from "./view.ts";

type Over = View<typeof browseNotices>["over"][number];
type Due = View<typeof noticesDue>[number];

/** The notices that run with their first names, and those that are over with their counts; for an officer also what waits. */
export function NoticesPage({ view, due, mayPost, mayRead }: { view: View<typeof browseNotices>; due: readonly Due[]; mayPost: boolean; mayRead: boolean }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(words.notices)}</h1>
        {mayPost && <Link href="/notices/new" look="btn">{t(say("Công khai một danh sách", "Post a notice"))}</Link>}
        {mayRead && <Link href="/notices/comments" look="btn plain">{t(say("Ý kiến cần xử lý", "Comments to deal with"))}</Link>}
      </div>
      <p>{t(say(
        "Danh sách đề nghị khen thưởng được công khai để mọi người góp ý trước khi trình Hội đồng. Có thể ghi tên hoặc gửi kín; mỗi ý kiến có một mã biên nhận để xem trả lời, không cần tài khoản.",
        "Lists proposed for commendation stand here before the council meets, for everybody to comment on. Sign, or stay protected; each comment has a receipt code that shows its answer without an account.",
      ))}</p>
      <p><Link href="/notices/receipt">{t(say("Tra cứu ý kiến bằng mã biên nhận", "Follow a comment by its receipt code"))}</Link></p>
      {due.length > 0 && (
        <Card title={t(say("Hết thời gian công khai, chờ chốt số ý kiến", "Days are over: comments wait to be counted"))}>
          <ul class="plain-list">{due.map((notice) => <li><a href={`/notices/${notice.id}`}>{notice.title}</a> · <Day on={notice.ends_on} /> · <Counts counts={notice.counts} /></li>)}</ul>
        </Card>
      )}
      <h2>{t(say("Đang công khai", "Running"))}</h2>
      {view.running.length === 0 && <p class="muted">{t(say("Hiện không có danh sách nào đang công khai.", "No list stands on notice at present."))}</p>}
      <div class="cards">
        {view.running.map((notice) => (
          <Card title={notice.title}>
            <Facts facts={[
              [t(say("Cơ quan công khai", "Posted by")), notice.unit_name],
              [t(say("Thời gian", "Time")), <><Day on={notice.from_on} /> – <Day on={notice.ends_on} /> ({t(say(`${notice.days} ngày làm việc`, `${notice.days} working days`))})</>],
              [t(words.comments), <Counts counts={notice.counts} />],
            ]} />
            <ul>{notice.first.map((subject) => <li><b>{subject.name}</b>, {subject.note}: {subject.achievement}</li>)}</ul>
            <p><a href={`/notices/${notice.id}`}>{t(say(`Xem cả ${notice.dossiers} trường hợp và góp ý`, `See all ${notice.dossiers} and comment`))}</a></p>
          </Card>
        ))}
      </div>
      <section class="card after">
        <Table
          caption={t(say("Đã kết thúc công khai: chỉ còn thời gian và số ý kiến", "Over: only the days and the counts remain"))}
          columns={[
            { head: t(say("Danh sách", "List")), cell: (row: Over) => <a href={`/notices/${row.id}`}>{row.title}</a> },
            { head: t(words.from), cell: (row) => <Day on={row.from_on} /> },
            { head: t(words.until), cell: (row) => <Day on={row.closed_on !== null && row.closed_on < row.ends_on ? row.closed_on : row.ends_on} /> },
            { head: t(say("Số trường hợp", "Proposed")), cell: (row) => row.dossiers, num: true },
            { head: t(words.comments), cell: (row) => <Counts counts={row.counts} /> },
          ]}
          rows={view.over}
          empty={say("Chưa có danh sách nào kết thúc công khai.", "No notice is over yet.")}
        />
      </section>
    </>
  );
}
