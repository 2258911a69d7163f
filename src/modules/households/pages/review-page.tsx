import { daysBetween } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, DaysLeft, ErrorSummary, Facts, Kpi, Link, Steps, Table, Tag, type Typed, usePage } from "../../../platform/html/kit.ts";
import { OUTCOME_NAMES, REASON_NAMES } from "../core/outcome.ts";
import { STAGE_NAMES, STAGES } from "../core/stage.ts";
import { words } from "../messages.ts";
import { showPoints } from "./parts.tsx";
import { DecisionsCard, PostingCard, type ReviewView, WorkCard } from "./review-cards.tsx";

type Village = ReviewView["villages"][number];

/** One review: where it stands, its villages, what is to be done. */
export function ReviewPage({ view, typed, failure }: { view: ReviewView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { review, sum } = view;
  const now = STAGES.indexOf(view.stage);
  return (
    <>
      <Breadcrumb trail={[{ href: `/households?year=${review.year}`, label: t(words.review) }]} />
      <h1>{t(say(`Gia đình văn hóa năm ${review.year}: ${view.commune}`, `Cultured families of ${review.year}: ${view.commune}`))}</h1>
      <Steps steps={STAGES.map((stage, index) => ({ label: t(STAGE_NAMES[stage]), state: index < now || view.stage === "decided" ? "past" : index === now ? "now" : "next" }))} />
      <ErrorSummary failure={failure} />
      <div class="grid g-3 figures">
        <Kpi figure={sum.registered} name={t(say(`hộ đăng ký, trên ${sum.households} hộ`, `registered, of ${sum.households} households`))} href={`/households/${review.id}/list?state=registered`} />
        <Kpi figure={sum.voted} name={t(say("hộ đã bình xét", "voted on"))} href={`/households/${review.id}/list?state=unvoted`} />
        <Kpi figure={sum.recognised} name={t(say("hộ được công nhận", "recognised"))} />
      </div>
      <div class="grid g-2">
        <div class="stackable">
          <Card><Villages view={view} /></Card>
          {view.outcomes.length > 0 && <Outcomes view={view} />}
          <PostingCard view={view} typed={typed} failure={failure} />
        </div>
        <aside class="side">
          <WorkCard view={view} typed={typed} failure={failure} />
          <DecisionsCard view={view} typed={typed} failure={failure} />
          <Card title={t(say("Quy định áp dụng", "Terms"))}>
            <Facts
              facts={[
                [t(say("Hạn đăng ký", "Registration until")), <><Day on={review.registration_due_on} />{view.stage === "registration" && <> <DaysLeft days={daysBetween(view.today, review.registration_due_on)} /></>}</>],
                [t(say("Mức điểm đạt", "Pass mark")), review.pass_mark === null ? "–" : showPoints(review.pass_mark)],
                [t(say("Văn bản thang điểm", "Scale by")), review.scale_instrument ?? t(say("chưa ghi: điểm chỉ là lưu ý", "not named: points only warn"))],
                [t(say("Dự họp, đồng ý", "Present, agreed")), `${review.quorum_percent} %, ${review.agree_percent} %`],
                [t(say("Văn bản tỷ lệ", "Shares by")), review.share_instrument ?? t(say("chưa ghi: tỷ lệ chỉ là lưu ý", "not named: shares only warn"))],
                [t(say("Niêm yết", "Posting")), review.posting_days === null ? "–" : t(say(`${review.posting_days} ngày, ${review.posting_instrument ?? ""}`, `${review.posting_days} days, ${review.posting_instrument ?? ""}`))],
              ]}
            />
            {view.may_write && review.closed_on === null && <p><a href={`/households/${review.id}/terms`}>{t(say("Sửa thang điểm, tỷ lệ, thời hạn", "Revise scale, shares, days"))}</a></p>}
          </Card>
        </aside>
      </div>
    </>
  );
}

function Villages({ view }: { view: ReviewView }) {
  const { t } = usePage();
  const { review } = view;
  return (
    <>
      <Table
        caption={t(say("Các thôn, tổ dân phố", "Villages"))}
        columns={[
          { head: t(words.village), cell: (row: Village) => <a href={`/households/${review.id}/villages/${row.id}`}>{row.name}</a> },
          { head: t(words.registered), cell: (row) => `${row.registered}/${row.households}`, num: true },
          { head: t(say("Họp thôn", "Meeting")), cell: (row) => (row.meeting === null ? <Tag look="wait">{t(say("chưa họp", "not yet"))}</Tag> : <>{row.meeting.present}/{row.meeting.called} ({row.present_share}){row.quorate === false && <> <Tag look="bad">{t(say("thiếu số dự", "too few"))}</Tag></>}</>) },
          { head: t(words.voted), cell: (row) => row.voted, num: true },
          { head: t(words.recognised), cell: (row) => row.recognised, num: true },
          { head: t(words.share), cell: (row) => row.share, num: true },
        ]}
        rows={view.villages}
        empty={say("Xã chưa có thôn, tổ dân phố nào trong danh mục đơn vị.", "The commune has no villages in the tree of units.")}
      />
      {view.sum.recognised > 0 && (
        <details>
          <summary>{t(say("Số liệu để đề nghị thôn, tổ dân phố văn hóa", "Figures for the title of a village"))}</summary>
          <p class="small">{t(say("Chép câu của thôn vào phần thành tích khi lập hồ sơ đề nghị cho thôn.", "Copy a village's sentence into the achievements of its nomination."))}</p>
          <ul class="plain-list">{view.villages.map((row) => <li>{row.sentence} <a href={`/nominations/new?unit=${review.commune_id}&honour=cultured_residential_area&year=${review.year}&subject=unit:${row.id}`}>{t(say("Lập hồ sơ", "Write a nomination"))}</a></li>)}</ul>
        </details>
      )}
    </>
  );
}

function Outcomes({ view }: { view: ReviewView }) {
  const { t } = usePage();
  return (
    <Card>
      <Table
        caption={t(say("Kết quả đối chiếu", "What the check found"))}
        columns={[
          { head: t(words.outcome), cell: (row: ReviewView["outcomes"][number]) => <Link href={`/households/${view.review.id}/list?state=${row.outcome}`}>{t(OUTCOME_NAMES[row.outcome])}</Link> },
          { head: t(words.reason), cell: (row) => (row.reason === null ? "–" : t(REASON_NAMES[row.reason])) },
          { head: t(say("Số hộ", "Households")), cell: (row) => row.n, num: true },
        ]}
        rows={view.outcomes}
      />
    </Card>
  );
}
