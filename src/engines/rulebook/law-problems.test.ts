import { describe, expect, it } from "vitest";
import { LAW } from "./law.ts";
import { lawProblems } from "./law-problems.ts";

describe("what the product asks of its law before it serves", () => {
  it("finds nothing wrong with the law it carries", () => {
    expect(lawProblems()).toEqual([]);
  });

  it("names two rules in force, a day without one, a provision and a standard that are not there", () => {
    const [first, second, ...others] = LAW.regimes;
    if (first === undefined || second === undefined) throw new Error("fewer than two regimes");
    expect(lawProblems({ ...LAW, regimes: [{ ...first, to: "2024-01-02" }, second, ...others] })).toEqual(["regimes: two rules in force on 2024-01-01"]);
    expect(lawProblems({ ...LAW, regimes: [{ ...first, to: "2023-12-31" }, second, ...others] })).toEqual(["regimes: no rule in force on 2023-12-31"]);
    expect(lawProblems({ ...LAW, provisions: LAW.provisions.filter(({ id }) => id !== "formed_months" && id !== "grassroots_fighter_cap") })).toEqual(["grassroots_emulation_fighter: no provision grassroots_fighter_cap"]);
    const honours = LAW.honours.map((honour) => (honour.id === "cultured_family" ? { ...honour, id: "cultured_house" } : honour));
    expect(lawProblems({ ...LAW, honours }).filter((problem) => /no standard|no such honour/.test(problem))).toEqual(["cultured_house: no standard", "standard of cultured_family: no such honour"]);
  });
});
