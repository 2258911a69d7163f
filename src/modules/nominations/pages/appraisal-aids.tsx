import type { Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, Day, Tag, usePage } from "../../../platform/html/kit.ts";
import { honourName } from "../assess.ts";
import { MATTER_NAMES } from "../clearances/core/clearance.ts";
import { StandingTag } from "../clearances/pages/clearance-page.tsx";
import type { appraisalAids } from "../queries-appraisal.ts";

type View<Q> = Q extends { readonly run: (...parts: never[]) => Promise<Result<infer O, Failure>> } ? O : never;

/** What the officer should ask, with the dossiers that raise the question. Nothing is shown when there is nothing to ask. */
export function AppraisalAids({ aids }: { aids: View<typeof appraisalAids> }) {
  return <><Clearances aids={aids} /><Alike aids={aids} /></>;
}

/** What offices were asked about this dossier and what they answered, and what a local rule still wants asked. */
function Clearances({ aids: { clearances, nomination_id, open_complaints } }: { aids: View<typeof appraisalAids> }) {
  const { t } = usePage();
  return (
    <Card title={t(say("Hiệp y, khiếu nại", "Clearances, complaints"))}>
      <ul class="plain-list">
        {clearances.asked.map((question) => (
          <li>
            <a href={`/clearances/${question.round_id}`}>{t(MATTER_NAMES[question.matter])}: {question.body_name}</a> <StandingTag standing={question.standing} />
            <span class="small muted line">{t(say("hạn trả lời", "due on"))} <Day on={question.due_on} />{question.note !== null && <>. {question.note}</>}</span>
          </li>
        ))}
        {clearances.to_ask.map((rule) => <li>{t(MATTER_NAMES[rule.matter])} <Tag look="bad">{t(say("chưa hỏi", "not asked yet"))}</Tag><span class="small muted line">{rule.instrument}</span></li>)}
      </ul>
      {clearances.may_ask && <p><a href={`/clearances/new?nomination=${nomination_id}`}>{t(say("Lấy ý kiến hiệp y", "Ask an office"))}</a></p>}
      <p>
        <a href={`/nominations/${nomination_id}/complaints`}>{t(say("Khiếu nại, tố cáo", "Complaints and denunciations"))}</a>
        {open_complaints > 0 && <> <Tag look="bad">{t(say(`${open_complaints} đơn đã thụ lý, đang giải quyết`, `${open_complaints} accepted, being settled`))}</Tag></>}
      </p>
    </Card>
  );
}

function Alike({ aids }: { aids: View<typeof appraisalAids> }) {
  const { t, lang } = usePage();
  if (aids.same_person.length + aids.same_text.length === 0) return null;
  const dossier = (line: { id: string; subject_name: string; honour: string; year: number; unit_name: string }) => (
    <>
      <a href={`/nominations/${line.id}`}>{line.subject_name}</a>
      <span class="small muted line">{honourName(line.honour, lang)}, {line.year}, {line.unit_name}</span>
    </>
  );
  return (
    <Card title={t(say("Cần hỏi lại khi thẩm định", "To be asked in the appraisal"))}>
      {aids.same_person.length > 0 && (
        <>
          <h3>{t(say("Có phải cùng một người không?", "Is this the same person?"))}</h3>
          <ul class="plain-list">
            {aids.same_person.map((line) => (
              <li>
                {dossier(line)}
                <span class="small line"><Tag look={line.verdict === "same" ? "bad" : "wait"}>{t(line.verdict === "same" ? say("Rất có thể", "Very likely") : say("Có thể", "Perhaps"))}</Tag> {line.reasons.map((reason) => t(reason)).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {aids.same_text.length > 0 && (
        <>
          <h3>{t(say("Có phải cùng một thành tích không?", "Is this the same achievement?"))}</h3>
          <ul class="plain-list">
            {aids.same_text.map((line) => (
              <li>
                {dossier(line)}
                <span class="small line">{t(say(`Nội dung thành tích trùng ${line.percent} % số từ`, `The texts share ${line.percent} % of their words`))}{line.same_subject && <>, {t(say("cùng đối tượng", "same nominee"))}</>}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small muted">{t(say("Đây là câu hỏi để người thẩm định xem xét, không phải kết luận.", "These are questions for the officer, not findings."))}</p>
    </Card>
  );
}
