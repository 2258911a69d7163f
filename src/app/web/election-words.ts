import type { ActingLevel } from "../../engines/calendar/index.ts";
import type { ElectedLevel, Outcome, Round } from "../../engines/tally/index.ts";
import { say, type Text } from "../../kernel/text.ts";

/** The words of the election pages for the ids of the engines. */
export const ACTING: Readonly<Record<ActingLevel, Text>> = {
  nation: say("trung ương", "nation"),
  province: say("tỉnh", "province"),
  district: say("huyện", "district"),
  commune: say("xã", "commune"),
};

export const ELECTED_LEVELS: Readonly<Record<ElectedLevel, Text>> = {
  national_assembly: say("Quốc hội", "National Assembly"),
  province_council: say("Hội đồng nhân dân cấp tỉnh", "Provincial People's Council"),
  district_council: say("Hội đồng nhân dân cấp huyện (trước 01/7/2025)", "District People's Council (before 2025-07-01)"),
  commune_council: say("Hội đồng nhân dân cấp xã", "Commune People's Council"),
};

export const ROUND_WORDS: Readonly<Record<Round, Text>> = {
  first: say("Bầu cử lần đầu", "First vote"),
  rerun: say("Bầu cử lại", "Rerun"),
  extra: say("Bầu cử thêm", "Extra election"),
};

export const OUTCOMES: Readonly<Record<Outcome, { readonly name: Text; readonly meaning: Text; readonly look: "ok" | "q" | "no" }>> = {
  elected_all: { name: say("Đã bầu đủ số đại biểu", "All seats are filled"), meaning: say("Mỗi ghế có một người được quá nửa số phiếu hợp lệ.", "Every seat has a candidate with more than half of the valid ballots."), look: "ok" },
  vacant: { name: say("Còn thiếu, không bầu thêm", "Short, without an extra election"), meaning: say("Luật không buộc bầu cử thêm; ghế còn thiếu để trống.", "The law orders no extra election; the seats stay vacant."), look: "ok" },
  extra_required: { name: say("Phải bầu cử thêm", "An extra election is required"), meaning: say("Số người trúng cử chưa đủ hai phần ba số đại biểu được bầu.", "Fewer than two thirds of the seats are filled."), look: "q" },
  extra_proposed: { name: say("Báo cáo Hội đồng bầu cử quốc gia về bầu cử thêm", "Reported to the National Election Council"), meaning: say("Quốc hội còn thiếu đại biểu: Hội đồng bầu cử quốc gia quyết định có bầu cử thêm hay không.", "Seats of the National Assembly are short: the National Election Council decides on an extra election."), look: "q" },
  rerun_required: { name: say("Phải bầu cử lại", "The vote must be held again"), meaning: say("Chưa quá nửa số cử tri trong danh sách đi bầu.", "Not more than half of the listed voters voted."), look: "no" },
  tie_escalated: { name: say("Bằng phiếu ở ghế cuối, trình cấp có thẩm quyền", "Equal votes for the last seat, to be referred"), meaning: say("Cùng số phiếu và cùng ngày sinh, hoặc chưa rõ ngày sinh: luật không quy định.", "The same votes and birth date, or an unknown birth date: the law is silent."), look: "q" },
  incomplete: { name: say("Chưa đủ biên bản", "Minutes are missing"), meaning: say("Còn thiếu biên bản của khu vực bỏ phiếu, hoặc có khu vực bị hủy kết quả chưa bầu lại.", "An area's minutes are missing, or its result is annulled and not yet voted again."), look: "q" },
  rejected: { name: say("Biên bản có lỗi, chưa xác định được", "The minutes have errors, nothing is decided"), meaning: say("Sửa các lỗi bên dưới rồi kiểm lại.", "Put the errors below right, then check again."), look: "no" },
  escalated: { name: say("Luật không quy định, trình cấp có thẩm quyền", "The law is silent, to be referred"), meaning: say("Chương trình không tự quyết định thay cơ quan có thẩm quyền.", "The program does not decide in place of the competent body."), look: "q" },
};
