import { describe, expect, it } from "vitest";
import { coveredByHigher, type Rewarded, yearsRewarded } from "./several-honours.ts";

const title = (id: string, amount: number | null, more: Partial<Rewarded> = {}): Rewarded => ({ id, subject_id: "a", form: "emulation_title", first_year: 2021, last_year: 2021, amount, ...more });
const covered = (...list: Rewarded[]) => [...coveredByHigher(list)].map(([id, by]) => `${id} by ${by.id}`);

describe("several honours for one recipient", () => {
  it("pays the highest title of the same years", () => {
    expect(covered(title("labourer", 450_000), title("fighter", 1_490_000))).toEqual(["labourer by fighter"]);
    expect(covered(title("fighter", 1_490_000), title("labourer", 450_000))).toEqual(["labourer by fighter"]);
  });

  it("pays titles of different years, forms beside titles, and different people each", () => {
    expect(covered(title("fighter", 1_490_000), title("provincial", 4_470_000, { first_year: 2019 }))).toEqual([]);
    expect(covered(title("labourer", 450_000), title("certificate", 450_000, { form: "commendation_form" }))).toEqual([]);
    expect(covered(title("labourer", 450_000), title("other", 1_490_000, { subject_id: "b" }))).toEqual([]);
    expect(covered(title("labourer", 450_000), title("unknown", null))).toEqual([]);
  });

  it("knows which titles reward several years", () => {
    expect([yearsRewarded("grassroots_emulation_fighter", 2021), yearsRewarded("provincial_emulation_fighter", 2021)]).toEqual([{ first_year: 2021, last_year: 2021 }, { first_year: 2019, last_year: 2021 }]);
  });
});
