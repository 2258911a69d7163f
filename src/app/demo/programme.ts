/** The programme of 2021 as it was announced: theme, contents, campaigns (facts); criteria, dates and money are the demonstration's own. */
export const PROGRAMME_2021 = {
  year: 2021,
  theme: "Đoàn kết, sáng tạo, quyết tâm hoàn thành xuất sắc nhiệm vụ năm 2021",
  launched_at_event: "Hội nghị tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021",
  aims: ["Quốc phòng - an ninh", "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"],
  occasions: [
    "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "Năm đầu thực hiện kế hoạch phát triển kinh tế - xã hội 2021 - 2025",
    "Bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026",
    "Các ngày lễ lớn và sự kiện quan trọng của đất nước trong năm 2021",
  ],
  registration_due_on: "2021-03-31",
  school_registration_due_on: "2021-10-15",
  contents: [
    { title: "Phát động sâu rộng, tổ chức hiệu quả phong trào thi đua trong từng cơ quan, đơn vị, doanh nghiệp; hoàn thành các chỉ tiêu kinh tế - xã hội" },
    { title: "Chính quyền điện tử và cải cách hành chính; nâng Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân, tổ chức" },
    { title: "Kỷ luật, kỷ cương, trách nhiệm người đứng đầu; ứng dụng công nghệ thông tin; các đợt thi đua theo chuyên đề có tiêu chí cụ thể, thiết thực" },
    { title: "Khen thưởng dân chủ, công khai, đúng quy trình, đúng thành tích, đúng đối tượng, đúng tiêu chuẩn; chú trọng người trực tiếp lao động, cán bộ cơ sở, địa bàn khó khăn; nhân rộng điển hình tiên tiến" },
    { title: "Nâng chất lượng hoạt động cụm, khối thi đua; sinh hoạt chuyên đề, chia sẻ mô hình; đôn đốc, kiểm tra, sơ kết, tổng kết, đánh giá theo kết quả nhiệm vụ chính trị" },
    { title: "Tổ chức thành công cuộc bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026: kế hoạch chi tiết của từng đơn vị, đúng luật, an toàn" },
  ],
  launchers: [
    { name: "Huyện ủy", lawful: false },
    { name: "Hội đồng nhân dân huyện", lawful: false },
    { name: "Chủ tịch Ủy ban nhân dân huyện", lawful: true },
    { name: "Ủy ban Mặt trận Tổ quốc Việt Nam huyện", lawful: false },
  ],
};

const OFFICES = ["party_body", "front", "agency", "armed_forces", "justice", "vertical", "mass_organisation", "public_service", "school"].map((unit_kind) => ({ unit_kind }));

