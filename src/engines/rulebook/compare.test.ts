import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { compareHonour, honourCatalogue, regimeList, unreadAmendments, unreadOn } from "./index.ts";

const between = (id: string, a: string, b: string) => compareHonour(id, plainDate(a), plainDate(b), "en").map((row) => `${row.change} ${row.after?.limb ?? row.before?.limb ?? "always"}/${row.id}`);

describe("compareHonour", () => {
  it("Chiến sĩ thi đua cơ sở, 2021 and 2025: registration is gone, an excellent rating became a way of its own", () => {
    expect(between("grassroots_emulation_fighter", "2021-12-20", "2025-12-20")).toEqual([
      "moved always/subject_kind",
      "changed always/authority",
      "new always/proposing_unit",
      "changed always/signatory",
      "changed always/discipline",
      "moved always/pending",
      "changed always/recruitment_period",
      "moved always/working_time",
      "changed always/quota",
      "new excellent_work/rating",
      "changed initiative/rating",
      "changed initiative/initiative",
      "gone always/registration",
    ]);
  });

  it("two days of one stretch differ in nothing, whatever the honour", () => {
    for (const { id } of honourCatalogue()) {
      expect(compareHonour(id, plainDate("2021-11-29"), plainDate("2021-12-20")).filter(({ change }) => change !== "same")).toEqual([]);
    }
  });

  it("turned round, what was new is gone and what was gone is new", () => {
    for (const { id } of honourCatalogue()) {
      const count = (a: string, b: string, change: string) => compareHonour(id, plainDate(a), plainDate(b)).filter((row) => row.change === change).length;
      expect({ id, gone: count("2025-12-20", "2021-12-20", "gone") }).toEqual({ id, gone: count("2021-12-20", "2025-12-20", "new") });
      expect({ id, made: count("2025-12-20", "2021-12-20", "new") }).toEqual({ id, made: count("2021-12-20", "2025-12-20", "gone") });
    }
  });
});

describe("regimes", () => {
  it("follow one another day by day, and the unread amendment begins within the last", () => {
    expect(regimeList().map(({ id, first_on, last_on }) => `${id} ${first_on} ${last_on}`)).toEqual(["vn-2017 2017-10-01 2023-12-31", "vn-2024 2024-01-01 2025-06-30", "vn-2025 2025-07-01 null"]);
    expect(unreadAmendments().map(({ from, instruments }) => `${from} ${instruments.map(({ cite }) => cite.instrument).join()}`)).toEqual(["2026-10-01 06/2026/QH16"]);
    expect(["2026-09-30", "2026-10-01"].map((day) => unreadOn(plainDate(day)))).toEqual([false, true]);
  });
});
