import { decimal, toVietnamese } from "../../../kernel/decimal.ts";
import { type Lang, say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Link, Table, Tag, type Typed, usePage } from "../../../platform/html/kit.ts";
import { CARD_NAMES, CARD_PARTS, totalOf } from "../core/scoring.ts";
import { SCOPE_NAMES } from "../core/status.ts";
import { ACTION_NAMES, words } from "../messages.ts";
import type { initiativePage } from "../queries.ts";
import { StatusTag } from "./list-page.tsx";
import { StepForms } from "./steps.tsx";
import type { View } from "./view.ts";

type PageView = View<typeof initiativePage>;

/** Takes exact decimal text; gives it as the reader writes numbers. */
export function shownNumber(text: string, lang: Lang): string {
  return lang === "vi" ? toVietnamese(decimal(text)) : text;
}

/** One initiative: what it is, who made it, how it was scored and recognised, what may be done now. */
export function InitiativePage({ view, typed, failure }: { view: PageView; typed: Typed; failure: Failure | null }) {
  const { t, actor } = usePage();
  const { initiative } = view;
  return (
    <>
      <Breadcrumb trail={[{ href: "/initiatives", label: t(words.initiatives) }]} />
      <div class="head-line">
        <h1>{initiative.title}</h1>
        <StatusTag status={initiative.status} />
      </div>
      <ErrorSummary failure={failure} />
      <div class="grid g-2">
        <div class="stackable">
          <Card>
            <Facts facts={[[t(words.unit), view.unit_name], [t(words.year), initiative.year], initiative.field === null ? null : [t(words.field), initiative.field]]} />
          </Card>
          <AuthorsCard view={view} />
          {([["problem", initiative.problem], ["solution", initiative.solution], ["effect", initiative.effect]] as const).map(([name, text]) => (
            <Card title={t(words[name])}><p class="lines">{text}</p></Card>
          ))}
          {view.reviews.length > 0 && <ReviewsCard view={view} />}
        </div>
        <aside class="side">
          {actor.kind === "user" && <Card title={t(say("Việc cần làm", "What to do"))}><StepForms view={view} typed={typed} failure={failure} /></Card>}
          <RecognitionsCard view={view} />
          {view.similar.length > 0 && <SimilarCard view={view} />}
          {view.actions.length > 0 && (
            <Card title={t(say("Diễn biến", "What was done"))}>
              <ol class="timeline">
                {view.actions.map((action) => (
                  <li>
                    <time><Day on={action.done_on} /></time> {t(ACTION_NAMES[action.action] ?? say(action.action, action.action))}
                    <span class="small muted line">{action.actor_name}</span>
                    {typeof action.payload["reason"] === "string" && <p class="small">“{action.payload["reason"]}”</p>}
                  </li>
                ))}
              </ol>
            </Card>
          )}
        </aside>
      </div>
    </>
  );
}

function AuthorsCard({ view }: { view: PageView }) {
  const { t, lang } = usePage();
  return (
    <Card>
      <Table
        caption={t(words.authors)}
        columns={[
          { head: t(words.author), cell: (row: PageView["authors"][number]) => <>{row.full_name}{row.place !== null && <span class="small muted line">{row.place}</span>}</> },
          { head: t(words.share), cell: (row) => shownNumber(row.share_percent, lang), num: true },
        ]}
        rows={view.authors}
      />
    </Card>
  );
}

function ReviewsCard({ view }: { view: PageView }) {
  const { t, lang } = usePage();
  return (
    <Card title={t(say("Điểm của Hội đồng sáng kiến", "The council's scores"))}>
      {view.reviews.map((review, index) => (
        <details open={index === 0}>
          <summary>{t(words.minutes)} {review.minutes_number}, <Day on={review.held_on} /></summary>
          <Facts
            facts={[
              [t(words.mean), <>{shownNumber(review.mean, lang)} <Tag look={review.reached ? "ok" : "bad"}>{t(review.reached ? say("Đạt", "Reached") : say("Chưa đạt", "Not reached"))}</Tag></>],
              [t(words.threshold), shownNumber(review.threshold, lang)],
              [t(say("Số thành viên đã chấm", "Members who scored")), review.scorers],
            ]}
          />
          {review.scores.length > 0 && (
            <Table
              caption={t(say("Điểm từng thành viên", "Members' marks"))}
              columns={[
                { head: t(say("Thành viên", "Member")), cell: (row: (typeof review.scores)[number]) => row.scorer },
                ...CARD_PARTS.map((part) => ({ head: t(CARD_NAMES[part]), cell: (row: (typeof review.scores)[number]) => shownNumber(row[part], lang), num: true })),
                { head: t(say("Cộng", "Total")), cell: (row: (typeof review.scores)[number]) => toVietnamese(totalOf(row)), num: true },
              ]}
              rows={review.scores}
            />
          )}
        </details>
      ))}
    </Card>
  );
}

function RecognitionsCard({ view }: { view: PageView }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Công nhận", "Recognitions"))}>
      {view.recognitions.length === 0 && <p class="muted">{t(say("Chưa được công nhận ở phạm vi nào.", "Not recognised in any scope yet."))}</p>}
      {view.recognitions.map((recognition) => (
        <Facts
          facts={[
            [t(words.scope), <Tag look="ok">{t(SCOPE_NAMES[recognition.scope])}</Tag>],
            [t(words.recognisedBy), recognition.recognised_by],
            [t(words.decisionNumber), recognition.decision_number],
            [t(words.decidedOn), <Day on={recognition.decided_on} />],
            recognition.valid_until === null ? null : [t(words.validUntil), <Day on={recognition.valid_until} />],
          ]}
        />
      ))}
      {view.recognitions.length > 0 && <p><Link href={`/initiatives/${view.initiative.id}/certificate`}>{t(words.certificate)}</Link></p>}
    </Card>
  );
}

function SimilarCard({ view }: { view: PageView }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Sáng kiến có tên gần giống", "Initiatives with a similar title"))}>
      <p class="small muted">{t(say("Chỉ để tham khảo khi xem có trùng lặp hay không; hệ thống không tự bác đơn nào.", "Only a hint when looking for duplicates; nothing is refused by it."))}</p>
      <ul class="plain-list">
        {view.similar.map((other) => (
          <li>
            <span class="pair"><span>{other.title}<span class="small muted line">{other.unit_name}, {other.year}</span></span><b>{other.percent}&nbsp;%</b></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
