import { say } from "../../../kernel/text.ts";
import { content, deadline, fact, flag, group, leaf, levels, manual, perUnit, type ReadyCard, ratio, table, target, tier } from "./build.ts";

const revenue = target("budget_revenue", "Thu ngân sách nhà nước trên địa bàn", "Budget revenue in the area", "tỷ đồng");
const cereal = target("cereal_output", "Sản lượng lương thực có hạt", "Cereal output", "tấn");
const forest = target("forest_planted", "Diện tích rừng trồng mới", "Forest newly planted", "ha");
const poverty = target("poverty_reduction", "Mức giảm tỷ lệ hộ nghèo", "Reduction of the poverty rate", "điểm %");
const criteria = target("new_rural_criteria", "Số tiêu chí nông thôn mới đạt chuẩn tăng thêm", "New-rural criteria newly met", "tiêu chí");
const insurance = target("health_insurance", "Tỷ lệ người dân tham gia bảo hiểm y tế", "Share of people with health insurance", "%");
const stunting = target("child_malnutrition", "Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng", "Malnutrition among children under 5", "%");
const culture = target("cultured_families", "Tỷ lệ gia đình văn hóa", "Share of cultured families", "%");
const recruits = target("army_recruits", "Số công dân nhập ngũ", "Citizens enlisted", "người");
const FINANCE = "Phòng Tài chính - Kế hoạch";
const FARMING = "Phòng Nông nghiệp và PTNT";
const HOME = "Phòng Nội vụ";
const PATTERN = "Mức điểm theo mẫu bảng chấm của một sở (Tiền Giang, HD 168/HD-STNMT ngày 01/3/2022).";
const self = fact("discipline_self_detected", "Đơn vị tự phát hiện và xử lý", "The unit found and handled it itself");

const economy = group("1", "Kinh tế - xã hội", "Economy and society", [
  leaf("1.1", "6", "Thu ngân sách nhà nước trên địa bàn", "Budget revenue in the area", [ratio(revenue.actual, revenue.plan, { zero_below: "50" }), perUnit(revenue.percent, "0.1", { beyond: "100", cap: "1" })], { proof: "Báo cáo thu ngân sách năm", by: FINANCE }),
  leaf("1.2", "6", "Sản lượng lương thực có hạt", "Cereal output", [ratio(cereal.actual, cereal.plan, { zero_below: "50" })], { proof: "Số liệu của cơ quan thống kê", by: FARMING }),
  leaf("1.3", "5", "Trồng rừng", "Forest planting", [ratio(forest.actual, forest.plan, { zero_below: "50" }), perUnit(forest.percent, "0.1", { beyond: "100", every: "5", cap: "1" })], { proof: "Biên bản nghiệm thu trồng rừng", by: "Hạt Kiểm lâm" }),
  leaf("1.4", "7", "Giảm nghèo", "Poverty reduction", [ratio(poverty.actual, poverty.plan)], { proof: "Quyết định phê duyệt kết quả rà soát hộ nghèo", by: "Phòng Lao động - Thương binh và Xã hội" }),
  leaf("1.5", "8", "Xây dựng nông thôn mới", "New rural area", [
    ratio(criteria.actual, criteria.plan),
    levels(fact("new_rural_status", "Được công nhận trong năm", "Recognised in the year"), [["none", "Chưa được công nhận thêm", "0"], ["met", "Xã đạt chuẩn nông thôn mới", "1"], ["advanced", "Xã nông thôn mới nâng cao", "2"]]),
  ], { proof: "Quyết định công nhận; bảng đánh giá tiêu chí", by: FARMING, cap_bonus: "2" }),
  leaf("1.6", "4", "Giải ngân vốn đầu tư công", "Disbursement of public investment", [tier(fact("disbursement_rate", "Tỷ lệ giải ngân", "Share disbursed", "%", ["public_investment_disbursed", "percent"]), [["98", "4"], ["95", "3"], ["90", "2"]])], { proof: "Xác nhận của Kho bạc", by: FINANCE }),
  leaf("1.7", "4", "Huy động trẻ em đến trường", "School attendance", [tier(fact("attendance_rate", "Tỷ lệ huy động trẻ trong độ tuổi", "Children of school age attending", "%", ["school_attendance", "actual"]), [["98", "4"], ["95", "3"], ["90", "1"]])], { proof: "Báo cáo năm học", by: "Phòng Giáo dục và Đào tạo" }),
  leaf("1.8", "4", "Bảo hiểm y tế", "Health insurance", [ratio(insurance.actual, insurance.plan)], { proof: "Số liệu của bảo hiểm xã hội", by: "Bảo hiểm xã hội" }),
  leaf("1.9", "3", "Giảm trẻ em suy dinh dưỡng", "Less malnutrition among children", [ratio(stunting.actual, stunting.plan, { direction: "at_most" })], { proof: "Số liệu của trạm y tế", by: "Trung tâm Y tế" }),
  leaf("1.10", "4", "Gia đình văn hóa", "Cultured families", [ratio(culture.actual, culture.plan)], { proof: "Quyết định công nhận gia đình văn hóa", by: "Phòng Văn hóa và Thông tin" }),
  leaf("1.11", "4", "Thu gom, xử lý chất thải sinh hoạt", "Collection of household waste", [
    tier(fact("waste_rate", "Tỷ lệ chất thải được thu gom", "Share of waste collected", "%"), [["98", "4"], ["97", "3"], ["96", "2"]]),
    perUnit(fact("villages_without_collection", "Số thôn chưa tổ chức thu gom", "Villages without collection", "thôn"), "-0.2", { cap: "2" }),
  ], { proof: "Biên bản kiểm tra", by: "Phòng Tài nguyên và Môi trường", note: `Các mốc 98, 97, 96 %, mức trừ và mức trần trừ: ${PATTERN} Điểm chuẩn 4 là gợi ý.` }),
]);

