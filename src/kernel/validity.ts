import type { PlainDate } from "./plain-date.ts";

/** A stretch of days: `from_on` included, `to_on` excluded; null means without end. */
export type Validity = { readonly from_on: PlainDate; readonly to_on: PlainDate | null };

/** Says whether the stretch covers the day. */
export function covers(validity: Validity, day: PlainDate): boolean {
  return validity.from_on <= day && (validity.to_on === null || day < validity.to_on);
}

/** Says whether two stretches share a day. */
export function overlap(a: Validity, b: Validity): boolean {
  return (b.to_on === null || a.from_on < b.to_on) && (a.to_on === null || b.from_on < a.to_on);
}
