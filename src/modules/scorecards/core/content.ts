/**
 * What a scorecard (bảng chấm điểm) holds: the card exactly as the scoring engine reads it, and beside it
 * what people need and the arithmetic does not: names of facts, proof asked, who verifies, how sure a threshold is.
 */
export type CardContent = {
  /** The card in the shape of `thidua score`; decimals as text. */
  readonly scorecard: CardBody;
  /** What each fact is called and where it comes from, by the fact's id. */
  readonly facts: Readonly<Record<string, FactNote>>;
  /** What stands beside each leaf, by its id. */
  readonly leaves: Readonly<Record<string, LeafNote>>;
};

/** The card's body as data: a criterion with `criteria` is a group, one with `rules` a leaf. The engine checks the rest. */
export type CardBody = {
  readonly id: string;
  readonly title?: string | undefined;
  readonly base: string;
  readonly criteria: readonly CardCriterion[];
  readonly gates?: readonly { readonly id: string; readonly text?: string | undefined }[] | undefined;
  readonly classes?: readonly { readonly id: string; readonly at_least: string; readonly floor_percent?: string | undefined }[] | undefined;
  readonly tie_break?: readonly string[] | undefined;
};
export type CardGroup = { readonly id: string; readonly title?: string | undefined; readonly criteria: readonly CardCriterion[] };
export type CardLeaf = {
  readonly id: string;
  readonly title?: string | undefined;
  readonly base: string;
  readonly rules: readonly CardRule[];
  readonly min?: string | undefined;
  readonly cap_bonus?: string | undefined;
  readonly cap_penalty?: string | undefined;
};
export type CardCriterion = CardGroup | CardLeaf;
/** A rule of contracts `thidua score`; its fields depend on its kind and are checked by the engine. */
export type CardRule = { readonly kind: string; readonly [field: string]: unknown };

/** What a fact holds, which decides its field on the form. */
export const FACT_SHAPES = ["number", "yes_no", "choice", "date"] as const;
export type FactShape = (typeof FACT_SHAPES)[number];

export type FactNote = {
  readonly label_vi: string;
  readonly label_en?: string | undefined;
  /** Unit of measure, as shown beside the field. */
  readonly measure?: string | undefined;
  /** For a choice: what each value is called. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
  /** A target (chỉ tiêu) whose figure fills this fact, so that nothing is typed twice: by the target's code. */
  readonly target?: { readonly code: string; readonly take: "actual" | "plan" | "percent" } | undefined;
};

export type LeafNote = {
  readonly title_en?: string | undefined;
  /** What proves it (căn cứ chấm điểm). */
  readonly proof?: string | undefined;
  /** Who verifies it. */
  readonly verified_by?: string | undefined;
  /** A threshold that was not read in its source; the card shows it as such. */
  readonly unverified?: boolean | undefined;
  readonly note?: string | undefined;
};

/** What a card is for; the list page groups by it. */
export const CARD_PURPOSES = ["cluster", "public_office", "enterprise", "the_poor", "new_rural", "reform_index", "other"] as const;
export type CardPurpose = (typeof CARD_PURPOSES)[number];

/** A leaf or a group? */
export function isCardGroup(criterion: CardCriterion): criterion is CardGroup {
  return "criteria" in criterion;
}

/** Takes criteria; gives their leaves in the order of the card, each with the ids of the groups above it. */
export function cardLeaves(criteria: readonly CardCriterion[], above: readonly string[] = []): { leaf: CardLeaf; above: readonly string[] }[] {
  return criteria.flatMap((entry) => (isCardGroup(entry) ? cardLeaves(entry.criteria, [...above, entry.id]) : [{ leaf: entry, above }]));
}

/** Gives the facts that a leaf's rules ask, in order, each with its shape; a condition's fact is asked too. */
export function factsOfLeaf(leaf: CardLeaf): { fact: string; shape: FactShape }[] {
  const asked = new Map<string, FactShape>();
  for (const rule of leaf.rules) {
    for (const [fact, shape] of factsOfRule(rule)) if (!asked.has(fact)) asked.set(fact, shape);
    const only_if = rule["only_if"] as { fact: string; is: unknown } | undefined;
    if (only_if !== undefined && !asked.has(only_if.fact)) asked.set(only_if.fact, typeof only_if.is === "boolean" ? "yes_no" : "choice");
  }
  return [...asked].map(([fact, shape]) => ({ fact, shape }));
}

function factsOfRule(rule: CardRule): [string, FactShape][] {
  const text = (name: string) => String(rule[name]);
  const axis = (name: string) => String((rule[name] as { fact?: unknown } | undefined)?.fact);
  switch (rule.kind) {
    case "ratio":
      return [[text("actual"), "number"], [text("target"), "number"]];
    case "table":
      return [[axis("row"), "number"], [axis("column"), "number"]];
    case "flag":
      return [[text("fact"), "yes_no"]];
    case "choice":
      return [[text("fact"), "choice"]];
    case "deadline":
      return [[text("fact"), "date"]];
    default:
      return [[text("fact"), "number"]];
  }
}
