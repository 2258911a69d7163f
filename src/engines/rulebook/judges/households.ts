import { honourOf, wholeOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, type RuleOf, unknown } from "../model.ts";
import { wordList } from "../say.ts";

/** Consecutive years as a cultured family up to the achievement year, none of them rewarded before. */
export function culturedFamilyEachYear(rule: RuleOf<"cultured_family_each_year">, c: Context): Finding {
  const { years_as_cultured_family: held, record } = c.input.candidate;
  if (held === undefined) return lacks("candidate.years_as_cultured_family", "các năm đạt Gia đình văn hóa", "the years as a cultured family");
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const count = wholeOf(c.basis);
  const years = Array.from({ length: count }, (_, index) => year - count + 1 + index);
  const without = years.filter((one) => !held.includes(one));
  if (without.length > 0) {
    const earliest = Math.max(...without) + count;
    return fail((say) => say(`Không đạt năm ${without.join(", ")}`, `Not held in ${without.join(", ")}`), (say) => say(`Đề nghị sớm nhất cho năm ${earliest}`, `Propose for ${earliest} at the earliest`));
  }
  if (record === undefined) return lacks("candidate.record", "các giấy khen đã được tặng", "the past certificates");
  const earlier = record.filter(({ honour, type }) => honour === rule.honour && (type ?? "for_merit") === "for_merit");
  const used = earlier.filter(({ year: last, period }) => {
    const end = period?.[1] ?? last;
    return end !== undefined && end >= (years[0] as number) && (period?.[0] ?? end - count + 1) <= year;
  });
  if (used.length > 0) {
    const lastUsed = Math.max(...used.map(({ year: last, period }) => period?.[1] ?? last ?? year));
    return fail(
      (say) => say(`Các năm đến ${lastUsed} đã được tính cho ${honourOf(rule.honour).vi} lần trước`, `The years up to ${lastUsed} were already used`),
      (say) => say(`Đề nghị sớm nhất cho năm ${lastUsed + count}`, `Propose for ${lastUsed + count} at the earliest`),
    );
  }
  if (earlier.some(({ year: last, period }) => last === undefined && period === undefined)) {
    return unknown((say) => say("Chưa rõ giấy khen trước tính cho những năm nào", "The years of the earlier certificate are not known"), ["candidate.record[].year"], (say) => say("Bổ sung năm của giấy khen trước", "State the year of the earlier certificate"));
  }
  return pass((say) => say(`Đạt liên tục các năm ${years.join(", ")}`, `Held in ${years.join(", ")}`));
}

/** The grounds that exclude a household are a closed list: what is not on it does not exclude. */
export function noHouseholdViolation(c: Context): Finding {
  const { violations } = c.input.candidate;
  if (violations === undefined) return lacks("candidate.violations", "hộ có thuộc trường hợp không xét hay không", "whether a ground excludes the household");
  return violations.length === 0
    ? pass((say) => say("Không thuộc trường hợp không xét", "No ground excludes the household"))
    : fail((say) => wordList(violations, say), null);
}
