import { say } from "../../kernel/text.ts";

/** Texts that more than one page of households says. */
export const words = {
  households: say("Hộ gia đình", "Households"),
  household: say("Hộ", "Household"),
  head: say("Chủ hộ", "Head of household"),
  code: say("Mã hộ", "Number"),
  village: say("Thôn, tổ dân phố", "Village"),
  commune: say("Xã, thị trấn", "Commune"),
  address: say("Địa chỉ", "Address"),
  review: say("Bình xét Gia đình văn hóa", "Review of cultured families"),
  year: say("Năm", "Year"),
  registered: say("Đăng ký", "Registered"),
  voted: say("Đã bình xét", "Voted on"),
  recognised: say("Được công nhận", "Recognised"),
  share: say("Tỷ lệ", "Share"),
  points: say("Điểm", "Points"),
  agree: say("Số hộ đồng ý", "Agreed"),
  outcome: say("Kết quả", "Outcome"),
  reason: say("Lý do", "Reason"),
  imports: say("Nhập từ bảng tính", "Import from a spreadsheet"),
  list: say("Danh sách hộ", "List of households"),
  certificates: say("Hộ đạt 3 năm liên tục", "Three years in a row"),
  figures: say("Gia đình văn hóa theo xã, thôn", "Cultured families by commune and village"),
  saved: say("Đã lưu.", "Saved."),
};
