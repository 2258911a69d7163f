import { say } from "../../../kernel/text.ts";
import { DateField, ErrorSummary, Form, Select, SubmitButton, TextField, type Typed, typedText, usePage } from "../../../platform/html/kit.ts";
import type { RuleKind } from "../core/card-shape.ts";
import { conditionInWords, RULE_NAMES } from "../core/card-words.ts";
import type { CardLeaf } from "../core/content.ts";
import { askedFacts } from "../core/sheet.ts";
import { cardWords } from "../messages-cards.ts";
import { FactFields, type RuleFieldProps } from "./card-fact-fields.tsx";
import { EditTrail, FormEnd } from "./card-head-form.tsx";
import { TableFields } from "./card-table-fields.tsx";

type Props = RuleFieldProps & { leaf: CardLeaf; kind: RuleKind; /** Its place from 1; null for a new one. */ at: number | null };

/** The form of one rule: its fields by its kind, the facts that it asks, and where it can be, a condition. */
export function RuleForm({ card, leaf, kind, at, typed, failure }: Props) {
  const { t } = usePage();
  const action = `/cards/${card.id}/leaves/${encodeURIComponent(leaf.id)}/rules${at === null ? "" : `/${at}`}`;
  const field = { card, typed, failure };
  return (
    <>
      <EditTrail card={card} />
      <p class="small"><a href={`/cards/${card.id}/leaves/${encodeURIComponent(leaf.id)}`}>{`${leaf.id}. ${leaf.title ?? ""}`}</a> · {t(cardWords.base)}: {leaf.base}</p>
      <h1>{t(RULE_NAMES[kind])}</h1>
      <ErrorSummary failure={failure} />
      <Form action={action}>
        <input type="hidden" name="kind" value={kind} />
        <KindFields kind={kind} {...field} />
        <FormEnd card={card} />
      </Form>
      {at !== null && (
        <div class="after">
          <Form action={`${action}/deletion`} bare>
            <input type="hidden" name="revision" value={String(card.revision)} />
            <SubmitButton look="danger" confirm={t(say("Xóa quy tắc này?", "Delete this rule?"))}>{t(say("Xóa quy tắc", "Delete the rule"))}</SubmitButton>
          </Form>
        </div>
      )}
    </>
  );
}

const POINTS = say("Điểm (cộng: số dương; trừ: số âm)", "Points (bonus positive, penalty negative)");

function KindFields({ kind, ...props }: RuleFieldProps & { kind: RuleKind }) {
  const { t } = usePage();
  const field = { typed: props.typed, failure: props.failure };
  switch (kind) {
    case "tier":
      return <><FactFields name="fact" label={say("Dữ kiện", "Fact")} shape="number" {...props} /><TierFields {...props} /></>;
    case "ratio":
      return (
        <>
          <FactFields name="actual" label={say("Số thực hiện", "Actual")} shape="number" {...props} />
          <FactFields name="target" label={say("Số kế hoạch", "Planned")} shape="number" {...props} />
          <Select name="direction" label={say("Chiều", "Direction")} blank={false} options={[{ value: "at_least", label: t(say("Càng cao càng tốt", "The more the better")) }, { value: "at_most", label: t(say("Càng thấp càng tốt", "The less the better")) }]} {...field} />
          <TextField name="zero_below" label={say("Dưới bao nhiêu % thì 0 điểm", "Percent under which it is 0")} width="s" optional {...field} />
        </>
      );
    case "manual":
      return <FactFields name="fact" label={say("Điểm do người chấm cho", "The judge's points")} shape="number" {...props} />;
    case "per_unit":
      return (
        <>
          <FactFields name="fact" label={say("Dữ kiện", "Fact")} shape="number" {...props} />
          <div class="two">
            <TextField name="points" label={POINTS} {...field} />
            <TextField name="every" label={say("Cứ mỗi", "For each")} hint={say("Để trống là 1", "Blank is 1")} optional {...field} />
            <TextField name="beyond" label={say("Tính phần vượt trên", "Counted beyond")} hint={say("Để trống là 0", "Blank is 0")} optional {...field} />
            <TextField name="cap" label={say("Tối đa bao nhiêu điểm", "At most, points")} hint={say("Ghi số dương", "A positive number")} optional {...field} />
          </div>
          <Select name="steps" label={say("Phần lẻ", "Fractions")} blank={false} options={[{ value: "whole", label: t(say("Chỉ tính đủ từng đơn vị", "Whole units only")) }, { value: "exact", label: t(say("Tính cả phần lẻ", "Fractions counted")) }]} {...field} />
          <ConditionFields {...props} />
        </>
      );
    case "flag":
      return <><FactFields name="fact" label={say("Việc xảy ra (có/không)", "What happened (yes or no)")} shape="yes_no" {...props} /><TextField name="points" label={POINTS} width="s" {...field} /><ConditionFields {...props} /></>;
    case "choice":
      return <><FactFields name="fact" label={say("Dữ kiện", "Fact")} shape="choice" {...props} /><LevelFields {...props} /><ConditionFields {...props} /></>;
    case "deadline":
      return <><FactFields name="fact" label={say("Ngày thực hiện", "The day it was done")} shape="date" {...props} /><DeadlineFields {...props} /><ConditionFields {...props} /></>;
    case "table":
      return <><TableFields {...props} /><ConditionFields {...props} /></>;
  }
}

