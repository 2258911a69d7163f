import { readMigrationFiles } from "drizzle-orm/migrator";
import pg from "pg";
import { type Address, connectionConfig } from "./database.ts";
import { migrationsFolder } from "./migrate.ts";

/** Gives the hashes of the migrations that this product carries, in order. */
export function expectedMigrations(): string[] {
  return readMigrationFiles({ migrationsFolder: migrationsFolder() }).map((migration) => migration.hash);
}

/** Gives the hashes of the migrations that a database went through, in order. Throws when it cannot be asked. */
export async function readMigrations(address: Address): Promise<string[]> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    return await appliedMigrations(client);
  } finally {
    await client.end();
  }
}

/** The same on an open connection, within its transaction. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations order by id");
  return found.rows.map((row) => row.hash);
}
