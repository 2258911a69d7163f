import { say } from "../../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Form, SubmitButton, Table, Tag, usePage } from "../../../../platform/html/kit.ts";
import { honourName } from "../../assess.ts";
import type { View } from "../../pages/view.ts";
import { MEETING_BASE_NAMES, MEETING_MODE_NAMES } from "../core/meeting.ts";
import type { unitMeetingPage } from "../queries.ts";

type Page = View<typeof unitMeetingPage>;

/** The minutes of a unit's meeting, made to be printed and signed, with the way on for the dossiers that came of it. */
export function UnitMinutesPage({ view }: { view: Page }) {
  const { t, lang } = usePage();
  const { meeting, votes, to_submit } = view;
  const least = meeting.least_percent === null ? null : `${meeting.least_percent} % ${t(MEETING_BASE_NAMES[meeting.least_of ?? "present"])} (${meeting.least_basis ?? ""})`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/meetings", label: t(say("Họp bình xét của đơn vị", "Meetings of units")) }]} />
      <h1>{t(say("Biên bản họp bình xét", "Minutes of the meeting"))}</h1>
      <div class="stackable">
        <Card>
          <Facts
            facts={[
              [t(say("Đơn vị", "Unit")), meeting.unit_name], [t(say("Nội dung", "About")), `${honourName(meeting.honour, lang)}, ${meeting.year}`], [t(say("Ngày họp", "Held on")), <Day on={meeting.held_on} />],
              meeting.place === null ? null : [t(say("Nơi họp", "Place")), meeting.place], [t(say("Dự họp", "Present")), `${meeting.present}/${meeting.members}`],
              [t(say("Cách bỏ phiếu", "Vote")), t(MEETING_MODE_NAMES[meeting.mode])], least === null ? null : [t(say("Tỷ lệ tối thiểu", "Least share")), least],
              meeting.scan_file_id === null ? null : [t(say("Bản ký", "Signed copy")), <a href={`/meetings/${meeting.id}/scan`}>{t(say("bản quét", "scan"))}</a>],
            ]}
          />
        </Card>
        <Card>
          <Table
            caption={t(say("Kết quả", "Outcome"))}
            columns={[
              { head: t(say("Số", "No.")), cell: (row: Page["votes"][number]) => row.place, num: true },
              { head: t(say("Họ tên, tập thể", "Name")), cell: (row) => (row.nomination_id === null ? row.name : <a href={`/nominations/${row.nomination_id}`}>{row.name}</a>) },
              { head: t(say("Phiếu đồng ý", "Votes for")), cell: (row) => `${row.votes_for}/${meeting.present}`, num: true },
              { head: t(say("Kết luận", "Outcome")), cell: (row) => <Tag look={row.proposed ? "ok" : "info"}>{t(row.proposed ? say("đề nghị", "proposed") : say("không đề nghị", "not proposed"))}</Tag> },
            ]}
            rows={votes}
          />
        </Card>
        <div class="two signs"><p><b>{t(say("Thư ký", "Secretary"))}</b><br />{meeting.secretary_name}</p><p><b>{t(say("Chủ trì", "Chair"))}</b><br />{meeting.chair_name}</p></div>
        {view.may_submit && to_submit.length > 0 && (
          <Card title={t(say("Bước tiếp theo", "What comes next"))}>
            <p>{t(say(`${to_submit.length} hồ sơ chưa trình. Mở từng hồ sơ để bổ sung, hoặc trình cả danh sách.`, `${to_submit.length} dossiers are not submitted yet. Open each to complete it, or submit the whole list.`))}</p>
            <Form action="/nominations/submission" bare>
              {to_submit.map((id) => <input type="hidden" name="nomination_ids[]" value={id} />)}
              <SubmitButton confirm={t(say("Trình tất cả hồ sơ của cuộc họp này?", "Submit all dossiers of this meeting?"))}>{t(say("Trình cả danh sách", "Submit the list"))}</SubmitButton>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
