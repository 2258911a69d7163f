import { describe, expect, it } from "vitest";
import { honourCatalogue } from "../../../engines/rulebook/index.ts";
import { plainDate } from "../../../kernel/plain-date.ts";
import { type Attached, checklist, type DocumentKind, requiredDocuments } from "./dossier-contents.ts";

const IN_2021 = plainDate("2021-11-29");
const IN_2024 = plainDate("2024-12-01");
const kinds = (...asked: Parameters<typeof requiredDocuments>) => requiredDocuments(...asked).requirements.map((line) => `${line.kind} ${line.need} ${line.standing}`);
const standings = (...asked: Parameters<typeof requiredDocuments>) => [...new Set(requiredDocuments(...asked).requirements.map((line) => line.standing))];

describe("what a dossier holds", () => {
  it("asks for the initiative's certificate exactly where the decree of 2017 does", () => {
    expect(kinds("advanced_labourer", "usual", IN_2021)).toEqual(["letter required verified", "achievement_report required verified", "minutes required verified"]);
    const asking = honourCatalogue().map(({ id }) => id).filter((id) => kinds(id, "usual", IN_2021).includes("initiative_certificate required verified"));
    expect(asking).toEqual(["grassroots_emulation_fighter", "provincial_emulation_fighter", "national_emulation_fighter"]);
    expect(kinds("district_certificate_of_merit", "usual", IN_2021)[3]).toBe("initiative_certificate if_relied_on verified");
    expect(kinds("national_emulation_fighter", "usual", IN_2021)).toContain("secret_ballot_count required verified");
  });

  it("says how many originals where a decree does", () => {
    const sets = (honour: string) => requiredDocuments(honour, "usual", IN_2021).sets;
    expect([sets("advanced_labourer"), sets("national_emulation_fighter"), sets("district_certificate_of_merit")]).toEqual([1, 2, null]);
  });

  it("says of what was not read that it was not read", () => {
    expect(standings("cultured_family", "usual", IN_2024)).toEqual(["unverified"]);
    expect(standings("provincial_emulation_flag", "usual", IN_2021)).toEqual(["unverified"]);
    expect(standings("grassroots_emulation_fighter", "usual", IN_2024)).toEqual(["second_hand"]);
    expect(requiredDocuments("advanced_labourer", "usual", plainDate("2015-01-01"))).toEqual({ sets: null, requirements: [] });
  });

  it("needs little under the simplified procedure", () => {
    expect(kinds("district_certificate_of_merit", "simplified", IN_2021)).toEqual(["letter required second_hand", "certified_report required second_hand"]);
    expect(kinds("labour_order_3", "simplified", IN_2024)).toEqual(["letter required unverified", "certified_report required unverified"]);
  });
});

describe("the checklist", () => {
  const files = (...attached: readonly DocumentKind[]): Attached[] => attached.map((kind) => ({ kind, on_paper: false }));

  it("counts what lies in the dossier on paper as an equal, and says where it is on paper only", () => {
    const needed = requiredDocuments("advanced_labourer", "usual", IN_2021).requirements;
    const some = checklist(needed, [{ kind: "letter", on_paper: true }, { kind: "minutes", on_paper: true }, ...files("minutes", "achievement_report")]);
    expect([some.complete, some.lines.map((line) => `${line.count} ${line.state}`)]).toEqual([true, ["1 paper", "1 present", "2 present"]]);
  });

  it("is complete when nothing surely needed is missing", () => {
    const needed = requiredDocuments("district_certificate_of_merit", "usual", IN_2021).requirements;
    const some = checklist(needed, files("letter", "letter", "minutes"));
    expect([some.complete, some.lines.map((line) => `${line.count} ${line.state}`)]).toEqual([false, ["2 present", "0 missing", "1 present", "0 optional"]]);
    expect(checklist(needed, files("letter", "minutes", "achievement_report")).complete).toBe(true);
    const unread = checklist(requiredDocuments("cultured_family", "usual", IN_2021).requirements, []);
    expect([unread.complete, unread.lines.map((line) => line.state)]).toEqual([true, ["to_ask", "to_ask", "to_ask"]]);
  });

  it("ticks what the product knows itself", () => {
    const needed = requiredDocuments("grassroots_emulation_fighter", "usual", IN_2021).requirements;
    const some = checklist(needed, files("letter", "minutes", "achievement_report"), new Set(["initiative_certificate"]));
    expect([some.complete, some.lines[3]?.state]).toEqual([true, "known"]);
    expect(checklist(needed, files("letter", "minutes", "achievement_report")).complete).toBe(false);
  });
});
