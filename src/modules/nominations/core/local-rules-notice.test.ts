import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { type LocalRule, layerOn, noticeDaysOn, readLocalRule, readNoticeDays, writeLocalRule } from "./local-rules.ts";

const notice = (honour: string, days: number) => ({ kind: "notice", honour, days }) as const;
const rule = (honour: string, days: number, instrument: string, from: string, to: string | null = null): LocalRule => ({
  id: instrument, ...writeLocalRule(notice(honour, days)), instrument, from_on: plainDate(from), to_on: to === null ? null : plainDate(to),
});

describe("a local rule on public notices", () => {
  it("is read as it was written, and its days are a whole number from 0 to 60", () => {
    expect(writeLocalRule(notice("advanced_labourer", 10))).toEqual({ rule: "public_notice:advanced_labourer", value: "10" });
    expect(readLocalRule({ rule: "public_notice:advanced_labourer", value: "10" })).toEqual(notice("advanced_labourer", 10));
    expect(() => readLocalRule({ rule: "public_notice:no_such_honour", value: "10" })).toThrow("no local rule");
    expect(() => readLocalRule({ rule: "public_notice:advanced_labourer", value: "61" })).toThrow("no local rule");
    expect(["0", " 60 ", "61", "1.5", "-1", "mười", ""].map(readNoticeDays)).toEqual([0, 60, null, null, null, null, null]);
  });

  it("stands from its first day to the day before its end, the later one before the earlier, each honour for itself", () => {
    const rules = [rule("advanced_labourer", 10, "QĐ 1", "2021-01-01", "2022-01-01"), rule("advanced_labourer", 0, "QĐ 2", "2021-07-01", "2021-09-01"), rule("grassroots_emulation_fighter", 5, "QĐ 3", "2021-01-01")];
    const asked = (on: string) => noticeDaysOn(rules, "advanced_labourer", plainDate(on));
    expect(["2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01", "2021-08-31", "2021-09-01", "2021-12-31", "2022-01-01"].map((on) => asked(on)?.days ?? null)).toEqual([null, 10, 10, 0, 0, 10, 10, null]);
    expect(asked("2021-07-01")).toEqual({ days: 0, instrument: "QĐ 2" });
    expect(noticeDaysOn([...rules].reverse(), "advanced_labourer", plainDate("2021-07-01"))).toEqual({ days: 0, instrument: "QĐ 2" });
  });

  it("lays nothing over the law: it is a step of the work, no condition", () => {
    expect(layerOn([rule("advanced_labourer", 10, "QĐ 1", "2021-01-01")], plainDate("2021-06-01"))).toBe(null);
  });
});
