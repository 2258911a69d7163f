import type { ComponentChildren } from "preact";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say } from "../../../kernel/text.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Form, Link, Select, Steps, SubmitButton, Table, Tag, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import type { HistoryLine } from "../../honours/index.ts";
import { type Assessment, findingIn, honourName } from "../assess.ts";
import { isOutside } from "../core/authorities.ts";
import type { Nomination } from "../core/dossier.ts";
import { follow, type NominationAction, type NominationStatus, STATUS_NAMES } from "../core/status.ts";
import { FactFields } from "./fact-fields.tsx";
import { Findings } from "./findings.tsx";
import { VerdictTag } from "./list-page.tsx";
import { ReasonStep, type RefusedStep } from "./reason-step.tsx";
import { ACTION_NAMES, AUTHORITY_NAMES, STATUS_LOOKS } from "./words.ts";

export type NominationView = {
  nomination: Nomination;
  unit_name: string;
  assessment: Assessment | null;
  findings: { id: string; stage: string; reckoned_on: PlainDate; verdict: string; rulebook_hash: string }[];
  actions: { id: string; action: string; actor_name: string; done_on: PlainDate; payload: Record<string, unknown>; acting_for_id: string | null }[];
  history: HistoryLine[];
  officers: { id: string; name: string }[];
  roles: string[];
  /** Whether the reader may open the decision on which the dossier stands: it belongs to the unit that issues it. */
  reads_decision: boolean;
};

const STAGES: readonly { label: ReturnType<typeof say>; statuses: readonly NominationStatus[] }[] = [
  { label: say("Soạn", "Draft"), statuses: ["draft", "returned"] },
  { label: say("Cấp trên trong tuyến", "Level above"), statuses: ["at_level", "not_forwarded"] },
  { label: say("Đã trình", "Submitted"), statuses: ["submitted"] },
  { label: say("Thẩm định", "Appraisal"), statuses: ["under_appraisal", "not_recommended"] },
  { label: say("Công khai, Hội đồng", "Notice, council"), statuses: ["on_notice", "before_council"] },
  { label: say("Đề nghị", "Recommended"), statuses: ["recommended"] },
  { label: say("Chờ ký", "For signature"), statuses: ["in_decision"] },
  { label: say("Trình cấp trên", "Sent above"), statuses: ["in_package", "sent_up"] },
  { label: say("Quyết định", "Decided"), statuses: ["decided", "declined", "revoked"] },
];

/** The stages a dossier passes: a level of the route only where it is or was with one, the signature or the package by who decides. */
function stagesOf({ status, authority, level_order }: Nomination): typeof STAGES {
  return STAGES.filter(({ statuses: [first] }) => {
    if (first === "at_level") return status === "at_level" || status === "not_forwarded" || level_order !== null;
    if (first === "in_decision") return !isOutside(authority);
    return first !== "in_package" || isOutside(authority);
  });
}

