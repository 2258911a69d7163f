import { describe, expect, it } from "vitest";
import { factsFromForm, fieldOfFact, formFromFacts, unshownFacts } from "./stated-facts.ts";

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

  it("keeps a ticked violation or matter although “none” is ticked beside it", () => {
    expect(factsFromForm({ violations: ["none", "tax"], pending: ["none", "complaint"] }, 2021, read)).toEqual({ violations: ["tax"], pending: ["complaint"] });
  });

  it("hands on what is no whole number as it was typed, never as another number", () => {
    const total = (typed: string) => factsFromForm({ members_total: typed }, 2021, read)["members"];
    expect(["12", "1.200", "12.5", "12,5", "-3", "abc", "1e9"].map(total)).toEqual([{ total: 12 }, { total: 1200 }, { total: "12.5" }, { total: "12,5" }, { total: "-3" }, { total: "abc" }, { total: "1e9" }]);
    expect(factsFromForm({ years_as_cultured_family: "2019, hai" }, 2021, read)).toEqual({ years_as_cultured_family: [2019, "hai"] });
  });

  it("loses nothing that it does not show", () => {
    const facts = {
      rating: "good", ratings: { "2020": "good", "2019": "excellent", "2018": "good" }, discipline: [{ form: "reprimand", on: "2019-01-01", ends_on: "2020-01-01" }, { form: "warning" }], pending: [],
      initiatives: [{ year: 2019, scope: "unit" }, { year: 2021, scope: "province", kind: "research" }], absences: [{ reason: "training" }], leads_cluster: true, achievement: "viec-1",
    };
    const again = (change: Record<string, unknown> = {}) => factsFromForm({ ...formFromFacts(facts, 2021), unshown: JSON.stringify(unshownFacts(facts, "individual", 2021)), ...change }, 2021, read);
    expect(again()).toEqual({ ...facts, initiatives: [{ year: 2021, scope: "province", kind: "research" }, { year: 2019, scope: "unit" }] });
    expect([again({ disciplined: "no" })["discipline"], again({ disciplined: "" })["discipline"], again({ unshown: "{" })["absences"]]).toEqual([[], undefined, undefined]);
    const collective = { rating: "good", members: { total: 3, disciplined: ["reprimand", "removal"] }, formed_on: "2019-01-01" };
    const unshown = JSON.stringify(unshownFacts(collective, "collective", 2021));
    const saved = (change: Record<string, unknown> = {}) => factsFromForm({ ...formFromFacts(collective, 2021), members_total: "3", unshown, ...change }, 2021, read);
    expect([saved(), saved({ members_disciplined: "none" })["members"]]).toEqual([collective, { total: 3, disciplined: [] }]);
  });

  it("names the field of a fact that the rulebook refuses", () => {
    const paths = ["members.total", "members.disciplined[0]", "discipline[0].on", "initiatives[0].scope", "initiatives[1].kind", "achievement", "type", "ratings.2020", "ratings.2019", "years_as_cultured_family[1]", "rating"];
    expect(paths.map((path) => fieldOfFact(path, 2021))).toEqual([
      "members_total", "members_disciplined", "discipline_on", "initiative_scope", "initiative_kind", "deed", "commendation_type", "rating_before_1", "rating_before_2", "years_as_cultured_family", "rating",
    ]);
  });
});
