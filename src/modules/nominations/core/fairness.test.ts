import { describe, expect, it } from "vitest";
import { type Counted, sharesOf } from "./fairness.ts";

const person = (change: Partial<Counted> = {}): Counted => ({ sex: "male", direct_labourer: false, grassroots_cadre: false, difficult_area: false, difficult_field: false, position_rank: 10, ...change });

describe("fairness figures", () => {
  it("count each group once, a difficult field like a difficult area, and round the percent half up", () => {
    const shares = sharesOf([person({ sex: "female", direct_labourer: true }), person({ difficult_area: true, difficult_field: true }), person({ position_rank: 1, grassroots_cadre: true })]);
    expect(shares).toEqual({
      direct_labourers: { count: 1, of: 3, percent: "33.3" }, grassroots_cadres: { count: 1, of: 3, percent: "33.3" }, difficult_areas: { count: 1, of: 3, percent: "33.3" },
      women: { count: 1, of: 3, percent: "33.3" }, leaders: { count: 1, of: 3, percent: "33.3" },
    });
    expect(sharesOf([person({ position_rank: 3 }), person({ position_rank: 4 }), person({ position_rank: 2 })]).leaders).toEqual({ count: 2, of: 3, percent: "66.7" });
  });

  it("have no percent of nobody", () => expect(sharesOf([]).women).toEqual({ count: 0, of: 0, percent: null }));
});
