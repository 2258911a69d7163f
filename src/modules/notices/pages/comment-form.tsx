import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Card, Checkbox, Form, Select, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { COMMENT_SORT_NAMES, COMMENT_SORTS, words } from "../core/words.ts";
import type { noticePage } from "../queries.ts";
import type { View } from "./view.ts";

/** The form by which anybody comments, signed or protected; it needs no script and no account. */
export function CommentForm({ view, typed, failure }: { view: View<typeof noticePage>; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const given = { typed: { subject_id: view.chosen?.subject_id, ...typed }, failure };
  const shown = view.subjects.map((subject) => ({ value: subject.subject_id, label: `${subject.name} (${subject.note})` }));
  const { chosen } = view;
  const options = chosen === null || shown.some((option) => option.value === chosen.subject_id) ? shown : [{ value: chosen.subject_id, label: chosen.name }, ...shown];
  return (
    <Card title={t(say("Gửi ý kiến", "Send a comment"))}>
      <p>{t(say(
        "Khiếu nại, tố cáo được thụ lý theo thủ tục riêng khi biết rõ người gửi. Ý kiến gửi kín vẫn được đọc, trả lời và tính vào số ý kiến, nhưng không giữ hồ sơ của ai lại.",
        "A complaint or denunciation is formally accepted, by its own procedure, when its author is known. A protected comment is read, answered and counted all the same, but never holds anybody's dossier up.",
      ))}</p>
      <Form action={`/notices/${view.notice.id}/comments`}>
        <input type="hidden" name="page" value={String(view.page)} />
        <Select name="subject_id" label={say("Ý kiến về", "About")} hint={say("Để trống nếu góp ý cho cả danh sách. Tên ở trang khác: bấm “Góp ý” ở dòng có tên đó", "Leave open for the whole list. For a name on another page follow “Comment” in its row")} options={options} optional {...given} />
        <Select name="kind" label={say("Đây là", "This is a")} options={COMMENT_SORTS.map((value) => ({ value, label: t(COMMENT_SORT_NAMES[value]) }))} {...given} />
        <TextArea name="text" label={say("Nội dung", "Text")} hint={say("Nêu sự việc, thời gian, nơi xảy ra; tối đa 4.000 ký tự", "What, when and where; at most 4,000 characters")} rows={6} {...given} />
        <Checkbox name="protected" label={words.anonymous} hint={say("Không lưu họ tên, liên hệ, tài khoản hay địa chỉ máy của người gửi; ai có mã biên nhận thì xem được trả lời", "No name, contact, account or machine address of the sender is kept; whoever has the receipt code sees the answer")} typed={typed} />
        <div class="two">
          <TextField name="name" label={say("Họ và tên", "Full name")} hint={say("Cần khi không gửi kín", "Needed unless protected")} autocomplete="name" {...given} />
          <TextField name="contact" label={say("Điện thoại, thư điện tử hoặc địa chỉ", "Telephone, mail or address")} hint={say("Cần khi không gửi kín", "Needed unless protected")} {...given} />
        </div>
        <p class="unseen" aria-hidden="true">
          <label for="f-website">{t(say("Xin để trống ô này", "Please leave this field empty"))}</label>
          <input id="f-website" name="website" tabIndex={-1} autocomplete="off" />
        </p>
        <SubmitButton>{t(say("Gửi ý kiến", "Send"))}</SubmitButton>
      </Form>
    </Card>
  );
}
