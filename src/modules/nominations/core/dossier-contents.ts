import { say, type Text } from "../../../kernel/text.ts";

/** Kinds of documents that a dossier (hồ sơ đề nghị khen thưởng) may hold. */
export const DOCUMENT_KINDS = ["letter", "achievement_report", "minutes", "secret_ballot_count", "initiative_certificate", "certified_report", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, Text>> = {
  letter: say("Tờ trình", "Submission letter"),
  achievement_report: say("Báo cáo thành tích", "Achievement report"),
  minutes: say("Biên bản họp xét", "Minutes of the meeting"),
  secret_ballot_count: say("Kết quả bỏ phiếu kín", "Result of the secret ballot"),
  initiative_certificate: say("Chứng nhận sáng kiến, đề tài", "Certificate of the initiative or research"),
  certified_report: say("Báo cáo tóm tắt thành tích có xác nhận", "Certified short report"),
  other: say("Tài liệu khác", "Other document"),
};

/** How sure the source is: `verified` read in the law or in two sources, `second_hand` reported by one, `unverified` not read. */
export type Standing = "verified" | "second_hand" | "unverified";

/** What a dossier needs. `if_relied_on` is needed only where the proposal rests on it. */
export type Requirement = { kind: DocumentKind; need: "required" | "if_relied_on"; standing: Standing; basis: Text };

const A_TITLES = say("Nghị định 91/2017/NĐ-CP, điều 50", "Decree 91/2017/NĐ-CP, article 50");
const A_FORMS = say("Luật Thi đua, khen thưởng 2003, điều 84", "Law on Emulation and Commendation 2003, article 84");
const A_NATIONAL = say("Nghị định 91/2017/NĐ-CP, điều 49", "Decree 91/2017/NĐ-CP, article 49");
const A_SIMPLE = say("Luật Thi đua, khen thưởng 2003, điều 85", "Law on Emulation and Commendation 2003, article 85");
const B_ALL = say("Luật 06/2022/QH15, điều 84", "Law 06/2022/QH15, article 84");
const B_SIMPLE = say("Luật 06/2022/QH15, điều 85", "Law 06/2022/QH15, article 85");
const NOT_READ = say("Chưa đọc được quy định về thành phần hồ sơ của danh hiệu này", "What this honour's dossier holds was not read");

/** The titles whose dossier decree 91/2017, article 50, lists; of these two ask for the initiative's certificate. */
const A_LISTED = [
  "advanced_labourer", "advanced_combatant", "grassroots_emulation_fighter", "provincial_emulation_fighter", "advanced_labour_collective", "advanced_unit", "excellent_labour_collective", "victory_unit",
];
const A_WITH_INITIATIVE = ["grassroots_emulation_fighter", "provincial_emulation_fighter"];
const FORMS = [
  "commune_certificate_of_merit", "district_certificate_of_merit", "enterprise_certificate_of_merit", "provincial_diploma_of_merit", "prime_minister_diploma_of_merit",
  "labour_order_3", "labour_order_2", "labour_order_1",
];
const COMMON: readonly DocumentKind[] = ["letter", "achievement_report", "minutes"];

const needs = (kinds: readonly DocumentKind[], standing: Standing, basis: Text): Requirement[] => kinds.map((kind) => ({ kind, need: "required", standing, basis }));
const reliedOn = (standing: Standing, basis: Text): Requirement => ({ kind: "initiative_certificate", need: "if_relied_on", standing, basis });

/**
 * Takes an honour, the regime of its day of receipt (null where none is known) and whether the
 * simplified procedure applies; gives what its dossier holds. What was not read is `unverified`:
 * it may be asked for, and nothing may be refused for lack of it.
 */
export function requiredDocuments(honour: string, regime: "vn-2017" | "vn-2024" | "vn-2025" | null, simplified = false): Requirement[] {
  if (regime === null) return needs(COMMON, "unverified", NOT_READ);
  if (regime !== "vn-2017") {
    if (simplified) return needs(["letter", "certified_report"], "unverified", B_SIMPLE);
    // Family and residential-area titles were handled by decrees of their own; what those ask was not read.
    const standing: Standing = honour.startsWith("cultured_") ? "unverified" : "second_hand";
    return [...needs(COMMON, standing, B_ALL), reliedOn(standing, B_ALL)];
  }
  if (simplified) return needs(["letter", "certified_report"], "second_hand", A_SIMPLE);
  if (honour === "national_emulation_fighter") return needs([...COMMON, "secret_ballot_count", "initiative_certificate"], "verified", A_NATIONAL);
  if (A_LISTED.includes(honour)) return needs(A_WITH_INITIATIVE.includes(honour) ? [...COMMON, "initiative_certificate"] : COMMON, "verified", A_TITLES);
  if (FORMS.includes(honour)) return [...needs(COMMON, "verified", A_FORMS), reliedOn("verified", A_FORMS)];
  return needs(COMMON, "unverified", NOT_READ);
}

/** A line of the checklist: what is needed, how many documents stand for it, and what that means. */
export type ChecklistLine = Requirement & { count: number; state: "present" | "missing" | "to_ask" | "optional" };

/** Takes what is needed and the kinds attached; gives the checklist and whether nothing that is surely needed is missing. What is not surely needed is `to_ask`: it warns only. */
export function checklist(requirements: readonly Requirement[], attached: readonly DocumentKind[]): { lines: ChecklistLine[]; complete: boolean } {
  const lines = requirements.map((requirement): ChecklistLine => {
    const count = attached.filter((kind) => kind === requirement.kind).length;
    return { ...requirement, count, state: count > 0 ? "present" : stateOfMissing(requirement) };
  });
  return { lines, complete: lines.every((line) => line.state !== "missing") };
}

function stateOfMissing(requirement: Requirement): "missing" | "to_ask" | "optional" {
  if (requirement.need === "if_relied_on") return "optional";
  switch (requirement.standing) {
    case "verified":
    case "second_hand":
      return "missing";
    case "unverified":
      return "to_ask";
  }
}
