/** An honour of one recipient as far as its reward money goes. `first_year` and `last_year` are the years it rewards, both included. */
export type Rewarded = {
  readonly id: string;
  readonly subject_id: string;
  readonly form: "emulation_title" | "commendation_form";
  readonly first_year: number;
  readonly last_year: number;
  /** Whole đồng; null where no rule gives an amount. */
  readonly amount: number | null;
};

/** How many years an honour rewards; one, unless it stands on earlier titles in a row. */
const YEARS_REWARDED: Readonly<Record<string, number>> = { provincial_emulation_fighter: 3, national_emulation_fighter: 6 };

/** Takes an honour's id and the year of its achievement; gives the first and the last year it rewards. */
export function yearsRewarded(honour: string, year: number): { first_year: number; last_year: number } {
  return { first_year: year - (YEARS_REWARDED[honour] ?? 1) + 1, last_year: year };
}

/**
 * Takes the honours of several recipients; gives, by id, those whose money a higher title of the same recipient and the same
 * years takes the place of: several titles at once are paid by the highest, titles of different years each, a commendation
 * form beside a title each (decree 91/2017/NĐ-CP, articles 67 and 68, from memory: it warns and changes no amount).
 */
export function coveredByHigher(list: readonly Rewarded[]): Map<string, Rewarded> {
  const covered = new Map<string, Rewarded>();
  const groups = new Map<string, Rewarded[]>();
  for (const one of list) {
    if (one.form !== "emulation_title" || one.amount === null) continue;
    const key = `${one.subject_id} ${one.first_year} ${one.last_year}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const highest = group.reduce((most, one) => ((one.amount ?? 0) > (most.amount ?? 0) ? one : most));
    for (const one of group) if (one !== highest) covered.set(one.id, highest);
  }
  return covered;
}
