import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { readPoints, sumOfScores, totalWithin } from "./core/scale.ts";
import { MOST_LETTERS } from "./core/sheet.ts";
import { VIOLATIONS } from "./core/violations.ts";
import { communeOf, findHousehold, registrationsOf, type Review, villagesOf } from "./store.ts";
import { households } from "./tables.ts";
import { lockList, openReview, writeHouseholds, writeRegistrations } from "./write-rows.ts";

const household = { village_id: field.id(), code: field.maybe(field.text(MOST_LETTERS.code)), head_name: field.text(MOST_LETTERS.head), address: field.maybe(field.text(MOST_LETTERS.address)) };

/** Adds one household to a commune's list, as the import does for many. */
export const addHousehold = defineCommand({
  name: "add_household",
  title: say("Thêm một hộ gia đình", "Add a household"),
  input: z.strictObject({ commune_id: field.id(), from_on: field.date(), ...household }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.commune_id },
  async run(context, input) {
    const { commune_id, from_on, village_id, head_name } = input;
    if (from_on > context.clock.today()) return failField("from_on", "Ngày vào danh sách không thể sau hôm nay.", "It cannot come onto the list after today.");
    const free = await fits(context, commune_id, input, null);
    if (!free.ok) return free;
    const id = context.newId();
    await writeHouseholds(context, commune_id, [{ id, unit_id: village_id, code: input.code ?? null, head_name, address: input.address ?? null, from_on, known: false, changed: true }]);
    context.act({ subject_kind: "household", subject_id: id, action: "add", unit_id: commune_id });
    return ok({ id });
  },
});

/** Changes what is known of a household: a new head, another village, its number. */
export const changeHousehold = defineCommand({
  name: "change_household",
  title: say("Sửa thông tin hộ gia đình", "Change a household"),
  input: z.strictObject({ household_id: field.id(), ...household }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: async (context, input) => (await findHousehold(context.tx, input.household_id))?.commune_id ?? null },
  async run(context, input) {
    const before = await findHousehold(context.tx, input.household_id);
    if (before === null) return fail("not_found", "Không có hộ này.", "No such household.");
    const free = await fits(context, before.commune_id, input, before.id);
    if (!free.ok) return free;
    await writeHouseholds(context, before.commune_id, [{ id: before.id, unit_id: input.village_id, code: input.code ?? null, head_name: input.head_name, address: input.address ?? null, from_on: before.from_on, known: true, changed: true }]);
    context.act({ subject_kind: "household", subject_id: before.id, action: "change", unit_id: before.commune_id });
    return ok({ id: before.id });
  },
});

/** Takes a household off the list from a day: it moved away or was merged into another. Its history stays. */
export const endHousehold = defineCommand({
  name: "end_household",
  title: say("Đưa hộ ra khỏi danh sách", "End a household"),
  input: z.strictObject({ household_id: field.id(), to_on: field.date(), reason: field.text(300) }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: async (context, input) => (await findHousehold(context.tx, input.household_id))?.commune_id ?? null },
  async run(context, input) {
    const before = await findHousehold(context.tx, input.household_id);
    if (before === null) return fail("not_found", "Không có hộ này.", "No such household.");
    if (before.to_on !== null) return fail("conflict", `Hộ này đã ra khỏi danh sách từ ngày ${formatDate(before.to_on)}.`, `This household left the list on ${formatDate(before.to_on)}.`);
    if (input.to_on < before.from_on) return failField("to_on", "Ngày này đứng trước ngày hộ vào danh sách.", "This day is before the household came onto the list.");
    await context.tx.update(households).set({ to_on: input.to_on }).where(eq(households.id, before.id));
    context.act({ subject_kind: "household", subject_id: before.id, action: "end", unit_id: before.commune_id, payload: { reason: input.reason } });
    return ok({ id: before.id });
  },
});

