import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { lockNominations } from "../store.ts";
import { unitOfList } from "./access.ts";
import { inSubmissionOrder } from "./in-order.ts";
import { keepLetter, letterFields, numberTaken } from "./letter-fields.ts";
import { sendUp } from "./receive.ts";
import { entriesOf, findList, onOtherDrafts, type SubmissionList } from "./store-lists.ts";
import { submissionEntries, submissionLists } from "./tables.ts";

const chosen = field.list(field.id(), 1000);

/** Draws up a submission list: of what a level has, or of a unit's own drafts. */
export const draftSubmissionList = defineCommand({
  name: "draft_submission_list",
  title: say("Lập danh sách đề nghị", "Draw up a submission list"),
  input: z.strictObject({ unit_id: field.id(), year: field.whole(1990, 2100), nomination_ids: chosen }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const id = context.newId();
    const list = { id, unit_id: input.unit_id, year: input.year };
    await context.tx.insert(submissionLists).values({ locality_id: context.locality.code, ...list, state: "draft", created_on: context.clock.today(), created_at: context.clock.now() });
    const filled = await fill(context, list, input.nomination_ids);
    if (!filled.ok) return filled;
    context.act({ subject_kind: "submission_list", subject_id: id, action: "draft", unit_id: input.unit_id, payload: { year: input.year, count: filled.value } });
    return ok({ id, count: filled.value });
  },
});

/** Sets which dossiers stand on a list that was not sent yet. */
export const changeSubmissionList = defineCommand({
  name: "change_submission_list",
  title: say("Sửa danh sách đề nghị", "Change a submission list"),
  input: z.strictObject({ list_id: field.id(), nomination_ids: chosen }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfList(context, input.list_id) },
  async run(context, input) {
    const list = await lockDraft(context, input.list_id);
    if (!list.ok) return list;
    await context.tx.delete(submissionEntries).where(and(eq(submissionEntries.locality_id, context.locality.code), eq(submissionEntries.list_id, list.value.id)));
    const filled = await fill(context, list.value, input.nomination_ids);
    if (!filled.ok) return filled;
    context.act({ subject_kind: "submission_list", subject_id: list.value.id, action: "change", unit_id: list.value.unit_id, payload: { count: filled.value } });
    return ok({ id: list.value.id, count: filled.value });
  },
});

/** Writes the letter of a list: number, day, signer, and the scan where it was signed on paper. */
export const writeSubmissionLetter = defineCommand({
  name: "write_submission_letter",
  title: say("Ghi tờ trình của danh sách", "Write the letter of a list"),
  input: z.strictObject({ list_id: field.id(), ...letterFields }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfList(context, input.list_id) },
  async run(context, input) {
    const list = await lockDraft(context, input.list_id);
    if (!list.ok) return list;
    const letter = await keepLetter(context, input, list.value.unit_id);
    if (!letter.ok) return letter;
    if (await numberTaken(context, list.value, letter.value)) return failField("number", `Số ${letter.value.letter_number} đã dùng cho một danh sách khác trong năm.`, `Number ${letter.value.letter_number} is taken by another list of that year.`);
    const kept = { ...letter.value, letter_file_id: letter.value.letter_file_id ?? list.value.letter_file_id };
    await context.tx.update(submissionLists).set(kept).where(eq(submissionLists.id, list.value.id));
    context.act({ subject_kind: "submission_list", subject_id: list.value.id, action: "letter", unit_id: list.value.unit_id, payload: { number: kept.letter_number, letter_on: kept.letter_on } });
    return ok({ id: list.value.id });
  },
});

