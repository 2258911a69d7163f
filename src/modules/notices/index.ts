import { acceptComment, answerComment, settleComment, sortComment } from "./commands-comments.ts";
import { closeDueNotices, endNotice } from "./commands-notices.ts";
import { sendComment } from "./commands-send.ts";
import { browseNotices, commentOfReceipt, noticePage } from "./queries.ts";
import { commentPage, commentsToSort, noticesDue } from "./queries-desk.ts";

export { acceptComment, answerComment, settleComment, sortComment } from "./commands-comments.ts";
export { closeDueNotices, endNotice } from "./commands-notices.ts";
export { sendComment } from "./commands-send.ts";
export { withAccepted } from "./core/comment.ts";
export { isRunning } from "./core/notice.ts";
export { lastDayOfNotice } from "./core/working-days.ts";
export { type AcceptedSort, COMMENT_SORT_NAMES, COMMENT_SORTS, type CommentSort } from "./core/words.ts";
export { openNotice, takeOffNotices } from "./open-notice.ts";
export { browseNotices, commentOfReceipt, noticePage } from "./queries.ts";
export { commentPage, commentsToSort, noticesDue } from "./queries-desk.ts";
export { noticeRoutes } from "./routes.tsx";
export { noticesOfSubjects, openAccepted, type PublicNotice } from "./store.ts";

/** Every command of public notices; posting one stands with the dossiers. */
export const noticeCommands = [sendComment, sortComment, acceptComment, answerComment, settleComment, endNotice, closeDueNotices] as const;

/** Every query of public notices. */
export const noticeQueries = [browseNotices, noticePage, commentOfReceipt, commentsToSort, noticesDue, commentPage] as const;
