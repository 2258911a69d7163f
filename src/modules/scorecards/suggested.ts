import type { Tx } from "../../platform/database/database.ts";
import { figuresOf } from "../plans/index.ts";
import type { CardContent } from "./core/content.ts";

/**
 * Gives the facts of a card that targets (chỉ tiêu) already hold for a unit in a year, decimals as text by fact:
 * the form offers them, so that nothing is typed twice; the unit still states them itself.
 */
export async function suggestedFacts(tx: Tx, content: CardContent, year: number, unit_id: string): Promise<Record<string, string>> {
  const linked = Object.entries(content.facts).flatMap(([fact, note]) => (note.target === undefined ? [] : [{ fact, ...note.target }]));
  if (linked.length === 0) return {};
  const figures = (await figuresOf(tx, { year, unit_ids: [unit_id], codes: [...new Set(linked.map((entry) => entry.code))] })).get(unit_id);
  return Object.fromEntries(linked.flatMap(({ fact, code, take }) => {
    const value = figures?.get(code)?.[take];
    return value === undefined || value === null ? [] : [[fact, value] as const];
  }));
}
