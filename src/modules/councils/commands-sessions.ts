import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { ATTENDANCES, CONFLICT_GROUNDS, type ConflictGround } from "./core/words.ts";
import { conflictsOf, findCouncil, lockSession, membersOn, seatsOf, unitOfCouncil, unitOfSession } from "./store.ts";
import { councilSessions, sessionConflicts, sessionMembers } from "./tables.ts";

const SECRETARIES = ["officer", "clerk", "head"] as const;

/** Plans a session with its agenda, or a written round; the members of that day are invited. */
export const planSession = defineCommand({
  name: "plan_session",
  title: say("Dự kiến phiên họp Hội đồng", "Plan a council session"),
  input: z.strictObject({ council_id: field.id(), title: field.text(200), held_on: field.date(), place: field.maybe(field.text(200)), in_writing: field.flag(), agenda: field.list(field.text(300), 60).default([]) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfCouncil(context, input.council_id) },
  async run(context, input) {
    const council = await findCouncil(context.tx, input.council_id);
    if (council === null) return fail("not_found", "Không có Hội đồng này.", "No such council.");
    if (input.held_on < context.clock.today()) return failField("held_on", "Ngày họp không thể ở quá khứ.", "The day cannot be in the past.");
    const members = await membersOn(context.tx, council.id, input.held_on);
    if (members.length === 0) return failField("held_on", "Hội đồng không có thành viên nào vào ngày này.", "The council has no members on that day.");
    const id = context.newId();
    const locality_id = context.locality.code;
    await context.tx.insert(councilSessions).values({ locality_id, id, council_id: council.id, title: input.title, held_on: input.held_on, place: input.place ?? null, in_writing: input.in_writing, status: "planned", agenda: input.agenda, created_at: context.clock.now() });
    await context.tx.insert(sessionMembers).values(members.map((member) => ({ locality_id, session_id: id, member_id: member.id, attendance: input.in_writing ? ("written" as const) : ("expected" as const), teller: false })));
    for (const { user_id } of members) if (user_id !== null) context.notify({ to_user_id: user_id, kind: "session_planned", payload: { session_id: id, title: input.title, held_on: input.held_on } });
    context.act({ subject_kind: "council_session", subject_id: id, action: "plan", unit_id: council.unit_id, payload: { title: input.title, held_on: input.held_on } });
    return ok({ id });
  },
});

/** Opens a session: notes who is present and who is asked in writing, and elects the tellers. */
export const openSession = defineCommand({
  name: "open_session",
  title: say("Khai mạc phiên họp, điểm danh", "Open a session and call the roll"),
  input: z.strictObject({
    session_id: field.id(), attendance: field.list(z.strictObject({ member_id: field.id(), attendance: field.choice(ATTENDANCES) }), 60), tellers: field.list(field.id(), 10).default([]),
  }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    if (session.status !== "planned") return fail("conflict", "Phiên họp đã khai mạc.", "The session is open already.");
    if (context.clock.today() < session.held_on) return fail("conflict", `Phiên họp khai mạc vào ngày ${formatDate(session.held_on)}.`, `The session is opened on ${formatDate(session.held_on)}.`);
    const seats = await seatsOf(context.tx, session.id);
    const noted = new Map(input.attendance.map((entry) => [entry.member_id, entry.attendance]));
    const unnoted = seats.filter((seat) => (noted.get(seat.id) ?? "expected") === "expected");
    if (unnoted.length > 0) return failField("attendance", `Chưa điểm danh: ${unnoted.map((seat) => seat.name).join(", ")}.`, `Not noted: ${unnoted.map((seat) => seat.name).join(", ")}.`);
    for (const seat of seats) {
      const attendance = noted.get(seat.id) ?? seat.attendance;
      const teller = input.tellers.includes(seat.id);
      if (teller && attendance !== "present") return failField("tellers", `${seat.name} không có mặt, không làm kiểm phiếu được.`, `${seat.name} is not present and cannot count.`);
      await context.tx.update(sessionMembers).set({ attendance, teller }).where(and(eq(sessionMembers.session_id, session.id), eq(sessionMembers.member_id, seat.id)));
    }
    await context.tx.update(councilSessions).set({ status: "open" }).where(eq(councilSessions.id, session.id));
    const present = [...noted.values()].filter((entry) => entry === "present").length;
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "open", payload: { members: seats.length, present } });
    return ok({ id: session.id });
  },
});

