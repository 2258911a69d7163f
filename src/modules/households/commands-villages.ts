import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import { wrongAgree, wrongMeeting } from "./core/meeting.ts";
import { wrongMeetingDay, wrongRegistrationDay } from "./core/days.ts";
import { readPoints, totalWithin } from "./core/scale.ts";
import { communeOf, meetingsOf, registrationsOf, type Review, villagesOf } from "./store.ts";
import { householdRegistrations, households } from "./tables.ts";
import { openReview, refuseMoreVotesThanCame, writeMeetings, writeRegistrations } from "./write-rows.ts";

const SEE_BELOW = say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention, see below. Nothing you typed is lost.");

/** Registers households for the title, many together; after the due day with the reason. */
export const registerHouseholds = defineCommand({
  name: "register_households",
  title: say("Đăng ký Gia đình văn hóa cho các hộ", "Register households for the title"),
  input: z.strictObject({ review_id: field.id(), household_ids: field.list(field.id(), 5000), registered_on: field.date(), late_reason: field.maybe(field.text(300)) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const { registered_on, review_id } = input;
    if (registered_on > context.clock.today()) return failField("registered_on", "Ngày đăng ký không thể sau hôm nay.", "It cannot have registered after today.");
    const year = wrongRegistrationDay(registered_on, review.value.year);
    if (year !== null) return failField("registered_on", year.vi, year.en);
    const late = registered_on > review.value.registration_due_on;
    if (late && input.late_reason === undefined) return failField("late_reason", `Đăng ký sau hạn ${formatDate(review.value.registration_due_on)}: hãy ghi lý do.`, `Registered after ${formatDate(review.value.registration_due_on)}: give the reason.`);
    const wanted = [...new Set(input.household_ids)];
    if (wanted.length === 0) return failField("household_ids", "Chưa chọn hộ nào.", "No household was chosen.");
    const found = await context.tx.select().from(households).where(and(inArray(households.id, wanted), eq(households.commune_id, review.value.commune_id)));
    if (found.length !== wanted.length) return fail("not_found", "Có hộ không thuộc danh sách của xã.", "Some of the households are not on the commune's list.");
    const registered = new Set((await registrationsOf(context.tx, review_id, wanted)).map((row) => row.household_id));
    const fresh = found.filter((household) => !registered.has(household.id));
    if (fresh.length === 0) return fail("conflict", "Các hộ đã chọn đều đã đăng ký.", "All of these households are registered already.");
    await writeRegistrations(context, review_id, fresh.map((household) => ({
      household_id: household.id, village_id: household.unit_id, registered_on, late_reason: late ? (input.late_reason ?? null) : null, scores: {}, points: null, violations: [], agree: null, note: null, known: false, changed: true,
    })));
    context.act({ subject_kind: "household_review", subject_id: review_id, action: "register", unit_id: review.value.commune_id, payload: { households: fresh.length } });
    return ok({ id: review_id, registered: fresh.length });
  },
});

/** Takes a household's registration back, with the reason; what was entered of it goes with it. */
export const withdrawHousehold = defineCommand({
  name: "withdraw_household",
  title: say("Rút đăng ký của một hộ", "Withdraw a household's registration"),
  input: z.strictObject({ review_id: field.id(), household_id: field.id(), reason: field.text(300) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const gone = await context.tx.delete(householdRegistrations).where(and(eq(householdRegistrations.review_id, input.review_id), eq(householdRegistrations.household_id, input.household_id))).returning({ id: householdRegistrations.household_id });
    if (gone.length === 0) return fail("not_found", "Hộ này chưa đăng ký.", "This household is not registered.");
    context.act({ subject_kind: "household", subject_id: input.household_id, action: "withdraw", unit_id: review.value.commune_id, payload: { reason: input.reason, year: review.value.year } });
    return ok({ id: input.household_id });
  },
});

/** Writes down the meeting of a village, with the scan of its minutes. */
export const recordVillageMeeting = defineCommand({
  name: "record_village_meeting",
  title: say("Ghi cuộc họp bình xét của thôn", "Record a village's meeting"),
  input: z.strictObject({
    review_id: field.id(), village_id: field.id(), met_on: field.date(), called: field.whole(1, 100_000), present: field.whole(0, 100_000),
    chair_name: field.text(120), secretary_name: field.text(120), scan: field.maybe(upload()),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const fits = await inCommune(context, review.value, input.village_id);
    if (!fits.ok) return fits;
    if (input.met_on > context.clock.today()) return failField("met_on", "Ngày họp không thể sau hôm nay.", "The village cannot have met after today.");
    const year = wrongMeetingDay(input.met_on, review.value.year);
    if (year !== null) return failField("met_on", year.vi, year.en);
    const mismatch = wrongMeeting(input);
    if (mismatch !== null) return failField("present", mismatch.vi, mismatch.en);
    const { review_id, scan, ...meeting } = input;
    const kept = scan === undefined ? null : await keepScan(context, scan, "scan", review.value.commune_id);
    if (kept !== null && !kept.ok) return kept;
    await writeMeetings(context, review_id, [{ ...meeting, ...(kept === null ? {} : { scan_file_id: kept.value }) }]);
    const fitting = await refuseMoreVotesThanCame(context, review_id);
    if (!fitting.ok) return fitting;
    context.act({ subject_kind: "household_review", subject_id: review_id, action: "record_meeting", unit_id: review.value.commune_id, payload: { village_id: input.village_id, called: input.called, present: input.present } });
    return ok({ id: review_id, village_id: input.village_id });
  },
});

/** Enters points and votes of a village's households together: all of them or none. An empty cell leaves what was there. */
export const enterVillageVotes = defineCommand({
  name: "enter_village_votes",
  title: say("Nhập điểm và số đồng ý của các hộ trong thôn", "Enter points and votes of a village's households"),
  input: z.strictObject({
    review_id: field.id(), village_id: field.id(),
    rows: field.list(z.strictObject({ household_id: field.id(), points: field.maybe(field.text(20)), agree: field.maybe(field.whole(0, 100_000)) }), 1000),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const known = new Map((await registrationsOf(context.tx, input.review_id, input.rows.map((row) => row.household_id))).map((row) => [row.household_id, row]));
    const meeting = (await meetingsOf(context.tx, input.review_id)).find((each) => each.village_id === input.village_id) ?? null;
    const fields: Record<string, Text> = {};
    const written: (typeof householdRegistrations.$inferSelect)[] = [];
    const seen = new Set<string>();
    for (const [index, row] of input.rows.entries()) {
      const before = known.get(row.household_id);
      if (seen.has(row.household_id)) {
        fields[`rows.${index}.agree`] = say("Hộ này đã có ở dòng trên.", "This household stands in a row above.");
        continue;
      }
      seen.add(row.household_id);
      if (before?.village_id !== input.village_id) {
        fields[`rows.${index}.agree`] = say("Hộ này chưa đăng ký trong thôn.", "This household is not registered in the village.");
        continue;
      }
      const read = row.points === undefined ? null : readPoints(row.points);
      const total = read === null || !read.ok ? read : totalWithin(read.value, review.value.criteria);
      if (total !== null && !total.ok) fields[`rows.${index}.points`] = total.error;
      const agree = row.agree ?? before.agree;
      const mismatch = row.agree === undefined ? null : wrongAgree(row.agree, meeting);
      if (mismatch !== null) fields[`rows.${index}.agree`] = mismatch;
      const points = total?.ok === true ? total.value : before.points;
      if (points !== before.points || agree !== before.agree) written.push({ ...before, points, scores: points === before.points ? before.scores : {}, agree });
    }
    if (Object.keys(fields).length > 0) return err({ code: "invalid", message: SEE_BELOW, fields });
    if (written.length === 0) return fail("conflict", "Không có gì mới để ghi.", "There is nothing new to write.");
    await writeRegistrations(context, input.review_id, written.map(({ village_id, household_id, registered_on, late_reason, scores, points, violations, agree, note }) => ({ village_id, household_id, registered_on, late_reason, scores, points, violations, agree, note, known: true, changed: true })));
    context.act({ subject_kind: "household_review", subject_id: input.review_id, action: "enter_votes", unit_id: review.value.commune_id, payload: { village_id: input.village_id, households: written.length } });
    return ok({ id: input.review_id, village_id: input.village_id, written: written.length });
  },
});

async function inCommune(context: CommandContext, review: Review, village_id: string): Promise<Result<null, Failure>> {
  const villages = await villagesOf(context.tx, review.commune_id, context.clock.today());
  return villages.some((village) => village.id === village_id) ? ok(null) : failField("village_id", "Thôn này không thuộc xã.", "This village is not of the commune.");
}
