import { say } from "../../kernel/text.ts";

/** Words that several pages of councils and votes share. */
export const words = {
  councils: say("Hội đồng", "Councils"),
  session: say("Phiên họp", "Session"),
  members: say("Thành viên", "Members"),
  position: say("Vị trí", "Position"),
  attendance: say("Điểm danh", "Attendance"),
  heldOn: say("Ngày họp", "Held on"),
  basis: say("Quyết định thành lập", "Formed by"),
  username: say("Tên đăng nhập (để bỏ phiếu trên máy)", "User name (to vote on a screen)"),
};
