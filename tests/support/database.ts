import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { seededPrng } from "../../src/kernel/prng.ts";
import { plainDate } from "../../src/kernel/plain-date.ts";
import { makeEngine } from "../../src/app/services.ts";
import { standingOn, systemClock } from "../../src/platform/clock/clock.ts";
import { INSTALLATION, type Actor } from "../../src/platform/command/actor.ts";
import type { Caller } from "../../src/platform/command/context.ts";
import type { Engine } from "../../src/platform/command/execute.ts";
import { localities } from "../../src/platform/command/tables.ts";
import { type Address, connectionConfig, type Database, openDatabase } from "../../src/platform/database/database.ts";
import { migrateDatabase } from "../../src/platform/database/migrate.ts";

/** A database of a test file's own. */
export type TestDatabase = { address: Address; database: Database; engine: Engine; drop(): Promise<void> };

function addressOf(name: string): Address {
  const server = inject("server");
  if (server.kind === "socket") return { kind: "socket", folder: server.folder, database: name };
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { kind: "url", url: url.toString() };
}

async function admin(sql: string): Promise<void> {
  const server = inject("server");
  const client = new pg.Client(server.kind === "url" ? { connectionString: server.url } : connectionConfig(addressOf("postgres"), "owner"));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Makes an empty database, migrated as the product migrates its own. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await admin(`create database ${name}`);
  const address = addressOf(name);
  await migrateDatabase(address);
  const database = openDatabase(address, 8);
  return {
    address,
    database,
    engine: makeEngine(database, { random: seededPrng(2021) }),
    drop: async () => {
      await database.close();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

/** Enters a locality and gives a caller in it, as the installation or as the given actor, on a day of its own. */
export async function makeLocality(database: Database, code: string, day = "2021-11-29"): Promise<(actor?: Actor, on?: string) => Caller> {
  const locality = { code, name: `Huyện Thử ${code}`, name_en: `Test District ${code}` };
  await database.inInstallation((tx) => tx.insert(localities).values({ ...locality, demonstration_on: plainDate(day), created_at: systemClock.now() }));
  return (actor = INSTALLATION, on = day) => ({ locality, clock: standingOn(plainDate(on), systemClock), actor });
}
