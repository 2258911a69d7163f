import { say, type Text } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Select, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { factName } from "../core/card-words.ts";
import type { FactShape } from "../core/content.ts";
import { askedFacts } from "../core/sheet.ts";
import type { StoredCard } from "../store-cards.ts";

/** What the fields of every rule are given. */
export type RuleFieldProps = { card: StoredCard; typed: Typed; failure: Failure | null };

/** A fact: one of the card's own of the same shape, or a new one by its name. */
export function FactFields({ name, label, shape, card, typed, failure }: RuleFieldProps & { name: string; label: Text; shape: FactShape }) {
  const { t, lang } = usePage();
  const { content } = card;
  const options = askedFacts(content).filter((asked) => asked.leaf !== null && asked.shape === shape).map(({ fact }) => ({ value: fact, label: factName(fact, content.facts, lang) }));
  const field = { typed, failure };
  return (
    <fieldset>
      <legend>{t(label)}</legend>
      <Select name={`${name}.id`} label={say("Dữ kiện đã có", "A fact of the card")} options={options} {...field} />
      <div class="two">
        <TextField name={`${name}.label`} label={say("Hoặc dữ kiện mới, tên là", "Or a new fact, called")} {...field} />
        {shape === "number" && <TextField name={`${name}.measure`} label={say("Đơn vị đo", "Measured in")} {...field} />}
      </div>
    </fieldset>
  );
}
