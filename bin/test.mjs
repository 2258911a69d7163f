// `npm test`: installs what is missing, then types, lint, import directions, unused code, and all
// tests; the last line says how many passed and failed. Plain JavaScript for Node 20.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules/.bin");
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
if (!existsSync(join(root, "node_modules/.package-lock.json"))) {
  const outcome = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit" });
  if (outcome.status !== 0) process.exit(1);
}
const node = join(root, "node_modules/node/bin/node");
const only = process.argv[2];

let passed = 0;
let failed = 0;
const step = (name, command, args) => {
  process.stdout.write(`\n── ${name}\n`);
  const outcome = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (outcome.status === 0) passed += 1;
  else failed += 1;
};
const tool = (name) => join(root, "node_modules", name);

if (only === undefined || only === "static") {
  step("build", node, [join(root, "bin/build.mjs")]);
  step("types", node, [tool("typescript/bin/tsc"), "-p", "."]);
  step("lint", join(bin, "biome"), ["lint", "--error-on-warnings"]);
  step("import directions", node, [tool("dependency-cruiser/bin/dependency-cruiser.mjs"), "src", "--config", ".dependency-cruiser.cjs"]);
}
if (only !== "static") {
  if (only !== undefined) step("build", node, [join(root, "bin/build.mjs")]);
  const report = join(root, `.vitest-report-${process.pid}.json`);
  process.stdout.write(`\n── tests${only ? `: ${only}` : ""}\n`);
  const outcome = spawnSync(
    node,
    [tool("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...(only ? ["--project", only] : ["--project", "unit", "--project", "store", "--project", "e2e"]), ...process.argv.slice(3)],
    { cwd: root, stdio: "inherit", env },
  );
  if (existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, "utf8"));
    passed += counts.numPassedTests;
    failed += counts.numFailedTests + (counts.success ? 0 : Math.max(0, counts.numFailedTestSuites - counts.numFailedTests > 0 ? 1 : 0));
    if (counts.numPendingTests > 0) process.stdout.write(`${counts.numPendingTests} skipped, each with its reason above\n`);
    rmSync(report);
  }
  if (outcome.status !== 0 && failed === 0) failed += 1;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
