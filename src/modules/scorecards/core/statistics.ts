import { add, compare, decimal, decimalOf, type Decimal, divideHalfUp, subtract, toText, ZERO } from "../../../kernel/decimal.ts";

/** One cross-score against what the standing body found: totals as decimals in text. */
export type Compared = { readonly scorer_unit_id: string; readonly unit_id: string; readonly cross: string; readonly appraised: string };

/** How mild a scorer was: the mean of its totals above those of the appraisal, in points; positive is mild, negative strict. */
export type Leniency = { readonly scorer_unit_id: string; readonly scored: number; readonly mean_difference: string };

/** Two units that scored one another, both above the appraisal by more than the round's mean. A question, never a finding. */
export type Mutual = { readonly units: readonly [string, string]; readonly differences: readonly [string, string] };

/** Takes compared cross-scores; gives each scorer's leniency, the mildest first. */
export function leniency(compared: readonly Compared[]): Leniency[] {
  const byScorer = new Map<string, Decimal[]>();
  for (const entry of compared) byScorer.set(entry.scorer_unit_id, [...(byScorer.get(entry.scorer_unit_id) ?? []), difference(entry)]);
  return [...byScorer]
    .map(([scorer_unit_id, differences]) => ({ scorer_unit_id, scored: differences.length, mean: mean(differences) }))
    .sort((a, b) => compare(b.mean, a.mean) || (a.scorer_unit_id < b.scorer_unit_id ? -1 : 1))
    .map(({ mean: value, ...rest }) => ({ ...rest, mean_difference: toText(value) }));
}

/** Takes compared cross-scores; gives the pairs that favoured one another more than the round did on the whole. */
export function mutualFavours(compared: readonly Compared[]): Mutual[] {
  const usual = mean(compared.map(difference));
  const above = new Map(compared.filter((entry) => compare(difference(entry), usual) > 0 && compare(difference(entry), ZERO) > 0).map((entry) => [`${entry.scorer_unit_id} ${entry.unit_id}`, difference(entry)]));
  return [...above].flatMap(([key, there]) => {
    const [scorer = "", scored = ""] = key.split(" ");
    const back = above.get(`${scored} ${scorer}`);
    return back === undefined || scorer > scored ? [] : [{ units: [scorer, scored] as const, differences: [toText(there), toText(back)] as const }];
  });
}

function difference(entry: Compared): Decimal {
  return subtract(decimal(entry.cross), decimal(entry.appraised));
}

function mean(values: readonly Decimal[]): Decimal {
  if (values.length === 0) return ZERO;
  return divideHalfUp(values.reduce((total, value) => add(total, value), ZERO), decimalOf(values.length), 4);
}