/** One dossier: what is expected of me first, then what the law says, then the facts, then the past. */
export function NominationPage(props: { view: NominationView; typed: Typed; failure: Failure | null; refused: RefusedStep | null; extra: ComponentChildren }) {
  const { t, lang } = usePage();
  const { nomination, assessment } = props.view;
  const stages = stagesOf(nomination);
  const now = stages.findIndex((stage) => stage.statuses.includes(nomination.status));
  return (
    <>
      <Breadcrumb trail={[{ href: "/nominations", label: t(say("Hồ sơ", "Nominations")) }, { href: `/units/${nomination.unit_id}`, label: props.view.unit_name }]} />
      <h1>{nomination.subject_name}, {honourName(nomination.honour, lang)} {t(say("năm", "for"))} {nomination.year}</h1>
      <ErrorSummary failure={props.failure} />
      <Steps steps={stages.map((stage, index) => ({ label: t(stage.label), state: index < now ? "past" : index === now ? "now" : "next" }))} />
      <div class="grid g-2">
        <div class="stackable">
          <Card title={t(say("Đối chiếu với quy định", "Against the law"))}>
            <div id="findings">{assessment ? <Findings output={findingIn(assessment, lang)} reckoned_on={assessment.reckoned_on} /> : <p class="muted">{t(say("Chưa đối chiếu được.", "No finding."))}</p>}</div>
          </Card>
          {mayDo(props.view, "revise", ["clerk", "head", "officer"]) ? <ReviseCard {...props} /> : <FactsCard view={props.view} />}
          {props.extra}
        </div>
        <aside class="side">
          <WorkCard view={props.view} refused={props.refused} failure={props.failure} />
          <Card title={t(say("Quá trình khen thưởng", "Award history"))}>
            <Table
              columns={[
                { head: t(say("Năm", "Year")), cell: (line: HistoryLine) => line.year },
                { head: t(say("Danh hiệu, hình thức", "Honour")), cell: (line) => <>{honourName(line.honour, lang)}{line.revoked && <> <Tag look="bad">{t(say("đã hủy bỏ", "revoked"))}</Tag></>}</> },
              ]}
              rows={props.view.history}
              empty={say("Chưa có khen thưởng nào.", "No awards yet.")}
            />
          </Card>
          <Card title={t(say("Diễn biến", "What was done"))}>
            <ol class="timeline">
              {props.view.actions.map((action) => (
                <li>
                  <time><Day on={action.done_on} /></time> {t(ACTION_NAMES[action.action] ?? say(action.action, action.action))}
                  <br /><span class="small muted">{action.actor_name}{action.acting_for_id && ` (${t(say("làm thay", "acting for another"))})`}</span>
                  {typeof action.payload["reason"] === "string" && <p class="small">“{action.payload["reason"]}”</p>}
                </li>
              ))}
            </ol>
          </Card>
          {props.view.findings.length > 0 && (
            <Card title={t(say("Kết quả xét đã lưu", "Findings kept"))}>
              <ul class="plain-list small">
                {props.view.findings.map((finding) => (
                  <li><Day on={finding.reckoned_on} /> <VerdictTag verdict={finding.verdict} /><br /><span class="muted code">{finding.rulebook_hash.slice(0, 22)}…</span></li>
                ))}
              </ul>
            </Card>
          )}
        </aside>
      </div>
    </>
  );
}

function mayDo(view: NominationView, action: NominationAction, roles: readonly string[]): boolean {
  return follow(view.nomination.status, action) !== null && roles.some((role) => view.roles.includes(role));
}