/** Sends a list under its letter, all dossiers or none: to the next level, or to the level that decides, which gives a receipt. */
export const sendSubmissionList = defineCommand({
  name: "send_submission_list",
  title: say("Trình danh sách đề nghị", "Send a submission list"),
  input: z.strictObject({ list_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfList(context, input.list_id) },
  async run(context, input) {
    const locked = await lockDraft(context, input.list_id);
    if (!locked.ok) return locked;
    const list = locked.value;
    if (list.letter_number === null) return fail("conflict", "Chưa có tờ trình: hãy ghi số, ngày, người ký trước khi trình.", "There is no letter yet: write its number, day and signer first.");
    const entries = await inSubmissionOrder(context, (await entriesOf(context.tx, list.id)).map((entry) => entry.nomination));
    if (entries.length === 0) return fail("invalid", "Danh sách chưa có hồ sơ nào.", "The list holds no dossier.");
    const stray = entries.find((nomination) => !mayList(nomination, list.unit_id));
    if (stray !== undefined) return fail("conflict", `Hồ sơ “${stray.subject_name}” không còn ở đơn vị này. Hãy đưa ra khỏi danh sách.`, `The dossier “${stray.subject_name}” is no longer here. Take it off the list.`);
    // First the list: what leaves its unit is taken off every list that is still a draft.
    await context.tx.update(submissionLists).set({ state: "sent", sent_on: context.clock.today() }).where(eq(submissionLists.id, list.id));
    const sent = await sendUp(context, entries.map((nomination) => nomination.id), { unit_id: list.unit_id, list_id: list.id });
    if (!sent.ok) return sent;
    for (const [index, nomination] of entries.entries()) {
      await context.tx
        .update(submissionEntries)
        .set({ position: index + 1, to_unit_id: sent.value.to.get(nomination.id) ?? null })
        .where(and(eq(submissionEntries.list_id, list.id), eq(submissionEntries.nomination_id, nomination.id)));
    }
    const { count, at_level, received, receipt_id } = sent.value;
    context.act({ subject_kind: "submission_list", subject_id: list.id, action: "send", unit_id: list.unit_id, payload: { count, at_level, received, number: list.letter_number } });
    context.log({ type: "submission_list_sent", facts: { list: list.id, letter: list.letter_number, count, received } });
    return ok({ id: list.id, count, at_level, received, receipt_id });
  },
});

/** Drops a list that was not sent: its dossiers stay where they are. */
export const dropSubmissionList = defineCommand({
  name: "drop_submission_list",
  title: say("Bỏ danh sách chưa trình", "Drop an unsent list"),
  input: z.strictObject({ list_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfList(context, input.list_id) },
  async run(context, input) {
    const list = await lockDraft(context, input.list_id);
    if (!list.ok) return list;
    await context.tx.update(submissionLists).set({ state: "dropped" }).where(eq(submissionLists.id, list.value.id));
    context.act({ subject_kind: "submission_list", subject_id: list.value.id, action: "drop", unit_id: list.value.unit_id });
    return ok({ id: list.value.id });
  },
});

async function lockDraft(context: CommandContext, list_id: string): Promise<Result<SubmissionList, Failure>> {
  const list = await findList(context.tx, list_id, true);
  if (list === null) return fail("not_found", "Không có danh sách này.", "No such list.");
  if (list.state !== "draft") return fail("conflict", "Danh sách này đã trình hoặc đã bỏ, không sửa, không trình lại được.", "This list was sent or dropped: it cannot be changed or sent again.");
  return ok(list);
}

/** Whether a unit may list a dossier: it is the level that has it, or it is its own draft. */
function mayList(nomination: { status: string; unit_id: string; level_unit_id: string | null }, unit_id: string): boolean {
  if (nomination.status === "at_level") return nomination.level_unit_id === unit_id;
  return (nomination.status === "draft" || nomination.status === "returned") && nomination.unit_id === unit_id;
}

/** Puts dossiers on a list; gives how many. Fails for one that is elsewhere, of another year, or on another list. */
async function fill(context: CommandContext, list: { id: string; unit_id: string; year: number }, ids: readonly string[]): Promise<Result<number, Failure>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return failField("nomination_ids", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
  const found = await lockNominations(context.tx, wanted);
  if (found.length !== wanted.length) return fail("not_found", "Có hồ sơ không còn hoặc không thuộc địa phương này.", "Some of the dossiers do not exist here.");
  const stray = found.find((nomination) => !mayList(nomination, list.unit_id));
  if (stray !== undefined) return fail("conflict", "Có hồ sơ không ở đơn vị này hoặc đã chuyển đi. Hãy tải lại trang và chọn lại.", "Some of the dossiers are not here or have moved on. Reload and choose again.");
  const other = found.find((nomination) => nomination.year !== list.year);
  if (other !== undefined) return failField("year", `Hồ sơ “${other.subject_name}” là của năm ${other.year}; mỗi danh sách chỉ của một năm.`, `The dossier “${other.subject_name}” is of ${other.year}; a list is of one year.`);
  const listed = await onOtherDrafts(context.tx, wanted, list.id);
  const twice = found.find((nomination) => listed.has(nomination.id));
  if (twice !== undefined) return failField("nomination_ids", `Hồ sơ “${twice.subject_name}” đang ở một danh sách khác chưa trình.`, `The dossier “${twice.subject_name}” stands on another unsent list.`);
  const rows = found.map((nomination) => ({ locality_id: context.locality.code, list_id: list.id, nomination_id: nomination.id }));
  for (let start = 0; start < rows.length; start += 500) await context.tx.insert(submissionEntries).values(rows.slice(start, start + 500));
  return ok(rows.length);
}
