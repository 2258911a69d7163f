import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { compileLaw } from "./compile-law.ts";
import { bonus, check, explainHonour, honourCatalogue, parseBonusInput, parseCheckInput, rulebookOf } from "./index.ts";
import { LAW, provisionOf } from "./law.ts";
import { COMMENDATION_TYPES } from "./facts.ts";
import { STANDARDS } from "./standards/index.ts";

/** Every day on which anything in `law/` begins or ends, with its neighbours, inside the first regime and after. */
function boundaryDays(): readonly string[] {
  const lines = [...LAW.regimes, ...LAW.provisions.flatMap(({ values }) => values), ...LAW.authorities.flatMap(({ values }) => values), ...LAW.honours.flatMap(({ kinds }) => kinds), ...LAW.bonus.flatMap(({ values }) => values)];
  const edges = new Set(lines.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const days = [...edges].flatMap((edge) => [-1, 0, 1].map((step) => addDays(plainDate(edge), step) as string));
  return [...new Set(days)].filter((day) => day >= "2017-10-01").sort();
}

/** Facts that make nearly every rule arise: what is silent about a rule would not find out that no rule is in force. */
function toldInFull(year: number): Record<string, unknown> {
  const record = LAW.honours.map(({ id }) => ({ honour: id, year: year - 1, decided_on: `${year - 1}-12-20` }));
  return {
    worker: "farmer", registered: true, recruited_on: `${year - 5}-03-01`, rating: "satisfactory", ratings: { [year - 1]: "good" }, achievement: "deed", record,
    discipline: [{ form: "warning", on: `${year}-01-05`, ends_on: `${year + 1}-01-05` }], pending: ["complaint"], absences: [{ reason: "training", from: `${year - 2}-01-01`, to: `${year}-02-01`, result: "average" }],
    initiatives: [{ year, scope: "nation" }], proposed_by: "former_unit", signatory: "board_chair", campaign: { launched_by: "prime_minister", years: 5, leads: true },
    members: { total: 10, completed: 10, advanced_labourers: 9, grassroots_fighters: 2, disciplined: ["warning"] }, formed_on: `${year - 3}-01-01`, dissolved_on: `${year}-01-01`,
    meets_provincial_flag: true, leads_cluster: true, years_as_cultured_family: [year - 2, year - 1, year], violations: ["tax"],
  };
}

describe("the law covers every day", () => {
  it.each(boundaryDays())("%s: with every fact told, each rule finds its provision in force and cites it", (received_on) => {
    const year = Number(received_on.slice(0, 4));
    for (const { id } of honourCatalogue()) {
      for (const kind of ["individual", "collective", "household", "commune"]) {
        for (const type of ["for_merit", "for_campaign"]) {
          const input = { honour: id, year, received_on, authority: "enterprise", candidate: { kind, type, ...toldInFull(year) }, pool: { advanced_labourers: 40, provincial_flag_units: 10, proposed: 5 }, vote: { members: 15, present: 13, written: 2, approve: 14, secret: true } };
          for (const { cite, status } of unwrap(check(unwrap(parseCheckInput(input)))).checks) expect({ cited: cite.length > 0, status: ["verified", "local", "unverified"].includes(status) }).toEqual({ cited: true, status: true });
        }
      }
    }
  });

  it.each(boundaryDays())("%s: every honour, kind and type is answered with citations", (received_on) => {
    for (const { id } of honourCatalogue()) {
      for (const kind of ["individual", "collective", "household", "enterprise", "residential_area", "commune"]) {
        for (const type of COMMENDATION_TYPES) {
          const input = unwrap(parseCheckInput({ honour: id, received_on, candidate: { kind, type } }));
          for (const lang of ["vi", "en"] as const) {
            const output = unwrap(check(input, { lang }));
            expect(output.verdict).not.toBe("eligible");
            for (const { cite, text, needed, found } of output.checks) {
              expect(cite.length).toBeGreaterThan(0);
              expect(`${text} ${needed} ${found}`).not.toMatch(/undefined|NaN|null|\[object/);
            }
          }
        }
        const money = bonus(unwrap(parseBonusInput({ honour: id, kind, decided_on: received_on })));
        if (money.ok) expect(money.value.cite.length).toBeGreaterThan(0);
        else expect(money.error.message).not.toBe("");
      }
    }
  });

  it("the day before the first regime is refused, the first day is answered", () => {
    const input = { honour: "advanced_labourer", candidate: { kind: "individual" } };
    expect(parseCheckInput({ ...input, received_on: "2017-09-30" }, { lang: "en" })).toEqual({
      ok: false,
      error: { path: "$.received_on", message: "There is no rulebook for that day, 2017-09-30; accepted from 2017-10-01." },
    });
    expect(unwrap(check(unwrap(parseCheckInput({ ...input, received_on: "2017-10-01" })))).regime).toBe("vn-2017");
  });

  it("every provision that a standard names exists, and every honour has a standard and a page", () => {
    for (const { checks, limbs } of STANDARDS) {
      for (const { parts } of [...checks, ...limbs.flatMap((limb) => limb.checks)]) for (const { basis } of parts) expect(provisionOf(basis).id).toBe(basis);
    }
    expect(STANDARDS.map(({ honour }) => honour).sort()).toEqual(honourCatalogue().map(({ id }) => id).sort());
    for (const { id } of honourCatalogue()) expect(explainHonour(id, plainDate("2024-12-20"), "en").length).toBeGreaterThan(1);
  });
});

describe("compiling law/", () => {
  it("the stored JSON is what the YAML says", () => {
    const script = fileURLToPath(new URL("../../../bin/compile-law.mjs", import.meta.url));
    expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow();
  });

  it("two rules in force, no rule in force, an unlisted instrument and an unknown word are errors", () => {
    expect(compileLaw(LAW).problems).toEqual([]);
    const cite = [{ instrument: "91/2017/NĐ-CP" }];
    const line = { status: "verified" as const, cite };
    const withValues = (values: (typeof LAW.provisions)[number]["values"]) => compileLaw({ ...LAW, provisions: [{ id: "tried", vi: "thử", en: "tried", values }] }).problems;
    expect(withValues([{ ...line, from: "2020-01-01", to: "2021-01-02" }, { ...line, from: "2021-01-01", to: null }])).toEqual(["tried: two rules in force on 2021-01-01"]);
    expect(withValues([{ ...line, from: "2020-01-01", to: "2020-12-31" }, { ...line, from: "2021-01-01", to: null }])).toEqual(["tried: no rule in force on 2020-12-31"]);
    expect(withValues([{ status: "verified", cite: [{ instrument: "0/0" }], from: "2020-01-01", to: null }])).toEqual(['tried: instrument "0/0" is not in instruments.yaml']);
    expect(withValues([{ ...line, cite: [], from: "2020-01-01", to: null }])).toEqual(["tried: a value without a citation"]);
  });
});

describe("the rulebook's hash", () => {
  it("differs by regime and by local layer, and repeats", () => {
    const local = { id: "bac-kan", instrument: "quy chế", quota_percent: { grassroots_emulation_fighter: "10" } };
    const hashes = [rulebookOf("vn-2017"), rulebookOf("vn-2024"), rulebookOf("vn-2017", local)].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(3);
    expect(rulebookOf("vn-2017").hash).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
