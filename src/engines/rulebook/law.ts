import type { PlainDate } from "../../kernel/plain-date.ts";
import lawJson from "./generated/law.json" with { type: "json" };
import type { Dated, DatedAuthority, DatedKinds, DatedValue, Honour, LawBook, Provision, Regime } from "./law-types.ts";

/** The compiled content of `law/`. Its shape is checked when it is generated, and by a test. */
export const LAW: LawBook = lawJson as unknown as LawBook;

const honours = new Map<string, Honour>(LAW.honours.flatMap((honour) => [honour.id, ...honour.aliases].map((id) => [id, honour] as const)));
const provisions = new Map<string, Provision>(LAW.provisions.map((provision) => [provision.id, provision]));
const authorities = new Map(LAW.authorities.map((entry) => [entry.honour, entry.values]));

/** Gives every id and alias of an honour, in the order of the catalogue. */
export function honourIds(): readonly string[] {
  return [...honours.keys()];
}

/** Takes an id or alias of the catalogue; gives the honour. Throws when there is none. */
export function honourOf(id: string): Honour {
  const honour = honours.get(id);
  if (honour === undefined) throw new Error(`no honour ${id}`);
  return honour;
}

/** Takes an id or alias; gives the id under which the rules stand. */
export function canonicalHonour(id: string): string {
  return honourOf(id).id;
}

/** Takes dated lines; gives the one in force on the day, or null. */
export function inForce<T extends Dated | Regime>(lines: readonly T[], on: PlainDate): T | null {
  return lines.find((line) => line.from <= on && (line.to === null || on < line.to)) ?? null;
}

/** Takes a day; gives the regime that covers it, or null before the first one. */
export function regimeOn(on: PlainDate): Regime | null {
  return inForce(LAW.regimes, on);
}

/** Takes a provision's id and a day; gives its dated value. Throws where no rule is in force: a rule must not be asked then. */
export function provisionOn(id: string, on: PlainDate): DatedValue {
  const value = provisionIfAny(id, on);
  if (value === null) throw new Error(`no rule in force: ${id} on ${on}`);
  return value;
}

/** Like provisionOn, but gives null where no rule is in force. */
export function provisionIfAny(id: string, on: PlainDate): DatedValue | null {
  return inForce(provisionOf(id).values, on);
}

/** Takes a provision's id; gives the provision through time. Throws when there is none. */
export function provisionOf(id: string): Provision {
  const provision = provisions.get(id);
  if (provision === undefined) throw new Error(`no provision ${id}`);
  return provision;
}

/** Gives who decides the honour on the day, or null when the honour does not exist then. */
export function authorityOn(honour: string, on: PlainDate): DatedAuthority | null {
  return inForce(authorities.get(honour) ?? [], on);
}

/** Gives which subject kinds may receive the honour on the day, or null when it does not exist then. */
export function kindsOn(honour: Honour, on: PlainDate): DatedKinds | null {
  return inForce(honour.kinds, on);
}

/** Takes a dated value; gives its whole number. Throws when it has none: a rule that counts needs a count. */
export function wholeOf(value: DatedValue): number {
  if (value.value === undefined || !/^\d+$/.test(value.value)) throw new Error("the provision has no whole number");
  return Number(value.value);
}
