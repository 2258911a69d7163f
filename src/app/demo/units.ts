import type { UnitKind } from "../../modules/organizations/index.ts";

/** A unit of the demonstration: `staff` people work in it. */
export type DemoUnit = { key: string; name: string; kind: UnitKind; staff: number; code?: string; tax_code?: string; school?: boolean; difficult?: boolean };

const list = (kind: UnitKind, prefix: string, staff: number, names: readonly string[]): DemoUnit[] => names.map((name, index) => ({ key: `${prefix}-${index + 1}`, name, kind, staff: staff + Math.ceil(staff / 2) }));

/** The agencies, organisations and enterprises. Which of them existed in 2021 in just this form was not verified; the people are invented. */
export const OFFICES: readonly DemoUnit[] = [
  ...list("party_body", "party", 7, ["Văn phòng Huyện ủy", "Ban Tổ chức Huyện ủy", "Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy", "Ủy ban Kiểm tra Huyện ủy", "Trung tâm Chính trị huyện"]),
  { key: "front", name: "Ủy ban Mặt trận Tổ quốc Việt Nam huyện", kind: "front", staff: 6 },
  ...list("mass_organisation", "mass", 5, ["Liên đoàn Lao động huyện", "Hội Liên hiệp Phụ nữ huyện", "Hội Nông dân huyện", "Hội Cựu chiến binh huyện", "Đoàn TNCS Hồ Chí Minh huyện"]),
  { key: "agency-noi-vu", name: "Phòng Nội vụ", kind: "agency", staff: 8 },
  ...list("agency", "agency", 9, ["Văn phòng HĐND và UBND huyện", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch", "Phòng Tài nguyên và Môi trường", "Phòng Lao động - Thương binh và Xã hội", "Phòng Văn hóa và Thông tin", "Phòng Giáo dục và Đào tạo", "Thanh tra huyện", "Phòng Nông nghiệp và PTNT", "Phòng Kinh tế và Hạ tầng", "Phòng Dân tộc"]),
  ...list("justice", "justice", 10, ["Tòa án nhân dân huyện", "Viện kiểm sát nhân dân huyện"]),
  ...list("armed_forces", "armed", 12, ["Công an huyện", "Ban Chỉ huy Quân sự huyện"]),
  ...list("vertical", "vertical", 9, ["Chi cục Thuế khu vực", "Kho bạc Nhà nước huyện", "Bảo hiểm xã hội huyện", "Hạt Kiểm lâm huyện"]),
  ...list("public_service", "service", 24, ["Trung tâm Y tế huyện", "Trung tâm Văn hóa, Thể thao và Truyền thông", "Trung tâm Dịch vụ nông nghiệp", "Trung tâm GDNN - GDTX"]),
];

export const SCHOOLS: readonly DemoUnit[] = list("school", "school", 30, [
  "Trường THCS Mẫu A", "Trường THCS Mẫu B", "Trường Tiểu học Mẫu A", "Trường Tiểu học Mẫu B", "Trường Tiểu học và THCS Mẫu C", "Trường PTDTBT Mẫu D", "Trường Mầm non Mẫu A", "Trường Mầm non Mẫu B", "Trường Mầm non Mẫu C",
]).map((school) => ({ ...school, school: true }));

export const ENTERPRISES: readonly DemoUnit[] = [
  { key: "enterprise-1", name: "Công ty TNHH Khai khoáng Mẫu", kind: "enterprise", staff: 48, tax_code: "4700000001" },
  { key: "enterprise-2", name: "Công ty Cổ phần Chè Shan tuyết Mẫu", kind: "enterprise", staff: 36, tax_code: "4700000002" },
  { key: "enterprise-3", name: "Công ty TNHH Lâm sản Mẫu", kind: "enterprise", staff: 30, tax_code: "4700000003" },
  { key: "enterprise-4", name: "Công ty TNHH Xây dựng Mẫu", kind: "enterprise", staff: 32, tax_code: "4700000004" },
  { key: "coop-1", name: "Hợp tác xã Hồng không hạt Mẫu", kind: "cooperative", staff: 14, tax_code: "4700000005" },
  { key: "coop-2", name: "Hợp tác xã Bún khô Mẫu", kind: "cooperative", staff: 12, tax_code: "4700000006" },
];

/** The 20 communes of 2021 by official code; `before` is the name and the neighbour of the merger of 2020, `after` what came in 2025. */
export const COMMUNES: readonly { code: string; name: string; group: number; before?: { name: string; merged: { code: string; name: string } }; after: string; difficult?: boolean }[] = [
  { code: "02020", name: "Thị trấn Bằng Lũng", group: 1, after: "Xã Chợ Đồn (mã 02020)" },
  { code: "02023", name: "Xã Xuân Lạc", group: 6, after: "Xã Nam Cường (mã 02026)", difficult: true },
  { code: "02026", name: "Xã Nam Cường", group: 6, after: "Xã Nam Cường (mã 02026)" },
  { code: "02029", name: "Xã Đồng Lạc", group: 6, after: "Xã Nam Cường (mã 02026)" },
  { code: "02032", name: "Xã Tân Lập", group: 5, after: "Xã Quảng Bạch (mã 02038)", difficult: true },
  { code: "02035", name: "Xã Bản Thi", group: 7, after: "Xã Yên Thịnh (mã 02044)" },
  { code: "02038", name: "Xã Quảng Bạch", group: 5, after: "Xã Quảng Bạch (mã 02038)" },
  { code: "02041", name: "Xã Bằng Phúc", group: 2, after: "Xã Đồng Phúc (mã 01933)" },
  { code: "02044", name: "Xã Yên Thịnh", group: 7, after: "Xã Yên Thịnh (mã 02044)" },
  { code: "02047", name: "Xã Yên Thượng", group: 7, after: "Xã Yên Thịnh (mã 02044)" },
  { code: "02050", name: "Xã Phương Viên", group: 2, after: "Xã Chợ Đồn (mã 02020)" },
  { code: "02053", name: "Xã Ngọc Phái", group: 5, after: "Xã Chợ Đồn (mã 02020)" },
  { code: "02059", name: "Xã Đồng Thắng", group: 2, before: { name: "Xã Đông Viên", merged: { code: "02056", name: "Xã Rã Bản" } }, after: "Xã Bạch Thông (mã 02014)" },
  { code: "02062", name: "Xã Lương Bằng", group: 4, after: "Xã Nghĩa Tá (mã 02071)", difficult: true },
  { code: "02065", name: "Xã Bằng Lãng", group: 1, after: "Xã Chợ Đồn (mã 02020)" },
  { code: "02068", name: "Xã Đại Sảo", group: 3, after: "Xã Yên Phong (mã 02083)" },
  { code: "02071", name: "Xã Nghĩa Tá", group: 4, after: "Xã Nghĩa Tá (mã 02071)" },
  { code: "02077", name: "Xã Yên Mỹ", group: 3, after: "Xã Yên Phong (mã 02083)", difficult: true },
  { code: "02080", name: "Xã Bình Trung", group: 4, after: "Xã Nghĩa Tá (mã 02071)" },
  { code: "02083", name: "Xã Yên Phong", group: 3, before: { name: "Xã Yên Nhuận", merged: { code: "02074", name: "Xã Phong Huân" } }, after: "Xã Yên Phong (mã 02083)" },
];

/** The demonstration's clusters and blocks: communes by neighbourhood, offices by kind. The district's own list of 2021 was not found. */
export const CLUSTERS: readonly { name: string; kind: "cum" | "khoi"; groups?: readonly number[]; kinds?: readonly UnitKind[] }[] = [
  { name: "Cụm thi đua số 1", kind: "cum", groups: [1, 3] },
  { name: "Cụm thi đua số 2", kind: "cum", groups: [2] },
  { name: "Cụm thi đua số 3", kind: "cum", groups: [5, 6] },
  { name: "Cụm thi đua số 4", kind: "cum", groups: [4, 7] },
  { name: "Khối Đảng, Mặt trận, đoàn thể", kind: "khoi", kinds: ["party_body", "front", "mass_organisation"] },
  { name: "Khối cơ quan nhà nước, nội chính", kind: "khoi", kinds: ["agency", "armed_forces", "justice", "vertical"] },
  { name: "Khối sự nghiệp, trường học", kind: "khoi", kinds: ["public_service", "school"] },
  { name: "Khối doanh nghiệp, hợp tác xã", kind: "khoi", kinds: ["enterprise", "cooperative"] },
];
