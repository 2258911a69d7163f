import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { ballotCount } from "../../engines/rulebook/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { actions } from "../../platform/command/tables.ts";
import { keepConflicts, lockSession, type NotedConflict, type Seat, seatsOf, unitOfSession } from "../councils/index.ts";
import { motionsOf, putMotions, subjectsOf, VOTE_MODES, type VoteRule } from "../votes/index.ts";
import { judgeBinding } from "./commands-appraise.ts";
import { honourName } from "./assess.ts";
import type { Nomination } from "./core/dossier.ts";
import { type LocalRule, layerOn } from "./core/local-rules.ts";
import { moveAll } from "./move.ts";
import { refuseBeforeItsSteps } from "./steps-before.ts";
import { localRulesDeclared } from "./store.ts";
import { nominations } from "./tables.ts";

/** Puts dossiers before a council: as one list for each honour, or one by one. Conflicts of interest are found from what is known. */
export const putBeforeCouncil = defineCommand({
  name: "put_before_council",
  title: say("Trình Hội đồng", "Put before the council"),
  input: z.strictObject({ session_id: field.id(), nomination_ids: field.list(field.id(), 3000), as: field.choice(["list", "single"]), mode: field.choice(VOTE_MODES) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    if (session.status === "closed") return fail("conflict", "Phiên họp đã kết thúc.", "The session is closed.");
    if (session.in_writing && input.mode !== "written") return failField("mode", "Phiên lấy ý kiến bằng văn bản chỉ dùng phiếu xin ý kiến.", "A written round takes written opinions only.");
    const moved = await moveAll(context, input.nomination_ids, "put_before_council", () => ({ session_id: session.id }));
    if (!moved.ok) return moved;
    const free = await refuseBeforeItsSteps(context, moved.value);
    if (!free.ok) return free;
    const rules = await rulesFor(context, moved.value, session.held_on);
    if (!rules.ok) return rules;
    const judged = await judgeBinding(context, moved.value, "appraisal");
    if (!judged.ok) return judged;
    const seats = await seatsOf(context.tx, session.id);
    const submitters = await submittersOf(context, moved.value);
    const conflicts = moved.value.flatMap((nomination) => conflictsWith(nomination, seats, submitters, input.as === "single"));
    await keepConflicts(context, session.id, conflicts);
    // Whoever a member must stand aside from cannot stay in a list on which that member votes.
    const apart = new Set(conflicts.filter((conflict) => conflict.recused === true).map((conflict) => conflict.subject_id));
    const lists = input.as === "single" ? [] : grouped(moved.value.filter((nomination) => !apart.has(nomination.id)));
    const singles = input.as === "single" ? moved.value : moved.value.filter((nomination) => apart.has(nomination.id));
    const ruleOf = (honour: string) => rules.value.get(honour) as VoteRule;
    const label = (nomination: Nomination) => `${nomination.subject_name}${nomination.subject_note === "" ? "" : ` (${nomination.subject_note})`}`;
    const motion_ids = await putMotions(context, session.id, [
      ...lists.map(([honour, list]) => ({ title: honourName(honour, "vi"), mode: input.mode, rule: ruleOf(honour), subjects: list.map((nomination) => ({ subject_id: nomination.id, label: label(nomination) })) })),
      ...singles.map((nomination) => ({ title: `${honourName(nomination.honour, "vi")}: ${label(nomination)}`, mode: input.mode, rule: ruleOf(nomination.honour), subjects: [{ subject_id: nomination.id, label: label(nomination) }] })),
    ]);
    return ok({ id: session.id, motions: motion_ids.length, conflicts: conflicts.length });
  },
});

/** Writes what a session decided into the dossiers: those that passed are recommended, the others are not, with the numbers as the reason. */
export const applyCouncilOutcome = defineCommand({
  name: "apply_council_outcome",
  title: say("Ghi kết quả của Hội đồng vào hồ sơ", "Write the council's outcome into the dossiers"),
  input: z.strictObject({ session_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await lockSession(context.tx, input.session_id);
    if (session === null) return fail("not_found", "Không có phiên họp này.", "No such session.");
    const motions = await motionsOf(context.tx, session.id);
    // As long as the session is open a second round may still change what was counted.
    if (session.status !== "closed" && motions.some((motion) => motion.status === "counted")) {
      return fail("conflict", "Kết thúc phiên họp rồi mới ghi kết quả: khi còn họp, nội dung chưa đạt có thể được biểu quyết lại.", "Close the session first: while it is open, what did not pass may be voted on again.");
    }
    const again = new Set(motions.flatMap((motion) => motion.previous_id ?? []));
    const final = motions.filter((motion) => motion.status === "counted" && !again.has(motion.id));
    const subjects = await subjectsOf(context.tx, final.map((motion) => motion.id));
    const counts = { agreed: 0, refused: 0 };
    for (const motion of final) {
      const ids = await stillBefore(context, (subjects.get(motion.id) ?? []).map((subject) => subject.subject_id));
      if (ids.length === 0 || motion.outcome === null || motion.outcome.passed === null) continue;
      const reason = `${motion.outcome.text}`;
      const moved = await moveAll(context, ids, motion.outcome.passed ? "council_agree" : "council_refuse", () => ({ motion_id: motion.id, reason }));
      if (!moved.ok) return moved;
      counts[motion.outcome.passed ? "agreed" : "refused"] += moved.value.length;
    }
    // Motions that were withdrawn give their dossiers back to the appraisal.
    const withdrawn = motions.filter((motion) => motion.status === "withdrawn");
    const back = [...(await subjectsOf(context.tx, withdrawn.map((motion) => motion.id))).values()].flat().map((subject) => subject.subject_id);
    const returned = await stillBefore(context, back.filter((id) => ![...subjects.values()].flat().some((subject) => subject.subject_id === id)));
    if (returned.length > 0) {
      const moved = await moveAll(context, returned, "take_back");
      if (!moved.ok) return moved;
    }
    if (counts.agreed + counts.refused + returned.length === 0) return fail("conflict", "Không còn kết quả nào để ghi.", "There is no outcome left to write.");
    context.act({ subject_kind: "council_session", subject_id: session.id, action: "apply_outcome", payload: counts });
    return ok({ id: session.id, ...counts });
  },
});

/** Gives which of the dossiers are still before the council; a dossier elsewhere is not this session's any more. */
async function stillBefore(context: CommandContext, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await context.tx.select({ id: nominations.id }).from(nominations).where(and(inArray(nominations.id, [...ids]), eq(nominations.status, "before_council")));
  return rows.map((row) => row.id);
}

function grouped(list: readonly Nomination[]): [string, Nomination[]][] {
  const byHonour = new Map<string, Nomination[]>();
  for (const nomination of list) byHonour.set(nomination.honour, [...(byHonour.get(nomination.honour) ?? []), nomination]);
  return [...byHonour];
}

/** The threshold of each honour on the session's day: national law where it sets one, else the local rule; without either the council cannot vote. */
async function rulesFor(context: CommandContext, list: readonly Nomination[], on: PlainDate): Promise<Result<Map<string, VoteRule>, Failure>> {
  const declared: readonly LocalRule[] = await localRulesDeclared(context.tx);
  const layer = layerOn(declared, on);
  const rules = new Map<string, VoteRule>();
  for (const honour of new Set(list.map((nomination) => nomination.honour))) {
    const dry = ballotCount({ members: 1, approve: 1, present: 1, honour, on }, layer === null ? {} : { local: layer });
    if (!dry.ok) return fail("invalid", dry.error.message, dry.error.message);
    const { threshold, base, source, cite } = dry.value;
    if (threshold === null || base === null || source === null) {
      const name = { vi: honourName(honour, "vi"), en: honourName(honour, "en") };
      return err({ code: "refused", message: say(`Chưa có quy định về tỷ lệ phiếu của Hội đồng đối với ${name.vi}: khai ở trang Quy định địa phương.`, `No vote threshold is known for ${name.en}: declare the local rule first.`) });
    }
    const basis = source === "local" ? (layer?.instruments?.[`vote ${honour}`] ?? layer?.instrument ?? "") : cite.map((citation) => `${citation.instrument} ${citation.article ?? ""}`.trim()).join("; ");
    rules.set(honour, { honour, threshold, base, quorum: source === "local" ? (layer?.votes?.[honour]?.quorum ?? null) : null, source, basis });
  }
  return ok(rules);
}

/** Who submitted each dossier, by its id. */
async function submittersOf(context: CommandContext, list: readonly Nomination[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const ids = list.map((nomination) => nomination.id);
  for (let start = 0; start < ids.length; start += 1000) {
    const rows = await context.tx
      .select({ subject_id: actions.subject_id, actor: actions.actor_id })
      .from(actions)
      .where(and(eq(actions.subject_kind, "nomination"), inArray(actions.action, ["submit", "submit_to_level", "forward", "pass_on"]), inArray(actions.subject_id, ids.slice(start, start + 1000))));
    for (const row of rows) found.set(row.subject_id, (found.get(row.subject_id) ?? new Set()).add(row.actor));
  }
  return found;
}

/**
 * The conflicts that are known without anybody saying so: the member is the nominee, submitted the dossier, or is of the
 * nominee's unit. The last is asked only where a dossier is voted on by itself: in a list everybody has somebody.
 */
function conflictsWith(nomination: Nomination, seats: readonly Seat[], submitters: ReadonlyMap<string, ReadonlySet<string>>, single: boolean): NotedConflict[] {
  return seats.flatMap((seat): NotedConflict[] => {
    const noted = { member_id: seat.id, subject_id: nomination.id, subject: nomination.subject_name, found: true, note: null };
    if (seat.person_id !== null && seat.person_id === nomination.person_id) return [{ ...noted, ground: "self", recused: true }];
    if (seat.user_id !== null && submitters.get(nomination.id)?.has(seat.user_id) === true) return [{ ...noted, ground: "signatory", recused: single ? null : true }];
    if (single && seat.unit_id !== null && (seat.unit_id === nomination.unit_id || seat.unit_id === nomination.subject_unit_id)) return [{ ...noted, ground: "same_unit", recused: null }];
    return [];
  });
}
