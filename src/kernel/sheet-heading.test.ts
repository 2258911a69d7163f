import { describe, expect, it } from "vitest";
import { findHeading } from "./sheet-heading.ts";
import { say } from "./text.ts";

const COLUMNS = { village: say("Thôn", "Village"), head: say("Chủ hộ", "Head"), note: say("Ghi chú", "Note") };
const row = (...texts: string[]) => texts.map((text) => ({ text, exact: false }));

describe("the heading of a sheet", () => {
  it("is found beneath titles, in any order, in either language, whatever the accents", () => {
    const found = findHeading([row("Danh sách hộ"), row(""), row("CHU HO", "", "Village"), row("A", "", "Thôn 1")], COLUMNS, ["village", "head"]);
    expect(found.ok && [[...found.value.columns], found.value.first_row]).toEqual([[["head", 0], ["village", 2]], 3]);
  });

  it("takes the first of two columns of one name, and names what is missing", () => {
    const twice = findHeading([row("Thôn", "Thôn", "Chủ hộ")], COLUMNS, ["village", "head"]);
    expect(twice.ok && twice.value.columns.get("village")).toBe(0);
    const missing = findHeading([row("Thôn", "Ghi chú")], COLUMNS, ["village", "head"]);
    expect(missing.ok ? "" : missing.error.en).toBe("No heading row with the columns “Village”, “Head”. Use the template from this page.");
  });

  it("is looked for in the first ten rows only", () => {
    const below = (rows: number) => findHeading([...Array.from({ length: rows }, () => row("")), row("Thôn", "Chủ hộ")], COLUMNS, ["village", "head"]).ok;
    expect([below(9), below(10)]).toEqual([true, false]);
  });
});
