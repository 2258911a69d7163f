import type { VNode } from "preact";
import { formatDong } from "../../../kernel/dong.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, Facts, Form, Kpi, Link, SubmitButton, Table, Tag, usePage } from "../../../platform/html/kit.ts";
import { UNIT_KIND_NAMES, UNIT_KINDS } from "../../organizations/index.ts";
import { FORM_NAMES, KIND_NAMES } from "../core/campaign.ts";
import { honourName, SUBJECT_NAMES, words } from "../messages.ts";
import type { campaignPage } from "../queries.ts";
import { Period, Responded, StateTag } from "./parts.tsx";
import type { View } from "./view.ts";

type CampaignView = View<typeof campaignPage>;

/** One campaign: what is expected of me, what it measures, whom it calls, what it awards, what came of it. */
export function CampaignPage({ view, extra = null }: { view: CampaignView; extra?: VNode | null }) {
  const { t, lang } = usePage();
  const { campaign } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }, ...(view.parent ? [{ href: `/campaigns/${view.parent.id}`, label: view.parent.title }] : [])]} />
      <div class="head-line">
        <h1>{campaign.title}</h1>
        <StateTag status={campaign.status} days_left={view.days_left} silent={view.called - view.responded} />
      </div>
      <Mine view={view} />
      <div class="stackable">
      {campaign.status !== "draft" && (
        <div class="grid g-3">
          <Kpi figure={`${view.responded}/${view.called}`} name={t(say("đơn vị hưởng ứng", "units responded"))} href={`/campaigns/${campaign.id}/board`} />
          <Kpi figure={String(view.criteria.length)} name={t(say("tiêu chí đo được", "measurable criteria"))} />
          <Kpi figure={view.participants.toLocaleString("vi-VN")} name={t(say("người tham gia", "participants"))} />
        </div>
      )}
      <div class="grid g-2">
        <div class="side">
          <Card title={t(say("Mục đích", "Aim"))}>
            {campaign.aim.split("\n").map((line) => <p>{line}</p>)}
          </Card>
          <Card title={t(say("Tiêu chí", "Criteria"))}>
            <Table
              columns={[
                { head: t(words.criterion), cell: (row: CampaignView["criteria"][number]) => row.text },
                { head: t(words.measure), cell: (row) => row.unit_of_measure ?? <Missing /> },
                { head: t(words.evidence), cell: (row) => row.evidence_source ?? <Missing /> },
                { head: t(words.due), cell: (row) => (row.due_on === null ? <Missing /> : <Day on={row.due_on} />) },
              ]}
              rows={view.criteria}
              empty={say("Chưa có tiêu chí. Phong trào chỉ phát động được khi mỗi tiêu chí đo được, có minh chứng và có hạn.", "No criteria yet. A campaign is launched only when each is measurable, evidenced and dated.")}
            />
          </Card>
          {view.awards.length > 0 && (
            <Card title={t(say("Khen thưởng dự kiến", "Planned awards"))}>
              <Table
                columns={[
                  { head: t(say("Hình thức", "Honour")), cell: (row: CampaignView["awards"][number]) => honourName(row.honour, lang) },
                  { head: t(say("Đối tượng", "For")), cell: (row) => t(SUBJECT_NAMES[row.subject_kind] ?? say(row.subject_kind, row.subject_kind)) },
                  { head: t(say("Số lượng", "Number")), cell: (row) => row.quantity, num: true },
                  { head: t(say("Mức thưởng", "Each")), cell: (row) => formatDong(row.amount_dong), num: true },
                ]}
                rows={view.awards}
              />
            </Card>
          )}
          <Children view={view} />
        </div>
        <aside class="side">
          <Card>
            <Facts
              facts={[
                [t(words.launchedBy), <a href={`/units/${campaign.unit_id}`}>{view.unit_name}</a>],
                campaign.launched_on === null ? null : [t(say("Ngày phát động", "Launched on")), <Day on={campaign.launched_on} />],
                [t(say("Loại", "Kind")), `${t(KIND_NAMES[campaign.kind])}; ${t(FORM_NAMES[campaign.form])}`],
                campaign.occasion === null ? null : [t(say("Dịp", "Occasion")), campaign.occasion],
                [t(words.period), <Period from_on={campaign.from_on} to_on={campaign.to_on} />],
                [t(words.respondBy), <Day on={campaign.response_due_on} />],
                view.programme === null ? null : [t(say("Chương trình", "Programme")), <a href={`/programmes/${view.programme.year}`}>{t(say(`Năm ${view.programme.year}`, `Year ${view.programme.year}`))}</a>],
                view.content === null ? null : [t(say("Nội dung", "Content")), `${view.content.no}. ${view.content.title}`],
                campaign.basis === null ? null : [t(say("Căn cứ", "Basis")), campaign.basis],
                [t(say("Phạm vi", "Called")), <Scope view={view} />],
                campaign.closed_on === null ? null : [t(say("Ngày tổng kết", "Closed on")), <Day on={campaign.closed_on} />],
              ]}
            />
            {campaign.status !== "draft" && (
              <>
                <Responded called={view.called} responded={view.responded} />
                <p class="small"><a href={`/campaigns/${campaign.id}/board`}>{t(words.board)}</a></p>
              </>
            )}
          </Card>
          <Actions view={view} />
        </aside>
      </div>
      {extra}
      </div>
    </>
  );
}

