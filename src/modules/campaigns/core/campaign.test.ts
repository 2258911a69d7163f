import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { allows, CAMPAIGN_MOVES, type CampaignMove, dateFaults, type LaunchDraft, launchFaults } from "./campaign.ts";

const day = plainDate;
const sound: LaunchDraft = {
  kind: "campaign", occasion: null, from_on: day("2021-01-15"), to_on: day("2021-12-31"), response_due_on: day("2021-03-01"), units_called: 20,
  criteria: [{ unit_of_measure: "%", evidence_source: "Báo cáo thống kê", due_on: day("2021-12-15") }],
};
const fieldsOf = (draft: LaunchDraft, today = "2021-01-15") => launchFaults(draft, day(today)).map((fault) => fault.field);

describe("launching", () => {
  it("lets a measurable, dated campaign through on its last possible day, and not on the next", () => {
    expect(fieldsOf(sound)).toEqual([]);
    expect(fieldsOf(sound, "2021-03-01")).toEqual([]);
    expect(fieldsOf(sound, "2021-03-02")).toEqual(["response_due_on"]);
  });

  it("names each criterion's missing unit, source and date at its own field", () => {
    const bare = { unit_of_measure: null, evidence_source: null, due_on: null };
    expect(fieldsOf({ ...sound, criteria: [...sound.criteria, bare] })).toEqual(["criteria.1.unit_of_measure", "criteria.1.evidence_source", "criteria.1.due_on"]);
  });

  it("needs a criterion, a called unit, and for a drive its occasion", () => {
    expect(fieldsOf({ ...sound, criteria: [] })).toEqual(["criteria.0.text"]);
    expect(fieldsOf({ ...sound, units_called: 0 })).toEqual(["scope.0.unit_kind"]);
    expect(fieldsOf({ ...sound, kind: "drive" })).toEqual(["occasion"]);
    expect(fieldsOf({ ...sound, kind: "drive", occasion: "19/5" })).toEqual([]);
  });

  it("refuses dates that contradict each other, also in a draft", () => {
    const faults = dateFaults({ from_on: day("2021-05-01"), to_on: day("2021-04-30"), response_due_on: day("2021-05-01"), criteria: [{ due_on: day("2021-05-01") }, { due_on: null }] });
    expect(faults.map((fault) => fault.field)).toEqual(["to_on", "response_due_on", "criteria.0.due_on"]);
  });
});

describe("the table of moves", () => {
  it("says for each state what is allowed", () => {
    const moves = Object.keys(CAMPAIGN_MOVES) as CampaignMove[];
    expect(moves.filter((move) => allows("draft", move))).toEqual(["revise", "launch"]);
    expect(moves.filter((move) => allows("launched", move))).toEqual(["respond", "urge", "cascade", "add_drive", "close"]);
    expect(moves.filter((move) => allows("closed", move))).toEqual([]);
  });
});
