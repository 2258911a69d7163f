import { say, type Text } from "../../../kernel/text.ts";

/** The roles a user may hold on a unit and everything beneath it. */
export const ROLES = [
  "officer", "clerk", "head", "division_head", "council_member", "chair", "records_clerk", "accountant", "auditor", "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  officer: say("Cán bộ thi đua, khen thưởng", "Emulation officer"),
  clerk: say("Cán bộ phụ trách tại đơn vị", "Unit clerk"),
  head: say("Thủ trưởng đơn vị", "Head of a unit"),
  division_head: say("Trưởng phòng, bộ phận", "Head of a division"),
  council_member: say("Thành viên Hội đồng Thi đua - Khen thưởng", "Member of the Commendation Council"),
  chair: say("Chủ tịch Ủy ban nhân dân", "Chair of the People's Committee"),
  records_clerk: say("Văn thư", "Records clerk"),
  accountant: say("Kế toán", "Accountant"),
  auditor: say("Kiểm tra, giám sát", "Auditor"),
  administrator: say("Quản trị hệ thống", "Administrator"),
};

/** Roles that one may hand to another during absence. Administration and membership of a council are personal. */
export const DELEGABLE_ROLES: readonly Role[] = ["officer", "clerk", "head", "division_head", "records_clerk", "accountant"];
