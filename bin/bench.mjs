#!/usr/bin/env node
// `npm run bench [suite]`: builds bench/SUITE.ts into a temporary folder and runs it with the pinned Node.
// Without a suite it lists them. Plain JavaScript for Node 20.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "bench");
const suites = existsSync(folder) ? readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name)).map((name) => name.slice(0, -3)).sort() : [];
const [suite, ...args] = process.argv.slice(2);
if (suite === undefined || !suites.includes(suite)) {
  process.stderr.write(`npm run bench <${suites.join(" | ")}>\n`);
  process.exit(suite === undefined ? 0 : 2);
}
// Inside the checkout, so that packages which stay outside the bundle are found.
const scratch = join(root, `.build-bench-${process.pid}`);
mkdirSync(scratch, { recursive: true });
try {
  const outfile = join(scratch, `${suite}.mjs`);
  await build({
    entryPoints: [join(folder, `${suite}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const { status } = spawnSync(join(root, "node_modules/node/bin/node"), [outfile, ...args], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
