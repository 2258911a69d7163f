import { eq } from "drizzle-orm";
import { bonus } from "../../engines/rulebook/index.ts";
import { formatDate, yearOf } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import { type Authority, type AwardDraft, awardDecisions, issueAwards, writeNumber } from "../honours/index.ts";
import { unitNames } from "../organizations/index.ts";
import { honourName } from "./assess.ts";
import { judgeBinding } from "./commands-appraise.ts";
import { moveAll } from "./move.ts";
import type { RecipientSource } from "./port.ts";
import { nominationsOfDecision } from "./store.ts";

/** An award decision (quyết định khen thưởng) as its row stands. */
export type Decision = typeof awardDecisions.$inferSelect;

const NOBODY = fail("conflict", "Quyết định này chưa có ai trong danh sách.", "Nobody stands on this decision.");

/** Gives the unit that issues a decision, for the policy. */
export async function issuerOf(context: ReadContext, decision_id: string): Promise<string | null> {
  const [row] = await context.tx.select({ unit: awardDecisions.issuer_unit_id }).from(awardDecisions).where(eq(awardDecisions.id, decision_id));
  return row?.unit ?? null;
}

/** The district's decisions are the chair's; a commune's, agency's or enterprise's are its own head's. */
export function mayIssue(decision: Decision, role: string | undefined, unit_id: string | undefined): boolean {
  return decision.authority === "district" ? role === "chair" : role === "head" && unit_id === decision.issuer_unit_id;
}

/** Locks a decision and gives it; fails when there is none or it stands at another step. */
export async function inState(context: CommandContext, decision_id: string, states: readonly Decision["state"][]): Promise<Result<Decision, Failure>> {
  const [decision] = await context.tx.select().from(awardDecisions).where(eq(awardDecisions.id, decision_id)).for("update");
  if (decision === undefined) return fail("not_found", "Không có quyết định này.", "No such decision.");
  if (!states.includes(decision.state)) return fail("conflict", "Quyết định đã sang bước khác. Hãy tải lại trang.", "The decision has moved on. Reload the page.");
  return ok(decision);
}

/** Fails when the number is taken in the book of its year, or the day lies in the future. */
export async function numberIsFree(context: CommandContext, decision: Decision, input: { number: number; symbol: string; decided_on: Decision["prepared_on"] }): Promise<Result<null, Failure>> {
  if (input.decided_on > context.clock.today()) return failField("decided_on", `Ngày quyết định không thể sau hôm nay (${formatDate(context.clock.today())}).`, "The decision cannot be dated after today.");
  const taken = await context.tx
    .select({ id: awardDecisions.id, title: awardDecisions.title, symbol: awardDecisions.symbol, year: awardDecisions.year })
    .from(awardDecisions)
    .where(eq(awardDecisions.number, input.number));
  const same = taken.find((row) => row.symbol === input.symbol && row.year === yearOf(input.decided_on) && row.id !== decision.id);
  if (same) {
    return failField("number", `Số ${writeNumber(input.number, input.symbol)} năm ${same.year} đã dùng cho “${same.title}”.`, `Number ${writeNumber(input.number, input.symbol)} of ${same.year} is taken by “${same.title}”.`);
  }
  return ok(null);
}

/** Gives what of the numbering is kept in the row. */
export function numberParts(input: { number: number; symbol: string; decided_on: Decision["prepared_on"] }) {
  return { number: input.number, symbol: input.symbol, decided_on: input.decided_on, year: yearOf(input.decided_on) };
}

/** Writes the decision's row. */
export async function update(context: CommandContext, decision_id: string, set: Partial<typeof awardDecisions.$inferInsert>): Promise<void> {
  await context.tx.update(awardDecisions).set(set).where(eq(awardDecisions.id, decision_id));
}

/** Brings a numbered decision into force: its dossiers are decided, and all its recipients have their awards. Fails when nobody stands on it. */
export async function bringIntoForce(context: CommandContext, source: RecipientSource, decision: Decision, action: string): Promise<Result<{ id: string; awards: number }, Failure>> {
  const { number, symbol, decided_on, signer_name, signer_title } = decision;
  if (number === null || symbol === null || decided_on === null || signer_name === null || signer_title === null) {
    throw new Error("a decision comes into force with number, date and signer");
  }
  const dossiers = await nominationsOfDecision(context.tx, decision.id);
  if (dossiers.length > 0) {
    const moved = await moveAll(context, dossiers.map((dossier) => dossier.id), "decide", () => ({ decision: writeNumber(number, symbol) }));
    if (!moved.ok) return moved;
  }
  const others = await source.draftsOn(context.tx, decision.id);
  if (dossiers.length + others.length === 0) return NOBODY;
  await update(context, decision.id, { ...decision, state: "in_force" });
  const facts = { id: decision.id, number, symbol, decided_on, signer_name, signer_title, authority: decision.authority as Authority };
  const drafts: AwardDraft[] = dossiers.map((dossier) => ({
    honour: dossier.honour, year: dossier.year, subject_kind: dossier.subject_kind, person_id: dossier.person_id, subject_unit_id: dossier.subject_unit_id, household_id: null,
    subject_name: dossier.subject_name, subject_note: dossier.subject_note, unit_id: dossier.unit_id, achievement: dossier.achievement, nomination_id: dossier.id,
  }));
  const issuer = (await unitNames(context.tx, [decision.issuer_unit_id], decided_on)).get(decision.issuer_unit_id) ?? context.locality.name;
  const known = new Map<string, number | null>();
  const ids = await issueAwards(context, facts, [...drafts, ...others], {
    issuer,
    honourName: (honour) => honourName(honour, "vi"),
    bonusOf: (draft, on) => {
      const key = `${draft.honour} ${draft.subject_kind}`;
      let amount = known.get(key);
      if (amount === undefined) {
        const answer = bonus({ honour: draft.honour, kind: draft.subject_kind, decided_on: on });
        amount = answer.ok ? (answer.value.amount ?? null) : null;
        known.set(key, amount);
      }
      return amount;
    },
  });
  await source.broughtIntoForce(context, decision.id, ids.slice(drafts.length));
  context.act({ subject_kind: "decision", subject_id: decision.id, action, unit_id: decision.issuer_unit_id, payload: { number: writeNumber(number, symbol), awards: ids.length } });
  return ok({ id: decision.id, awards: ids.length });
}

/** Judges everybody on a decision before it is signed or confirmed; fails when a binding check refuses one, or nobody stands on it. */
export async function judgeRecipients(context: CommandContext, source: RecipientSource, decision_id: string): Promise<Result<null, Failure>> {
  const dossiers = await nominationsOfDecision(context.tx, decision_id);
  const others = (await source.countOn(context.tx, [decision_id])).get(decision_id) ?? 0;
  if (dossiers.length + others === 0) return NOBODY;
  if (dossiers.length > 0) {
    const judged = await judgeBinding(context, dossiers, "decision");
    if (!judged.ok) return judged;
  }
  return others > 0 ? source.judgeBinding(context, decision_id) : ok(null);
}
