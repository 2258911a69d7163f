import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { type LocalRule, layerOn, processingDaysOn, readLocalRule, readProcessingDays, writeLocalRule } from "./local-rules.ts";

const rule = (says: Parameters<typeof writeLocalRule>[0], instrument: string, from: string, to: string | null = null): LocalRule => ({
  id: instrument, ...writeLocalRule(says), instrument, from_on: plainDate(from), to_on: to === null ? null : plainDate(to),
});
const quota = (percent: string) => ({ kind: "quota", honour: "grassroots_emulation_fighter", percent }) as const;
const vote = { kind: "vote", honour: "advanced_labourer", vote: { threshold: "70%", base: "present", quorum: "2/3" } } as const;

describe("local rules", () => {
  it("are read as they were written", () => {
    expect([quota("12.5"), vote].map((says) => readLocalRule(writeLocalRule(says)))).toEqual([quota("12.5"), vote]);
    expect(() => readLocalRule({ rule: "council_vote:no_such_honour", value: "70% present" })).toThrow("no local rule");
  });

  it("lay over the law from their first day to the day before their end", () => {
    const rules = [rule(quota("12"), "QĐ 1", "2021-01-01", "2022-01-01"), rule(vote, "QĐ 2", "2021-06-01")];
    const shown = (on: string) => layerOn(rules, plainDate(on));
    expect(shown("2020-12-31")).toBe(null);
    expect(shown("2021-01-01")).toEqual({ id: "local", instrument: "QĐ 1", quota_percent: { grassroots_emulation_fighter: "12" }, votes: {}, instruments: { "quota grassroots_emulation_fighter": "QĐ 1" } });
    expect(shown("2021-12-31")?.instrument).toBe("QĐ 2; QĐ 1");
    expect(shown("2022-01-01")).toEqual({ id: "local", instrument: "QĐ 2", quota_percent: {}, votes: { advanced_labourer: vote.vote }, instruments: { "vote advanced_labourer": "QĐ 2" } });
  });

  it("of two about the same matter the later one stands, and the same rules are one value", () => {
    const rules = [rule(quota("10"), "QĐ 3", "2021-07-01"), rule(quota("12"), "QĐ 1", "2021-01-01")];
    expect(layerOn(rules, plainDate("2021-06-30"))?.quota_percent).toEqual({ grassroots_emulation_fighter: "12" });
    expect(layerOn(rules, plainDate("2021-07-01"))?.quota_percent).toEqual({ grassroots_emulation_fighter: "10" });
    expect(layerOn([...rules].reverse(), plainDate("2021-07-02"))).toBe(layerOn(rules, plainDate("2021-07-01")));
  });

  it("give the working days of a dossier from their own first day, lay nothing over the law, and default to none", () => {
    const days = (n: number) => ({ kind: "processing", honour: "advanced_labourer", days: n }) as const;
    expect(readLocalRule(writeLocalRule(days(20)))).toEqual(days(20));
    const rules = [rule(days(20), "QĐ 5", "2021-03-01"), rule(days(15), "QĐ 6", "2021-09-01", "2022-01-01")];
    const on = (day: string, honour = "advanced_labourer") => processingDaysOn(rules, honour, plainDate(day));
    expect(["2021-02-28", "2021-03-01", "2021-09-01", "2022-01-01"].map((day) => on(day)?.days ?? null)).toEqual([null, 20, 15, 20]);
    expect([on("2021-09-01")?.instrument, on("2021-09-01", "grassroots_emulation_fighter")]).toEqual(["QĐ 6", null]);
    expect(layerOn(rules, plainDate("2021-09-01"))).toBe(null);
    expect(["0", "1", "250", "251", "1,5", ""].map(readProcessingDays)).toEqual([null, 1, 250, null, null, null]);
  });
});