function Missing() {
  const { t } = usePage();
  return <Tag look="bad">{t(say("Còn thiếu", "Missing"))}</Tag>;
}

/** What each of the visitor's own units still owes, or has undertaken. */
function Mine({ view }: { view: CampaignView }) {
  const { t } = usePage();
  const { campaign } = view;
  return (
    <>
      {view.mine.map(({ unit_id, unit_name, response }) =>
        response !== null ? (
          <div class="verdict ok">
            <b>{t(say(`${unit_name} đã hưởng ứng`, `${unit_name} responded`))}</b> <Day on={response.responded_on} />
            <p class="small">{response.undertaking}</p>
            {campaign.status === "launched" && <Link href={`/campaigns/${campaign.id}/cascade?unit=${unit_id}`}>{t(say("Phát động tiếp xuống cơ sở", "Cascade to sub-units"))}</Link>}
          </div>
        ) : (
          campaign.status === "launched" && (
            <div class="verdict q">
              <p><b>{t(say(`${unit_name} chưa hưởng ứng phong trào này.`, `${unit_name} has not responded yet.`))}</b></p>
              <span class="actions">
                <Link href={`/campaigns/${campaign.id}/response?unit=${unit_id}`} look="btn">{t(words.respond)}</Link>
                <Link href={`/campaigns/${campaign.id}/cascade?unit=${unit_id}`}>{t(say("Phát động tiếp xuống cơ sở", "Cascade to sub-units"))}</Link>
              </span>
            </div>
          )
        ),
      )}
    </>
  );
}

function Scope({ view }: { view: CampaignView }) {
  const { t } = usePage();
  const kinds = UNIT_KINDS.filter((kind) => view.scope.some((row) => row.unit_kind === kind)).map((kind) => t(UNIT_KIND_NAMES[kind]));
  const single = view.scope.flatMap((row) => (row.unit_name === null ? [] : [row.unit_name]));
  const shown = single.slice(0, 6);
  return <>{[...kinds, ...shown, ...(single.length > shown.length ? [t(say(`và ${single.length - shown.length} đơn vị khác`, `and ${single.length - shown.length} more`))] : [])].join(", ") || "–"}</>;
}

function Children({ view }: { view: CampaignView }) {
  const { t } = usePage();
  return (
    <>
      {view.drives.length > 0 && (
        <Card title={t(say("Các đợt thi đua", "Drives"))}>
          <ul class="plain-list">
            {view.drives.map((drive) => (
              <li>
                <a href={`/campaigns/${drive.id}`}>{drive.title}</a>
                <span class="small muted line">{drive.occasion} · <Period from_on={drive.from_on} to_on={drive.to_on} /> · {drive.responded}/{drive.called}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {view.cascades.length > 0 && (
        <Card title={t(say("Đã phát động tiếp ở", "Cascaded by"))}>
          <ul class="plain-list">
            {view.cascades.map((child) => (
              <li><span class="pair"><a href={`/campaigns/${child.id}`}>{child.unit_name}</a><span class="small muted">{child.responded}/{child.called}</span></span></li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What the visitor may do now: the same table as the server's. */
function Actions({ view }: { view: CampaignView }) {
  const { t } = usePage();
  const { campaign, moves } = view;
  if (moves.length === 0) return null;
  return (
    <Card title={t(say("Thao tác", "Actions"))}>
      <div class="work">
        {moves.includes("launch") && (
          <Form action={`/campaigns/${campaign.id}/launch`} bare>
            <SubmitButton confirm={t(say("Phát động rồi thì không sửa được nữa. Phát động?", "Once launched it stands as it is. Launch?"))}>{t(say("Phát động", "Launch"))}</SubmitButton>
          </Form>
        )}
        {moves.includes("revise") && <Link href={`/campaigns/${campaign.id}/edit`} look="btn plain">{t(say("Sửa bản nháp", "Edit the draft"))}</Link>}
        {moves.includes("urge") && view.responded < view.called && <Link href={`/campaigns/${campaign.id}/urging`} look="btn plain">{t(say("Đôn đốc", "Urge"))}</Link>}
        {moves.includes("add_drive") && campaign.kind === "campaign" && <Link href={`/campaigns/new?parent=${campaign.id}`}>{t(say("Mở đợt thi đua", "Open a drive"))}</Link>}
        {moves.includes("close") && <Link href={`/campaigns/${campaign.id}/closure`}>{t(say("Tổng kết, kết thúc", "Close"))}</Link>}
      </div>
    </Card>
  );
}
