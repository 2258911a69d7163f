import type { PlainDate } from "../../../kernel/plain-date.ts";
import proceduresJson from "../generated/procedures.json" with { type: "json" };
import type { CommendationType } from "../facts.ts";
import { canonicalHonour, inForce } from "../law.ts";
import type { Citation, Standing } from "../law-types.ts";
import type { DocumentKind, Procedure, ProcedureBook } from "./procedure-types.ts";

/** The compiled content of `law/procedures/`. Its shape is checked when it is generated, and by a test. */
export const PROCEDURE_BOOK: ProcedureBook = proceduresJson as unknown as ProcedureBook;

/** The procedures that a type of commendation may follow on a day; `standing` says how sure that is. */
export type AllowedProcedures = { readonly procedures: readonly Procedure[]; readonly standing: Standing; readonly cite: readonly Citation[] };

/** What a dossier holds on a day: originals on paper (null where the law does not say), documents, how sure it is, where it stands. */
export type DossierNeeds = {
  readonly sets: number | null;
  readonly required: readonly DocumentKind[];
  readonly relied_on: readonly DocumentKind[];
  readonly standing: Standing;
  readonly cite: readonly Citation[];
};

/** Gives the types of commendation (loại hình khen thưởng; Law 15/2003/QH11 article 4, Law 06/2022/QH15 article 8) with their names, in the order of `law/`. */
export function commendationTypes(): readonly { readonly id: CommendationType; readonly vi: string; readonly en: string }[] {
  return PROCEDURE_BOOK.types.map(({ id, vi, en }) => ({ id, vi, en }));
}

/** Takes a type and a day; gives the procedures it may follow then, or null before the first regime. */
export function proceduresOf(type: CommendationType, on: PlainDate): AllowedProcedures | null {
  const line = inForce(PROCEDURE_BOOK.types.find(({ id }) => id === type)?.values ?? [], on);
  return line === null ? null : { procedures: line.procedures, standing: line.status, cite: line.cite };
}

/** Takes an honour (id or alias), a procedure and a day; gives what the dossier holds, or null before the first regime. Throws for an unknown honour. */
export function dossierNeeds(honour: string, procedure: Procedure, on: PlainDate): DossierNeeds | null {
  const id = canonicalHonour(honour);
  const entries = PROCEDURE_BOOK.dossiers.filter((entry) => entry.procedure === procedure);
  const entry = entries.find(({ honours }) => honours !== "any" && honours.includes(id)) ?? entries.find(({ honours }) => honours === "any");
  const line = inForce(entry?.values ?? [], on);
  return line === null ? null : { sets: line.sets ?? null, required: line.required, relied_on: line.relied_on ?? [], standing: line.status, cite: line.cite };
}
