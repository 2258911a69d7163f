import { say } from "../../../../kernel/text.ts";
import type { Failure } from "../../../../platform/command/failure.ts";
import { DateField, FileField, Form, SubmitButton, TextField, type Typed, usePage } from "../../../../platform/html/kit.ts";
import type { PlainDate } from "../../../../kernel/plain-date.ts";

/** What a letter holds so far; null before it was written. */
export type WrittenLetter = { letter_number: string | null; letter_on: PlainDate | null; signer_name: string | null; signer_title: string | null; letter_file_id: string | null };

/** The form of a submission letter: number, day and signer from the signed paper, and its scan. */
export function LetterForm({ action, letter, typed, failure }: { action: string; letter: WrittenLetter; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const [number = "", symbol = ""] = letter.letter_number === null ? [] : [letter.letter_number.slice(0, letter.letter_number.indexOf("/")), letter.letter_number.slice(letter.letter_number.indexOf("/") + 1)];
  const shown = { number, symbol, letter_on: letter.letter_on ?? "", signer_name: letter.signer_name ?? "", signer_title: letter.signer_title ?? "", ...typed };
  return (
    <Form action={action} upload>
      <div class="two">
        <TextField name="number" label={say("Số tờ trình", "Number")} typed={shown} failure={failure} width="s" inputMode="numeric" />
        <TextField name="symbol" label={say("Ký hiệu", "Symbol")} hint={say("Ví dụ TTr-PGDĐT", "For example TTr-PGDĐT")} typed={shown} failure={failure} width="s" />
        <DateField name="letter_on" label={say("Ngày tờ trình", "Date")} typed={shown} failure={failure} />
        <TextField name="signer_title" label={say("Chức vụ người ký", "Signer's title")} typed={shown} failure={failure} />
        <TextField name="signer_name" label={say("Họ tên người ký", "Signer's name")} typed={shown} failure={failure} />
        <FileField name="scan" failure={failure} optional accept=".pdf,.png,.jpg,.jpeg" label={say("Bản quét tờ trình đã ký", "Scan of the signed letter")} hint={say("Không có thì dùng tờ trình do hệ thống lập", "Without one the letter made here serves")} />
      </div>
      <div><SubmitButton look="plain">{t(say("Lưu tờ trình", "Keep the letter"))}</SubmitButton></div>
    </Form>
  );
}
