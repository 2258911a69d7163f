import { honourOf } from "./law.ts";
import type { DatedValue } from "./law-types.ts";
import type { Rule } from "./model.ts";
import { type Say, word, wordList } from "./say.ts";

/** Takes a rule, the provision in force and a language; gives what the rule asks of anybody, as a clause without a full stop. */
export function needOf(rule: Rule, basis: DatedValue, say: Say): string {
  const n = basis.value ?? "";
  switch (rule.kind) {
    case "registered":
      return say("Phải đăng ký thi đua từ đầu năm", "Must have registered for emulation");
    case "employed_for_months":
      return say(`Người mới tuyển dụng phải công tác từ đủ ${n} tháng trở lên`, `A new recruit must have served at least ${n} months`);
    case "good_work":
      return say("Phải hoàn thành tốt nhiệm vụ trở lên, hoặc lao động, sản xuất có hiệu quả", "Must have completed tasks well or better, or work effectively as a producer");
    case "rated_at_least":
      return say(`Phải được xếp loại ${word(rule.rating, say)} trở lên trong năm`, `Must be rated ${word(rule.rating, say)} or better in the year`);
    case "rated_each_year":
      return say(`Phải ${word(rule.rating, say)} trở lên trong ${n} năm liên tục đến năm đề nghị`, `Must be rated ${word(rule.rating, say)} or better in ${n} consecutive years up to the proposal`);
    case "not_disciplined_in_year":
      return say("Không bị kỷ luật từ khiển trách trở lên trong năm", "No discipline from reprimand up in the year");
    case "counted_after_discipline":
      return say("Thành tích chỉ được tính từ khi hết thời hạn kỷ luật", "Achievements count only from the end of the discipline period");
    case "nothing_pending":
      return say("Không có vụ việc đang xem xét kỷ luật, điều tra, thanh tra, khiếu nại, tố cáo hoặc báo chí nêu đang xác minh", "No disciplinary matter, investigation, inspection, complaint, denunciation or press report may be pending");
    case "long_training_counts":
      return say("Đào tạo từ 1 năm trở lên chỉ được tính khi đạt kết quả khá trở lên", "Training of a year or more counts only with a fair result or better");
    case "proposed_by_managing_unit":
      return say("Đơn vị đang quản lý (đơn vị mới khi điều động) phải lập hồ sơ", "The unit that manages the person (the new one after a transfer) must propose");
    case "signed_by":
      return say(rule.accepted.length > 1 ? "Giám đốc hoặc chủ tịch hội đồng ký quyết định" : "Giám đốc ký quyết định", rule.accepted.length > 1 ? "The director or the chair of the board signs" : "The director signs");
    case "initiatives": {
      const count = rule.count === "one" ? "1" : n;
      return say(`Phải có ít nhất ${count} sáng kiến, đề tài được công nhận phạm vi ${word(`${rule.scope}_scope`, say)} trở lên trong kỳ xét`, `At least ${count} recognised initiative or study reaching ${word(`${rule.scope}_scope`, say)} in the period`);
    }
    case "titles_each_year":
      return say(`Phải có ${n} lần liên tục ${name(rule.honour, say)}`, `${n} consecutive titles ${name(rule.honour, say)} are needed`);
    case "titles_in_a_row":
      return say(`Phải có ${n} lần liên tục ${name(rule.honour, say)}`, `${n} titles ${name(rule.honour, say)} one after another are needed`);
    case "proposed_year_after":
      return say(`Phải đề nghị vào năm liền kề với năm quyết định ${name(rule.honour, say)} gần nhất`, `Must be proposed in the year adjacent to the last decision of ${name(rule.honour, say)}`);
    case "award_before_years":
      return say(`Phải đã được tặng ${name(rule.honour, say)} trước ${n} năm thành tích tiếp theo`, `Must hold ${name(rule.honour, say)} from before the ${n} next achievement years`);
    case "titles_within_years":
      return say(`Trong ${rule.years} năm đó phải có ít nhất ${n} lần ${name(rule.honour, say)}`, `At least ${n} titles ${name(rule.honour, say)} within those ${rule.years} years`);
    case "one_of_award_sets": {
      const sets = rule.sets.map((set) => set.map(({ honour, count }) => `${count} ${name(honour, say)}`).join(say(" và ", " and ")));
      return say(`Trong ${rule.years} năm phải có: ${sets.join("; hoặc ")}`, `Within ${rule.years} years: ${sets.join("; or ")}`);
    }
    case "grounds_not_thematic":
      return say("Khen thưởng đột xuất, theo đợt, chuyên đề không làm căn cứ đề nghị khen cấp Nhà nước", "Sudden and thematic awards are no ground for a state-level award");
    case "one_form_per_achievement":
      return say("Một thành tích chỉ được khen một hình thức", "One achievement is commended by one form only");
    case "one_state_form_per_year":
      return say("Mỗi năm chỉ đề nghị một hình thức khen thưởng cấp Nhà nước", "Only one state-level form in a year");
    case "member_share":
      return rule.compare === "more_than"
        ? say(`Phải có trên ${n} % thành viên đạt Lao động tiên tiến`, `More than ${n} % of the members must be advanced labourers`)
        : say(`Phải có từ ${n} % thành viên đạt Lao động tiên tiến trở lên`, `At least ${n} % of the members must be advanced labourers`);
    case "every_member_completed":
      return say("100 % thành viên phải hoàn thành nhiệm vụ", "Every member must have completed the tasks");
    case "member_count":
      return say(`Phải có ít nhất ${n} thành viên là Chiến sĩ thi đua cơ sở`, `At least ${n} member must be a grassroots emulation fighter`);
    case "no_member_disciplined":
      return say("Không có thành viên bị kỷ luật từ cảnh cáo trở lên", "No member disciplined from warning up");
    case "member_discipline_noted":
      return say("Kỷ luật của thành viên không còn là điều kiện loại trừ, nhưng cần lưu ý", "A member's discipline no longer excludes, but is to be noted");
    case "formed_for_months":
      return say(`Tập thể phải thành lập từ đủ ${n} tháng trở lên`, `The collective must be at least ${n} months old`);
    case "not_dissolved":
      return say("Không khen thưởng tổ chức đã giải thể do sắp xếp", "No award to an organisation dissolved by reorganisation");
    case "meets_provincial_flag":
      return say("Phải đạt tiêu chuẩn cờ thi đua cấp bộ, ngành, tỉnh", "Must meet the standard of the provincial flag");
    case "leads_cluster":
      return say("Phải dẫn đầu cụm, khối hoặc phong trào thi đua", "Must lead its cluster or campaign");
    case "campaign_reviewed":
      return say(
        `Phong trào phải do ${rule.launched_by.map((id) => word(`${id}_authority`, say)).join(", ")} phát động${rule.years ? `, được sơ kết, tổng kết sau ít nhất ${n} năm` : ""}${rule.leads ? " và tập thể dẫn đầu" : ""}`,
        `The campaign must be launched by ${rule.launched_by.map((id) => word(`${id}_authority`, say)).join(" or ")}${rule.years ? ` and reviewed after at least ${n} years` : ""}${rule.leads ? ", with the unit leading" : ""}`,
      );
    case "cultured_family_each_year":
      return say(`Phải đạt Gia đình văn hóa ${n} năm liên tục, không tính trùng năm đã được khen`, `A cultured family in ${n} consecutive years, none of them rewarded before`);
    case "no_household_violation":
      return say(
        `Không thuộc trường hợp không xét: ${wordList(["prosecuted", "military_duty", "tax", "construction", "fire_safety", "environment", "child_marriage", "domestic_violence", "social_evils", "disorderly_gathering"], say)}`,
        `None of the excluding grounds: ${wordList(["prosecuted", "military_duty", "tax", "construction", "fire_safety", "environment", "child_marriage", "domestic_violence", "social_evils", "disorderly_gathering"], say)}`,
      );
    case "within_quota":
      return n === ""
        ? say("Số đề nghị không quá tỷ lệ do bộ, tỉnh quy định", "No more than the percentage set by the ministry or province")
        : say(`Số đề nghị không quá ${n} %${rule.left_to_province ? ", theo tỷ lệ cụ thể do bộ, tỉnh quy định" : ""}`, `No more than ${n} %${rule.left_to_province ? ", within the percentage set by the ministry or province" : ""}`);
    case "secret_vote_of_all_members":
      return say(`Phải được ít nhất ${n} % tổng số thành viên Hội đồng đồng ý bằng phiếu kín`, `At least ${n} % of all council members must approve by secret ballot`);
    case "vote_by_local_rule":
      return say("Kết quả bỏ phiếu theo tỷ lệ của quy chế địa phương, ngành", "The vote must reach the threshold of the local regulation");
    case "judged_by_council":
      return say(rule.vi, rule.en);
    case "text_not_read":
      return say("Luật sửa đổi có hiệu lực, phải đối chiếu toàn văn trước khi kết luận", "An amending law is in force; its text must be read before anybody can be found eligible");
  }
}

function name(honour: string, say: Say): string {
  const { vi, en } = honourOf(honour);
  return say(vi, en);
}
