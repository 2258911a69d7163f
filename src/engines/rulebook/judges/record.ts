import { yearOf } from "../../../kernel/plain-date.ts";
import { type PastAward, SCOPES, typeOf } from "../facts.ts";
import { honourOf, provisionIfAny, wholeOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, type RuleOf, type Text, unknown } from "../model.ts";
import { word } from "../say.ts";

/** Initiatives (sáng kiến) of at least the scope, in the window of years; wider recognition counts for a narrower need. */
export function initiatives(rule: RuleOf<"initiatives">, c: Context): Finding {
  const all = c.input.candidate.initiatives;
  if (all === undefined) return lacks("candidate.initiatives", "sáng kiến, đề tài đã được công nhận", "the recognised initiatives");
  const needed = rule.count === "one" ? 1 : wholeOf(c.basis);
  const wide = all.filter(({ scope }) => scope === undefined || SCOPES.indexOf(scope) >= SCOPES.indexOf(rule.scope));
  const first = firstYear(rule.window, c);
  const last = c.input.year;
  const couldCount = wide.filter(({ year }) => year === undefined || first === undefined || last === undefined || (year >= first && year <= last));
  const counts = couldCount.filter(({ year, scope }) => year !== undefined && scope !== undefined && first !== undefined && last !== undefined);
  const found: Text = (say) => say(`Có ${counts.length} sáng kiến ${word(`${rule.scope}_scope`, say)} trở lên được tính`, `${counts.length} initiatives of sufficient scope count`);
  if (counts.length >= needed) return pass(found);
  if (couldCount.length >= needed) {
    const missing = last === undefined ? ["year"] : ["candidate.initiatives[].scope"];
    return unknown(found, missing, (say) => say("Bổ sung năm và phạm vi ảnh hưởng của sáng kiến", "State the year and the scope of the initiatives"));
  }
  const short = needed - counts.length;
  return fail(
    found,
    (say) => say(
      `Bổ sung chứng nhận ${short} sáng kiến, đề tài có phạm vi ${word(`${rule.scope}_scope`, say)}`,
      `Add the recognition of ${short} more initiative${short > 1 ? "s" : ""} reaching ${word(`${rule.scope}_scope`, say)}`,
    ),
  );
}

/** The same title in each of the last years up to the achievement year, as many as the provision says. */
export function titlesEachYear(rule: RuleOf<"titles_each_year">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const count = wholeOf(c.basis);
  const years = Array.from({ length: count }, (_, index) => year - count + 1 + index);
  const titles = grounds(record, c).filter(({ honour }) => honour === rule.honour);
  const without = years.filter((one) => !titles.some((title) => yearOfAward(title) === one));
  const name = nameOf(rule.honour);
  if (without.length === 0) return pass((say) => say(`Có danh hiệu ${name(say)} các năm ${years.join(", ")}`, `Has ${name(say)} of ${years.join(", ")}`));
  const undated = titles.filter((title) => yearOfAward(title) === undefined).length;
  const found: Text = (say) => say(`Thiếu danh hiệu ${name(say)} năm ${without.join(", ")}`, `Lacks ${name(say)} of ${without.join(", ")}`);
  if (undated >= without.length) return unknown(found, ["candidate.record[].year"], (say) => say("Bổ sung năm của danh hiệu đã được tặng", "State the years of the past titles"));
  const earliest = Math.max(...without) + count;
  return fail(found, (say) => say(`Đề nghị sớm nhất cho năm ${earliest}, nếu các năm tiếp theo đều đạt ${name(say)}`, `Propose for ${earliest} at the earliest, if every year until then earns ${name(say)}`));
}

/** The last titles one after another: between two of them no more years than the title itself rewards. */
export function titlesInARow(rule: RuleOf<"titles_in_a_row">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const count = wholeOf(c.basis);
  const titles = grounds(record, c).filter(({ honour }) => honour === rule.honour);
  const name = nameOf(rule.honour);
  const found: Text = (say) => say(`Có ${titles.length} lần ${name(say)}`, `Has ${name(say)} ${titles.length} times`);
  const remedy: Text = (say) => say(`Cần ${count} lần liên tục ${name(say)}`, `${count} consecutive ${name(say)} titles are needed`);
  if (titles.length < count) return fail(found, remedy);
  const years = titles.map(yearOfAward);
  if (years.some((one) => one === undefined)) return unknown(found, ["candidate.record[].year"], (say) => say("Bổ sung năm của danh hiệu đã được tặng", "State the years of the past titles"));
  const sorted = [...new Set(years as number[])].sort((a, b) => a - b).slice(-count);
  const shown: Text = (say) => say(`${found(say)}, gần nhất: ${sorted.join(", ")}`, `${found(say)}, most recently: ${sorted.join(", ")}`);
  const inARow = sorted.length === count && sorted.every((one, index) => index === 0 || one - (sorted[index - 1] as number) <= rule.longest_gap_years);
  return inARow ? pass(shown) : fail(shown, remedy);
}

