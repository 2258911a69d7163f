import { count } from "drizzle-orm";
import { type LogProblem, noteSigner, utf8, verifyLog } from "../../engines/transparency/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { logPending, logSequence } from "../../platform/log/tables.ts";
import type { Secrets } from "../installation.ts";
import { readTile } from "./read-log.ts";
import { newestCheckpoint } from "./sequencer.ts";

/** How the stored log stands: `size` and `root` as the newest checkpoint signed them, `pending` entries without an index yet. */
export type LogState = { consistent: boolean; size: number; root: string | null; pending: number; problem?: LogProblem };

/**
 * Recomputes the stored log from its tiles and entries, compares the root with the newest checkpoint
 * and that with the installation's key. An empty log is consistent.
 */
export async function checkLog(database: Database, secrets: Secrets): Promise<LogState> {
  const found = await database.inInstallation(async (tx) => {
    const [waiting] = await tx.select({ n: count() }).from(logPending);
    const [indexed] = await tx.select({ n: count() }).from(logSequence);
    return { newest: await newestCheckpoint(tx), pending: waiting?.n ?? 0, indexed: indexed?.n ?? 0 };
  });
  const { newest, pending, indexed } = found;
  if (newest === null) return { consistent: indexed === 0, size: 0, root: null, pending };
  const signer = noteSigner(secrets.origin, Buffer.from(secrets.signing_seed, "base64"));
  const verdict = await verifyLog(
    { read: (path) => (path === "checkpoint" ? Promise.resolve(utf8(newest.note)) : readTile(database, path)) },
    { keys: [signer.verifier] },
  );
  return {
    consistent: verdict.consistent && indexed === newest.size,
    size: newest.size,
    root: verdict.root,
    pending,
    ...(verdict.problem === undefined ? {} : { problem: verdict.problem }),
  };
}
