import { addMonths, formatDate, wholeMonthsBetween } from "../../../kernel/plain-date.ts";
import { wholeOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, type RuleOf, type Text, unknown } from "../model.ts";
import { word, wordList } from "../say.ts";

/** A share of the members, compared by cross-multiplication: 5 of 10 is not more than 50 %. */
export function memberShare(rule: RuleOf<"member_share">, c: Context): Finding {
  const { total, [rule.part]: part } = c.input.candidate.members ?? {};
  if (total === undefined || part === undefined) return lacksMembers({ total, [rule.part]: part });
  const percent = wholeOf(c.basis);
  const left = BigInt(part) * 100n;
  const right = BigInt(total) * BigInt(percent);
  const found: Text = (say) => say(`${part}/${total} thành viên đạt Lao động tiên tiến`, `${part} of ${total} members are advanced labourers`);
  const reached = total > 0 && (rule.compare === "more_than" ? left > right : left >= right);
  if (reached) return pass(found);
  const needed = rule.compare === "more_than" ? (BigInt(total) * BigInt(percent)) / 100n + 1n : (BigInt(total) * BigInt(percent) + 99n) / 100n;
  return fail(found, (say) => say(`Cần ít nhất ${needed} thành viên đạt Lao động tiên tiến`, `At least ${needed} members must be advanced labourers`));
}

/** Every member completed the year's tasks. */
export function everyMemberCompleted(c: Context): Finding {
  const { total, completed } = c.input.candidate.members ?? {};
  if (total === undefined || completed === undefined) return lacksMembers({ total, completed });
  const found: Text = (say) => say(`${completed}/${total} thành viên hoàn thành nhiệm vụ`, `${completed} of ${total} members completed their tasks`);
  return completed === total && total > 0 ? pass(found) : fail(found, null);
}

/** A least number of members with a title. */
export function memberCount(rule: RuleOf<"member_count">, c: Context): Finding {
  const count = c.input.candidate.members?.[rule.part];
  if (count === undefined) return lacksMembers({ [rule.part]: count });
  const needed = wholeOf(c.basis);
  const found: Text = (say) => say(`Có ${count} Chiến sĩ thi đua cơ sở`, `${count} grassroots emulation fighters`);
  return count >= needed ? pass(found) : fail(found, (say) => say(`Cần ít nhất ${needed} Chiến sĩ thi đua cơ sở`, `At least ${needed} grassroots emulation fighter is needed`));
}

/** No member disciplined from warning up; reprimand alone does not count. */
export function noMemberDisciplined(c: Context): Finding {
  const disciplined = c.input.candidate.members?.disciplined;
  if (disciplined === undefined) return lacksMembers({ disciplined });
  const heavy = disciplined.filter((form) => form !== "reprimand");
  if (heavy.length === 0) return pass((say) => say("Không có thành viên bị kỷ luật từ cảnh cáo trở lên", "No member was disciplined from warning up"));
  return fail((say) => say(`Có thành viên bị kỷ luật: ${wordList(heavy, say)}`, `Members were disciplined: ${wordList(heavy, say)}`), null);
}

/** Where the law no longer excludes for a member's discipline, it is shown and left to the council. */
export function memberDisciplineNoted(c: Context): Finding | null {
  const heavy = (c.input.candidate.members?.disciplined ?? []).filter((form) => form !== "reprimand");
  if (heavy.length === 0) return null;
  return pass(
    (say) => say(
      `Có thành viên bị kỷ luật: ${wordList(heavy, say)}; luật không loại trừ, nhưng người bị kỷ luật thường bị xếp loại không hoàn thành`,
      `Members were disciplined: ${wordList(heavy, say)}; the law does not exclude, but they are normally rated as not having completed their tasks`,
    ),
  );
}

/** Age of the collective in whole months, judged only when its founding is stated. */
export function formedForMonths(c: Context): Finding | null {
  const { formed_on } = c.input.candidate;
  if (formed_on === undefined) return null;
  const least = wholeOf(c.basis);
  const months = formed_on > c.on ? 0 : wholeMonthsBetween(formed_on, c.on);
  const found: Text = (say) => say(`Thành lập ngày ${formatDate(formed_on)}, được ${months} tháng`, `Formed on ${formed_on}, ${months} whole months ago`);
  if (months >= least) return pass(found);
  return fail(found, (say) => say(`Đề nghị từ ngày ${formatDate(addMonths(formed_on, least))}`, `Propose from ${addMonths(formed_on, least)} on`));
}

