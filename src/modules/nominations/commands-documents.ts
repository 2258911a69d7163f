import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { upload } from "../../platform/files/upload.ts";
import type { Nomination } from "./core/dossier.ts";
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from "./core/dossier-contents.ts";
import { follow, STATUS_NAMES } from "./core/status.ts";
import { keepDocument } from "./documents/keep-document.ts";
import { nominationDocuments } from "./documents/tables.ts";
import { findNomination, lockNominations } from "./store.ts";

/** The most documents that one dossier holds. */
const MOST_DOCUMENTS = 60;

/**
 * Puts a document into a dossier in draft or given back. The type of a file is told by its content. A document whose original
 * lies in the dossier on paper is noted without a file, by its number and day: paper is an equal.
 */
export const attachDocument = defineCommand({
  name: "attach_document",
  title: say("Thêm tài liệu vào hồ sơ", "Attach a document"),
  input: z.strictObject({
    nomination_id: field.id(), kind: field.choice(DOCUMENT_KINDS), title: field.maybe(field.text(200)), number: field.maybe(field.text(60)), document_on: field.maybe(field.date()), on_paper: field.flag(), file: field.maybe(upload()),
  }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    const nomination = await lockRevisable(context, input.nomination_id);
    if (!nomination.ok) return nomination;
    if (input.document_on !== undefined && input.document_on > context.clock.today()) return failField("document_on", "Ngày văn bản không thể sau hôm nay.", "The document cannot be dated after today.");
    const present = await context.tx.select({ id: nominationDocuments.id }).from(nominationDocuments).where(eq(nominationDocuments.nomination_id, input.nomination_id));
    if (present.length >= MOST_DOCUMENTS) return failField("file", `Hồ sơ đã có ${MOST_DOCUMENTS} tài liệu, không thêm được nữa.`, `The dossier holds ${MOST_DOCUMENTS} documents already.`);
    const whole = refuseVague(input);
    if (!whole.ok) return whole;
    const kept = input.file === undefined ? ok(null) : await keepDocument(context, input.file, "file", nomination.value.unit_id);
    if (!kept.ok) return kept;
    const id = context.newId();
    await context.tx.insert(nominationDocuments).values({
      locality_id: context.locality.code, id, nomination_id: input.nomination_id, kind: input.kind, file_id: kept.value, title: input.title ?? DOCUMENT_NAMES[input.kind].vi,
      number: input.number ?? null, document_on: input.document_on ?? null, added_at: context.clock.now(),
    });
    context.act({ subject_kind: "nomination_document", subject_id: id, action: "attach", unit_id: nomination.value.unit_id, payload: { nomination_id: input.nomination_id, kind: input.kind, file_id: kept.value } });
    return ok({ id, nomination_id: input.nomination_id });
  },
});

/** A document has its file, or is said to lie in the dossier on paper and is known there by its number and day. */
function refuseVague({ file, on_paper, number, document_on }: { file?: unknown; on_paper: boolean; number?: string | undefined; document_on?: PlainDate | undefined }): Result<null, Failure> {
  if (file !== undefined) return ok(null);
  if (!on_paper) return failField("file", "Hãy chọn tệp, hoặc đánh dấu “Bản giấy” nếu bản chính nằm trong hồ sơ giấy.", "Choose the file, or tick “On paper” when the original lies in the dossier on paper.");
  if (number === undefined) return failField("number", "Bản giấy cần số văn bản.", "A document on paper needs its number.");
  if (document_on === undefined) return failField("document_on", "Bản giấy cần ngày văn bản.", "A document on paper needs its date.");
  return ok(null);
}

/** Takes a document out of a dossier in draft or given back; the file itself stays, for the past refers to it. */
export const removeDocument = defineCommand({
  name: "remove_document",
  title: say("Bỏ tài liệu khỏi hồ sơ", "Remove a document"),
  input: z.strictObject({ nomination_id: field.id(), document_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: async (context, input) => (await findNomination(context.tx, input.nomination_id))?.unit_id ?? null },
  async run(context, input) {
    const nomination = await lockRevisable(context, input.nomination_id);
    if (!nomination.ok) return nomination;
    const removed = await context.tx
      .delete(nominationDocuments)
      .where(and(eq(nominationDocuments.locality_id, context.locality.code), eq(nominationDocuments.id, input.document_id), eq(nominationDocuments.nomination_id, input.nomination_id)))
      .returning({ kind: nominationDocuments.kind, file_id: nominationDocuments.file_id });
    const [document] = removed;
    if (document === undefined) return fail("not_found", "Hồ sơ không có tài liệu này.", "The dossier has no such document.");
    context.act({ subject_kind: "nomination_document", subject_id: input.document_id, action: "remove", unit_id: nomination.value.unit_id, payload: { nomination_id: input.nomination_id, ...document } });
    return ok({ id: input.document_id, nomination_id: input.nomination_id });
  },
});

/** Locks the dossier until commit and gives it when its contents may be changed: as a draft or given back. */
async function lockRevisable(context: CommandContext, nomination_id: string): Promise<Result<Nomination, Failure>> {
  const [nomination] = await lockNominations(context.tx, [nomination_id]);
  if (nomination === undefined) return fail("not_found", "Không có hồ sơ này.", "No such nomination.");
  if (follow(nomination.status, "revise") !== null) return ok(nomination);
  const status = STATUS_NAMES[nomination.status];
  return fail("conflict", `Hồ sơ đang ở trạng thái “${status.vi}”: tài liệu chỉ thêm, bỏ khi còn nháp hoặc được trả lại.`, `The dossier is “${status.en}”: documents change only in a draft or a returned dossier.`);
}
