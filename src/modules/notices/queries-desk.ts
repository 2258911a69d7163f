import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { acceptable, NO_COMMENTS } from "./core/comment.ts";
import { COMMENT_READERS, holds } from "./queries.ts";
import { commentCounts, commentsOn, findComment, findNotice, noticesOver, noticesRunning, noticesToClose, subjectOnNotice, subjectsOnNotice, unitOfComment } from "./store.ts";

const MOST_NOTICES = 100;
const MOST_COMMENTS = 500;
const MOST_CHOICES = 2000;

/** Comments that wait for the officer: not sorted, not answered, or accepted and not settled. */
export const commentsToSort = defineQuery({
  name: "comments_to_sort",
  title: say("Ý kiến cần xử lý", "Comments to deal with"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: COMMENT_READERS, unit: (context) => ownUnit(context) },
  async run(context) {
    const notices = await readableNotices(context);
    const titles = new Map(notices.map((notice) => [notice.id, notice.title]));
    const comments = await commentsOn(context.tx, [...titles.keys()], MOST_COMMENTS);
    const waiting = comments.filter((comment) => comment.sort === null || comment.answered_on === null || (comment.accepted_on !== null && comment.closed_on === null));
    return ok(waiting.map(({ id, notice_id, sort, kind_claimed, subject_name, received_on, is_protected, accepted_on, closed_on, answered_on }) => ({ id, notice_id, notice: titles.get(notice_id) ?? "", sort, kind_claimed, subject_name, received_on, is_protected, accepted_on, closed_on, answered_on })));
  },
});

/** Notices whose days are over and whose comments are not yet counted into the log. */
export const noticesDue = defineQuery({
  name: "notices_due",
  title: say("Danh sách hết thời gian công khai, chờ chốt", "Notices to be closed"),
  input: z.strictObject({}),
  policy: { kind: "roles", roles: COMMENT_READERS, unit: (context) => ownUnit(context) },
  async run(context) {
    const due = [];
    for (const notice of await noticesToClose(context.tx, context.clock.today())) if (await holds(context, notice.unit_id, COMMENT_READERS)) due.push(notice);
    const counts = await commentCounts(context.tx, due.map((notice) => notice.id));
    return ok(due.map(({ id, title, ends_on }) => ({ id, title, ends_on, counts: counts.get(id) ?? NO_COMMENTS })));
  },
});

/** One comment whole, for those who deal with it. */
export const commentPage = defineQuery({
  name: "comment_page",
  title: say("Một ý kiến", "One comment"),
  input: z.strictObject({ comment_id: field.id() }),
  policy: { kind: "roles", roles: COMMENT_READERS, unit: (context, input) => unitOfComment(context, input.comment_id) },
  async run(context, input) {
    const comment = await findComment(context.tx, input.comment_id);
    const notice = comment === null ? null : await findNotice(context.tx, comment.notice_id);
    if (comment === null || notice === null) return fail("not_found", "Không có ý kiến này.", "No such comment.");
    const { receipt_hash: _hash, locality_id: _locality, ...told } = comment;
    const subject = comment.subject_id === null ? null : await subjectOnNotice(context.tx, notice.id, comment.subject_id);
    const may = acceptable(comment);
    const may_accept = may.ok;
    const choices = may_accept && subject === null ? await subjectsOnNotice(context.tx, notice.id, MOST_CHOICES, 0) : [];
    return ok({
      comment: { ...told, subject_name: subject?.name ?? null }, notice: { id: notice.id, title: notice.title }, may_accept,
      may_keep: await holds(context, notice.unit_id, ["officer"]), choices: choices.map(({ subject_id, name }) => ({ subject_id, name })),
    });
  },
});

/** Gives a unit on which the actor reads comments, for the policy of lists; null when there is none. */
function ownUnit(context: ReadContext): string | null {
  if (context.actor.kind !== "user") return null;
  return context.actor.grants.find((grant) => (COMMENT_READERS as readonly string[]).includes(grant.role))?.unit_id ?? null;
}

async function readableNotices(context: ReadContext) {
  const today = context.clock.today();
  const all = [...(await noticesRunning(context.tx, today)), ...(await noticesOver(context.tx, today, MOST_NOTICES))];
  const readable = [];
  for (const notice of all) if (await holds(context, notice.unit_id, COMMENT_READERS)) readable.push(notice);
  return readable;
}
