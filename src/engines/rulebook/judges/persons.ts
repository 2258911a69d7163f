import { addDays, addMonths, formatDate, makeDate, wholeMonthsBetween } from "../../../kernel/plain-date.ts";
import { RATINGS, type Rating } from "../facts.ts";
import { provisionIfAny, wholeOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, type RuleOf, type Text, unknown } from "../model.ts";
import { word, wordList } from "../say.ts";

/** Registration (đăng ký thi đua) cannot be made up afterwards, so its failing has no remedy. */
export function registered(c: Context): Finding {
  const { registered: fact } = c.input.candidate;
  if (fact === undefined) return lacks("candidate.registered", "việc đăng ký thi đua của năm", "whether the candidate registered for the year");
  return fact ? pass((say) => say("Đã đăng ký thi đua", "Registered")) : fail((say) => say("Không đăng ký thi đua", "Not registered"), null);
}

/** Months of service of a new recruit, whole months to the day of receipt. Farmers are nobody's recruits. */
export function employedForMonths(c: Context): Finding | null {
  const { recruited_on, worker } = c.input.candidate;
  if (recruited_on === undefined) {
    if (worker === "farmer" || worker === "other") return null;
    return lacks("candidate.recruited_on", "ngày tuyển dụng", "the day of recruitment");
  }
  const least = wholeOf(c.basis);
  const months = recruited_on > c.on ? 0 : wholeMonthsBetween(recruited_on, c.on);
  const found: Text = (say) => say(
    `Tuyển dụng ngày ${formatDate(recruited_on)}, đủ ${months} tháng tính đến ${formatDate(c.on)}`,
    `Recruited on ${recruited_on}, ${months} whole months up to ${c.on}`,
  );
  if (months >= least) return pass(found);
  const from = addMonths(recruited_on, least);
  return fail(found, (say) => say(`Đề nghị từ ngày ${formatDate(from)} trở đi, khi đủ ${least} tháng`, `Propose from ${from} on, when ${least} months are complete`));
}

/** Officials need a rating; for workers, farmers and others the council judges their production (`producers` is its provision). */
export function goodWork(rule: RuleOf<"good_work">, c: Context): Finding {
  const { worker, rating } = c.input.candidate;
  if (worker === undefined || worker === "official") return ratedAtLeast({ kind: "rated_at_least", rating: "good", if_stated: false }, c) as Finding;
  if (rating !== undefined && RATINGS.indexOf(rating) < RATINGS.indexOf("good")) {
    return { ...unknown(ratingFound(rating), [], (say) => say("Hội đồng xem xét hiệu quả lao động, sản xuất", "The council judges how effective the work is")), basis: rule.producers };
  }
  return {
    ...pass((say) => say("Người lao động, sản xuất trực tiếp; Hội đồng xem xét hiệu quả lao động", "A worker or producer; the council judges the effect of the work")),
    basis: rule.producers,
  };
}

/** The rating of the achievement year against the least accepted one. */
export function ratedAtLeast(rule: RuleOf<"rated_at_least">, c: Context): Finding | null {
  const rating = ratingOf(c, c.input.year);
  if (rating === undefined) return rule.if_stated ? null : lacks("candidate.rating", "mức xếp loại của năm", "the rating of the year");
  return RATINGS.indexOf(rating) >= RATINGS.indexOf(rule.rating) ? pass(ratingFound(rating)) : fail(ratingFound(rating), null);
}

