import { say, type Text } from "../../../kernel/text.ts";

/** What a Comment (ý kiến góp ý) is: a remark (góp ý), a Complaint (khiếu nại) or a Denunciation (tố cáo). The sender says what it is meant as; the officer sorts it. */
export const COMMENT_SORTS = ["remark", "complaint", "denunciation"] as const;
export type CommentSort = (typeof COMMENT_SORTS)[number];

/** The sorts that, once formally accepted, hold a dossier up. */
export type AcceptedSort = Exclude<CommentSort, "remark">;

export const COMMENT_SORT_NAMES: Readonly<Record<CommentSort, Text>> = {
  remark: say("Góp ý", "Remark"),
  complaint: say("Khiếu nại", "Complaint"),
  denunciation: say("Tố cáo", "Denunciation"),
};

/** Words that several pages of public notices share. */
export const words = {
  notices: say("Công khai lấy ý kiến", "Public notices"),
  from: say("Từ ngày", "From"),
  until: say("Đến hết ngày", "Until the end of"),
  days: say("Số ngày làm việc", "Working days"),
  basis: say("Căn cứ thời gian", "Basis of the length"),
  name: say("Họ tên, tên tập thể", "Name"),
  unit: say("Đơn vị trình", "Proposing unit"),
  reason: say("Thành tích", "Achievement"),
  comments: say("Ý kiến", "Comments"),
  whole: say("Cả danh sách", "The whole list"),
  unsorted: say("Chưa phân loại", "Not sorted yet"),
  anonymous: say("Gửi kín, không ghi tên", "Protected, no name"),
};
