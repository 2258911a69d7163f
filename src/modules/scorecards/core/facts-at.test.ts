import { describe, expect, it } from "vitest";
import type { ScoreStage } from "./round.ts";
import { factsAt, type Stated } from "./sheet.ts";

let seq = 0;
const stated = (stage: ScoreStage, fact: string, is: string, stated_by_unit_id = "a", unit_id = "a"): Stated => {
  seq += 1;
  return { unit_id, stage, stated_by_unit_id, fact, value: { is }, seq } as Stated;
};

describe("the facts of a unit at a stage", () => {
  const list = [
    stated("self", "households", "10"), stated("self", "roads", "5"), stated("self", "schools", "2"),
    stated("cross", "roads", "4", "b"), stated("cross", "roads", "3", "c"),
    stated("appraised", "schools", "1", "root"), stated("agreed", "households", "9", "root"), stated("self", "roads", "99", "z", "z"),
  ];

  it("lie in layers: each stage sees what came before it and its own", () => {
    expect(factsAt(list, "a", "self")).toEqual({ households: "10", roads: "5", schools: "2" });
    expect(factsAt(list, "a", "appraised")).toEqual({ households: "10", roads: "5", schools: "1" });
    expect(factsAt(list, "a", "agreed")).toEqual({ households: "9", roads: "5", schools: "1" });
  });

  it("of a cross-score are one scorer's over the unit's own", () => {
    expect(factsAt(list, "a", "cross", "b")).toEqual({ households: "10", roads: "4", schools: "2" });
    expect(factsAt(list, "a", "cross", "c")).toEqual({ households: "10", roads: "3", schools: "2" });
    expect(factsAt(list, "a", "cross", "d")).toEqual({ households: "10", roads: "5", schools: "2" });
  });

  it("are those stated last, whatever the order they are read in", () => {
    const twice = [stated("self", "roads", "5"), stated("self", "roads", "6")];
    expect([factsAt(twice, "a", "self"), factsAt([...twice].reverse(), "a", "self")]).toEqual([{ roads: "6" }, { roads: "6" }]);
  });
});
