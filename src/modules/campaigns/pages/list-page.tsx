import { yearOf } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Card, Day, DaysLeft, Link, usePage } from "../../../platform/html/kit.ts";
import { KIND_NAMES } from "../core/campaign.ts";
import { words } from "../messages.ts";
import type { browseCampaigns } from "../queries.ts";
import type { myResponses } from "../queries-responses.ts";
import { Period, Responded, StateTag } from "./parts.tsx";
import type { View } from "./view.ts";

type Props = { list: View<typeof browseCampaigns>; mine: View<typeof myResponses> };

/** The campaigns, what is expected of the visitor's own units first. */
export function CampaignsPage({ list, mine }: Props) {
  const { t, today } = usePage();
  const year = yearOf(today);
  const href = (chosen: number | undefined) => (chosen === undefined ? "/campaigns" : `/campaigns?year=${chosen}`);
  const top = list.rows.filter((row) => row.kind === "campaign" && row.parent_id === null);
  const under = (id: string) => list.rows.filter((row) => row.parent_id === id && row.kind === "drive");
  const shown = new Set([...top, ...top.flatMap((row) => under(row.id))].map((row) => row.id));
  const rest = list.rows.filter((row) => !shown.has(row.id));
  return (
    <>
      <div class="head-line">
        <h1>{t(words.campaigns)}</h1>
        {list.may_draft[0] !== undefined && <Link href="/campaigns/new" look="btn">{t(say("Soạn phong trào", "Draft a campaign"))}</Link>}
      </div>
      <nav class="chips" aria-label={t(words.year)}>
        <a href={href(undefined)} aria-current={list.filter.year === undefined ? "true" : undefined}>{t(say("Tất cả", "All"))}</a>
        {[year, year - 1, year - 2].map((each) => (
          <a href={href(each)} aria-current={list.filter.year === each ? "true" : undefined}>{each}</a>
        ))}
      </nav>
      <div class="stackable">
        {mine.length > 0 && (
          <Card title={t(say("Việc của đơn vị bạn", "Waiting for your unit"))}>
            <ul class="plain-list">
              {mine.map((entry) => (
                <li>
                  <a href={`/campaigns/${entry.campaign_id}/response?unit=${entry.unit_id}`}>{t(say(`Hưởng ứng “${entry.title}”`, `Respond to “${entry.title}”`))}</a>
                  <span class="pair small"><span class="muted">{entry.unit_name}</span><span><DaysLeft days={entry.days_left} /></span></span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {top.map((row) => <CampaignCard row={row} drives={under(row.id)} />)}
        {rest.length > 0 && (
          <Card title={t(say("Phát động tiếp ở cơ sở", "Cascaded by units"))}>
            <ul class="plain-list">
              {rest.map((row) => (
                <li>
                  <a href={`/campaigns/${row.id}`}>{row.title}</a>
                  <span class="pair small"><span class="muted">{row.unit_name}</span><span class="muted">{row.responded}/{row.called}</span></span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {list.rows.length === 0 && <Card><p class="muted">{t(say("Chưa có phong trào nào được phát động trong thời gian này.", "No campaign was launched in this period."))}</p></Card>}
      </div>
    </>
  );
}

type Line = View<typeof browseCampaigns>["rows"][number];

function CampaignCard({ row, drives }: { row: Line; drives: readonly Line[] }) {
  const { t } = usePage();
  return (
    <section class="card">
      <div class="head-line">
        <h2><a href={`/campaigns/${row.id}`}>{row.title}</a></h2>
        <StateTag status={row.status} days_left={row.days_left} silent={row.called - row.responded} />
      </div>
      <p class="small muted">
        {row.unit_name} · <Period from_on={row.from_on} to_on={row.to_on} /> · {t(words.respondBy)} <Day on={row.response_due_on} />
      </p>
      {row.status !== "draft" && <Responded called={row.called} responded={row.responded} />}
      {drives.length > 0 && (
        <ul class="plain-list">
          {drives.map((drive) => (
            <li>
              <span class="pair">
                <span>{t(KIND_NAMES.drive)}: <a href={`/campaigns/${drive.id}`}>{drive.title}</a> <span class="small muted">{drive.occasion}</span></span>
                <span><StateTag status={drive.status} days_left={drive.days_left} silent={drive.called - drive.responded} /></span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
