import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Day, ErrorSummary, Facts, Form, Link, SubmitButton, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { COMMENT_SORT_NAMES, words } from "../core/words.ts";
import type { commentOfReceipt } from "../queries.ts";
import { StateTags } from "./counts.tsx";
import type { View } from "./view.ts";

/** The receipt code, shown once; after a repeat of the same form only that it was shown. */
export function ReceiptPage({ notice_id, receipt }: { notice_id: string; receipt: string | null }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(words.notices) }]} />
      <h1>{t(say("Đã nhận ý kiến", "Your comment was received"))}</h1>
      <Card>
        {receipt === null ? (
          <p>{t(say("Ý kiến này đã được nhận. Mã biên nhận chỉ hiện một lần, khi gửi lần đầu.", "This comment was received already. Its receipt code was shown once, when it was first sent."))}</p>
        ) : (
          <>
            <p>{t(say("Mã biên nhận của bạn:", "Your receipt code:"))}</p>
            <p class="kpi"><code>{receipt}</code></p>
            <p>{t(say("Hãy chép lại hoặc chụp ảnh mã này. Mã chỉ hiện một lần và không ai cấp lại được; có mã là xem được trả lời.", "Copy it or take a picture. It is shown once and nobody can issue it again; with it you see the answer."))}</p>
          </>
        )}
        <p><Link href="/notices/receipt">{t(say("Tra cứu ý kiến bằng mã biên nhận", "Follow a comment by its receipt code"))}</Link> · <Link href={`/notices/${notice_id}`}>{t(say("Về danh sách", "Back to the list"))}</Link></p>
      </Card>
    </>
  );
}

/** Where a comment is followed by its code; the code goes by post, so that it stands in no address and no server's log. */
export function FollowPage({ found, typed, failure }: { found: View<typeof commentOfReceipt> | null; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/notices", label: t(words.notices) }]} />
      <h1>{t(say("Tra cứu ý kiến", "Follow a comment"))}</h1>
      <ErrorSummary failure={failure} />
      {found === null ? (
        <Card>
          <Form action="/notices/receipt">
            <TextField name="code" label={say("Mã biên nhận", "Receipt code")} hint={say("Ghi cả phần chữ ở đầu; chữ hoa, chữ thường, dấu gạch đều được", "With the letters at its beginning; capitals and dashes do not matter")} width="m" typed={typed} failure={failure} />
            <SubmitButton>{t(say("Xem", "Show"))}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <Card title={found.notice.title}>
          <p><StateTags comment={found} /></p>
          <Facts facts={[
            [t(say("Nhận ngày", "Received on")), <Day on={found.received_on} />],
            [t(say("Người gửi ghi là", "Sent as")), t(COMMENT_SORT_NAMES[found.kind_claimed])],
            [t(say("Nội dung", "Text")), found.text],
            found.sort_reason === null ? null : [t(say("Lý do phân loại", "Why it was sorted so")), found.sort_reason],
            found.accepted_on === null ? null : [t(say("Thụ lý", "Accepted")), <><Day on={found.accepted_on} />, {found.accepted_document}</>],
            found.closed_on === null ? null : [t(say("Giải quyết xong", "Settled")), <><Day on={found.closed_on} />, {found.closed_document}: {found.outcome}</>],
            [t(say("Trả lời", "Answer")), found.answer ?? t(say("chưa có", "none yet"))],
            found.answered_on === null ? null : [t(say("Ngày trả lời", "Answered on")), <Day on={found.answered_on} />],
            [t(say("Vết trong nhật ký minh bạch", "Trace in the transparency log")), <code>{found.receipt_hash}</code>],
          ]} />
        </Card>
      )}
    </>
  );
}
