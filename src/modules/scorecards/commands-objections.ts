import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { cardLeaves, factsOfLeaf } from "./core/content.ts";
import { meetingSeat } from "./seats.ts";
import { hasLeaf, state } from "./stating.ts";
import { cardOf, findRound, lockRound, type Objection, unitsOfRound } from "./store-rounds.ts";
import { scoreObjections } from "./tables.ts";

/** A member objects to the points of a criterion, its own or another's, before the result is published. */
export const raiseObjection = defineCommand({
  name: "raise_objection",
  title: say("Nêu ý kiến khác về điểm", "Object to points"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), by_unit_id: field.id(), criterion: field.text(60), text: field.longText(2000) }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.by_unit_id },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    const members = round === null ? [] : await unitsOfRound(context.tx, round.id);
    if (round === null || !members.includes(input.unit_id) || !members.includes(input.by_unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status !== "appraised" && round.status !== "agreed") return fail("conflict", "Nêu ý kiến từ bước thẩm định đến trước khi công bố.", "Objections are raised from the appraisal until the publication.");
    const { content } = await cardOf(context.tx, round.card_id);
    if (!hasLeaf(content, input.criterion)) return failField("criterion", `Bảng không có tiêu chí “${input.criterion}”.`, `The card has no criterion “${input.criterion}”.`);
    const id = context.newId();
    await context.tx.insert(scoreObjections).values({
      locality_id: context.locality.code, id, round_id: round.id, unit_id: input.unit_id, criterion: input.criterion, raised_by_unit_id: input.by_unit_id,
      raised_by: actorIdOf(context.actor), raised_on: context.clock.today(), text: input.text,
    });
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "object", unit_id: input.by_unit_id, payload: { objection_id: id, unit_id: input.unit_id, criterion: input.criterion } });
    return ok({ id, round_id: round.id });
  },
});

/** The meeting settles an objection: upheld with the facts that now stand, or dismissed; with its reason either way. */
export const settleObjection = defineCommand({
  name: "settle_objection",
  title: say("Kết luận ý kiến về điểm", "Settle an objection"),
  input: z.strictObject({
    objection_id: field.id(), upheld: field.flag(), settlement: field.longText(2000), facts: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).default({}),
  }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => seatOfObjection(context, input.objection_id) },
  async run(context, input) {
    const found = await findObjection(context, input.objection_id);
    const round = found === null ? null : await lockRound(context.tx, found.round_id);
    const objection = await findObjection(context, input.objection_id);
    if (round === null || objection === null) return fail("not_found", "Không có ý kiến này.", "No such objection.");
    if (objection.settled_on !== null) return fail("conflict", "Ý kiến này đã được kết luận.", "This objection is settled.");
    if (round.status !== "agreed") return fail("conflict", "Kết luận tại hội nghị cụm, khối, trước khi công bố.", "Objections are settled by the meeting, before the publication.");
    const { content } = await cardOf(context.tx, round.card_id);
    const own = new Set(cardLeaves(content.scorecard.criteria).filter(({ leaf }) => leaf.id === objection.criterion).flatMap(({ leaf }) => factsOfLeaf(leaf).map(({ fact }) => fact)));
    const facts = Object.fromEntries(Object.entries(input.facts).filter(([fact]) => own.has(fact)));
    const reasons = Object.fromEntries(Object.keys(facts).map((fact) => [fact, input.settlement]));
    const stated = await state(context, round, content, { unit_id: objection.unit_id, stage: "agreed", by_unit_id: round.unit_id, reasoned: true }, { facts: input.upheld ? facts : {}, reasons });
    if (!stated.ok) return stated;
    if (input.upheld && stated.value.changed === 0) return failField("upheld", "Chấp nhận ý kiến thì phải ghi số liệu mới của tiêu chí này.", "To uphold the objection, state the criterion's new facts.");
    await context.tx
      .update(scoreObjections)
      .set({ settled_by: actorIdOf(context.actor), settled_on: context.clock.today(), upheld: input.upheld, settlement: input.settlement })
      .where(eq(scoreObjections.id, objection.id));
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "settle", unit_id: objection.unit_id, payload: { objection_id: objection.id, upheld: input.upheld, criterion: objection.criterion } });
    return ok({ id: objection.id, round_id: round.id });
  },
});

async function findObjection(context: ReadContext, objection_id: string): Promise<Objection | null> {
  const [objection] = await context.tx.select().from(scoreObjections).where(eq(scoreObjections.id, objection_id));
  return objection ?? null;
}

async function seatOfObjection(context: ReadContext, objection_id: string): Promise<string | null> {
  const objection = await findObjection(context, objection_id);
  if (objection === null || (await findRound(context.tx, objection.round_id)) === null) return null;
  return meetingSeat(context, objection.round_id);
}
