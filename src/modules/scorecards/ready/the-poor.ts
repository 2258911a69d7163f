import { say } from "../../../kernel/text.ts";
import { content, fact, group, leaf, met, perUnit, type ReadyCard, ratio, target, tier } from "./build.ts";

const cut = target("poverty_reduction", "Mức giảm tỷ lệ hộ nghèo", "Reduction of the poverty rate", "điểm %");
const escaped = target("households_escaped_poverty", "Số hộ thoát nghèo", "Households out of poverty", "hộ");
const houses = target("houses_for_the_poor", "Số nhà xóa tạm, sửa chữa cho hộ nghèo", "Houses built or repaired for the poor", "nhà");
const fund = target("fund_for_the_poor", "Vận động Quỹ “Vì người nghèo”", "Fund for the poor", "triệu đồng");
const LABOUR = "Phòng Lao động - Thương binh và Xã hội";
const FRONT = "Ủy ban MTTQ huyện";

/** Together for the poor: what the movement counts, poverty reduced, houses, funds. */
export const thePoor: ReadyCard = {
  id: "the_poor",
  purpose: "the_poor",
  title: say("Bảng chấm điểm phong trào “Vì người nghèo - Không để ai bị bỏ lại phía sau”", "Scorecard of the movement for the poor"),
  description: say("Giảm nghèo trong năm, hộ thoát nghèo, nhà ở, quỹ, tiếp cận dịch vụ. Chuẩn nghèo 2016 - 2020 áp dụng đến hết năm 2021; từ 2022 là chuẩn đa chiều mới. Các chỉ tiêu của phong trào và điểm chưa xác minh.", "Poverty reduced in the year, households out of poverty, houses, funds, access to services. The 2016–2020 line applied through 2021, the new multidimensional one from 2022. The movement's targets and the points are unverified."),
  content: content("vi-nguoi-ngheo-2021", "Bảng chấm điểm phong trào “Vì người nghèo - Không để ai bị bỏ lại phía sau”", "100", [
    group("1", "Kết quả giảm nghèo", "Poverty reduced", [
      leaf("1.1", "30", "Giảm tỷ lệ hộ nghèo so với kế hoạch", "Reduction of the poverty rate against plan", [ratio(cut.actual, cut.plan), perUnit(cut.percent, "0.1", { beyond: "100", cap: "3" })], { proof: "Quyết định phê duyệt kết quả rà soát hộ nghèo", by: LABOUR }),
      leaf("1.2", "15", "Số hộ thoát nghèo so với kế hoạch", "Households out of poverty against plan", [ratio(escaped.actual, escaped.plan)], { proof: "Danh sách hộ thoát nghèo", by: LABOUR }),
      leaf("1.3", "10", "Hạn chế hộ tái nghèo", "Few households back in poverty", [perUnit(fact("back_in_poverty", "Số hộ tái nghèo", "Households back in poverty", "hộ"), "-1", { cap: "10" })], { by: LABOUR }),
    ]),
    group("2", "Nguồn lực giúp người nghèo", "Means for the poor", [
      leaf("2.1", "15", "Xóa nhà tạm, sửa nhà cho hộ nghèo", "Houses for the poor", [ratio(houses.actual, houses.plan)], { proof: "Biên bản bàn giao nhà", by: FRONT }),
      leaf("2.2", "10", "Vận động Quỹ “Vì người nghèo”", "Fund for the poor", [ratio(fund.actual, fund.plan)], { proof: "Sổ quỹ, báo cáo công khai", by: FRONT }),
    ]),
    group("3", "Tiếp cận dịch vụ, việc làm", "Services and work", [
      leaf("3.1", "8", "Hộ nghèo có thẻ bảo hiểm y tế", "Poor households insured", [tier(fact("poor_insured", "Tỷ lệ người nghèo có thẻ bảo hiểm y tế", "Poor people with insurance", "%"), [["100", "8"], ["95", "5"]])], { by: "Bảo hiểm xã hội" }),
      leaf("3.2", "6", "Đào tạo nghề, giải quyết việc làm", "Training and jobs", [ratio(fact("poor_trained", "Số người nghèo được đào tạo, có việc làm", "Poor people trained or employed", "người"), fact("poor_trained_plan", "Số người theo kế hoạch", "Planned number", "người"))], { by: LABOUR }),
    ]),
    group("4", "Tổ chức phong trào", "Running the movement", [
      leaf("4.1", "6", "Có kế hoạch, phân công giúp đỡ từng hộ", "A plan with a supporter for each household", [met(fact("help_assigned", "Đã phân công giúp đỡ từng hộ nghèo", "Each poor household has a supporter"), "6")], { proof: "Kế hoạch, bảng phân công" }),
    ]),
  ], { gates: [{ id: "self_report", text: "Có báo cáo tự chấm điểm gửi đúng quy định" }], classes: [{ id: "excellent", at_least: "90" }, { id: "good", at_least: "80" }, { id: "completed", at_least: "70" }, { id: "none", at_least: "0" }], tie_break: ["1"] }),
};
