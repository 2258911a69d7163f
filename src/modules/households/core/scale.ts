import { add, compare, type Decimal, decimal, parseDecimal, toText, toVietnamese, ZERO } from "../../../kernel/decimal.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { parseTypedDecimal } from "../../../kernel/typed-decimal.ts";

/** A criterion (tiêu chí) of the local scale with its most points, as exact text. */
export type ReviewCriterion = { readonly id: string; readonly title: string; readonly max: string };

/** Takes what was typed as points; gives the exact number. Error: the sentence that says why not. `exact` marks text that a spreadsheet held as a number. */
export function readPoints(typed: string, exact = false): Result<Decimal, Text> {
  const read = exact ? parseDecimal(typed) : parseTypedDecimal(typed);
  if (read === "ambiguous") return err(say(`“${typed}” hiểu được hai cách: hãy ghi ${typed.replace(".", "")} hoặc ${typed.replace(".", ",")}.`, `“${typed}” can be read in two ways: write ${typed.replace(".", "")} or ${typed.replace(".", ",")}.`));
  if (read === null) return err(say(`“${typed}” không phải số điểm: hãy ghi như 92 hoặc 92,5.`, `“${typed}” is no number of points: write it like 92 or 92,5.`));
  if (read.scale > 2) return err(say("Điểm ghi không quá hai chữ số thập phân.", "Points have at most two decimals."));
  return compare(read, ZERO) < 0 ? err(say("Điểm không thể âm.", "Points cannot be negative.")) : ok(read);
}

/** Gives the most points of a scale, or null where it has no criteria. */
export function mostPoints(criteria: readonly ReviewCriterion[]): Decimal | null {
  return criteria.length === 0 ? null : criteria.reduce((sum, criterion) => add(sum, decimal(criterion.max)), ZERO);
}

/** Takes a total and the scale; gives the total as text, or the sentence that says it is above the scale. */
export function totalWithin(total: Decimal, criteria: readonly ReviewCriterion[]): Result<string, Text> {
  const most = mostPoints(criteria);
  if (most !== null && compare(total, most) > 0) return err(say(`${toVietnamese(total)} điểm nhiều hơn tổng của thang điểm (${toVietnamese(most)}).`, `${toVietnamese(total)} points are more than the scale has (${toVietnamese(most)}).`));
  return ok(toText(total));
}

/**
 * Takes points by criterion, as typed; gives them with their sum. Criteria left empty are not scored; with none
 * scored the sum is null. Error: the criterion and the sentence.
 */
export function sumOfScores(criteria: readonly ReviewCriterion[], typed: Readonly<Record<string, string | undefined>>): Result<{ scores: Record<string, string>; points: string | null }, { criterion: string; text: Text }> {
  const scores: Record<string, string> = {};
  let sum = ZERO;
  for (const { id, max } of criteria) {
    const text = typed[id]?.trim() ?? "";
    if (text === "") continue;
    const read = readPoints(text);
    if (!read.ok) return err({ criterion: id, text: read.error });
    if (compare(read.value, decimal(max)) > 0) return err({ criterion: id, text: say(`Nhiều nhất ${toVietnamese(decimal(max))} điểm.`, `At most ${toVietnamese(decimal(max))} points.`) });
    scores[id] = toText(read.value);
    sum = add(sum, read.value);
  }
  return ok({ scores, points: Object.keys(scores).length === 0 ? null : toText(sum) });
}
