import { say, type Text } from "../../kernel/text.ts";
import type { CardPurpose } from "./core/content.ts";

/** Texts that more than one page of scorecards says. */
export const cardWords = {
  cards: say("Bảng chấm điểm", "Scorecards"),
  card: say("Bảng chấm điểm", "Scorecard"),
  draft: say("Lập bảng chấm điểm", "Draft a scorecard"),
  edit: say("Sửa bảng chấm điểm", "Edit the scorecard"),
  number: say("Số mục", "Number"),
  criterion: say("Nội dung", "Criterion"),
  base: say("Điểm chuẩn", "Base"),
  rules: say("Cách chấm", "How it is scored"),
  proof: say("Căn cứ chấm điểm", "What proves it"),
  verifiedBy: say("Đơn vị thẩm định", "Verified by"),
  unverified: say("Chưa xác minh", "Unverified"),
  unverifiedHint: say("Mốc hoặc mức điểm chưa đối chiếu được với văn bản gốc.", "The threshold or the points were not read in their source."),
  points: say("Điểm", "Points"),
  total: say("Tổng điểm", "Total"),
  year: say("Năm", "Year"),
  title: say("Tên bảng", "Title"),
  purpose: say("Dùng cho", "For"),
  classes: say("Mức xếp loại", "Classes"),
  gates: say("Điều kiện để được xếp hạng", "Conditions of being ranked"),
  tieBreak: say("Khi bằng điểm, so lần lượt", "When points are equal, compared in turn"),
  save: say("Lưu", "Save"),
  saved: say("Đã lưu.", "Saved."),
  deleted: say("Đã xóa.", "Deleted."),
  back: say("Về trang sửa bảng", "Back to the card"),
  newer: say("Bảng vừa được người khác sửa. Những gì bạn nhập vẫn còn ở đây: xem lại bảng rồi gửi lần nữa.", "Somebody else has just changed the card. What you typed is still here: look at the card, then send again."),
} as const satisfies Record<string, Text>;

/** What each purpose is called. */
export const PURPOSE_NAMES: Readonly<Record<CardPurpose, Text>> = {
  cluster: say("Cụm, khối thi đua", "Clusters and blocks"),
  public_office: say("Văn hóa công sở", "Public-office culture"),
  enterprise: say("Doanh nghiệp", "Enterprises"),
  the_poor: say("Vì người nghèo", "For the poor"),
  new_rural: say("Nông thôn mới", "New rural area"),
  reform_index: say("Cải cách hành chính", "Administrative reform"),
  other: say("Khác", "Other"),
};
