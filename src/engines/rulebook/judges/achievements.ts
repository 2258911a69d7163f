import { yearOf } from "../../../kernel/plain-date.ts";
import { typeOf } from "../facts.ts";
import { honourOf } from "../law.ts";
import { type Context, type Finding, fail, lacks, pass, unknown } from "../model.ts";

/** The same deed must not have been commended by another form. Titles are no forms and do not stand in the way. */
export function oneFormPerAchievement(c: Context): Finding {
  const { record, achievement } = c.input.candidate;
  if (record === undefined) return lacks("candidate.record", "các hình thức đã được tặng", "the past awards");
  const forms = record.filter(({ honour }) => honourOf(honour).form === "commendation_form");
  const same = forms.filter((award) => achievement !== undefined && award.achievement === achievement);
  if (same.length > 0) {
    return fail((say) => {
      const names = same.map(({ honour }) => say(honourOf(honour).vi, honourOf(honour).en)).join("; ");
      return say(`Thành tích này đã được khen: ${names}`, `This achievement was already commended: ${names}`);
    }, null);
  }
  // Without ids two awards can be told apart by their year or their type.
  const unclear = forms.filter((award) => {
    if (achievement !== undefined && award.achievement !== undefined) return false;
    if (award.year !== undefined && c.input.year !== undefined && award.year !== c.input.year) return false;
    return (award.type ?? "for_merit") === typeOf(c.input.candidate);
  });
  if (unclear.length > 0) {
    return unknown(
      (say) => say("Có hình thức đã tặng cùng năm, cùng loại; chưa rõ có cùng thành tích hay không", "An award of the same year and type may be for the same deed"),
      ["candidate.achievement"],
      (say) => say("Ghi rõ thành tích được khen của lần này và lần trước", "State which achievement this proposal and the earlier award are for"),
    );
  }
  return pass((say) => say("Thành tích chưa được khen bằng hình thức khác", "The achievement was not commended by another form"));
}

/** One state-level form a year, but for sudden feats, long service and seniority. */
export function oneStateFormPerYear(c: Context): Finding | null {
  const type = typeOf(c.input.candidate);
  if (type === "ad_hoc" || type === "for_long_service" || type === "by_seniority") return null;
  const { record } = c.input.candidate;
  if (record === undefined) return null;
  const states = record.filter(({ honour }) => honourOf(honour).state_level && honourOf(honour).form === "commendation_form");
  const sameYear = states.filter(({ decided_on, year, type: past }) => {
    if (past === "ad_hoc" || past === "for_long_service" || past === "by_seniority") return false;
    return decided_on === undefined ? year !== undefined && year === c.input.year : yearOf(decided_on) === yearOf(c.on);
  });
  return sameYear.length === 0
    ? pass((say) => say("Trong năm chưa có hình thức khen thưởng cấp Nhà nước", "No state-level form in the same year"))
    : fail((say) => say(`Năm ${yearOf(c.on)} đã có hình thức khen thưởng cấp Nhà nước`, `A state-level form was already given in ${yearOf(c.on)}`), (say) => say(`Đề nghị từ năm ${yearOf(c.on) + 1}`, `Propose in ${yearOf(c.on) + 1}`));
}
