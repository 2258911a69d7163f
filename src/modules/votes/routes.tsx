import type { ComponentChildren } from "preact";
import { say } from "../../kernel/text.ts";
import { type Failure, statusOf } from "../../platform/command/failure.ts";
import { runCommand } from "../../platform/command/execute.ts";
import type { BallotPage } from "../../platform/html/client/ballot/protocol.ts";
import type { Typed } from "../../platform/html/kit.ts";
import type { Request, Web } from "../../platform/http/web.tsx";
import { type councilCommands, declareConflict, decideRecusal, openSession, sessionPage } from "../councils/index.ts";
import { closeBallots, enterPaperVotes, issueBallots, openBox, startIssuing } from "./commands-ballots.ts";
import { enterCount, exceptFromList, secondRound, withdrawMotion } from "./commands-motions.ts";
import { words } from "./messages.ts";
import { atOwnFields, ownFields } from "./own-fields.ts";
import { BallotsPage } from "./pages/ballots-page.tsx";
import { BoardPage } from "./pages/board-page.tsx";
import { MinutesPage } from "./pages/minutes-page.tsx";
import { SessionPage } from "./pages/session-page.tsx";
import { ballotBoard, ballotsToCast, sessionVotes } from "./queries.ts";

type CloseSession = ReturnType<typeof councilCommands>[7];
/** What stands above puts dossiers before a session: a piece of its page. */
export type SessionExtra = (c: Request, session_id: string) => Promise<ComponentChildren>;

/** What stands on a ballot: the motion, how many a list names, and which round it is. */
function paperTitle({ title, subjects, round }: { title: string; subjects: number; round: number }) {
  const vi = `${title}${subjects > 1 ? `: danh sách ${subjects}` : ""}${round > 1 ? ` (lần ${round})` : ""}`;
  const en = `${title}${subjects > 1 ? `: list of ${subjects}` : ""}${round > 1 ? ` (round ${round})` : ""}`;
  return say(vi, en);
}

