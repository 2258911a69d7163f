import { compileLaw } from "./compile-law.ts";
import { LAW } from "./law.ts";
import { procedureProblems } from "./procedures/compile-procedures.ts";
import { PROCEDURE_BOOK } from "./procedures/procedures.ts";
import { STANDARDS } from "./standards/index.ts";

/**
 * Gives what is wrong with the law that this product carries, as sentences; empty when all is well. Two rules in
 * force on one day, a day without one, a standard of no honour or under a provision that is not there: with any of
 * them nobody may be judged, so the product asks before it serves.
 */
export function lawProblems(law: typeof LAW = LAW): readonly string[] {
  const { problems } = compileLaw(law);
  const provisions = new Set(law.provisions.map(({ id }) => id));
  const standards = STANDARDS.map(({ honour }) => honour);
  const honours = law.honours.map(({ id }) => id);
  const named = STANDARDS.flatMap(({ honour, checks, limbs }) =>
    [...checks, ...limbs.flatMap((limb) => limb.checks)].flatMap(({ parts }) => parts.flatMap(({ basis, also }) => [basis, ...(also === undefined ? [] : [also])])).map((basis) => ({ honour, basis })),
  );
  return [
    ...problems,
    ...new Set(named.filter(({ basis }) => !provisions.has(basis)).map(({ honour, basis }) => `${honour}: no provision ${basis}`)),
    ...honours.filter((id) => !standards.includes(id)).map((id) => `${id}: no standard`),
    ...standards.filter((id) => !honours.includes(id)).map((id) => `standard of ${id}: no such honour`),
    ...procedureProblems(PROCEDURE_BOOK, law),
  ];
}
