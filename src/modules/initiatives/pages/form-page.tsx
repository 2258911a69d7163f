import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, ErrorSummary, Form, Select, SubmitButton, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { words } from "../messages.ts";
import type { initiativeChoices } from "../queries.ts";
import type { View } from "./view.ts";

/** Lines for authors that a form shows at least. */
const LEAST_LINES = 6;

/** The form of an application, new or to be revised. Blank author lines are left out. */
export function InitiativeForm({ choices, typed, failure }: { choices: View<typeof initiativeChoices>; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const { initiative, unit } = choices;
  const given = { typed, failure };
  const authors = typed["authors"];
  const lines = Math.max(LEAST_LINES, (Array.isArray(authors) ? authors.length : 0) + 2);
  const people = choices.people.map((person) => ({ value: person.id, label: `${person.full_name}, ${person.title}`, group: person.unit_name }));
  return (
    <>
      <Breadcrumb trail={[{ href: "/initiatives", label: t(words.initiatives) }]} />
      <h1>{t(initiative === null ? say("Lập đơn công nhận sáng kiến", "Draft an initiative") : say("Sửa đơn công nhận sáng kiến", "Revise an initiative"))}</h1>
      <p class="muted">{unit.name}</p>
      {initiative === null && choices.units.length > 1 && (
        <form method="get" action="/initiatives/new" class="filters">
          <Select name="unit" label={words.unit} blank={false} typed={{ unit: unit.id }} options={choices.units.map(({ id, name }) => ({ value: id, label: name }))} />
          <SubmitButton look="plain">{t(say("Đổi đơn vị", "Change the unit"))}</SubmitButton>
        </form>
      )}
      <ErrorSummary failure={failure} />
      <Form action={initiative === null ? "/initiatives" : `/initiatives/${initiative.id}/revision`}>
        {initiative === null ? <input type="hidden" name="unit_id" value={unit.id} /> : <input type="hidden" name="revision" value={String(initiative.revision)} />}
        <TextField name="title" label={words.title} {...given} />
        <div class="two">
          <TextField name="year" label={words.year} width="s" inputMode="numeric" {...given} />
          <TextField name="field" label={words.field} hint={say("Ví dụ: giáo dục, cải cách hành chính, nông nghiệp", "For example: education, administrative reform, farming")} optional {...given} />
        </div>
        <TextArea name="problem" label={words.problem} {...given} />
        <TextArea name="solution" label={words.solution} rows={8} {...given} />
        <TextArea name="effect" label={words.effect} hint={say("Số liệu trước và sau khi áp dụng, nơi đã áp dụng", "Figures before and after, and where it is applied")} {...given} />
        <fieldset id="f-authors">
          <legend>{t(words.authors)}</legend>
          <p class="hint">{t(say("Tỷ lệ đóng góp cộng lại đúng 100 %. Dòng để trống được bỏ qua.", "The shares add up to exactly 100 %. Empty lines are left out."))}</p>
          {Array.from({ length: lines }, (_each, index) => (
            <div class="two">
              <Select name={`authors.${index}.person_id`} label={say(`Tác giả ${index + 1}`, `Author ${index + 1}`)} options={people} {...given} />
              <TextField name={`authors.${index}.share_percent`} label={say(`Tỷ lệ đóng góp ${index + 1} (%)`, `Share ${index + 1} (%)`)} width="s" {...given} />
            </div>
          ))}
        </fieldset>
        <div><SubmitButton>{t(say("Lưu nháp", "Save the draft"))}</SubmitButton></div>
      </Form>
    </>
  );
}
