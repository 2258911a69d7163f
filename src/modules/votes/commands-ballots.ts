import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { signBlinded } from "../../engines/ballots/index.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findSession, lockSession, unitOfSession } from "../councils/index.ts";
import { closeBox } from "./close-box.ts";
import { outcomeOf } from "./count.ts";
import type { MotionStatus } from "./core/motion.ts";
import { keysOf, lockMotion, lockMotionsOf, type Motion, motionsOf, rollOf, subjectsOf, unitOfMotion } from "./store.ts";
import { ballotRoll, motions } from "./tables.ts";
import { baseOf, mayVote, undecided, votersOf } from "./voters.ts";

/** A box with fewer ballots would show by its count alone who chose what. */
const FEWEST_ISSUED = 3;
const SECRETARIES = ["officer", "clerk", "head"] as const;

/** The secret motions of a session that stand at a status: all of them, or those named. */
async function secretAt(context: CommandContext, session_id: string, status: MotionStatus, named: readonly string[]): Promise<Motion[]> {
  return (await motionsOf(context.tx, session_id)).filter((motion) => motion.mode === "secret" && motion.status === status && (named.length === 0 || named.includes(motion.id)));
}

async function setStatus(context: CommandContext, list: readonly Motion[], status: MotionStatus): Promise<void> {
  await context.tx.update(motions).set({ status }).where(inArray(motions.id, list.map((motion) => motion.id)));
}

/** Begins to issue ballots: those present may now fetch theirs. Issuing ends before the box opens, so that nobody is the only one to cast. */
export const startIssuing = defineCommand({
  name: "start_issuing",
  title: say("Bắt đầu phát phiếu kín", "Begin to issue ballots"),
  input: z.strictObject({ session_id: field.id(), motion_ids: field.list(field.id(), 1000).default([]) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    if (session.status !== "open") return fail("conflict", "Phiên họp không ở trạng thái đang họp.", "The session is not open.");
    const list = await secretAt(context, session.id, "put", input.motion_ids);
    if (list.length === 0) return fail("conflict", "Không có nội dung bỏ phiếu kín nào đang chờ.", "No secret ballot is waiting.");
    const subjects = await subjectsOf(context.tx, list.map((motion) => motion.id));
    const voters = await votersOf(context.tx, session.id);
    const open = list.flatMap((motion) => undecided(voters, subjects.get(motion.id) ?? []));
    if (open.length > 0) return fail("conflict", `Còn ${open.length} liên quan lợi ích chưa quyết định: ${open[0]?.subject ?? ""}.`, `${open.length} conflicts of interest are not decided.`);
    for (const motion of list) {
      // A box that could only be counted without a quorum is not begun: its record would say nothing of the quorum.
      const dry = outcomeOf(motion, { ...baseOf(voters, subjects.get(motion.id) ?? []), issued: 0, collected: 0, invalid: 0, agree: 0, disagree: 0, blank: 0 }, session.held_on);
      if (!dry.ok) return dry;
      if (dry.value.quorum?.met === false) return fail("conflict", dry.value.text, `No quorum: ${dry.value.quorum.needed} needed, ${dry.value.quorum.present} present.`);
    }
    await setStatus(context, list, "issuing");
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "start_issuing", payload: { motions: list.length } });
    return ok({ id: session.id, motions: list.length });
  },
});

/** Gives a member the blind signatures of the ballots asked for. Asked again with the same blinded message it answers the same; with another it is refused. */
export const issueBallots = defineCommand({
  name: "issue_ballots",
  title: say("Nhận phiếu kín", "Be issued ballots"),
  input: z.strictObject({ session_id: field.id(), ballots: field.list(z.strictObject({ ballot_id: field.id(), blinded: z.string().min(300).max(800) }), 1000) }),
  policy: { kind: "roles", roles: ["council_member"], unit: (context, input) => unitOfSession(context, input.session_id) },
  // The answer stands in the roll already; kept beside a transaction id it would only be one copy more.
  secretAnswer: true,
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    const voters = session === null ? null : await votersOf(context.tx, session.id);
    const { actor } = context;
    const seat = actor.kind === "user" ? voters?.seats.find((entry) => entry.user_id === actor.id) : undefined;
    if (session === null || voters === null || seat === undefined) return fail("forbidden", "Bạn không phải thành viên của phiên họp này.", "You are not a member of this session.");
    const list = (await motionsOf(context.tx, session.id)).filter((motion) => motion.mode === "secret");
    const ids = input.ballots.map((ballot) => ballot.ballot_id);
    const subjects = await subjectsOf(context.tx, ids);
    const keys = await keysOf(context.tx, ids);
    const issued = new Map((await rollOf(context.tx, ids)).filter((row) => row.member_id === seat.id).map((row) => [row.motion_id, row]));
    const signatures: { ballot_id: string; blind_signature: string }[] = [];
    const rows: (typeof ballotRoll.$inferInsert)[] = [];
    for (const { ballot_id, blinded } of input.ballots) {
      const motion = list.find((entry) => entry.id === ballot_id);
      const before = issued.get(ballot_id);
      if (before !== undefined && before.blinded === blinded) {
        signatures.push({ ballot_id, blind_signature: before.blind_signature });
        continue;
      }
      if (before !== undefined) return fail("conflict", "Bạn đã nhận phiếu này trên thiết bị khác.", "This ballot was issued to you already, on another device.");
      if (motion?.status !== "issuing") return fail("conflict", "Phiếu này không ở bước phát phiếu.", "This ballot is not being issued now.");
      if (!mayVote(voters, subjects.get(ballot_id) ?? []).seats.some((entry) => entry.id === seat.id)) return fail("refused", "Bạn không tham gia bỏ phiếu nội dung này.", "You do not vote on this motion.");
      const signed = signBlinded(keys.get(ballot_id)?.private_key ?? "", blinded);
      if (!signed.ok) return failField("ballots", "Yêu cầu nhận phiếu không hợp lệ.", "This is no blinded ballot.");
      rows.push({ locality_id: context.locality.code, motion_id: ballot_id, member_id: seat.id, blinded, blind_signature: signed.value });
      signatures.push({ ballot_id, blind_signature: signed.value });
    }
    if (rows.length > 0) await context.tx.insert(ballotRoll).values(rows);
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "be_issued", payload: { ballots: rows.length } });
    return ok({ signatures });
  },
});