const indexes = (typed: Typed, name: string, blank: number): number[] => Array.from({ length: (Array.isArray(typed[name]) ? typed[name].length : 0) + blank }, (_, index) => index);

function TierFields({ typed, failure }: RuleFieldProps) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <fieldset>
      <legend>{t(say("Các khoảng", "Tiers"))}</legend>
      <p class="hint">{t(say("“Từ” được tính, “đến dưới” thì không. Bỏ trống một đầu là không giới hạn. Dòng để trống được bỏ qua.", "“From” is included, “to below” is not. An open end has no bound. Blank lines are left out."))}</p>
      {indexes(typed, "tiers", 2).map((index) => (
        <div class="three">
          <TextField name={`tiers.${index}.from`} label={say(`Khoảng ${index + 1}: từ`, `Tier ${index + 1}: from`)} {...field} />
          <TextField name={`tiers.${index}.below`} label={say("đến dưới", "to below")} {...field} />
          <TextField name={`tiers.${index}.points`} label={cardWords.points} {...field} />
        </div>
      ))}
      <TextField name="otherwise" label={say("Ngoài các khoảng trên: điểm", "Outside these tiers: points")} hint={say("Bỏ trống thì các khoảng phải phủ kín mọi giá trị.", "Left blank, the tiers must cover every value.")} width="s" optional {...field} />
    </fieldset>
  );
}

function LevelFields({ typed, failure }: RuleFieldProps) {
  const { t } = usePage();
  const field = { typed, failure };
  return (
    <fieldset>
      <legend>{t(say("Các mức", "Levels"))}</legend>
      <p class="hint">{t(say("Điểm cộng thêm (số dương), trừ đi (số âm) hoặc 0 là giữ nguyên điểm chuẩn.", "Points added (positive), taken away (negative), or 0 to keep the base."))}</p>
      {indexes(typed, "levels", 2).map((index) => (
        <div class="two">
          <input type="hidden" name={`levels.${index}.value`} value={typedText(typed, `levels.${index}.value`)} />
          <TextField name={`levels.${index}.label`} label={say(`Mức ${index + 1}`, `Level ${index + 1}`)} {...field} />
          <TextField name={`levels.${index}.points`} label={cardWords.points} {...field} />
        </div>
      ))}
    </fieldset>
  );
}

function DeadlineFields({ typed, failure }: RuleFieldProps) {
  const field = { typed, failure };
  return (
    <div class="two">
      <DateField name="due" label={say("Hạn", "Due on")} {...field} />
      <TextField name="late" label={say("Quá hạn hoặc không có: điểm", "Late or never: points")} hint={say("Số âm để trừ", "Negative to take away")} {...field} />
      <TextField name="daily_points" label={say("Thêm mỗi ngày chậm: điểm", "For each day late: points")} optional {...field} />
      <TextField name="daily_cap" label={say("Phần theo ngày tối đa", "The daily part at most")} hint={say("Ghi số dương", "A positive number")} optional {...field} />
      <TextField name="early_days" label={say("Sớm từ bao nhiêu ngày", "Early by how many days")} optional {...field} />
      <TextField name="early_points" label={say("thì cộng bao nhiêu điểm", "gives how many points")} optional {...field} />
    </div>
  );
}

/** The condition of a rule that adds or takes away: one of the card's yes-or-no or choice facts, or a new one. */
function ConditionFields({ card, typed, failure }: RuleFieldProps) {
  const { t, lang } = usePage();
  const { content } = card;
  const options = askedFacts(content).flatMap(({ leaf, fact, shape, choices }) => {
    if (leaf === null || (shape !== "yes_no" && shape !== "choice")) return [];
    const values = shape === "yes_no" ? [true, false] : choices;
    return values.map((is) => ({ value: `${fact}|${String(is)}`, label: conditionInWords({ fact, is }, content.facts, lang) }));
  });
  const chosen = typedText(typed, "only_if");
  const [fact = "", is = ""] = chosen.split("|");
  const all = chosen === "" || options.some((option) => option.value === chosen) ? options : [...options, { value: chosen, label: conditionInWords({ fact, is }, content.facts, lang) }];
  const field = { typed, failure };
  return (
    <details open={chosen !== "" || typedText(typed, "only_if_label") !== ""}>
      <summary>{t(say("Chỉ tính khi có điều kiện", "Only under a condition"))}</summary>
      <Select name="only_if" label={say("Điều kiện đã có trên bảng", "A condition on the card")} options={all} optional {...field} />
      <div class="two">
        <TextField name="only_if_label" label={say("Hoặc điều kiện mới (có/không)", "Or a new condition (yes or no)")} {...field} />
        <Select name="only_if_value" label={say("phải là", "must be")} blank={false} options={[{ value: "true", label: t(say("Có", "Yes")) }, { value: "false", label: t(say("Không", "No")) }]} {...field} />
      </div>
    </details>
  );
}
