import { decimalOf, divideHalfUp, toText } from "../../../kernel/decimal.ts";

/** What of a person the fairness figures look at. */
export type Counted = {
  readonly sex: "female" | "male" | null;
  readonly direct_labourer: boolean;
  readonly grassroots_cadre: boolean;
  readonly difficult_area: boolean;
  readonly difficult_field: boolean;
  readonly position_rank: number;
};

/** The groups whose share is shown, in the order of the table. */
export const FAIRNESS_GROUPS = ["direct_labourers", "grassroots_cadres", "difficult_areas", "women", "leaders"] as const;
export type FairnessGroup = (typeof FAIRNESS_GROUPS)[number];

/** How many of a group stand among how many people, and their share in percent with one place; null of nobody. */
export type Share = { readonly count: number; readonly of: number; readonly percent: string | null };

/** Positions 1 to 3 of a unit are its leaders: head, deputies, and in a commune the Party secretary. */
const LAST_LEADER = 3;

const BELONGS: Readonly<Record<FairnessGroup, (person: Counted) => boolean>> = {
  direct_labourers: (person) => person.direct_labourer,
  grassroots_cadres: (person) => person.grassroots_cadre,
  difficult_areas: (person) => person.difficult_area || person.difficult_field,
  women: (person) => person.sex === "female",
  leaders: (person) => person.position_rank <= LAST_LEADER,
};

/** Takes people; gives the share of each group among them. */
export function sharesOf(people: readonly Counted[]): Record<FairnessGroup, Share> {
  const share = (group: FairnessGroup): Share => {
    const count = people.filter(BELONGS[group]).length;
    const of = people.length;
    return { count, of, percent: of === 0 ? null : toText(divideHalfUp(decimalOf(count * 100), decimalOf(of), 1)) };
  };
  return { direct_labourers: share("direct_labourers"), grassroots_cadres: share("grassroots_cadres"), difficult_areas: share("difficult_areas"), women: share("women"), leaders: share("leaders") };
}
