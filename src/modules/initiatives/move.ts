import { eq } from "drizzle-orm";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import { follow, type InitiativeAction, STATUS_NAMES } from "./core/status.ts";
import { authorsOf, type Initiative, lockInitiative } from "./store.ts";
import { words } from "./messages.ts";
import { initiatives } from "./tables.ts";

/** What only somebody may do who is not an author. */
const JUDGING: readonly InitiativeAction[] = ["return", "score", "recognise", "refuse"];

/**
 * Moves an initiative by one action: locks it, asks the table of transitions, writes the new status
 * and the action. Gives it as it stood before. Fails when there is none, when it stands elsewhere,
 * or when the actor is an author and the action judges it.
 */
export async function moveInitiative(context: CommandContext, initiative_id: string, action: InitiativeAction, payload: Record<string, unknown>): Promise<Result<Initiative, Failure>> {
  const initiative = await lockInitiative(context.tx, initiative_id);
  if (initiative === null) return fail("not_found", words.none.vi, words.none.en);
  const next = follow(initiative.status, action);
  if (next === null) {
    const status = STATUS_NAMES[initiative.status];
    return fail("conflict", `Sáng kiến đang ở tình trạng “${status.vi}”, không làm được việc này nữa. Có thể người khác vừa xử lý.`, `The initiative is “${status.en}”: this is not possible now. Somebody else may have just acted.`);
  }
  const { actor } = context;
  if (JUDGING.includes(action) && actor.kind === "user" && actor.person_id !== null) {
    const authors = await authorsOf(context.tx, [initiative.id]);
    if (authors.some((author) => author.person_id === actor.person_id)) return fail("refused", "Tác giả không được chấm, trả lại hoặc quyết định sáng kiến của mình.", "Authors may not score, return or decide on their own initiative.");
  }
  await context.tx.update(initiatives).set({ status: next }).where(eq(initiatives.id, initiative.id));
  context.act({ subject_kind: "initiative", subject_id: initiative.id, action, unit_id: initiative.unit_id, payload });
  return ok(initiative);
}
