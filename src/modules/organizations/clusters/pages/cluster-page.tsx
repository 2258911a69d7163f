import type { VNode } from "preact";
import { say } from "../../../../kernel/text.ts";
import { Bar, Breadcrumb, Card, Day, DaysLeft, ErrorSummary, Facts, Link, Table, Tag, usePage } from "../../../../platform/html/kit.ts";
import type { Given } from "../forms.ts";
import { words } from "../messages.ts";
import { ElectForm } from "./cluster-forms.tsx";
import { Models } from "./models.tsx";
import { StateTag } from "./parts.tsx";
import type { ClusterView } from "./views.ts";

/** One cluster in one year. What other modules know of it stands in `extra`. */
export function ClusterPage({ view, given, extra }: { view: ClusterView; given: Given; extra: VNode | null }) {
  const { t } = usePage();
  const { cluster, year } = view;
  const here = `/clusters/${cluster.id}`;
  return (
    <>
      <Breadcrumb trail={[{ href: "/clusters", label: t(words.clusters) }]} />
      <div class="head-line">
        <h1>{cluster.name}</h1>
        <Link href={`${here}/calendar.ics?year=${year}`} look="btn plain" download>{t(say("Tải lịch (iCalendar)", "Calendar file (iCalendar)"))}</Link>
      </div>
      <nav class="chips" aria-label={t(say("Năm", "Year"))}>
        {view.years.map((each) => <a href={`${here}?year=${each}`} aria-current={each === year ? "true" : undefined}>{each}</a>)}
      </nav>
      <ErrorSummary failure={given.failure} />
      <div class="grid g-2">
        <div class="side">
          <Timetable view={view} />
          {extra}
          <Models view={view} given={given} />
          <Inspections view={view} />
        </div>
        <aside class="side">
          <Heads view={view} given={given} />
          <PactCard view={view} />
          <Members view={view} />
        </aside>
      </div>
    </>
  );
}

function Timetable({ view }: { view: ClusterView }) {
  const { t } = usePage();
  const { cluster, year } = view;
  return (
    <Card>
      <Table
        caption={`${t(words.timetable)} ${year}`}
        columns={[
          { head: t(say("Việc", "Event")), cell: (event: ClusterView["events"][number]) => <a href={`/clusters/${cluster.id}/events/${event.id}`}>{event.title}</a> },
          { head: t(words.due), cell: (event) => <Day on={event.due_on} /> },
          { head: t(say("Tình trạng", "State")), cell: (event) => <><StateTag state={event.state} />{event.done_on !== null ? <> <Day on={event.done_on} /></> : event.state === "late" || event.state === "next" ? <> <DaysLeft days={event.days_left} /></> : null}</> },
          { head: t(words.host), cell: (event) => event.host ?? "–" },
        ]}
        rows={view.events}
        empty={say("Chưa lập lịch cho năm này.", "This year has no timetable yet.")}
      />
      {view.may.lead && <p class="after"><Link href={`/clusters/${cluster.id}/plan?year=${year}`} look={view.events.length === 0 ? "btn" : "btn plain"}>{t(view.events.length === 0 ? say("Lập lịch năm", "Plan the year") : say("Thêm việc vào lịch", "Add events"))}</Link></p>}
    </Card>
  );
}

