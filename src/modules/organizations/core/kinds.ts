import { say, type Text } from "../../../kernel/text.ts";

/** The kinds of Unit (đơn vị). Order here is the order of lists. */
export const UNIT_KINDS = [
  "locality", "party_body", "front", "agency", "armed_forces", "justice", "vertical", "mass_organisation",
  "public_service", "school", "commune", "enterprise", "cooperative", "collective", "village", "household", "outside",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What each kind is called. */
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, Text>> = {
  locality: say("Địa phương", "Locality"),
  party_body: say("Cơ quan Đảng", "Party body"),
  front: say("Mặt trận Tổ quốc", "Fatherland Front"),
  agency: say("Cơ quan chuyên môn", "Agency"),
  armed_forces: say("Lực lượng vũ trang", "Armed forces"),
  justice: say("Cơ quan tư pháp", "Justice body"),
  vertical: say("Ngành dọc", "Vertical unit"),
  mass_organisation: say("Đoàn thể", "Mass organisation"),
  public_service: say("Đơn vị sự nghiệp", "Public service unit"),
  school: say("Trường học", "School"),
  commune: say("Xã, thị trấn", "Commune"),
  enterprise: say("Doanh nghiệp", "Enterprise"),
  cooperative: say("Hợp tác xã", "Cooperative"),
  collective: say("Tập thể trong đơn vị", "Collective inside a unit"),
  village: say("Thôn, tổ dân phố", "Village, residential group"),
  household: say("Hộ gia đình", "Household"),
  /** A member of a cluster that reaches across localities. It is listed only where its kind is asked for, and no figure counts it. */
  outside: say("Đơn vị ngoài địa phương", "Outside unit"),
};

/** The kinds that respond to campaigns and propose nominations on their own behalf. */
export const RESPONDING_KINDS: readonly UnitKind[] = [
  "party_body", "front", "agency", "armed_forces", "justice", "vertical", "mass_organisation",
  "public_service", "school", "commune", "enterprise", "cooperative",
];

export const SEXES = ["female", "male"] as const;
export type Sex = (typeof SEXES)[number];

/** What a person works as, in the law's sense: cán bộ, công chức, viên chức; worker of an enterprise; farmer; other. */
export const WORKERS = ["official", "worker", "farmer", "other"] as const;
export type Worker = (typeof WORKERS)[number];

export const WORKER_NAMES: Readonly<Record<Worker, Text>> = {
  official: say("Cán bộ, công chức, viên chức", "Official"),
  worker: say("Người lao động trong doanh nghiệp, hợp tác xã", "Worker of an enterprise or cooperative"),
  farmer: say("Nông dân", "Farmer"),
  other: say("Khác", "Other"),
};

export const SUCCESSION_KINDS = ["merged", "split", "abolished", "moved"] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** The three subject kinds of the law (cá nhân, tập thể, hộ gia đình). */
export const SUBJECT_KINDS = ["individual", "collective", "household"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
