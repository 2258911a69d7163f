/**
 * `npm run bench rulebook`: full verdicts a second on one core, against json-rules-engine and GoRules Zen on the
 * same rules for Lao động tiên tiến and Chiến sĩ thi đua cơ sở of 2021. The others get their facts already reckoned
 * (months served, initiatives of the year), which the rulebook reckons itself from dates. All three must agree.
 */
import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { check, type CheckInput, explainHonour, judge, type Judgement, parseCheckInput } from "../src/engines/rulebook/index.ts";
import { plainDate, type PlainDate, wholeMonthsBetween } from "../src/kernel/plain-date.ts";
import { seededPrng } from "../src/kernel/prng.ts";
import { unwrap } from "../src/kernel/result.ts";

const CANDIDATES = 10_000;
const RATINGS = ["unsatisfactory", "satisfactory", "good", "excellent"] as const;

/** What the others are told of a candidate: numbers and yes or no, nothing left to reckon. */
type Flat = {
  readonly honour: string;
  readonly registered: boolean;
  readonly months: number;
  readonly rating: number;
  readonly disciplined_in_year: boolean;
  readonly under_discipline: boolean;
  readonly pending: number;
  readonly initiatives: number;
  readonly own_power: boolean;
  readonly share_percent: number;
};

/** The rules as the others state them: the check's id and when it is not met. */
const CONDITIONS = [
  { id: "registration", field: "registered", operator: "equal", zen: "== false", value: false, fighter: false },
  { id: "authority", field: "own_power", operator: "equal", zen: "== false", value: false, fighter: false },
  { id: "recruitment_period", field: "months", operator: "lessThan", zen: "< 10", value: 10, fighter: false },
  { id: "rating", field: "rating", operator: "lessThan", zen: "< 2", value: 2, fighter: false },
  { id: "discipline", field: "disciplined_in_year", operator: "equal", zen: "== true", value: true, fighter: false },
  { id: "discipline", field: "under_discipline", operator: "equal", zen: "== true", value: true, fighter: false },
  { id: "pending", field: "pending", operator: "greaterThan", zen: "> 0", value: 0, fighter: false },
  { id: "initiative", field: "initiatives", operator: "lessThan", zen: "< 1", value: 1, fighter: true },
  { id: "quota", field: "share_percent", operator: "greaterThan", zen: "> 15", value: 15, fighter: true },
] as const;

function makeCandidates(): CheckInput[] {
  const prng = seededPrng(2021);
  return Array.from({ length: CANDIDATES }, (_, index) => {
    const fighter = index % 2 === 1;
    const disciplined = prng.chance(30);
    const json = {
      honour: fighter ? "grassroots_emulation_fighter" : "advanced_labourer",
      year: 2021,
      received_on: "2021-12-20",
      authority: prng.chance(20) ? "province" : "district",
      candidate: {
        kind: "individual",
        worker: "official",
        registered: !prng.chance(50),
        recruited_on: prng.chance(50) ? `2021-0${1 + prng.below(9)}-15` : `20${10 + prng.below(10)}-03-01`,
        rating: prng.pick(["excellent", "good", "good", "good", "satisfactory"] as const),
        discipline: disciplined ? [{ form: "reprimand", on: `20${20 + prng.below(2)}-05-02`, ends_on: "2020-12-02" }] : [],
        pending: prng.chance(20) ? ["complaint"] : [],
        initiatives: prng.chance(700) ? [{ year: 2021, scope: "unit", kind: "initiative" }] : [],
        record: [{ honour: "advanced_labourer", year: 2020, decided_on: "2020-12-15" }],
      },
      ...(fighter ? { pool: { advanced_labourers: 40, proposed: prng.chance(50) ? 7 : 4, local_cap: "15" } } : {}),
    };
    return unwrap(parseCheckInput(json));
  });
}

function flatten({ honour, year, received_on, authority, candidate, pool }: CheckInput): Flat {
  const discipline = candidate.discipline ?? [];
  return {
    honour,
    registered: candidate.registered ?? false,
    months: wholeMonthsBetween(candidate.recruited_on as PlainDate, received_on),
    rating: RATINGS.indexOf(candidate.rating ?? "good"),
    disciplined_in_year: discipline.some(({ on }) => on?.startsWith(`${year}-`) === true),
    under_discipline: discipline.some(({ ends_on }) => (ends_on ?? "") > `${year}-12-31`),
    pending: candidate.pending?.length ?? 0,
    initiatives: (candidate.initiatives ?? []).filter((one) => one.year === year).length,
    own_power: authority === "district",
    share_percent: pool === undefined ? 0 : ((pool.proposed ?? 0) * 100) / (pool.advanced_labourers ?? 1),
  };
}

type Timed = { readonly perSecond: number; readonly open: readonly boolean[] };

/** The citation that the others carry beside a rule: that of our own check of the same id. */
function citeOf(id: string): string {
  const explained = explainHonour("grassroots_emulation_fighter", plainDate("2021-12-20")).find((one) => one.id === id);
  if (explained === undefined) throw new Error(`no check ${id} to compare with`);
  return JSON.stringify(explained.cite);
}

/** Runs whole rounds over all candidates for at least a second, after one round to warm up. */
async function time(round: () => Promise<boolean[]> | boolean[]): Promise<Timed> {
  const open = await round();
  let verdicts = 0;
  const began = performance.now();
  while (performance.now() - began < 1000) {
    await round();
    verdicts += CANDIDATES;
  }
  return { perSecond: Math.round((verdicts * 1000) / (performance.now() - began)), open };
}

