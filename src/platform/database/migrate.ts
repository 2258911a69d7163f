import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { type Address, APP_ROLE, connectionConfig } from "./database.ts";

/** Tables that only ever grow: the serving role may neither change nor delete their rows. */
export const APPEND_ONLY = ["actions", "log_entries", "log_sequence", "log_checkpoints", "findings", "score_statements", "round_publications", "target_actuals"] as const;

/** Key of the lock under which one process at a time migrates. */
const MIGRATION_LOCK = 7_202_102;

/**
 * Brings a database to the newest shape, as its owner: the serving role, the migrations, then the
 * fence (row-level security on every table with a locality) and the grants. Safe to repeat, and
 * safe when several processes start at once. Throws what PostgreSQL says when the owner may not.
 */
export async function migrateDatabase(address: Address): Promise<void> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
        begin
          create role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
        exception when duplicate_object or unique_violation then
          null; -- roles belong to the server: another database of it was being migrated at the same moment
        end;
      end if;
      if not pg_has_role(current_user, '${APP_ROLE}', 'member') then
        execute format('grant ${APP_ROLE} to %I', current_user);
      end if;
    end $$`);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await fence(client);
  } finally {
    await client.end();
  }
}

async function fence(client: pg.Client): Promise<void> {
  await client.query(`grant usage on schema public to ${APP_ROLE}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${APP_ROLE}`);
  const tables = await client.query<{ name: string; fenced: boolean }>(
    `select c.relname as name,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'locality_id' and not a.attisdropped) as fenced
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  for (const { name, fenced } of tables.rows) {
    if ((APPEND_ONLY as readonly string[]).includes(name)) {
      await client.query(`revoke update, delete, truncate on "${name}" from ${APP_ROLE}`);
    }
    if (!fenced) continue;
    await client.query(`alter table "${name}" enable row level security`);
    await client.query(`drop policy if exists locality_fence on "${name}"`);
    await client.query(
      `create policy locality_fence on "${name}" using (locality_id = current_setting('app.locality_id', true))
         with check (locality_id = current_setting('app.locality_id', true))`,
    );
  }
}

/** The folder of migrations: at the root of the checkout, above both the sources and the build. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "migrations/meta/_journal.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the folder migrations/ is missing");
    folder = parent;
  }
  return join(folder, "migrations");
}
