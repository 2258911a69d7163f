import { say } from "../../../kernel/text.ts";
import { content, fact, flag, group, leaf, levels, met, perUnit, type ReadyCard, ratio, tier } from "./build.ts";

const TAX = "Chi cục Thuế";
const LABOUR = "Phòng Lao động - Thương binh và Xã hội";
const ECONOMY = "Phòng Kinh tế và Hạ tầng";

/** Enterprises in integration and development: how they are run, what they make, whom they employ. */
export const enterprise: ReadyCard = {
  id: "enterprise",
  purpose: "enterprise",
  title: say("Bảng chấm điểm doanh nghiệp hội nhập và phát triển", "Scorecard of enterprises in integration"),
  description: say("Theo các nội dung dành cho doanh nghiệp của phong trào “Doanh nghiệp Việt Nam hội nhập và phát triển”: quản trị, hiệu quả, công nghệ, thương hiệu, văn hóa doanh nghiệp, an toàn, việc làm, phúc lợi, thuế, liên kết. Điểm là gợi ý.", "After what the movement “Vietnamese enterprises in integration and development” asks of enterprises: governance, efficiency, technology, brand, culture, safety, jobs, welfare, taxes, linkage. The points are suggestions."),
  content: content("doanh-nghiep-2021", "Bảng chấm điểm doanh nghiệp hội nhập và phát triển", "100", [
    group("1", "Sản xuất, kinh doanh", "Business", [
      leaf("1.1", "15", "Doanh thu so với kế hoạch", "Turnover against plan", [ratio(fact("turnover", "Doanh thu", "Turnover", "triệu đồng"), fact("turnover_plan", "Doanh thu kế hoạch", "Planned turnover", "triệu đồng"), { zero_below: "50" })], { proof: "Báo cáo tài chính", by: TAX }),
      leaf("1.2", "10", "Năng suất lao động tăng", "Productivity growth", [tier(fact("productivity_growth", "Mức tăng năng suất so với năm trước", "Growth against the year before", "%"), [["10", "10"], ["5", "7"], ["0", "4"]])], { proof: "Báo cáo của doanh nghiệp", by: ECONOMY }),
      leaf("1.3", "10", "Đổi mới công nghệ, quản trị", "Technology and governance", [perUnit(fact("improvements", "Số cải tiến, sáng kiến được áp dụng", "Improvements applied", "sáng kiến"), "1", { cap: "5" }), met(fact("governance_rules", "Có quy chế quản trị, điều lệ hoạt động", "Rules of governance in place"), "10")], { by: ECONOMY }),
      leaf("1.4", "10", "Thương hiệu, hàng Việt Nam", "Brand and Vietnamese goods", [levels(fact("brand", "Nhãn hiệu, chứng nhận sản phẩm", "Trade mark or product certificate"), [["certified", "Có sản phẩm được chứng nhận", "0"], ["registered", "Đã đăng ký nhãn hiệu", "-3"], ["none", "Chưa có", "-10"]])], { proof: "Giấy chứng nhận", by: ECONOMY }),
    ]),
    group("2", "Nghĩa vụ với Nhà nước", "Duties to the State", [
      leaf("2.1", "15", "Nộp thuế đúng hạn, đủ", "Taxes paid in time and in full", [ratio(fact("tax_paid", "Số thuế đã nộp", "Tax paid", "triệu đồng"), fact("tax_due", "Số thuế phải nộp", "Tax due", "triệu đồng")), flag(fact("tax_penalty", "Bị xử phạt vi phạm về thuế", "Fined over taxes"), "-5")], { proof: "Xác nhận của cơ quan thuế", by: TAX }),
      leaf("2.2", "10", "Bảo hiểm cho người lao động", "Social insurance of the staff", [ratio(fact("insured_staff", "Số lao động được đóng bảo hiểm", "Staff insured", "người"), fact("staff", "Số lao động", "Staff", "người"))], { proof: "Xác nhận của bảo hiểm xã hội", by: "Bảo hiểm xã hội" }),
    ]),
    group("3", "Người lao động, cộng đồng, môi trường", "Staff, community, environment", [
      leaf("3.1", "10", "Việc làm, thu nhập", "Jobs and income", [tier(fact("income_growth", "Mức tăng thu nhập bình quân", "Growth of mean income", "%"), [["5", "10"], ["0", "7"]])], { by: LABOUR }),
      leaf("3.2", "8", "An toàn, vệ sinh lao động", "Safety at work", [perUnit(fact("accidents", "Số vụ tai nạn lao động", "Accidents at work", "vụ"), "-4", { cap: "8" })], { by: LABOUR }),
      leaf("3.3", "6", "Bảo vệ môi trường", "Environment", [flag(fact("environment_penalty", "Bị xử phạt về môi trường", "Fined over the environment"), "-6")], { by: "Phòng Tài nguyên và Môi trường" }),
      leaf("3.4", "6", "Phúc lợi, an sinh xã hội, liên kết với hộ dân", "Welfare and linkage", [met(fact("welfare", "Có đóng góp an sinh hoặc liên kết với hộ dân", "Contributed to welfare or linked with households"), "6")], { proof: "Chứng từ, hợp đồng liên kết" }),
    ]),
  ], { gates: [{ id: "lawful", text: "Hoạt động đúng pháp luật, không nợ thuế quá hạn kéo dài" }], classes: [{ id: "excellent", at_least: "90" }, { id: "good", at_least: "80" }, { id: "completed", at_least: "70" }, { id: "none", at_least: "0" }], tie_break: ["2", "1"] }),
};
