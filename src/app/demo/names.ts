import type { Prng } from "../../kernel/prng.ts";
import type { Sex } from "../../modules/organizations/index.ts";

const FAMILIES = ["Lường", "Hoàng", "Nông", "Triệu", "Ma", "Đàm", "Bàn", "Lý", "Hà", "Vi", "Nguyễn", "Đặng", "Lộc", "Hứa", "Phùng", "Sầm", "Quách", "Dương", "Trần", "La"] as const;
const WOMEN = ["An", "Ánh", "Ấm", "Bích", "Chiêm", "Duyên", "Đào", "Điệp", "Hạnh", "Hường", "Khuyên", "Lễ", "Liễu", "Mến", "Nga", "Ngoan", "Nhung", "Oanh", "Phượng", "Quyên", "Thắm", "Thủy", "Uyên", "Vân", "Xuân", "Yến"] as const;
const MEN = ["An", "Bằng", "Chiến", "Cường", "Dũng", "Đạt", "Đồng", "Hải", "Huấn", "Khánh", "Lập", "Luân", "Minh", "Nghĩa", "Ngọc", "Phong", "Quảng", "Sơn", "Tấn", "Thành", "Thịnh", "Trung", "Tuấn", "Ước", "Vinh", "Yên"] as const;

/** Gives an invented person. Each name carries the word Mẫu ("specimen"), so that nobody takes it for a real one. */
export function inventPerson(prng: Prng): { full_name: string; sex: Sex } {
  const sex: Sex = prng.chance(480) ? "female" : "male";
  const middle = sex === "female" ? prng.pick(["Thị Mẫu", "Thị Mẫu", "Mẫu"]) : prng.pick(["Văn Mẫu", "Đình Mẫu", "Mẫu"]);
  return { sex, full_name: `${prng.pick(FAMILIES)} ${middle} ${prng.pick(sex === "female" ? WOMEN : MEN)}` };
}