/** Ends issuing and opens the box. */
export const openBox = defineCommand({
  name: "open_box",
  title: say("Mở hòm phiếu", "Open the box"),
  input: z.strictObject({ session_id: field.id(), motion_ids: field.list(field.id(), 1000).default([]) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    const list = await secretAt(context, session.id, "issuing", input.motion_ids);
    if (list.length === 0) return fail("conflict", "Không có phiếu nào đang phát.", "No ballot is being issued.");
    const roll = await rollOf(context.tx, list.map((motion) => motion.id));
    const few = list.filter((motion) => roll.filter((row) => row.motion_id === motion.id).length < FEWEST_ISSUED);
    if (few.length > 0) return fail("conflict", `Mới có ít hơn ${FEWEST_ISSUED} người nhận phiếu, bỏ như vậy thì không còn kín: ${few[0]?.title ?? ""}${few.length > 1 ? ` (+${few.length - 1})` : ""}.`, `Fewer than ${FEWEST_ISSUED} members were issued a ballot, which would keep nothing secret: ${few[0]?.title ?? ""}.`);
    await setStatus(context, list, "voting");
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "open_box", payload: { motions: list.length } });
    return ok({ id: session.id, motions: list.length });
  },
});

const votes = { agree: field.whole(0, 1000), disagree: field.whole(0, 1000), blank: field.whole(0, 1000) };

/** Enters the written opinions of absent members on a secret motion, and ballots cast on paper because a device failed, before the box is closed. */
export const enterPaperVotes = defineCommand({
  name: "enter_paper_votes",
  title: say("Nhập phiếu giấy, phiếu của thành viên vắng", "Enter votes on paper and in writing"),
  input: z.strictObject({ motion_id: field.id(), ...votes, invalid: field.whole(0, 1000), issued: field.whole(0, 1000) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await lockMotion(context.tx, input.motion_id);
    if (motion === null) return fail("not_found", "Không có nội dung biểu quyết này.", "No such motion.");
    if (motion.mode !== "secret" || motion.status === "counted" || motion.status === "withdrawn") return fail("conflict", "Nội dung này đã kiểm phiếu hoặc không bỏ phiếu kín.", "This motion is counted or is no secret ballot.");
    const { motion_id: _id, ...paper } = input;
    const counted = paper.agree + paper.disagree + paper.blank + paper.invalid;
    if (counted > paper.issued) return failField("issued", `Thu về ${counted} phiếu, nhiều hơn số phát ra (${paper.issued}).`, `${counted} came back of ${paper.issued} given out.`);
    const subjects = (await subjectsOf(context.tx, [motion.id])).get(motion.id) ?? [];
    const roll = new Set((await rollOf(context.tx, [motion.id])).map((row) => row.member_id));
    const may = mayVote(await votersOf(context.tx, motion.session_id), subjects, roll).seats.length;
    const onScreen = roll.size;
    if (paper.issued + onScreen > may) return failField("issued", `${may} người được bỏ phiếu, ${onScreen} người đã nhận phiếu trên máy.`, `${may} may vote and ${onScreen} were issued a ballot on a screen.`);
    await context.tx.update(motions).set({ paper }).where(eq(motions.id, motion.id));
    context.act({ subject_kind: "motion", subject_id: motion.id, action: "enter_paper", payload: { issued: paper.issued } });
    return ok({ id: motion.id, session_id: motion.session_id });
  },
});

/** Closes the box: rewrites it in the order of the tokens' hashes, counts, publishes the record, destroys the keys. */
export const closeBallots = defineCommand({
  name: "close_ballots",
  title: say("Đóng hòm phiếu, kiểm phiếu", "Close the box and count"),
  input: z.strictObject({ session_id: field.id(), motion_ids: field.list(field.id(), 1000).default([]) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input): Promise<Result<{ id: string; counted: number; passed: number }, Failure>> {
    const session = await findSession(context.tx, input.session_id);
    if (session === null || (await lockSession(context.tx, session.id)) === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    // Held alone from here on: whoever is casting just now is waited for and counted, whoever comes later finds the box closed.
    await lockMotionsOf(context.tx, session.id);
    const list = await secretAt(context, session.id, "voting", input.motion_ids);
    if (list.length === 0) return fail("conflict", "Không có hòm phiếu nào đang mở.", "No box is open.");
    let passed = 0;
    for (const motion of list) {
      const closed = await closeBox(context, session, motion);
      if (!closed.ok) return closed;
      if (closed.value.passed === true) passed += 1;
    }
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "close_box", payload: { motions: list.length } });
    return ok({ id: session.id, counted: list.length, passed });
  },
});

/** The motions whose records a session has published. */
export async function countedSecret(context: Pick<CommandContext, "tx">, session_id: string): Promise<string[]> {
  const rows = await context.tx.select({ id: motions.id }).from(motions).where(and(eq(motions.session_id, session_id), eq(motions.mode, "secret"), eq(motions.status, "counted")));
  return rows.map((row) => row.id);
}
