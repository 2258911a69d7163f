import type { Standard } from "../model.ts";
import { COMMENDATIONS } from "./commendations.ts";
import { TITLES } from "./titles.ts";

/** Every standard of the rulebook, as values. */
export const STANDARDS: readonly Standard[] = [...TITLES, ...COMMENDATIONS];

const byHonour = new Map(STANDARDS.map((standard) => [standard.honour, standard]));

/** Takes a catalogue id; gives its standard. Throws when there is none: every honour of `law/` must have one. */
export function standardOf(honour: string): Standard {
  const standard = byHonour.get(honour);
  if (standard === undefined) throw new Error(`no standard for ${honour}`);
  return standard;
}
