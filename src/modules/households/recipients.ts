import { asc, eq, inArray, sql } from "drizzle-orm";
import { ok } from "../../kernel/result.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { fail } from "../../platform/command/failure.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { RecipientSource } from "../nominations/index.ts";
import { type HouseholdHonour, judgeHouseholds, keepRulebooksOf, TITLE } from "./judge-households.ts";
import { BATCH, findReview, registrationsOf } from "./store.ts";
import { householdRecipients } from "./tables.ts";

export type Recipient = typeof householdRecipients.$inferSelect;

/** Gives the recipients of a decision in the order of its list. */
export function recipientsOn(tx: Tx, decision_id: string): Promise<Recipient[]> {
  return tx.select().from(householdRecipients).where(eq(householdRecipients.decision_id, decision_id)).orderBy(asc(householdRecipients.place));
}

const column = (name: string) => sql.raw(`excluded."${name}"`);

async function writeVerdicts(context: CommandContext, rows: readonly Recipient[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await context.tx
      .insert(householdRecipients)
      .values(rows.slice(start, start + BATCH))
      .onConflictDoUpdate({
        target: [householdRecipients.locality_id, householdRecipients.decision_id, householdRecipients.household_id],
        set: { verdict: column("verdict"), failing: column("failing"), rulebook_hash: column("rulebook_hash"), input: column("input"), award_id: column("award_id") },
      });
  }
}

/** Households on decisions, for the module that keeps the life of decisions. */
export const householdRecipientSource: RecipientSource = {
  async countOn(tx, decision_ids) {
    if (decision_ids.length === 0) return new Map();
    const rows = await tx
      .select({ decision_id: householdRecipients.decision_id, n: sql<number>`count(*)::int` })
      .from(householdRecipients)
      .where(inArray(householdRecipients.decision_id, [...decision_ids]))
      .groupBy(householdRecipients.decision_id);
    return new Map(rows.map((row) => [row.decision_id, row.n]));
  },

  async listOn(tx, decision_id, limit, offset) {
    const rows = await tx.select().from(householdRecipients).where(eq(householdRecipients.decision_id, decision_id)).orderBy(asc(householdRecipients.place)).limit(limit).offset(offset);
    return rows.map((row) => ({ id: row.household_id, name: row.subject_name, note: row.subject_note, honour: row.honour, year: row.year, href: `/households/${row.review_id}/homes/${row.household_id}` }));
  },

  async draftsOn(tx, decision_id) {
    const rows = await recipientsOn(tx, decision_id);
    const [first] = rows;
    const commune = first === undefined ? null : await findReview(tx, first.review_id);
    return rows.map((row) => ({
      honour: row.honour, year: row.year, subject_kind: "household", person_id: null, subject_unit_id: null, household_id: row.household_id, subject_name: row.subject_name,
      subject_note: row.subject_note, unit_id: commune?.commune_id ?? row.village_id, achievement: row.achievement, nomination_id: null,
    }));
  },

  async judgeBinding(context, decision_id) {
    const rows = await recipientsOn(context.tx, decision_id);
    const [first] = rows;
    if (first === undefined) return ok(null);
    const review = await findReview(context.tx, first.review_id);
    const on = review?.closed_on ?? context.clock.today();
    const grounds = new Map((await registrationsOf(context.tx, first.review_id)).map((row) => [row.household_id, row.violations.map((each) => each.kind)]));
    const verdicts = await judgeHouseholds(context, rows.map((row) => ({ household_id: row.household_id, violations: grounds.get(row.household_id) ?? [] })), { honour: first.honour as HouseholdHonour, year: first.year, on });
    const failing = rows.filter((_row, index) => verdicts[index]?.verdict === "not_eligible");
    if (failing.length > 0) {
      const names = failing.slice(0, 5).map((row) => row.subject_name).join(", ");
      const more = failing.length > 5 ? ` (+${failing.length - 5})` : "";
      return fail("refused", `Không đủ điều kiện: ${names}${more}. Hãy bỏ dự thảo và lập lại danh sách.`, `Not eligible: ${names}${more}. Cancel the draft and make the list again.`);
    }
    await keepRulebooksOf(context, verdicts, on);
    await writeVerdicts(context, rows.flatMap((row, index) => {
      const verdict = verdicts[index];
      return verdict === undefined ? [] : [{ ...row, verdict: verdict.verdict, failing: verdict.failing, rulebook_hash: verdict.rulebook, input: verdict.input }];
    }));
    return ok(null);
  },

  async broughtIntoForce(context, decision_id, award_ids) {
    const rows = await recipientsOn(context.tx, decision_id);
    if (rows.length === 0) return;
    await writeVerdicts(context, rows.map((row, index) => ({ ...row, award_id: award_ids[index] ?? null })));
    const [first] = rows;
    if (first === undefined) return;
    context.act({ subject_kind: "household_review", subject_id: first.review_id, action: first.honour === TITLE ? "decide_title" : "decide_certificate", payload: { households: rows.length } });
  },

  async cancelled(context, decision_id) {
    await context.tx.update(householdRecipients).set({ standing: false }).where(eq(householdRecipients.decision_id, decision_id));
  },

  async revoked(context, award_id, reason) {
    const [row] = await context.tx.update(householdRecipients).set({ standing: false, revocation_reason: reason }).where(eq(householdRecipients.award_id, award_id)).returning({ household_id: householdRecipients.household_id });
    if (row !== undefined) context.act({ subject_kind: "household", subject_id: row.household_id, action: "revoke", payload: { reason } });
  },
};