/** A session's page with its votes, the minutes, the member's ballots, the board. */
export function voteRoutes(web: Web, closeSession: CloseSession, extra: SessionExtra) {
  const routes = web.routes();
  const session = (c: Request) => ({ session_id: c.req.param("id") });

  routes.get("/sessions/:id", (c) => showSession(c, c.req.param("id"), {}, null));

  async function showSession(c: Request, session_id: string, typed: Typed, failure: Failure | null): Promise<Response> {
    const view = await web.query(c, sessionPage, { session_id });
    if (!view.ok) return web.failure(c, view.error);
    const votes = await web.query(c, sessionVotes, { session_id });
    if (!votes.ok) return web.failure(c, votes.error);
    return web.page(c, view.value.session.title, <SessionPage view={view.value} votes={votes.value} extra={await extra(c, session_id)} typed={typed} failure={failure} />, failure ? 422 : 200, { wide: true });
  }

  routes.get("/sessions/:id/minutes", async (c) => {
    const view = await web.query(c, sessionPage, session(c));
    const votes = await web.query(c, sessionVotes, session(c));
    if (!view.ok) return web.failure(c, view.error);
    if (!votes.ok) return web.failure(c, votes.error);
    return web.page(c, words.minutes[c.var.visit.lang], <MinutesPage view={view.value} votes={votes.value} />, 200, { wide: true });
  });

  const here = (c: Request) => ({ next: () => `/sessions/${c.req.param("id")}`, again: (failure: Failure, { fields }: { fields: Typed }) => showSession(c, c.req.param("id") ?? "", fields, atOwnFields(failure, ownFields(fields).word)) });
  routes.post("/sessions/:id/opening", (c) => web.submit(c, openSession, { input: ({ fields }) => ({ ...fields, ...session(c) }), done: say("Đã khai mạc.", "The session is open."), ...here(c) }));
  routes.post("/sessions/:id/recusals", (c) => web.submit(c, decideRecusal, { input: ({ fields }) => ({ ...ownFields(fields).fields, ...session(c) }), done: say("Đã ghi.", "Saved."), ...here(c) }));
  routes.post("/sessions/:id/conflicts", (c) => web.submit(c, declareConflict, { input: async ({ fields }) => ({ ...(await withSubject(c, ownFields(fields).fields)), ...session(c) }), done: say("Đã khai.", "Declared."), ...here(c) }));
  routes.post("/sessions/:id/issuing", (c) => web.submit(c, startIssuing, { input: () => session(c), done: say("Đang phát phiếu: thành viên mở trang Bỏ phiếu để nhận.", "Ballots are being issued: members open the voting page."), ...here(c) }));
  routes.post("/sessions/:id/box", (c) => web.submit(c, openBox, { input: () => session(c), done: say("Hòm phiếu đã mở.", "The box is open."), ...here(c) }));
  routes.post("/sessions/:id/count", (c) => web.submit(c, closeBallots, { input: () => session(c), done: say("Đã đóng hòm và kiểm phiếu.", "The box is closed and counted."), ...here(c) }));
  routes.post("/sessions/:id/closing", (c) => web.submit(c, closeSession, { input: ({ fields }) => ({ ...fields, ...session(c) }), done: say("Phiên họp đã kết thúc.", "The session is closed."), ...here(c) }));

  /** The form sends a dossier's id; what it is called stands in the session's motions. */
  async function withSubject(c: Request, fields: Record<string, unknown>): Promise<Record<string, unknown>> {
    if (fields["subject"] !== undefined) return fields;
    const votes = await web.query(c, sessionVotes, session(c));
    const subject = votes.ok ? votes.value.motions.flatMap((entry) => entry.subjects).find((entry) => entry.subject_id === fields["subject_id"]) : undefined;
    return { ...fields, subject: subject?.label };
  }

  const motion = (c: Request) => ({ motion_id: c.req.param("motion") });
  const back = (c: Request) => ({
    next: (value: { session_id: string }) => `/sessions/${value.session_id}`,
    again: async (failure: Failure, { fields }: { fields: Typed }) => {
      const { word, session_id } = ownFields(fields);
      return session_id === null ? web.failure(c, failure) : showSession(c, session_id, fields, atOwnFields(failure, word));
    },
  });
  routes.post("/motions/:motion/exceptions", (c) => web.submit(c, exceptFromList, { input: ({ fields }) => ({ ...ownFields(fields).fields, ...motion(c) }), done: say("Đã tách để biểu quyết riêng.", "They are voted on by themselves."), ...back(c) }));
  routes.post("/motions/:motion/count", (c) =>
    web.submit(c, enterCount, {
      input: async ({ fields, files }) => {
        const scan = Object.values(files)[0];
        return { ...ownFields(fields).fields, ...motion(c), ...(scan === undefined ? {} : { scan: { name: scan.name, bytes: new Uint8Array(await scan.arrayBuffer()) } }) };
      },
      done: say("Đã ghi kết quả.", "The count is entered."), ...back(c),
    }),
  );
  routes.post("/motions/:motion/paper", (c) => web.submit(c, enterPaperVotes, { input: ({ fields }) => ({ ...ownFields(fields).fields, ...motion(c) }), done: say("Đã ghi phiếu giấy.", "The paper votes are entered."), ...back(c) }));
  routes.post("/motions/:motion/second-round", (c) => web.submit(c, secondRound, { input: ({ fields }) => ({ ...ownFields(fields).fields, ...motion(c) }), done: say("Đã đưa ra biểu quyết lại.", "It is put again."), ...back(c) }));
  routes.post("/motions/:motion/withdrawal", (c) => web.submit(c, withdrawMotion, { input: ({ fields }) => ({ ...ownFields(fields).fields, ...motion(c) }), done: say("Đã rút.", "Withdrawn."), ...back(c) }));

  routes.get("/motions/:motion/board", (c) => web.show(c, ballotBoard, motion(c), (view, t) => ({ title: t(words.board), content: <BoardPage view={view} /> })));
  routes.get("/motions/:motion/record.json", async (c) => {
    const found = await web.query(c, ballotBoard, motion(c));
    if (!found.ok) return c.json({ error: found.error.message[c.var.visit.lang] }, statusOf(found.error));
    return c.json(found.value.record);
  });

  routes.get("/sessions/:id/ballots", async (c) => {
    const found = await web.query(c, ballotsToCast, session(c));
    if (!found.ok) return web.failure(c, found.error);
    const { value: view } = found;
    const { locality } = c.var.visit.caller;
    const open = view.ballots.filter((ballot) => ballot.status === "issuing" || ballot.status === "voting");
    const page: BallotPage = {
      csrf: c.var.visit.csrf.token, issue_to: `/sessions/${view.session.id}/ballots`, status_at: `/ballots/${locality.code}/${view.session.id}/phase`, cast_to: `/ballots/${locality.code}/cast`,
      board_at: `/sessions/${view.session.id}`, phase: open.some((ballot) => ballot.status === "issuing") ? "issuing" : open.length > 0 ? "open" : "closed",
      papers: open.map((ballot) => ({ ballot_id: ballot.id, public_key: ballot.public_key, title: paperTitle(ballot)[c.var.visit.lang], options: [...ballot.options] })),
    };
    return web.page(c, say("Bỏ phiếu kín", "Secret ballot")[c.var.visit.lang], <BallotsPage view={view} page={page} />);
  });

  routes.post("/sessions/:id/ballots", async (c) => {
    const sent = await web.receiveJson(c);
    const { lang } = c.var.visit;
    if (!sent.ok) return c.json({ error: { message: sent.error.message[lang] } }, statusOf(sent.error));
    const issued = await runCommand(web.engine, c.var.visit.caller, issueBallots, { ...session(c), ...sent.value });
    return issued.ok ? c.json(issued.value) : c.json({ error: { message: issued.error.message[lang] } }, statusOf(issued.error));
  });
  return routes;
}
