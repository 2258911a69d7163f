import { say } from "../../kernel/text.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { acceptComment, answerComment, settleComment, sortComment } from "./commands-comments.ts";
import { CommentPage, WaitingPage } from "./pages/desk-pages.tsx";
import { commentPage, commentsToSort } from "./queries-desk.ts";

const ID = ":id{[0-9a-f-]{36}}";

/** What officers do with comments: those that wait, and one with its forms. */
export function commentRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/notices/comments", (c) => web.show(c, commentsToSort, {}, (rows, t) => ({ title: t(say("Ý kiến cần xử lý", "Comments to deal with")), content: <WaitingPage rows={rows} />, wide: true })));

  routes.get(`/notices/comments/${ID}`, (c) => showComment(c, c.req.param("id"), {}, null));

  async function showComment(c: Request, comment_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, commentPage, { comment_id });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, say("Ý kiến", "Comment")[c.var.visit.lang], <CommentPage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200);
  }

  const here = (comment_id: string, c: Request) => ({
    input: ({ fields }: { fields: Typed }) => ({ ...fields, comment_id }),
    next: () => `/notices/comments/${comment_id}`,
    again: (failure: Failure, { fields }: { fields: Typed }) => showComment(c, comment_id, fields, failure),
  });
  routes.post(`/notices/comments/${ID}/sort`, (c) => web.submit(c, sortComment, { ...here(c.req.param("id"), c), done: say("Đã phân loại.", "Sorted.") }));
  routes.post(`/notices/comments/${ID}/answer`, (c) => web.submit(c, answerComment, { ...here(c.req.param("id"), c), done: say("Đã trả lời; người gửi xem được bằng mã biên nhận.", "Answered; the sender sees it with the receipt code.") }));
  routes.post(`/notices/comments/${ID}/accept`, (c) => web.submit(c, acceptComment, { ...here(c.req.param("id"), c), done: say("Đã thụ lý; hồ sơ được xét như có vụ việc đang xem xét.", "Accepted; the dossier is judged as one with a matter pending.") }));
  routes.post(`/notices/comments/${ID}/settle`, (c) => web.submit(c, settleComment, { ...here(c.req.param("id"), c), done: say("Đã ghi kết quả giải quyết.", "The outcome is saved.") }));
  return routes;
}
