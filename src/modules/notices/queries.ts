import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, judge } from "../../platform/command/policy.ts";
import { unitNames } from "../organizations/index.ts";
import { NO_COMMENTS } from "./core/comment.ts";
import { isRunning } from "./core/notice.ts";
import { hashOfReceipt } from "./receipt.ts";
import { commentByReceipt, commentCounts, commentsOn, findNotice, noticesOver, noticesRunning, type PublicNotice, subjectCounts, subjectOnNotice, subjectsOnNotice } from "./store.ts";

/** Who still sees the names when a notice is over: those who work on the dossiers. */
const READERS = ["officer", "division_head", "head", "chair", "council_member", "auditor"] as const;
/** Who reads comments with their authors. */
export const COMMENT_READERS = ["officer", "head", "chair"] as const;

/** How many subjects a page of a notice shows, and the list of notices of each. */
export const SUBJECTS_ON_PAGE = 50;
const SUBJECTS_IN_LIST = 5;
const MOST_OVER = 50;
const MOST_COMMENTS = 500;

/** Says whether the actor holds one of the roles on a unit or above it. */
export const holds = async (context: ReadContext, unit_id: string, roles: readonly string[]): Promise<boolean> => (await judge({ kind: "roles", roles, unit: () => unit_id }, context, {})).allowed;

const shown = ({ id, unit_id, title, honour, year, days, basis, from_on, ends_on, closed_on, close_reason }: PublicNotice) => ({ id, unit_id, title, honour, year, days, basis, from_on, ends_on, closed_on, close_reason });

/** The notices that run today, each with its first names and reasons; those that are over with days and counts only. */
export const browseNotices = defineQuery({
  name: "public_notices",
  title: say("Danh sách đang công khai lấy ý kiến", "Public notices"),
  input: z.strictObject({}),
  policy: anyone,
  async run(context) {
    const today = context.clock.today();
    const running = await noticesRunning(context.tx, today);
    const over = await noticesOver(context.tx, today, MOST_OVER);
    const ids = [...running, ...over].map((notice) => notice.id);
    const comments = await commentCounts(context.tx, ids);
    const subjects = await subjectCounts(context.tx, ids);
    const units = await unitNames(context.tx, [...running, ...over].map((notice) => notice.unit_id), today);
    const told = (notice: PublicNotice) => ({ ...shown(notice), unit_name: units.get(notice.unit_id) ?? "", dossiers: subjects.get(notice.id) ?? 0, counts: comments.get(notice.id) ?? NO_COMMENTS });
    const withNames = [];
    for (const notice of running) {
      const first = await subjectsOnNotice(context.tx, notice.id, SUBJECTS_IN_LIST, 0);
      withNames.push({ ...told(notice), first: first.map(({ subject_id, name, note, achievement }) => ({ subject_id, name, note, achievement })) });
    }
    return ok({ running: withNames, over: over.map(told) });
  },
});

/**
 * One notice. While it runs everybody reads names and reasons; afterwards only those who work on the dossiers. Published
 * answers stay; what they answer is shown with them while the notice runs, and only where it was a remark.
 */
export const noticePage = defineQuery({
  name: "notice_page",
  title: say("Một danh sách công khai", "One public notice"),
  input: z.strictObject({ notice_id: field.id(), page: field.maybe(field.whole(1, 100_000)), subject: field.maybe(field.id()) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const notice = await findNotice(context.tx, input.notice_id);
    if (notice === null) return fail("not_found", "Không có danh sách công khai này.", "No such public notice.");
    const running = isRunning(notice, today);
    const names_shown = running || (await holds(context, notice.unit_id, READERS));
    const may_keep = await holds(context, notice.unit_id, ["officer"]);
    const dossiers = (await subjectCounts(context.tx, [notice.id])).get(notice.id) ?? 0;
    const page = input.page ?? 1;
    const subjects = names_shown ? await subjectsOnNotice(context.tx, notice.id, SUBJECTS_ON_PAGE, (page - 1) * SUBJECTS_ON_PAGE) : [];
    const chosen = running && input.subject !== undefined ? await subjectOnNotice(context.tx, notice.id, input.subject) : null;
    const comments = await commentsOn(context.tx, [notice.id], MOST_COMMENTS);
    const units = await unitNames(context.tx, [notice.unit_id], today);
    const desk = (await holds(context, notice.unit_id, COMMENT_READERS)) ? comments : null;
    return ok({
      notice: { ...shown(notice), unit_name: units.get(notice.unit_id) ?? "", least_until: notice.least_until },
      running, over: !running, names_shown, may_keep, dossiers, page, pages: Math.max(1, Math.ceil(dossiers / SUBJECTS_ON_PAGE)),
      counts: (await commentCounts(context.tx, [notice.id])).get(notice.id) ?? NO_COMMENTS,
      subjects: subjects.map(({ subject_id, place, name, note, achievement }) => ({ subject_id, place, name, note, achievement })),
      chosen: chosen === null || chosen.taken_off_on !== null ? null : { subject_id: chosen.subject_id, name: chosen.name },
      answers: comments.flatMap((comment) => {
        if (!comment.answer_public || comment.answer === null) return [];
        const open = running && comment.sort === "remark";
        return [{ sort: comment.sort, answer: comment.answer, answered_on: comment.answered_on, text: open ? comment.text : null, subject_name: open ? comment.subject_name : null }];
      }),
      desk: desk?.map(({ id, sort, kind_claimed, subject_name, received_on, is_protected, accepted_on, closed_on, answered_on }) => ({ id, sort, kind_claimed, subject_name, received_on, is_protected, accepted_on, closed_on, answered_on })) ?? null,
    });
  },
});

/** What became of a comment, for whoever holds its receipt code: no account, and nothing about who sent it. */
export const commentOfReceipt = defineQuery({
  name: "comment_by_receipt",
  title: say("Tra cứu ý kiến bằng mã biên nhận", "Follow a comment by its receipt code"),
  input: z.strictObject({ code: field.text(60) }),
  policy: anyone,
  async run(context, input) {
    const comment = await commentByReceipt(context.tx, hashOfReceipt(input.code));
    const notice = comment === null ? null : await findNotice(context.tx, comment.notice_id);
    if (comment === null || notice === null) return fail("not_found", "Không có ý kiến nào mang mã biên nhận này. Hãy xem lại từng ký tự.", "No comment has this receipt code. Please check each character.");
    const { kind_claimed, sort, sort_reason, text, received_on, answer, answered_on, accepted_on, accepted_document, closed_on, closed_document, outcome, receipt_hash } = comment;
    return ok({ notice: { id: notice.id, title: notice.title }, kind_claimed, sort, sort_reason, text, received_on, answer, answered_on, accepted_on, accepted_document, closed_on, closed_document, outcome, receipt_hash });
  },
});
