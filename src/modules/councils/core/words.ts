import { say, type Text } from "../../../kernel/text.ts";

/** Places of a CouncilMember (thành viên Hội đồng), in the order of lists. */
export const COUNCIL_POSITIONS = ["chair", "vice_chair", "standing", "secretary", "member"] as const;
export type CouncilPosition = (typeof COUNCIL_POSITIONS)[number];

export const POSITION_NAMES: Readonly<Record<CouncilPosition, Text>> = {
  chair: say("Chủ tịch Hội đồng", "Chair"),
  vice_chair: say("Phó Chủ tịch Hội đồng", "Vice-chair"),
  standing: say("Ủy viên thường trực", "Standing member"),
  secretary: say("Ủy viên thư ký", "Secretary"),
  member: say("Ủy viên", "Member"),
};

/** What a council advises on. */
export const COUNCIL_KINDS = ["commendation", "initiative"] as const;
export type CouncilKind = (typeof COUNCIL_KINDS)[number];

export const COUNCIL_KIND_NAMES: Readonly<Record<CouncilKind, Text>> = {
  commendation: say("Hội đồng Thi đua - Khen thưởng", "Commendation council"),
  initiative: say("Hội đồng sáng kiến", "Initiative council"),
};

/** A session's life: planned with its agenda, opened with its attendance, closed with its minutes. */
export const SESSION_STATUSES = ["planned", "open", "closed"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_STATUS_NAMES: Readonly<Record<SessionStatus, Text>> = {
  planned: say("Dự kiến", "Planned"),
  open: say("Đang họp", "In session"),
  closed: say("Đã kết thúc", "Closed"),
};

/** Where a member is: in the room, away and asked in writing, or away. */
export const ATTENDANCES = ["expected", "present", "written", "absent"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const ATTENDANCE_NAMES: Readonly<Record<Attendance, Text>> = {
  expected: say("Chưa điểm danh", "Not yet noted"),
  present: say("Có mặt", "Present"),
  written: say("Vắng, cho ý kiến bằng phiếu", "Absent, asked in writing"),
  absent: say("Vắng", "Absent"),
};

/** Why a member may not be impartial on a dossier. `declared` is what the member says without naming more. */
export const CONFLICT_GROUNDS = ["self", "same_unit", "relative", "signatory", "declared"] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

export const GROUND_NAMES: Readonly<Record<ConflictGround, Text>> = {
  self: say("Là người được đề nghị", "Is the nominee"),
  same_unit: say("Cùng đơn vị với người được đề nghị", "Is of the nominee's unit"),
  relative: say("Là người thân của người được đề nghị", "Is a relative of the nominee"),
  signatory: say("Đã trình hồ sơ", "Submitted the dossier"),
  declared: say("Tự khai có liên quan", "Declared an interest"),
};
