import { eq } from "drizzle-orm";
import { z } from "zod";
import { addDays, formatDate, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { findUnit } from "../organizations/index.ts";
import { wrongDueDay, wrongPosting } from "./core/days.ts";
import { readReview, reviewFields, scoresFit } from "./review-fields.ts";
import { communeOf, registrationsOf, reviewsOf, villagesOf } from "./store.ts";
import { householdReviews, postingRemarks } from "./tables.ts";
import { openReview } from "./write-rows.ts";

const alreadyOpen = (commune: string, year: number) => failField("year", `${commune} đã có đợt bình xét năm ${year}.`, `${commune} has a review of ${year} already.`);

/** Opens the review of a commune's households for a year: registration begins. */
export const openHouseholdReview = defineCommand({
  name: "open_household_review",
  title: say("Mở đợt bình xét Gia đình văn hóa của xã", "Open a commune's review of households"),
  input: z.strictObject({ commune_id: field.id(), year: field.whole(1990, 2100), ...reviewFields }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.commune_id },
  async run(context, input) {
    const commune = await findUnit(context.tx, input.commune_id, context.clock.today());
    if (commune?.kind !== "commune") return failField("commune_id", "Chỉ xã, phường, thị trấn mở đợt bình xét.", "Only a commune opens a review.");
    if ((await reviewsOf(context.tx, [input.commune_id])).some((review) => review.year === input.year)) return alreadyOpen(commune.name, input.year);
    const { commune_id, year, ...typed } = input;
    const now = yearOf(context.clock.today());
    if (year > now + 1) return failField("year", `Chưa mở được đợt bình xét năm ${year}: năm nay là ${now}.`, `The review of ${year} cannot be opened yet: this is ${now}.`);
    const due = wrongDueDay(input.registration_due_on, year);
    if (due !== null) return failField("registration_due_on", due.vi, due.en);
    const read = readReview(typed);
    if (!read.ok) return read;
    const id = context.newId();
    // Two who open it at once: the second is told, as if it had come later.
    const made = await context.tx.insert(householdReviews).values({ locality_id: context.locality.code, id, commune_id, year, ...read.value, created_at: context.clock.now() }).onConflictDoNothing().returning({ id: householdReviews.id });
    if (made.length === 0) return alreadyOpen(commune.name, year);
    context.act({ subject_kind: "household_review", subject_id: id, action: "open", unit_id: commune_id, payload: { year } });
    context.log({ type: "household_review_opened", facts: { review_id: id, commune_id, year, registration_due_on: input.registration_due_on } });
    return ok({ id });
  },
});

/** Changes the scale, the shares and the days of a review that is not closed. */
export const reviseHouseholdReview = defineCommand({
  name: "revise_household_review",
  title: say("Sửa thang điểm, tỷ lệ, thời hạn của đợt bình xét", "Revise a review's scale, shares and days"),
  input: z.strictObject({ review_id: field.id(), ...reviewFields }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const { review_id, ...typed } = input;
    const due = wrongDueDay(input.registration_due_on, review.value.year);
    if (due !== null) return failField("registration_due_on", due.vi, due.en);
    const read = readReview(typed);
    if (!read.ok) return read;
    const unfit = (await registrationsOf(context.tx, review_id)).filter(({ scores, points }) => !scoresFit(read.value.criteria, scores, points));
    if (unfit.length > 0) return fail("conflict", `Đã có ${unfit.length} hộ chấm theo thang điểm cũ, không còn khớp thang mới. Hãy giữ các tiêu chí đã chấm và điểm tối đa của chúng.`, `${unfit.length} households were scored by the old scale and do not fit the new one. Keep the criteria that were scored, with their points.`);
    await context.tx.update(householdReviews).set(read.value).where(eq(householdReviews.id, review_id));
    context.act({ subject_kind: "household_review", subject_id: review_id, action: "revise", unit_id: review.value.commune_id, payload: { pass_mark: read.value.pass_mark, quorum_percent: read.value.quorum_percent, agree_percent: read.value.agree_percent } });
    return ok({ id: review_id });
  },
});

/** Posts the villages' result (niêm yết): from when to when, and where. */
export const postHouseholdResult = defineCommand({
  name: "post_household_result",
  title: say("Niêm yết kết quả bình xét", "Post the result of the review"),
  input: z.strictObject({ review_id: field.id(), from_on: field.date(), to_on: field.date(), place: field.text(300) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const { from_on, to_on, place } = input;
    const { posting_days, posting_instrument, commune_id, year } = review.value;
    const mismatch = wrongPosting(from_on, to_on, year);
    if (mismatch !== null) return failField(mismatch.field, mismatch.text.vi, mismatch.text.en);
    const least = posting_days === null ? null : addDays(from_on, posting_days - 1);
    if (least !== null && to_on < least) return failField("to_on", `${posting_instrument ?? ""} quy định niêm yết ${posting_days} ngày: kết thúc sớm nhất ${formatDate(least)}.`, `${posting_instrument ?? ""} asks for ${posting_days} days of posting: it ends on ${formatDate(least)} at the earliest.`);
    await context.tx.update(householdReviews).set({ posted_from_on: from_on, posted_to_on: to_on, posting_place: place }).where(eq(householdReviews.id, input.review_id));
    context.act({ subject_kind: "household_review", subject_id: input.review_id, action: "post", unit_id: commune_id, payload: { from_on, to_on, place } });
    context.log({ type: "household_result_posted", facts: { review_id: input.review_id, commune_id, year, from_on, to_on } });
    return ok({ id: input.review_id });
  },
});

/** Writes down a remark that was received while the result was posted. Who made it is not kept. */
export const notePostingRemark = defineCommand({
  name: "note_posting_remark",
  title: say("Ghi ý kiến nhận được khi niêm yết", "Note a remark from the posting"),
  input: z.strictObject({ review_id: field.id(), village_id: field.maybe(field.id()), received_on: field.date(), remark: field.longText(1000) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    if (review.value.posted_from_on === null) return fail("conflict", "Kết quả chưa niêm yết.", "The result is not posted yet.");
    if (input.received_on > context.clock.today()) return failField("received_on", "Ngày nhận không thể sau hôm nay.", "It cannot be received after today.");
    const villages = await villagesOf(context.tx, review.value.commune_id, context.clock.today());
    if (input.village_id !== undefined && !villages.some((village) => village.id === input.village_id)) return failField("village_id", "Thôn này không thuộc xã.", "This village is not of the commune.");
    const id = context.newId();
    await context.tx.insert(postingRemarks).values({ locality_id: context.locality.code, id, review_id: input.review_id, village_id: input.village_id ?? null, received_on: input.received_on, remark: input.remark });
    context.act({ subject_kind: "household_review", subject_id: input.review_id, action: "note_remark", unit_id: review.value.commune_id });
    return ok({ id });
  },
});

/** Answers a remark from the posting. */
export const answerPostingRemark = defineCommand({
  name: "answer_posting_remark",
  title: say("Trả lời ý kiến niêm yết", "Answer a remark from the posting"),
  input: z.strictObject({ review_id: field.id(), remark_id: field.id(), answer: field.longText(1000) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const [remark] = await context.tx.select().from(postingRemarks).where(eq(postingRemarks.id, input.remark_id));
    if (remark?.review_id !== input.review_id) return fail("not_found", "Không có ý kiến này.", "No such remark.");
    await context.tx.update(postingRemarks).set({ answer: input.answer, answered_on: context.clock.today() }).where(eq(postingRemarks.id, remark.id));
    context.act({ subject_kind: "household_review", subject_id: input.review_id, action: "answer_remark", unit_id: review.value.commune_id });
    return ok({ id: remark.id });
  },
});
