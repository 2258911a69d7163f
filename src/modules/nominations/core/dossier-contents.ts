import { type Citation, DOCUMENT_KINDS, type DocumentKind, dossierNeeds, type Procedure } from "../../../engines/rulebook/index.ts";
import type { PlainDate } from "../../../kernel/plain-date.ts";
import { say, type Text } from "../../../kernel/text.ts";

export { DOCUMENT_KINDS, type DocumentKind };

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, Text>> = {
  letter: say("Tờ trình", "Submission letter"),
  achievement_report: say("Báo cáo thành tích", "Achievement report"),
  minutes: say("Biên bản họp xét", "Minutes of the meeting"),
  secret_ballot_count: say("Kết quả bỏ phiếu kín", "Result of the secret ballot"),
  initiative_certificate: say("Chứng nhận sáng kiến, đề tài", "Certificate of the initiative or research"),
  certified_report: say("Báo cáo tóm tắt thành tích có xác nhận", "Certified short report"),
  other: say("Tài liệu khác", "Other document"),
};

/** How sure the source is: `verified` read in the law, `second_hand` only in a mirror of it, `unverified` not read. */
export type Sureness = "verified" | "second_hand" | "unverified";

/** What a dossier needs, by which articles, and how sure that is. `if_relied_on` is needed only where the proposal rests on it. */
export type Requirement = { kind: DocumentKind; need: "required" | "if_relied_on"; standing: Sureness; cite: readonly Citation[] };

/**
 * Takes an honour, the procedure that the dossier follows and its day of receipt; gives what it holds by `law/procedures/`,
 * and how many originals on paper (null where the law does not say). What was not read is `unverified`: it may be asked for,
 * and nothing may be refused for lack of it. Before the first regime nothing is known and nothing is asked.
 */
export function requiredDocuments(honour: string, procedure: Procedure, on: PlainDate): { sets: number | null; requirements: Requirement[] } {
  const needs = dossierNeeds(honour, procedure, on);
  if (needs === null) return { sets: null, requirements: [] };
  const standing: Sureness = needs.standing !== "verified" ? "unverified" : needs.cite.every((cite) => cite.second_hand === true) ? "second_hand" : "verified";
  const line = (need: Requirement["need"]) => (kind: DocumentKind): Requirement => ({ kind, need, standing, cite: needs.cite });
  return { sets: needs.sets, requirements: [...needs.required.map(line("required")), ...needs.relied_on.map(line("if_relied_on"))] };
}

/** A document of a dossier as the checklist counts it; on paper its original lies in the dossier on paper and no file is here. */
export type Attached = { readonly kind: DocumentKind; readonly on_paper: boolean };

/**
 * A line of the checklist: what is needed, how many documents stand for it, and what that means. `paper` is there on paper only,
 * `known` is what the product holds itself.
 */
export type ChecklistLine = Requirement & { count: number; state: "present" | "paper" | "known" | "missing" | "to_ask" | "optional" };

/**
 * Takes what is needed, the documents attached, and the kinds that the product itself can show (a recognised initiative, a list
 * with its letter); gives the checklist and whether nothing that is surely needed is missing. What is not surely needed is
 * `to_ask`: it warns only.
 */
export function checklist(requirements: readonly Requirement[], attached: readonly Attached[], known: ReadonlySet<DocumentKind> = new Set()): { lines: ChecklistLine[]; complete: boolean } {
  const lines = requirements.map((requirement): ChecklistLine => {
    const mine = attached.filter((document) => document.kind === requirement.kind);
    const count = mine.length;
    const state = count > 0 ? (mine.every((document) => document.on_paper) ? "paper" : "present") : known.has(requirement.kind) ? "known" : stateOfMissing(requirement);
    return { ...requirement, count, state };
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