const defence = group("2", "Quốc phòng, an ninh", "Defence and security", [
  leaf("2.1", "6", "Tuyển quân, huấn luyện dân quân", "Recruitment and militia training", [ratio(recruits.actual, recruits.plan), flag(fact("recruits_returned", "Có công dân nhập ngũ bị trả lại", "A recruit was sent back"), "-1")], { proof: "Quyết định giao, nhận quân", by: "Ban Chỉ huy Quân sự" }),
  leaf("2.2", "5", "An ninh, trật tự", "Order and security", [perUnit(fact("grave_incidents", "Số vụ việc phức tạp về an ninh, trật tự", "Grave incidents of order", "vụ"), "-1", { cap: "5" })], { proof: "Báo cáo của công an xã", by: "Công an huyện" }),
  leaf("2.3", "4", "Tiếp công dân, giải quyết khiếu nại, tố cáo", "Complaints and denunciations", [
    perUnit(fact("late_complaints", "Số đơn giải quyết quá hạn", "Complaints settled late", "đơn"), "-0.5", { cap: "1.5" }),
    flag(fact("complaint_confirmed", "Có khiếu nại, tố cáo được kết luận là đúng", "A complaint was confirmed"), "-2"),
  ], { proof: "Sổ tiếp công dân; kết luận giải quyết", by: "Thanh tra huyện", sure: true, note: PATTERN }),
]);

const politics = group("3", "Xây dựng Đảng, chính quyền, đoàn thể", "Party, government, organisations", [
  leaf("3.1", "4", "Xếp loại tổ chức đảng", "Grade of the Party organisation", [levels(fact("party_grade", "Mức xếp loại", "Grade"), [["excellent", "Hoàn thành xuất sắc nhiệm vụ", "0"], ["good", "Hoàn thành tốt nhiệm vụ", "-1"], ["completed", "Hoàn thành nhiệm vụ", "-2"], ["not", "Không hoàn thành nhiệm vụ", "-4"]])], { proof: "Quyết định xếp loại", by: "Ban Tổ chức Huyện ủy" }),
  leaf("3.2", "3", "Mặt trận và các đoàn thể", "Front and mass organisations", [tier(fact("organisations_rated_well", "Tỷ lệ tổ chức xếp loại từ hoàn thành tốt trở lên", "Organisations rated well or better", "%"), [["100", "3"], ["80", "2"], ["60", "1"]])], { proof: "Quyết định xếp loại", by: "Ủy ban MTTQ huyện" }),
  leaf("3.3", "3", "Kỷ luật cán bộ, công chức", "Discipline of officials", [
    levels(fact("discipline", "Mức kỷ luật cao nhất trong năm", "Gravest discipline of the year"), [["none", "Không có", "0"], ["reprimand", "Khiển trách", "-1"], ["warning_or_more", "Cảnh cáo trở lên", "-2"]], { fact: self, is: false }),
  ], { proof: "Quyết định kỷ luật", by: HOME, sure: true, note: `${PATTERN} Đơn vị tự phát hiện và xử lý thì không trừ.` }),
]);

