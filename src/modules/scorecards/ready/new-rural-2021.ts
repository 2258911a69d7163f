import { say } from "../../../kernel/text.ts";
import { newRuralCard, type RuralCriterion, THRESHOLDS } from "./new-rural.ts";

const CRITERIA: readonly RuralCriterion[] = [
  ["1", "Quy hoạch", "Planning", [
    ["1.1", "Quy hoạch chung xã còn thời hạn, được công bố", "Commune plan in force and made public", "met"],
    ["1.2", "Ban hành quy định quản lý quy hoạch và thực hiện theo quy hoạch", "Rules of planning issued and kept", "met"]]],
  ["2", "Giao thông", "Roads", [
    ["2.1", "Đường xã được nhựa hóa, bê tông hóa, ô tô đi lại quanh năm", "Commune roads paved, passable all year", ">=100"],
    ["2.2", "Đường thôn, liên thôn được cứng hóa", "Village roads hardened", ">=80"],
    ["2.3", "Đường ngõ, xóm sạch, đi lại thuận tiện quanh năm", "Village lanes clean and passable", "met", { note: "100 % sạch, đi lại thuận tiện, trong đó từ 50 % trở lên được cứng hóa." }],
    ["2.4", "Đường trục chính nội đồng đáp ứng yêu cầu sản xuất", "Main field roads fit for production", ">=50"]]],
  ["3", "Thủy lợi và phòng, chống thiên tai", "Irrigation and natural disasters", [
    ["3.1", "Đất sản xuất nông nghiệp được tưới, tiêu chủ động", "Farm land irrigated and drained", ">=80"],
    ["3.2", "Phòng, chống thiên tai theo phương châm 4 tại chỗ", "Readiness for natural disasters on the spot", "met"]]],
  ["4", "Điện", "Electricity", [
    ["4.1", "Hệ thống điện đạt chuẩn", "Grid up to standard", "met"],
    ["4.2", "Hộ sử dụng điện trực tiếp, an toàn, ổn định", "Households with direct, safe, steady electricity", ">=95"]]],
  ["5", "Trường học", "Schools", [["5", "trường đạt tiêu chuẩn cơ sở vật chất tối thiểu", "schools with the minimum facilities", ">=70"]]],
  ["6", "Cơ sở vật chất văn hóa", "Cultural facilities", [
    ["6.1", "Xã có nhà văn hóa hoặc hội trường và sân thể thao", "Commune hall and sports ground", "met"],
    ["6.2", "Có điểm vui chơi, thể thao cho trẻ em và người cao tuổi", "Places for children and the elderly", "met"],
    ["6.3", "Thôn có nhà văn hóa hoặc nơi sinh hoạt", "Villages with a hall", ">=100"]]],
  ["7", "Cơ sở hạ tầng thương mại nông thôn", "Rural trade", [["7", "xã có chợ hoặc nơi mua bán, trao đổi hàng hóa", "a market or place of trade", "met"]]],
  ["8", "Thông tin và truyền thông", "Information and communication", [
    ["8.1", "Xã có điểm phục vụ bưu chính", "Postal point", "met"],
    ["8.2", "Xã có dịch vụ viễn thông, internet", "Telephone and internet", "met"],
    ["8.3", "Xã có đài truyền thanh và loa đến các thôn", "Loudspeakers to the villages", "met"],
    ["8.4", "Ứng dụng công nghệ thông tin trong quản lý, điều hành", "Information technology in administration", "met"]]],
  ["9", "Nhà ở dân cư", "Housing", [
    ["9.1", "Không còn nhà tạm, dột nát", "No makeshift houses left", "met"],
    ["9.2", "Hộ có nhà kiên cố hoặc bán kiên cố", "Households with solid or half-solid houses", ">=75"]]],
  ["10", "Thu nhập", "Income", [["10", "thu nhập bình quân đầu người", "mean income a person", ">=39", { measure: "triệu đồng/người/năm", note: "Năm 2022: 39; 2023: 42; 2024: 45; 2025: 48 triệu đồng. Sửa mốc theo năm chấm." }]]],
  ["11", "Nghèo đa chiều", "Multidimensional poverty", [["11", "tỷ lệ nghèo đa chiều (hộ nghèo và cận nghèo)", "poverty rate (poor and near-poor)", "<=13"]]],
  ["12", "Lao động", "Labour", [
    ["12.1", "Lao động qua đào tạo", "Workers with training", ">=70"],
    ["12.2", "Lao động có bằng cấp, chứng chỉ", "Workers with a certificate", ">=20"]]],
  ["13", "Tổ chức sản xuất và phát triển kinh tế nông thôn", "Production and rural economy", [
    ["13.1", "Hợp tác xã hoạt động hiệu quả, đúng Luật", "A cooperative that works well and by the law", "met"],
    ["13.2", "Liên kết sản xuất gắn với tiêu thụ sản phẩm chủ lực", "Production linked with sale of main products", "met"],
    ["13.3", "Truy xuất nguồn gốc, vùng nguyên liệu, VietGAP", "Traceability, growing areas, VietGAP", "met"],
    ["13.4", "Bảo tồn, phát triển làng nghề (nếu có)", "Craft villages kept (where there are any)", "met", { note: "Xã không có làng nghề: mục không áp dụng." }],
    ["13.5", "Có tổ khuyến nông cộng đồng", "Community farm-extension group", "met"]]],
  ["14", "Giáo dục và đào tạo", "Education and training", [
    ["14.1", "Phổ cập mầm non 5 tuổi, tiểu học, trung học cơ sở; xóa mù chữ", "Universal schooling and literacy", "met"],
    ["14.2", "Học sinh tốt nghiệp trung học cơ sở tiếp tục học", "Lower-secondary graduates who go on", ">=70"]]],
  ["15", "Y tế", "Health", [
    ["15.1", "Người dân tham gia bảo hiểm y tế", "People with health insurance", ">=90"],
    ["15.2", "Xã đạt tiêu chí quốc gia về y tế", "National health criteria met", "met"],
    ["15.3", "Trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "Stunted children under 5", "regional"],
    ["15.4", "Dân số có sổ khám chữa bệnh điện tử", "People with an electronic health book", ">=50"]]],
  ["16", "Văn hóa", "Culture", [["16", "thôn đạt tiêu chuẩn văn hóa và có kế hoạch nông thôn mới", "villages up to the cultural standard, with a plan", "regional"]]],
  ["17", "Môi trường và an toàn thực phẩm", "Environment and food safety", [
    ["17.1", "Hộ dùng nước sạch theo quy chuẩn", "Households with clean water", "regional"],
    ["17.2", "Cơ sở sản xuất, nuôi trồng, làng nghề đúng quy định bảo vệ môi trường", "Businesses that keep environmental rules", "regional"],
    ["17.3", "Cảnh quan, nước thải khu dân cư", "Surroundings and waste water", "met"],
    ["17.4", "Đất cây xanh công cộng", "Public green space", ">=2", { measure: "m²/người" }],
    ["17.5", "Mai táng, hỏa táng đúng quy định", "Burial and cremation by the rules", "met"],
    ["17.6", "Chất thải rắn được thu gom, xử lý", "Solid waste collected", "regional"],
    ["17.7", "Bao gói thuốc bảo vệ thực vật, chất thải y tế được thu gom, xử lý", "Pesticide packs and medical waste collected", ">=100"],
    ["17.8", "Hộ có nhà tiêu, nhà tắm, bể nước hợp vệ sinh và bảo đảm 3 sạch", "Households with hygienic facilities", "regional"],
    ["17.9", "Chuồng trại bảo đảm vệ sinh, môi trường", "Hygienic stables", "regional"],
    ["17.10", "Hộ, cơ sở bảo đảm an toàn thực phẩm", "Producers that keep food safety", ">=100"],
    ["17.11", "Hộ phân loại rác tại nguồn", "Households that sort waste", "regional"],
    ["17.12", "Chất thải nhựa được thu gom, tái chế", "Plastic waste collected and recycled", "regional"]]],
  ["18", "Hệ thống chính trị và tiếp cận pháp luật", "Political system and access to law", [
    ["18.1", "Cán bộ, công chức xã đạt chuẩn", "Commune officials up to standard", "met"],
    ["18.2", "Đảng bộ, chính quyền xã hoàn thành tốt nhiệm vụ trở lên", "Party and government rated well or better", "met"],
    ["18.3", "Tổ chức chính trị - xã hội hoàn thành tốt nhiệm vụ trở lên", "Mass organisations rated well or better", ">=100"],
    ["18.4", "Xã đạt chuẩn tiếp cận pháp luật", "Access-to-law standard met", "met"],
    ["18.5", "Bình đẳng giới, bảo vệ trẻ em, phòng, chống bạo lực gia đình", "Gender equality, children, protection from violence", "met"],
    ["18.6", "Có kế hoạch bồi dưỡng kiến thức nông thôn mới", "Plan of training on the new rural area", "met"]]],
  ["19", "Quốc phòng và an ninh", "Defence and security", [
    ["19.1", "Dân quân vững mạnh, rộng khắp, hoàn thành chỉ tiêu quốc phòng", "Strong militia and defence targets", "met"],
    ["19.2", "Không vụ việc phức tạp, tội phạm giảm, có mô hình phòng, chống tội phạm", "No grave incidents, less crime, a model against crime", "met"]]],
];

/** The 19 criteria of a new-rural commune, period 2021–2025. */
export const newRural2021 = newRuralCard(
  "new_rural_2021_2025",
  say("Bộ tiêu chí xã nông thôn mới giai đoạn 2021 - 2025", "New-rural commune criteria, 2021–2025"),
  say(`19 tiêu chí, 57 tiêu chí con theo Quyết định 318/QĐ-TTg ngày 08/3/2022. ${THRESHOLDS.vi}`, `19 criteria, 57 sub-criteria after Decision 318/QĐ-TTg of 8 March 2022. ${THRESHOLDS.en}`),
  CRITERIA,
);
