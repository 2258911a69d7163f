import { eq } from "drizzle-orm";
import { z } from "zod";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { leadingUnit } from "./core/leading.ts";
import { publish } from "./publish.ts";
import { meetingSeat, organiserOf } from "./seats.ts";
import { state } from "./stating.ts";
import { cardOf, lockRound, objectionsOf, publicationsOf, unitsOfRound } from "./store-rounds.ts";
import { leadingProposals, leadingVotes, scoringRounds } from "./tables.ts";

/** Publishes the agreed result: from now on it is locked, and only a new decision corrects it. */
export const publishRound = defineCommand({
  name: "publish_round",
  title: say("Công bố kết quả chấm điểm", "Publish a round's result"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    if (round.status !== "agreed") return fail("conflict", "Chỉ công bố sau bước hội nghị cụm, khối thống nhất.", "A result is published after the meeting has agreed.");
    const open = (await objectionsOf(context.tx, round.id)).filter((objection) => objection.settled_on === null);
    if (open.length > 0) return fail("conflict", `Còn ${open.length} ý kiến về điểm chưa kết luận.`, `${open.length} objections are not settled yet.`);
    const { number } = await publish(context, round, null);
    await context.tx.update(scoringRounds).set({ status: "published" }).where(eq(scoringRounds.id, round.id));
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "publish", unit_id: round.unit_id, payload: { number } });
    return ok({ id: round.id, number });
  },
});

/** Corrects a published result by a new decision; both results stay to be seen. */
export const correctRound = defineCommand({
  name: "correct_round",
  title: say("Đính chính kết quả đã công bố", "Correct a published result"),
  input: z.strictObject({
    round_id: field.id(), unit_id: field.id(), decision_number: field.text(60), decided_on: field.date(), reason: field.longText(1000),
    facts: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status !== "published") return fail("conflict", "Kết quả chưa công bố: sửa ở bước đang làm.", "The result is not published yet: change it at its stage.");
    if (input.decided_on > context.clock.today()) return failField("decided_on", "Ngày quyết định không thể ở tương lai.", "The decision's day cannot be in the future.");
    const { content } = await cardOf(context.tx, round.card_id);
    const reasons = Object.fromEntries(Object.keys(input.facts).map((fact) => [fact, input.reason]));
    const stated = await state(context, round, content, { unit_id: input.unit_id, stage: "agreed", by_unit_id: round.unit_id, reasoned: true }, { facts: input.facts, reasons });
    if (!stated.ok) return stated;
    if (stated.value.changed === 0) return fail("invalid", "Không có số liệu nào thay đổi.", "No fact was changed.");
    const { number } = await publish(context, round, input);
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "correct", unit_id: input.unit_id, payload: { number, decision_number: input.decision_number } });
    return ok({ id: round.id, number });
  },
});

/** Records the members' vote on the leading unit and what it is proposed for. Points and vote that do not name the same unit need a reason. */
export const proposeLeading = defineCommand({
  name: "propose_leading",
  title: say("Bình xét đơn vị dẫn đầu", "Propose the leading unit"),
  input: z.strictObject({
    round_id: field.id(), voters: field.whole(1, 1000), votes: field.list(z.strictObject({ unit_id: field.id(), votes: field.whole(0, 1000) }), 500),
    honour: field.text(60), reason: field.maybe(field.text(500)),
  }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => meetingSeat(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const [publication] = await publicationsOf(context.tx, round.id);
    if (round.status !== "published" || publication === undefined) return fail("conflict", "Bình xét sau khi công bố điểm.", "The vote follows the published points.");
    if (!honourCatalogue().some((entry) => entry.id === input.honour)) return failField("honour", "Không có hình thức khen thưởng này.", "There is no such honour.");
    const members = await unitsOfRound(context.tx, round.id);
    for (const [index, line] of input.votes.entries()) {
      if (!members.includes(line.unit_id)) return failField(`votes.${index}.unit_id`, "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
      if (line.votes > input.voters) return failField(`votes.${index}.votes`, `Số phiếu nhiều hơn số người bỏ phiếu (${input.voters}).`, `More votes than voters (${input.voters}).`);
    }
    const chosen = leadingUnit(input.votes);
    if (chosen === null) return failField("votes", "Chưa đơn vị nào có nhiều phiếu nhất một mình; hãy bỏ phiếu lại.", "No unit has the most votes alone; vote again.");
    const { units, result } = publication.content;
    const first = result.units.filter((entry) => entry.rank === 1).map((entry) => units[entry.unit]?.unit_id);
    if (!first.includes(chosen.unit_id) && input.reason === undefined) {
      return failField("reason", "Đơn vị nhiều phiếu nhất không đứng đầu về điểm: hãy ghi lý do của hội nghị.", "The unit with the most votes is not first by points: give the meeting's reason.");
    }
    await context.tx.delete(leadingVotes).where(eq(leadingVotes.round_id, round.id));
    await context.tx.delete(leadingProposals).where(eq(leadingProposals.round_id, round.id));
    const locality_id = context.locality.code;
    await context.tx.insert(leadingVotes).values(input.votes.map((line) => ({ locality_id, round_id: round.id, ...line })));
    await context.tx.insert(leadingProposals).values({ locality_id, round_id: round.id, unit_id: chosen.unit_id, honour: input.honour, voters: input.voters, proposed_on: context.clock.today(), reason: input.reason ?? null });
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "propose_leading", unit_id: chosen.unit_id, payload: { honour: input.honour, votes: chosen.votes, voters: input.voters } });
    context.log({ type: "leading_unit_proposed", facts: { round: round.id, unit: chosen.unit_id, honour: input.honour, votes: chosen.votes, voters: input.voters } });
    return ok({ id: round.id, unit_id: chosen.unit_id });
  },
});
