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
  const lines = [...LAW.regimes, ...LAW.provisions.flatMap(({ values }) => values), ...LAW.authorities.flatMap(({ values }) => values), ...LAW.honours.flatMap(({ kinds }) => kinds)];
  const edges = new Set(lines.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const days = [...edges].flatMap((edge) => [-1, 0, 1].map((step) => addDays(plainDate(edge), step) as string));
  return [...new Set(days)].filter((day) => day >= "2017-10-01").sort();
}

describe("the law covers every day", () => {
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