/** Says that a member may not be impartial on a dossier, and whether the member stands aside. */
export const declareConflict = defineCommand({
  name: "declare_conflict",
  title: say("Khai liên quan lợi ích", "Declare a conflict of interest"),
  input: z.strictObject({ session_id: field.id(), member_id: field.id(), subject_id: field.id(), subject: field.text(300), ground: field.choice(CONFLICT_GROUNDS), note: field.maybe(field.text(500)) }),
  policy: { kind: "roles", roles: [...SECRETARIES, "council_member"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    const seat = session === null ? undefined : (await seatsOf(context.tx, session.id)).find((entry) => entry.id === input.member_id);
    if (session === null || seat === undefined) return fail("not_found", "Không có phiên họp hoặc thành viên này.", "No such session or member.");
    if (session.status === "closed") return fail("conflict", "Phiên họp đã kết thúc.", "The session is closed.");
    const own = context.actor.kind === "user" && seat.user_id === context.actor.id;
    if (!own && context.grant?.role === "council_member") return fail("forbidden", "Mỗi thành viên chỉ tự khai cho mình.", "A member declares only their own interests.");
    await keepConflicts(context, session.id, [{ ...input, found: false, note: input.note ?? null, recused: own ? true : null }]);
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "declare_conflict", payload: { member_id: seat.id, subject_id: input.subject_id, ground: input.ground } });
    return ok({ id: session.id });
  },
});

/** Decides whether a member with a conflict stands aside on a dossier; the denominator follows where the rule says so. */
export const decideRecusal = defineCommand({
  name: "decide_recusal",
  title: say("Quyết định thành viên không tham gia biểu quyết", "Decide a recusal"),
  input: z.strictObject({ session_id: field.id(), member_id: field.id(), subject_id: field.id(), recused: field.flag(), reason: field.text(500) }),
  policy: { kind: "roles", roles: [...SECRETARIES, "chair"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    if (session.status === "closed") return fail("conflict", "Phiên họp đã kết thúc.", "The session is closed.");
    const found = (await conflictsOf(context.tx, session.id, [input.subject_id])).find((entry) => entry.member_id === input.member_id);
    if (found === undefined) return fail("not_found", "Không có liên quan lợi ích này.", "No such conflict.");
    if (found.ground === "self" && !input.recused) return fail("refused", "Không ai biểu quyết về chính mình.", "Nobody votes on themselves.");
    await context.tx
      .update(sessionConflicts)
      .set({ recused: input.recused, decided_by: actorIdOf(context.actor), reason: input.reason })
      .where(and(eq(sessionConflicts.session_id, session.id), eq(sessionConflicts.member_id, input.member_id), eq(sessionConflicts.subject_id, input.subject_id)));
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "decide_recusal", payload: { member_id: input.member_id, subject_id: input.subject_id, recused: input.recused } });
    return ok({ id: session.id });
  },
});

/** Closes a session with its conclusion; votes still open are refused by whoever keeps them, so they are asked first. */
export const closeSession = (openVotes: (context: CommandContext, session_id: string) => Promise<number>) =>
  defineCommand({
    name: "close_session",
    title: say("Kết thúc phiên họp", "Close a session"),
    input: z.strictObject({ session_id: field.id(), conclusion: field.longText(4000) }),
    policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfSession(context, input.session_id) },
    async run(context, input) {
      const session = await lockSession(context.tx, input.session_id);
      if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
      if (session.status !== "open") return fail("conflict", "Phiên họp không ở trạng thái đang họp.", "The session is not open.");
      const open = await openVotes(context, session.id);
      if (open > 0) return fail("conflict", `Còn ${open} nội dung biểu quyết chưa kiểm phiếu.`, `${open} votes are not counted yet.`);
      await context.tx.update(councilSessions).set({ status: "closed", conclusion: input.conclusion }).where(and(eq(councilSessions.id, session.id), isNull(councilSessions.conclusion)));
      context.act({ subject_kind: "council_session", subject_id: session.id, action: "close" });
      context.log({ type: "council_session_closed", facts: { session: session.id, held_on: session.held_on } });
      return ok({ id: session.id });
    },
  });

/** A conflict as it is noted. */
export type NotedConflict = { member_id: string; subject_id: string; subject: string; ground: ConflictGround; found: boolean; note: string | null; recused: boolean | null };

/** Keeps conflicts, found or declared; one that stands already stays as it is. */
export async function keepConflicts(context: CommandContext, session_id: string, list: readonly NotedConflict[]): Promise<void> {
  for (let start = 0; start < list.length; start += 500) {
    await context.tx
      .insert(sessionConflicts)
      .values(list.slice(start, start + 500).map(({ member_id, subject_id, subject, ground, found, note, recused }) => ({ locality_id: context.locality.code, session_id, member_id, subject_id, subject, ground, found, note, recused })))
      .onConflictDoNothing();
  }
}
