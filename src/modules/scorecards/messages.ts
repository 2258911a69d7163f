import { say } from "../../kernel/text.ts";

/** Words that several pages of scoring share. */
export const words = {
  rounds: say("Chấm điểm, xếp hạng", "Scoring and ranking"),
  unit: say("Đơn vị", "Unit"),
  criterion: say("Tiêu chí", "Criterion"),
  points: say("Điểm", "Points"),
  base: say("Điểm chuẩn", "Base"),
  bonus: say("Thưởng", "Bonus"),
  penalty: say("Trừ", "Deductions"),
  total: say("Tổng", "Total"),
  rank: say("Hạng", "Rank"),
  class: say("Xếp loại", "Class"),
  reason: say("Lý do", "Reason"),
  evidence: say("Minh chứng", "Evidence"),
  onSite: say("kiểm tra tại chỗ", "to be checked on the spot"),
  due: say("Hạn", "Due"),
  late: say("Muộn", "Late"),
  lateReason: say("Lý do nộp muộn", "Reason for being late"),
  notYet: say("Chưa nộp", "Not handed in"),
  board: say("Bảng theo dõi", "Board"),
  completeness: say("Đủ và đúng hạn", "Completeness"),
};
