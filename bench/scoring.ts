/**
 * `npm run bench scoring`: a province of 108 communes, a card of 60 criteria, 5 years, ranked anew from the stated
 * facts with every trace, exact decimals and ties. Beside it the floor: the same points already known, summed as
 * plain JavaScript numbers and sorted, with nothing checked and nothing explained. Both must give the same order.
 */
import { parseScoreInput, score } from "../src/engines/scoring/index.ts";
import { seededPrng } from "../src/kernel/prng.ts";
import { unwrap } from "../src/kernel/result.ts";

const COMMUNES = 108;
const CRITERIA = 60;
const YEARS = [2017, 2018, 2019, 2020, 2021] as const;
const ROUNDS = 7;

/** One leaf of each kind of rule in turn; bases are 2 or 1, so that they add up to 100. */
function leaf(index: number): { base: number; json: Record<string, unknown>; facts: (prng: ReturnType<typeof seededPrng>) => Record<string, unknown> } {
  const base = index % 3 === 0 ? 1 : 2;
  const id = `c${index}`;
  const make = (rules: unknown[], facts: (prng: ReturnType<typeof seededPrng>) => Record<string, unknown>) => ({ base, facts, json: { id, base: String(base), rules } });
  switch (index % 6) {
    case 0:
      return make([{ kind: "ratio", actual: `${id}_a`, target: `${id}_t` }], (prng) => ({ [`${id}_a`]: `${60 + prng.below(50)}.${prng.below(10)}`, [`${id}_t`]: "100" }));
    case 1:
      return make([{ kind: "tier", fact: id, otherwise: "0", tiers: [{ from: "98", points: String(base) }, { from: "90", below: "98", points: "0.5" }] }], (prng) => ({ [id]: String(80 + prng.below(21)) }));
    case 2:
      return make([{ kind: "manual", fact: id }], (prng) => ({ [id]: `0.${10 + prng.below(90)}` }));
    case 3:
      return make([{ kind: "per_unit", fact: id, points: "-0.1", cap: "0.5" }], (prng) => ({ [id]: String(prng.below(8)) }));
    case 4:
      return make([{ kind: "flag", fact: id, points: "-0.5" }], (prng) => ({ [id]: prng.chance(100) }));
    default:
      return make([{ kind: "deadline", fact: id, due: "2021-12-15", late: "-0.25", per_day: { points: "-0.05", cap: "0.5" } }], (prng) => ({ [id]: prng.chance(30) ? null : `2021-12-${10 + prng.below(15)}` }));
  }
}

const leaves = Array.from({ length: CRITERIA }, (_, index) => leaf(index));
const scorecard = { id: "province", base: String(leaves.reduce((sum, entry) => sum + entry.base, 0)), criteria: leaves.map((entry) => entry.json), tie_break: ["c0", "c1"] };
const years = YEARS.map((year) => {
  const prng = seededPrng(year);
  return { scorecard, units: Array.from({ length: COMMUNES }, (_, at) => ({ unit: `x${String(at).padStart(3, "0")}`, facts: Object.assign({}, ...leaves.map((entry) => entry.facts(prng))) as Record<string, unknown> })) };
});

const rank = () => years.map((json) => unwrap(score(unwrap(parseScoreInput(json)))));
const ranked = rank();
const known = ranked.map((year) => year.units.map((unit) => ({ unit: unit.unit, points: unit.criteria.map((entry) => Number(entry.points)) })));
const plain = () => known.map((year) => year.map((unit) => ({ unit: unit.unit, total: unit.points.reduce((sum, points) => sum + points, 0) })).sort((a, b) => b.total - a.total));

for (const [at, year] of plain().entries()) {
  const exact = new Map(ranked[at]?.units.map((unit) => [unit.unit, Number(unit.total)]));
  for (const unit of year) if (Math.abs((exact.get(unit.unit) ?? -1) - unit.total) > 1e-9) throw new Error(`the floor disagrees on ${unit.unit}`);
}

function median(work: () => unknown, times = 1): number {
  const measured = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    for (let count = 0; count < times; count += 1) work();
    return (performance.now() - begun) / times;
  }).sort((a, b) => a - b);
  return measured[(ROUNDS - 1) / 2] ?? 0;
}

const ours = median(rank);
const floor = median(plain, 50);
process.stdout.write(`${COMMUNES} communes x ${CRITERIA} criteria x ${YEARS.length} years, median of ${ROUNDS}
  from stated facts, checked, traced, exact, ranked: ${ours.toFixed(1)} ms (goal: under 1000 ms)
  floor, known points as plain numbers, summed and sorted: ${floor.toFixed(3)} ms
  ratio: ${(ours / floor).toFixed(0)}
`);
if (ours > 1000) process.exitCode = 1;
