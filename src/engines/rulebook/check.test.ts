import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { type CheckOptions, check, explainHonour, honourCatalogue, parseCheckInput } from "./index.ts";

const official = { kind: "individual", worker: "official", registered: true, recruited_on: "2015-03-01", rating: "good", discipline: [], pending: [], initiatives: [], record: [] };
const ask = { honour: "grassroots_emulation_fighter", year: 2024, received_on: "2024-12-20", authority: "district", candidate: official };
const find = (input: unknown, options: CheckOptions = {}) => unwrap(check(unwrap(parseCheckInput(input)), options));

describe("check", () => {
  it("shows the best limb first and the others as alternatives that decide nothing", () => {
    const output = find({ ...ask, candidate: { ...official, rating: "excellent" } });
    expect(output.verdict).toBe("eligible");
    const shown = output.checks.filter(({ id }) => id === "rating" || id === "initiative").map(({ id, result, alternative }) => ({ id, result, alternative }));
    expect(shown).toEqual([
      { id: "rating", result: "pass", alternative: undefined },
      { id: "rating", result: "pass", alternative: true },
      { id: "initiative", result: "fail", alternative: true },
    ]);
  });

  it("says in one sentence what would help, and nothing where nothing helps", () => {
    expect(find(ask, { lang: "en" }).remedy).toEqual(["Add the recognition of 1 more initiative reaching its unit."]);
    expect(find(ask).remedy).toEqual(["Bổ sung chứng nhận 1 sáng kiến, đề tài có phạm vi cấp cơ sở."]);
    expect(find({ ...ask, candidate: { ...official, kind: "household" } }).remedy).toEqual([]);
  });

  it("keeps ids, results and citations whatever the language", () => {
    const plain = ({ checks }: ReturnType<typeof find>) => checks.map(({ id, result, cite, status }) => ({ id, result, cite, status }));
    expect(plain(find(ask, { lang: "en" }))).toEqual(plain(find(ask)));
  });

  it("treats an armed forces name as the same honour, also in the record", () => {
    const titled = { ...ask, honour: "advanced_labourer", year: 2021, received_on: "2021-12-20" };
    const named = find({ ...titled, honour: "advanced_combatant" });
    expect({ ...named, honour: "advanced_labourer" }).toEqual(find(titled));
    expect(named.honour).toBe("advanced_combatant");
  });

  it("lets the local layer's percentage and threshold decide as local rules", () => {
    const local = {
      id: "province",
      instrument: "Quy chế của tỉnh",
      quota_percent: { grassroots_emulation_fighter: "10" },
      votes: { grassroots_emulation_fighter: { threshold: "70%", base: "present" as const } },
    };
    const listed = { ...ask, candidate: { ...official, rating: "excellent" }, pool: { advanced_labourers: 40, proposed: 5 }, vote: { members: 10, present: 10, approve: 7, secret: true } };
    const output = find(listed, { local });
    const local_checks = output.checks.filter(({ status }) => status === "local").map(({ id, result, cite }) => ({ id, result, last: cite[cite.length - 1] }));
    expect(local_checks).toEqual([
      { id: "quota", result: "fail", last: { instrument: "Quy chế của tỉnh" } },
      { id: "vote", result: "pass", last: { instrument: "Quy chế của tỉnh" } },
    ]);
    expect(output.verdict).toBe("not_eligible");
    expect(find({ ...listed, pool: { advanced_labourers: 40, proposed: 4 } }, { local }).verdict).toBe("eligible");
  });

  it("leaves it to a person when only an unread limb accepts", () => {
    const farmer = { kind: "individual", worker: "farmer", rating: "good", ratings: { "2020": "good" }, initiatives: [], pending: [], record: [] };
    const output = find({ honour: "provincial_diploma_of_merit", year: 2021, received_on: "2021-12-20", authority: "province", candidate: farmer });
    expect(output.verdict).toBe("undetermined");
    expect(output.checks.filter(({ alternative }) => alternative).map(({ id, result, status }) => `${id} ${result} ${status}`)).toEqual(["rating fail verified", "initiative fail verified"]);
  });

  it("a proposal of a type without a read standard is left open", () => {
    const candidate = { ...official, type: "for_long_service" };
    const output = find({ honour: "labour_order_3", year: 2024, received_on: "2024-12-20", authority: "president", candidate });
    expect(output.checks.filter(({ result }) => result !== "pass").map(({ id, result }) => `${id} ${result}`)).toEqual(["commendation_type unknown"]);
    expect(output.verdict).toBe("undetermined");
  });
});

describe("honourCatalogue and explainHonour", () => {
  it("lists 19 honours, who needs registration and what is given", () => {
    const all = honourCatalogue();
    expect(all.length).toBe(19);
    const { name_vi, form, gives, regimes, needs_registration } = all.find(({ id }) => id === "advanced_labourer") as (typeof all)[number];
    expect({ name_vi, form, gives, regimes, needs_registration }).toEqual({
      name_vi: "Lao động tiên tiến",
      form: "emulation_title",
      gives: "nothing",
      regimes: ["vn-2017", "vn-2024", "vn-2025"],
      needs_registration: { "vn-2017": true, "vn-2024": false, "vn-2025": false },
    });
    expect(all.find(({ id }) => id === "exemplary_commune")?.regimes).toEqual(["vn-2024", "vn-2025"]);
  });

  it("explains each requirement with its citation, as of a day", () => {
    const ids = (day: string) => explainHonour("grassroots_emulation_fighter", plainDate(day), "en").map(({ id, limb }) => (limb === null ? id : `${limb}/${id}`));
    expect(ids("2023-12-31")).toEqual(["subject_kind", "authority", "registration", "signatory", "pending", "recruitment_period", "rating", "discipline", "working_time", "initiative", "quota"]);
    expect(ids("2024-01-01")).toEqual([
      "subject_kind",
      "authority",
      "proposing_unit",
      "signatory",
      "pending",
      "recruitment_period",
      "discipline",
      "working_time",
      "quota",
      "excellent_work/rating",
      "initiative/rating",
      "initiative/initiative",
    ]);
    expect(explainHonour("exemplary_commune", plainDate("2023-12-31"))).toEqual([]);
  });
});
