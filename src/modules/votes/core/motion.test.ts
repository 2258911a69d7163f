import { describe, expect, it } from "vitest";
import { type Tally, tallyFaults } from "./motion.ts";

const GOOD: Tally = { members: 13, present: 11, written: 1, recused: 1, issued: 11, collected: 10, invalid: 1, agree: 7, disagree: 1, blank: 1 };
const faults = (change: Partial<Tally>) => tallyFaults({ ...GOOD, ...change }).map((text) => text.en);

describe("the numbers of a count", () => {
  it("agree with one another", () => expect(faults({})).toEqual([]));
  it("are refused where they do not", () => {
    expect(faults({ present: 13, written: 1, recused: 3 })).toEqual(["13 present and 1 in writing are more than 13 members."]);
    expect(faults({ issued: 12 })).toEqual(["12 ballots were issued to 11 who may vote."]);
    expect(faults({ collected: 12, agree: 9 })).toEqual(["12 ballots came back of 11 issued."]);
    expect(faults({ agree: 8 })).toEqual(["Agree, disagree, blank and invalid add up to 11, not to the 10 collected."]);
  });
});
