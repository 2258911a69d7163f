import type { SubjectKind } from "../law-types.ts";
import { allOf, check, during, LAW_2003, LAW_2022, limb, standard, under } from "./articles.ts";

const COLLECTIVES: readonly SubjectKind[] = ["collective", "enterprise", "residential_area", "commune"];
const PRODUCERS = ["worker", "farmer"] as const;
const MERIT = ["for_merit"] as const;
const CAMPAIGN = ["for_campaign"] as const;
const SUDDEN = ["ad_hoc"] as const;

/** Heads of units give certificates of merit; national law leaves the detail to them. */
const WELL_DONE = check("rating", "certificate_standard", { kind: "rated_at_least", rating: "good", if_stated: true });
const DISTRICT_CERTIFICATE = standard("district_certificate_of_merit", [], [limb("merit", { types: MERIT }, WELL_DONE), limb("other", { types: notMerit() })]);
const ENTERPRISE_CERTIFICATE = standard("enterprise_certificate_of_merit", [], [limb("merit", { types: MERIT }, WELL_DONE), limb("other", { types: notMerit() })]);
const COMMUNE_CERTIFICATE = standard(
  "commune_certificate_of_merit",
  [],
  [
    limb(
      "cultured_family",
      { kinds: ["household"], types: MERIT },
      check("cultured_family_years", "cultured_family_years", { kind: "cultured_family_each_year", honour: "commune_certificate_of_merit" }),
    ),
    limb("merit", { kinds: ["individual", ...COLLECTIVES], types: MERIT }, WELL_DONE),
    limb("other", { types: notMerit() }),
  ],
);

const SUDDEN_FEAT = {
  vi: "Lập thành tích đột xuất hoặc nhiều thành tích có phạm vi ảnh hưởng theo quy định",
  en: "A sudden feat, or many achievements, of the influence the article asks",
} as const;
const PRODUCTION = {
  vi: "Công nhân, nông dân có nhiều thành tích trong lao động, sản xuất, có phạm vi ảnh hưởng theo quy định",
  en: "A worker or farmer with many achievements in production, of the influence the article asks",
} as const;

const PROVINCIAL_DIPLOMA = standard(
  "provincial_diploma_of_merit",
  [],
  [
    limb(
      "consecutive_titles",
      { regimes: LAW_2022, kinds: ["individual"], types: MERIT },
      check("prior_titles", "provincial_diploma_person", { kind: "titles_each_year", honour: "grassroots_emulation_fighter" }),
    ),
    limb(
      "excellent_years",
      { kinds: ["individual"], types: MERIT },
      check("rating", "provincial_diploma_person", { kind: "rated_each_year", rating: "excellent" }),
      check("initiative", "provincial_diploma_initiatives", { kind: "initiatives", scope: "unit", count: "as_provided", window: { in: "last_years", years: 2 } }),
    ),
    limb("production", { kinds: ["individual"], workers: PRODUCERS, types: MERIT }, check("standard", "provincial_diploma_producer", { kind: "judged_by_council", ...PRODUCTION, outcome: "unknown" })),
    limb("excellent_collective", { kinds: COLLECTIVES, types: MERIT }, check("rating", "provincial_diploma_collective", { kind: "rated_each_year", rating: "excellent" })),
    limb(
      "collective_titles",
      { regimes: LAW_2022, kinds: COLLECTIVES, types: MERIT },
      check("prior_titles", "provincial_diploma_collective", { kind: "titles_each_year", honour: "excellent_labour_collective" }),
    ),
    limb("household", { kinds: ["household"], types: MERIT }, check("standard", "provincial_diploma_producer", { kind: "judged_by_council", ...PRODUCTION, outcome: "unknown" })),
    limb(
      "campaign",
      { types: CAMPAIGN },
      check("campaign", "provincial_diploma_feat", { kind: "campaign_reviewed", launched_by: ["province", "ministry", "central_council", "prime_minister", "president"], years: false, leads: false }),
    ),
    limb("sudden", { types: SUDDEN }, check("standard", "provincial_diploma_feat", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "pass" })),
  ],
);

