import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Table, usePage } from "../../../platform/html/kit.ts";
import { ATTENDANCE_NAMES, GROUND_NAMES, POSITION_NAMES } from "../../councils/index.ts";
import { MODE_NAMES } from "../core/motion.ts";
import { words } from "../messages.ts";
import type { SessionView, VotesView } from "./view.ts";

/** The minutes: every number stands where it was counted; nothing here is typed. Made to be printed. */
export function MinutesPage({ view, votes }: { view: SessionView; votes: VotesView }) {
  const { t } = usePage();
  const { session, seats } = view;
  const counted = votes.motions.filter((motion) => motion.status === "counted");
  const of = (attendance: (typeof seats)[number]["attendance"]) => seats.filter((seat) => seat.attendance === attendance);
  const passed = counted.filter((motion) => motion.outcome?.passed === true);
  const chair = seats.find((seat) => seat.position === "chair");
  const secretary = seats.find((seat) => seat.position === "secretary");
  return (
    <>
      <Breadcrumb trail={[{ href: `/sessions/${session.id}`, label: session.title }]} />
      <h1>{t(words.minutes)}</h1>
      <div class="stackable">
        <Card>
          <Facts
            facts={[
              [t(say("Hội đồng", "Council")), view.council.name],
              [t(say("Phiên họp", "Session")), session.title],
              [t(say("Ngày", "Day")), <Day on={session.held_on} />],
              session.place === null ? null : [t(say("Nơi họp", "Place")), session.place],
              [t(say("Thành viên", "Members")), t(say(`${seats.length}; có mặt ${of("present").length}, gửi phiếu ${of("written").length}, vắng ${of("absent").length}`, `${seats.length}; ${of("present").length} present, ${of("written").length} in writing, ${of("absent").length} absent`))],
              [t(say("Kiểm phiếu", "Tellers")), seats.filter((seat) => seat.teller).map((seat) => seat.name).join(", ") || "–"],
              [t(say("Kết quả", "Outcome")), t(say(`${counted.length} nội dung đã kiểm phiếu, ${passed.length} đạt`, `${counted.length} motions counted, ${passed.length} passed`))],
            ]}
          />
          <ul class="names">{seats.map((seat) => <li>{seat.name} ({t(POSITION_NAMES[seat.position])}): {t(ATTENDANCE_NAMES[seat.attendance])}</li>)}</ul>
        </Card>
        {view.conflicts.some((conflict) => conflict.recused === true) && (
          <Card title={t(say("Không tham gia biểu quyết", "Recusals"))}>
            <ul class="plain-list">{view.conflicts.filter((conflict) => conflict.recused === true).map((conflict) => <li>{conflict.member}: {conflict.subject}. {t(GROUND_NAMES[conflict.ground])}.</li>)}</ul>
          </Card>
        )}
        <Card>
          <Table
            caption={t(say("Kết quả biểu quyết", "Votes"))}
            columns={[
              { head: t(say("Số", "No.")), cell: (row: VotesView["motions"][number]) => row.no, num: true },
              { head: t(words.motions), cell: (row) => <>{row.title}{row.subjects_count > 1 && t(say(`: danh sách ${row.subjects_count}`, `: list of ${row.subjects_count}`))}{row.round > 1 && ` (${t(say(`lần ${row.round}`, `round ${row.round}`))})`}<span class="small muted line">{t(MODE_NAMES[row.mode])}; {row.rule.basis}</span></> },
              { head: t(words.issued), cell: (row) => row.tally?.issued, num: true },
              { head: t(words.collected), cell: (row) => row.tally?.collected, num: true },
              { head: t(words.agree), cell: (row) => row.tally?.agree, num: true },
              { head: t(words.disagree), cell: (row) => row.tally?.disagree, num: true },
              { head: t(words.blank), cell: (row) => row.tally?.blank, num: true },
              { head: t(words.invalid), cell: (row) => row.tally?.invalid, num: true },
              { head: t(say("Cần", "Needed")), cell: (row) => row.outcome?.needed ?? "–", num: true },
              { head: t(say("Kết quả", "Outcome")), cell: (row) => (row.outcome?.passed === true ? t(say("Đạt", "Passed")) : t(say("Không đạt", "Not passed"))) },
            ]}
            rows={counted}
          />
        </Card>
        {session.conclusion !== null && <Card title={t(say("Kết luận", "Conclusion"))}><p>{session.conclusion}</p></Card>}
        <div class="two signs"><p><b>{t(say("Thư ký", "Secretary"))}</b><br />{secretary?.name}</p><p><b>{t(say("Chủ tịch Hội đồng", "Chair"))}</b><br />{chair?.name}</p></div>
      </div>
    </>
  );
}
