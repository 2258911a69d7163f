import { describe, expect, it } from "vitest";
import { factsFromForm, formFromFacts } from "./stated-facts.ts";

const read = (text: string) => (text === "02/05/2021" ? "2021-05-02" : text);

describe("the facts of a dossier's form", () => {
  it("leaves out what was left open, so that the check is unknown and never passed", () => {
    expect(factsFromForm({ rating: "", disciplined: "", initiative_scope: "" }, 2021, read)).toEqual({});
  });

  it("tells none from not said", () => {
    expect(factsFromForm({ disciplined: "no", pending: ["none"], initiative_scope: "none", violations: ["none"], members_disciplined: "none" }, 2021, read)).toEqual({
      discipline: [], pending: [], initiatives: [], violations: [], members: { disciplined: [] },
    });
  });

  it("reads everything that was stated, and hands a wrong date on for the rulebook to refuse", () => {
    const fields = {
      rating: "good", rating_before_1: "excellent", disciplined: "yes", discipline_form: "warning", discipline_on: "02/05/2021", pending: ["complaint"],
      initiative_scope: "unit", initiative_kind: "research", deed: "cuu-nguoi", commendation_type: "ad_hoc", years_as_cultured_family: "2019, 2020;2021",
    };
    expect(factsFromForm(fields, 2021, read)).toEqual({
      rating: "good", ratings: { "2020": "excellent" }, discipline: [{ form: "warning", on: "2021-05-02" }], pending: ["complaint"],
      initiatives: [{ year: 2021, scope: "unit", kind: "research" }], achievement: "cuu-nguoi", type: "ad_hoc", years_as_cultured_family: [2019, 2020, 2021],
    });
    expect(factsFromForm({ disciplined: "yes", discipline_on: "31/02/2021" }, 2021, read)).toEqual({ discipline: [{ form: "reprimand", on: "31/02/2021" }] });
  });

  it("comes back to the form as it was typed", () => {
    const facts = factsFromForm({ rating: "good", disciplined: "no", pending: ["none"], initiative_scope: "province", members_total: "12" }, 2021, read);
    expect(formFromFacts(facts, 2021)).toEqual({ rating: "good", disciplined: "no", pending: ["none"], initiative_scope: "province", initiative_kind: "initiative", members_total: 12 });
  });
});
