import { say } from "../../../kernel/text.ts";
import { newRuralCard, type RuralCriterion, THRESHOLDS } from "./new-rural.ts";

const CRITERIA: readonly RuralCriterion[] = [
  ["1", "Quy hoạch", "Planning", [
    ["1.1", "Quy hoạch chung xã được duyệt, công bố đúng hạn", "Commune plan approved and made public in time", "met"],
    ["1.2", "Ban hành quy định quản lý quy hoạch và thực hiện theo quy hoạch", "Rules of planning issued and kept", "met"]]],
  ["2", "Giao thông", "Roads", [
    ["2.1", "Đường xã, đường từ trung tâm xã đến huyện được nhựa hóa, bê tông hóa", "Commune roads paved", ">=100"],
    ["2.2", "Đường trục thôn, liên thôn được cứng hóa", "Main village roads hardened", ">=50"],
    ["2.3", "Đường ngõ, xóm sạch, không lầy lội vào mùa mưa", "Village lanes clean and passable", "met", { note: "100 % sạch, không lầy lội, trong đó từ 50 % trở lên được cứng hóa." }],
    ["2.4", "Đường trục chính nội đồng đi lại thuận tiện", "Main field roads passable", ">=50"]]],
  ["3", "Thủy lợi", "Irrigation", [
    ["3.1", "Đất sản xuất nông nghiệp được tưới, tiêu chủ động", "Farm land irrigated and drained", ">=80"],
    ["3.2", "Đáp ứng yêu cầu phòng, chống thiên tai tại chỗ", "Local readiness for natural disasters", "met"]]],
  ["4", "Điện", "Electricity", [
    ["4.1", "Hệ thống điện đạt chuẩn", "Grid up to standard", "met"],
    ["4.2", "Hộ sử dụng điện thường xuyên, an toàn", "Households with regular, safe electricity", ">=95"]]],
  ["5", "Trường học", "Schools", [["5", "Trường các cấp có cơ sở vật chất đạt chuẩn quốc gia", "Schools whose facilities meet the national standard", ">=70"]]],
  ["6", "Cơ sở vật chất văn hóa", "Cultural facilities", [
    ["6.1", "Xã có nhà văn hóa hoặc hội trường đa năng và sân thể thao", "Commune hall and sports ground", "met"],
    ["6.2", "Có điểm vui chơi, thể thao cho trẻ em và người cao tuổi", "Places for children and the elderly", "met"],
    ["6.3", "Thôn có nhà văn hóa hoặc nơi sinh hoạt", "Villages with a hall", ">=100"]]],
  ["7", "Cơ sở hạ tầng thương mại nông thôn", "Rural trade", [["7", "Xã có chợ nông thôn hoặc nơi mua bán, trao đổi hàng hóa", "A rural market or place of trade", "met"]]],
  ["8", "Thông tin và truyền thông", "Information and communication", [
    ["8.1", "Xã có điểm phục vụ bưu chính", "Postal point", "met"],
    ["8.2", "Xã có dịch vụ viễn thông, internet", "Telephone and internet", "met"],
    ["8.3", "Xã có đài truyền thanh và loa đến các thôn", "Loudspeakers to the villages", "met"],
    ["8.4", "Ứng dụng công nghệ thông tin trong quản lý", "Information technology in administration", "met"]]],
  ["9", "Nhà ở dân cư", "Housing", [
    ["9.1", "Không còn nhà tạm, dột nát", "No makeshift houses left", "met"],
    ["9.2", "Hộ có nhà ở đạt tiêu chuẩn", "Households with houses up to standard", ">=75"]]],
  ["10", "Thu nhập", "Income", [["10", "thu nhập bình quân đầu người năm 2020", "mean income a person in 2020", ">=36", { measure: "triệu đồng/người/năm", sure: true, note: "36 triệu đồng đến năm 2020 cho trung du, miền núi phía Bắc: đã đọc trong nguồn." }]]],
  ["11", "Hộ nghèo", "Poor households", [["11", "tỷ lệ hộ nghèo đa chiều", "multidimensional poverty rate", "<=12"]]],
  ["12", "Lao động có việc làm", "Employment", [["12", "người trong độ tuổi lao động có việc làm", "people of working age with work", ">=90", { sure: true, note: "Từ 90 % trở lên: đã đọc trong nguồn." }]]],
  ["13", "Tổ chức sản xuất", "Organisation of production", [
    ["13.1", "Xã có hợp tác xã hoạt động theo Luật Hợp tác xã năm 2012", "A cooperative under the 2012 law", "met"],
    ["13.2", "Có mô hình liên kết sản xuất gắn với tiêu thụ nông sản chủ lực", "Production linked with sale of main products", "met"]]],
  ["14", "Giáo dục và đào tạo", "Education and training", [
    ["14.1", "Phổ cập mầm non 5 tuổi, xóa mù chữ, phổ cập tiểu học đúng độ tuổi, trung học cơ sở", "Universal schooling and literacy", "met"],
    ["14.2", "Học sinh tốt nghiệp trung học cơ sở tiếp tục học", "Lower-secondary graduates who go on", ">=70"],
    ["14.3", "Lao động có việc làm qua đào tạo", "Workers with training", ">=25"]]],
  ["15", "Y tế", "Health", [
    ["15.1", "Người dân tham gia bảo hiểm y tế", "People with health insurance", ">=85"],
    ["15.2", "Xã đạt tiêu chí quốc gia về y tế", "National health criteria met", "met"],
    ["15.3", "Trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "Stunted children under 5", "<=26.7"]]],
  ["16", "Văn hóa", "Culture", [["16", "thôn đạt tiêu chuẩn văn hóa", "villages up to the cultural standard", ">=70"]]],
  ["17", "Môi trường và an toàn thực phẩm", "Environment and food safety", [
    ["17.1", "Hộ dùng nước hợp vệ sinh và nước sạch", "Households with hygienic and clean water", "met", { note: "Từ 90 % hộ dùng nước hợp vệ sinh, từ 50 % dùng nước sạch." }],
    ["17.2", "Cơ sở sản xuất, nuôi trồng, làng nghề đúng quy định bảo vệ môi trường", "Businesses that keep environmental rules", ">=100"],
    ["17.3", "Cảnh quan xanh, sạch, đẹp, an toàn", "Green, clean surroundings", "met"],
    ["17.4", "Mai táng phù hợp quy định và theo quy hoạch", "Burial by the rules and the plan", "met"],
    ["17.5", "Chất thải rắn, nước thải được thu gom, xử lý", "Waste and waste water collected", "met"],
    ["17.6", "Hộ có nhà tiêu, nhà tắm, bể nước hợp vệ sinh và bảo đảm 3 sạch", "Households with hygienic facilities", ">=70"],
    ["17.7", "Hộ chăn nuôi có chuồng trại hợp vệ sinh", "Hygienic stables", ">=60"],
    ["17.8", "Hộ, cơ sở sản xuất, kinh doanh tuân thủ an toàn thực phẩm", "Producers that keep food safety", ">=100"]]],
  ["18", "Hệ thống chính trị và tiếp cận pháp luật", "Political system and access to law", [
    ["18.1", "Cán bộ, công chức xã đạt chuẩn", "Commune officials up to standard", "met"],
    ["18.2", "Có đủ các tổ chức trong hệ thống chính trị cơ sở", "All grassroots organisations in place", "met"],
    ["18.3", "Đảng bộ, chính quyền xã đạt trong sạch, vững mạnh", "Party and government sound and strong", "met"],
    ["18.4", "Tổ chức chính trị - xã hội đạt loại khá trở lên", "Mass organisations rated fair or better", ">=100"],
    ["18.5", "Xã đạt chuẩn tiếp cận pháp luật", "Access-to-law standard met", "met"],
    ["18.6", "Bảo đảm bình đẳng giới, phòng, chống bạo lực gia đình", "Gender equality and protection from violence", "met"]]],
  ["19", "Quốc phòng và an ninh", "Defence and security", [
    ["19.1", "Xây dựng lực lượng dân quân vững mạnh, hoàn thành chỉ tiêu quốc phòng", "Strong militia and defence targets", "met"],
    ["19.2", "An ninh, trật tự bảo đảm, không khiếu kiện đông người kéo dài, kiềm chế tội phạm", "Order kept, no lasting mass complaints, crime contained", "met"]]],
];

/** The 19 criteria of a new-rural commune, period 2016–2020. */
export const newRural2016 = newRuralCard(
  "new_rural_2016_2020",
  say("Bộ tiêu chí xã nông thôn mới giai đoạn 2016 - 2020", "New-rural commune criteria, 2016–2020"),
  say(`19 tiêu chí, 49 tiêu chí con theo Quyết định 1980/QĐ-TTg. ${THRESHOLDS.vi}`, `19 criteria, 49 sub-criteria after Decision 1980/QĐ-TTg. ${THRESHOLDS.en}`),
  CRITERIA,
);
