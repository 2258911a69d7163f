import { say } from "../../../kernel/text.ts";
import { fail } from "../../../platform/command/failure.ts";

/** The failure where a cluster is not there. */
export const NO_CLUSTER = () => fail("not_found", "Không có cụm, khối này.", "No such cluster or block.");
/** The failure where an event is not there. */
export const NO_EVENT = () => fail("not_found", "Không có việc này trong lịch.", "No such event.");

/** Texts that more than one page of clusters says. */
export const words = {
  clusters: say("Cụm, khối thi đua", "Clusters and blocks"),
  members: say("Thành viên", "Members"),
  lead: say("Đơn vị trưởng", "Lead"),
  deputy: say("Đơn vị phó", "Deputy"),
  pact: say("Giao ước thi đua", "Emulation pact"),
  timetable: say("Lịch hoạt động", "Timetable"),
  due: say("Hạn", "Due"),
  host: say("Đơn vị đăng cai", "Host"),
  outside: say("Ngoài địa phương", "Outside"),
  scanHint: say("PDF, PNG hoặc JPEG; nếu trang báo lỗi thì chọn lại tệp", "PDF, PNG or JPEG; choose it again after an error"),
  minutes: say("Biên bản", "Minutes"),
  unit: say("Đơn vị", "Unit"),
  save: say("Lưu", "Save"),
  onPaper: say("Bản giấy", "On paper"),
};
