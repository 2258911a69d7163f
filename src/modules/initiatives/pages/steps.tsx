import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { DateField, Form, Select, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { CARD_MOST, CARD_NAMES, CARD_PARTS } from "../core/scoring.ts";
import { SCOPE_NAMES, SCOPES } from "../core/status.ts";
import { words } from "../messages.ts";
import type { initiativePage } from "../queries.ts";
import type { View } from "./view.ts";

type Props = { view: View<typeof initiativePage>; typed: Typed; failure: Failure | null };

/** Lines for members' marks that the form of scores shows. */
const SCORE_LINES = 9;

/** What may be done with the initiative now; a form that failed stands open with what was typed. */
export function StepForms({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { initiative, moves } = view;
  const at = `/initiatives/${initiative.id}`;
  const open = (step: string): boolean => failure !== null && typed["step"] === step;
  const given = (step: string) => (open(step) ? { typed, failure } : {});
  const reasoned = (step: "return" | "refusal" | "withdrawal", label: ReturnType<typeof say>, confirm: boolean) => (
    <details open={open(step)}>
      <summary>{t(label)}</summary>
      <Form action={`${at}/${step}`}>
        <input type="hidden" name="step" value={step} />
        <Reason step={step} {...given(step)} />
        <div><SubmitButton look={confirm ? "danger" : "plain"}>{t(label)}</SubmitButton></div>
      </Form>
    </details>
  );
  return (
    <div class="work">
      {moves.includes("submit") && <Form action={`${at}/submission`} bare><SubmitButton>{t(say("Gửi đơn", "Submit"))}</SubmitButton></Form>}
      {moves.includes("revise") && <a href={`${at}/revision`}>{t(say("Sửa đơn", "Revise"))}</a>}
      {moves.includes("score") && (
        <details open={open("score")}>
          <summary>{t(say("Ghi điểm của Hội đồng sáng kiến", "Enter the council's scores"))}</summary>
          <ScoreForm action={`${at}/scores`} {...given("score")} />
        </details>
      )}
      {moves.includes("recognise") && view.recognisers.length > 0 && (
        <details open={open("recognise")}>
          <summary>{t(say("Ghi quyết định công nhận", "Enter a decision of recognition"))}</summary>
          <RecogniseForm action={`${at}/recognitions`} view={view} {...given("recognise")} />
        </details>
      )}
      {moves.includes("return") && reasoned("return", say("Trả lại bổ sung", "Return"), false)}
      {moves.includes("refuse") && reasoned("refusal", say("Không công nhận", "Do not recognise"), true)}
      {moves.includes("withdraw") && reasoned("withdrawal", say("Rút đơn", "Withdraw"), true)}
      {moves.length === 0 && <p class="muted">{t(say("Lúc này bạn không có việc gì với sáng kiến này.", "There is nothing for you to do with this initiative now."))}</p>}
    </div>
  );
}

/** The reason of a step. Several stand on one page: only the one that was refused bears the id that the summary leads to. */
function Reason({ step, typed, failure }: { step: string; typed?: Typed; failure?: Failure | null }) {
  const { t } = usePage();
  const wrong = failure?.fields?.["reason"];
  const at = typed === undefined ? `f-reason-${step}` : "f-reason";
  return (
    <div class={wrong === undefined ? "field" : "field wrong"}>
      <label for={at}>{t(words.reason)}</label>
      {wrong !== undefined && <p class="error" id={`${at}-error`}>{t(wrong)}</p>}
      <textarea id={at} name="reason" rows={3} {...(wrong === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${at}-error` })}>{typedText(typed, "reason")}</textarea>
    </div>
  );
}

type Given = { action: string; typed?: Typed; failure?: Failure | null };

function ScoreForm({ action, ...given }: Given) {
  const { t } = usePage();
  return (
    <Form action={action}>
      <input type="hidden" name="step" value="score" />
      <div class="two">
        <TextField name="minutes_number" label={words.minutes} {...given} />
        <DateField name="held_on" label={words.heldOn} {...given} />
      </div>
      <TextField name="threshold" label={words.threshold} hint={say("Theo quy định của địa phương, trên thang 100 điểm", "As the local rule says, of 100 points")} width="s" {...given} />
      <fieldset id="f-scores">
        <legend>{t(say("Điểm từng thành viên", "Members' marks"))}</legend>
        <p class="hint">{t(say("Dòng để trống được bỏ qua. Nếu biên bản chỉ ghi điểm trung bình thì ghi ở dưới.", "Empty lines are left out. If the minutes state only the mean, enter it below."))}</p>
        {Array.from({ length: SCORE_LINES }, (_each, index) => (
          <div>
            <TextField name={`scores.${index}.scorer`} label={say(`Thành viên ${index + 1}`, `Member ${index + 1}`)} {...given} />
            <div class="three">
              {CARD_PARTS.map((part) => (
                <TextField name={`scores.${index}.${part}`} label={say(`${CARD_NAMES[part].vi} (tối đa ${CARD_MOST[part]})`, `${CARD_NAMES[part].en} (at most ${CARD_MOST[part]})`)} width="s" {...given} />
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <div class="two">
        <TextField name="mean" label={say("Điểm trung bình theo biên bản", "Mean of the minutes")} width="s" optional {...given} />
        <TextField name="scorers" label={say("Số thành viên đã chấm", "Members who scored")} width="s" inputMode="numeric" optional {...given} />
      </div>
      <div><SubmitButton>{t(say("Ghi điểm", "Save the scores"))}</SubmitButton></div>
    </Form>
  );
}

function RecogniseForm({ action, view, ...given }: Given & { view: View<typeof initiativePage> }) {
  const { t } = usePage();
  const taken = view.recognitions.map((recognition) => recognition.scope);
  const top = view.recognisers.some((unit) => unit.id === view.root_id);
  const scopes = SCOPES.filter((scope) => !taken.includes(scope) && (scope === "unit" || top));
  return (
    <Form action={action}>
      <input type="hidden" name="step" value="recognise" />
      <Select name="by_unit_id" label={words.recognisedBy} blank={view.recognisers.length > 1} options={view.recognisers.map(({ id, name }) => ({ value: id, label: name }))} {...given} />
      <Select name="scope" label={words.scope} options={scopes.map((value) => ({ value, label: t(SCOPE_NAMES[value]) }))} {...given} />
      <TextField name="recognised_by" label={say("Cơ quan công nhận ghi trong quyết định", "The body that the decision names")} hint={say("Bắt buộc khi công nhận ở cấp tỉnh", "Needed for the province")} optional {...given} />
      <div class="two">
        <TextField name="signer_name" label={say("Người ký quyết định", "Who signed")} hint={say("In trên giấy chứng nhận; để trống thì chừa chỗ ký", "Printed on the certificate; left open there is room to sign")} optional {...given} />
        <TextField name="signer_title" label={say("Chức vụ người ký", "Signed as")} optional {...given} />
      </div>
      <div class="two">
        <TextField name="decision_number" label={words.decisionNumber} {...given} />
        <DateField name="decided_on" label={words.decidedOn} {...given} />
      </div>
      <DateField name="valid_until" label={words.validUntil} hint={say("Chỉ ghi khi địa phương có quy định thời hạn; ví dụ 31/12/2025", "Only where a local rule sets it; for example 31/12/2025")} optional {...given} />
      <div><SubmitButton>{t(say("Công nhận", "Recognise"))}</SubmitButton></div>
    </Form>
  );
}
