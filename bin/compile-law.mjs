#!/usr/bin/env node
// Reads law/*.yaml, law/provisions and law/procedures, checks them and writes src/engines/rulebook/generated/*.json when they changed.
// `--check` writes nothing and ends with status 1 when the stored file is out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { parse } from "yaml";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const generated = join(root, "src/engines/rulebook/generated");
const readList = (file) => parse(readFileSync(join(root, "law", file), "utf8"));

// The checks are TypeScript; they are bundled in memory so that this file runs on any supported Node.
const bundle = buildSync({
  stdin: {
    contents: 'export { compileLaw } from "./compile-law.ts"; export { procedureProblems } from "./procedures/compile-procedures.ts";',
    resolveDir: join(root, "src/engines/rulebook"),
  },
  bundle: true,
  format: "esm",
  write: false,
}).outputFiles[0].text;
const { compileLaw, procedureProblems } = await import(`data:text/javascript;base64,${Buffer.from(bundle).toString("base64")}`);

const provisionFiles = readdirSync(join(root, "law/provisions")).filter((name) => name.endsWith(".yaml")).sort();
const { law, problems } = compileLaw({
  instruments: readList("instruments.yaml"),
  regimes: readList("regimes.yaml"),
  honours: readList("honours.yaml"),
  authorities: readList("authorities.yaml"),
  provisions: provisionFiles.flatMap((name) => readList(join("provisions", name))),
  bonus: readList("bonus.yaml"),
});
const procedures = { types: readList("procedures/commendation-types.yaml"), dossiers: readList("procedures/dossiers.yaml") };
const wrong = problems.length > 0 ? problems : procedureProblems(procedures, law);
if (wrong.length > 0) {
  for (const problem of wrong) console.error(`law/: ${problem}`);
  process.exit(1);
}
mkdirSync(generated, { recursive: true });
for (const [name, content] of [["law.json", law], ["procedures.json", procedures]]) {
  const target = join(generated, name);
  const text = `${JSON.stringify(content, null, 1)}\n`;
  const stored = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (text === stored) continue;
  if (process.argv.includes("--check")) {
    console.error(`${name} is out of date: run \`node bin/compile-law.mjs\``);
    process.exit(1);
  }
  writeFileSync(target, text);
}
