import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { looseningByQuota, looseningByVote } from "./index.ts";

const FIGHTER = "grassroots_emulation_fighter";
const quota = (percent: string, from: string, honour = FIGHTER) => looseningByQuota(honour, percent, plainDate(from));
const vote = (threshold: string, from: string, honour = FIGHTER, quorum?: string) => looseningByVote(honour, { threshold, ...(quorum === undefined ? {} : { quorum }) }, plainDate(from));

describe("a local rule narrows and never loosens", () => {
  it("a percentage may reach the national maximum, and a hundredth more is refused with its article", () => {
    expect(["0", "12.5", "15"].map((percent) => quota(percent, "2021-01-01"))).toEqual([null, null, null]);
    expect(quota("15.01", "2023-12-31")).toEqual({
      field: "value",
      vi: "Luật không cho vượt 15 %: quy định của địa phương chỉ được chặt hơn.",
      en: "The law allows 15 % at most: a local rule may only narrow it.",
      cite: [{ instrument: "91/2017/NĐ-CP", article: "9", clause: "3" }],
    });
  });

  it("from 2024 no national maximum was found, so the province's percentage stands, up to a hundred", () => {
    expect([quota("15.01", "2024-01-01"), quota("100", "2024-01-01")]).toEqual([null, null]);
    expect([quota("100.1", "2024-01-01")?.field, quota("-1", "2024-01-01")?.field, quota("mười", "2024-01-01")?.field]).toEqual(["value", "value", "value"]);
  });

  it("a percentage that the law does not leave to the province is refused, with the article where there is one", () => {
    expect(quota("10", "2021-01-01", "government_emulation_flag")).toMatchObject({ field: "honour", cite: [{ instrument: "91/2017/NĐ-CP", article: "11" }] });
    expect(quota("10", "2021-01-01", "advanced_labourer")).toMatchObject({ field: "honour", cite: [] });
  });

  it("the vote for Chiến sĩ thi đua cấp tỉnh is national until the end of 2023, and local from the next day", () => {
    expect(vote("95%", "2023-12-31", "provincial_emulation_fighter")).toMatchObject({ field: "honour", cite: [{ instrument: "91/2017/NĐ-CP", article: "45", clause: "8" }] });
    expect(vote("70%", "2024-01-01", "provincial_emulation_fighter")).toBe(null);
  });

  it("a share that is none is refused where it was typed", () => {
    expect([vote("70%", "2021-01-01", FIGHTER, "2/3"), vote("70", "2021-01-01")?.field, vote("70%", "2021-01-01", FIGHTER, "nửa")?.field]).toEqual([null, "value", "quorum"]);
  });
});
