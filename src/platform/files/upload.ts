import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CommandContext } from "../command/context.ts";
import { type Failure, failField } from "../command/failure.ts";
import { actorIdOf } from "../command/actor.ts";
import type { Tx } from "../database/database.ts";
import { fileChunks, files } from "./tables.ts";

/** The most one file may hold. */
export const MOST_FILE_BYTES = 30 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** A file as a form gives it (bytes) or as JSON gives it (base64). */
export const upload = () =>
  z.union([
    z.strictObject({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) }),
    z.strictObject({ name: z.string().min(1).max(200), base64: z.base64() }).transform(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, "base64")) })),
  ]);

export type Upload = { name: string; bytes: Uint8Array };

/** The types accepted as scans, told by their first bytes and never by their name. */
const SCANS: readonly { type: string; begins: readonly number[] }[] = [
  { type: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
];

/** Gives the media type of a scan by its content, or null for anything else. */
export function scanType(bytes: Uint8Array): string | null {
  return SCANS.find((kind) => kind.begins.every((byte, index) => bytes[index] === byte))?.type ?? null;
}

/** Keeps a scan in the calling command's transaction. Fails at `field` when it is no PDF, PNG or JPEG or is too large. */
export function keepScan(context: CommandContext, file: Upload, field: string, unit_id: string | null): Promise<Result<string, Failure>> {
  return keepFile(context, file, field, unit_id, scanType, say("Chỉ nhận bản quét PDF, PNG hoặc JPEG; tệp này có nội dung khác.", "Only PDF, PNG or JPEG scans are accepted; this file holds something else."));
}

/**
 * Keeps a file in the calling command's transaction, its content once for each hash; gives the file's id. `typeOf` tells the
 * media type by the bytes, null for what is not accepted: then it fails at `field` with `refusal`. Fails as well when too large.
 */
export async function keepFile(
  context: CommandContext, file: Upload, field: string, unit_id: string | null, typeOf: (bytes: Uint8Array) => string | null, refusal: Text,
): Promise<Result<string, Failure>> {
  if (file.bytes.length > MOST_FILE_BYTES) return failField(field, "Tệp lớn hơn 30 MB.", "The file is larger than 30 MB.");
  const media_type = typeOf(file.bytes);
  if (media_type === null) return failField(field, refusal.vi, refusal.en);
  const locality_id = context.locality.code;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const [known] = await context.tx.select({ seq: fileChunks.seq }).from(fileChunks).where(eq(fileChunks.sha256, sha256)).limit(1);
  if (known === undefined) {
    for (let seq = 0; seq * CHUNK_BYTES < file.bytes.length; seq += 1) {
      await context.tx.insert(fileChunks).values({ locality_id, sha256, seq, chunk: file.bytes.slice(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES) }).onConflictDoNothing();
    }
  }
  const id = context.newId();
  await context.tx.insert(files).values({
    locality_id, id, name: file.name.normalize("NFC"), media_type, size_bytes: file.bytes.length, sha256, added_by: actorIdOf(context.actor), added_at: context.clock.now(), unit_id,
  });
  return ok(id);
}

/** Gives a kept file with its bytes, or null. */
export async function readFile(tx: Tx, file_id: string): Promise<{ name: string; media_type: string; unit_id: string | null; bytes: Uint8Array<ArrayBuffer> } | null> {
  const [file] = await tx.select().from(files).where(eq(files.id, file_id));
  if (file === undefined) return null;
  const chunks = await tx.select({ chunk: fileChunks.chunk }).from(fileChunks).where(eq(fileChunks.sha256, file.sha256)).orderBy(asc(fileChunks.seq));
  const bytes = new Uint8Array(file.size_bytes);
  let at = 0;
  for (const { chunk } of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { name: file.name, media_type: file.media_type, unit_id: file.unit_id, bytes };
}
