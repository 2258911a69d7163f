import { say, type Text } from "../../../kernel/text.ts";
import type { TagLook } from "../../../platform/html/kit.ts";
import type { NominationStatus } from "../core/status.ts";

/** How each status looks: waiting is ochre, fulfilled jade, failed vermilion. */
export const STATUS_LOOKS: Readonly<Record<NominationStatus, TagLook>> = {
  draft: "info", at_level: "wait", not_forwarded: "bad", submitted: "wait", returned: "bad", under_appraisal: "wait", on_notice: "info", before_council: "wait", recommended: "ok", not_recommended: "bad",
  in_decision: "wait", in_package: "wait", sent_up: "wait", decided: "ok", declined: "bad", withdrawn: "info", revoked: "bad",
};

export const VERDICTS = {
  eligible: { look: "ok", icon: "✓", text: say("Đủ tiêu chuẩn", "Eligible") },
  not_eligible: { look: "bad", icon: "✕", text: say("Chưa đủ tiêu chuẩn", "Not eligible") },
  undetermined: { look: "wait", icon: "?", text: say("Chưa kết luận được", "Undetermined") },
} as const satisfies Record<string, { look: TagLook; icon: string; text: Text }>;

export const AUTHORITY_NAMES: Readonly<Record<string, Text>> = {
  district: say("Chủ tịch UBND huyện", "District chair"),
  commune: say("Chủ tịch UBND xã, thị trấn", "Commune chair"),
  agency: say("Thủ trưởng cơ quan, đơn vị", "Head of the agency"),
  enterprise: say("Người đứng đầu doanh nghiệp, hợp tác xã", "Head of the enterprise"),
  province: say("Chủ tịch UBND tỉnh", "Provincial chair"),
  prime_minister: say("Thủ tướng Chính phủ", "Prime Minister"),
};

export const ACTION_NAMES: Readonly<Record<string, Text>> = {
  draft: say("Lập hồ sơ", "Drafted"),
  revise: say("Sửa hồ sơ", "Revised"),
  submit: say("Trình hồ sơ", "Submitted"),
  submit_to_level: say("Trình lên cấp trên trong tuyến", "Submitted to the level above"),
  forward: say("Cấp trên trình tiếp lên cấp kế tiếp", "Forwarded to the next level"),
  pass_on: say("Cấp trên trình lên cấp quyết định", "Passed on to the deciding level"),
  level_return: say("Cấp trên trả lại để bổ sung", "Returned by the level above"),
  refuse_forward: say("Cấp trên không trình tiếp", "Not forwarded by the level above"),
  level_reconsider: say("Cấp trên xét lại", "Reconsidered by the level above"),
  enter_package: say("Đưa vào gói trình cấp trên", "Put into a package"),
  leave_package: say("Đưa ra khỏi gói trình cấp trên", "Taken out of a package"),
  send_up: say("Trình cấp trên", "Sent to the level above"),
  approve_above: say("Cấp trên quyết định khen thưởng", "Approved above"),
  decline_above: say("Cấp trên không khen thưởng", "Declined above"),
  return_above: say("Cấp trên trả lại để bổ sung", "Returned from above"),
  return: say("Trả lại để bổ sung", "Returned"),
  assign: say("Giao cán bộ thẩm định", "Assigned"),
  take_up: say("Nhận thẩm định", "Taken up"),
  post_notice: say("Công khai lấy ý kiến", "Put on public notice"),
  put_before_council: say("Trình Hội đồng", "Put before the council"),
  take_back: say("Rút khỏi phiên họp, thẩm định lại", "Taken back from the session"),
  council_agree: say("Hội đồng đề nghị", "The council recommended"),
  council_refuse: say("Hội đồng không đề nghị", "The council did not recommend"),
  recommend: say("Thẩm định xong, đề nghị khen thưởng", "Recommended"),
  not_recommend: say("Thẩm định xong, không đề nghị", "Not recommended"),
  enter_decision: say("Đưa vào dự thảo quyết định", "Put into a draft decision"),
  leave_decision: say("Đưa ra khỏi dự thảo quyết định", "Taken out of a draft decision"),
  decide: say("Quyết định khen thưởng có hiệu lực", "Decided"),
  decline: say("Không khen thưởng", "Declined"),
  withdraw: say("Rút hồ sơ", "Withdrawn"),
  revoke: say("Hủy bỏ khen thưởng", "Revoked"),
  prepare: say("Lập dự thảo", "Prepared"),
  sign: say("Ký", "Signed"),
  number: say("Cho số, ban hành", "Numbered and issued"),
  record_paper: say("Nhập từ bản giấy", "Recorded from paper"),
  confirm: say("Xác nhận bản giấy", "Paper confirmed"),
  cancel: say("Bỏ dự thảo", "Cancelled"),
  strike: say("Đưa hồ sơ ra khỏi dự thảo", "Dossiers taken out"),
};

export const RATING_NAMES: Readonly<Record<string, Text>> = {
  excellent: say("Hoàn thành xuất sắc nhiệm vụ", "Excellent"),
  good: say("Hoàn thành tốt nhiệm vụ", "Good"),
  satisfactory: say("Hoàn thành nhiệm vụ", "Satisfactory"),
  unsatisfactory: say("Không hoàn thành nhiệm vụ", "Unsatisfactory"),
};

export const DISCIPLINE_NAMES: Readonly<Record<string, Text>> = {
  reprimand: say("Khiển trách", "Reprimand"),
  warning: say("Cảnh cáo", "Warning"),
  delayed_raise: say("Kéo dài thời hạn nâng lương", "Delayed raise"),
  salary_cut: say("Hạ bậc lương", "Salary cut"),
  demotion: say("Giáng chức", "Demotion"),
  removal: say("Cách chức", "Removal"),
  recall: say("Bãi nhiệm", "Recall"),
  dismissal: say("Buộc thôi việc", "Dismissal"),
  sacking: say("Sa thải", "Sacking"),
};

export const PENDING_NAMES: Readonly<Record<string, Text>> = {
  discipline: say("Đang xem xét kỷ luật", "Discipline under way"),
  investigation: say("Đang bị điều tra", "Investigation"),
  inspection: say("Đang thanh tra, kiểm tra có dấu hiệu vi phạm", "Inspection"),
  complaint: say("Có khiếu nại đang giải quyết", "Complaint"),
  denunciation: say("Có tố cáo đang xác minh", "Denunciation"),
  press: say("Báo chí nêu, đang xác minh", "Press report being verified"),
};

export const SCOPE_NAMES: Readonly<Record<string, Text>> = {
  unit: say("Cấp cơ sở", "Unit"),
  province: say("Cấp tỉnh", "Province"),
  nation: say("Toàn quốc", "Nation"),
};

export const INITIATIVE_NAMES: Readonly<Record<string, Text>> = {
  initiative: say("Sáng kiến", "Initiative"),
  research: say("Đề tài nghiên cứu đã nghiệm thu, áp dụng", "Applied research"),
  military_ingenuity: say("Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu", "Military ingenuity"),
};
