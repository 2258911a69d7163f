import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { unwrap } from "../../kernel/result.ts";
import { bonus, check, parseBonusInput, parseCheckInput } from "./index.ts";

const folder = new URL("../../../law/cases/", import.meta.url);

type Case = {
  name: string;
  candidate?: Record<string, unknown>;
  replace?: Record<string, unknown>;
  without?: string[];
  expect: { verdict: string; fail?: string[]; unknown?: string[]; missing?: string[] };
} & Record<string, unknown>;

/** Lays a case over the usual facts; `replace` states the whole nominee, `without` takes facts away. */
function inputOf(usual: Record<string, unknown>, one: Case): unknown {
  const { name: _name, expect: _expect, candidate, replace, without, ...others } = one;
  const nominee: Record<string, unknown> = replace ?? { ...(usual.candidate as object), ...candidate };
  for (const fact of without ?? []) delete nominee[fact];
  return { ...usual, ...others, candidate: nominee };
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "bonus.yaml")) {
  const { usual, cases } = parse(readFileSync(new URL(file, folder), "utf8")) as { usual: Record<string, unknown>; cases: Case[] };
  describe(`law/cases/${file}`, () => {
    it.each(cases)("$name", (one) => {
      const output = unwrap(check(unwrap(parseCheckInput(inputOf(usual, one)))));
      const deciding = output.checks.filter(({ alternative }) => alternative === undefined);
      const ids = (result: string) => deciding.filter((entry) => entry.result === result).map(({ id }) => id);
      expect({ verdict: output.verdict, fail: ids("fail"), unknown: ids("unknown") }).toEqual({
        verdict: one.expect.verdict,
        fail: one.expect.fail ?? [],
        unknown: one.expect.unknown ?? [],
      });
      if (one.expect.missing !== undefined) expect(output.missing).toEqual(one.expect.missing);
      for (const entry of output.checks) expect(entry.cite.length).toBeGreaterThan(0);
    });
  });
}

describe("law/cases/bonus.yaml", () => {
  const cases = parse(readFileSync(new URL("bonus.yaml", folder), "utf8")) as { amount: number; status: string }[];
  it.each(cases)("$honour $kind $decided_on is $amount", ({ amount, status, ...input }) => {
    const output = unwrap(bonus(unwrap(parseBonusInput(input))));
    expect({ amount: output.amount, status: output.status }).toEqual({ amount, status });
  });
});
