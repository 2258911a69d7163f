import { daysBetween, formatDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import { Card, Day, DaysLeft, Facts, Link, usePage } from "../../../../platform/html/kit.ts";
import type { View } from "../../pages/view.ts";
import { words } from "../messages.ts";
import type { browseClusters } from "../queries.ts";

type ClustersView = View<typeof browseClusters>;

/** The clusters and blocks of a day, each with who leads, what comes next and who belongs to it. */
export function ClustersPage({ view }: { view: ClustersView }) {
  const { t, today } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(words.clusters)}</h1>
        {view.may_form && <Link href="/clusters/new" look="btn plain">{t(say("Lập cụm, khối", "Form a cluster"))}</Link>}
      </div>
      <p class="muted">{t(say(`Thành viên như vào ngày ${formatDate(view.on)}.`, `Members as of ${formatDate(view.on)}.`))}</p>
      <div class="cards">
        {view.clusters.map((cluster) => <ClusterCard cluster={cluster} left={cluster.next_event === null ? null : daysBetween(today, cluster.next_event.due_on)} />)}
        {view.clusters.length === 0 && <Card><p class="muted">{t(say("Chưa lập cụm, khối nào.", "No cluster was formed yet."))}</p></Card>}
      </div>
    </>
  );
}

function ClusterCard({ cluster, left }: { cluster: ClustersView["clusters"][number]; left: number | null }) {
  const { t } = usePage();
  const { next_event } = cluster;
  return (
    <section class="card">
      <h2><a href={`/clusters/${cluster.id}`}>{cluster.name}</a></h2>
      <Facts
        facts={[
          [t(words.lead), cluster.head ?? t(say("Chưa bầu", "Not elected"))],
          cluster.deputy === null ? null : [t(words.deputy), cluster.deputy],
          next_event === null ? null : [t(say("Việc tới", "Next")), <><a href={`/clusters/${cluster.id}/events/${next_event.id}`}>{next_event.title}</a>, <Day on={next_event.due_on} /> {left !== null && <DaysLeft days={left} />}</>],
        ]}
      />
      <details>
        <summary>{t(say(`${cluster.units.length} thành viên`, `${cluster.units.length} members`))}</summary>
        <ul class="plain-list">{cluster.units.map((unit) => <li><a href={`/units/${unit.id}`}>{unit.name}</a></li>)}</ul>
      </details>
    </section>
  );
}
