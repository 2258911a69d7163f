import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, honourCatalogue, parseCheckInput } from "./index.ts";

const input = { honour: "advanced_labourer", received_on: "2021-12-20", candidate: { kind: "individual" } };
const pathOf = (json: unknown) => {
  const read = parseCheckInput(json, { lang: "en" });
  return read.ok ? null : read.error.path;
};

describe("parseCheckInput", () => {
  it("accepts the three required fields alone", () => {
    expect(parseCheckInput(input)).toEqual({ ok: true, value: input });
  });

  it.each([
    ["$", []],
    ["$.honor", { ...input, honor: "x" }],
    ["$.honour", { ...input, honour: "best_person" }],
    ["$.received_on", { ...input, received_on: "2021-02-30" }],
    ["$.candidate", { honour: "advanced_labourer", received_on: "2021-12-20" }],
    ["$.candidate.kind", { ...input, candidate: {} }],
    ["$.candidate.rating", { ...input, candidate: { kind: "individual", rating: "great" } }],
    ["$.candidate.ratings.20", { ...input, candidate: { kind: "individual", ratings: { "20": "good" } } }],
    ["$.candidate.violations[0]", { ...input, candidate: { kind: "household", violations: ["helmet"] } }],
    ["$.candidate.record[1].honour", { ...input, candidate: { kind: "individual", record: [{ honour: "advanced_combatant" }, { honour: "medal" }] } }],
    ["$.candidate.record[0].period", { ...input, candidate: { kind: "individual", record: [{ honour: "advanced_labourer", period: [2020, 2016] }] } }],
    ["$.candidate.members.completed", { ...input, candidate: { kind: "collective", members: { total: 3, completed: 4 } } }],
    ["$.pool.local_cap", { ...input, pool: { local_cap: 10 } }],
    ["$.vote.approve", { ...input, vote: { members: 10, approve: 11 } }],
  ])("names the field at fault: %s", (path, json) => {
    expect(pathOf(json)).toBe(path);
  });

  it("never throws: any JSON is read or refused, and what is read is answered", () => {
    const days = fc.constantFrom("1900-01-01", "2017-10-01", "2021-12-31", "2024-02-29", "2199-12-31");
    const years = fc.constantFrom(1900, 2017, 2021, 2024, 2199);
    const loose = fc.record(
      {
        kind: fc.constantFrom("individual", "collective", "household"),
        type: fc.constantFrom("for_merit", "ad_hoc", "for_campaign", "for_long_service"),
        recruited_on: days,
        formed_on: days,
        dissolved_on: days,
        discipline: fc.array(fc.record({ on: days, ends_on: days }, { requiredKeys: [] }), { maxLength: 2 }),
        absences: fc.array(fc.record({ reason: fc.constantFrom("training", "other"), from: days, to: days }, { requiredKeys: ["reason"] }), { maxLength: 2 }),
        initiatives: fc.array(fc.record({ year: years, scope: fc.constantFrom("unit", "nation") }, { requiredKeys: [] }), { maxLength: 2 }),
        record: fc.array(fc.record({ honour: fc.constantFrom(...honourCatalogue().map(({ id }) => id)), year: years, decided_on: days }, { requiredKeys: ["honour"] }), { maxLength: 3 }),
        members: fc.record({ total: fc.integer({ min: 0, max: 3 }), advanced_labourers: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: [] }),
        years_as_cultured_family: fc.array(years),
        campaign: fc.jsonValue(),
        pending: fc.jsonValue(),
      },
      { requiredKeys: ["kind"] },
    );
    const anything = fc.oneof(fc.jsonValue(), fc.record({ honour: fc.constantFrom(...honourCatalogue().map(({ id }) => id)), year: years, received_on: days, candidate: loose }, { requiredKeys: ["honour", "received_on", "candidate"] }));
    fc.assert(
      fc.property(anything, (json) => {
        const read = parseCheckInput(json);
        if (read.ok) expect(check(read.value).ok).toBe(true);
        else expect(read.error.path.startsWith("$")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("says what was found and what is accepted, in the asked language", () => {
    const wrong = { ...input, authority: "king" };
    expect(parseCheckInput(wrong)).toEqual({
      ok: false,
      error: { path: "$.authority", message: 'Giá trị không hợp lệ: có "king"; chấp nhận commune, district, agency, province, enterprise, prime_minister, president.' },
    });
    expect(parseCheckInput(wrong, { lang: "en" })).toEqual({
      ok: false,
      error: { path: "$.authority", message: 'Invalid value: found "king"; accepted: commune, district, agency, province, enterprise, prime_minister, president.' },
    });
  });
});
