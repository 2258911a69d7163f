import { say } from "../../../kernel/text.ts";
import { content, fact, flag, group, leaf, levels, manual, met, perUnit, type ReadyCard, ratio, tier } from "./build.ts";

const HOME = "Phòng Nội vụ";
const JUSTICE = "Phòng Tư pháp";
const FINANCE = "Phòng Tài chính - Kế hoạch";
const OFFICE = "Văn phòng HĐND và UBND";
const SCALE = "Điểm và mức theo bảng của một huyện đã đọc được (Cà Mau, QĐ 1880/QĐ-UBND năm 2013).";
const CLASSES = [{ id: "well", at_least: "80" }, { id: "fair", at_least: "70" }, { id: "average", at_least: "60" }, { id: "low", at_least: "0" }];
const CLASS_NOTE_VI = "Xếp loại 80, 70, 60 theo quy định của Quảng Trị (QĐ 3009/QĐ-UBND ngày 01/11/2017), tính trên điểm tối đa của chính đơn vị.";
const CLASS_NOTE_EN = "Classes at 80, 70 and 60 follow Quảng Trị (2017), reckoned on the unit's own maximum.";

/** A yes or no of the given points. */
const yes = (id: string, base: string, title: string, title_en: string, key: string, by: string) => leaf(id, base, title, title_en, [met(fact(key, title, title_en), base)], { by });
/** The share of something, full at the first bound. */
const share = (id: string, base: string, title: string, title_en: string, key: string, steps: readonly (readonly [string, string])[], by: string) =>
  leaf(id, base, title, title_en, [tier(fact(key, title, title_en, "%"), steps)], { by });

/** The first field, which both cards share; its scale of four sub-criteria was read in a district's own table. */
const direction = group("1", "Chỉ đạo, điều hành cải cách hành chính", "Steering of reform", [
  leaf("1.1", "1", "Ban hành kế hoạch cải cách hành chính năm", "Plan of the year issued", [levels(fact("reform_plan", "Ban hành kế hoạch", "Plan issued"), [["in_time", "Đúng thời hạn", "0"], ["late", "Chậm", "-0.5"], ["none", "Không ban hành", "-1"]])], { proof: "Kế hoạch năm", by: HOME, sure: true, note: SCALE }),
  leaf("1.2", "1", "Kế hoạch đủ nhiệm vụ, có bố trí kinh phí", "Plan whole and funded", [met(fact("reform_plan_funded", "Đủ nhiệm vụ, có kinh phí", "Whole and funded"), "1")], { by: HOME, sure: true, note: SCALE }),
  leaf("1.3", "1", "Kế hoạch rõ kết quả, rõ trách nhiệm", "Plan clear on results and duties", [met(fact("reform_plan_clear", "Rõ kết quả, trách nhiệm", "Clear on results and duties"), "1")], { by: HOME, sure: true, note: SCALE }),
  leaf("1.4", "2", "Mức độ thực hiện kế hoạch", "How far the plan was carried out", [tier(fact("reform_plan_done", "Tỷ lệ nhiệm vụ hoàn thành", "Share of tasks completed", "%"), [["90.01", "2"], ["70", "1"]])], { by: HOME, sure: true, note: `${SCALE} Trên 90 %: 2; từ 70 đến 90 %: 1; “trên 90” được ghi là từ 90,01.` }),
  leaf("1.5", "2", "Báo cáo cải cách hành chính", "Reports on reform", [perUnit(fact("reform_reports_missing", "Số báo cáo thiếu hoặc gửi chậm", "Reports missing or late", "báo cáo"), "-0.5", { cap: "2" })], { by: HOME }),
  leaf("1.6", "3", "Kiểm tra, tuyên truyền cải cách hành chính", "Inspection and information", [manual(fact("reform_inspection", "Điểm kiểm tra, tuyên truyền", "Points for inspection and information", "điểm"))], { by: HOME }),
]);

const sipas = (base: string) =>
  leaf("8.1", base, "Chỉ số hài lòng của người dân, tổ chức", "Satisfaction index", [ratio(fact("sipas", "Chỉ số hài lòng", "Satisfaction index", "%"), fact("sipas_goal", "Mục tiêu chỉ số hài lòng của năm", "The year's goal", "%"))], { proof: "Kết quả khảo sát", by: HOME });
const survey = (base: string) => leaf("8.2", base, "Điều tra xã hội học", "Sociological survey", [manual(fact("survey_points", "Điểm quy đổi từ phiếu điều tra xã hội học", "Points reckoned from the survey", "điểm"))], { proof: "Báo cáo điều tra", by: HOME });

