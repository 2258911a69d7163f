import { say } from "../../../kernel/text.ts";
import { content, deadline, fact, flag, group, leaf, levels, manual, met, perUnit, type ReadyCard, ratio, tier } from "./build.ts";

const HOME = "Phòng Nội vụ";
const FOUR_CLASSES = [{ id: "excellent", at_least: "90", floor_percent: "85" }, { id: "good", at_least: "80" }, { id: "completed", at_least: "70" }, { id: "none", at_least: "0" }];
const SELF_REPORT = [{ id: "self_report", text: "Có báo cáo tự chấm điểm gửi đúng quy định" }];

const tasks = fact("tasks_assigned", "Số nhiệm vụ được giao", "Tasks assigned", "nhiệm vụ");
const done = fact("tasks_done", "Số nhiệm vụ hoàn thành đúng hạn", "Tasks completed in time", "nhiệm vụ");
const late = fact("late_reports", "Số báo cáo gửi chậm", "Reports sent late", "báo cáo");
const discipline = fact("discipline", "Mức kỷ luật cao nhất trong năm", "Gravest discipline of the year");
const disciplineLevels = [["none", "Không có", "0"], ["reprimand", "Khiển trách", "-1"], ["warning_or_more", "Cảnh cáo trở lên", "-2"]] as const;

/** The card of a block of agencies: tasks, discipline, reform, emulation. */
export const agencyBlock: ReadyCard = {
  id: "agency_block",
  purpose: "cluster",
  title: say("Bảng chấm điểm khối thi đua các cơ quan", "Scorecard of a block of agencies"),
  description: say("100 điểm cho phòng, ban, đoàn thể: nhiệm vụ được giao, kỷ luật, cải cách hành chính, thi đua. Điểm từng mục là gợi ý, khối thống nhất lại đầu năm.", "100 points for offices and organisations: assigned tasks, discipline, reform, emulation. The points are suggestions for the block to settle at the start of the year."),
  content: content("khoi-co-quan-2021", "Bảng chấm điểm khối thi đua các cơ quan", "100", [
    group("1", "Thực hiện nhiệm vụ chuyên môn", "Professional tasks", [
      leaf("1.1", "40", "Hoàn thành nhiệm vụ được giao đúng hạn", "Assigned tasks completed in time", [ratio(done, tasks, { zero_below: "50" })], { proof: "Sổ theo dõi nhiệm vụ", by: "Văn phòng HĐND và UBND" }),
      leaf("1.2", "10", "Chất lượng tham mưu", "Quality of advice", [manual(fact("advice_points", "Điểm chất lượng tham mưu", "Points for the quality of advice", "điểm")), perUnit(fact("documents_recalled", "Số văn bản tham mưu phải thu hồi, sửa", "Documents recalled or corrected", "văn bản"), "-1", { cap: "5" })], { by: "Văn phòng HĐND và UBND" }),
    ]),
    group("2", "Kỷ luật, kỷ cương, xây dựng cơ quan", "Discipline and building the agency", [
      leaf("2.1", "8", "Chấp hành kỷ luật", "Discipline kept", [levels(discipline, disciplineLevels)], { proof: "Quyết định kỷ luật", by: HOME, note: "Mức trừ 1 và 2 theo một bảng thật đã đọc được (Tiền Giang 2022); điểm chuẩn là gợi ý." }),
      leaf("2.2", "6", "Đoàn kết nội bộ, quy chế dân chủ", "Unity and democracy at work", [met(fact("democracy_rules", "Thực hiện tốt quy chế dân chủ", "Democracy rules well kept"), "6")], { by: HOME }),
      leaf("2.3", "6", "Xếp loại tổ chức đảng, đoàn thể", "Grade of Party cell and organisations", [levels(fact("cell_grade", "Mức xếp loại", "Grade"), [["excellent", "Hoàn thành xuất sắc", "0"], ["good", "Hoàn thành tốt", "-1"], ["completed", "Hoàn thành", "-3"], ["not", "Không hoàn thành", "-6"]])], { proof: "Quyết định xếp loại" }),
    ]),
    group("3", "Cải cách hành chính", "Administrative reform", [
      leaf("3.1", "8", "Hồ sơ thủ tục hành chính đúng hạn", "Administrative files in time", [tier(fact("files_in_time", "Tỷ lệ hồ sơ đúng hạn", "Files settled in time", "%"), [["98", "8"], ["95", "6"], ["90", "3"]])], { by: HOME }),
      leaf("3.2", "7", "Văn bản điện tử, ký số", "Electronic documents", [ratio(fact("electronic_documents", "Tỷ lệ văn bản ký số", "Documents signed electronically", "%"), fact("electronic_documents_plan", "Tỷ lệ văn bản ký số được giao", "Planned share", "%"))], { by: "Phòng Văn hóa và Thông tin" }),
    ]),
    group("4", "Công tác thi đua, khen thưởng", "Emulation work", [
      leaf("4.1", "5", "Kế hoạch, phát động đúng hạn", "Plan and launch in time", [deadline(fact("plan_issued_on", "Ngày ban hành kế hoạch thi đua", "Day the plan was issued"), "2021-01-31", "-0.5", { days: 3, points: "0.5" })], { by: HOME, note: "Thời hạn và mức cộng, trừ theo một bảng thật đã đọc được (Tiền Giang 2022)." }),
      leaf("4.2", "4", "Điển hình tiên tiến", "Exemplars", [tier(fact("models", "Số điển hình trong năm", "Exemplars in the year", "điển hình"), [["1", "4"]])], { by: HOME, note: "Chỉ tiêu 1 điển hình mỗi cơ quan theo kế hoạch của một huyện trong tỉnh (Na Rì 2014)." }),
      leaf("4.3", "6", "Chế độ báo cáo, hồ sơ khen thưởng", "Reports and dossiers", [perUnit(late, "-0.5", { cap: "1.5" }), perUnit(fact("dossiers_returned", "Số hồ sơ bị trả lại", "Dossiers returned", "hồ sơ"), "-0.5", { cap: "2" })], { by: HOME }),
    ]),
  ], { gates: SELF_REPORT, classes: FOUR_CLASSES, tie_break: ["1", "3"] }),
};

