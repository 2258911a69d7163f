import { say } from "../../../../kernel/text.ts";
import { Card, Day, Link, Table, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import type { View } from "../../pages/view.ts";
import type { browseUnitMeetings } from "../queries.ts";

type Page = View<typeof browseUnitMeetings>;

/** The meetings by which units chose whom to propose. */
export function MeetingsPage({ view }: { view: Page }) {
  const { t, lang } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(say("Họp bình xét của đơn vị", "Meetings of units"))}</h1>
        {view.may_record && <Link href="/meetings/new" look="btn">{t(say("Ghi cuộc họp", "Record a meeting"))}</Link>}
      </div>
      <p>{t(say("Tập thể họp, bỏ phiếu chọn người đề nghị. Danh sách lấy sẵn từ đăng ký, xếp loại, sáng kiến; ghi xong là có biên bản và hồ sơ nháp.", "The collective meets and votes on whom it proposes. The list comes from registrations, ratings and initiatives; once recorded there are minutes and drafts of the dossiers."))}</p>
      <Card>
        <Table
          columns={[
            { head: t(say("Ngày họp", "Held on")), cell: (row: Page["meetings"][number]) => <a href={`/meetings/${row.id}`}><Day on={row.held_on} /></a> },
            { head: t(say("Đơn vị", "Unit")), cell: (row) => row.unit_name },
            { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (row) => `${honourName(row.honour, lang)}, ${row.year}` },
            { head: t(say("Dự họp", "Present")), cell: (row) => `${row.present}/${row.members}`, num: true },
            { head: t(say("Được bình xét", "Voted on")), cell: (row) => row.voted, num: true },
            { head: t(say("Đề nghị", "Proposed")), cell: (row) => row.proposed, num: true },
          ]}
          rows={view.meetings}
          empty={say("Chưa ghi cuộc họp nào.", "No meeting is recorded.")}
        />
      </Card>
    </>
  );
}
