import type { ComponentChildren } from "preact";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Form, Link, Select, SubmitButton, Table, Tag, TextArea, usePage } from "../../../platform/html/kit.ts";
import { ATTENDANCE_NAMES, ATTENDANCES, POSITION_NAMES, SessionTag } from "../../councils/index.ts";
import { words } from "../messages.ts";
import { tickedIn } from "../own-fields.ts";
import { Conflicts } from "./conflicts-card.tsx";
import { MotionsCard } from "./motions-card.tsx";
import type { Given, SessionView, VotesView } from "./view.ts";

/** A session: roll call, conflicts of interest, votes; `extra` is what puts dossiers before it. */
export function SessionPage({ view, votes, extra, typed, failure }: Given & { view: SessionView; votes: VotesView; extra: ComponentChildren }) {
  const { t } = usePage();
  const { session } = view;
  const secret = votes.motions.some((motion) => motion.mode === "secret" && (motion.status === "issuing" || motion.status === "voting"));
  return (
    <>
      <Breadcrumb trail={[{ href: "/councils", label: t(say("Hội đồng", "Councils")) }, { href: `/councils/${view.council.id}`, label: view.council.name }]} />
      <div class="head-line">
        <h1>{session.title}</h1>
        <span class="actions"><Link href={`/sessions/${session.id}/minutes`} look="btn plain">{t(words.minutes)}</Link></span>
      </div>
      <p><Day on={session.held_on} />{session.place !== null && <> · {session.place}</>} · <SessionTag status={session.status} />{session.in_writing && <> <Tag look="info">{t(say("lấy ý kiến bằng văn bản", "in writing"))}</Tag></>}</p>
      {view.own_seat !== null && secret && <p class="verdict q"><b>{t(say("Đang có phiếu kín chờ bạn.", "A secret ballot waits for you."))}</b> <Link href={`/sessions/${session.id}/ballots`} look="btn">{t(say("Bỏ phiếu", "Vote"))}</Link></p>}
      <ErrorSummary failure={failure} />
      <div class="stackable">
        {session.agenda.length > 0 && <Card title={t(say("Chương trình", "Agenda"))}><ol>{session.agenda.map((line) => <li>{line}</li>)}</ol></Card>}
        <RollCall view={view} given={{ typed, failure }} />
        {extra}
        <Conflicts view={view} votes={votes} given={{ typed, failure }} />
        <MotionsCard view={view} votes={votes} given={{ typed, failure }} />
        {view.may_keep && session.status === "open" && (
          <Card title={t(say("Kết thúc phiên họp", "Close the session"))}>
            <Form action={`/sessions/${session.id}/closing`}>
              <TextArea name="conclusion" label={say("Kết luận", "Conclusion")} typed={typed} failure={failure} />
              <SubmitButton>{t(say("Kết thúc phiên họp", "Close the session"))}</SubmitButton>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}

function RollCall({ view, given }: { view: SessionView; given: Given }) {
  const { t } = usePage();
  const { session, seats } = view;
  const present = seats.filter((seat) => seat.attendance === "present").length;
  if (session.status === "planned" && view.may_keep) {
    return (
      <Card title={t(say("Khai mạc và điểm danh", "Open and call the roll"))}>
        <Form action={`/sessions/${session.id}/opening`}>
          <fieldset id="f-attendance">
            <legend>{t(say("Điểm danh", "Roll call"))}</legend>
            {seats.map((seat, index) => (
              <>
                <input type="hidden" name={`attendance.${index}.member_id`} value={seat.id} />
                <Select
                  name={`attendance.${index}.attendance`} label={say(`${seat.name}, ${POSITION_NAMES[seat.position].vi}`, `${seat.name}, ${POSITION_NAMES[seat.position].en}`)}
                  options={ATTENDANCES.filter((value) => value !== "expected").map((value) => ({ value, label: t(ATTENDANCE_NAMES[value]) }))}
                  typed={given.typed["attendance"] !== undefined ? given.typed : { attendance: seats.map((entry) => ({ attendance: entry.attendance === "expected" ? "present" : entry.attendance })) }} failure={given.failure}
                />
              </>
            ))}
          </fieldset>
          <fieldset id="f-tellers">
            <legend>{t(say("Kiểm phiếu", "Tellers"))}</legend>
            {seats.map((seat) => <label class="check-line"><input type="checkbox" name="tellers[]" value={seat.id} checked={tickedIn(given.typed, null, "tellers").includes(seat.id)} /> {seat.name}</label>)}
          </fieldset>
          <SubmitButton>{t(say("Khai mạc", "Open"))}</SubmitButton>
        </Form>
      </Card>
    );
  }
  return (
    <Card>
      <Table
        caption={t(say(`Thành viên: ${seats.length}, có mặt ${present}`, `Members: ${seats.length}, present ${present}`))}
        columns={[
          { head: t(say("Họ tên", "Name")), cell: (row: SessionView["seats"][number]) => row.name },
          { head: t(say("Vị trí", "Position")), cell: (row) => t(POSITION_NAMES[row.position]) },
          { head: t(say("Điểm danh", "Attendance")), cell: (row) => <>{t(ATTENDANCE_NAMES[row.attendance])}{row.teller && <> <Tag look="info">{t(say("kiểm phiếu", "teller"))}</Tag></>}</> },
        ]}
        rows={seats}
      />
    </Card>
  );
}
