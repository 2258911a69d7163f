import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import { type Typed, typedText } from "../../platform/html/kit.ts";
import type { CardContent } from "./core/content.ts";
import { type FactValue, NEVER, readFactValue } from "./core/fact-value.ts";
import { askedFacts } from "./core/sheet.ts";
import type { Trial } from "./queries-cards.ts";

/** A sample unit as the query takes it. */
export type SampleUnit = { readonly unit: string; readonly facts: Record<string, FactValue>; readonly gates: Record<string, boolean> };

/** Takes the card, the form and how many sample units it shows; gives the units, blank fields left out, or what is wrong at which field. */
export function trialFromForm(content: CardContent, fields: Typed, columns: number): Result<SampleUnit[], Failure> {
  const faults: Record<string, Text> = {};
  const units = Array.from({ length: columns }, (_, index) => {
    const unit: SampleUnit = { unit: String(index + 1), facts: {}, gates: {} };
    for (const { fact, shape, leaf, choices } of askedFacts(content)) {
      const bare = leaf === null ? fact.slice("gate:".length) : fact;
      const name = `units.${index}.${leaf === null ? "gates" : "facts"}.${bare}`;
      const typed = typedText(fields, name).trim();
      if (typed === "") continue;
      const never = shape === "date" && ["chưa", "never"].includes(typed.toLowerCase());
      const value = readFactValue(shape, never ? NEVER.en : shape === "number" ? typed.replace("−", "-") : typed, choices);
      if (!value.ok) faults[name] = value.error;
      else if (leaf !== null) unit.facts[bare] = value.value;
      else if (typeof value.value === "boolean") unit.gates[bare] = value.value;
    }
    return unit;
  });
  if (Object.keys(faults).length === 0) return ok(units);
  return err({ code: "invalid", message: say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention, see below. Nothing you typed is lost."), fields: faults });
}

/** Takes a refused trial; gives it as a failure at the field of its fact, or above the form where no single field is to blame. */
export function trialFailure(trial: Extract<Trial, { kind: "refused" }>): Failure {
  const message = say(`${trial.where.vi}: ${trial.text.vi}`, `${trial.where.en}: ${trial.text.en}`);
  return trial.fact === null ? { code: "invalid", message } : { code: "invalid", message, fields: { [`units.${trial.unit ?? 0}.facts.${trial.fact}`]: trial.text } };
}
