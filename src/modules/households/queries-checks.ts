import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { compareByGivenName, compareVietnamese } from "../../kernel/vietnamese.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { historyOf } from "../honours/index.ts";
import { layersOfRulebooks } from "../nominations/index.ts";
import { unitNames } from "../organizations/index.ts";
import { longestRun, YEARS_IN_A_ROW } from "./core/wording.ts";
import { CERTIFICATE, judgeHouseholds, TITLE, verdictOf } from "./judge-households.ts";
import { importFields, judgeRows } from "./judge-rows.ts";
import { communeOf, findReview, householdsOfCommune, meetingsOf, registrationsOf, villagesOf } from "./store.ts";
import { householdRecipients, households } from "./tables.ts";

/** What an import would write, row by row, and what is wrong; nothing is written. */
export const householdImportPreview = defineQuery({
  name: "household_import_preview",
  title: say("Xem trước khi nhập hộ gia đình từ bảng tính", "Preview an import of households"),
  input: z.strictObject(importFields),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const review = await findReview(context.tx, input.review_id);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    // A preview writes nothing: new households need no real id yet, only one each.
    let next = 0;
    const judged = await judgeRows(context, review, input.rows, () => {
      next += 1;
      return `new-${next}`;
    });
    const count = (outcome: string) => judged.rows.filter((row) => row.outcome === outcome).length;
    return ok({
      review, rows: judged.rows.map(({ index, row, outcome, fault, was }) => ({ index, row, outcome, fault, was })), meetings: judged.meetings.length,
      counts: { new: count("new"), change: count("change"), same: count("same"), wrong: count("wrong") },
      households: judged.rows.filter((row) => row.household?.known === false).length, registrations: judged.rows.filter((row) => row.registration?.known === false).length,
    });
  },
});

/** The sheet of a commune as it stands: every household with what is known, ready to be filled in further. */
export const householdSheet = defineQuery({
  name: "household_sheet",
  title: say("Bảng tính hộ gia đình để điền", "The sheet of households to fill in"),
  input: z.strictObject({ review_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const review = await findReview(tx, input.review_id);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    const villages = await villagesOf(tx, review.commune_id, context.clock.today());
    const registrations = new Map((await registrationsOf(tx, review.id)).map((row) => [row.household_id, row]));
    const meetings = new Map((await meetingsOf(tx, review.id)).map((meeting) => [meeting.village_id, meeting]));
    const all = (await householdsOfCommune(tx, review.commune_id)).filter((household) => household.to_on === null);
    const rows = villages.flatMap((village) =>
      all
        .filter((household) => household.unit_id === village.id)
        .sort((a, b) => compareByGivenName(a.head_name, b.head_name))
        .map((household) => ({ village: village.name, household, registration: registrations.get(household.id) ?? null, meeting: meetings.get(village.id) ?? null })),
    );
    return ok({ review, villages: villages.map(({ name }) => name), rows });
  },
});

/** Households that hold the title in the review's year and the years before it: who may be proposed for a certificate, with the rulebook's verdict. */
export const certificateCandidates = defineQuery({
  name: "certificate_candidates",
  title: say("Hộ đạt Gia đình văn hóa nhiều năm liên tục", "Households with consecutive years of the title"),
  input: z.strictObject({ review_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const review = await findReview(tx, input.review_id);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    const registered = await registrationsOf(tx, review.id);
    const years = new Map<string, number[]>();
    for (const line of await historyOf(tx, "household_id", registered.map((row) => row.household_id))) if (line.honour === TITLE && !line.revoked) years.set(line.subject_id, [...(years.get(line.subject_id) ?? []), line.year]);
    const long = registered.filter((row) => longestRun(years.get(row.household_id) ?? [], review.year).length >= YEARS_IN_A_ROW);
    const on = review.closed_on ?? context.clock.today();
    const verdicts = await judgeHouseholds(context, long.map((row) => ({ household_id: row.household_id, violations: row.violations.map((each) => each.kind) })), { honour: CERTIFICATE, year: review.year, on });
    const standing = await tx.select({ id: householdRecipients.household_id, decision_id: householdRecipients.decision_id }).from(householdRecipients).where(and(eq(householdRecipients.review_id, review.id), eq(householdRecipients.honour, CERTIFICATE), eq(householdRecipients.standing, true)));
    const decisions = new Map(standing.map((row) => [row.id, row.decision_id]));
    const heads = new Map((long.length === 0 ? [] : await tx.select({ id: households.id, head_name: households.head_name }).from(households).where(eq(households.commune_id, review.commune_id))).map((row) => [row.id, row.head_name]));
    const names = await unitNames(tx, [review.commune_id, ...long.map((row) => row.village_id)], context.clock.today());
    const rows = long.map((row, index) => ({
      household_id: row.household_id, head_name: heads.get(row.household_id) ?? "", village: names.get(row.village_id) ?? "", run: longestRun(years.get(row.household_id) ?? [], review.year),
      verdict: verdicts[index]?.verdict ?? "undetermined", failing: verdicts[index]?.failing ?? [], decision_id: decisions.get(row.household_id) ?? null,
    }));
    return ok({ review, commune: names.get(review.commune_id) ?? "", rows: rows.sort((a, b) => compareVietnamese(a.village, b.village) || compareByGivenName(a.head_name, b.head_name)) });
  },
});

/** Judges every kept check of a review again from what was kept, and says whether the answers are still the same. */
export const replayHouseholdChecks = defineQuery({
  name: "replay_household_checks",
  title: say("Xét lại các kết quả đối chiếu hộ gia đình đã lưu", "Judge a review's kept checks again"),
  input: z.strictObject({ review_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "chair", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const kept = (await registrationsOf(context.tx, input.review_id)).filter((row) => row.rulebook_hash !== null);
    const layers = await layersOfRulebooks(context.tx, kept.flatMap((row) => row.rulebook_hash ?? []));
    const counts = { same: 0, other_rulebook: 0, different: 0 };
    for (const row of kept) {
      const layer = layers.get(row.rulebook_hash ?? "");
      if (layer === undefined) {
        counts.different += 1;
        continue;
      }
      const again = verdictOf(row.input, layer);
      if (again.rulebook !== row.rulebook_hash) counts.other_rulebook += 1;
      else if (again.verdict === row.verdict && JSON.stringify(again.failing) === JSON.stringify(row.failing)) counts.same += 1;
      else counts.different += 1;
    }
    return ok(counts);
  },
});
