import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { LAW } from "../law.ts";
import { procedureProblems } from "./compile-procedures.ts";
import type { ProcedureBook } from "./procedure-types.ts";
import { commendationTypes, dossierNeeds, PROCEDURE_BOOK, proceduresOf } from "./procedures.ts";

const broken = (change: (book: { types: ProcedureBook["types"][number][]; dossiers: ProcedureBook["dossiers"][number][] }) => void): readonly string[] => {
  const book = structuredClone({ types: [...PROCEDURE_BOOK.types], dossiers: [...PROCEDURE_BOOK.dossiers] });
  change(book);
  return procedureProblems(book, LAW);
};

describe("procedures as data", () => {
  it("is whole as shipped", () => {
    expect(procedureProblems(PROCEDURE_BOOK, LAW)).toEqual([]);
  });

  it("names the seven types, and lets a sudden feat alone surely go the simplified way", () => {
    expect(commendationTypes().map(({ id }) => id)).toEqual(["for_merit", "for_campaign", "ad_hoc", "for_long_service", "by_seniority", "for_foreign_relations", "for_resistance"]);
    const on = plainDate("2021-11-29");
    const simplified = commendationTypes().flatMap(({ id }) => {
      const allowed = proceduresOf(id, on);
      return allowed?.procedures.includes("simplified") ? [`${id} ${allowed.standing}`] : [];
    });
    expect(simplified).toEqual(["ad_hoc verified", "by_seniority unverified", "for_foreign_relations unverified", "for_resistance unverified"]);
    expect(proceduresOf("ad_hoc", plainDate("2024-01-01"))?.standing).toBe("unverified");
    expect(proceduresOf("ad_hoc", plainDate("2017-09-30"))).toBe(null);
  });

  it("changes on the day the law changes, and takes an alias", () => {
    expect(dossierNeeds("grassroots_emulation_fighter", "usual", plainDate("2023-12-31"))?.required).toContain("initiative_certificate");
    expect(dossierNeeds("grassroots_emulation_fighter", "usual", plainDate("2024-01-01"))?.required).not.toContain("initiative_certificate");
    expect(dossierNeeds("advanced_combatant", "usual", plainDate("2021-01-01"))?.sets).toBe(1);
  });

  it("finds what is wrong: a gap, an unknown word, an honour nobody described, a missing type", () => {
    expect(broken((book) => book.types.pop())).toEqual(["commendation type for_resistance is missing"]);
    expect(broken((book) => { book.dossiers = book.dossiers.filter(({ id }) => id !== "national_fighter"); })).toEqual(["national_emulation_fighter: no usual dossier"]);
    expect(broken((book) => { book.dossiers[0] = { ...book.dossiers[0], values: book.dossiers[0]?.values.map((line, index) => (index === 0 ? { ...line, to: "2023-12-31" } : line)) } as never; })).toEqual(["titles: no rule in force on 2023-12-31"]);
    expect(broken((book) => { book.types[0] = { ...book.types[0], values: [{ ...book.types[0]?.values[0], to: null, procedures: ["quick"] }] } as never; })).toEqual(['for_merit: "quick" is none of usual, simplified']);
  });
});
