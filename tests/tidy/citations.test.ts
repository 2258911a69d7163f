import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesBelow, ROOT, textOf } from "../support/sources.ts";

/** The number of a legal instrument as it is written out: 91/2017/NĐ-CP, 06/2022/QH15, 12/2019/TT-BNV. */
const NUMBER = /\d{1,3}\/\d{4}\/(?:QH\d+|NĐ-CP|TT-[A-ZĐ]+)/g;

/** Instruments that say how papers are written, not who is commended: no rule rests on them. */
const ON_PAPERWORK = ["30/2020/NĐ-CP"];

const LISTS = filesBelow(["law"], /\/instruments\.yaml$/);
const listed = new Set([...LISTS.flatMap((path) => parse(textOf(path)) as { id: string }[]).map((instrument) => instrument.id), ...ON_PAPERWORK]);

/** Gives every `instrument` anywhere in a parsed YAML file. */
function citedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citedIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => (key === "instrument" && typeof entry === "string" ? [entry] : citedIn(entry)));
}

describe("citations", () => {
  it("in law/ name instruments that are listed in an instruments.yaml", () => {
    const cited = filesBelow(["law"], /\.yaml$/).flatMap((path) => citedIn(parse(textOf(path))).map((instrument) => ({ path, instrument })));
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ instrument }) => !listed.has(instrument))).toEqual([]);
  });

  it("in code and comments name instruments that are listed too", () => {
    const cited = filesBelow(["src"], /\.(tsx?|md)$/).flatMap((path) => (textOf(path).normalize("NFC").match(NUMBER) ?? []).map((instrument) => ({ path, instrument })));
    expect(cited.length).toBeGreaterThan(10);
    const unlisted = cited.filter(({ path, instrument }) => !listed.has(instrument) && !/\.test\.tsx?$/.test(path));
    expect(unlisted).toEqual([]);
  });

  it("reach the product: the compiled law is up to date", () => {
    const outcome = spawnSync(process.execPath, [join(ROOT, "bin/compile-law.mjs"), "--check"], { encoding: "utf8" });
    expect([outcome.status, outcome.stderr]).toEqual([0, ""]);
  });
});
