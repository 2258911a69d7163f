// Builds the product into build/ with esbuild. Plain JavaScript that Node 20 can run, because it
// runs before the pinned Node is known to be there. Writes beside and renames, so that a running
// or a parallel start never sees half a build.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "build");
const stampFile = join(target, "stamp.txt");

/** What the build is made of: a change in any of these makes it stale. */
const SOURCES = ["src", "law", "bin/build.mjs", "bin/compile-law.mjs", "bin/compile-elections.mjs", "package.json", "package-lock.json"];

/** Gives a fingerprint of names, sizes and times of all sources; a few milliseconds for some hundred files. */
export function fingerprint() {
  const hash = createHash("sha256");
  const walk = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) walk(join(path, name));
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const source of SOURCES) if (existsSync(join(root, source))) walk(join(root, source));
  return hash.digest("hex");
}

/** Says whether build/ stands for the sources as they are now. */
export function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint();
}

/** Compiles law/ into the JSON that the bundle holds. Ends the process when the law contradicts itself: the compiler has said where. */
function compileLaw() {
  if (!existsSync(join(root, "law"))) return;
  for (const compiler of ["bin/compile-law.mjs", "bin/compile-elections.mjs"]) {
    // A process of its own: the compiler reads its own arguments and may end with a status.
    const { status } = spawnSync(process.execPath, [join(root, compiler)], { cwd: root, stdio: ["ignore", 2, 2] });
    if (status !== 0) process.exit(1);
  }
}

/** Builds everything; gives the milliseconds it took. */
export async function build() {
  const started = performance.now();
  // Before the fingerprint: the compiled law is itself a source.
  compileLaw();
  const stamp = fingerprint();
  const { build: esbuild } = await import("esbuild");
  const scratch = join(root, `.build-${process.pid}`);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(scratch, "public"), { recursive: true });
  const at = (path) => join(root, path);
  const present = (entries) => Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
  await esbuild({
    entryPoints: present({
      cli: at("src/app/cli/index.ts"),
      "render-worker": at("src/platform/rendering/render-worker.ts"),
    }),
    outdir: scratch,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: "linked",
    logLevel: "warning",
    entryNames: "[name]",
    chunkNames: "chunks/[name]-[hash]",
  });
  const clientDir = at("src/platform/html/client");
  const clientEntries = existsSync(clientDir)
    ? readdirSync(clientDir).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    : [];
  await esbuild({
    entryPoints: [
      ...clientEntries.map((name) => join(clientDir, name)),
      ...(existsSync(at("src/platform/html/look.css")) ? [at("src/platform/html/look.css")] : []),
    ],
    outdir: join(scratch, "public"),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    logLevel: "warning",
    entryNames: "[name]",
  });
  const images = at("src/platform/html/images");
  if (existsSync(images)) cpSync(images, join(scratch, "public"), { recursive: true });
  writeFileSync(join(scratch, "stamp.txt"), stamp);
  const old = join(root, `.build-old-${process.pid}`);
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(scratch, target);
  } catch {
    // Another start finished the same build in between: its result is as good as this one.
    rmSync(scratch, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
  return Math.round(performance.now() - started);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const quiet = process.argv.includes("--quiet");
  if (quiet && !existsSync(join(root, "src"))) process.exit(0);
  const milliseconds = await build();
  if (!quiet) process.stdout.write(`build/ in ${milliseconds} ms\n`);
}
