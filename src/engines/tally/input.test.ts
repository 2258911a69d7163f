import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { parseTallyInput, percentText, tally } from "./index.ts";

const sheet = { area: "KV1", listed: 1200, voted: 1190, issued: 1190, collected: 1190, valid: 1170, invalid: 20, votes: { a: 900, b: 800 } };
const input = {
  level: "district_council", round: "first", polling_day: "2021-05-23", seats: 2,
  candidates: [{ id: "a", name: "Nguyễn Văn Ví Dụ", born_on: "1975-03-02" }, { id: "b", name: "Trần Thị Thí Dụ", born_on: null }],
  minutes: [sheet],
};
const wrong = (json: unknown, lang: "vi" | "en" = "en"): string | null => {
  const read = parseTallyInput(json, { lang });
  return read.ok ? null : `${read.error.path} ${read.error.message}`;
};
const withSheet = (change: object) => ({ ...input, minutes: [{ ...sheet, ...change }] });

describe("the input of the tally", () => {
  it("is answered in full", () => {
    expect(tally(unwrap(parseTallyInput(input)), { lang: "en" })).toEqual({
      outcome: "elected_all",
      totals: { listed: 1200, voted: 1190, issued: 1190, collected: 1190, valid: 1170, invalid: 20, turnout_percent: "99.17", invalid_percent: "1.68" },
      candidates: [
        { id: "a", votes: 900, percent_of_valid: "76.92", majority: true, elected: true, reason: "Elected: 900 of 1170 valid ballots, over half; place 1 of 2 seats." },
        { id: "b", votes: 800, percent_of_valid: "68.38", majority: true, elected: true, reason: "Elected: 800 of 1170 valid ballots, over half; place 2 of 2 seats." },
      ],
      elected: ["a", "b"], seats: 2, short: 0, problems: [],
      next: { kind: "none", latest_on: null, candidates: [], seats: 0 },
      cite: [
        { instrument: "85/2015/QH13", article: "78", clause: "1" }, { instrument: "85/2015/QH13", article: "80" },
        { instrument: "85/2015/QH13", article: "78", clause: "2" }, { instrument: "85/2015/QH13", article: "78", clause: "3" },
      ],
    });
  });

  it("takes counts as whole numbers that are not negative", () => {
    expect(wrong(withSheet({ voted: -1 }))).toBe("$.minutes[0].voted Invalid value: found -1; accepted: a whole number from 0 to 1000000000, neither negative nor a fraction (negative_or_fraction).");
    expect(wrong(withSheet({ votes: { a: 1.5 } }), "vi")).toBe("$.minutes[0].votes.a Giá trị không hợp lệ: có 1.5; chấp nhận số nguyên từ 0 đến 1000000000; không có số âm hay số lẻ (negative_or_fraction).");
    expect(wrong(withSheet({ by_names_left: { "1": -3 } }))).toContain("$.minutes[0].by_names_left.1 Invalid value: found -3;");
    expect(wrong(withSheet({ listed: "1200" }))).toBe('$.minutes[0].listed Invalid value: found "1200"; accepted: a whole number from 0 to 1000000000.');
    expect(wrong({ ...input, seats: 0 })).toBe("$.seats Invalid value: found 0; accepted: a whole number from 1 to 1000.");
    expect(wrong({ ...input, seats: 1.5 })).toContain("negative_or_fraction");
    expect(wrong(withSheet({ voted: null }))).toContain("$.minutes[0].voted");
  });

  it("takes exactly the fields of the contract", () => {
    expect(wrong({ ...input, seat: 2 })).toBe('$.seat Unknown field "seat"; accepted fields: level, round, polling_day, seats, candidates, expected_areas, minutes.');
    expect(wrong(withSheet({ remark: "" }))).toContain("$.minutes[0].remark");
    expect(wrong({ ...input, candidates: [{ id: "a", name: "A", born: "1975" }] })).toContain("$.candidates[0].born");
    const { polling_day: _taken, ...rest } = input;
    expect(wrong(rest)).toBe('$.polling_day The required field "polling_day" is missing.');
    expect(wrong(withSheet({ by_names_left: { ba: 3 } }))).toContain("$.minutes[0].by_names_left.ba");
    expect(wrong(withSheet({ by_names_left: { "01": 3 } }))).toContain("$.minutes[0].by_names_left.01");
    expect(wrong({ ...input, level: "village" })).toContain("$.level");
    expect(wrong({ ...input, round: "second" })).toContain("$.round");
    expect(wrong({ ...input, candidates: [{ id: "a", name: "A", born_on: "1975-02-30" }] })).toContain("$.candidates[0].born_on");
    expect(wrong(null)).toContain("$ Invalid value");
    expect(wrong([])).toContain("$ Invalid value");
  });

  it("does not contradict itself or the law", () => {
    expect(wrong({ ...input, candidates: [...input.candidates, { id: "a", name: "Khác" }] })).toBe('$.candidates[2].id The candidate "a" stands twice in the list.');
    expect(wrong({ ...input, candidates: [] })).toBe("$.candidates At least one candidate is needed.");
    expect(wrong({ ...input, expected_areas: ["KV2"] })).toBe('$.minutes[0].area The area "KV1" is not among expected_areas: KV2.');
    expect([wrong({ ...input, expected_areas: ["KV1", "KV1"] }), wrong({ ...input, expected_areas: [] })]).toEqual([null, null]);
    expect(wrong({ ...input, polling_day: "2011-05-22" })).toBe("$.polling_day No election law in force is known for 2011-05-22; accepted from 2015-09-01.");
    expect(wrong({ ...input, polling_day: "2025-07-01" })).toBe('$.level The law of 2025-07-01 elects no "district_council"; accepted: national_assembly, province_council, commune_council.');
    expect(wrong({ ...input, polling_day: "2025-06-30" })).toBe(null);
  });

  it("sees the same area under two spellings of the same letters, and ids that are names of JavaScript", () => {
    const twice = { ...input, minutes: [{ ...sheet, area: "Tổ Ế " }, { ...sheet, area: "Tổ Ế".normalize("NFD") }] };
    expect(tally(unwrap(parseTallyInput(twice))).problems.map(({ id }) => id)).toEqual(["duplicate_area"]);
    const odd = JSON.parse(JSON.stringify(input).replaceAll('"a"', '"__proto__"').replaceAll('"b"', '"constructor"')) as unknown;
    expect(tally(unwrap(parseTallyInput(odd))).elected).toEqual(["__proto__", "constructor"]);
    const absent = { ...input, candidates: [...input.candidates, { id: "toString", name: "C" }] };
    expect(tally(unwrap(parseTallyInput(absent))).candidates.at(-1)).toMatchObject({ id: "toString", votes: 0, majority: false });
  });

  it("without any minutes decides nothing", () => {
    expect(tally(unwrap(parseTallyInput({ ...input, minutes: [] })))).toMatchObject({ outcome: "incomplete", elected: [], short: 2 });
  });
});

describe("a percentage", () => {
  it("is rounded half up, and 100.00 only when it is exact", () => {
    expect([[1, 3], [2, 3], [1, 8], [22566, 100000], [522, 593], [0, 5], [0, 0], [5, 5]].map(([part = 0, whole = 0]) => percentText(part, whole))).toEqual(["33.33", "66.67", "12.50", "22.57", "88.03", "0.00", "0.00", "100.00"]);
    expect([percentText(99_997, 100_000), percentText(999_999, 1_000_000), percentText(100_001, 100_000), percentText(12345, 100_000), percentText(12_355, 1_000_000)]).toEqual(["99.99", "99.99", "100.01", "12.35", "1.24"]);
    expect(percentText(68_999_999_999_999, 69_000_000_000_000)).toBe("99.99");
  });
});
