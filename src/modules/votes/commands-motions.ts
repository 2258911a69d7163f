import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import { findSession } from "../councils/index.ts";
import { putMotions } from "./put.ts";
import { findMotion, lockMotion, subjectsOf, unitOfMotion } from "./store.ts";
import { motions, motionSubjects } from "./tables.ts";
import { baseOf, mayVote, undecided, votersOf } from "./voters.ts";
import { writeCount } from "./count.ts";

const SECRETARIES = ["officer", "clerk", "head"] as const;

/** Takes subjects out of a list, each to be voted on by itself, with the reason; the rest stays one vote. */
export const exceptFromList = defineCommand({
  name: "except_from_list",
  title: say("Tách khỏi danh sách để biểu quyết riêng", "Except subjects from a list"),
  input: z.strictObject({ motion_id: field.id(), subject_ids: field.list(field.id(), 200), reason: field.text(500), mode: field.maybe(field.choice(["secret", "paper", "hands"])) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await lockMotion(context.tx, input.motion_id);
    if (motion === null) return fail("not_found", "Không có nội dung biểu quyết này.", "No such motion.");
    if (motion.status !== "put") return fail("conflict", "Nội dung này đã vào biểu quyết.", "This motion is being voted on already.");
    const subjects = (await subjectsOf(context.tx, [motion.id])).get(motion.id) ?? [];
    const taken = subjects.filter((subject) => input.subject_ids.includes(subject.subject_id));
    if (taken.length === 0) return failField("subject_ids", "Chưa chọn ai trong danh sách này.", "Nobody of this list was chosen.");
    if (taken.length === subjects.length) return failField("subject_ids", "Phải còn ít nhất một người trong danh sách.", "At least one must stay in the list.");
    await context.tx.delete(motionSubjects).where(and(eq(motionSubjects.motion_id, motion.id), inArray(motionSubjects.subject_id, taken.map((subject) => subject.subject_id))));
    const ids = await putMotions(context, motion.session_id, taken.map((subject) => ({ title: `${motion.title}: ${subject.label}`, mode: input.mode ?? motion.mode, rule: motion.rule, subjects: [subject] })));
    context.act({ subject_kind: "motion", subject_id: motion.id, action: "except", payload: { subjects: taken.length, reason: input.reason } });
    return ok({ ids, session_id: motion.session_id });
  },
});

/** Enters the count of a show of hands, of a paper ballot or of written opinions, from its count record. */
export const enterCount = defineCommand({
  name: "enter_count",
  title: say("Nhập kết quả biểu quyết, kiểm phiếu", "Enter a count"),
  input: z.strictObject({
    motion_id: field.id(), agree: field.whole(0, 1000), disagree: field.whole(0, 1000), blank: field.whole(0, 1000), invalid: field.maybe(field.whole(0, 1000)),
    issued: field.maybe(field.whole(0, 1000)), collected: field.maybe(field.whole(0, 1000)), scan: z.optional(upload()),
  }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await lockMotion(context.tx, input.motion_id);
    const session = motion === null ? null : await findSession(context.tx, motion.session_id);
    if (motion === null || session === null) return fail("not_found", "Không có nội dung biểu quyết này.", "No such motion.");
    if (session.status !== "open") return fail("conflict", "Phiên họp không ở trạng thái đang họp.", "The session is not open.");
    if (motion.mode === "secret") return fail("conflict", "Nội dung này bỏ phiếu kín trên máy: đóng hòm phiếu để kiểm.", "This is a secret ballot on screens: close its box.");
    if (motion.status !== "put") return fail("conflict", "Nội dung này đã kiểm phiếu.", "This motion is counted.");
    const subjects = (await subjectsOf(context.tx, [motion.id])).get(motion.id) ?? [];
    const voters = await votersOf(context.tx, session.id);
    const open = undecided(voters, subjects);
    if (open.length > 0) return fail("conflict", `Còn ${open.length} liên quan lợi ích chưa quyết định.`, `${open.length} conflicts of interest are not decided.`);
    const base = baseOf(voters, subjects);
    const given = input.agree + input.disagree + input.blank + (input.invalid ?? 0);
    const tally = { ...base, issued: input.issued ?? mayVote(voters, subjects).seats.length, collected: input.collected ?? given, invalid: input.invalid ?? 0, agree: input.agree, disagree: input.disagree, blank: input.blank };
    const scan = input.scan === undefined ? ok(null) : await keepScan(context, input.scan, "scan", null);
    if (!scan.ok) return scan;
    const counted = await writeCount(context, motion, tally, session.held_on, { scan_id: scan.value });
    if (!counted.ok) return counted;
    context.log({ type: "vote_counted", facts: { motion: motion.id, mode: motion.mode, subjects: subjects.length, members: tally.members, agree: tally.agree, disagree: tally.disagree, blank: tally.blank, passed: counted.value.passed } });
    return ok({ id: motion.id, session_id: session.id, passed: counted.value.passed });
  },
});

/** Puts a counted motion that did not pass to a second round; the first count stays in the minutes. */
export const secondRound = defineCommand({
  name: "second_round",
  title: say("Biểu quyết lại", "Vote again"),
  input: z.strictObject({ motion_id: field.id(), reason: field.text(500), mode: field.maybe(field.choice(["secret", "paper", "hands"])) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await lockMotion(context.tx, input.motion_id);
    const session = motion === null ? null : await findSession(context.tx, motion.session_id);
    if (motion === null || session === null) return fail("not_found", "Không có nội dung biểu quyết này.", "No such motion.");
    if (session.status !== "open") return fail("conflict", "Phiên họp không ở trạng thái đang họp.", "The session is not open.");
    if (motion.status !== "counted" || motion.outcome?.passed === true) return fail("conflict", "Chỉ biểu quyết lại nội dung chưa đạt.", "Only a motion that did not pass is voted on again.");
    const [again] = await context.tx.select({ id: motions.id }).from(motions).where(eq(motions.previous_id, motion.id));
    if (again !== undefined) return fail("conflict", "Nội dung này đã được đưa ra biểu quyết lại.", "This motion was put again already.");
    const subjects = (await subjectsOf(context.tx, [motion.id])).get(motion.id) ?? [];
    const [id] = await putMotions(context, session.id, [{ title: motion.title, mode: input.mode ?? motion.mode, rule: motion.rule, subjects, round: motion.round + 1, previous_id: motion.id }]);
    context.act({ subject_kind: "motion", subject_id: motion.id, action: "second_round", payload: { reason: input.reason } });
    return ok({ id: id ?? motion.id, session_id: session.id });
  },
});

/** Withdraws a motion before its vote, also one whose ballots were issued to too few to open a box; its subjects go back to whoever put them. */
export const withdrawMotion = defineCommand({
  name: "withdraw_motion",
  title: say("Rút nội dung biểu quyết", "Withdraw a motion"),
  input: z.strictObject({ motion_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: SECRETARIES, unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await findMotion(context.tx, input.motion_id);
    if (motion === null) return fail("not_found", "Không có nội dung biểu quyết này.", "No such motion.");
    const changed = await context.tx.update(motions).set({ status: "withdrawn" }).where(and(eq(motions.id, motion.id), inArray(motions.status, ["put", "issuing"]))).returning({ id: motions.id });
    if (changed.length === 0) return fail("conflict", "Nội dung này đã vào biểu quyết.", "This motion is being voted on already.");
    context.act({ subject_kind: "motion", subject_id: motion.id, action: "withdraw", payload: { reason: input.reason } });
    return ok({ id: motion.id, session_id: motion.session_id });
  },
});
