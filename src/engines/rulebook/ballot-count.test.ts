import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { ballotCount, parseBallotCountInput } from "./index.ts";

const count = (input: Record<string, unknown>) => {
  const { passed, needed, base, threshold, source } = unwrap(ballotCount(unwrap(parseBallotCountInput(input))));
  return { passed, needed, base, threshold, source };
};

describe("ballotCount", () => {
  it("takes 90 % of all members, rounded up, where the decree says so", () => {
    const vote = { honour: "provincial_emulation_fighter", on: "2021-12-20" };
    const national = { base: "all_members", threshold: "90%", source: "national" };
    expect(count({ ...vote, members: 15, present: 13, written: 2, approve: 14 })).toEqual({ passed: true, needed: 14, ...national });
    expect(count({ ...vote, members: 15, present: 15, approve: 13 })).toEqual({ passed: false, needed: 14, ...national });
    expect(count({ ...vote, members: 11, present: 11, approve: 10 })).toEqual({ passed: true, needed: 10, ...national });
    expect(count({ ...vote, members: 10, present: 10, approve: 9, secret: false })).toEqual({ passed: false, needed: 9, ...national });
    expect(count({ ...vote, members: 15, present: 13, approve: 13, recused: 2 })).toEqual({ passed: false, needed: 14, ...national });
  });

  it("asks for the local figure where national law sets none, and uses it when given", () => {
    const vote = { members: 30, present: 18, approve: 18, honour: "advanced_labourer", on: "2021-12-20" };
    expect(count(vote)).toEqual({ passed: null, needed: null, base: null, threshold: null, source: null });
    expect(unwrap(ballotCount(unwrap(parseBallotCountInput(vote)), { lang: "en" })).remedy).toEqual(["State the threshold of the local regulation."]);
    const local = { threshold: "70%", base: "present", quorum: "2/3" };
    expect(count({ ...vote, local })).toEqual({ passed: false, needed: 13, base: "present", threshold: "70%", source: "local" });
    expect(count({ ...vote, present: 20, local })).toEqual({ passed: true, needed: 14, base: "present", threshold: "70%", source: "local" });
    expect(count({ ...vote, present: 20, approve: 15, local: { threshold: ">50%" } })).toEqual({ passed: false, needed: 16, base: "all_members", threshold: ">50%", source: "local" });
  });

  it("the 90 % rule ends with the decree that set it", () => {
    const vote = { members: 10, present: 10, approve: 9, honour: "national_emulation_fighter" };
    expect(count({ ...vote, on: "2023-12-31" }).passed).toBe(true);
    expect(count({ ...vote, on: "2024-01-01" }).passed).toBe(null);
  });

  it("refuses numbers that contradict one another", () => {
    const vote = { members: 10, present: 8, written: 1, honour: "advanced_labourer", on: "2021-12-20" };
    expect(parseBallotCountInput({ ...vote, approve: 10 }, { lang: "en" })).toEqual({
      ok: false,
      error: { path: "$.approve", message: "Contradiction: found 10 while present + written is 9." },
    });
  });
});