/** A unit that no longer exists on the day of receipt. A unit without a day of dissolution is alive. */
export function notDissolved(c: Context): Finding | null {
  const { dissolved_on } = c.input.candidate;
  if (dissolved_on === undefined) return null;
  return dissolved_on > c.on
    ? pass((say) => say(`Giải thể sau ngày nhận hồ sơ (${formatDate(dissolved_on)})`, `Dissolved after the day of receipt (${dissolved_on})`))
    : fail((say) => say(`Đã giải thể ngày ${formatDate(dissolved_on)}`, `Dissolved on ${dissolved_on}`), null);
}

/** The collective meets the standard of the provincial flag. */
export function meetsProvincialFlag(c: Context): Finding {
  const fact = c.input.candidate.meets_provincial_flag;
  if (fact === undefined) return lacks("candidate.meets_provincial_flag", "việc đạt tiêu chuẩn cờ thi đua cấp tỉnh", "whether the provincial flag's standard is met");
  return fact ? pass((say) => say("Đạt tiêu chuẩn cờ thi đua cấp tỉnh", "Meets the provincial flag's standard")) : fail((say) => say("Chưa đạt tiêu chuẩn cờ thi đua cấp tỉnh", "Does not meet the provincial flag's standard"), null);
}

/** The collective leads its cluster. */
export function leadsCluster(rule: RuleOf<"leads_cluster">, c: Context): Finding | null {
  const fact = c.input.candidate.leads_cluster;
  if (fact === undefined) return rule.if_stated ? null : lacks("candidate.leads_cluster", "kết quả xếp hạng trong cụm, khối", "whether the unit leads its cluster");
  return fact ? pass((say) => say("Dẫn đầu", "Leads")) : fail((say) => say("Không dẫn đầu", "Does not lead"), null);
}

/** An award at a campaign's review: who launched it, after how many years, and whether the unit led. */
export function campaignReviewed(rule: RuleOf<"campaign_reviewed">, c: Context): Finding {
  const { launched_by, years, leads } = c.input.candidate.campaign ?? {};
  const least = rule.years ? wholeOf(c.basis) : 0;
  const found: Text = (say) => say(
    `Phong trào do ${launched_by === undefined ? "…" : word(`${launched_by}_authority`, say)} phát động${years === undefined ? "" : `, sau ${years} năm`}`,
    `A campaign launched by ${launched_by === undefined ? "…" : word(`${launched_by}_authority`, say)}${years === undefined ? "" : `, after ${years} years`}`,
  );
  if (launched_by !== undefined && !rule.launched_by.includes(launched_by)) return fail(found, null);
  if (rule.years && years !== undefined && years < least) return fail(found, (say) => say(`Đề nghị khi phong trào được tổng kết sau ít nhất ${least} năm`, `Propose at a review after at least ${least} years`));
  if (rule.leads && leads === false) return fail((say) => say(`${found(say)}; không dẫn đầu`, `${found(say)}; does not lead`), null);
  const missing = [
    ...(launched_by === undefined ? ["candidate.campaign.launched_by"] : []),
    ...(rule.years && years === undefined ? ["candidate.campaign.years"] : []),
    ...(rule.leads && leads === undefined ? ["candidate.campaign.leads"] : []),
  ];
  if (missing.length > 0) return unknown(found, missing, (say) => say("Bổ sung thông tin về phong trào thi đua", "State the facts of the campaign"));
  return pass(found);
}

function lacksMembers(facts: Readonly<Record<string, unknown>>): Finding {
  const missing = Object.entries(facts).filter(([, fact]) => fact === undefined).map(([name]) => `candidate.members.${name}`);
  return unknown((say) => say("Hồ sơ chưa có đủ số liệu thành viên", "The dossier lacks figures of the members"), missing, (say) => say("Bổ sung số liệu thành viên của tập thể", "State the figures of the collective's members"));
}
