import { z } from "zod";
import { type Decimal, decimal, toText, toVietnamese } from "../../kernel/decimal.ts";
import { formatDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findRoot, unitNames } from "../organizations/index.ts";
import { CARD_MOST, CARD_NAMES, CARD_PARTS, meanOf, reaches, withinCard } from "./core/scoring.ts";
import { SCOPE_NAMES, SCOPES } from "./core/status.ts";
import { number } from "./fields.ts";
import { moveInitiative } from "./move.ts";
import { findInitiative, recognitionsOf, reviewsOf, unitOfInitiative } from "./store.ts";
import { initiativeRecognitions, initiativeReviews, initiativeScores } from "./tables.ts";

/** Gives an application back to its unit to be completed, with the reason. */
export const returnInitiative = defineCommand({
  name: "return_initiative",
  title: say("Trả lại đơn sáng kiến để bổ sung", "Return an initiative"),
  input: z.strictObject({ initiative_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, input) {
    const moved = await moveInitiative(context, input.initiative_id, "return", { reason: input.reason });
    return moved.ok ? ok({ id: moved.value.id }) : moved;
  },
});

const marks = { novelty: number(), effect: number(), spread: number() };

/** Enters what the initiative council scored: every member's marks, or the mean alone as the minutes state it; with the threshold of the local rule. */
export const scoreInitiative = defineCommand({
  name: "score_initiative",
  title: say("Ghi điểm của Hội đồng sáng kiến", "Enter the initiative council's scores"),
  input: z.strictObject({
    initiative_id: field.id(), minutes_number: field.text(60), held_on: field.date(), threshold: number(),
    scores: field.list(z.strictObject({ scorer: field.text(120), ...marks }), 60), mean: field.maybe(number()), scorers: field.maybe(field.whole(1, 60)),
  }),
  policy: { kind: "roles", roles: ["officer", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, input) {
    if (input.held_on > context.clock.today()) return failField("held_on", "Ngày họp không thể sau hôm nay.", "The meeting cannot be after today.");
    if (!withinCard(input.threshold, "total")) return failField("threshold", "Điểm tối thiểu phải từ 0 đến 100.", "The threshold must be from 0 to 100.");
    const reckoned = meanFrom(input);
    if (!reckoned.ok) return reckoned;
    const { mean, scorers, scores } = reckoned.value;
    const moved = await moveInitiative(context, input.initiative_id, "score", { minutes_number: input.minutes_number, mean, threshold: toText(input.threshold) });
    if (!moved.ok) return moved;
    const id = context.newId();
    const locality_id = context.locality.code;
    await context.tx.insert(initiativeReviews).values({
      locality_id, id, initiative_id: input.initiative_id, minutes_number: input.minutes_number, held_on: input.held_on, threshold: toText(input.threshold), mean, scorers,
      entered_by: actorIdOf(context.actor), entered_at: context.clock.now(),
    });
    if (scores.length > 0) await context.tx.insert(initiativeScores).values(scores.map((score, seq) => ({ locality_id, review_id: id, seq, ...score })));
    return ok({ id: input.initiative_id, mean, reached: reaches(mean, toText(input.threshold)) });
  },
});

/** Recognises an initiative in one scope by a decision. Below the council's threshold it is refused; a wider scope may follow later, each once. */
export const recogniseInitiative = defineCommand({
  name: "recognise_initiative",
  title: say("Công nhận sáng kiến", "Recognise an initiative"),
  input: z.strictObject({
    initiative_id: field.id(), by_unit_id: field.id(), scope: field.choice(SCOPES), decision_number: field.text(60), decided_on: field.date(),
    valid_until: field.maybe(field.date()), recognised_by: field.maybe(field.text(200)), signer_name: field.maybe(field.text(120)), signer_title: field.maybe(field.text(120)),
  }),
  policy: { kind: "roles", roles: ["officer", "head"], unit: (_context, input) => input.by_unit_id },
  async run(context, input) {
    const initiative = await findInitiative(context.tx, input.initiative_id);
    if (initiative === null || !(await context.isWithin(initiative.unit_id, input.by_unit_id))) return fail("not_found", "Không có sáng kiến này trong phạm vi của đơn vị công nhận.", "The recognising unit has no such initiative.");
    // The lock comes first, so that two people cannot recognise one scope at once; a failure takes the move back.
    const moved = await moveInitiative(context, initiative.id, "recognise", { scope: input.scope, decision_number: input.decision_number, decided_on: input.decided_on });
    if (!moved.ok) return moved;
    const fitting = await checkRecognition(context, input);
    if (!fitting.ok) return fitting;
    const [review] = await reviewsOf(context.tx, initiative.id);
    if (review === undefined || !reaches(review.mean, review.threshold)) {
      const [mean, least] = [review?.mean ?? "0", review?.threshold ?? "0"].map((value) => toVietnamese(decimal(value)));
      return fail("refused", `Điểm trung bình của Hội đồng là ${mean}, chưa đạt mức tối thiểu ${least}.`, `The council's mean is ${review?.mean ?? "0"}, below the least ${review?.threshold ?? "0"}.`);
    }
    if (input.decided_on < review.held_on) return failField("decided_on", `Ngày quyết định không thể trước ngày Hội đồng họp (${formatDate(review.held_on)}).`, `The decision cannot be dated before the council met (${formatDate(review.held_on)}).`);
    const own = (await unitNames(context.tx, [input.by_unit_id], context.clock.today())).get(input.by_unit_id) ?? "";
    await context.tx.insert(initiativeRecognitions).values({
      locality_id: context.locality.code, id: context.newId(), initiative_id: initiative.id, scope: input.scope, decision_number: input.decision_number, decided_on: input.decided_on,
      by_unit_id: input.by_unit_id, recognised_by: input.recognised_by ?? own, signer_name: input.signer_name ?? null, signer_title: input.signer_title ?? null, valid_until: input.valid_until ?? null, entered_at: context.clock.now(),
    });
    context.log({ type: "initiative_recognised", facts: { initiative: initiative.id, year: initiative.year, scope: input.scope, decision_number: input.decision_number, decided_on: input.decided_on } });
    return ok({ id: initiative.id });
  },
});

/** Decides that an initiative is not recognised, with the reason. */
export const refuseInitiative = defineCommand({
  name: "refuse_initiative",
  title: say("Không công nhận sáng kiến", "Refuse an initiative"),
  input: z.strictObject({ initiative_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, input) {
    const moved = await moveInitiative(context, input.initiative_id, "refuse", { reason: input.reason });
    return moved.ok ? ok({ id: moved.value.id }) : moved;
  },
});

type Scored = { scores: readonly { scorer: string; novelty: Decimal; effect: Decimal; spread: Decimal }[]; mean?: Decimal | undefined; scorers?: number | undefined };

/** Takes either marks or a mean; gives the mean, how many scored, and the marks as exact text. Fails at the field that is wrong. */
function meanFrom(input: Scored): Result<{ mean: string; scorers: number; scores: { scorer: string; novelty: string; effect: string; spread: string }[] }, Failure> {
  for (const [index, score] of input.scores.entries()) {
    const part = CARD_PARTS.find((each) => !withinCard(score[each], each));
    if (part !== undefined) return failField(`scores.${index}.${part}`, `“${CARD_NAMES[part].vi}” từ 0 đến ${CARD_MOST[part]} điểm.`, `“${CARD_NAMES[part].en}” has 0 to ${CARD_MOST[part]} points.`);
  }
  const scores = input.scores.map((score) => ({ scorer: score.scorer, novelty: toText(score.novelty), effect: toText(score.effect), spread: toText(score.spread) }));
  const reckoned = meanOf(scores);
  if (reckoned !== null) {
    if (input.mean !== undefined) return failField("mean", "Đã có điểm từng thành viên thì để trống ô này: hệ thống tự tính.", "With the members' marks this is reckoned; leave it empty.");
    return ok({ mean: reckoned, scorers: scores.length, scores });
  }
  if (input.mean === undefined) return failField("mean", "Hãy ghi điểm từng thành viên, hoặc điểm trung bình theo biên bản.", "Enter each member's marks, or the mean of the minutes.");
  if (!withinCard(input.mean, "total")) return failField("mean", "Điểm trung bình phải từ 0 đến 100.", "The mean must be from 0 to 100.");
  if (input.scorers === undefined) return failField("scorers", "Hãy ghi số thành viên đã chấm.", "Enter how many members scored.");
  return ok({ mean: toText(input.mean), scorers: input.scorers, scores });
}

type Recognised = { initiative_id: string; by_unit_id: string; scope: (typeof SCOPES)[number]; decided_on: string; valid_until?: string | undefined; recognised_by?: string | undefined };

/** Checks days, that the scope is new, and that the district or the province is entered at the top of the tree. */
async function checkRecognition(context: CommandContext, input: Recognised): Promise<Result<null, Failure>> {
  if (input.decided_on > context.clock.today()) return failField("decided_on", "Ngày quyết định không thể sau hôm nay.", "The decision cannot be dated after today.");
  if (input.valid_until !== undefined && input.valid_until <= input.decided_on) return failField("valid_until", "Phải sau ngày quyết định.", "Must come after the decision's date.");
  const root = await findRoot(context.tx);
  if (input.scope !== "unit" && root?.id !== input.by_unit_id) return failField("scope", "Phạm vi này do cấp huyện ghi nhận.", "This scope is entered at the level of the locality.");
  if (input.scope === "province" && input.recognised_by === undefined) return failField("recognised_by", "Hãy ghi cơ quan cấp tỉnh đã công nhận.", "Name the provincial body that recognised it.");
  const present = (await recognitionsOf(context.tx, input.initiative_id)).find((recognition) => recognition.scope === input.scope);
  if (present === undefined) return ok(null);
  return failField("scope", `Đã công nhận phạm vi “${SCOPE_NAMES[input.scope].vi}” ngày ${formatDate(present.decided_on)}.`, `Recognised for “${SCOPE_NAMES[input.scope].en}” on ${formatDate(present.decided_on)} already.`);
}
