import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { bonus, type CheckOutput, check, honourCatalogue, parseBonusInput, parseCheckInput } from "./index.ts";

const find = (input: unknown): CheckOutput => unwrap(check(unwrap(parseCheckInput(input))));

const rating = fc.constantFrom("excellent", "good", "satisfactory", "unsatisfactory");
const initiative = fc.record({ year: fc.integer({ min: 2019, max: 2025 }), scope: fc.constantFrom("unit", "province", "nation") });
const title = fc.record({
  honour: fc.constantFrom("advanced_labourer", "grassroots_emulation_fighter", "provincial_emulation_fighter"),
  year: fc.integer({ min: 2015, max: 2025 }),
});
const official = fc.record(
  {
    kind: fc.constant("individual"),
    worker: fc.constant("official"),
    registered: fc.boolean(),
    recruited_on: fc.constantFrom("2015-03-01", "2021-03-01", "2024-09-01"),
    rating,
    ratings: fc.dictionary(fc.constantFrom("2014", "2016", "2017", "2018"), rating),
    discipline: fc.array(fc.record({ form: fc.constantFrom("reprimand", "warning"), on: fc.constantFrom("2020-05-02", "2021-05-02"), ends_on: fc.constantFrom("2021-06-01", "2025-03-01") }), { maxLength: 2 }),
    pending: fc.array(fc.constantFrom("inspection", "complaint"), { maxLength: 1 }),
    initiatives: fc.array(initiative, { maxLength: 4 }),
    record: fc.array(title, { maxLength: 6 }),
  },
  { requiredKeys: ["kind"] },
);
const personal = fc.constantFrom("advanced_labourer", "grassroots_emulation_fighter", "provincial_emulation_fighter", "provincial_diploma_of_merit", "district_certificate_of_merit");
const question = fc.record({
  honour: personal,
  year: fc.integer({ min: 2019, max: 2025 }),
  received_on: fc.constantFrom("2020-03-01", "2021-12-20", "2023-12-31", "2024-01-01", "2024-12-20", "2025-07-01", "2026-10-01"),
  authority: fc.constantFrom("district", "province", "agency", "commune"),
  candidate: official,
});
type Question = ReturnType<typeof question.generate>["value"];

describe("findings hold whatever the facts", () => {
  it("a further initiative or title never turns eligible into not eligible", () => {
    let eligible = 0;
    const fortunate = fc.record({ registered: fc.constant(true), recruited_on: fc.constant("2015-03-01"), rating: fc.constantFrom("excellent", "good"), discipline: fc.constant([]), pending: fc.constant([]) });
    fc.assert(
      fc.property(question, fortunate, initiative, title, (input, fortune, more, award) => {
        const candidate = { ...input.candidate, ...fortune };
        if (find({ ...input, candidate }).verdict !== "eligible") return;
        eligible += 1;
        const richer = { ...candidate, initiatives: [...(candidate.initiatives ?? []), more], record: [...(candidate.record ?? []), award] };
        expect(find({ ...input, candidate: richer }).verdict).toBe("eligible");
      }),
      { numRuns: 2000 },
    );
    // The property would say nothing if hardly anybody were eligible to begin with.
    expect(eligible).toBeGreaterThan(100);
  });

  it("the order of facts does not matter", () => {
    fc.assert(
      fc.property(question, (input) => {
        const { candidate } = input;
        const turned: Record<string, unknown> = Object.fromEntries(Object.entries(candidate).reverse());
        for (const list of ["discipline", "pending", "initiatives", "record"] as const) {
          const facts = candidate[list];
          if (facts !== undefined) turned[list] = [...facts].reverse();
        }
        const verdictOf = ({ verdict, checks, missing }: CheckOutput) => ({ verdict, missing, checks: checks.map(({ id, result }) => ({ id, result })) });
        expect(verdictOf(find({ ...input, candidate: turned }))).toEqual(verdictOf(find(input)));
      }),
    );
  });

  it("without a fact it needs, nobody is eligible, and nobody is refused who was eligible", () => {
    const needed = { advanced_labourer: ["registered", "recruited_on", "rating", "discipline", "pending"], grassroots_emulation_fighter: ["initiatives"] } as const;
    const facts = { kind: "individual", worker: "official", registered: true, recruited_on: "2015-03-01", rating: "good", discipline: [], pending: [], initiatives: [{ year: 2021, scope: "unit" }] };
    const input = { year: 2021, received_on: "2021-12-20", authority: "district", candidate: facts };
    for (const [honour, names] of Object.entries(needed)) {
      expect(find({ ...input, honour }).verdict).toBe("eligible");
      for (const name of names) {
        const { [name as keyof typeof facts]: _taken, ...rest } = facts;
        const output = find({ ...input, honour, candidate: rest });
        expect({ name, verdict: output.verdict, missing: output.missing }).toEqual({ name, verdict: "undetermined", missing: [`candidate.${name}`] });
      }
    }
  });

  it("an unverified rule never refuses: every refusal shows a failed check that may refuse", () => {
    fc.assert(
      fc.property(question, (input: Question) => {
        const { verdict, checks, remedy } = find(input);
        const deciding = checks.filter(({ alternative }) => alternative === undefined);
        const refused = deciding.some(({ result, status }) => result === "fail" && status !== "unverified");
        expect(verdict === "not_eligible").toBe(refused);
        if (verdict === "eligible") expect({ remedy, open: deciding.filter(({ result }) => result !== "pass") }).toEqual({ remedy: [], open: [] });
      }),
    );
  });

  it("the bonus never falls when the base salary rises", () => {
    const days = ["2017-10-01", "2018-07-01", "2019-07-01", "2023-07-01", "2024-07-01", "2026-07-01"];
    for (const { id, subject_kinds } of honourCatalogue()) {
      for (const kind of subject_kinds) {
        const amounts = days.flatMap((decided_on) => {
          const output = bonus(unwrap(parseBonusInput({ honour: id, kind, decided_on })));
          return output.ok ? [output.value.amount] : [];
        });
        expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
      }
    }
  });
});
