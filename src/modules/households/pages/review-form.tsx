import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, DateField, ErrorSummary, Form, SubmitButton, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import { USUAL_PERCENT } from "../review-fields.ts";
import type { Review } from "../store.ts";
import { typedPoints } from "./parts.tsx";

/** How many empty lines of criteria stand below those that are there. */
const SPARE_LINES = 3;

/** Gives a review as its form shows it. */
export function typedReview(review: Review): Typed {
  return { ...review, pass_mark: typedPoints(review.pass_mark), criteria: review.criteria.map((criterion) => ({ ...criterion, max: typedPoints(criterion.max) })) };
}

/** Opening a review, or revising its scale, shares and days. */
export function ReviewForm(props: { action: string; title: string; back: { href: string; label: string }; hidden: Readonly<Record<string, string>>; year: boolean; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { failure } = props;
  const typed: Typed = { quorum_percent: USUAL_PERCENT, agree_percent: USUAL_PERCENT, ...props.typed };
  const given = Array.isArray(typed["criteria"]) ? (typed["criteria"] as Record<string, unknown>[]) : [];
  const lines = Array.from({ length: Math.max(5, given.length + SPARE_LINES) }, (_line, index) => given[index] ?? {});
  const field = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: "/households", label: t(words.review) }, props.back]} />
      <h1>{props.title}</h1>
      <ErrorSummary failure={failure} />
      <Form action={props.action}>
        {Object.entries(props.hidden).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <div class="two">
          {props.year && <TextField {...field} name="year" label={words.year} width="s" inputMode="numeric" />}
          <DateField {...field} name="registration_due_on" label={say("Hạn đăng ký", "Registration until")} />
        </div>
        <fieldset>
          <legend>{t(say("Thang điểm của địa phương", "The local scale"))}</legend>
          <p class="small">{t(say("Bỏ trống nếu chỉ ghi tổng điểm hoặc không chấm điểm. Điểm chỉ loại một hộ khi đã ghi văn bản của địa phương; nếu chưa ghi thì chỉ là lưu ý.", "Leave it empty where only a total or nothing is scored. Points refuse a household only when the local instrument is named; otherwise they warn."))}</p>
          {lines.map((line, index) => (
            <div class="two">
              {typeof line["id"] === "string" && <input type="hidden" name={`criteria.${index}.id`} value={line["id"]} />}
              <TextField {...field} optional name={`criteria.${index}.title`} label={say(`Tiêu chí ${index + 1}`, `Criterion ${index + 1}`)} />
              <TextField {...field} optional name={`criteria.${index}.max`} label={say("Điểm tối đa", "Most points")} width="s" />
            </div>
          ))}
          <div class="two">
            <TextField {...field} optional name="pass_mark" label={say("Mức điểm đạt", "Pass mark")} width="s" />
            <TextField {...field} optional name="scale_instrument" label={say("Văn bản của địa phương", "Local instrument")} hint={say("Số, ngày, cơ quan ban hành", "Number, day, issuing body")} />
          </div>
        </fieldset>
        <fieldset>
          <legend>{t(say("Cuộc họp thôn", "The village meeting"))}</legend>
          <p class="small">{t(say("Mức 60 % và 60 % là thông lệ, chưa đối chiếu được văn bản, nên chỉ lưu ý. Khi ghi văn bản của địa phương, tỷ lệ trở thành điều kiện bắt buộc.", "60 % and 60 % are the usual shares and were not checked against a text, so they only warn. With a local instrument they bind."))}</p>
          <div class="two">
            <TextField {...field} name="quorum_percent" label={say("Dự họp ít nhất (% số hộ được mời)", "Present at least (% of those called)")} width="s" inputMode="numeric" />
            <TextField {...field} name="agree_percent" label={say("Đồng ý ít nhất (% số hộ dự họp)", "Agreed at least (% of those present)")} width="s" inputMode="numeric" />
          </div>
          <TextField {...field} optional name="share_instrument" label={say("Văn bản quy định tỷ lệ", "Instrument of the shares")} />
        </fieldset>
        <fieldset>
          <legend>{t(say("Niêm yết", "Posting"))}</legend>
          <div class="two">
            <TextField {...field} optional name="posting_days" label={say("Số ngày niêm yết", "Days of posting")} width="s" inputMode="numeric" />
            <TextField {...field} optional name="posting_instrument" label={say("Văn bản quy định số ngày", "Instrument that asks for them")} />
          </div>
        </fieldset>
        <div><SubmitButton>{t(say("Lưu", "Save"))}</SubmitButton></div>
      </Form>
    </>
  );
}
