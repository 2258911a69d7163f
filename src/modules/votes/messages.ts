import { say } from "../../kernel/text.ts";

/** Words that several pages of votes share. */
export const words = {
  motions: say("Nội dung biểu quyết", "Motions"),
  minutes: say("Biên bản phiên họp", "Minutes"),
  board: say("Bảng phiếu", "The board"),
  agree: say("Đồng ý", "Agree"),
  disagree: say("Không đồng ý", "Disagree"),
  blank: say("Trắng", "Blank"),
  invalid: say("Không hợp lệ", "Invalid"),
  issued: say("Phát ra", "Issued"),
  collected: say("Thu về", "Collected"),
  reason: say("Lý do", "Reason"),
};
