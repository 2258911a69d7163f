/** A year's lead and deputy by unit id. */
export type YearHeads = { readonly year: number; readonly head_unit_id: string; readonly deputy_unit_id: string | null };

/** Who could lead next; null where there is nobody. */
export type SuggestedHeads = { readonly head_unit_id: string | null; readonly deputy_unit_id: string | null };

/**
 * Takes the members in list order, who led in which year, and the year to elect for; gives a suggestion by rotation:
 * last year's deputy leads, and of the others the one that led longest ago, or never, is deputy. A suggestion only: the members elect.
 */
export function suggestHeads(members: readonly string[], past: readonly YearHeads[], year: number): SuggestedHeads {
  const earlier = past.filter((entry) => entry.year < year).sort((a, b) => b.year - a.year);
  const deputy = earlier[0]?.year === year - 1 ? earlier[0].deputy_unit_id : null;
  const lastLed = (unit_id: string) => earlier.find((entry) => entry.head_unit_id === unit_id)?.year ?? 0;
  // The sort is stable: of those that never led, the first in list order comes first.
  const waiting = [...members].sort((a, b) => lastLed(a) - lastLed(b));
  const head_unit_id = deputy !== null && members.includes(deputy) ? deputy : (waiting[0] ?? null);
  return { head_unit_id, deputy_unit_id: waiting.find((unit_id) => unit_id !== head_unit_id) ?? null };
}
