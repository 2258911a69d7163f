import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone } from "../../platform/command/policy.ts";
import { BUCKET, takeFrom } from "./core/comment.ts";
import { isRunning } from "./core/notice.ts";
import { COMMENT_SORTS } from "./core/words.ts";
import { hashOfReceipt, newReceipt, timelessId } from "./receipt.ts";
import { findNotice, subjectOnNotice } from "./store.ts";
import { commentBuckets, noticeComments } from "./tables.ts";

/** Sends a comment on a running notice, signed or protected; gives the receipt code, once. */
export const sendComment = defineCommand({
  name: "send_comment",
  title: say("Gửi ý kiến về danh sách công khai", "Comment on a public notice"),
  input: z.strictObject({
    notice_id: field.id(), subject_id: field.maybe(field.id()), kind: field.choice(COMMENT_SORTS), protected: field.flag(),
    name: field.maybe(field.text(120)), contact: field.maybe(field.text(200)), text: field.longText(4000),
  }),
  policy: anyone,
  secretAnswer: true,
  async run(context, input) {
    const notice = await findNotice(context.tx, input.notice_id);
    if (notice === null) return fail("not_found", "Không có danh sách công khai này.", "No such public notice.");
    if (!isRunning(notice, context.clock.today())) return fail("conflict", "Đã hết thời gian công khai lấy ý kiến.", "The time for comments is over.");
    // An account would stand beside the comment in the audit trail: then it would not be protected.
    if (input.protected && context.actor.kind !== "public") return fail("refused", "Ý kiến gửi kín không gửi được khi đang đăng nhập: hãy đăng xuất rồi gửi lại.", "A protected comment is not taken from a signed-in account: sign out and send it again.");
    if (!input.protected && input.name === undefined) return failField("name", "Hãy ghi họ tên, hoặc chọn gửi kín.", "Write your name, or choose to stay protected.");
    if (!input.protected && input.contact === undefined) return failField("contact", "Hãy ghi số điện thoại, thư điện tử hoặc địa chỉ, hoặc chọn gửi kín.", "Write a telephone number, mail or address, or choose to stay protected.");
    const subject = input.subject_id === undefined ? null : await subjectOnNotice(context.tx, notice.id, input.subject_id);
    if (input.subject_id !== undefined && (subject === null || subject.taken_off_on !== null)) return failField("subject_id", "Không có tên này trong danh sách.", "This name is not on the list.");
    if (!(await takeToken(context, notice.id, input.protected))) {
      return fail("conflict", "Đang có quá nhiều ý kiến gửi đến danh sách này. Xin gửi lại sau ít phút; nội dung đã nhập vẫn còn.", "Too many comments are arriving on this list. Please send again in a few minutes; what you typed is still here.");
    }
    // An ordinary id begins with the millisecond it was made in: here only the day is kept.
    const id = timelessId(context.random);
    const receipt = newReceipt(context.locality.code, context.random);
    const receipt_hash = hashOfReceipt(receipt);
    await context.tx.insert(noticeComments).values({
      locality_id: context.locality.code, id, notice_id: notice.id, subject_id: input.subject_id ?? null, kind_claimed: input.kind, text: input.text,
      author_name: input.protected ? null : (input.name ?? null), author_contact: input.protected ? null : (input.contact ?? null),
      is_protected: input.protected, receipt_hash, received_on: context.clock.today(),
    });
    context.act({ subject_kind: "comment", subject_id: id, action: "send", unit_id: notice.unit_id, payload: { notice_id: notice.id, protected: input.protected } });
    // Whoever holds the receipt finds its hash in the log: no comment can be left out of the count.
    context.log({ type: "public_comment_received", facts: { notice: notice.id, receipt: receipt_hash } });
    return ok({ receipt });
  },
});

/** Takes one comment's place in the notice's bucket; gives false when there is none at present. */
async function takeToken(context: CommandContext, notice_id: string, is_protected: boolean): Promise<boolean> {
  const minute = Math.floor(context.clock.now_ms() / 60_000);
  const its = and(eq(commentBuckets.notice_id, notice_id), eq(commentBuckets.is_protected, is_protected));
  await context.tx.insert(commentBuckets).values({ locality_id: context.locality.code, notice_id, is_protected, tokens: BUCKET.most, minute }).onConflictDoNothing();
  const [bucket] = await context.tx.select().from(commentBuckets).where(its).for("update");
  const left = bucket === undefined ? null : takeFrom(bucket, minute);
  if (left === null) return false;
  await context.tx.update(commentBuckets).set(left).where(its);
  return true;
}
