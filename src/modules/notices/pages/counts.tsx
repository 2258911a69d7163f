import { say } from "../../../kernel/text.ts";
import { Tag, usePage } from "../../../platform/html/kit.ts";
import type { CommentCounts } from "../core/comment.ts";
import { COMMENT_SORT_NAMES, type CommentSort, words } from "../core/words.ts";

/** How many comments there are, and of what sort, in one line of words. */
export function Counts({ counts }: { counts: CommentCounts }) {
  const { t } = usePage();
  if (counts.comments === 0) return <>{t(say("Chưa có ý kiến", "No comments"))}</>;
  return (
    <>{t(say(
      `${counts.comments} ý kiến: ${counts.remarks} góp ý, ${counts.complaints} khiếu nại, ${counts.denunciations} tố cáo, ${counts.unsorted} chưa phân loại`,
      `${counts.comments} comments: ${counts.remarks} remarks, ${counts.complaints} complaints, ${counts.denunciations} denunciations, ${counts.unsorted} not sorted`,
    ))}</>
  );
}

/** What of a comment says where it stands. */
export type CommentState = { readonly sort: CommentSort | null; readonly accepted_on: string | null; readonly closed_on: string | null; readonly answered_on: string | null };

/** Where a comment stands, in tags. */
export function StateTags({ comment }: { comment: CommentState }) {
  const { t } = usePage();
  return (
    <>
      <Tag look={comment.sort === null ? "wait" : "info"}>{t(comment.sort === null ? words.unsorted : COMMENT_SORT_NAMES[comment.sort])}</Tag>{" "}
      {comment.accepted_on !== null && <><Tag look={comment.closed_on === null ? "bad" : "ok"}>{t(comment.closed_on === null ? say("đã thụ lý, đang giải quyết", "accepted, being settled") : say("đã giải quyết xong", "settled"))}</Tag>{" "}</>}
      {comment.answered_on !== null && <Tag look="ok">{t(say("đã trả lời", "answered"))}</Tag>}
    </>
  );
}
