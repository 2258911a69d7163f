import { oneFormPerAchievement, oneStateFormPerYear } from "./judges/achievements.ts";
import * as collectives from "./judges/collectives.ts";
import * as households from "./judges/households.ts";
import * as lists from "./judges/lists.ts";
import * as persons from "./judges/persons.ts";
import * as record from "./judges/record.ts";
import { type Context, type Finding, pass, type Rule, unknown } from "./model.ts";

/**
 * Takes a rule and the facts; gives what was found, or null where the rule does not arise for these facts
 * (no vote yet, no list yet, no absence stated). Throws never for a fact that is missing.
 */
export function judgeRule(rule: Rule, c: Context): Finding | null {
  switch (rule.kind) {
    case "registered":
      return persons.registered(c);
    case "employed_for_months":
      return persons.employedForMonths(c);
    case "good_work":
      return persons.goodWork(rule, c);
    case "rated_at_least":
      return persons.ratedAtLeast(rule, c);
    case "rated_each_year":
      return persons.ratedEachYear(rule, c);
    case "not_disciplined_in_year":
      return persons.notDisciplinedInYear(c);
    case "counted_after_discipline":
      return persons.countedAfterDiscipline(c);
    case "nothing_pending":
      return persons.nothingPending(c);
    case "long_training_counts":
      return persons.longTrainingCounts(c);
    case "proposed_by_managing_unit":
      return persons.proposedByManagingUnit(c);
    case "signed_by":
      return persons.signedBy(rule, c);
    case "initiatives":
      return record.initiatives(rule, c);
    case "titles_each_year":
      return record.titlesEachYear(rule, c);
    case "titles_in_a_row":
      return record.titlesInARow(rule, c);
    case "proposed_year_after":
      return record.proposedYearAfter(rule, c);
    case "award_before_years":
      return record.awardBeforeYears(rule, c);
    case "titles_within_years":
      return record.titlesWithinYears(rule, c);
    case "one_of_award_sets":
      return record.oneOfAwardSets(rule, c);
    case "grounds_not_thematic":
      return record.groundsNotThematic(rule, c);
    case "one_form_per_achievement":
      return oneFormPerAchievement(c);
    case "one_state_form_per_year":
      return oneStateFormPerYear(c);
    case "member_share":
      return collectives.memberShare(rule, c);
    case "every_member_completed":
      return collectives.everyMemberCompleted(c);
    case "member_count":
      return collectives.memberCount(rule, c);
    case "no_member_disciplined":
      return collectives.noMemberDisciplined(c);
    case "member_discipline_noted":
      return collectives.memberDisciplineNoted(c);
    case "formed_for_months":
      return collectives.formedForMonths(c);
    case "not_dissolved":
      return collectives.notDissolved(c);
    case "meets_provincial_flag":
      return collectives.meetsProvincialFlag(c);
    case "leads_cluster":
      return collectives.leadsCluster(rule, c);
    case "campaign_reviewed":
      return collectives.campaignReviewed(rule, c);
    case "cultured_family_each_year":
      return households.culturedFamilyEachYear(rule, c);
    case "no_household_violation":
      return households.noHouseholdViolation(c);
    case "within_quota":
      return lists.withinQuota(rule, c);
    case "secret_vote_of_all_members":
      return lists.secretVoteOfAllMembers(c);
    case "vote_by_local_rule":
      return lists.voteByLocalRule(c);
    case "judged_by_council":
      return rule.outcome === "pass"
        ? pass((say) => say("Hội đồng đánh giá thành tích", "The council judges the achievement"))
        : unknown((say) => say("Phải do Hội đồng đánh giá", "The council must judge"), [], (say) => say("Hội đồng đánh giá và ghi rõ trong biên bản", "The council judges it and says so in its minutes"));
    case "text_not_read":
      return { result: "unknown", found: (say) => say("Chưa đọc được toàn văn luật", "The text of the law was not read"), remedy: null };
  }
}
