import { z } from "zod";

/**
 * The archive (tệp sao lưu), inside gzip: one line of JSON that says what it is, then frames. A frame is a line
 * of JSON; where it names `bytes`, that many bytes of the table's rows follow, in the text form of PostgreSQL's
 * COPY. A table ends with its count of rows and its SHA-256; the archive ends with the frame `end`.
 */
export const ARCHIVE_FORMAT = "thidua-backup";
export const ARCHIVE_VERSION = 1;

const headerSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  format_version: z.number().int(),
  product_version: z.string(),
  made_at: z.string(),
  /** The one locality it holds; null when it holds the whole installation. */
  locality: z.string().nullable(),
  /** Hashes of the migrations that made the tables. */
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_0-9]+$/), columns: z.array(z.string().regex(/^[a-z_0-9]+$/)) })),
});
export type ArchiveHeader = z.output<typeof headerSchema>;

const frameSchema = z.union([
  z.strictObject({ table: z.string(), bytes: z.number().int().positive().max(64 * 1024 * 1024) }),
  z.strictObject({ table: z.string(), rows: z.number().int().nonnegative(), sha256: z.string() }),
  z.strictObject({ end: z.literal(true), rows: z.number().int().nonnegative() }),
]);
export type Frame = z.output<typeof frameSchema>;

/** Thrown when an archive is cut short, changed, or none at all; `kind` stays the same in every language. */
export class ArchiveFault extends Error {
  constructor(
    readonly kind: "not_an_archive" | "other_version" | "truncated" | "changed" | "other_shape",
    readonly at: string,
  ) {
    super(`${kind} at ${at}`);
  }
}

/** Takes header or frame; gives its line. */
export function frameLine(frame: ArchiveHeader | Frame): Buffer {
  return Buffer.from(`${JSON.stringify(frame)}\n`, "utf8");
}

const MOST_LINE_BYTES = 1024 * 1024;

/** Reads an unpacked archive from its first byte on, a frame at a time. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** Reads what the archive says of itself. */
  async header(): Promise<ArchiveHeader> {
    const parsed = headerSchema.safeParse(await this.json("not_an_archive", "header"));
    if (!parsed.success) throw new ArchiveFault("not_an_archive", "header");
    if (parsed.data.format_version !== ARCHIVE_VERSION) throw new ArchiveFault("other_version", String(parsed.data.format_version));
    return parsed.data;
  }

  /** Reads the next frame; `at` names the place for a fault. */
  async frame(at: string): Promise<Frame> {
    const parsed = frameSchema.safeParse(await this.json("changed", at));
    if (!parsed.success) throw new ArchiveFault("changed", at);
    return parsed.data;
  }

  /** Reads the bytes that follow a frame, in pieces. */
  async *bytes(count: number, at: string): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.rest.length === 0 && !(await this.more())) throw new ArchiveFault("truncated", at);
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Says whether nothing follows. Reading to the end lets gzip check its own sum. */
  async atEnd(): Promise<boolean> {
    return this.rest.length === 0 && !(await this.more());
  }

  private async json(fault: ArchiveFault["kind"], at: string): Promise<unknown> {
    const pieces: Buffer[] = [];
    for (let length = 0; ; ) {
      const end = this.rest.indexOf(0x0a);
      if (end >= 0) {
        pieces.push(this.rest.subarray(0, end));
        this.rest = this.rest.subarray(end + 1);
        break;
      }
      pieces.push(this.rest);
      length += this.rest.length;
      this.rest = Buffer.alloc(0);
      if (length > MOST_LINE_BYTES) throw new ArchiveFault(fault, at);
      if (!(await this.more())) throw new ArchiveFault(fault === "changed" ? "truncated" : fault, at);
    }
    try {
      return JSON.parse(Buffer.concat(pieces).toString("utf8"));
    } catch {
      throw new ArchiveFault(fault, at);
    }
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.rest = this.rest.length === 0 ? next.value : Buffer.concat([this.rest, next.value]);
    return true;
  }
}