/** Ratings of the last years up to the achievement year, as many as the provision says. */
export function ratedEachYear(rule: RuleOf<"rated_each_year">, c: Context): Finding {
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const count = wholeOf(c.basis);
  const years = Array.from({ length: count }, (_, index) => year - count + 1 + index);
  const low = years.filter((one) => {
    const rating = ratingOf(c, one);
    return (rating !== undefined && RATINGS.indexOf(rating) < RATINGS.indexOf(rule.rating)) || endsUnderDiscipline(c, one);
  });
  const silent = years.filter((one) => ratingOf(c, one) === undefined);
  if (low.length > 0) {
    return fail((say) => say(`Chưa đạt hoặc chưa được tính trong năm ${low.join(", ")}`, `Not reached, or not counted, in ${low.join(", ")}`), waitRemedy(Math.max(...low) + count));
  }
  if (silent.length > 0) {
    return unknown(
      (say) => say(`Chưa có xếp loại năm ${silent.join(", ")}`, `No rating for ${silent.join(", ")}`),
      silent.map((one) => (one === year ? "candidate.rating" : `candidate.ratings.${one}`)),
      (say) => say(`Bổ sung xếp loại năm ${silent.join(", ")}`, `State the ratings of ${silent.join(", ")}`),
    );
  }
  return pass((say) => say(`Đạt từ năm ${years[0]} đến năm ${year}`, `Reached from ${years[0]} to ${year}`));
}

/** Any form of discipline decided in the achievement year excludes. */
export function notDisciplinedInYear(c: Context): Finding | null {
  const { discipline, worker } = c.input.candidate;
  if (discipline === undefined) return worker === "farmer" ? null : lacks("candidate.discipline", "tình trạng kỷ luật", "whether there was discipline");
  if (discipline.length === 0) return pass((say) => say("Không bị kỷ luật", "No discipline"));
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const inYear = discipline.filter(({ on }) => on?.startsWith(`${year}-`));
  if (inYear.length > 0) {
    return fail((say) => {
      const forms = wordList(inYear.flatMap(({ form }) => form ?? []), say);
      return say(`Bị kỷ luật trong năm ${year}: ${forms}`, `Disciplined in ${year}: ${forms}`);
    }, null);
  }
  if (discipline.some(({ on }) => on === undefined)) return lacks("candidate.discipline[].on", "ngày ra quyết định kỷ luật", "the day of the discipline decision");
  return pass((say) => say(`Không bị kỷ luật trong năm ${year}`, `No discipline in ${year}`));
}

/** A year inside a discipline period does not count; of a year that the period ends in, a person judges the rest. */
export function countedAfterDiscipline(c: Context): Finding | null {
  const { discipline, kind, worker } = c.input.candidate;
  if (discipline === undefined) return kind !== "individual" || worker === "farmer" ? null : lacks("candidate.discipline", "tình trạng kỷ luật", "whether there was discipline");
  if (discipline.length === 0) return pass((say) => say("Không bị kỷ luật", "No discipline"));
  const { year } = c.input;
  if (year === undefined) return lacks("year", "năm thành tích", "the achievement year");
  const ends = discipline.flatMap(({ ends_on }) => ends_on ?? []).sort();
  const last = ends[ends.length - 1];
  if (last !== undefined && last > makeDate(year, 12, 31)) {
    return fail(
      (say) => say(`Thời hạn kỷ luật đến ${formatDate(last)}; thành tích năm ${year} chưa được tính`, `Under discipline until ${last}; achievements of ${year} do not count`),
      (say) => say(`Chỉ đề nghị thành tích đạt được từ ngày ${formatDate(last)}`, `Propose only achievements from ${last} on`),
    );
  }
  if (ends.length < discipline.length) return lacks("candidate.discipline[].ends_on", "ngày hết thời hạn kỷ luật", "the end of the discipline period");
  if (last !== undefined && last > makeDate(year, 1, 1)) {
    return unknown(
      (say) => say(`Thời hạn kỷ luật hết ngày ${formatDate(last)}, giữa năm ${year}`, `The discipline period ended on ${last}, within ${year}`),
      [],
      (say) => say(`Hội đồng xem xét thành tích từ ngày ${formatDate(last)}`, `The council judges the achievements from ${last} on`),
    );
  }
  return pass((say) => say(`Đã hết thời hạn kỷ luật trước năm ${year}`, `The discipline period ended before ${year}`));
}

/**
 * Nobody is proposed while a matter is open. Households are asked only when a matter is stated, and so are
 * collectives while the rule is not verified: a rule nobody has read must not hold up a whole list.
 */
