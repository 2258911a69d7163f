import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { formatDate } from "../../kernel/plain-date.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { rootId } from "../organizations/index.ts";
import { NO_COMMENTS } from "./core/comment.ts";
import { isDue } from "./core/notice.ts";
import { closeNow } from "./open-notice.ts";
import { commentCounts, lockNotice, noticesToClose, openAcceptedOnNotice, unitOfNotice } from "./store.ts";

/**
 * Ends a notice and counts its comments into the log. After its last day nothing more is asked; before it a reason,
 * that no accepted comment is open, and that the days which an instrument asks for are over.
 */
export const endNotice = defineCommand({
  name: "end_notice",
  title: say("Kết thúc công khai, chốt số ý kiến", "End a public notice and count its comments"),
  input: z.strictObject({ notice_id: field.id(), reason: field.maybe(field.text(500)) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfNotice(context, input.notice_id) },
  async run(context, input) {
    const today = context.clock.today();
    const notice = await lockNotice(context.tx, input.notice_id);
    if (notice === null) return fail("not_found", "Không có danh sách công khai này.", "No such public notice.");
    if (notice.closed_on !== null) return fail("conflict", "Danh sách này đã kết thúc công khai.", "This notice has ended already.");
    const due = isDue(notice, today);
    if (!due) {
      if (input.reason === undefined) return failField("reason", `Công khai đến hết ngày ${formatDate(notice.ends_on)}: kết thúc sớm phải có lý do.`, `The notice runs until ${formatDate(notice.ends_on)}: an earlier end needs a reason.`);
      if (notice.least_until !== null && today <= notice.least_until) {
        return fail("refused", `${notice.basis ?? "Quy định của địa phương"} yêu cầu công khai đến hết ngày ${formatDate(notice.least_until)}, không kết thúc sớm hơn được.`, `${notice.basis ?? "The local rule"} asks for the notice to run until ${formatDate(notice.least_until)}: it cannot end earlier.`);
      }
      const open = await openAcceptedOnNotice(context.tx, notice.id);
      if (open > 0) return fail("refused", `Còn ${open} khiếu nại, tố cáo đã thụ lý chưa giải quyết xong: không kết thúc sớm được.`, `${open} accepted complaints or denunciations are not settled: the notice cannot end early.`);
    }
    const counts = (await commentCounts(context.tx, [notice.id])).get(notice.id) ?? NO_COMMENTS;
    await closeNow(context, notice.id, due ? null : (input.reason ?? null), counts);
    return ok({ id: notice.id, ...counts });
  },
});

/** Counts the comments of all notices whose days are over into the log; what a daily job runs. */
export const closeDueNotices = defineCommand({
  name: "close_due_notices",
  title: say("Chốt các danh sách đã hết thời gian công khai", "Close the notices whose days are over"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context), installation: true },
  async run(context) {
    const due = await noticesToClose(context.tx, context.clock.today());
    const ids: string[] = [];
    for (const { id } of due) {
      // Looked at again under the lock: an officer may have just ended it.
      const notice = await lockNotice(context.tx, id);
      if (notice === null || !isDue(notice, context.clock.today())) continue;
      await closeNow(context, id, null, (await commentCounts(context.tx, [id])).get(id) ?? NO_COMMENTS);
      ids.push(id);
    }
    return ok({ notices: ids.length });
  },
});
