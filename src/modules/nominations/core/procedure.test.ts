import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { procedureFor, typeOf } from "./procedure.ts";

const IN_2021 = plainDate("2021-11-29");
const told = (...asked: Parameters<typeof procedureFor>) => {
  const made = procedureFor(...asked);
  return made.ok ? made.value : made.error.vi;
};

describe("the procedure of a dossier", () => {
  it("follows the type when nothing is chosen", () => {
    expect([told(undefined, {}, IN_2021), told(undefined, { type: "ad_hoc" }, IN_2021), told(undefined, { type: "by_seniority" }, IN_2021)]).toEqual(["usual", "simplified", "usual"]);
    expect(typeOf({ type: "nonsense" })).toBe("for_merit");
  });

  it("refuses only by what was read in its source", () => {
    expect(told("simplified", {}, IN_2021)).toBe("Khen thưởng công trạng không làm theo thủ tục này (Luật 15/2003/QH11, Điều 4 (theo nguồn dẫn lại)).");
    expect(told("usual", { type: "ad_hoc" }, IN_2021)).toBe("usual");
    expect(told("simplified", { type: "for_foreign_relations" }, IN_2021)).toBe("simplified");
    expect(told("simplified", {}, plainDate("2016-01-01"))).toBe("simplified");
  });
});