const four = [["always", "Thường xuyên, đầy đủ", "0"], ["mostly", "Còn vài thiếu sót", "-3"], ["partly", "Nhiều thiếu sót", "-6"], ["no", "Chưa thực hiện", "-10"]] as const;
const practice = (id: string, title: string, title_en: string, key: string) => leaf(id, "10", title, title_en, [levels(fact(key, title, title_en), four)], { proof: "Biên bản kiểm tra, theo dõi nội bộ", by: HOME });

/** Public-office culture (văn hóa công sở): what the movement asks of the office and of those who work in it. */
export const publicOffice: ReadyCard = {
  id: "public_office",
  purpose: "public_office",
  title: say("Bảng chấm điểm văn hóa công sở", "Scorecard of public-office culture"),
  description: say("Theo hai nội dung của phong trào thi đua thực hiện văn hóa công sở 2019 - 2025: tập thể “văn minh, hiện đại, xanh - sạch - đẹp”; cá nhân “kỷ cương, trách nhiệm, tận tụy, chuyên nghiệp”. Nội dung đã đọc được; điểm là gợi ý.", "After the two sides of the 2019–2025 movement: an office civil, modern, green and clean; people disciplined, responsible, devoted, professional. The contents were read in their source; the points are suggestions."),
  content: content("van-hoa-cong-so-2021", "Bảng chấm điểm văn hóa công sở", "100", [
    group("1", "Tập thể văn minh, hiện đại, xanh - sạch - đẹp", "An office civil, modern, green and clean", [
      practice("1.1", "Quy chế, nội quy cơ quan", "Rules of the office", "office_rules"),
      leaf("1.2", "10", "Cải cách hành chính, ứng dụng công nghệ thông tin", "Reform and information technology", [manual(fact("office_reform", "Điểm kiểm tra cải cách hành chính", "Points for reform", "điểm"))], { by: HOME }),
      practice("1.3", "Khuôn viên, phòng làm việc gọn gàng, sạch đẹp", "Tidy premises", "premises"),
      leaf("1.4", "10", "Tổ chức phong trào thi đua văn hóa công sở", "Organising the movement", [met(fact("movement_plan", "Có kế hoạch và tổ chức phát động", "Planned and launched"), "10")], { proof: "Kế hoạch, ảnh, danh sách đăng ký", by: HOME }),
    ]),
    group("2", "Cá nhân kỷ cương, trách nhiệm, tận tụy, chuyên nghiệp", "People disciplined, responsible, devoted, professional", [
      leaf("2.1", "10", "Kỷ luật, kỷ cương, giờ giấc", "Discipline and hours", [levels(discipline, disciplineLevels), perUnit(fact("hours_breaches", "Số lượt vi phạm giờ giấc bị nhắc nhở", "Breaches of working hours", "lượt"), "-0.5", { cap: "5" })], { by: HOME }),
      practice("2.2", "Chuyên môn, nghiệp vụ", "Expertise", "expertise"),
      practice("2.3", "Thái độ tận tụy phục vụ nhân dân", "Devoted service", "devotion"),
      leaf("2.4", "10", "Chuẩn mực giao tiếp, ứng xử", "Standards of communication", [perUnit(fact("attitude_complaints", "Số phản ánh đúng về thái độ phục vụ", "Confirmed complaints of attitude", "phản ánh"), "-2", { cap: "10" })], { by: HOME }),
      leaf("2.5", "10", "Chuẩn mực đạo đức, lối sống", "Ethics", [flag(fact("ethics_breach", "Có người vi phạm đạo đức công vụ", "Somebody breached public-service ethics"), "-10")], { by: HOME }),
      practice("2.6", "Trang phục gọn gàng, đeo thẻ công chức", "Neat dress and name card", "dress"),
    ]),
  ], { gates: SELF_REPORT, classes: FOUR_CLASSES, tie_break: ["2", "1"] }),
};
