import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { SubjectKind } from "../../organizations/index.ts";

/** The authority that decides, as contracts/check.md names it. */
export type Authority = "commune" | "district" | "agency" | "province" | "enterprise" | "prime_minister" | "president";

/** The authorities inside a district's own locality; the others are outside and exchange papers. */
export const LOCAL_AUTHORITIES = ["district", "commune", "agency", "enterprise"] as const;

/** What is handed over to become an award once its decision is in force. */
export type AwardDraft = {
  honour: string;
  year: number;
  subject_kind: SubjectKind;
  person_id: string | null;
  subject_unit_id: string | null;
  household_id: string | null;
  subject_name: string;
  subject_note: string;
  unit_id: string;
  achievement: string;
  /** The dossier behind it; null where a list of another module stands behind it. */
  nomination_id: string | null;
};

/** The signed act behind awards, in the words of the paper. */
export type DecisionFacts = {
  id: string;
  number: number;
  symbol: string;
  decided_on: PlainDate;
  signer_name: string;
  signer_title: string;
  authority: Authority;
};

/** Writes a decision's number as papers do: below ten with a zero before it (Decree 30/2020, annex I). */
export function writeNumber(number: number, symbol: string): string {
  return `${number < 10 ? `0${number}` : number}/${symbol}`;
}

/** Writes an award's number in the register of its year. */
export function writeRegisterNumber(number: number, year: number): string {
  return `${String(number).padStart(4, "0")}/${year}`;
}

/** The heading under which an authority awards, for certificates. */
export function awardingTitle(authority: Authority, issuerName: string): string {
  switch (authority) {
    case "district":
    case "commune":
      return `CHỦ TỊCH ỦY BAN NHÂN DÂN ${issuerName.toUpperCase()}`;
    case "agency":
    case "enterprise":
      return `THỦ TRƯỞNG ${issuerName.toUpperCase()}`;
    case "province":
      return `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`;
    case "prime_minister":
      return "THỦ TƯỚNG CHÍNH PHỦ";
    case "president":
      return "CHỦ TỊCH NƯỚC";
  }
}

/** The life of a decision: signed here and then numbered by the records clerk, or recorded from paper and confirmed by a second person. */
export type DecisionState = "prepared" | "signed" | "awaiting_confirmation" | "in_force" | "cancelled";
