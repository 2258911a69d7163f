import { and, eq, ne, sql } from "drizzle-orm";
import { bonus } from "../../engines/rulebook/index.ts";
import { formatDate, yearOf } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Actor } from "../../platform/command/actor.ts";
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

/** Who reads a decision, at the unit that issues it or above. */
export const DECISION_READERS = ["officer", "division_head", "chair", "head", "clerk", "records_clerk", "auditor", "accountant"] as const;

/** Gives the unit that issues a decision, for the policy. */
export async function issuerOf(context: ReadContext, decision_id: string): Promise<string | null> {
  const [row] = await context.tx.select({ unit: awardDecisions.issuer_unit_id }).from(awardDecisions).where(eq(awardDecisions.id, decision_id));
  return row?.unit ?? null;
}

/** Says whether somebody signs a decision: the district's are the chair's, a commune's, agency's or enterprise's its own head's. Any of one's grants counts. */
export function mayIssue(decision: Pick<Decision, "authority" | "issuer_unit_id">, actor: Actor): boolean {
  if (actor.kind !== "user") return false;
  return actor.grants.some((grant) => grant.unit_id === decision.issuer_unit_id && grant.role === (decision.authority === "district" ? "chair" : "head"));
}

/** Locks a decision and gives it; fails when there is none or it stands at another step. */
export async function inState(context: CommandContext, decision_id: string, states: readonly Decision["state"][]): Promise<Result<Decision, Failure>> {
  const [decision] = await context.tx.select().from(awardDecisions).where(eq(awardDecisions.id, decision_id)).for("update");
  if (decision === undefined) return fail("not_found", "Không có quyết định này.", "No such decision.");
  if (!states.includes(decision.state)) return fail("conflict", "Quyết định đã sang bước khác. Hãy tải lại trang.", "The decision has moved on. Reload the page.");
  return ok(decision);
}

/** Fails when the number is taken in the issuer's book of its year, or the day does not fit: in the future, before the achievements, or, for what is signed here, before it was prepared. */
export async function numberIsFree(context: CommandContext, source: RecipientSource, decision: Decision, input: { number: number; symbol: string; decided_on: Decision["prepared_on"] }, signed_here: boolean): Promise<Result<null, Failure>> {
  if (input.decided_on > context.clock.today()) return failField("decided_on", `Ngày quyết định không thể sau hôm nay (${formatDate(context.clock.today())}).`, "The decision cannot be dated after today.");
  const years = [...(await nominationsOfDecision(context.tx, decision.id)), ...(await source.draftsOn(context.tx, decision.id))].map((line) => line.year);
  const first = Math.min(...years);
  if (years.length > 0 && yearOf(input.decided_on) < first) return failField("decided_on", `Quyết định khen thành tích năm ${first} không thể ký từ năm ${yearOf(input.decided_on)}.`, `A decision on achievements of ${first} cannot date from ${yearOf(input.decided_on)}.`);
  // Two clerks of one book wait for each other here, so that the second is told and not stopped by the index.
  await context.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decision_number ${context.locality.code} ${decision.issuer_unit_id}`}, 0))`);
  const taken = await context.tx
    .select({ id: awardDecisions.id, title: awardDecisions.title, symbol: awardDecisions.symbol, year: awardDecisions.year })
    .from(awardDecisions)
    .where(and(eq(awardDecisions.number, input.number), eq(awardDecisions.issuer_unit_id, decision.issuer_unit_id), ne(awardDecisions.state, "cancelled")));
  const same = taken.find((row) => row.symbol?.toLocaleUpperCase("vi") === input.symbol.toLocaleUpperCase("vi") && row.year === yearOf(input.decided_on) && row.id !== decision.id);
  if (same) {
    return failField("number", `Số ${writeNumber(input.number, input.symbol)} năm ${same.year} đã dùng cho “${same.title}”.`, `Number ${writeNumber(input.number, input.symbol)} of ${same.year} is taken by “${same.title}”.`);
  }
  if (signed_here && input.decided_on < decision.prepared_on) return failField("decided_on", `Ngày quyết định không thể trước ngày lập dự thảo (${formatDate(decision.prepared_on)}).`, `The decision cannot be dated before it was prepared (${formatDate(decision.prepared_on)}).`);
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