const AFTER_PROVINCIAL_DIPLOMA = { kind: "award_before_years", honour: "provincial_diploma_of_merit" } as const;
const STATE_CAMPAIGNS = ["province", "ministry", "central_council", "prime_minister", "president"] as const;

const PRIME_MINISTER_DIPLOMA = standard(
  "prime_minister_diploma_of_merit",
  [],
  [
    limb(
      "five_excellent_years",
      { regimes: LAW_2003, kinds: ["individual"], types: MERIT },
      check("prior_titles", "pm_diploma_person", AFTER_PROVINCIAL_DIPLOMA),
      check("rating", "pm_diploma_person", { kind: "rated_each_year", rating: "excellent" }),
      check("initiative", "pm_diploma_initiatives", { kind: "initiatives", scope: "unit", count: "as_provided", window: { in: "since_award", honour: "provincial_diploma_of_merit" } }),
      check("grounds", "thematic_grounds", { kind: "grounds_not_thematic", honours: ["provincial_diploma_of_merit"] }),
    ),
    limb(
      "five_good_years",
      { regimes: LAW_2022, kinds: ["individual"], types: MERIT },
      allOf(
        "prior_titles",
        under("pm_diploma_person", AFTER_PROVINCIAL_DIPLOMA, "next_period_from_decision"),
        under("pm_diploma_titles", { kind: "titles_within_years", honour: "grassroots_emulation_fighter", years: 5 }),
      ),
      check("rating", "pm_diploma_person", { kind: "rated_each_year", rating: "good" }),
      check("grounds", "thematic_grounds", { kind: "grounds_not_thematic", honours: ["provincial_diploma_of_merit"] }),
    ),
    limb(
      "collective",
      { kinds: COLLECTIVES, types: MERIT },
      allOf(
        "prior_titles",
        under("pm_diploma_collective", AFTER_PROVINCIAL_DIPLOMA),
        under("pm_diploma_collective", {
          kind: "one_of_award_sets",
          sets: [[{ honour: "provincial_emulation_flag", count: 1 }], [{ honour: "provincial_diploma_of_merit", count: 2 }]],
          years: 5,
        }),
      ),
      check("rating", "pm_diploma_collective", { kind: "rated_each_year", rating: "excellent" }),
    ),
    limb("household", { kinds: ["household"], types: MERIT }, check("standard", "pm_diploma_collective", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "unknown" })),
    limb("campaign", { types: CAMPAIGN }, check("campaign", "pm_diploma_campaign", { kind: "campaign_reviewed", launched_by: STATE_CAMPAIGNS, years: true, leads: false })),
    limb("sudden", { types: SUDDEN }, check("standard", "pm_diploma_feat", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "pass" })),
  ],
);

const AFTER_PM_DIPLOMA = { kind: "award_before_years", honour: "prime_minister_diploma_of_merit" } as const;

