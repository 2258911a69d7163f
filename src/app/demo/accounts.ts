import type { Text } from "../../kernel/text.ts";
import { say } from "../../kernel/text.ts";
import type { Role } from "../../modules/accounts/index.ts";

/** The one password of all demonstration accounts. A demonstration is served on this machine only unless it is asked for. */
export const DEMONSTRATION_PASSWORD = "chodon-2021";

/** Who can be played in the demonstration; `unit` is the key of the unit in the demonstration's tree. */
export type DemonstrationAccount = {
  username: string;
  name: string;
  about: Text;
  roles: readonly { role: Role; unit: string }[];
};

export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  { username: "canbo", name: "Cán bộ Mẫu Một", about: say("Cán bộ thi đua, khen thưởng, Phòng Nội vụ", "Emulation officer, Home Affairs Office"), roles: [{ role: "officer", unit: "root" }] },
  { username: "xa", name: "Văn phòng Mẫu Xã", about: say("Cán bộ phụ trách, xã Phương Viên", "Clerk, Phương Viên commune"), roles: [{ role: "clerk", unit: "02050" }] },
  { username: "truong", name: "Giáo vụ Mẫu Trường", about: say("Cán bộ phụ trách, một trường học", "Clerk of a school"), roles: [{ role: "clerk", unit: "school-1" }] },
  { username: "doanhnghiep", name: "Hành chính Mẫu Doanh Nghiệp", about: say("Cán bộ phụ trách, một doanh nghiệp", "Clerk of an enterprise"), roles: [{ role: "clerk", unit: "enterprise-1" }] },
  { username: "thutruong", name: "Thủ trưởng Mẫu Xã", about: say("Chủ tịch UBND xã Phương Viên", "Head of Phương Viên commune"), roles: [{ role: "head", unit: "02050" }] },
  { username: "truongphong", name: "Trưởng phòng Mẫu Một", about: say("Trưởng phòng Nội vụ", "Head of the Home Affairs Office"), roles: [{ role: "division_head", unit: "root" }, { role: "head", unit: "agency-noi-vu" }] },
  { username: "hoidong", name: "Ủy viên Mẫu Một", about: say("Thành viên Hội đồng Thi đua - Khen thưởng", "Member of the Commendation Council"), roles: [{ role: "council_member", unit: "root" }] },
  { username: "chutich", name: "Chủ tịch Mẫu Huyện", about: say("Chủ tịch Ủy ban nhân dân huyện", "Chair of the People's Committee"), roles: [{ role: "chair", unit: "root" }] },
  { username: "vanthu", name: "Văn thư Mẫu Huyện", about: say("Văn thư: số quyết định, xác nhận bản giấy", "Records clerk: decision numbers, paper"), roles: [{ role: "records_clerk", unit: "root" }] },
  { username: "ketoan", name: "Kế toán Mẫu Huyện", about: say("Kế toán quỹ thi đua, khen thưởng", "Accountant of the reward fund"), roles: [{ role: "accountant", unit: "root" }] },
  { username: "kiemtra", name: "Kiểm tra Mẫu Huyện", about: say("Kiểm tra, giám sát: xem tất cả, không sửa", "Auditor: sees all, changes nothing"), roles: [{ role: "auditor", unit: "root" }] },
  { username: "quantri", name: "Quản trị Mẫu Huyện", about: say("Quản trị hệ thống", "Administrator"), roles: [{ role: "administrator", unit: "root" }] },
];
