import { allOf, check, during, LAW_2003, LAW_2022, limb, standard, under } from "./articles.ts";

const NEW_RECRUIT = check("recruitment_period", "recruitment_months", { kind: "employed_for_months" });
const TRAINING = check("working_time", "long_training", { kind: "long_training_counts" });
const NO_DISCIPLINE = check("discipline", "discipline_in_year", { kind: "not_disciplined_in_year" });
const GOOD_WORK = check("rating", "official_standard", { kind: "good_work", producers: "producer_standard" });

const ADVANCED_LABOURER = standard("advanced_labourer", [NEW_RECRUIT, GOOD_WORK, NO_DISCIPLINE, TRAINING]);

const OWN_INITIATIVE = check("initiative", "grassroots_fighter", { kind: "initiatives", scope: "unit", count: "one", window: { in: "year" } });

/** Until 2023 the initiative is a must; since 2024 an excellent rating does as well. */
const GRASSROOTS_FIGHTER = standard(
  "grassroots_emulation_fighter",
  [
    NEW_RECRUIT,
    during(LAW_2003, GOOD_WORK),
    NO_DISCIPLINE,
    TRAINING,
    during(LAW_2003, OWN_INITIATIVE),
    check("quota", "grassroots_fighter_cap", { kind: "within_quota", of: "advanced_labourers", left_to_province: true }),
  ],
  [
    limb("excellent_work", { regimes: LAW_2022 }, check("rating", "grassroots_fighter", { kind: "rated_at_least", rating: "excellent", if_stated: false })),
    limb("initiative", { regimes: LAW_2022 }, GOOD_WORK, OWN_INITIATIVE),
  ],
);

const COUNCIL_VOTE = check("vote", "council_vote_90", { kind: "secret_vote_of_all_members" });

const PROVINCIAL_FIGHTER = standard("provincial_emulation_fighter", [
  NO_DISCIPLINE,
  check("prior_titles", "provincial_fighter", { kind: "titles_each_year", honour: "grassroots_emulation_fighter" }),
  check("initiative", "provincial_fighter", { kind: "initiatives", scope: "province", count: "one", window: { in: "last_years", years: 3 } }),
  COUNCIL_VOTE,
]);

const TWO_PROVINCIAL = under("national_fighter", { kind: "titles_in_a_row", honour: "provincial_emulation_fighter", longest_gap_years: 3 });
const ADJACENT = under("national_fighter_adjacent", { kind: "proposed_year_after", honour: "provincial_emulation_fighter" });

/** Two provincial titles reward six years; the initiative may lie in any of them. */
const NATIONAL_FIGHTER = standard("national_emulation_fighter", [
  NO_DISCIPLINE,
  during(LAW_2003, allOf("prior_titles", TWO_PROVINCIAL, ADJACENT)),
  during(LAW_2022, allOf("prior_titles", TWO_PROVINCIAL)),
  during(LAW_2022, allOf("adjacent_year", ADJACENT)),
  check("initiative", "national_fighter", { kind: "initiatives", scope: "nation", count: "one", window: { in: "last_years", years: 7 } }),
  COUNCIL_VOTE,
]);

const ADVANCED_COLLECTIVE = standard("advanced_labour_collective", [
  check("rating", "advanced_collective_rating", { kind: "rated_at_least", rating: "good", if_stated: true }),
  check("members_advanced", "advanced_collective_share", { kind: "member_share", part: "advanced_labourers", compare: "more_than" }),
  check("members_disciplined", "advanced_collective_discipline", { kind: "no_member_disciplined" }),
]);

const EXCELLENT_COLLECTIVE = standard("excellent_labour_collective", [
  check("rating", "excellent_collective", { kind: "rated_at_least", rating: "excellent", if_stated: true }),
  check("members_completed", "excellent_collective", { kind: "every_member_completed" }),
  check("members_advanced", "excellent_collective_share", { kind: "member_share", part: "advanced_labourers", compare: "at_least" }),
  check("members_grassroots_fighter", "excellent_collective_fighters", { kind: "member_count", part: "grassroots_fighters" }),
  during(LAW_2003, check("members_disciplined", "excellent_collective", { kind: "no_member_disciplined" })),
  during(LAW_2022, check("members_disciplined", "excellent_collective", { kind: "member_discipline_noted" })),
]);

const PROVINCIAL_FLAG = standard(
  "provincial_emulation_flag",
  [],
  [
    limb("cluster", { types: ["for_merit"] }, check("leads_cluster", "provincial_flag", { kind: "leads_cluster", if_stated: false })),
    limb(
      "campaign",
      { types: ["for_campaign"] },
      check("campaign", "provincial_flag_campaign", { kind: "campaign_reviewed", launched_by: ["province"], years: true, leads: true }),
    ),
  ],
);

const GOVERNMENT_FLAG = standard(
  "government_emulation_flag",
  [check("quota", "government_flag_cap", { kind: "within_quota", of: "provincial_flag_units", left_to_province: false })],
  [
    limb(
      "leading",
      { types: ["for_merit"] },
      check("meets_provincial_flag", "government_flag", { kind: "meets_provincial_flag" }),
      check("leads_cluster", "government_flag", { kind: "leads_cluster", if_stated: false }),
    ),
    limb(
      "campaign",
      { types: ["for_campaign"] },
      check("campaign", "government_flag_campaign", { kind: "campaign_reviewed", launched_by: ["prime_minister", "president"], years: true, leads: true }),
    ),
  ],
);

const CULTURED_FAMILY = standard("cultured_family", [check("household_violations", "household_exclusions", { kind: "no_household_violation" })]);

const CULTURED_RESIDENTIAL_AREA = standard("cultured_residential_area", []);

const EXEMPLARY_COMMUNE = standard("exemplary_commune", [check("leads_cluster", "exemplary_commune_leads", { kind: "leads_cluster", if_stated: true })]);

/** Emulation titles (danh hiệu thi đua), from the person to the commune. */
export const TITLES = [
  ADVANCED_LABOURER,
  GRASSROOTS_FIGHTER,
  PROVINCIAL_FIGHTER,
  NATIONAL_FIGHTER,
  ADVANCED_COLLECTIVE,
  EXCELLENT_COLLECTIVE,
  PROVINCIAL_FLAG,
  GOVERNMENT_FLAG,
  CULTURED_FAMILY,
  CULTURED_RESIDENTIAL_AREA,
  EXEMPLARY_COMMUNE,
];
