import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { ErrorSummary, Form, Select, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import type { FactNote } from "../core/content.ts";
import type { StoredCard } from "../store-cards.ts";
import { EditTrail, FormEnd } from "./card-head-form.tsx";

/** What a fact is called, in what it is measured, what its choices are called, and the target whose figure fills it. */
export function FactForm({ card, fact, note, typed, failure }: { card: StoredCard; fact: string; note: FactNote; typed: Typed; failure: Failure | null }) {
  const { t } = usePage();
  const field = { typed, failure };
  const takes = [
    { value: "actual", label: t(say("Số thực hiện", "The actual figure")) }, { value: "plan", label: t(say("Số kế hoạch", "The planned figure")) }, { value: "percent", label: t(say("Tỷ lệ % thực hiện", "The percent reached")) },
  ];
  return (
    <>
      <EditTrail card={card} />
      <h1>{t(say("Dữ kiện", "Fact"))}: {note.label_vi}</h1>
      <ErrorSummary failure={failure} />
      <Form action={`/cards/${card.id}/facts/${fact}`}>
        <TextField name="label_vi" label={say("Tên gọi (tiếng Việt)", "Name (Vietnamese)")} {...field} />
        <TextField name="label_en" label={say("Tên gọi (tiếng Anh)", "Name (English)")} optional {...field} />
        <TextField name="measure" label={say("Đơn vị đo", "Measured in")} width="s" optional {...field} />
        {note.choices !== undefined && (
          <fieldset>
            <legend>{t(say("Tên các mức", "Names of the levels"))}</legend>
            {Object.entries(note.choices).map(([value, label]) => <TextField name={`choices.v_${value}`} label={say(`Mức “${label}”`, `Level “${label}”`)} {...field} />)}
          </fieldset>
        )}
        <fieldset>
          <legend>{t(say("Lấy số từ chỉ tiêu", "Filled by a target"))}</legend>
          <p class="hint">{t(say("Số liệu của chỉ tiêu tự điền vào khi tự chấm, không phải nhập hai lần. Để trống nếu đơn vị tự nhập.", "The target's figure fills the field in self-scoring, so that nothing is typed twice. Blank when units type it."))}</p>
          <div class="two">
            <TextField name="target_code" label={say("Mã chỉ tiêu", "The target's code")} optional {...field} />
            <Select name="target_take" label={say("Lấy", "Take")} options={takes} blank={false} {...field} />
          </div>
        </fieldset>
        <FormEnd card={card} />
      </Form>
    </>
  );
}