export function nothingPending(c: Context): Finding | null {
  const { pending, kind } = c.input.candidate;
  if (pending === undefined) {
    if (kind === "household" || kind === "residential_area") return null;
    if (kind !== "individual" && c.basis.status === "unverified") return null;
    return lacks("candidate.pending", "có vụ việc nào đang xem xét, xác minh hay không", "whether any matter is pending");
  }
  if (pending.length === 0) return pass((say) => say("Không có vụ việc đang xem xét", "Nothing is pending"));
  return fail((say) => wordList(pending, say), (say) => say("Chờ kết luận của vụ việc đang xem xét rồi mới đề nghị", "Wait for the outcome of what is pending, then propose"));
}

/** Training of a year or more (both end days included) counts only with a fair (khá) result or better. */
export function longTrainingCounts(c: Context): Finding | null {
  const { absences } = c.input.candidate;
  if (absences === undefined) return null;
  const { year } = c.input;
  const trainings = absences.filter(({ reason, from, to }) => {
    if (reason !== "training") return false;
    if (year === undefined) return true;
    return (from === undefined || from <= makeDate(year, 12, 31)) && (to === undefined || to >= makeDate(year, 1, 1));
  });
  const long = trainings.filter(({ from, to }) => from !== undefined && to !== undefined && addDays(to, 1) >= addMonths(from, 12));
  if (long.some(({ result }) => result === "average")) {
    return fail((say) => say("Đào tạo từ 1 năm trở lên, kết quả dưới khá", "A year or more of training with a result below fair"), null);
  }
  if (long.some(({ result }) => result === undefined)) return lacks("candidate.absences[].result", "kết quả đào tạo", "the result of the training");
  if (trainings.some(({ from, to, result }) => (from === undefined || to === undefined) && (result === undefined || result === "average"))) {
    return lacks("candidate.absences[].to", "thời gian đào tạo", "how long the training was");
  }
  return pass((say) => say("Thời gian vắng mặt được tính hoặc không phải căn cứ loại trừ", "The absence counts, or does not exclude"));
}

/** A transferred person is reviewed by the new unit. */
export function proposedByManagingUnit(c: Context): Finding | null {
  if (c.input.candidate.proposed_by !== "former_unit") return null;
  return fail((say) => say("Đơn vị cũ lập hồ sơ", "The former unit proposes"), (say) => say("Đơn vị mới xét, có ý kiến nhận xét của đơn vị cũ", "Let the new unit review, with the former unit's opinion"));
}

/** The enterprise's signatory, judged only when one is named. */
export function signedBy(rule: RuleOf<"signed_by">, c: Context): Finding | null {
  const { signatory } = c.input.candidate;
  if (signatory === undefined || c.input.authority !== "enterprise") return null;
  const found: Text = signatory === "director" ? (say) => say("Giám đốc ký", "The director signs") : (say) => say("Chủ tịch hội đồng ký", "The chair of the board signs");
  return rule.accepted.includes(signatory) ? pass(found) : fail(found, (say) => say("Giám đốc ký quyết định", "Let the director sign"));
}

/** The rating of a year: `rating` is that of the achievement year, `ratings` holds the others. */
export function ratingOf(c: Pick<Context, "input">, year: number | undefined): Rating | undefined {
  const { candidate } = c.input;
  if (year === c.input.year && candidate.rating !== undefined) return candidate.rating;
  return year === undefined ? undefined : candidate.ratings?.[year];
}

/** Where achievements count only after a discipline period, a year that ends inside one does not count. */
function endsUnderDiscipline(c: Context, year: number): boolean {
  if (provisionIfAny("counted_after_discipline", c.on) === null) return false;
  return (c.input.candidate.discipline ?? []).some(({ ends_on }) => ends_on !== undefined && ends_on > makeDate(year, 12, 31));
}

function ratingFound(rating: Rating): Text {
  return (say) => say(`Xếp loại: ${word(rating, say)}`, `Rated: ${word(rating, say)}`);
}

function waitRemedy(year: number): Text {
  return (say) => say(`Đề nghị sớm nhất cho năm ${year}, nếu các năm tiếp theo đạt mức xếp loại`, `Propose for ${year} at the earliest, if the next years reach the rating`);
}
