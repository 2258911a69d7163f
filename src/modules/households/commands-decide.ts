import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { yearOf } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { compareByGivenName, compareVietnamese } from "../../kernel/vietnamese.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { awardDecisions, historyOf } from "../honours/index.ts";
import { unitNames } from "../organizations/index.ts";
import { certificateAchievement, householdTitle, longestRun, titleAchievement } from "./core/wording.ts";
import { CERTIFICATE, type HouseholdHonour, judgeHouseholds, keepRulebooksOf, TITLE, type Verdict } from "./judge-households.ts";
import { BATCH, communeOf, findReview, type Household, type Registration, registrationsOf, type Review } from "./store.ts";
import { householdRecipients, households } from "./tables.ts";

/** Puts the households that a closed review proposes into a draft decision of the commune's head. */
export const prepareHouseholdDecision = defineCommand({
  name: "prepare_household_decision",
  title: say("Lập dự thảo quyết định công nhận Gia đình văn hóa", "Prepare the decision on the title for households"),
  input: z.strictObject({ review_id: field.id(), title: field.text(400) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await closedReview(context, input.review_id);
    if (!review.ok) return review;
    const proposed = (await registrationsOf(context.tx, review.value.id)).filter(({ outcome }) => outcome === "proposed" || outcome === "warned");
    const free = await withoutStanding(context, proposed, TITLE, review.value.year);
    if (free.length === 0) return fail("conflict", "Không còn hộ nào đủ điều kiện mà chưa có trong quyết định.", "No proposed household is left that stands on no decision.");
    return prepare(context, review.value, free, input.title, { honour: TITLE, achievement: () => titleAchievement(review.value.year) });
  },
});

/** Puts households with consecutive years of the title into a draft decision on certificates of merit; refused when the rules refuse one. */
export const prepareHouseholdCertificates = defineCommand({
  name: "prepare_household_certificates",
  title: say("Lập dự thảo quyết định tặng Giấy khen cho hộ gia đình", "Prepare the decision on certificates for households"),
  input: z.strictObject({ review_id: field.id(), household_ids: field.list(field.id(), 5000), title: field.text(400) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await closedReview(context, input.review_id);
    if (!review.ok) return review;
    const wanted = [...new Set(input.household_ids)];
    if (wanted.length === 0) return fail("invalid", "Chưa chọn hộ nào.", "No household was chosen.");
    const registered = await registrationsOf(context.tx, review.value.id, wanted);
    if (registered.length !== wanted.length) return fail("not_found", "Có hộ không thuộc đợt bình xét này.", "Some of the households are not of this review.");
    const free = await withoutStanding(context, registered, CERTIFICATE, review.value.year);
    if (free.length !== wanted.length) return fail("conflict", "Có hộ đã ở trong một quyết định tặng Giấy khen của năm này.", "Some of the households stand on a decision on certificates of this year already.");
    const years = new Map<string, number[]>();
    for (const line of await historyOf(context.tx, "household_id", wanted)) if (line.honour === TITLE && !line.revoked) years.set(line.subject_id, [...(years.get(line.subject_id) ?? []), line.year]);
    return prepare(context, review.value, free, input.title, { honour: CERTIFICATE, achievement: (household) => certificateAchievement(longestRun(years.get(household.id) ?? [], review.value.year)) });
  },
});

async function closedReview(context: CommandContext, review_id: string): Promise<Result<Review, Failure>> {
  const review = await findReview(context.tx, review_id, true);
  if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
  return review.closed_on === null ? fail("conflict", "Đợt bình xét chưa chốt.", "The review is not closed yet.") : ok(review);
}

/** Gives the registrations whose households stand on no decision of this honour and year. */
async function withoutStanding(context: ReadContext, registrations: readonly Registration[], honour: HouseholdHonour, year: number): Promise<Registration[]> {
  if (registrations.length === 0) return [];
  const rows = await context.tx
    .select({ id: householdRecipients.household_id })
    .from(householdRecipients)
    .where(and(inArray(householdRecipients.household_id, registrations.map((row) => row.household_id)), eq(householdRecipients.honour, honour), eq(householdRecipients.year, year), eq(householdRecipients.standing, true)));
  const standing = new Set(rows.map((row) => row.id));
  return registrations.filter((registration) => !standing.has(registration.household_id));
}

async function prepare(context: CommandContext, review: Review, registrations: readonly Registration[], title: string, proposal: { honour: HouseholdHonour; achievement: (household: Household) => string }): Promise<Result<{ id: string; households: number }, Failure>> {
  if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
  const on = review.closed_on ?? context.clock.today();
  const verdicts = await judgeHouseholds(context, registrations.map((row) => ({ household_id: row.household_id, violations: row.violations.map((each) => each.kind) })), { honour: proposal.honour, year: review.year, on });
  const found = await context.tx.select().from(households).where(inArray(households.id, registrations.map((row) => row.household_id)));
  const byId = new Map(found.map((household) => [household.id, household]));
  const refused = registrations.filter((_row, index) => verdicts[index]?.verdict === "not_eligible").map((row) => byId.get(row.household_id)?.head_name ?? "");
  if (refused.length > 0) return fail("refused", `Không đủ điều kiện: ${refused.slice(0, 5).join(", ")}${refused.length > 5 ? ` (+${refused.length - 5})` : ""}.`, `Not eligible: ${refused.slice(0, 5).join(", ")}${refused.length > 5 ? ` (+${refused.length - 5})` : ""}.`);
  await keepRulebooksOf(context, verdicts, on);
  const names = await unitNames(context.tx, [review.commune_id, ...registrations.map((row) => row.village_id)], context.clock.today());
  const decision_id = context.newId();
  await context.tx.insert(awardDecisions).values({
    locality_id: context.locality.code, id: decision_id, issuer_unit_id: review.commune_id, authority: "commune", title, year: yearOf(context.clock.today()),
    source: "signed_here", state: "prepared", prepared_by: context.actor.id, prepared_on: context.clock.today(),
  });
  const lines = registrations.flatMap((registration, index) => {
    const household = byId.get(registration.household_id);
    return household === undefined ? [] : [{ registration, household, village: names.get(registration.village_id) ?? "", verdict: verdicts[index] as Verdict }];
  });
  lines.sort((a, b) => compareVietnamese(a.village, b.village) || compareByGivenName(a.household.head_name, b.household.head_name) || (a.household.id < b.household.id ? -1 : 1));
  const rows = lines.map(({ registration, household, village, verdict }, index) => ({
    locality_id: context.locality.code, decision_id, household_id: household.id, review_id: review.id, village_id: registration.village_id, honour: proposal.honour, year: review.year, place: index + 1,
    subject_name: householdTitle(household.head_name), subject_note: [household.address, village, names.get(review.commune_id) ?? ""].filter((part) => part !== null && part !== "").join(", "),
    achievement: proposal.achievement(household), verdict: verdict.verdict, failing: verdict.failing, rulebook_hash: verdict.rulebook, input: verdict.input, standing: true,
  }));
  for (let start = 0; start < rows.length; start += BATCH) await context.tx.insert(householdRecipients).values(rows.slice(start, start + BATCH));
  context.act({ subject_kind: "decision", subject_id: decision_id, action: "prepare", unit_id: review.commune_id, payload: { title, count: rows.length, review_id: review.id } });
  return ok({ id: decision_id, households: rows.length });
}
