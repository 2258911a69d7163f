import { COMMENDATION_TYPES } from "../facts.ts";
import { datedLines, noTwice, words } from "../compile-law.ts";
import type { LawBook } from "../law-types.ts";
import { DOCUMENT_KINDS, PROCEDURES, type ProcedureBook } from "./procedure-types.ts";

/**
 * Takes the parsed lists of `law/procedures/` and the compiled law they cite; gives the sentences that say what is wrong,
 * none when all is well: a word nobody knows, a day without a line, an honour whose dossier nobody described.
 */
export function procedureProblems(book: ProcedureBook, law: Pick<LawBook, "instruments" | "honours">): readonly string[] {
  const problems: string[] = [];
  const known = new Set(law.instruments.map(({ id }) => id));
  const honours = law.honours.map(({ id }) => id);
  noTwice(problems, "type", book.types.map(({ id }) => id));
  for (const id of COMMENDATION_TYPES) if (!book.types.some((entry) => entry.id === id)) problems.push(`commendation type ${id} is missing`);
  for (const entry of book.types) {
    words(problems, "commendation types", [entry.id], COMMENDATION_TYPES);
    datedLines(problems, entry.id, entry.values, known);
    for (const line of entry.values) words(problems, entry.id, line.procedures, PROCEDURES);
    if (entry.values.some((line) => line.procedures.length === 0)) problems.push(`${entry.id}: a line without a procedure`);
  }
  noTwice(problems, "dossier", book.dossiers.map(({ id }) => id));
  for (const entry of book.dossiers) {
    words(problems, entry.id, [entry.procedure], PROCEDURES);
    if (entry.honours !== "any") words(problems, entry.id, entry.honours, honours);
    datedLines(problems, entry.id, entry.values, known);
    for (const line of entry.values) words(problems, entry.id, [...line.required, ...(line.relied_on ?? [])], DOCUMENT_KINDS);
  }
  for (const procedure of PROCEDURES) {
    const named = book.dossiers.filter((entry) => entry.procedure === procedure);
    noTwice(problems, `${procedure} dossier of`, named.flatMap((entry) => (entry.honours === "any" ? ["any"] : entry.honours)));
    for (const honour of honours) {
      if (!named.some((entry) => entry.honours === "any" || entry.honours.includes(honour))) problems.push(`${honour}: no ${procedure} dossier`);
    }
  }
  return problems;
}
