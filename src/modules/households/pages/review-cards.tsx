import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, DateField, Day, Form, Link, Select, SubmitButton, Table, Tag, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { writeNumber } from "../../honours/index.ts";
import { words } from "../messages.ts";
import type { householdReviewPage } from "../queries.ts";
import type { View } from "./view.ts";

/** One review as its page shows it. */
export type ReviewView = View<typeof householdReviewPage>;

type Props = { view: ReviewView; typed: Typed; failure: Failure | null };

/** What may be done next: import, list, closing or reopening. */
export function WorkCard({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review } = view;
  const path = `/households/${review.id}`;
  return (
    <Card title={t(say("Việc của bạn", "Your work"))}>
      <div class="work">
        {view.may_write && review.closed_on === null && <Link href={`${path}/import`} look="btn">{t(words.imports)}</Link>}
        <Link href={`${path}/list`}>{t(words.list)}</Link>
        {view.may_write && review.closed_on === null && (
          <Form action={`${path}/closing`}>
            <p class="small">{t(say("Chốt: đối chiếu từng hộ với quy định đang có hiệu lực hôm nay. Sau khi chốt không sửa được số liệu.", "Closing checks every household against the rules in force today. Figures cannot be changed afterwards."))}</p>
            <div><SubmitButton look="plain" confirm={t(say("Chốt đợt bình xét này?", "Close this review?"))}>{t(say("Chốt và đối chiếu", "Close and check"))}</SubmitButton></div>
          </Form>
        )}
        {review.closed_on !== null && <p>{t(say("Đã chốt ngày", "Closed on"))} <Day on={review.closed_on} /></p>}
        {review.closed_on !== null && view.may_reopen && (
          <details open={failure?.fields?.["reason"] !== undefined}>
            <summary>{t(say("Mở lại đợt bình xét", "Reopen the review"))}</summary>
            <Form action={`${path}/reopening`}>
              <TextField name="reason" typed={typed} failure={failure} label={words.reason} />
              <div><SubmitButton look="plain">{t(say("Mở lại", "Reopen"))}</SubmitButton></div>
            </Form>
          </details>
        )}
      </div>
    </Card>
  );
}

