import { type CommendationType, commendationTypes, type Procedure, proceduresOf } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { writeCitation } from "../../honours/index.ts";

/** Takes stated facts; gives the type of commendation they name: merit where they name none. */
export function typeOf(facts: Readonly<Record<string, unknown>>): CommendationType {
  return commendationTypes().find(({ id }) => id === facts["type"])?.id ?? "for_merit";
}

/**
 * Takes the procedure a clerk chose (undefined leaves it to the type), the stated facts and the day; gives the procedure the
 * dossier follows, by `law/procedures/commendation-types.yaml`. Fails with a sentence for what a line that was read in its
 * source does not allow; where the law was not read the choice stands.
 */
export function procedureFor(chosen: Procedure | undefined, facts: Readonly<Record<string, unknown>>, on: PlainDate): Result<Procedure, Text> {
  const type = typeOf(facts);
  const allowed = proceduresOf(type, on);
  const [first = "usual"] = allowed?.procedures ?? [];
  if (chosen === undefined) return ok(first);
  if (allowed === null || allowed.standing !== "verified" || allowed.procedures.includes(chosen)) return ok(chosen);
  const names = commendationTypes().find(({ id }) => id === type);
  const cited = (lang: "vi" | "en") => allowed.cite.map((cite) => writeCitation(cite, lang)).join("; ");
  return err(say(`${names?.vi ?? type} không làm theo thủ tục này (${cited("vi")}).`, `${names?.en ?? type} does not follow this procedure (${cited("en")}).`));
}
