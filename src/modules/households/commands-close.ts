import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { formatDate } from "../../kernel/plain-date.ts";
import { type OutcomeKind, outcomeOf } from "./core/outcome.ts";
import { judgeHouseholds, keepRulebooksOf, TITLE, type Verdict } from "./judge-households.ts";
import { BATCH, communeOf, findReview, meetingsOf, type Registration, registrationsOf, remarksOf, type Review } from "./store.ts";
import { householdRecipients, householdRegistrations, householdReviews } from "./tables.ts";
import { openReview } from "./write-rows.ts";

/** Closes a review: every registered household is judged by the law of this day, its village's meeting, the scale. From here lists can be decided. */
export const closeHouseholdReview = defineCommand({
  name: "close_household_review",
  title: say("Chốt đợt bình xét, đối chiếu quy định", "Close a review and check every household"),
  input: z.strictObject({ review_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const found = await openReview(context, input.review_id);
    if (!found.ok) return found;
    const review = found.value;
    const today = context.clock.today();
    if (today <= review.registration_due_on) return fail("conflict", `Còn hạn đăng ký đến ${formatDate(review.registration_due_on)}: chưa chốt được.`, `Registration runs until ${formatDate(review.registration_due_on)}.`);
    if (review.posting_instrument !== null && review.posted_to_on === null) return fail("conflict", `${review.posting_instrument} yêu cầu niêm yết kết quả trước khi chốt.`, `${review.posting_instrument} asks for the result to be posted first.`);
    if (review.posted_to_on !== null && today <= review.posted_to_on) return fail("conflict", `Kết quả đang niêm yết đến hết ${formatDate(review.posted_to_on)}: chốt từ ngày hôm sau.`, `The result is posted until ${formatDate(review.posted_to_on)}: close it from the day after.`);
    const registrations = await registrationsOf(context.tx, review.id);
    if (registrations.length === 0) return fail("conflict", "Chưa có hộ nào đăng ký.", "No household has registered.");
    const counts = await checkAll(context, review, registrations);
    await context.tx.update(householdReviews).set({ closed_on: today }).where(eq(householdReviews.id, review.id));
    context.act({ subject_kind: "household_review", subject_id: review.id, action: "close", unit_id: review.commune_id, payload: counts });
    context.log({ type: "household_review_closed", facts: { review_id: review.id, commune_id: review.commune_id, year: review.year, ...counts } });
    return ok({ id: review.id, ...counts });
  },
});

type Counts = { registered: number } & Record<OutcomeKind, number>;

async function checkAll(context: CommandContext, review: Review, registrations: readonly Registration[]): Promise<Counts> {
  const today = context.clock.today();
  const meetings = new Map((await meetingsOf(context.tx, review.id)).map((meeting) => [meeting.village_id, meeting]));
  const open = new Set((await remarksOf(context.tx, review.id)).filter((remark) => remark.answer === null).map((remark) => remark.village_id));
  const judged = await judgeHouseholds(context, registrations.map(({ household_id, violations }) => ({ household_id, violations: violations.map((each) => each.kind) })), { honour: TITLE, year: review.year, on: today });
  await keepRulebooksOf(context, judged, today);
  const counts: Counts = { registered: registrations.length, proposed: 0, warned: 0, refused: 0, not_reviewed: 0 };
  const rows = registrations.map((registration, index) => {
    const verdict = judged[index] as Verdict;
    const { village_id, agree, points, violations } = registration;
    const { outcome, reasons } = outcomeOf({ meeting: meetings.get(village_id) ?? null, agree, points, violated: violations.length > 0, verdict: verdict.verdict, remark_open: open.has(village_id) || open.has(null) }, review);
    counts[outcome] += 1;
    return { ...registration, outcome, reasons, verdict: verdict.verdict, failing: verdict.failing, rulebook_hash: verdict.rulebook, input: verdict.input };
  });
  const column = (name: string) => sql.raw(`excluded."${name}"`);
  for (let start = 0; start < rows.length; start += BATCH) {
    await context.tx
      .insert(householdRegistrations)
      .values(rows.slice(start, start + BATCH))
      .onConflictDoUpdate({
        target: [householdRegistrations.locality_id, householdRegistrations.review_id, householdRegistrations.household_id],
        set: { outcome: column("outcome"), reasons: column("reasons"), verdict: column("verdict"), failing: column("failing"), rulebook_hash: column("rulebook_hash"), input: column("input") },
      });
  }
  return counts;
}

/** Opens a closed review again, with the reason, as long as no decision stands on it. */
export const reopenHouseholdReview = defineCommand({
  name: "reopen_household_review",
  title: say("Mở lại đợt bình xét đã chốt", "Reopen a closed review"),
  input: z.strictObject({ review_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await findReview(context.tx, input.review_id, true);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    if (review.closed_on === null) return fail("conflict", "Đợt bình xét đang mở.", "The review is open.");
    const [standing] = await context.tx.select({ id: householdRecipients.household_id }).from(householdRecipients).where(and(eq(householdRecipients.review_id, review.id), eq(householdRecipients.standing, true))).limit(1);
    if (standing !== undefined) return fail("conflict", "Đã có quyết định hoặc dự thảo quyết định theo đợt bình xét này: hãy bỏ dự thảo trước.", "A decision or a draft rests on this review: cancel the draft first.");
    await context.tx.update(householdReviews).set({ closed_on: null }).where(eq(householdReviews.id, review.id));
    await context.tx.update(householdRegistrations).set({ outcome: null, reasons: null, verdict: null, failing: null, rulebook_hash: null, input: null }).where(eq(householdRegistrations.review_id, review.id));
    context.act({ subject_kind: "household_review", subject_id: review.id, action: "reopen", unit_id: review.commune_id, payload: { reason: input.reason } });
    context.log({ type: "household_review_reopened", facts: { review_id: review.id, commune_id: review.commune_id, year: review.year } });
    return ok({ id: review.id });
  },
});
