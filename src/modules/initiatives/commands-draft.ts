import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Decimal, toText } from "../../kernel/decimal.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit, peopleById } from "../organizations/index.ts";
import { sharesFault } from "./core/scoring.ts";
import { number } from "./fields.ts";
import { moveInitiative } from "./move.ts";
import { unitOfInitiative } from "./store.ts";
import { initiativeAuthors, initiatives } from "./tables.ts";

const contents = {
  year: field.whole(1990, 2100),
  title: field.text(300),
  field: field.maybe(field.text(120)),
  problem: field.longText(8000),
  solution: field.longText(20000),
  effect: field.longText(8000),
  authors: field.list(z.strictObject({ person_id: field.id(), share_percent: number() }), 30),
};
type Author = { person_id: string; share_percent: Decimal };

/** Writes an initiative's application in draft: what was wrong, what was done, with which effect, and who shares in it. */
export const draftInitiative = defineCommand({
  name: "draft_initiative",
  title: say("Lập đơn công nhận sáng kiến", "Draft an initiative"),
  input: z.strictObject({ unit_id: field.id(), ...contents }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, { unit_id, authors, ...input }) {
    if ((await findUnit(context.tx, unit_id, context.clock.today())) === null) return failField("unit_id", "Đơn vị không còn vào hôm nay.", "The unit does not exist today.");
    const fitting = await checkAuthors(context, unit_id, authors);
    if (!fitting.ok) return fitting;
    const id = context.newId();
    await context.tx.insert(initiatives).values({
      locality_id: context.locality.code, id, unit_id, ...input, field: input.field ?? null, title_folded: foldForSearch(input.title), status: "draft", created_at: context.clock.now(),
    });
    await keepAuthors(context, id, authors);
    context.act({ subject_kind: "initiative", subject_id: id, action: "draft", unit_id, payload: { year: input.year } });
    return ok({ id });
  },
});

/** Changes a draft or a returned application; `revision` guards against two people writing at once. */
export const reviseInitiative = defineCommand({
  name: "revise_initiative",
  title: say("Sửa đơn công nhận sáng kiến", "Revise an initiative"),
  input: z.strictObject({ initiative_id: field.id(), revision: field.whole(1, 1_000_000), ...contents }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, { initiative_id, revision, authors, ...input }) {
    const moved = await moveInitiative(context, initiative_id, "revise", {});
    if (!moved.ok) return moved;
    const { unit_id } = moved.value;
    if (moved.value.revision !== revision) return fail("conflict", "Đơn vừa được người khác sửa. Hãy mở lại để xem bản mới; nội dung bạn gõ vẫn còn bên dưới.", "Somebody else has just changed this application. Reload to see the new version.");
    const fitting = await checkAuthors(context, unit_id, authors);
    if (!fitting.ok) return fitting;
    await context.tx.update(initiatives).set({ ...input, field: input.field ?? null, title_folded: foldForSearch(input.title), revision: revision + 1 }).where(eq(initiatives.id, initiative_id));
    await context.tx.delete(initiativeAuthors).where(and(eq(initiativeAuthors.locality_id, context.locality.code), eq(initiativeAuthors.initiative_id, initiative_id)));
    await keepAuthors(context, initiative_id, authors);
    return ok({ id: initiative_id });
  },
});

/** Sends the application to the initiative council of the level above. */
export const submitInitiative = defineCommand({
  name: "submit_initiative",
  title: say("Gửi đơn công nhận sáng kiến", "Submit an initiative"),
  input: z.strictObject({ initiative_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, input) {
    const moved = await moveInitiative(context, input.initiative_id, "submit", {});
    return moved.ok ? ok({ id: moved.value.id }) : moved;
  },
});

/** Withdraws an application before it is decided, with the reason. */
export const withdrawInitiative = defineCommand({
  name: "withdraw_initiative",
  title: say("Rút đơn công nhận sáng kiến", "Withdraw an initiative"),
  input: z.strictObject({ initiative_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (context, input) => unitOfInitiative(context, input.initiative_id) },
  async run(context, input) {
    const moved = await moveInitiative(context, input.initiative_id, "withdraw", { reason: input.reason });
    return moved.ok ? ok({ id: moved.value.id }) : moved;
  },
});

/** Checks that shares are exactly 100 and that every author has a place today, at least one of them in the unit. */
async function checkAuthors(context: CommandContext, unit_id: string, authors: readonly Author[]): Promise<Result<null, Failure>> {
  const fault = sharesFault(authors.map((author) => author.share_percent));
  if (fault !== null) {
    const at = fault.index === null ? "authors" : `authors.${fault.index}.share_percent`;
    return err({ code: "invalid", message: fault.text, fields: { [at]: fault.text } });
  }
  const people = await peopleById(context.tx, authors.map((author) => author.person_id), context.clock.today());
  let inside = false;
  for (const [index, author] of authors.entries()) {
    const person = people.get(author.person_id);
    if (person === undefined) return failField(`authors.${index}.person_id`, "Người này không thuộc đơn vị nào vào hôm nay.", "This person belongs to no unit today.");
    if (authors.findIndex((other) => other.person_id === author.person_id) !== index) return failField(`authors.${index}.person_id`, `${person.full_name} đã có ở dòng trên.`, `${person.full_name} stands above already.`);
    inside ||= await context.isWithin(person.unit_id, unit_id);
  }
  if (!inside) return failField("authors", "Ít nhất một tác giả phải thuộc đơn vị đề nghị.", "At least one author must belong to the proposing unit.");
  return ok(null);
}

async function keepAuthors(context: CommandContext, initiative_id: string, authors: readonly Author[]): Promise<void> {
  const locality_id = context.locality.code;
  await context.tx.insert(initiativeAuthors).values(authors.map((author, seq) => ({ locality_id, initiative_id, person_id: author.person_id, seq, share_percent: toText(author.share_percent) })));
}
