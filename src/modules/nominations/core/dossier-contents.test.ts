import { describe, expect, it } from "vitest";
import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { checklist, requiredDocuments } from "./dossier-contents.ts";

const kinds = (...asked: Parameters<typeof requiredDocuments>) => requiredDocuments(...asked).map((line) => `${line.kind} ${line.need} ${line.standing}`);

describe("what a dossier holds", () => {
  it("asks for the initiative's certificate exactly where the decree of 2017 does", () => {
    expect(kinds("advanced_labourer", "vn-2017")).toEqual(["letter required verified", "achievement_report required verified", "minutes required verified"]);
    const asking = honourCatalogue().map((honour) => honour.id).filter((id) => requiredDocuments(id, "vn-2017").some((line) => line.kind === "initiative_certificate" && line.need === "required"));
    expect(asking.sort()).toEqual(["grassroots_emulation_fighter", "national_emulation_fighter", "provincial_emulation_fighter"]);
    expect(kinds("district_certificate_of_merit", "vn-2017")[3]).toBe("initiative_certificate if_relied_on verified");
    expect(kinds("national_emulation_fighter", "vn-2017")).toContain("secret_ballot_count required verified");
  });

  it("says of what was not read that it was not read", () => {
    expect(new Set(requiredDocuments("cultured_family", "vn-2024").map((line) => line.standing))).toEqual(new Set(["unverified"]));
    expect(new Set(requiredDocuments("provincial_emulation_flag", "vn-2017").map((line) => line.standing))).toEqual(new Set(["unverified"]));
    expect(new Set(requiredDocuments("grassroots_emulation_fighter", "vn-2025").map((line) => line.standing))).toEqual(new Set(["second_hand"]));
    expect(new Set(requiredDocuments("advanced_labourer", null).map((line) => line.standing))).toEqual(new Set(["unverified"]));
  });

  it("needs little under the simplified procedure", () => {
    expect(kinds("district_certificate_of_merit", "vn-2017", true)).toEqual(["letter required second_hand", "certified_report required second_hand"]);
  });
});

describe("the checklist", () => {
  it("is complete when nothing surely needed is missing", () => {
    const needed = requiredDocuments("district_certificate_of_merit", "vn-2017");
    const some = checklist(needed, ["letter", "letter", "minutes"]);
    expect([some.complete, some.lines.map((line) => `${line.count} ${line.state}`)]).toEqual([false, ["2 present", "0 missing", "1 present", "0 optional"]]);
    expect(checklist(needed, ["letter", "minutes", "achievement_report"]).complete).toBe(true);
    const unread = checklist(requiredDocuments("cultured_family", "vn-2017"), []);
    expect([unread.complete, unread.lines.map((line) => line.state)]).toEqual([true, ["to_ask", "to_ask", "to_ask"]]);
  });
});
