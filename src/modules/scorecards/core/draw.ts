import { err, ok, type Result } from "../../../kernel/result.ts";
import { seededPrng } from "../../../kernel/prng.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** One pair of cross-scoring: who scores, and who is scored. */
export type Pair = { readonly scorer_unit_id: string; readonly unit_id: string };

/**
 * Draws who scores whom: the units, sorted by id, are shuffled from the seed and stand in a ring; each
 * scores the next `scorers` behind it. So every unit is scored by as many as it scores, nobody scores
 * itself, and two units score one another only where the ring is too short to avoid it.
 * Takes unit ids, how many score each, and a whole-number seed; gives the pairs in a stable order.
 */
export function drawPairs(unit_ids: readonly string[], scorers: number, seed: number): Pair[] {
  const ring = seededPrng(seed).shuffled([...new Set(unit_ids)].sort());
  const most = Math.min(scorers, ring.length - 1);
  const pairs = ring.flatMap((scorer_unit_id, at) =>
    Array.from({ length: most }, (_, step) => ({ scorer_unit_id, unit_id: ring[(at + step + 1) % ring.length] ?? scorer_unit_id })),
  );
  return inOrder(pairs);
}

/** Takes pairs set by hand and the units of the round; gives them in a stable order, or why they cannot stand. */
export function checkPairs(pairs: readonly Pair[], unit_ids: readonly string[]): Result<Pair[], Text> {
  const known = new Set(unit_ids);
  const seen = new Set<string>();
  for (const { scorer_unit_id, unit_id } of pairs) {
    if (!known.has(scorer_unit_id) || !known.has(unit_id)) return err(say("Có đơn vị không thuộc đợt chấm này.", "A unit does not belong to this round."));
    if (scorer_unit_id === unit_id) return err(say("Không đơn vị nào chấm chéo chính mình.", "No unit cross-scores itself."));
    const key = `${scorer_unit_id} ${unit_id}`;
    if (seen.has(key)) return err(say("Có cặp chấm chéo bị lặp.", "A pair occurs twice."));
    seen.add(key);
  }
  return ok(inOrder(pairs));
}

function inOrder(pairs: readonly Pair[]): Pair[] {
  const key = (pair: Pair) => `${pair.unit_id} ${pair.scorer_unit_id}`;
  return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
