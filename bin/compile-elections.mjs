#!/usr/bin/env node
// Reads law/elections/*.yaml, checks it and writes what the calendar and the tally read, when it changed.
// `--check` writes nothing and ends with status 1 when a stored file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const readList = (file) => parse(readFileSync(join(root, "law/elections", file), "utf8"));

// The checks are TypeScript; they are bundled in memory so that this file runs on any supported Node.
const bundle = buildSync({
  entryPoints: [join(root, "src/engines/calendar/compile-elections.ts")],
  bundle: true,
  format: "esm",
  write: false,
}).outputFiles[0].text;
const { compileElections } = await import(`data:text/javascript;base64,${Buffer.from(bundle).toString("base64")}`);

const { calendar, tally, problems } = compileElections({
  instruments: readList("instruments.yaml"),
  laws: readList("laws.yaml"),
  elections: readList("elections.yaml"),
  milestones: readList("calendar.yaml"),
  rules: readList("rules.yaml"),
});
if (problems.length > 0) {
  for (const problem of problems) console.error(`law/elections/: ${problem}`);
  process.exit(1);
}
for (const [engine, law] of [["calendar", calendar], ["tally", tally]]) {
  const target = join(root, "src/engines", engine, "generated/elections.json");
  const text = `${JSON.stringify(law, null, 1)}\n`;
  if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${engine}/generated/elections.json is out of date: run \`node bin/compile-elections.mjs\``);
    process.exit(1);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
