import { describe, expect, it } from "vitest";
import { leniency, mutualFavours } from "./statistics.ts";

const compared = [
  { scorer_unit_id: "a", unit_id: "b", cross: "95", appraised: "90" },
  { scorer_unit_id: "b", unit_id: "a", cross: "92.5", appraised: "88" },
  { scorer_unit_id: "a", unit_id: "c", cross: "80", appraised: "80.1" },
  { scorer_unit_id: "c", unit_id: "b", cross: "85", appraised: "90" },
];

describe("statistics of cross-scoring", () => {
  it("gives each scorer's mean above the appraisal, the mildest first", () => {
    expect(leniency(compared)).toEqual([
      { scorer_unit_id: "b", scored: 1, mean_difference: "4.5" }, { scorer_unit_id: "a", scored: 2, mean_difference: "2.45" }, { scorer_unit_id: "c", scored: 1, mean_difference: "-5" },
    ]);
  });

  it("shows two that favoured one another, and nobody when only one did", () => {
    expect(mutualFavours(compared)).toEqual([{ units: ["a", "b"], differences: ["5", "4.5"] }]);
    expect(mutualFavours(compared.slice(1))).toEqual([]);
    expect(mutualFavours([])).toEqual([]);
  });
});