function jsonRules(facts: readonly Flat[]): () => Promise<boolean[]> {
  const engineFor = (fighter: boolean): Engine => {
    const engine = new Engine();
    for (const { id, field, operator, value } of CONDITIONS.filter((rule) => fighter || !rule.fighter)) {
      engine.addRule({ conditions: { any: [{ fact: field, operator, value }] }, event: { type: id, params: { cite: citeOf(id) } } });
    }
    return engine;
  };
  const engines = { advanced_labourer: engineFor(false), grassroots_emulation_fighter: engineFor(true) };
  return async () => {
    const open: boolean[] = [];
    for (const fact of facts) {
      const { events } = await engines[fact.honour as keyof typeof engines].run(fact);
      open.push(events.length > 0);
    }
    return open;
  };
}

function zen(facts: readonly Flat[], trace: boolean): () => Promise<boolean[]> {
  const fields = [...new Set(CONDITIONS.map(({ field }) => field))];
  const decisionFor = (fighter: boolean) =>
    new ZenEngine().createDecision({
      contentType: "application/vnd.gorules.decision",
      nodes: [
        { id: "in", type: "inputNode", name: "request", position: { x: 0, y: 0 } },
        {
          id: "table", type: "decisionTableNode", name: "refusals", position: { x: 0, y: 0 },
          content: {
            hitPolicy: "collect",
            inputs: fields.map((field) => ({ id: field, name: field, type: "expression", field })),
            outputs: ["id", "cite"].map((field) => ({ id: `out_${field}`, name: field, type: "expression", field })),
            rules: CONDITIONS.filter((rule) => fighter || !rule.fighter).map(({ id, field, zen: condition }, place) => ({
              _id: `${id} ${place}`, ...Object.fromEntries(fields.map((one) => [one, one === field ? condition : ""])), out_id: `"${id}"`, out_cite: `'${citeOf(id)}'`,
            })),
          },
        },
        { id: "out", type: "outputNode", name: "response", position: { x: 0, y: 0 } },
      ],
      edges: [
        { id: "a", type: "edge", sourceId: "in", targetId: "table" },
        { id: "b", type: "edge", sourceId: "table", targetId: "out" },
      ],
    });
  const decisions = { advanced_labourer: decisionFor(false), grassroots_emulation_fighter: decisionFor(true) };
  return async () => {
    const open: boolean[] = [];
    // A hundred in flight: one by one, its hop between threads would weigh more than its rules.
    for (let start = 0; start < facts.length; start += 100) {
      const answers = await Promise.all(facts.slice(start, start + 100).map((fact) => decisions[fact.honour as keyof typeof decisions].evaluate(fact, { trace })));
      for (const { result } of answers) open.push((result as unknown[]).length > 0);
    }
    return open;
  };
}

function agree(name: string, own: readonly boolean[], other: readonly boolean[]): void {
  const differing = own.findIndex((open, index) => open !== other[index]);
  if (differing >= 0) throw new Error(`${name} judges candidate ${differing} otherwise: the rules compared are not the same`);
}

/** Measures, prints figures and ratios, and gives 0, or 1 where a target is missed. */
async function run(): Promise<number> {
  const inputs = makeCandidates();
  const facts = inputs.map(flatten);
  // The last judgement stays reachable, so that no work can be optimised away.
  const last: { judgement: Judgement | null } = { judgement: null };
  const own = await time(() =>
    inputs.map((input) => {
      const judgement = judge(input);
      last.judgement = judgement;
      return judgement.verdict !== "eligible";
    }),
  );
  const written = await time(() => inputs.map((input) => unwrap(check(input)).verdict !== "eligible"));
  const rules = await time(jsonRules(facts));
  const gorules = await time(zen(facts, false));
  const traced = await time(zen(facts, true));
  agree("check", own.open, written.open);
  agree("json-rules-engine", own.open, rules.open);
  agree("@gorules/zen-engine", own.open, gorules.open);
  const line = (name: string, { perSecond }: Timed) => {
    const ratio = own.perSecond / perSecond;
    process.stdout.write(`${name.padEnd(58)} ${perSecond.toLocaleString("en").padStart(11)} verdicts/s   rulebook is ${ratio.toFixed(1)}x\n`);
  };
  const openShare = own.open.filter(Boolean).length / CANDIDATES;
  process.stdout.write(`${CANDIDATES} candidates, ${(openShare * 100).toFixed(1)} % not eligible, ${last.judgement?.deciding.length ?? 0} checks each, one core, Node ${process.version}\n`);
  line("rulebook: verdict, checks, citations, trace", own);
  line("rulebook: the same with every sentence written", written);
  line("json-rules-engine: facts already reckoned", rules);
  line("@gorules/zen-engine: facts already reckoned, no trace", gorules);
  line("@gorules/zen-engine: facts already reckoned, with trace", traced);
  const reached = own.perSecond >= 200_000 && own.perSecond >= 10 * rules.perSecond && own.perSecond > gorules.perSecond && written.perSecond > 0;
  process.stdout.write(reached ? "targets reached: 200,000/s, 10x json-rules-engine, faster than zen-engine\n" : "a target is missed: 200,000/s, 10x json-rules-engine, faster than zen-engine\n");
  return reached ? 0 : 1;
}

process.exitCode = await run();