/** The reform index of communes: 70 points assessed and 30 surveyed. */
export const reformCommune: ReadyCard = {
  id: "reform_index_commune",
  purpose: "reform_index",
  title: say("Chỉ số cải cách hành chính cấp xã", "Reform index of communes"),
  description: say(`Tám lĩnh vực, 100 điểm: 70 tự đánh giá và thẩm định, 30 khảo sát (tỷ lệ theo Hà Tĩnh 2019). Điểm từng lĩnh vực chưa xác minh. ${CLASS_NOTE_VI}`, `Eight fields, 100 points: 70 assessed, 30 surveyed (the split of Hà Tĩnh 2019). The points of each field are unverified. ${CLASS_NOTE_EN}`),
  content: content("par-index-xa-2021", "Chỉ số cải cách hành chính cấp xã", "100", [
    direction,
    group("2", "Thể chế", "Institutions", [
      yes("2.1", "3", "Rà soát, kiểm tra văn bản đúng quy định", "Instruments reviewed", "documents_reviewed", JUSTICE),
      yes("2.2", "3", "Tổ chức thi hành, phổ biến pháp luật", "Law carried out and made known", "law_spread", JUSTICE)]),
    group("3", "Thủ tục hành chính", "Administrative procedures", [
      yes("3.1", "3", "Niêm yết, công khai đủ thủ tục", "Procedures posted in full", "procedures_posted", OFFICE),
      share("3.2", "6", "Hồ sơ giải quyết đúng hạn", "Files settled in time", "files_in_time", [["95", "6"], ["90", "4"], ["80", "2"]], OFFICE),
      leaf("3.3", "2", "Xin lỗi khi trễ hạn", "Apologies for delay", [flag(fact("no_apology", "Có hồ sơ trễ hạn mà không xin lỗi", "A late file without an apology"), "-2")], { by: OFFICE }),
      yes("3.4", "3", "Một cửa, một cửa liên thông", "One-stop service", "one_stop", OFFICE)]),
    group("4", "Tổ chức bộ máy", "Organisation", [
      yes("4.1", "3", "Quy chế làm việc, phân công rõ", "Working rules and clear duties", "working_rules", HOME),
      yes("4.2", "3", "Sử dụng biên chế đúng quy định", "Staff within the quota", "staff_quota", HOME)]),
    group("5", "Công vụ, công chức", "Civil service", [
      share("5.1", "4", "Cán bộ, công chức đạt chuẩn", "Officials up to standard", "officials_qualified", [["100", "4"], ["90", "3"], ["80", "2"]], HOME),
      share("5.2", "3", "Hoàn thành kế hoạch bồi dưỡng", "Training plan carried out", "training_done", [["100", "3"], ["80", "2"]], HOME),
      leaf("5.3", "3", "Kỷ luật, kỷ cương hành chính", "Administrative discipline", [perUnit(fact("officials_disciplined", "Số người bị kỷ luật", "People disciplined", "người"), "-1", { cap: "3" })], { by: HOME })]),
    group("6", "Tài chính công", "Public finance", [
      yes("6.1", "4", "Quy chế chi tiêu nội bộ", "Internal spending rules", "spending_rules", FINANCE),
      yes("6.2", "4", "Công khai tài chính, ngân sách", "Finances made public", "finance_public", FINANCE)]),
    group("7", "Hiện đại hóa, chính quyền số", "Modern, digital government", [
      share("7.1", "4", "Văn bản điện tử", "Electronic documents", "electronic_documents", [["90", "4"], ["70", "2"]], "Phòng Văn hóa và Thông tin"),
      share("7.2", "4", "Hồ sơ dịch vụ công trực tuyến", "Files sent online", "online_files", [["50", "4"], ["30", "2"]], "Phòng Văn hóa và Thông tin"),
      yes("7.3", "2", "Duy trì hệ thống quản lý chất lượng ISO", "ISO quality system kept", "iso", OFFICE)]),
    group("8", "Tác động đến người dân và kinh tế - xã hội", "Effect on people and economy", [
      sipas("10"), survey("20"),
      leaf("8.3", "6", "Hoàn thành chỉ tiêu kinh tế - xã hội", "Socio-economic targets reached", [ratio(fact("targets_met", "Số chỉ tiêu đạt, vượt", "Targets reached", "chỉ tiêu"), fact("targets_assigned", "Số chỉ tiêu được giao", "Targets assigned", "chỉ tiêu"))], { by: FINANCE })]),
  ], { gates: [{ id: "self_report", text: "Có báo cáo tự đánh giá kèm tài liệu kiểm chứng" }], classes: CLASSES, tie_break: ["8.1", "3"] }),
};

