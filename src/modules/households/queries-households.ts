import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { mayAt } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { historyOf } from "../honours/index.ts";
import { unitNames } from "../organizations/index.ts";
import { reaches, shareText } from "./core/meeting.ts";
import { communeOf, findHousehold, findReview, listHouseholds, meetingsOf, registrationsOf, villagesOf } from "./store.ts";
import { householdRecipients } from "./tables.ts";

const PAGE_SIZE = 50;
/** A village is entered together: as many households on a page as an old laptop shows without effort. */
const ENTRY_SIZE = 100;

const STATES = ["unregistered", "registered", "unvoted", "proposed", "warned", "refused", "not_reviewed"] as const;

/** The households of a commune with what a review knows of each: searched without regard to diacritics, narrowed, by pages. */
export const browseHouseholds = defineQuery({
  name: "browse_households",
  title: say("Danh sách hộ gia đình của xã", "The households of a commune"),
  input: z.strictObject({ review_id: field.id(), village_id: field.maybe(field.id()), search: field.maybe(field.text(80)), state: field.maybe(field.choice(STATES)), page: field.maybe(field.whole(1, 100_000)) }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const review = await findReview(tx, input.review_id);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    const page = input.page ?? 1;
    const { rows, count } = await listHouseholds(tx, { ...input, commune_id: review.commune_id }, today, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    const villages = await villagesOf(tx, review.commune_id, today);
    const names = await unitNames(tx, [review.commune_id, ...rows.map((row) => row.registration?.village_id ?? row.household.unit_id)], today);
    return ok({
      review, commune: names.get(review.commune_id) ?? "", villages: villages.map(({ id, name }) => ({ id, name })),
      rows: rows.map((row) => ({ ...row, village: names.get(row.registration?.village_id ?? row.household.unit_id) ?? "" })),
      count, page, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), filter: input, may_write: review.closed_on === null && (await mayAt(context, review.commune_id, ["clerk", "head", "officer"])),
    });
  },
});

/** A village in a review: its meeting, its registered households with points and votes, how many have not registered. */
export const villagePage = defineQuery({
  name: "village_page",
  title: say("Một thôn trong đợt bình xét", "A village in a review"),
  input: z.strictObject({ review_id: field.id(), village_id: field.id(), page: field.maybe(field.whole(1, 1000)) }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const review = await findReview(tx, input.review_id);
    const village = review === null ? undefined : (await villagesOf(tx, review.commune_id, today)).find((each) => each.id === input.village_id);
    if (review === null || village === undefined) return fail("not_found", "Không có thôn này trong đợt bình xét.", "No such village in this review.");
    const page = input.page ?? 1;
    const filter = { commune_id: review.commune_id, review_id: review.id, village_id: village.id };
    const { rows, count } = await listHouseholds(tx, { ...filter, state: "registered" }, today, ENTRY_SIZE, (page - 1) * ENTRY_SIZE);
    const waiting = await listHouseholds(tx, { ...filter, state: "unregistered" }, today, 1000, 0);
    const meeting = (await meetingsOf(tx, review.id)).find((each) => each.village_id === village.id) ?? null;
    return ok({
      review, village: { id: village.id, name: village.name }, meeting,
      present_share: meeting === null ? null : shareText(meeting.present, meeting.called),
      quorate: meeting === null ? null : reaches(meeting.present, meeting.called, review.quorum_percent),
      rows: rows.flatMap(({ household, registration }) => (registration === null ? [] : [{ household, registration, reached: meeting === null || registration.agree === null ? null : reaches(registration.agree, meeting.present, review.agree_percent) }])),
      waiting: waiting.rows.map(({ household }) => ({ id: household.id, code: household.code, head_name: household.head_name, address: household.address })),
      count, page, pages: Math.max(1, Math.ceil(count / ENTRY_SIZE)), may_write: review.closed_on === null && (await mayAt(context, review.commune_id, ["clerk", "head", "officer"])),
    });
  },
});

/** One household: what a review knows of it, its titles and certificates. */
export const householdPage = defineQuery({
  name: "household_page",
  title: say("Một hộ gia đình", "One household"),
  input: z.strictObject({ review_id: field.id(), household_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const review = await findReview(tx, input.review_id);
    const household = await findHousehold(tx, input.household_id);
    if (review === null || household === null || household.commune_id !== review.commune_id) return fail("not_found", "Không có hộ này trong đợt bình xét.", "No such household in this review.");
    const [registration] = await registrationsOf(tx, review.id, [household.id]);
    const meeting = (await meetingsOf(tx, review.id)).find((each) => each.village_id === (registration?.village_id ?? household.unit_id)) ?? null;
    const revoked = await tx.select({ award_id: householdRecipients.award_id, reason: householdRecipients.revocation_reason }).from(householdRecipients).where(eq(householdRecipients.household_id, household.id));
    const villages = await villagesOf(tx, review.commune_id, today);
    return ok({
      review, household, registration: registration ?? null, meeting, history: await historyOf(tx, "household_id", [household.id]), revocations: revoked.filter((row) => row.reason !== null),
      village: (await unitNames(tx, [household.unit_id], today)).get(household.unit_id) ?? "", villages: villages.map(({ id, name }) => ({ id, name })),
      may_write: await mayAt(context, review.commune_id, ["clerk", "head", "officer"]),
    });
  },
});

/** The scan of a village meeting's minutes. */
export const villageMinutes = defineQuery({
  name: "village_minutes",
  title: say("Biên bản họp thôn", "The minutes of a village meeting"),
  input: z.strictObject({ review_id: field.id(), village_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const scan = (await meetingsOf(context.tx, input.review_id)).find((each) => each.village_id === input.village_id)?.scan_file_id ?? null;
    const file = scan === null ? null : await readFile(context.tx, scan);
    return file === null ? fail("not_found", "Cuộc họp này chưa có bản quét biên bản.", "This meeting has no scanned minutes.") : ok(file);
  },
});