/** The dossier comes no later than the year after the decision of the last title. */
export function proposedYearAfter(rule: RuleOf<"proposed_year_after">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const titles = grounds(record, c).filter(({ honour }) => honour === rule.honour);
  const name = nameOf(rule.honour);
  if (titles.length === 0) return fail((say) => say(`Chưa có ${name(say)}`, `Has no ${name(say)}`), (say) => say(`Cần có ${name(say)}`, `${name(say)} is needed`));
  const decided = titles.flatMap(({ decided_on }) => decided_on ?? []).sort();
  const last = decided[decided.length - 1];
  const dossierYear = yearOf(c.on);
  if (last !== undefined && dossierYear - yearOf(last) <= 1) {
    return pass((say) => say(`Quyết định gần nhất năm ${yearOf(last)}, đề nghị năm ${dossierYear}`, `Last decided in ${yearOf(last)}, proposed in ${dossierYear}`));
  }
  if (last === undefined || decided.length < titles.length) return lacks("candidate.record[].decided_on", "ngày quyết định của danh hiệu đã được tặng", "when the past titles were decided");
  return fail(
    (say) => say(`Quyết định gần nhất năm ${yearOf(last)}, đề nghị năm ${dossierYear}: đã quá năm liền kề`, `Last decided in ${yearOf(last)}, proposed in ${dossierYear}: too late`),
    null,
  );
}

/** An earlier award after which as many achievement years have passed as the provision says. */
export function awardBeforeYears(rule: RuleOf<"award_before_years">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const count = wholeOf(c.basis);
  const name = nameOf(rule.honour);
  const awards = grounds(record, c).filter(({ honour }) => honour === rule.honour);
  if (awards.length === 0) return fail((say) => say(`Chưa có ${name(say)} dùng làm căn cứ`, `Has no ${name(say)} to stand on`), (say) => say(`Cần được tặng ${name(say)} trước`, `${name(say)} is needed first`));
  const starts = awards.map((award) => periodStart(award, c));
  const known = starts.filter((start): start is number => start !== undefined);
  const enough = known.some((start) => year - start + 1 >= count);
  const earliest = Math.min(...known);
  if (enough) return pass((say) => say(`Có ${name(say)}; thành tích được tính từ năm ${earliest}`, `Has ${name(say)}; achievements count from ${earliest}`));
  if (known.length < starts.length) return lacks("candidate.record[].decided_on", `ngày quyết định của ${honourOf(rule.honour).vi}`, `when ${honourOf(rule.honour).en} was decided`);
  return fail(
    (say) => say(`Thành tích sau ${name(say)} tính từ năm ${earliest}, mới được ${Math.max(0, year - earliest + 1)} năm`, `Achievements after ${name(say)} count from ${earliest}: ${Math.max(0, year - earliest + 1)} years`),
    (say) => say(`Đề nghị sớm nhất cho năm ${earliest + count - 1}`, `Propose for ${earliest + count - 1} at the earliest`),
  );
}

/** A number of titles among the last `years` achievement years. */
export function titlesWithinYears(rule: RuleOf<"titles_within_years">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const needed = wholeOf(c.basis);
  const titles = withinYears(grounds(record, c), rule.honour, rule.years, c);
  const name = nameOf(rule.honour);
  const found: Text = (say) => say(`Có ${titles.sure} lần ${name(say)} trong ${rule.years} năm`, `Has ${name(say)} ${titles.sure} times in ${rule.years} years`);
  if (titles.sure >= needed) return pass(found);
  if (titles.sure + titles.undated >= needed) return unknown(found, ["candidate.record[].year"], (say) => say("Bổ sung năm của danh hiệu đã được tặng", "State the years of the past titles"));
  return fail(found, (say) => say(`Cần thêm ${needed - titles.sure} lần ${name(say)}`, `${needed - titles.sure} more ${name(say)} needed`));
}

