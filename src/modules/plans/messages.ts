import { say } from "../../kernel/text.ts";

/** Texts that more than one page of targets says. */
export const words = {
  targets: say("Chỉ tiêu", "Targets"),
  target: say("Chỉ tiêu", "Target"),
  code: say("Mã chỉ tiêu", "Code"),
  measure: say("Đơn vị tính", "Measured in"),
  unit: say("Đơn vị", "Unit"),
  above: say("Cấp trên giao", "Assigned from above"),
  voted: say("HĐND giao", "Voted by the council"),
  plan: say("Kế hoạch", "Plan"),
  actual: say("Thực hiện", "Result"),
  percent: say("% kế hoạch", "% of plan"),
  course: say("Diễn biến", "Course"),
  state: say("Kết quả", "State"),
  period: say("Kỳ", "Period"),
  evidence: say("Văn bản minh chứng", "Evidence"),
  reason: say("Lý do", "Reason"),
  report: say("Báo cáo số thực hiện", "Report figures"),
  board: say("Theo dõi báo cáo", "Board of reports"),
  imports: say("Nhập từ bảng tính", "Import from a spreadsheet"),
  month: say("Tháng", "Month"),
  year: say("Năm", "Year"),
  basis: say("Căn cứ", "Basis"),
  draftSaved: say("Đã lưu bản nháp.", "The draft is saved."),
};