/** The four campaigns; criteria as the demonstration measures them. */
export const CAMPAIGNS_2021 = [
  {
    kind: "campaign", form: "thematic", content_no: 1, title: "Cả nước chung sức xây dựng nông thôn mới", aim: "Thêm xã đạt chuẩn nông thôn mới, không xã nào dưới 9 tiêu chí.",
    from_on: "2021-01-08", to_on: "2021-12-31", response_due_on: "2021-03-15", scope: [{ unit_kind: "commune" }, ...OFFICES],
    criteria: [
      { text: "Số tiêu chí nông thôn mới đạt thêm trong năm", unit_of_measure: "tiêu chí", evidence_source: "Biên bản thẩm định của Phòng Nông nghiệp và PTNT", due_on: "2021-12-10" },
      { text: "Đường ngõ xóm được cứng hóa", unit_of_measure: "km", evidence_source: "Hồ sơ nghiệm thu của xã", due_on: "2021-11-30" },
    ],
    awards: [{ honour: "district_certificate_of_merit", subject_kind: "collective", quantity: 6, amount_dong: 5_400_000 }, { honour: "district_certificate_of_merit", subject_kind: "individual", quantity: 12, amount_dong: 5_400_000 }],
  },
  {
    kind: "campaign", form: "thematic", content_no: 1, title: "Doanh nghiệp Việt Nam hội nhập và phát triển", aim: "Doanh nghiệp giữ việc làm, nộp thuế đủ, an toàn lao động.",
    from_on: "2021-01-08", to_on: "2021-12-31", response_due_on: "2021-03-15", scope: [{ unit_kind: "enterprise" }, { unit_kind: "cooperative" }, { unit_kind: "agency" }],
    criteria: [
      { text: "Nộp ngân sách so với kế hoạch", unit_of_measure: "%", evidence_source: "Xác nhận của Chi cục Thuế", due_on: "2021-12-15" },
      { text: "Việc làm giữ được và tạo mới", unit_of_measure: "người", evidence_source: "Danh sách bảo hiểm xã hội", due_on: "2021-12-15" },
    ],
    awards: [{ honour: "district_certificate_of_merit", subject_kind: "collective", quantity: 3, amount_dong: 2_700_000 }],
  },
  {
    kind: "campaign", form: "thematic", content_no: 1, title: "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau", aim: "Giảm tỷ lệ hộ nghèo, xóa nhà tạm.",
    from_on: "2021-01-08", to_on: "2021-12-31", response_due_on: "2021-03-15", scope: [{ unit_kind: "commune" }, { unit_kind: "enterprise" }, ...OFFICES],
    criteria: [
      { text: "Giảm tỷ lệ hộ nghèo", unit_of_measure: "điểm %", evidence_source: "Kết quả rà soát hộ nghèo cuối năm", due_on: "2021-12-05" },
      { text: "Nhà tạm được thay", unit_of_measure: "nhà", evidence_source: "Biên bản bàn giao", due_on: "2021-11-30" },
    ],
    awards: [{ honour: "district_certificate_of_merit", subject_kind: "individual", quantity: 10, amount_dong: 4_500_000 }],
  },
  {
    kind: "campaign", form: "regular", content_no: 3, title: "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", aim: "Kỷ cương, trách nhiệm, tận tụy, chuyên nghiệp.",
    from_on: "2021-01-08", to_on: "2021-12-31", response_due_on: "2021-03-15", scope: [{ unit_kind: "commune" }, ...OFFICES],
    criteria: [
      { text: "Hồ sơ giải quyết đúng hạn", unit_of_measure: "%", evidence_source: "Báo cáo bộ phận một cửa", due_on: "2021-12-10" },
      { text: "Cuộc kiểm tra kỷ luật, kỷ cương không có vi phạm", unit_of_measure: "cuộc", evidence_source: "Biên bản kiểm tra của Phòng Nội vụ", due_on: "2021-12-10" },
    ],
    awards: [{ honour: "district_certificate_of_merit", subject_kind: "collective", quantity: 5, amount_dong: 4_500_000 }],
  },
];

/** A drive inside a campaign, tied to its occasion. */
export const DRIVE_2021 = {
  parent_title: "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
  kind: "drive", form: "thematic", content_no: 6, title: "Đợt thi đua chào mừng bầu cử nhiệm kỳ 2021 - 2026", occasion: "Bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp, 23/05/2021",
  aim: "Mỗi đơn vị có kế hoạch chi tiết, cử tri đi bầu đông đủ, đúng luật, an toàn.", from_on: "2021-04-26", to_on: "2021-05-31", response_due_on: "2021-05-10",
  scope: [{ unit_kind: "commune" }, ...OFFICES],
  criteria: [
    { text: "Kế hoạch phục vụ bầu cử được ban hành", unit_of_measure: "kế hoạch", evidence_source: "Văn bản của đơn vị", due_on: "2021-05-10" },
    { text: "Tỷ lệ cử tri đi bầu trên địa bàn", unit_of_measure: "%", evidence_source: "Biên bản kiểm phiếu", due_on: "2021-05-24" },
  ],
  awards: [{ honour: "district_certificate_of_merit", subject_kind: "collective", quantity: 14, amount_dong: 12_600_000 }, { honour: "district_certificate_of_merit", subject_kind: "individual", quantity: 24, amount_dong: 10_800_000 }],
};

/** What units promise when they respond. */
export const UNDERTAKINGS = [
  "Đưa nội dung phong trào vào kế hoạch tháng, phân công từng người, báo cáo ngày 20 hằng tháng.",
  "Mỗi bộ phận nhận một việc cụ thể; sơ kết vào tháng 6, tổng kết trước 30/11.",
  "Tổ chức ra quân mỗi thứ Bảy đầu tháng cùng thôn kết nghĩa.",
  "Công khai tiến độ trên bảng tin; người đứng đầu chịu trách nhiệm.",
];