/** Enters what was found of one household: points by criterion or their total, the grounds that exclude it with their evidence. */
export const assessHousehold = defineCommand({
  name: "assess_household",
  title: say("Nhập điểm, trường hợp không xét của một hộ", "Enter a household's points and grounds of exclusion"),
  input: z.strictObject({
    review_id: field.id(), household_id: field.id(), scores: z.record(z.string(), field.maybe(field.text(20))).optional(), points: field.maybe(field.text(20)),
    violations: field.list(z.strictObject({ kind: field.choice(VIOLATIONS), evidence: field.text(500) }), VIOLATIONS.length), note: field.maybe(field.text(500)),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await openReview(context, input.review_id);
    if (!review.ok) return review;
    const [before] = await registrationsOf(context.tx, input.review_id, [input.household_id]);
    if (before === undefined) return fail("not_found", "Hộ này chưa đăng ký.", "This household is not registered.");
    const points = pointsOf(review.value, input);
    if (!points.ok) return points;
    if (new Set(input.violations.map((each) => each.kind)).size !== input.violations.length) return failField("violations", "Một trường hợp được ghi hai lần.", "A ground is listed twice.");
    const { village_id, household_id, registered_on, late_reason, agree } = before;
    await writeRegistrations(context, input.review_id, [{ village_id, household_id, registered_on, late_reason, agree, ...points.value, violations: input.violations, note: input.note ?? null, known: true, changed: true }]);
    // Which ground it is stays out of the payload: the row holds it, under the commune's eyes only.
    context.act({ subject_kind: "household", subject_id: household_id, action: "assess", unit_id: review.value.commune_id, payload: { year: review.value.year, grounds: input.violations.length } });
    return ok({ id: household_id });
  },
});

function pointsOf(review: Review, input: { scores?: Record<string, string | undefined> | undefined; points?: string | undefined }): Result<{ scores: Record<string, string>; points: string | null }, Failure> {
  const unknown = Object.keys(input.scores ?? {}).find((id) => !review.criteria.some((criterion) => criterion.id === id));
  if (unknown !== undefined) return failField(`scores.${unknown}`, "Thang điểm không có tiêu chí này.", "The scale has no such criterion.");
  const sum = sumOfScores(review.criteria, input.scores ?? {});
  if (!sum.ok) return err({ code: "invalid", message: sum.error.text, fields: { [`scores.${sum.error.criterion}`]: sum.error.text } });
  if (input.points === undefined) return ok(sum.value);
  const read = readPoints(input.points);
  const total = read.ok ? totalWithin(read.value, review.criteria) : read;
  if (!total.ok) return failField("points", total.error.vi, total.error.en);
  if (sum.value.points !== null && sum.value.points !== total.value) return failField("points", `Tổng điểm ghi ${total.value}, cộng các tiêu chí được ${sum.value.points}. Hãy sửa một bên hoặc để trống tổng.`, `The total says ${total.value}, the criteria add up to ${sum.value.points}. Mend one or leave the total empty.`);
  return ok({ scores: sum.value.scores, points: total.value });
}

async function fits(context: CommandContext, commune_id: string, input: { village_id: string; code?: string | undefined }, self: string | null): Promise<Result<null, Failure>> {
  await lockList(context, commune_id);
  const villages = await villagesOf(context.tx, commune_id, context.clock.today());
  if (!villages.some((village) => village.id === input.village_id)) return failField("village_id", "Thôn này không thuộc xã.", "This village is not of the commune.");
  if (input.code === undefined) return ok(null);
  const [taken] = await context.tx.select({ head_name: households.head_name }).from(households).where(and(eq(households.commune_id, commune_id), eq(households.code, input.code), self === null ? undefined : ne(households.id, self)));
  return taken === undefined ? ok(null) : failField("code", `Mã ${input.code} đã dùng cho hộ “${taken.head_name}”.`, `Number ${input.code} is the household of “${taken.head_name}”.`);
}
