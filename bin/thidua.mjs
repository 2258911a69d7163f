#!/usr/bin/env node
// The one way in. Plain JavaScript that Node 20 can run: installs what is missing, builds what is
// stale, and hands over to the pinned Node 24 of the npm package `node`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Cần Node.js 20.19 trở lên, máy này có ${process.versions.node}. / Node.js 20.19 or newer is needed.`);
}

// npm's own record says that something was installed; ours says from which lock. A lock that changed
// since (an upgrade by `git pull`) is installed anew; an installation made by hand is believed.
const installed = join(root, "node_modules/.package-lock.json");
const record = join(root, "node_modules/.installed-lock");
const locked = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
if (existsSync(installed) && !existsSync(record)) writeFileSync(record, locked);
if (!existsSync(installed) || readFileSync(record, "utf8") !== locked) {
  process.stderr.write("Đang cài đặt các thư viện đã khóa phiên bản… / Installing the locked dependencies…\n");
  const outcome = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (outcome.status === 0) writeFileSync(record, locked);
  else stop("Không cài đặt được thư viện (npm ci). / Installing the dependencies failed (npm ci).");
}

const { build, isFresh } = await import("./build.mjs");
if (!isFresh()) await build();

const cli = join(root, "build/cli.js");
if (major >= 24) {
  const { main } = await import(cli);
  const status = await main(process.argv.slice(2));
  if (status !== undefined) process.exitCode = status;
} else {
  const node = join(root, "node_modules/node/bin/node");
  if (!existsSync(node)) stop("Thiếu Node 24 của sản phẩm: hãy chạy `npm ci`. / The pinned Node 24 is missing: run `npm ci`.");
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  // The child hears Ctrl-C from the terminal itself; a signal sent to this process alone is passed on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}
