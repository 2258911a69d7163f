import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Address, connectionConfig } from "../../platform/database/database.ts";
import { superviseEmbedded } from "../../platform/database/embedded/supervisor.ts";
import type { Settings } from "../settings.ts";

/** An empty database for a while; `drop` leaves no trace of it. */
export type Scratch = { address: Address; drop(): Promise<void> };

/** Makes one on the server that the settings name, else on an embedded server of its own in the folder for temporary files. */
export async function makeScratch(settings: Settings): Promise<Result<Scratch, string>> {
  const name = `thidua_scratch_${randomBytes(6).toString("hex")}`;
  if (settings.database_url !== null) {
    const address: Address = { kind: "url", url: settings.database_url };
    await execute(address, `create database ${name}`);
    const own = new URL(settings.database_url);
    own.pathname = `/${name}`;
    return ok({ address: { kind: "url", url: own.toString() }, drop: () => execute(address, `drop database ${name} with (force)`) });
  }
  const folder = mkdtempSync(join(tmpdir(), "thidua-scratch-"));
  const server = await superviseEmbedded(folder);
  if (!server.ok) {
    rmSync(folder, { recursive: true, force: true });
    return err(server.error);
  }
  const { socketFolder, stop } = server.value;
  await execute({ kind: "socket", folder: socketFolder, database: "postgres" }, `create database ${name}`);
  return ok({
    address: { kind: "socket", folder: socketFolder, database: name },
    drop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
      rmSync(socketFolder, { recursive: true, force: true });
    },
  });
}

async function execute(address: Address, statement: string): Promise<void> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
