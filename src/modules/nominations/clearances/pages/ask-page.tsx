import { formatDate } from "../../../../kernel/plain-date.ts";
import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { Breadcrumb, Card, DateField, ErrorSummary, Form, Select, SubmitButton, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import { lastDayOfNotice } from "../../../notices/index.ts";
import { honourName } from "../../assess.ts";
import { APPLIES_NAMES, MATTER_NAMES, MATTERS, SILENCE_NAMES, SILENCES } from "../core/clearance.ts";
import type { clearanceChoices } from "../queries.ts";
import type { View } from "../../pages/view.ts";

/** Asks one office about one matter of the chosen dossiers. */
export function AskPage({ view, chosen, typed, failure }: { view: View<typeof clearanceChoices>; chosen: string | null; typed: Typed; failure: Failure | null }) {
  const { t, lang } = usePage();
  const given = { typed, failure };
  const before = typed["nomination_ids"];
  const picked = (id: string) => (before === undefined ? id === chosen : Array.isArray(before) ? before.includes(id) : before === id);
  return (
    <>
      <Breadcrumb trail={[{ href: "/clearances", label: t(say("Lấy ý kiến hiệp y", "Clearances")) }]} />
      <h1>{t(say("Lấy ý kiến một cơ quan", "Ask an office"))}</h1>
      <ErrorSummary failure={failure} />
      {view.rules.length > 0 && (
        <Card title={t(say("Quy định đang áp dụng", "Rules in force"))}>
          <ul class="plain-list">
            {view.rules.map((rule) => (
              <li>
                {t(APPLIES_NAMES[rule.applies])}: {t(MATTER_NAMES[rule.matter])}
                <span class="small muted line">{t(say(
                  `Hỏi hôm nay thì hạn trả lời sớm nhất là ${formatDate(lastDayOfNotice(view.today, rule.days, []))} (${rule.days} ngày làm việc, chưa trừ ngày lễ). ${SILENCE_NAMES[rule.silence].vi}. ${rule.instrument}`,
                  `Asked today, the answer is due on ${formatDate(lastDayOfNotice(view.today, rule.days, []))} at the earliest (${rule.days} working days, holidays not yet left out). ${SILENCE_NAMES[rule.silence].en}. ${rule.instrument}`,
                ))}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div class="after">
        <Form action="/clearances">
          <Select name="matter" label={say("Nội dung", "Matter")} options={MATTERS.map((value) => ({ value, label: t(MATTER_NAMES[value]) }))} {...given} />
          <div class="two">
            <Select name="body_unit_id" label={say("Cơ quan được hỏi", "Office asked")} hint={say("Cơ quan trong địa phương trả lời ngay trên phần mềm", "An office of this locality answers here")} options={view.bodies.map(({ id, name }) => ({ value: id, label: name }))} optional {...given} />
            <TextField name="body_name" label={say("hoặc tên cơ quan ở ngoài", "or the name of one outside")} hint={say("Trả lời bằng văn bản, cán bộ nhập kèm bản quét", "It answers on paper; an officer enters it with the scan")} optional {...given} />
          </div>
          <div class="two">
            <TextField name="letter_number" label={say("Số công văn", "Number of the letter")} optional {...given} />
            <DateField name="due_on" label={say("Hạn trả lời", "Due on")} {...given} />
          </div>
          <Select name="silence" label={say("Khi quá hạn không trả lời", "Without an answer by then")} options={SILENCES.map((value) => ({ value, label: t(SILENCE_NAMES[value]) }))} {...given} />
          <TextField name="silence_basis" label={say("Văn bản cho phép coi im lặng là không có ý kiến khác", "Instrument by which silence counts as no objection")} optional {...given} />
          <fieldset id="f-nomination_ids">
            <legend>{t(say("Về các hồ sơ", "About these dossiers"))}</legend>
            {view.dossiers.length === 0 && <p class="muted">{t(say("Không có hồ sơ nào của doanh nghiệp đang thẩm định. Mở một hồ sơ và bấm “Lấy ý kiến hiệp y” để hỏi về hồ sơ đó.", "No dossier of an enterprise is under appraisal. Open a dossier and follow “Ask an office” to ask about it."))}</p>}
            {view.dossiers.map((row) => (
              <label class="check-line">
                <input type="checkbox" name="nomination_ids[]" value={row.id} checked={picked(row.id)} />
                {row.subject_name} <span class="muted small">· {row.unit_name} · {honourName(row.honour, lang)}, {row.year}{row.rules.length > 0 && <> · {t(say("cần hỏi", "to be asked"))}: {row.rules.map((rule) => t(MATTER_NAMES[rule.matter])).join(", ")}</>}</span>
              </label>
            ))}
          </fieldset>
          <div><SubmitButton>{t(say("Gửi lấy ý kiến", "Ask"))}</SubmitButton></div>
        </Form>
      </div>
    </>
  );
}
