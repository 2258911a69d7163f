import type { PlainDate } from "../../kernel/plain-date.ts";
import { type ExplainedCheck, explainHonour } from "./catalogue.ts";
import type { Lang } from "./say.ts";

/** What became of a requirement between two days. `moved`: the same in words, by another article or standing. */
export type Change = "new" | "gone" | "changed" | "moved" | "same";

/** One requirement on two days; null where it is not asked. */
export type ComparedCheck = { readonly id: string; readonly change: Change; readonly before: ExplainedCheck | null; readonly after: ExplainedCheck | null };

const CLOSEST_FIRST: readonly ((before: ExplainedCheck, after: ExplainedCheck) => boolean)[] = [(before, after) => before.limb === after.limb, (before, after) => before.need === after.need, () => true];

/**
 * Takes an honour's id or alias, two days and a language; gives what the law asks on the first and on the second
 * beside each other, in the order of the later day, what is gone last. A requirement is found again by its id: first
 * in the same way to qualify, then in the same words, then in any other shape.
 */
export function compareHonour(id: string, a: PlainDate, b: PlainDate, lang: Lang = "vi"): readonly ComparedCheck[] {
  const before = explainHonour(id, a, lang);
  const after = explainHonour(id, b, lang);
  const taken = new Set<ExplainedCheck>();
  const pairs = new Map<ExplainedCheck, ExplainedCheck>();
  for (const alike of CLOSEST_FIRST) {
    for (const later of after) {
      if (pairs.has(later)) continue;
      const earlier = before.find((one) => !taken.has(one) && one.id === later.id && alike(one, later));
      if (earlier === undefined) continue;
      taken.add(earlier);
      pairs.set(later, earlier);
    }
  }
  const kept = after.map((later): ComparedCheck => {
    const earlier = pairs.get(later) ?? null;
    return { id: later.id, change: earlier === null ? "new" : changeOf(earlier, later), before: earlier, after: later };
  });
  const gone = before.filter((one) => !taken.has(one)).map((one): ComparedCheck => ({ id: one.id, change: "gone", before: one, after: null }));
  return [...kept, ...gone];
}

function changeOf(before: ExplainedCheck, after: ExplainedCheck): Change {
  const asked = ({ need, limb, subject_kinds }: ExplainedCheck) => JSON.stringify([need, limb === null, subject_kinds]);
  if (asked(before) !== asked(after)) return "changed";
  return JSON.stringify([before.cite, before.status]) === JSON.stringify([after.cite, after.status]) ? "same" : "moved";
}
