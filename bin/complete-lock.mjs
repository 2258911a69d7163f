// Completes package-lock.json after `npm install`: a registry mirror may lack the binaries of other
// platforms, npm then leaves them out of the lock, and `npm ci` refuses the lock everywhere. Each
// missing optional platform package gets an entry with its version and platform, which npm skips here
// and fetches where it fits.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32", "windows"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64le", "ppc64", "ppc", "riscv64", "s390x", "x64", "wasm32", "universal"];

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (path === "" || lock.packages[nested] || lock.packages[hoisted]) continue;
    const words = name.split(/[/-]/);
    const os = words.find((word) => SYSTEMS.includes(word));
    const cpu = words.find((word) => PROCESSORS.includes(word));
    if (os === undefined && cpu === undefined) continue;
    lock.packages[hoisted] = {
      version,
      ...(cpu && cpu !== "universal" ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(words.includes("musl") ? { libc: ["musl"] } : {}),
      optional: true,
      os: [os === "windows" ? "win32" : (os ?? "none")],
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added to package-lock.json\n`);