/** The posting of the result and the remarks it brought. */
export function PostingCard({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review, remarks } = view;
  const path = `/households/${review.id}`;
  const open = view.may_write && review.closed_on === null;
  const waiting = remarks.filter((remark) => remark.answer === null);
  const field = { typed, failure };
  const wrong = (...names: string[]) => names.some((name) => failure?.fields?.[name] !== undefined);
  return (
    <Card title={t(say("Niêm yết kết quả", "Posting of the result"))}>
      {review.posted_from_on === null ? <p class="muted">{t(say("Chưa niêm yết.", "Not posted yet."))}</p> : <p><Day on={review.posted_from_on} /> – <Day on={review.posted_to_on} />, {review.posting_place}</p>}
      {remarks.length > 0 && (
        <Table
          caption={t(say(`${remarks.length} ý kiến nhận được`, `${remarks.length} remarks received`))}
          columns={[
            { head: t(say("Ý kiến", "Remark")), cell: (row: ReviewView["remarks"][number]) => row.remark },
            { head: t(words.village), cell: (row) => row.village ?? t(say("Cả xã", "Whole commune")) },
            { head: t(say("Ngày nhận", "Received")), cell: (row) => <Day on={row.received_on} /> },
            { head: t(say("Trả lời", "Answer")), cell: (row) => (row.answer === null ? <Tag look="wait">{t(say("chưa trả lời", "open"))}</Tag> : <>{row.answer} <span class="small muted"><Day on={row.answered_on} /></span></>) },
          ]}
          rows={remarks}
        />
      )}
      {open && (
        <details open={wrong("from_on", "to_on", "place")}>
          <summary>{t(review.posted_from_on === null ? say("Ghi việc niêm yết", "Post the result") : say("Sửa thời gian, nơi niêm yết", "Change the posting"))}</summary>
          <Form action={`${path}/posting`}>
            <div class="two">
              <DateField {...field} name="from_on" label={say("Từ ngày", "From")} />
              <DateField {...field} name="to_on" label={say("Đến hết ngày", "To the end of")} />
            </div>
            <TextField {...field} name="place" label={say("Nơi niêm yết", "Place")} hint={say("Ví dụ: nhà văn hóa các thôn, trụ sở UBND xã", "For example the villages' halls")} />
            <div><SubmitButton>{t(say("Ghi", "Save"))}</SubmitButton></div>
          </Form>
        </details>
      )}
      {open && review.posted_from_on !== null && (
        <details open={wrong("received_on", "remark")}>
          <summary>{t(say("Ghi ý kiến nhận được", "Note a remark"))}</summary>
          <Form action={`${path}/remarks`}>
            <div class="two">
              <DateField {...field} name="received_on" label={say("Ngày nhận", "Received on")} />
              <Select {...field} name="village_id" optional label={words.village} options={view.villages.map((village) => ({ value: village.id, label: village.name }))} />
            </div>
            <TextArea {...field} name="remark" rows={3} label={say("Nội dung, không ghi tên người nêu", "What it says, without the name of who made it")} />
            <div><SubmitButton>{t(say("Ghi ý kiến", "Save the remark"))}</SubmitButton></div>
          </Form>
        </details>
      )}
      {open && waiting.length > 0 && (
        <details open={wrong("answer", "remark_id")}>
          <summary>{t(say("Trả lời ý kiến", "Answer a remark"))}</summary>
          <Form action={`${path}/answers`}>
            <Select {...field} name="remark_id" blank={false} label={say("Ý kiến", "Remark")} options={waiting.map((remark) => ({ value: remark.id, label: remark.remark.slice(0, 80) }))} />
            <TextArea {...field} name="answer" rows={3} label={say("Nội dung trả lời", "Answer")} />
            <div><SubmitButton>{t(say("Trả lời", "Answer"))}</SubmitButton></div>
          </Form>
        </details>
      )}
    </Card>
  );
}

const STATES: Readonly<Record<ReviewView["decisions"][number]["state"], Text>> = {
  prepared: say("dự thảo, chờ ký", "draft, to be signed"),
  signed: say("đã ký, chờ số", "signed, to be numbered"),
  awaiting_confirmation: say("chờ người thứ hai xác nhận", "to be confirmed"),
  in_force: say("có hiệu lực", "in force"),
  cancelled: say("đã bỏ", "cancelled"),
};

/** The decisions that rest on this review, and the draft of the next one. */
export function DecisionsCard({ view, typed, failure }: Props) {
  const { t } = usePage();
  const { review } = view;
  if (review.closed_on === null && view.decisions.length === 0) return null;
  return (
    <Card title={t(say("Quyết định của xã", "The commune's decisions"))}>
      <ul class="plain-list">
        {view.decisions.map((decision) => (
          <li>
            <a href={`/decisions/${decision.id}`}>{decision.title}</a>
            <span class="small muted line">{decision.number !== null && decision.symbol !== null ? `${writeNumber(decision.number, decision.symbol)} · ` : ""}{t(say(`${decision.n} hộ`, `${decision.n} households`))} · {t(STATES[decision.state])}</span>
          </li>
        ))}
      </ul>
      {view.may_write && review.closed_on !== null && (
        <Form action={`/households/${review.id}/decision`}>
          <TextField name="title" failure={failure} typed={{ title: `Về việc công nhận danh hiệu Gia đình văn hóa năm ${review.year}`, ...typed }} label={say("Trích yếu", "Title")} />
          <div><SubmitButton>{t(say("Lập dự thảo quyết định", "Prepare the decision"))}</SubmitButton></div>
        </Form>
      )}
      <p class="after"><a href={`/households/${review.id}/certificates`}>{t(words.certificates)}</a></p>
    </Card>
  );
}
