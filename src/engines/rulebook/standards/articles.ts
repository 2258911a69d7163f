import type { Check, Limb, Part, Rule, Standard } from "../model.ts";
import type { RegimeId } from "../law-types.ts";

export const LAW_2003: readonly RegimeId[] = ["vn-2017"];
export const LAW_2022: readonly RegimeId[] = ["vn-2024", "vn-2025"];

/** One requirement under its provision. A provision that is not in force on the day asks nothing then. */
export function check(id: string, basis: string, rule: Rule): Check {
  return { id, parts: [{ basis, rule }] };
}

/** Several requirements reported as one check: all of them must hold. */
export function allOf(id: string, ...parts: [Part, ...Part[]]): Check {
  return { id, parts };
}

/** Makes a part of `allOf`; `also` names a provision that is cited beside the basis. */
export function under(basis: string, rule: Rule, also?: string): Part {
  return also === undefined ? { basis, rule } : { basis, rule, also };
}

/** Limits a check to the regimes in which it has this shape. */
export function during(regimes: readonly RegimeId[], limited: Check): Check {
  return { ...limited, regimes };
}

/** One way to qualify; a proposal needs one of its honour's limbs. */
export function limb(id: string, about: Omit<Limb, "id" | "checks">, ...checks: Check[]): Limb {
  return { id, ...about, checks };
}

/** The standard of an honour: what always binds, then the ways to qualify. */
export function standard(honour: string, checks: readonly Check[], limbs: readonly Limb[] = []): Standard {
  return { honour, checks, limbs };
}
