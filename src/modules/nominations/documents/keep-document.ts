import type { Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { keepFile, scanType, type Upload } from "../../../platform/files/upload.ts";
import { documentType } from "./document-type.ts";

const REFUSAL = say(
  "Chỉ nhận PDF, PNG, JPEG, Word (.docx) hoặc Excel (.xlsx) không có macro; tệp này có nội dung khác.",
  "Only PDF, PNG, JPEG, Word (.docx) or Excel (.xlsx) without macros are accepted; this file holds something else.",
);

/** Keeps a dossier's document in the calling command's transaction, its content once for each hash; gives the file's id. Fails at `field` when it is none of the accepted types or too large. */
export function keepDocument(context: CommandContext, file: Upload, field: string, unit_id: string): Promise<Result<string, Failure>> {
  return keepFile(context, file, field, unit_id, (bytes) => scanType(bytes) ?? documentType(bytes), REFUSAL);
}