const files = fact("files_per_year", "Số hồ sơ thủ tục hành chính trong năm", "Administrative files in the year", "hồ sơ");
const reform = group("4", "Cải cách hành chính", "Administrative reform", [
  leaf("4.1", "5", "Giải quyết hồ sơ đúng hạn, sớm hạn", "Files settled in time or early", [
    table(files, ["1000", "2000"], fact("late_percent", "Tỷ lệ hồ sơ trễ hạn", "Files settled late", "%"), ["0.01", "1", "7", "10"], [["0", "-1", "-1.5", "-2", "-2.5"], ["0", "-0.5", "-1", "-1.5", "-2"], ["0", "-0.2", "-0.7", "-1.2", "-1.7"]]),
    table(files, ["1000", "2000"], fact("early_percent", "Tỷ lệ hồ sơ sớm hạn", "Files settled early", "%"), ["1", "5", "7", "10"], [["0", "0.5", "1", "1.5", "2"], ["0", "1", "1.5", "2", "2.5"], ["0", "1.2", "1.7", "2.2", "2.7"]]),
  ], { proof: "Hệ thống một cửa điện tử", by: "Văn phòng HĐND và UBND", sure: true, note: PATTERN }),
  leaf("4.2", "3", "Niêm yết, một cửa, ứng dụng công nghệ thông tin", "Posting, one-stop service, information technology", [manual(fact("reform_work", "Điểm kiểm tra thực tế", "Points of the inspection", "điểm"))], { proof: "Biên bản kiểm tra", by: HOME }),
]);

const emulation = group("5", "Công tác thi đua, khen thưởng", "Emulation and commendation work", [
  leaf("5.1", "3", "Ban hành kế hoạch, phát động thi đua", "Plan and launch", [deadline(fact("plan_issued_on", "Ngày ban hành kế hoạch thi đua", "Day the plan was issued"), "2021-01-31", "-0.5", { days: 3, points: "0.5" })], { proof: "Kế hoạch phát động", by: HOME, sure: true, note: PATTERN }),
  leaf("5.2", "2", "Tham gia hoạt động của cụm", "Taking part in the cluster", [perUnit(fact("meetings_missed", "Số cuộc họp của cụm vắng mặt", "Meetings of the cluster missed", "cuộc"), "-0.5", { cap: "2" })], { proof: "Biên bản các cuộc họp", by: "Cụm trưởng" }),
  leaf("5.3", "3", "Xây dựng, nhân rộng điển hình tiên tiến", "Exemplars found and spread", [tier(fact("models", "Số mô hình, điển hình trong năm", "Models and exemplars in the year", "mô hình"), [["5", "3"], ["3", "2"], ["1", "1"]])], { proof: "Danh sách, hồ sơ điển hình", by: HOME, note: "Chỉ tiêu 5 mô hình mỗi xã theo kế hoạch của một huyện trong tỉnh (Na Rì 2014); mức điểm là gợi ý." }),
  leaf("5.4", "2", "Hồ sơ khen thưởng đúng, đủ, kịp thời", "Dossiers correct and in time", [perUnit(fact("dossiers_returned", "Số hồ sơ bị trả lại", "Dossiers returned", "hồ sơ"), "-0.5", { cap: "2" })], { by: HOME }),
  leaf("5.5", "2", "Chế độ báo cáo", "Reports", [
    perUnit(fact("late_reports", "Số báo cáo gửi chậm", "Reports sent late", "báo cáo"), "-0.5", { cap: "1.5" }),
    perUnit(fact("missing_documents", "Số minh chứng còn thiếu", "Documents missing", "tài liệu"), "-0.1", { cap: "0.5" }),
  ], { by: HOME, sure: true, note: PATTERN }),
]);

/** The card of a cluster of communes: 100 points in five groups, bonus and penalty, all kinds of rules. */
export const communeCluster: ReadyCard = {
  id: "commune_cluster",
  purpose: "cluster",
  title: say("Bảng chấm điểm cụm thi đua các xã, thị trấn", "Scorecard of a cluster of communes"),
  description: say(
    "100 điểm, năm nhóm, có điểm thưởng và điểm trừ. Mức trừ, bảng hồ sơ và thời hạn theo một bảng thật đã đọc được; điểm từng chỉ tiêu là gợi ý để cụm điều chỉnh. Xếp loại theo mẫu của Nghệ An, chưa xác minh cho địa phương này; mức sàn từng tiêu chí chỉ giữ ở mức xuất sắc vì bảng này chia nhỏ hơn.",
    "100 points in five groups, with bonus and penalty. Penalties, the table of files and deadlines follow a real table that was read; the points of each target are suggestions. Classes follow Nghệ An, not verified for this locality; the floor of each criterion stands for the highest class only, because this card has finer criteria.",
  ),
  content: content("cum-xa-2021", "Bảng chấm điểm cụm thi đua các xã, thị trấn", "100", [economy, defence, politics, reform, emulation], {
    gates: [{ id: "self_report", text: "Có báo cáo tự chấm điểm gửi đúng quy định" }],
    classes: [{ id: "excellent", at_least: "90", floor_percent: "85" }, { id: "good", at_least: "80" }, { id: "completed", at_least: "70" }, { id: "none", at_least: "0" }],
    tie_break: ["1", "5", "1.1"],
  }),
};
