import { createHash } from "node:crypto";
import { chmodSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives the folder of the private socket: short (a socket's path has 107 bytes at most), named after
 * the data folder, so that a second start finds the running server.
 */
export function socketFolderOf(dataFolder: string): string {
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  return join(tmpdir(), `thidua-${process.getuid?.() ?? 0}-${name}`);
}

/** Makes a folder that only its owner may enter, and hands it and all it holds to that owner. */
export function makePrivateFolder(path: string, owner: { uid: number; gid: number } | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (owner !== null) chownAll(path, owner);
  chmodSync(path, 0o700);
}

function chownAll(path: string, owner: { uid: number; gid: number }): void {
  const stat = lstatSync(path);
  // A folder whose top already has the right owner was made by us whole: no walk through its files.
  if (stat.uid === owner.uid && stat.gid === owner.gid) return;
  if (stat.isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), owner);
  lchownSync(path, owner.uid, owner.gid);
}

/** Gives the process id in a server's lock file, or null when there is no such file or no number in it. */
export function recordedPid(pgFolder: string): number | null {
  const file = join(pgFolder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/**
 * Says whether a process lives and is a PostgreSQL server. A zombie (killed, and not reaped by a
 * lazy init) answers signals but is dead; a number reused by another program is not ours.
 */
export function isLivePostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = stat.slice(stat.lastIndexOf(")") + 2)[0];
    if (state === "Z" || state === "X") return false;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    // No /proc (macOS), or gone in between: believe the signal.
    return !existsSync("/proc/self/stat");
  }
}

/** Removes the lock files a dead server left, which would keep a new one from starting. */
export function removeStaleLocks(pgFolder: string, socketFolder: string): void {
  rmSync(join(pgFolder, "postmaster.pid"), { force: true });
  if (!existsSync(socketFolder)) return;
  for (const name of readdirSync(socketFolder)) {
    if (name.startsWith(".s.PGSQL.")) rmSync(join(socketFolder, name), { force: true });
  }
}
