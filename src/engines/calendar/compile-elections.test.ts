import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compileElections, type ElectionSource } from "./compile-elections.ts";

const root = new URL("../../../", import.meta.url);
const list = (name: string) => parse(readFileSync(new URL(`law/elections/${name}.yaml`, root), "utf8")) as Record<string, unknown>[];
const source = (): Record<keyof ElectionSource, Record<string, unknown>[]> => ({
  instruments: list("instruments"), laws: list("laws"), elections: list("elections"), milestones: list("calendar"), rules: list("rules"),
});
/** The source with one dated line of a milestone changed. */
function withLine(change: Record<string, unknown>, at = 0): ElectionSource {
  const made = source();
  const [first = {}, ...others] = made.milestones;
  const values = (first["values"] as object[]).map((line, index) => (index === at ? { ...line, ...change } : line));
  return { ...made, milestones: [{ ...first, values }, ...others] };
}

describe("law/elections", () => {
  it("compiles without a contradiction", () => {
    expect(compileElections(source()).problems).toEqual([]);
  });

  it("reaches the engines: what they read is up to date", () => {
    const outcome = spawnSync(process.execPath, [fileURLToPath(new URL("bin/compile-elections.mjs", root)), "--check"], { encoding: "utf8" });
    expect([outcome.status, outcome.stderr]).toEqual([0, ""]);
  });

  it("says where it contradicts itself", () => {
    const said = (changed: ElectionSource) => compileElections(changed).problems;
    expect(said(withLine({ to: "2025-07-02" }))).toEqual(["polling_day_announced: two rules in force on 2025-07-01"]);
    expect(said(withLine({ to: "2025-06-30" }))).toEqual(["polling_day_announced: no rule in force on 2025-06-30"]);
    expect(said(withLine({ from: "2015-09-02" }))).toEqual(["polling_day_announced: nothing stands on 2015-09-01, the first day of the first law", "polling_day_announced: no law begins on 2015-09-02"]);
    expect(said(withLine({ cite: [] }))).toEqual(["polling_day_announced: a value without a citation"]);
    expect(said(withLine({ cite: [{ instrument: "1/2000/QH10" }] }))).toEqual(['polling_day_announced: instrument "1/2000/QH10" is not in instruments.yaml']);
    expect(said(withLine({ status: "sure" }))).toEqual(['polling_day_announced: status "sure" is neither verified nor unverified']);
    expect(said(withLine({ time: "24:00" }))).toEqual(['polling_day_announced: time "24:00" is neither HH:MM nor null']);
    expect(said(withLine({ levels: ["village"] }))).toEqual(['polling_day_announced: level "village" is none of nation, province, district, commune']);
    expect(said(withLine({ offset_days: 1.5 }))).toEqual(['polling_day_announced: offset_days "1.5" is not a whole number']);
    expect(said({ ...source(), rules: [] })).toEqual(["rules: expected a list that is not empty"]);
    expect(said({ ...source(), elections: [{ polling_day: "2021-05-24", cite: [{ instrument: "85/2015/QH13" }] }] })).toEqual(['elections: "2021-05-24" is no Sunday']);
  });
});
