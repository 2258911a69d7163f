#!/usr/bin/env node
// Reads law/**/*.yaml, checks it and writes src/engines/rulebook/generated/law.json when it changed.
// `--check` writes nothing and ends with status 1 when the stored file is out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "src/engines/rulebook/generated/law.json");
const readList = (file) => parse(readFileSync(join(root, "law", file), "utf8"));

// The checks are TypeScript; they are bundled in memory so that this file runs on any supported Node.
const bundle = buildSync({
  entryPoints: [join(root, "src/engines/rulebook/compile-law.ts")],
  bundle: true,
  format: "esm",
  write: false,
}).outputFiles[0].text;
const { compileLaw } = await import(`data:text/javascript;base64,${Buffer.from(bundle).toString("base64")}`);

const provisionFiles = readdirSync(join(root, "law/provisions")).filter((name) => name.endsWith(".yaml")).sort();
const { law, problems } = compileLaw({
  instruments: readList("instruments.yaml"),
  regimes: readList("regimes.yaml"),
  honours: readList("honours.yaml"),
  authorities: readList("authorities.yaml"),
  provisions: provisionFiles.flatMap((name) => readList(join("provisions", name))),
  bonus: readList("bonus.yaml"),
});
if (problems.length > 0) {
  for (const problem of problems) console.error(`law/: ${problem}`);
  process.exit(1);
}
const text = `${JSON.stringify(law, null, 1)}\n`;
const stored = existsSync(target) ? readFileSync(target, "utf8") : "";
if (text !== stored) {
  if (process.argv.includes("--check")) {
    console.error("law.json is out of date: run `node bin/compile-law.mjs`");
    process.exit(1);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