/** What the reader may do now: the same table that the server asks. */
function WorkCard({ view, refused, failure }: { view: NominationView; refused: RefusedStep | null; failure: Failure | null }) {
  const { t } = usePage();
  const { id, status, decision_id } = view.nomination;
  const writes = ["clerk", "head", "officer"];
  const appraises = ["officer", "division_head"];
  const button = (path: string, label: ReturnType<typeof say>, look: "main" | "plain" = "main") => (
    <Form action={`/nominations/${path}`} bare>
      <input type="hidden" name="nomination_ids[]" value={id} />
      <SubmitButton look={look}>{t(label)}</SubmitButton>
    </Form>
  );
  const withReason = (path: string, label: ReturnType<typeof say>) => <ReasonStep id={id} action={`/nominations/${path}`} label={label} refused={refused} failure={failure} />;
  const recommendable = view.assessment?.output.verdict !== "not_eligible";
  return (
    <Card title={t(say("Việc của bạn", "Your work"))}>
      <p><Tag look={STATUS_LOOKS[status]}>{t(STATUS_NAMES[status])}</Tag></p>
      <div class="work">
        {mayDo(view, "submit", writes) && button("submission", say("Trình hồ sơ", "Submit"))}
        {mayDo(view, "take_up", appraises) && button("appraisal", say("Nhận thẩm định", "Take up for appraisal"))}
        {mayDo(view, "recommend", appraises) && (recommendable
          ? button("recommendation", say("Đề nghị khen thưởng", "Recommend"))
          : <p class="warn small">{t(say("Chưa đề nghị được: còn điều kiện bắt buộc không đạt. Hãy trả lại kèm lý do.", "Cannot be recommended: a binding condition is not met. Return it with the reason."))}</p>)}
        {mayDo(view, "return", appraises) && withReason("return", say("Trả lại kèm lý do", "Return with the reason"))}
        {mayDo(view, "not_recommend", appraises) && withReason("non-recommendation", say("Không đề nghị", "Do not recommend"))}
        {mayDo(view, "decline", ["chair"]) && withReason("decline", say("Không khen thưởng", "Decline"))}
        {mayDo(view, "withdraw", writes) && withReason("withdrawal", say("Rút hồ sơ", "Withdraw"))}
        {mayDo(view, "enter_package", ["officer", "division_head"]) && isOutside(view.nomination.authority) && <Link href="/packages/new" look="btn">{t(say("Lập gói trình cấp trên", "Draw up a package"))}</Link>}
        {mayDo(view, "enter_decision", ["officer", "division_head"]) && !isOutside(view.nomination.authority) && <Link href="/decisions/new" look="btn">{t(say("Lập quyết định", "Prepare a decision"))}</Link>}
        {mayDo(view, "assign", ["division_head", "officer"]) && view.officers.length > 0 && (
          <details>
            <summary>{t(say("Giao cán bộ thẩm định", "Assign an officer"))}</summary>
            <Form action="/nominations/assignment">
              <input type="hidden" name="nomination_ids[]" value={id} />
              <Select name="user_id" label={say("Cán bộ", "Officer")} options={view.officers.map((officer) => ({ value: officer.id, label: officer.name }))} typed={{ user_id: view.nomination.assigned_to ?? "" }} />
              <div><SubmitButton look="plain">{t(say("Giao", "Assign"))}</SubmitButton></div>
            </Form>
          </details>
        )}
        {decision_id !== null && view.reads_decision && <Link href={`/decisions/${decision_id}`}>{t(say("Xem quyết định", "See the decision"))}</Link>}
      </div>
    </Card>
  );
}

function FactsCard({ view }: { view: NominationView }) {
  const { t } = usePage();
  const { nomination } = view;
  return (
    <Card title={t(say("Hồ sơ", "The dossier"))}>
      <Facts
        facts={[
          [t(say("Đối tượng", "Nominee")), nomination.person_id ? <a href={`/people/${nomination.person_id}`}>{nomination.subject_name}</a> : <a href={`/units/${nomination.subject_unit_id}`}>{nomination.subject_name}</a>],
          [t(say("Chức vụ, đơn vị", "Position, unit")), nomination.subject_note],
          [t(say("Đơn vị đề nghị", "Proposed by")), view.unit_name],
          [t(say("Cấp quyết định", "Authority")), t(AUTHORITY_NAMES[nomination.authority] ?? say(nomination.authority, nomination.authority))],
          [t(say("Ngày nhận", "Received")), <Day on={nomination.received_on} />],
          nomination.due_on === null ? null : [t(say("Hạn giải quyết", "Due")), <Day on={nomination.due_on} />],
          [t(say("Thành tích", "Achievement")), <span class="lines">{nomination.achievement}</span>],
        ]}
      />
    </Card>
  );
}

function ReviseCard({ view, typed, failure }: { view: NominationView; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { nomination } = view;
  return (
    <Card title={t(say("Nội dung hồ sơ", "Contents"))}>
      <Form action={`/nominations/${nomination.id}`} live="/nominations/findings">
        <input type="hidden" name="revision" value={nomination.revision} />
        <input type="hidden" name="unit_id" value={nomination.unit_id} />
        <input type="hidden" name="honour" value={nomination.honour} />
        <input type="hidden" name="year" value={nomination.year} />
        <input type="hidden" name="authority" value={nomination.authority} />
        <input type="hidden" name="subject" value={nomination.person_id ? `person:${nomination.person_id}` : `unit:${nomination.subject_unit_id}`} />
        <input type="hidden" name="unshown" value={typedText(typed, "unshown")} />
        <FactFields typed={typed} failure={failure} subject={nomination.subject_kind} year={nomination.year} />
        <div><SubmitButton look="plain">{t(say("Lưu", "Save"))}</SubmitButton></div>
      </Form>
    </Card>
  );
}

