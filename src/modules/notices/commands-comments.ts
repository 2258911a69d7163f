import { eq } from "drizzle-orm";
import { z } from "zod";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { acceptable, namedIn } from "./core/comment.ts";
import { COMMENT_SORTS } from "./core/words.ts";
import { lockComment, namesOnNotice, subjectOnNotice, unitOfComment } from "./store.ts";
import { noticeComments } from "./tables.ts";

const NONE = () => fail("not_found", "Không có ý kiến này.", "No such comment.");

/** Sorts a comment: remark, complaint or denunciation, with the reason. What was formally accepted is not sorted again. */
export const sortComment = defineCommand({
  name: "sort_comment",
  title: say("Phân loại ý kiến", "Sort a comment"),
  input: z.strictObject({ comment_id: field.id(), sort: field.choice(COMMENT_SORTS), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfComment(context, input.comment_id) },
  async run(context, input) {
    const comment = await lockComment(context.tx, input.comment_id);
    if (comment === null) return NONE();
    if (comment.accepted_on !== null) return fail("conflict", "Ý kiến này đã được thụ lý, không phân loại lại được.", "This comment was formally accepted and is not sorted again.");
    await context.tx.update(noticeComments).set({ sort: input.sort, sort_reason: input.reason }).where(eq(noticeComments.id, comment.id));
    context.act({ subject_kind: "comment", subject_id: comment.id, action: "sort", payload: { sort: input.sort, earlier: comment.sort, reason: input.reason } });
    return ok({ id: comment.id });
  },
});

/**
 * Formally accepts a complaint or denunciation (thụ lý) whose author is known: until it is settled, its dossier is judged as one with a matter pending.
 * An anonymous or protected message is refused here, so it never holds anybody up.
 */
export const acceptComment = defineCommand({
  name: "accept_comment",
  title: say("Thụ lý khiếu nại, tố cáo", "Formally accept a complaint or denunciation"),
  input: z.strictObject({ comment_id: field.id(), accepted_on: field.date(), document_number: field.text(100), subject_id: field.maybe(field.id()) }),
  policy: { kind: "roles", roles: ["officer", "head", "chair"], unit: (context, input) => unitOfComment(context, input.comment_id) },
  async run(context, input) {
    const comment = await lockComment(context.tx, input.comment_id);
    if (comment === null) return NONE();
    const may = acceptable(comment);
    if (!may.ok) return err(whyNot(may.why));
    const day = checkDay("accepted_on", input.accepted_on, comment.received_on, context.clock.today());
    if (!day.ok) return day;
    const subject_id = comment.subject_id ?? input.subject_id;
    if (subject_id === undefined) return failField("subject_id", "Ý kiến về cả danh sách: hãy chọn hồ sơ mà đơn nêu.", "The comment is about the whole list: choose the dossier it concerns.");
    if ((await subjectOnNotice(context.tx, comment.notice_id, subject_id)) === null) return failField("subject_id", "Không có tên này trong danh sách.", "This name is not on the list.");
    await context.tx.update(noticeComments).set({ accepted_on: input.accepted_on, accepted_document: input.document_number, subject_id }).where(eq(noticeComments.id, comment.id));
    context.act({ subject_kind: "comment", subject_id: comment.id, action: "accept", payload: { sort: may.sort, subject_id, accepted_on: input.accepted_on, document_number: input.document_number } });
    return ok({ id: comment.id });
  },
});

/** Settles what was formally accepted, by a document: from then on the dossier is judged without it. */
export const settleComment = defineCommand({
  name: "settle_comment",
  title: say("Ghi kết quả giải quyết khiếu nại, tố cáo", "Settle an accepted complaint or denunciation"),
  input: z.strictObject({ comment_id: field.id(), closed_on: field.date(), document_number: field.text(100), outcome: field.longText(2000) }),
  policy: { kind: "roles", roles: ["officer", "head", "chair"], unit: (context, input) => unitOfComment(context, input.comment_id) },
  async run(context, input) {
    const comment = await lockComment(context.tx, input.comment_id);
    if (comment === null) return NONE();
    if (comment.accepted_on === null) return fail("conflict", "Ý kiến này chưa được thụ lý.", "This comment was not formally accepted.");
    if (comment.closed_on !== null) return fail("conflict", "Việc này đã giải quyết xong.", "This was settled already.");
    const day = checkDay("closed_on", input.closed_on, comment.accepted_on, context.clock.today());
    if (!day.ok) return day;
    await context.tx.update(noticeComments).set({ closed_on: input.closed_on, closed_document: input.document_number, outcome: input.outcome }).where(eq(noticeComments.id, comment.id));
    context.act({ subject_kind: "comment", subject_id: comment.id, action: "settle", payload: { closed_on: input.closed_on, document_number: input.document_number } });
    return ok({ id: comment.id });
  },
});

/** Answers a sorted comment: for its author by the receipt code, and for everybody where `public`. A public answer names nobody of the list, because it stays when the names are gone. */
export const answerComment = defineCommand({
  name: "answer_comment",
  title: say("Trả lời ý kiến", "Answer a comment"),
  input: z.strictObject({ comment_id: field.id(), text: field.longText(4000), public: field.flag() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfComment(context, input.comment_id) },
  async run(context, input) {
    const comment = await lockComment(context.tx, input.comment_id);
    if (comment === null) return NONE();
    if (comment.sort === null) return fail("conflict", "Hãy phân loại ý kiến trước khi trả lời.", "Sort the comment before answering it.");
    const named = input.public ? namedIn(input.text, await namesOnNotice(context.tx, comment.notice_id)) : null;
    if (named !== null) return failField("text", `Câu trả lời công khai không nêu tên người trong danh sách: “${named}”. Câu trả lời vẫn còn khi tên đã gỡ.`, `A public answer names nobody of the list: “${named}”. It stays when the names are gone.`);
    await context.tx.update(noticeComments).set({ answer: input.text, answer_public: input.public, answered_on: context.clock.today() }).where(eq(noticeComments.id, comment.id));
    context.act({ subject_kind: "comment", subject_id: comment.id, action: "answer", payload: { public: input.public, earlier: comment.answer } });
    return ok({ id: comment.id });
  },
});

function checkDay(name: string, on: string, earliest: string, today: string): Result<null, Failure> {
  if (on > today) return failField(name, "Ngày này chưa đến.", "This day is still to come.");
  if (on < earliest) return failField(name, "Ngày này trước khi nhận hoặc thụ lý ý kiến.", "This day is before the comment was received or accepted.");
  return ok(null);
}

function whyNot(why: "anonymous" | "remark" | "unsorted" | "accepted"): Failure {
  switch (why) {
    case "anonymous":
      return { code: "refused", message: say("Ý kiến không ghi rõ người gửi không được thụ lý: thư không tên không bao giờ giữ hồ sơ của ai lại.", "A comment without a known author is not formally accepted: an anonymous message never holds anybody up.") };
    case "remark":
      return { code: "refused", message: say("Góp ý thì trả lời, không thụ lý. Chỉ thụ lý khiếu nại, tố cáo.", "A remark is answered, not formally accepted: only a complaint or a denunciation is.") };
    case "unsorted":
      return { code: "conflict", message: say("Hãy phân loại ý kiến trước khi thụ lý.", "Sort the comment before accepting it.") };
    case "accepted":
      return { code: "conflict", message: say("Ý kiến này đã được thụ lý.", "This comment was accepted already.") };
  }
}
