import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { ok, type Result } from "../../../kernel/result.ts";
import { actorIdOf } from "../../../platform/command/actor.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { type Failure, failField } from "../../../platform/command/failure.ts";
import { fileChunks, files } from "../../../platform/files/tables.ts";
import { keepScan, MOST_FILE_BYTES, scanType, type Upload } from "../../../platform/files/upload.ts";
import { documentType } from "./document-type.ts";

const CHUNK_BYTES = 1024 * 1024;

/** Keeps a dossier's document in the calling command's transaction, its content once for each hash; gives the file's id. Fails at `field` when it is none of the accepted types or too large. */
export async function keepDocument(context: CommandContext, file: Upload, field: string, unit_id: string): Promise<Result<string, Failure>> {
  if (file.bytes.length > MOST_FILE_BYTES) return failField(field, "Tệp lớn hơn 30 MB.", "The file is larger than 30 MB.");
  if (scanType(file.bytes) !== null) return keepScan(context, file, field, unit_id);
  const media_type = documentType(file.bytes);
  if (media_type === null) {
    return failField(field, "Chỉ nhận PDF, PNG, JPEG, Word (.docx) hoặc Excel (.xlsx) không có macro; tệp này có nội dung khác.", "Only PDF, PNG, JPEG, Word (.docx) or Excel (.xlsx) without macros are accepted; this file holds something else.");
  }
  const locality_id = context.locality.code;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const [known] = await context.tx.select({ seq: fileChunks.seq }).from(fileChunks).where(eq(fileChunks.sha256, sha256)).limit(1);
  for (let seq = 0; known === undefined && seq * CHUNK_BYTES < file.bytes.length; seq += 1) {
    await context.tx.insert(fileChunks).values({ locality_id, sha256, seq, chunk: file.bytes.slice(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES) }).onConflictDoNothing();
  }
  const id = context.newId();
  await context.tx.insert(files).values({
    locality_id, id, name: file.name.normalize("NFC"), media_type, size_bytes: file.bytes.length, sha256, added_by: actorIdOf(context.actor), added_at: context.clock.now(), unit_id,
  });
  return ok(id);
}