/** One of several sets of awards among the last years, as collectives need for higher forms. */
export function oneOfAwardSets(rule: RuleOf<"one_of_award_sets">, c: Context): Finding {
  const { record } = c.input.candidate;
  if (record === undefined) return lacksRecord();
  const holds = (sure: boolean) =>
    rule.sets.some((set) =>
      set.every(({ honour, count }) => {
        const titles = withinYears(grounds(record, c), honour, rule.years, c);
        return titles.sure + (sure ? 0 : titles.undated) >= count;
      }),
    );
  if (holds(true)) return pass((say) => say("Đã có đủ cờ thi đua, bằng khen trong kỳ", "Holds the flags and diplomas of the period"));
  if (holds(false)) return lacks("candidate.record[].year", "năm của các hình thức đã được tặng", "the years of the past awards");
  return fail((say) => say("Chưa đủ cờ thi đua, bằng khen trong kỳ", "Lacks the flags or diplomas of the period"), (say) => say("Cần đạt thêm cờ thi đua hoặc bằng khen trong kỳ", "More flags or diplomas of the period are needed"));
}

/** An award that the proposal stands on must not be a sudden or thematic one. */
export function groundsNotThematic(rule: RuleOf<"grounds_not_thematic">, c: Context): Finding | null {
  const standsOn = (c.input.candidate.record ?? []).filter(({ honour }) => rule.honours.includes(honour));
  if (standsOn.length === 0) return null;
  return standsOn.some(isMerit)
    ? pass((say) => say("Có khen thưởng công trạng làm căn cứ", "Stands on an award for merit"))
    : fail((say) => say("Chỉ có khen thưởng đột xuất, theo chuyên đề", "Stands only on sudden or thematic awards"), (say) => say("Cần khen thưởng công trạng làm căn cứ", "An award for merit is needed to stand on"));
}

/** The year in which achievements after an award begin to count. */
function periodStart(award: PastAward, c: Context): number | undefined {
  if (award.period !== undefined) return award.period[1] + 1;
  if (provisionIfAny("next_period_from_decision", c.on) !== null) return award.decided_on === undefined ? undefined : yearOf(award.decided_on);
  const year = award.year ?? (award.decided_on === undefined ? undefined : yearOf(award.decided_on));
  return year === undefined ? undefined : year + 1;
}

/** The past awards a proposal may stand on: where the law says so, only those for merit carry a proposal for merit. */
function grounds(record: readonly PastAward[], c: Context): readonly PastAward[] {
  const onlyMerit = typeOf(c.input.candidate) === "for_merit" && provisionIfAny("merit_grounds", c.on) !== null;
  return onlyMerit ? record.filter(isMerit) : record;
}

/** The achievement year of an award; of one over several years, the last. */
function yearOfAward({ year, period }: PastAward): number | undefined {
  return year ?? period?.[1];
}

function isMerit({ type }: PastAward): boolean {
  return type !== "ad_hoc" && type !== "for_campaign";
}

function withinYears(record: readonly PastAward[], honour: string, years: number, c: Context): { sure: number; undated: number } {
  const { year } = c.input;
  const titles = record.filter((title) => title.honour === honour);
  const dated = titles.flatMap((title) => yearOfAward(title) ?? []);
  if (year === undefined) return { sure: 0, undated: titles.length };
  return { sure: new Set(dated.filter((one) => one <= year && one > year - years)).size, undated: titles.length - dated.length };
}

function firstYear(window: RuleOf<"initiatives">["window"], c: Context): number | undefined {
  const { year } = c.input;
  switch (window.in) {
    case "year":
      return year;
    case "last_years":
      return year === undefined ? undefined : year - window.years + 1;
    case "since_award": {
      const starts = (c.input.candidate.record ?? []).filter(({ honour }) => honour === window.honour).flatMap((award) => periodStart(award, c) ?? []);
      return starts.length === 0 ? year : Math.min(...starts);
    }
  }
}

function lacksRecord(): Finding {
  return lacks("candidate.record", "các danh hiệu, hình thức đã được tặng", "the past awards");
}

function nameOf(honour: string): Text {
  const { vi, en } = honourOf(honour);
  return (say) => say(vi, en);
}
