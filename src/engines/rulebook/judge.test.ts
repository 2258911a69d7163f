import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../kernel/result.ts";
import { type CheckInput, check, honourCatalogue, judge, type Judgement, parseCheckInput, writeJudgement } from "./index.ts";

const year = fc.integer({ min: 2014, max: 2026 });
const day = fc.constantFrom("2015-03-01", "2020-12-31", "2021-05-02", "2021-06-02", "2024-09-01");
const type = fc.constantFrom("for_merit", "ad_hoc", "for_campaign");
const honour = fc.constantFrom(...honourCatalogue().map(({ id }) => id));
const rating = fc.constantFrom("excellent", "good", "satisfactory");
const figure = fc.integer({ min: 0, max: 10 });

/** Any question at all: most facts may be missing, and none needs to fit the honour. */
const question = fc.record(
  {
    honour,
    year,
    received_on: fc.constantFrom("2017-10-01", "2021-12-20", "2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01", "2026-09-30", "2026-10-01"),
    authority: fc.constantFrom("commune", "district", "agency", "province", "enterprise", "prime_minister"),
    candidate: fc.record(
      {
        kind: fc.constantFrom("individual", "collective", "household", "commune"),
        worker: fc.constantFrom("official", "worker", "farmer"),
        registered: fc.boolean(),
        recruited_on: day,
        rating,
        discipline: fc.array(fc.record({ form: fc.constantFrom("reprimand", "warning"), on: day, ends_on: day }, { requiredKeys: [] }), { maxLength: 1 }),
        pending: fc.array(fc.constantFrom("complaint", "inspection"), { maxLength: 1 }),
        initiatives: fc.array(fc.record({ year, scope: fc.constantFrom("unit", "province", "nation") }, { requiredKeys: [] }), { maxLength: 3 }),
        record: fc.array(fc.record({ honour, year, decided_on: day, type }, { requiredKeys: ["honour"] }), { maxLength: 4 }),
        type,
        members: fc.record({ total: fc.constant(10), completed: figure, advanced_labourers: figure, grassroots_fighters: figure }, { requiredKeys: [] }),
        leads_cluster: fc.boolean(),
        years_as_cultured_family: fc.array(year, { maxLength: 4 }),
      },
      { requiredKeys: ["kind"] },
    ),
    pool: fc.record({ advanced_labourers: fc.constant(40), proposed: figure }, { requiredKeys: [] }),
    vote: fc.record({ members: fc.constant(15), present: fc.constant(13), approve: fc.integer({ min: 6, max: 13 }), secret: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: ["honour", "received_on", "candidate"] },
);

const LOCAL = { id: "province", instrument: "Quy chế của tỉnh", quota_percent: { grassroots_emulation_fighter: "10" }, votes: { grassroots_emulation_fighter: { threshold: "70%" } } };

const bare = ({ verdict, regime, rulebook, deciding, alternatives }: Judgement) => ({
  verdict,
  regime,
  rulebook,
  checks: [...deciding, ...alternatives].map(({ id, result, cite, status }) => ({ id, result, cite, status })),
});

describe("judge, the verdict without its sentences", () => {
  it("is what check answers, for any facts, in both languages, with and without a local layer", () => {
    fc.assert(
      fc.property(question, fc.constantFrom("vi" as const, "en" as const), fc.option(fc.constant(LOCAL), { nil: undefined }), (asked, lang, local) => {
        const input: CheckInput = unwrap(parseCheckInput(asked));
        const judgement = judge(input, local ?? null);
        const output = unwrap(check(input, { lang, ...(local === undefined ? {} : { local }) }));
        const checks = output.checks.map(({ id, result, cite, status }) => ({ id, result, cite, status }));
        expect({ verdict: output.verdict, regime: output.regime, rulebook: output.rulebook, checks }).toEqual(bare(judgement));
        expect(writeJudgement(judgement, lang)).toEqual(output);
      }),
      { numRuns: 3000 },
    );
  });

  it("a plan kept from an earlier question changes no later answer: the day before and the first day of each regime", () => {
    const ask = (received_on: string) =>
      bare(judge(unwrap(parseCheckInput({ honour: "grassroots_emulation_fighter", year: 2023, received_on, authority: "district", candidate: { kind: "individual", registered: false } }))));
    const days = ["2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01"];
    const forwards = days.map(ask);
    const backwards = [...days].reverse().map(ask).reverse();
    expect(backwards).toEqual(forwards);
    expect(forwards.map(({ regime, checks }) => `${regime} ${checks.filter(({ id }) => id === "registration").map(({ result }) => result).join()}`)).toEqual(["vn-2017 fail", "vn-2024 ", "vn-2024 ", "vn-2025 "]);
  });

  it("the same answer is the same value: nothing in it depends on the clock or on what was judged before", () => {
    const input = unwrap(parseCheckInput({ honour: "advanced_labourer", year: 2021, received_on: "2021-12-20", candidate: { kind: "individual" } }));
    const first = writeJudgement(judge(input), "vi");
    judge(input, LOCAL);
    expect(writeJudgement(judge(input), "vi")).toEqual(first);
  });
});
