import { parseTallyInput, type TallyInput, tally } from "../src/engines/tally/index.ts";
import { seededPrng } from "../src/kernel/prng.ts";
import { unwrap } from "../src/kernel/result.ts";

/** As many polling areas as the whole country had in 2021, each with minutes at four levels. */
const AREAS = 69_000;
/** How many polling areas a constituency has, about, at each level. */
const LEVELS = [["national_assembly", 375], ["province_council", 69], ["district_council", 12], ["commune_council", 1]] as const;
const CANDIDATES = ["a", "b", "c", "d", "e"];
const SEATS = 3;
const ROUNDS = 3;

/** Makes every constituency of every level, with minutes that agree, as JSON values. */
function constituencies(): Record<string, unknown>[] {
  const random = seededPrng(2021);
  const made: Record<string, unknown>[] = [];
  for (const [level, size] of LEVELS) {
    for (let first = 0; first < AREAS; first += size) {
      const minutes = Array.from({ length: Math.min(size, AREAS - first) }, (_, at) => {
        const listed = 600 + random.below(1_400);
        const voted = listed - random.below(20);
        const invalid = random.below(30);
        const valid = voted - invalid;
        const votes = Object.fromEntries(CANDIDATES.map((id, rank) => [id, Math.floor((valid * (rank < SEATS ? 55 + random.below(40) : 5 + random.below(5))) / 100)]));
        return { area: `KV${first + at}`, listed, voted, issued: voted, collected: voted, valid, invalid, votes };
      });
      made.push({ level, round: "first", polling_day: "2021-05-23", seats: SEATS, candidates: CANDIDATES.map((id) => ({ id, name: id, born_on: "1970-01-01" })), minutes });
    }
  }
  return made;
}

/** The floor: the figures of all sheets added up from flat arrays, nothing else. */
function sumOf(columns: readonly Int32Array[]): number {
  let sum = 0;
  for (const column of columns) for (let at = 0; at < column.length; at += 1) sum += column[at] as number;
  return sum;
}

function milliseconds(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const json = constituencies();
const inputs: TallyInput[] = json.map((one) => unwrap(parseTallyInput(one)));
const sheets = inputs.flatMap(({ minutes }) => minutes);
const columns = [
  ...(["listed", "voted", "issued", "collected", "valid", "invalid"] as const).map((field) => Int32Array.from(sheets, (sheet) => sheet[field])),
  ...CANDIDATES.map((id) => Int32Array.from(sheets, ({ votes }) => votes.get(id) ?? 0)),
];
const outcomes = new Map<string, number>();
for (const input of inputs) {
  const { outcome } = tally(input);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

const whole = milliseconds(() => {
  for (const one of json) tally(unwrap(parseTallyInput(one)));
});
const alone = milliseconds(() => {
  for (const input of inputs) tally(input);
});
let total = 0;
const floor = milliseconds(() => {
  total = sumOf(columns);
});
const line = (name: string, ms: number, more = ""): void => {
  process.stdout.write(`${name.padEnd(46)}${ms.toFixed(1).padStart(10)} ms${more}\n`);
};
process.stdout.write(`${AREAS} polling areas × ${LEVELS.length} levels: ${sheets.length} minutes, ${inputs.length} constituencies; best of ${ROUNDS}, one core\n`);
line("read, check, add up and decide", whole, `   ${(whole / floor).toFixed(0)} × the floor   goal < 5000 ms: ${whole < 5000 ? "met" : "MISSED"}`);
line("check, add up and decide", alone, `   ${(alone / floor).toFixed(0)} × the floor`);
line("floor: plain sum of the same figures", floor, `   sum ${total}`);
process.stdout.write(`outcomes: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(", ")}\n`);
