import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../support/sources.ts";

/** Imports that the house forbids, and the rule that must name each. */
const PLANTED: readonly { from: string; line: string; rule: string }[] = [
  { from: "src/kernel/planted.ts", line: 'import "../platform/target.ts";', rule: "kernel-imports-nothing" },
  { from: "src/engines/rulebook/planted.ts", line: 'import type { T } from "../../platform/target.ts"; export type U = T;', rule: "engines-import-kernel-only" },
  { from: "src/engines/rulebook/machine.ts", line: 'import "node:fs";', rule: "pure-engines-touch-no-machine" },
  { from: "src/platform/planted.ts", line: 'import "../modules/honours/index.ts";', rule: "platform-knows-no-domain" },
  { from: "src/modules/organizations/planted.ts", line: 'import "../nominations/index.ts";', rule: "module-organizations-looks-down-through-doors" },
  { from: "src/modules/nominations/planted.ts", line: 'import "../honours/store.ts";', rule: "module-nominations-looks-down-through-doors" },
  { from: "src/modules/honours/core/planted.ts", line: 'import "../store.ts";', rule: "core-is-pure" },
  { from: "src/modules/honours/roof.ts", line: 'import "../../app/target.ts";', rule: "nothing-imports-app" },
];

const TARGETS = ["src/platform/target.ts", "src/app/target.ts", "src/modules/honours/index.ts", "src/modules/honours/store.ts", "src/modules/nominations/index.ts"];

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "thidua-house-"));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) cpSync(join(ROOT, file), join(house, file));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  };
  for (const target of TARGETS) write(target, "export type T = 1;");
  for (const { from, line } of PLANTED) write(from, line);
  write("src/modules/nominations/allowed.ts", 'import "../honours/index.ts"; import "../../platform/target.ts";');
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("import directions", () => {
  it("are seen to be broken, by their rule, wherever a forbidden import is planted, and nowhere else", () => {
    const cruiser = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
    const outcome = spawnSync(process.execPath, [cruiser, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"], { cwd: house, encoding: "utf8" });
    const { summary } = JSON.parse(outcome.stdout) as { summary: { error: number; violations: { from: string; rule: { name: string } }[] } };
    const seen = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
    expect(PLANTED.map(({ from, rule }) => `${from} ${rule}`).filter((breach) => !seen.includes(breach))).toEqual([]);
    expect(summary.error).toBe(seen.length);
    const planted = new Set(PLANTED.map(({ from }) => from));
    expect(seen.filter((breach) => !planted.has(breach.split(" ")[0] ?? ""))).toEqual([]);
  });
});
