import type { CommendationType } from "../facts.ts";
import type { Dated } from "../law-types.ts";

export const PROCEDURES = ["usual", "simplified"] as const;
/** How a dossier is handled: the usual way with its steps, or the simplified one (thủ tục đơn giản), decided at once. */
export type Procedure = (typeof PROCEDURES)[number];

export const DOCUMENT_KINDS = ["letter", "achievement_report", "minutes", "secret_ballot_count", "initiative_certificate", "certified_report", "other"] as const;
/** Kinds of documents that a dossier (hồ sơ đề nghị khen thưởng) may hold. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A type of commendation (loại hình khen thưởng) and, through time, the procedures that it may follow, the first one being the ordinary one for it. */
export type CommendationTypeEntry = {
  readonly id: CommendationType;
  readonly vi: string;
  readonly en: string;
  readonly values: readonly (Dated & { readonly procedures: readonly Procedure[] })[];
};

/** What dossiers hold through time: `sets` originals on paper, documents always required, and those required where the proposal relies on them. */
export type DossierEntry = {
  readonly id: string;
  readonly procedure: Procedure;
  readonly honours: "any" | readonly string[];
  readonly values: readonly (Dated & { readonly sets?: number; readonly required: readonly DocumentKind[]; readonly relied_on?: readonly DocumentKind[] })[];
};

/** All of `law/procedures/`, compiled. It is no part of the rulebook's hash: it says how to proceed and changes no finding. */
export type ProcedureBook = { readonly types: readonly CommendationTypeEntry[]; readonly dossiers: readonly DossierEntry[] };
