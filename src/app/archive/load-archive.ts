import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Address, connectionConfig } from "../../platform/database/database.ts";
import { expectedMigrations } from "../../platform/database/migration-level.ts";
import { ArchiveFault, type ArchiveHeader, FrameReader } from "./frames.ts";
import { countLines } from "./write-archive.ts";

/** What an archive was found to hold. */
export type Loaded = { header: ArchiveHeader; tables: Record<string, number>; rows: number };

/** Takes a file; gives what the archive says of itself. Throws an ArchiveFault, or the system's error when the file cannot be read. */
export function readArchiveHeader(file: string): Promise<ArchiveHeader> {
  return withReader(file, (reader) => reader.header());
}

/** Says what keeps an archive from being restored by this product, or null. */
export function otherLevel(header: ArchiveHeader): ArchiveFault | null {
  return header.migrations.join() === expectedMigrations().join() ? null : new ArchiveFault("other_shape", header.product_version);
}

/**
 * Loads an archive into an empty, migrated database, in one transaction: every table's count and
 * SHA-256 as the archive names them, or nothing at all. Throws an ArchiveFault.
 */
export async function loadArchive(address: Address, file: string): Promise<Loaded> {
  const client = new pg.Client(connectionConfig(address, "owner"));
  await client.connect();
  try {
    return await withReader(file, async (reader) => {
      const header = await reader.header();
      const other = otherLevel(header);
      if (other !== null) throw other;
      await client.query("begin");
      const loaded: Loaded = { header, tables: {}, rows: 0 };
      for (const table of header.tables) {
        if (table.name === "installation_secrets") await client.query("delete from installation_secrets");
        const rows = await loadTable(client, reader, table);
        loaded.tables[table.name] = rows;
        loaded.rows += rows;
      }
      const end = await reader.frame("end");
      if (!("end" in end) || end.rows !== loaded.rows || !(await reader.atEnd())) throw new ArchiveFault("changed", "end");
      await client.query("commit");
      return loaded;
    });
  } finally {
    await client.end();
  }
}

async function loadTable(client: pg.Client, reader: FrameReader, table: ArchiveHeader["tables"][number]): Promise<number> {
  const hash = createHash("sha256");
  let rows = 0;
  let said: { rows: number; sha256: string } | null = null;
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await reader.frame(table.name);
      if ("end" in frame || frame.table !== table.name) throw new ArchiveFault("changed", table.name);
      if ("rows" in frame) {
        said = frame;
        return;
      }
      for await (const piece of reader.bytes(frame.bytes, table.name)) {
        hash.update(piece);
        rows += countLines(piece);
        yield piece;
      }
    }
  };
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  const copy = client.query(copyFrom(`copy "${table.name}" (${columns}) from stdin`));
  try {
    await pipeline(Readable.from(pieces()), copy);
  } catch (error) {
    // What PostgreSQL cannot read as a row of this table was not written by a backup.
    if (error instanceof pg.DatabaseError) throw new ArchiveFault("changed", table.name);
    throw error;
  }
  const trailer = said as { rows: number; sha256: string } | null;
  if (trailer === null || trailer.rows !== rows || trailer.sha256 !== hash.digest("hex") || copy.rowCount !== rows) {
    throw new ArchiveFault("changed", table.name);
  }
  return rows;
}

async function withReader<T>(file: string, work: (reader: FrameReader) => Promise<T>): Promise<T> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // An error of the file reaches whoever reads the unpacked bytes.
  source.on("error", (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  try {
    return await work(new FrameReader(unpacked as AsyncIterable<Buffer>));
  } catch (error) {
    throw faultOfGzip(error) ?? error;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

function faultOfGzip(error: unknown): ArchiveFault | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return new ArchiveFault("truncated", "gzip");
  if (code === "Z_DATA_ERROR") return error instanceof Error && /incorrect header/.test(error.message) ? new ArchiveFault("not_an_archive", "gzip") : new ArchiveFault("changed", "gzip");
  return null;
}
