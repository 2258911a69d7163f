import pg from "pg";
import { type Address, connectionConfig } from "../../platform/database/database.ts";

/** Gives the tables of a database that hold rows; the secrets that every opened installation has do not count. */
export async function filledTables(address: Address): Promise<string[]> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    const filled: string[] = [];
    for (const name of await tableNames(client)) {
      if (name === "installation_secrets") continue;
      const found = await client.query(`select 1 from "${name}" limit 1`);
      if (found.rowCount !== 0) filled.push(name);
    }
    return filled;
  } finally {
    await client.end();
  }
}

/** Says whether a database has no table at all. */
export async function isBare(address: Address): Promise<boolean> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    return (await tableNames(client)).length === 0;
  } finally {
    await client.end();
  }
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1",
  );
  return found.rows.map((row) => row.name);
}
