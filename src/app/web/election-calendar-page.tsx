import { type ElectionCalendar, knownElections, type Milestone, writeCitation } from "../../engines/calendar/index.ts";
import { daysBetween, formatDate, isoWeekday, type PlainDate } from "../../kernel/plain-date.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { Card, DateField, Day, DaysLeft, ErrorSummary, Link, Table, Tag, usePage } from "../../platform/html/kit.ts";
import { ACTING } from "./election-words.ts";

const WEEKDAYS: readonly Text[] = [
  say("thứ Hai", "Monday"), say("thứ Ba", "Tuesday"), say("thứ Tư", "Wednesday"), say("thứ Năm", "Thursday"), say("thứ Sáu", "Friday"), say("thứ Bảy", "Saturday"), say("Chủ nhật", "Sunday"),
];

function When({ due, time }: Milestone) {
  const { t } = usePage();
  const weekday = WEEKDAYS[isoWeekday(due) - 1];
  return <>{time !== null && <b>{time} </b>}<Day on={due} />{weekday && <span class="muted small line">{t(weekday)}</span>}</>;
}

/** How far a milestone is from today: what is past is past, not late. */
function Left({ due, today }: { due: PlainDate; today: PlainDate }) {
  const { t } = usePage();
  const days = daysBetween(today, due);
  return days < 0 ? <span class="muted">{t(say(`Đã qua ${-days} ngày`, `${-days} days ago`))}</span> : <DaysLeft days={days} />;
}

function Cited({ cite, status }: Milestone) {
  const { t, lang } = usePage();
  return (
    <span class="small">
      {cite.map((one) => writeCitation(one, lang)).join("; ")}
      {status === "unverified" && <> <Tag look="wait">{t(say("chưa đối chiếu", "not verified"))}</Tag></>}
    </span>
  );
}

/** The legal calendar of an election with the days left; `calendar` null when the day asked for can be no polling day. */
export function ElectionCalendarPage({ calendar, asked, failure }: { calendar: ElectionCalendar | null; asked: string; failure: Failure | null }) {
  const { t, lang, today } = usePage();
  return (
    <>
      <h1>{t(say("Lịch bầu cử theo luật", "The legal election calendar"))}</h1>
      <p>{t(say(
        "Chọn ngày bầu cử để xem mọi mốc thời gian, ai phải làm và theo điều nào. Ngày theo lịch, không dời vì ngày nghỉ.",
        "Choose a polling day to see every milestone, who has to act and by which article. Calendar days, never shifted to a working day.",
      ))}</p>
      <ErrorSummary failure={failure} />
      <nav class="chips" aria-label={t(say("Các cuộc bầu cử", "Elections"))}>
        {knownElections().map((election) => (
          <a href={`/election/calendar?polling-day=${election.polling_day}`} aria-current={calendar?.polling_day === election.polling_day ? "page" : undefined} title={election[lang]}>{formatDate(election.polling_day)}</a>
        ))}
      </nav>
      <form method="get" action="/election/calendar" class="filters">
        <DateField name="polling-day" label={say("Ngày bầu cử", "Polling day")} typed={{ "polling-day": asked }} failure={failure} hint={say("Một Chủ nhật, ví dụ 23/5/2021", "A Sunday, for example 23/5/2021")} />
        <button type="submit" class="btn plain">{t(say("Xem lịch", "Show"))}</button>
      </form>
      {calendar !== null && (
        <Card>
          <p>
            {t(say(`Theo luật: ${calendar.law}. Hôm nay là ${formatDate(today)}.`, `By the law: ${calendar.law}. Today is ${today}.`))}{" "}
            <Link href={`/election/calendar.ics?polling-day=${calendar.polling_day}&lang=${lang}`} download>{t(say("Tải về lịch (.ics)", "Download the calendar (.ics)"))}</Link>
            {" · "}<a href="/election/tally">{t(say("Kiểm biên bản kiểm phiếu", "Check counting minutes"))}</a>
          </p>
          <Table
            columns={[
              { head: t(say("Việc", "What")), cell: (row: Milestone) => row.what },
              { head: t(say("Chậm nhất", "At the latest")), cell: (row) => <When {...row} /> },
              { head: t(say("Còn lại", "Left")), cell: (row) => <Left due={row.due} today={today} /> },
              { head: t(say("Ai", "Who")), cell: (row) => <>{row.who}<span class="muted small line">{row.levels.map((level) => t(ACTING[level])).join(", ")}</span></> },
              { head: t(say("Căn cứ", "Basis")), cell: (row) => <Cited {...row} /> },
            ]}
            rows={calendar.milestones}
          />
          <p class="small muted">{t(say(
            "“Chưa đối chiếu”: chưa đọc được điều luật, cần hỏi cơ quan pháp chế trước khi áp dụng.",
            "“Not verified”: the article was not read; ask a jurist before relying on it.",
          ))}</p>
        </Card>
      )}
    </>
  );
}