function Heads({ view, given }: { view: ClusterView; given: Given }) {
  const { t } = usePage();
  const { heads, year } = view;
  const others = view.history.filter((entry) => entry.year !== year);
  return (
    <Card title={t(say(`Điều hành năm ${year}`, `Leading in ${year}`))}>
      {heads === null ? <p class="muted">{t(say("Chưa bầu đơn vị trưởng.", "No lead was elected."))}</p> : (
        <Facts facts={[[t(words.lead), <a href={`/units/${heads.head_unit_id}`}>{heads.head}</a>], heads.deputy_unit_id === null ? null : [t(words.deputy), <a href={`/units/${heads.deputy_unit_id}`}>{heads.deputy}</a>], [t(say("Bầu ngày", "Elected on")), <><Day on={heads.elected_on} /> <span class="line small muted">{heads.basis}</span></>]]} />
      )}
      {others.length > 0 && (
        <details>
          <summary>{t(say("Các năm khác", "Other years"))}</summary>
          <ul class="plain-list">{others.map((entry) => <li><b>{entry.year}</b>: {entry.head}{entry.deputy !== null && <span class="line small muted">{t(words.deputy)}: {entry.deputy}</span>}</li>)}</ul>
        </details>
      )}
      {view.elect !== null && <ElectForm view={view} given={given} offer={view.elect} />}
    </Card>
  );
}

function PactCard({ view }: { view: ClusterView }) {
  const { t } = usePage();
  const { pact, cluster, year } = view;
  const href = `/clusters/${cluster.id}/pact?year=${year}`;
  const all = pact === null ? 0 : pact.signed + pact.missing;
  return (
    <Card title={t(words.pact)}>
      {pact === null ? (
        <>
          <p class="muted">{t(say(`Chưa soạn giao ước năm ${year}.`, `The pact of ${year} is not drafted yet.`))}</p>
          {view.may.lead && <p><Link href={href} look="btn plain">{t(say("Soạn giao ước", "Draft the pact"))}</Link></p>}
        </>
      ) : (
        <>
          <p>{pact.completed_on !== null ? <><Tag look="ok">{t(say("Đã ký đủ", "Signed by all"))}</Tag> <Day on={pact.completed_on} /></> : t(say(`${pact.signed}/${all} thành viên đã ký`, `${pact.signed} of ${all} members have signed`))}</p>
          <Bar percent={all === 0 ? 0 : (pact.signed * 100) / all} label={t(say(`${pact.signed} trên ${all} thành viên đã ký`, `${pact.signed} of ${all} members have signed`))} />
          <p class="after"><Link href={href}>{t(say("Xem giao ước và chữ ký", "See the pact and its signatures"))}</Link></p>
        </>
      )}
    </Card>
  );
}

function Members({ view }: { view: ClusterView }) {
  const { t } = usePage();
  return (
    <Card title={`${t(words.members)} (${view.members.length})`}>
      <ul class="plain-list">
        {view.members.map((member) => <li><a href={`/units/${member.id}`}>{member.name}</a>{member.outside && <> <Tag look="info">{t(words.outside)}</Tag></>}</li>)}
      </ul>
      {view.former.length > 0 && (
        <details>
          <summary>{t(say("Thành viên trước đây", "Former members"))}</summary>
          <ul class="plain-list">{view.former.map((stay) => <li>{stay.name}<span class="line small muted"><Day on={stay.from_on} /> – <Day on={stay.to_on} /></span></li>)}</ul>
        </details>
      )}
      {view.may.members && <p class="after"><Link href={`/clusters/${view.cluster.id}/members`}>{t(say("Thay đổi thành viên", "Change members"))}</Link></p>}
    </Card>
  );
}

function Inspections({ view }: { view: ClusterView }) {
  const { t } = usePage();
  if (view.inspections.length === 0) return null;
  return (
    <Card>
      <Table
        caption={t(say("Kiểm tra chéo", "Inspections in pairs"))}
        columns={[
          { head: t(say("Đơn vị kiểm tra", "Inspector")), cell: (row: ClusterView["inspections"][number]) => row.inspector },
          { head: t(say("Được kiểm tra", "Inspected")), cell: (row) => <a href={`/clusters/${view.cluster.id}/events/${row.event_id}`}>{row.unit}</a> },
          { head: t(say("Ngày", "Day")), cell: (row) => (row.inspected_on === null ? <Tag look="wait">{t(say("Chưa kiểm tra", "Not yet"))}</Tag> : <Day on={row.inspected_on} />) },
        ]}
        rows={view.inspections}
      />
    </Card>
  );
}
