import { say, type Text } from "../../kernel/text.ts";

/** Texts that more than one page of initiatives says. */
export const words = {
  initiatives: say("Sáng kiến", "Initiatives"),
  title: say("Tên sáng kiến", "Title"),
  unit: say("Đơn vị", "Unit"),
  year: say("Năm", "Year"),
  field: say("Lĩnh vực", "Field"),
  problem: say("Thực trạng trước khi áp dụng", "The problem before"),
  solution: say("Nội dung giải pháp", "The solution"),
  effect: say("Hiệu quả khi áp dụng", "The effect"),
  authors: say("Tác giả, đồng tác giả", "Authors"),
  author: say("Tác giả", "Author"),
  share: say("Tỷ lệ đóng góp (%)", "Share (%)"),
  status: say("Tình trạng", "State"),
  scope: say("Phạm vi công nhận", "Scope"),
  decisionNumber: say("Số quyết định", "Decision number"),
  decidedOn: say("Ngày quyết định", "Decided on"),
  validUntil: say("Có giá trị đến", "Valid until"),
  recognisedBy: say("Nơi công nhận", "Recognised by"),
  certificate: say("Giấy chứng nhận sáng kiến", "Certificate of the initiative"),
  reason: say("Lý do", "Reason"),
  mean: say("Điểm trung bình", "Mean"),
  threshold: say("Điểm tối thiểu để công nhận", "Least mean to be recognised"),
  minutes: say("Số biên bản họp Hội đồng", "Number of the minutes"),
  heldOn: say("Ngày họp", "Held on"),
  ratings: say("Xếp loại hằng năm", "Yearly ratings"),
  rating: say("Xếp loại", "Rating"),
  importRatings: say("Nhập xếp loại hằng năm", "Import yearly ratings"),
  none: say("Không có sáng kiến này.", "No such initiative."),
};

/** What each action is called in the life of an initiative. */
export const ACTION_NAMES: Readonly<Record<string, Text>> = {
  draft: say("Lập đơn", "Drafted"),
  revise: say("Sửa", "Revised"),
  submit: say("Gửi đơn", "Submitted"),
  return: say("Trả lại bổ sung", "Returned"),
  score: say("Hội đồng chấm điểm", "Scored by the council"),
  recognise: say("Công nhận", "Recognised"),
  refuse: say("Không công nhận", "Not recognised"),
  withdraw: say("Rút đơn", "Withdrawn"),
};
