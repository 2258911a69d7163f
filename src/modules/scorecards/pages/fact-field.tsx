import { type Text, say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { type Option, Select, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import type { CardContent } from "../core/content.ts";
import { NEVER } from "../core/fact-value.ts";
import type { AskedFact } from "../core/sheet.ts";

type FactFieldProps = { content: CardContent; asked: AskedFact; typed: Typed; failure: Failure | null; optional?: boolean; hint?: Text | undefined; before?: string };

/** One fact or gate of a card as a form asks it, by its shape: a number, a day, yes or no, one of its choices. `before` stands before its name. */
export function FactField({ content, asked, typed, failure, optional = false, hint, before = "" }: FactFieldProps) {
  const { t } = usePage();
  const note = content.facts[asked.fact];
  const given = { name: `facts.${asked.fact}`, label: labelOf(content, asked, before), typed, failure, optional };
  switch (asked.shape) {
    case "number":
      return <TextField {...given} inputMode="text" width="m" {...(hint === undefined ? {} : { hint })} />;
    case "date":
      return <TextField {...given} hint={say(`Ngày/tháng/năm; không có thì ghi “${NEVER.vi}”`, `Day/month/year; “${NEVER.en}” if it never came`)} width="m" />;
    case "yes_no":
      return <Select {...given} options={[{ value: "yes", label: t(say("Có", "Yes")) }, { value: "no", label: t(say("Không", "No")) }]} />;
    case "choice":
      return <Select {...given} options={asked.choices.map((value): Option => ({ value, label: note?.choices?.[value] ?? value }))} />;
  }
}

function labelOf(content: CardContent, asked: AskedFact, before: string): Text {
  if (asked.leaf === null) {
    const text = content.scorecard.gates?.find((gate) => asked.fact.endsWith(`:${gate.id}`))?.text ?? asked.fact;
    return say(`${before}${text}`, `${before}${text}`);
  }
  const note = content.facts[asked.fact];
  const measure = note?.measure === undefined ? "" : ` (${note.measure})`;
  const name = note?.label_vi ?? asked.fact;
  return say(`${before}${name}${measure}`, `${before}${note?.label_en ?? name}${measure}`);
}