const LABOUR_ORDER_3 = standard(
  "labour_order_3",
  [],
  [
    limb(
      "five_excellent_years",
      { regimes: LAW_2003, kinds: ["individual"], types: MERIT },
      check("prior_titles", "order_3_person", AFTER_PM_DIPLOMA),
      check("rating", "order_3_person", { kind: "rated_each_year", rating: "excellent" }),
      check("initiative", "order_3_initiatives", { kind: "initiatives", scope: "province", count: "as_provided", window: { in: "since_award", honour: "prime_minister_diploma_of_merit" } }),
      check("grounds", "thematic_grounds", { kind: "grounds_not_thematic", honours: ["prime_minister_diploma_of_merit"] }),
    ),
    limb(
      "five_good_years",
      { regimes: LAW_2022, kinds: ["individual"], types: MERIT },
      allOf(
        "prior_titles",
        under("order_3_person", AFTER_PM_DIPLOMA, "next_period_from_decision"),
        under("order_3_titles", { kind: "titles_within_years", honour: "grassroots_emulation_fighter", years: 5 }),
      ),
      check("rating", "order_3_person", { kind: "rated_each_year", rating: "good" }),
      check("grounds", "thematic_grounds", { kind: "grounds_not_thematic", honours: ["prime_minister_diploma_of_merit"] }),
    ),
    limb(
      "production",
      { regimes: LAW_2022, kinds: ["individual"], workers: PRODUCERS, types: MERIT },
      check("standard", "order_3_producer", { kind: "judged_by_council", ...PRODUCTION, outcome: "unknown" }),
    ),
    limb(
      "collective",
      { kinds: COLLECTIVES, types: MERIT },
      allOf(
        "prior_titles",
        under("order_3_collective", AFTER_PM_DIPLOMA),
        under("order_3_collective", {
          kind: "one_of_award_sets",
          sets: [
            [{ honour: "government_emulation_flag", count: 1 }],
            [{ honour: "provincial_emulation_flag", count: 2 }],
            [
              { honour: "provincial_emulation_flag", count: 1 },
              { honour: "provincial_diploma_of_merit", count: 2 },
            ],
          ],
          years: 5,
        }),
      ),
      check("rating", "order_3_collective", { kind: "rated_each_year", rating: "excellent" }),
    ),
    limb("household", { kinds: ["household"], types: MERIT }, check("standard", "order_3_collective", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "unknown" })),
    limb(
      "producer_campaign",
      { regimes: LAW_2022, workers: PRODUCERS, types: CAMPAIGN },
      check("campaign", "order_3_producer", { kind: "campaign_reviewed", launched_by: STATE_CAMPAIGNS, years: true, leads: false }),
    ),
    limb("campaign", { types: CAMPAIGN }, check("campaign", "order_3_campaign", { kind: "campaign_reviewed", launched_by: STATE_CAMPAIGNS, years: true, leads: false })),
    limb("sudden", { types: SUDDEN }, check("standard", "order_3_feat", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "pass" })),
  ],
);

/** The higher classes build on the one below; how many flags and initiatives they ask was not read. */
function higherOrder(honour: string, below: string) {
  const furtherMerits = {
    vi: "Số sáng kiến, cờ thi đua cho hạng này phải đối chiếu với nghị định",
    en: "How many initiatives or flags this class asks must be read in the decree",
  } as const;
  return standard(honour, [], [
    limb(
      "after_the_class_below",
      { types: MERIT },
      check("prior_titles", "higher_order", { kind: "award_before_years", honour: below }),
      during(LAW_2003, check("rating", "higher_order", { kind: "rated_each_year", rating: "excellent" })),
      during(LAW_2022, check("rating", "higher_order", { kind: "rated_each_year", rating: "good" })),
      check("initiative", "higher_order", { kind: "judged_by_council", ...furtherMerits, outcome: "unknown" }),
    ),
    limb("sudden", { types: SUDDEN }, check("standard", "higher_order", { kind: "judged_by_council", ...SUDDEN_FEAT, outcome: "unknown" })),
  ]);
}

function notMerit() {
  return ["ad_hoc", "for_campaign", "for_long_service", "by_seniority", "for_foreign_relations", "for_resistance"] as const;
}

/** Commendation forms (hình thức khen thưởng), from the commune's certificate to the Labour Order. */
export const COMMENDATIONS = [
  COMMUNE_CERTIFICATE,
  DISTRICT_CERTIFICATE,
  ENTERPRISE_CERTIFICATE,
  PROVINCIAL_DIPLOMA,
  PRIME_MINISTER_DIPLOMA,
  LABOUR_ORDER_3,
  higherOrder("labour_order_2", "labour_order_3"),
  higherOrder("labour_order_1", "labour_order_2"),
];
