import { addDays, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { inForce, LAW, provisionOf } from "./law.ts";
import type { Citation, RegimeId } from "./law-types.ts";

/** A citation with the name of its instrument, for a page that lists instruments. */
export type NamedCitation = { readonly cite: Citation; readonly vi: string; readonly en: string };

/** A regime as a page shows it: its first and last day (both included; null while none is set), and what it stands on. */
export type RegimeEntry = { readonly id: RegimeId; readonly first_on: PlainDate; readonly last_on: PlainDate | null; readonly instruments: readonly NamedCitation[] };

/** A law that is in force from a day though nobody has compared its text: from then on nobody is called eligible. */
export type UnreadAmendment = { readonly from: PlainDate; readonly vi: string; readonly en: string; readonly instruments: readonly NamedCitation[] };

/** Gives the regimes in the order of time. */
export function regimeList(): readonly RegimeEntry[] {
  return LAW.regimes.map(({ id, from, to, cite }) => ({ id, first_on: plainDate(from), last_on: to === null ? null : addDays(plainDate(to), -1), instruments: cite.map(named) }));
}

/** Gives the amendments that nobody has read, in the order of time. */
export function unreadAmendments(): readonly UnreadAmendment[] {
  const { vi, en, values } = provisionOf("unread_amendment");
  return values.map(({ from, cite }) => ({ from: plainDate(from), vi, en, instruments: cite.map(named) }));
}

/** Says whether on the day a law is in force whose text nobody has read. */
export function unreadOn(on: PlainDate): boolean {
  return inForce(provisionOf("unread_amendment").values, on) !== null;
}

function named(cite: Citation): NamedCitation {
  const instrument = LAW.instruments.find(({ id }) => id === cite.instrument);
  if (instrument === undefined) throw new Error(`instrument ${cite.instrument} is not listed`);
  return { cite, vi: instrument.vi, en: instrument.en };
}