/** The reform index of agencies: 80 points assessed and 20 surveyed. */
export const reformAgency: ReadyCard = {
  id: "reform_index_agency",
  purpose: "reform_index",
  title: say("Chỉ số cải cách hành chính cơ quan chuyên môn", "Reform index of agencies"),
  description: say(`Tám lĩnh vực, 100 điểm: 80 tự đánh giá và thẩm định, 20 khảo sát (tỷ lệ theo Hà Tĩnh 2019 cho cấp sở). Điểm từng lĩnh vực chưa xác minh. ${CLASS_NOTE_VI}`, `Eight fields, 100 points: 80 assessed, 20 surveyed (the split of Hà Tĩnh 2019 for departments). The points of each field are unverified. ${CLASS_NOTE_EN}`),
  content: content("par-index-co-quan-2021", "Chỉ số cải cách hành chính cơ quan chuyên môn", "100", [
    direction,
    group("2", "Thể chế", "Institutions", [
      yes("2.1", "5", "Tham mưu văn bản đúng chương trình, đúng luật", "Instruments drafted in time and by the law", "documents_drafted", JUSTICE),
      yes("2.2", "5", "Rà soát, theo dõi thi hành pháp luật", "Instruments reviewed, law followed up", "documents_reviewed", JUSTICE)]),
    group("3", "Thủ tục hành chính", "Administrative procedures", [
      yes("3.1", "4", "Công bố, công khai thủ tục", "Procedures announced", "procedures_posted", OFFICE),
      share("3.2", "8", "Hồ sơ giải quyết đúng hạn", "Files settled in time", "files_in_time", [["95", "8"], ["90", "5"], ["80", "2"]], OFFICE),
      yes("3.3", "3", "Rà soát, đơn giản hóa thủ tục", "Procedures simplified", "procedures_simplified", OFFICE)]),
    group("4", "Tổ chức bộ máy", "Organisation", [
      yes("4.1", "4", "Chức năng, quy chế làm việc rõ", "Clear functions and working rules", "working_rules", HOME),
      yes("4.2", "4", "Sử dụng biên chế đúng quy định", "Staff within the quota", "staff_quota", HOME)]),
    group("5", "Công vụ, công chức", "Civil service", [
      share("5.1", "6", "Công chức đúng vị trí việc làm", "Officials in their described posts", "officials_in_post", [["100", "6"], ["90", "4"]], HOME),
      leaf("5.2", "6", "Kỷ luật, kỷ cương hành chính", "Administrative discipline", [perUnit(fact("officials_disciplined", "Số người bị kỷ luật", "People disciplined", "người"), "-2", { cap: "6" })], { by: HOME })]),
    group("6", "Tài chính công", "Public finance", [
      yes("6.1", "5", "Quy chế chi tiêu nội bộ, tự chủ", "Spending rules and autonomy", "spending_rules", FINANCE),
      yes("6.2", "5", "Công khai tài chính, không sai phạm", "Finances public and without breach", "finance_public", FINANCE)]),
    group("7", "Hiện đại hóa, chính quyền số", "Modern, digital government", [
      share("7.1", "6", "Văn bản ký số", "Documents signed electronically", "electronic_documents", [["90", "6"], ["70", "3"]], "Phòng Văn hóa và Thông tin"),
      share("7.2", "4", "Hồ sơ dịch vụ công trực tuyến", "Files sent online", "online_files", [["50", "4"], ["30", "2"]], "Phòng Văn hóa và Thông tin")]),
    group("8", "Tác động đến người dân và kinh tế - xã hội", "Effect on people and economy", [
      sipas("10"), survey("10"),
      leaf("8.3", "5", "Hoàn thành nhiệm vụ được giao", "Assigned tasks completed", [ratio(fact("tasks_done", "Số nhiệm vụ hoàn thành", "Tasks completed", "nhiệm vụ"), fact("tasks_assigned", "Số nhiệm vụ được giao", "Tasks assigned", "nhiệm vụ"))], { by: OFFICE })]),
  ], { gates: [{ id: "self_report", text: "Có báo cáo tự đánh giá kèm tài liệu kiểm chứng" }], classes: CLASSES, tie_break: ["8.1", "3"] }),
};
