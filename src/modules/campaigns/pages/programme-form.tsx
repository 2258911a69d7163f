import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, DateField, ErrorSummary, Form, SubmitButton, TextArea, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";

type Props = { unit_id: string; programme: { id: string; year: number } | null; typed: Typed; failure: Failure | null };

const rowsOf = (typed: Typed, name: string, blank: number): number[] =>
  Array.from({ length: (Array.isArray(typed[name]) ? (typed[name] as unknown[]).length : 0) + blank }, (_, index) => index);

/** The form of a year's programme. Aims and occasions stand one on a line; blank rows are left out. */
export function ProgrammeForm({ unit_id, programme, typed, failure }: Props) {
  const { t } = usePage();
  const field = { typed, failure };
  const lawful = typedText(typed, "lawful");
  return (
    <>
      <Breadcrumb trail={[{ href: "/campaigns", label: t(words.campaigns) }]} />
      <h1>{t(programme === null ? say("Soạn chương trình thi đua năm", "Draft the year's programme") : say(`Sửa chương trình năm ${programme.year}`, `Edit the programme of ${programme.year}`))}</h1>
      <ErrorSummary failure={failure} />
      <Form action={programme === null ? "/programmes" : `/programmes/${programme.year}`}>
        {programme === null ? (
          <>
            <input type="hidden" name="unit_id" value={unit_id} />
            <TextField name="year" label={words.year} width="s" inputMode="numeric" {...field} />
          </>
        ) : (
          <input type="hidden" name="programme_id" value={programme.id} />
        )}
        <TextField name="theme" label={say("Chủ đề", "Theme")} {...field} />
        <TextField name="launched_at_event" label={say("Phát động tại", "Launched at")} hint={say("Hội nghị hoặc văn bản", "Conference or document")} optional {...field} />
        <fieldset>
          <legend>{t(say("Cùng phát động", "Launched by"))}</legend>
          <p class="hint">{t(say("Nhiều nơi cùng phát động; chọn đúng một nơi có thẩm quyền theo luật.", "Several bodies may launch together; mark exactly the one with the power by law."))}</p>
          {rowsOf(typed, "launchers", 3).map((index) => (
            <div class="two">
              <TextField name={`launchers.${index}.name`} label={say(`Nơi phát động ${index + 1}`, `Body ${index + 1}`)} {...field} />
              <div class="check">
                <input type="radio" id={`f-lawful-${index}`} name="lawful" value={String(index)} checked={lawful === String(index)} />
                <label for={`f-lawful-${index}`}>{t(say("Có thẩm quyền theo luật", "Has the power by law"))}</label>
              </div>
            </div>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t(say("Nội dung thi đua", "Contents"))}</legend>
          {rowsOf(typed, "contents", 3).map((index) => <TextArea name={`contents.${index}.title`} label={say(`Nội dung ${index + 1}`, `Content ${index + 1}`)} rows={2} {...field} />)}
        </fieldset>
        <TextArea name="occasions" label={say("Chào mừng các dịp", "Occasions")} hint={say("Mỗi dòng một dịp", "One on each line")} optional {...field} />
        <TextArea name="aims" label={say("Nhiệm vụ cùng đẩy mạnh", "Aims beside")} hint={say("Mỗi dòng một nhiệm vụ", "One on each line")} optional {...field} />
        <div class="two">
          <DateField name="registration_due_on" label={say("Hạn đăng ký danh hiệu (theo năm công tác)", "Titles registered by (calendar-year units)")} {...field} />
          <DateField name="school_registration_due_on" label={say("Hạn đăng ký của trường (theo năm học)", "Titles registered by (schools)")} optional {...field} />
        </div>
        <div><SubmitButton>{t(say("Lưu bản nháp", "Save the draft"))}</SubmitButton></div>
      </Form>
    </>
  );
}
