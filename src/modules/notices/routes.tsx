import { say } from "../../kernel/text.ts";
import { holdsAnywhere, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand } from "../../platform/command/execute.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { endNotice } from "./commands-notices.ts";
import { sendComment } from "./commands-send.ts";
import { words } from "./core/words.ts";
import { NoticePage } from "./pages/notice-page.tsx";
import { NoticesPage } from "./pages/notices-page.tsx";
import { FollowPage, ReceiptPage } from "./pages/receipt-pages.tsx";
import { browseNotices, COMMENT_READERS, commentOfReceipt, noticePage } from "./queries.ts";
import { noticesDue } from "./queries-desk.ts";
import { commentRoutes } from "./routes-comments.tsx";

const ID = ":id{[0-9a-f-]{36}}";

/** Public notices: list, one notice, commenting and following a comment, ending; the comments' own pages. */
export function noticeRoutes(web: Web) {
  const routes = web.routes();

  routes.get("/notices", async (c) => {
    const found = await web.query(c, browseNotices, {});
    if (!found.ok) return web.failure(c, found.error);
    const { actor } = c.var.visit.caller;
    const due = holdsAnywhere(actor, COMMENT_READERS) ? await web.query(c, noticesDue, {}) : null;
    const content = <NoticesPage view={found.value} due={due?.ok ? due.value : []} mayPost={holdsAnywhere(actor, ["officer"])} mayRead={holdsAnywhere(actor, COMMENT_READERS)} />;
    return web.page(c, words.notices[c.var.visit.lang], content, 200, { wide: true });
  });

  routes.get("/notices/receipt", (c) => web.page(c, say("Tra cứu ý kiến", "Follow a comment")[c.var.visit.lang], <FollowPage found={null} typed={{}} failure={null} />));

  routes.post("/notices/receipt", async (c) => {
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { fields } = received.value;
    const found = await web.query(c, commentOfReceipt, { code: fields["code"] });
    const content = <FollowPage found={found.ok ? found.value : null} typed={fields} failure={found.ok ? null : found.error} />;
    return web.page(c, say("Tra cứu ý kiến", "Follow a comment")[c.var.visit.lang], content, found.ok ? 200 : 422);
  });

  routes.get(`/notices/${ID}`, (c) => showNotice(c, c.req.param("id"), web.asked(c), {}, null));

  async function showNotice(c: Request, notice_id: string, asked: Record<string, unknown>, typed: Typed, failure: Failure | null): Promise<Response> {
    const found = await web.query(c, noticePage, { notice_id, page: asked["page"], subject: asked["subject"] });
    if (!found.ok) return web.failure(c, found.error);
    return web.page(c, found.value.notice.title, <NoticePage view={found.value} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.post(`/notices/${ID}/comments`, async (c) => {
    const notice_id = c.req.param("id");
    const received = await web.receive(c);
    if (!received.ok) return web.failure(c, received.error);
    const { csrf: _csrf, transaction_id, page, website, ...fields } = received.value.fields;
    // Only a program fills a field that nobody sees.
    if (typeof website === "string" && website !== "") return showNotice(c, notice_id, { page }, fields, { code: "refused", message: say("Chưa gửi được: ô để trống đã bị điền. Xin gửi lại.", "Not sent: the field that stays empty was filled in. Please send again.") });
    // Whoever comments does so as one of the public: an account that happens to be signed in is not noted beside it.
    const caller = { ...c.var.visit.caller, actor: PUBLIC };
    const sent = await runCommand(web.engine, caller, sendComment, { ...fields, notice_id }, typeof transaction_id === "string" ? transaction_id : undefined);
    if (!sent.ok) return showNotice(c, notice_id, { page }, fields, sent.error);
    // A repeat of the same form gives no code: it was shown, and is kept nowhere. Its type does not know that.
    const repeated: { receipt: string } | null = sent.value;
    return web.page(c, say("Đã nhận ý kiến", "Your comment was received")[c.var.visit.lang], <ReceiptPage notice_id={notice_id} receipt={repeated?.receipt ?? null} />);
  });

  routes.post(`/notices/${ID}/end`, (c) =>
    web.submit(c, endNotice, {
      input: ({ fields }) => ({ notice_id: c.req.param("id"), reason: fields["reason"] }),
      next: (ended) => `/notices/${ended.id}`,
      done: say("Đã kết thúc công khai; số ý kiến đã vào nhật ký minh bạch.", "The notice is over; the count stands in the transparency log."),
      again: (failure, { fields }) => showNotice(c, c.req.param("id"), {}, fields, failure),
    }),
  );

  routes.route("/", commentRoutes(web));
  return routes;
}
