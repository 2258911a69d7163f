import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { systemClock } from "../../platform/clock/clock.ts";
import { type Address, connectionConfig } from "../../platform/database/database.ts";
import { appliedMigrations } from "../../platform/database/migration-level.ts";
import { VERSION } from "../version.ts";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveHeader, frameLine } from "./frames.ts";

/** What an archive came to hold. */
export type Archived = { tables: number; rows: number };

/**
 * Writes the whole database, or one locality of it, into one file: all tables as they stood at one
 * moment, streamed, in constant memory. The file appears under its name only once it is whole and on
 * disk. Reads as the owner, whom the fence between localities does not stop.
 */
export async function writeArchive(address: Address, file: string, locality: string | null): Promise<Archived> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  const part = `${file}.part`;
  const total: Archived = { tables: 0, rows: 0 };
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const header = await describe(client, locality);
    total.tables = header.tables.length;
    // It holds the installation's keys and people's names: for its owner's eyes alone.
    await pipeline(Readable.from(frames(client, header, total)), createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 }));
    await client.query("commit");
    await flush(part);
    await rename(part, file);
    await flush(dirname(file));
    return total;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** The log's own tables are left out of one locality's archive, as are the keys: only the whole installation may go on signing the same log. */
const INSTALLATION_ONLY = ["installation_secrets", "log_sequence", "log_tiles", "log_checkpoints"];

async function describe(client: pg.Client, locality: string | null): Promise<ArchiveHeader> {
  const found = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.relname order by c.relname`,
  );
  const tables = locality === null ? found.rows : found.rows.filter((table) => !INSTALLATION_ONLY.includes(table.name));
  return {
    format: ARCHIVE_FORMAT, format_version: ARCHIVE_VERSION, product_version: VERSION, made_at: systemClock.now(),
    locality, migrations: await appliedMigrations(client), tables,
  };
}

/** The rows of a table that belong into the archive, as SQL. */
function rowsOf(client: pg.Client, table: ArchiveHeader["tables"][number], locality: string | null): string {
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  if (locality === null) return `select ${columns} from "${table.name}"`;
  const code = client.escapeLiteral(locality);
  const entries = `select id from log_entries where convert_from(leaf, 'UTF8')::jsonb ->> 'locality' = ${code} union select entry_id from commitments where locality_id = ${code}`;
  if (table.columns.includes("locality_id")) return `select ${columns} from "${table.name}" where locality_id = ${code}`;
  if (table.name === "localities") return `select ${columns} from localities where code = ${code}`;
  if (table.name === "log_entries") return `select ${columns} from log_entries where id in (${entries})`;
  // Where it is restored its entries wait for their place in that installation's own log.
  if (table.name === "log_pending") return `select id from (${entries}) as own`;
  throw new Error(`nobody has said which rows of ${table.name} belong to a locality`);
}

async function* frames(client: pg.Client, header: ArchiveHeader, total: Archived): AsyncGenerator<Buffer> {
  yield frameLine(header);
  for (const table of header.tables) {
    const hash = createHash("sha256");
    let rows = 0;
    const copy = client.query(copyTo(`copy (${rowsOf(client, table, header.locality)}) to stdout`));
    for await (const chunk of copy as AsyncIterable<Buffer>) {
      if (chunk.length === 0) continue;
      hash.update(chunk);
      rows += countLines(chunk);
      yield frameLine({ table: table.name, bytes: chunk.length });
      yield chunk;
    }
    total.rows += rows;
    yield frameLine({ table: table.name, rows, sha256: hash.digest("hex") });
  }
  yield frameLine({ end: true, rows: total.rows });
}

/** In COPY's text form a line feed ends a row and stands nowhere else. */
export function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
