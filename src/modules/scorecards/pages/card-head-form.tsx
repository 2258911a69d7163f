import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, ErrorSummary, Form, Link, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import { cardWords } from "../messages-cards.ts";
import type { StoredCard } from "../store-cards.ts";

type FormProps = { card: StoredCard; typed: Typed; failure: Failure | null };

/** The way from a small form back to the card. */
export function EditTrail({ card }: { card: { id: string; title: string } }) {
  const { t } = usePage();
  return <Breadcrumb trail={[{ href: "/cards", label: t(cardWords.cards) }, { href: `/cards/${card.id}/edit`, label: card.title }]} />;
}

/** What every small form carries: the revision that was read, and the way back beside its button. */
export function FormEnd({ card }: { card: StoredCard }) {
  const { t } = usePage();
  return (
    <div class="actions">
      <input type="hidden" name="revision" value={String(card.revision)} />
      <SubmitButton>{t(cardWords.save)}</SubmitButton>
      <Link href={`/cards/${card.id}/edit`}>{t(cardWords.back)}</Link>
    </div>
  );
}

const rowsOf = (typed: Typed, name: string, blank: number): number[] => Array.from({ length: (Array.isArray(typed[name]) ? typed[name].length : 0) + blank }, (_, index) => index);

/** The card's own lines: title, base, gates, classes, tie break. Rows that stay blank are left out. */
export function CardHeadForm({ card, typed, failure }: FormProps) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <>
      <EditTrail card={card} />
      <h1>{t(say("Tên, tổng điểm, xếp loại", "Title, base, classes"))}</h1>
      <ErrorSummary failure={failure} />
      <Form action={`/cards/${card.id}/head`}>
        <TextField name="title" label={cardWords.title} {...field} />
        <TextField name="base" label={say("Tổng điểm của bảng", "The card's base")} hint={say("Tổng điểm chuẩn các mục phải bằng số này.", "The bases of all criteria add up to this.")} width="s" {...field} />
        <fieldset>
          <legend>{t(cardWords.gates)}</legend>
          <p class="hint">{t(say("Đơn vị thiếu một điều kiện vẫn được tính điểm nhưng không xếp hạng.", "A unit that fails one is scored but not ranked."))}</p>
          {rowsOf(typed, "gates", 2).map((index) => (
            <>
              <input type="hidden" name={`gates.${index}.id`} value={typedText(typed, `gates.${index}.id`)} />
              <TextField name={`gates.${index}.text`} label={say(`Điều kiện ${index + 1}`, `Condition ${index + 1}`)} {...field} />
            </>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t(cardWords.classes)}</legend>
          <p class="hint">{t(say("Từ cao xuống thấp. “Không mục nào dưới” là phần trăm điểm chuẩn mà mục nào cũng phải đạt; để trống nếu không đòi hỏi.", "From the highest down. “No criterion under” is the percent of its base that every criterion must reach; blank when none is asked."))}</p>
          {rowsOf(typed, "classes", 2).map((index) => (
            <div class="three">
              <TextField name={`classes.${index}.name`} label={say(`Mức ${index + 1}`, `Class ${index + 1}`)} {...field} />
              <TextField name={`classes.${index}.at_least`} label={say("Từ (điểm)", "From (points)")} {...field} />
              <TextField name={`classes.${index}.floor_percent`} label={say("Không mục nào dưới (%)", "No criterion under (%)")} {...field} />
            </div>
          ))}
        </fieldset>
        <TextField name="tie_break" label={cardWords.tieBreak} hint={say("Số mục theo thứ tự, cách nhau bằng dấu phẩy: 1, 1.1", "Numbers of criteria in order, with commas: 1, 1.1")} optional {...field} />
        <FormEnd card={card} />
      </Form>
    </>
  );
}
