import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { compareVietnamese } from "../../kernel/vietnamese.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { awardDecisions } from "../honours/index.ts";
import { listUnits, subtree, type UnitOnDay, unitNames } from "../organizations/index.ts";
import { shareText, reaches } from "./core/meeting.ts";
import type { OutcomeKind, Reason } from "./core/outcome.ts";
import { stageOf } from "./core/stage.ts";
import { villageSentence } from "./core/wording.ts";
import { TITLE } from "./judge-households.ts";
import { communeOf, findReview, householdCounts, meetingsOf, remarksOf, type Review, reviewsOf, type VillageCount, villageCounts, villagesOf } from "./store.ts";
import { householdRecipients, householdRegistrations, householdReviews } from "./tables.ts";

const READERS = ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"] as const;

const NOTHING = { registered: 0, voted: 0, excluded: 0, proposed: 0, refused: 0, recognised: 0 };

/** Adds the counts of villages. */
function total(list: readonly VillageCount[]): typeof NOTHING {
  const sum = { ...NOTHING };
  for (const count of list) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += count[key];
  return sum;
}

async function communesSeen(context: ReadContext): Promise<UnitOnDay[]> {
  const today = context.clock.today();
  const inside = await context.tx.execute<{ unit_id: string }>(sql`select unit_id from ${subtree(unitsHeld(context, READERS), today)} as b(unit_id)`);
  return listUnits(context.tx, today, { kinds: ["commune"], ids: inside.rows.map((row) => row.unit_id) });
}

/** The communes that one may see with the review of a year: how far each has come. */
export const browseHouseholdReviews = defineQuery({
  name: "browse_household_reviews",
  title: say("Bình xét Gia đình văn hóa theo xã", "Reviews of households by commune"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)) }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context) => unitsHeld(context, READERS)[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const communes = await communesSeen(context);
    const all = await reviewsOf(context.tx, communes.map((commune) => commune.id));
    const year = input.year ?? yearOf(today);
    const asked = all.filter((review) => review.year === year);
    const counts = await villageCounts(context.tx, asked.map((review) => review.id));
    const listed = await householdCounts(context.tx, communes.map((commune) => commune.id), today);
    const writable = new Set<string>();
    for (const commune of communes) if (await mayAt(context, commune.id, ["clerk", "head", "officer"])) writable.add(commune.id);
    const rows = communes.map((commune) => {
      const review = asked.find((each) => each.commune_id === commune.id) ?? null;
      const sum = total(counts.filter((count) => count.review_id === review?.id));
      const households = listed.filter((each) => each.commune_id === commune.id).reduce((n, each) => n + each.n, 0);
      return { commune: { id: commune.id, name: commune.name }, review_id: review?.id ?? null, stage: review === null ? null : stageOf(review, sum.voted > 0, sum.recognised, today), households, ...sum, may_open: review === null && writable.has(commune.id) };
    });
    return ok({ year, years: [...new Set([year, ...all.map((review) => review.year)])].sort((a, b) => b - a), rows, may_open: writable.size > 0 });
  },
});

/** The last review of a commune, from which a new one takes its scale and shares. */
export const lastHouseholdReview = defineQuery({
  name: "last_household_review",
  title: say("Đợt bình xét gần nhất của xã", "A commune's latest review"),
  input: z.strictObject({ commune_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (_context, input) => input.commune_id },
  async run(context, input) {
    const [last] = await reviewsOf(context.tx, [input.commune_id]);
    const name = (await unitNames(context.tx, [input.commune_id], context.clock.today())).get(input.commune_id) ?? "";
    return ok({ commune: { id: input.commune_id, name }, last: last ?? null, year: yearOf(context.clock.today()) });
  },
});

/** One review: its villages, what is still missing, its remarks, its decisions. */
export const householdReviewPage = defineQuery({
  name: "household_review_page",
  title: say("Một đợt bình xét Gia đình văn hóa", "One review of households"),
  input: z.strictObject({ review_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head", "division_head", "chair", "records_clerk", "auditor"], unit: (context, input) => communeOf(context, input.review_id) },
  async run(context, input) {
    const { tx } = context;
    const review = await findReview(tx, input.review_id);
    if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
    const today = context.clock.today();
    const counts = await villageCounts(tx, [review.id]);
    const villages = await villageRows(context, review, counts);
    const sum = total(counts);
    const names = await unitNames(tx, [review.commune_id], today);
    const remarks = (await remarksOf(tx, review.id)).map((remark) => ({ ...remark, village: villages.find((village) => village.id === remark.village_id)?.name ?? null }));
    return ok({
      review, commune: names.get(review.commune_id) ?? "", stage: stageOf(review, villages.some((village) => village.meeting !== null), sum.recognised, today), today,
      villages, sum: { ...sum, households: villages.reduce((n, village) => n + village.households, 0) }, remarks,
      outcomes: await outcomesOf(context, review), decisions: await decisionsOf(context, review),
      may_write: await mayAt(context, review.commune_id, ["clerk", "head", "officer"]), may_reopen: await mayAt(context, review.commune_id, ["head", "officer"]),
    });
  },
});

async function villageRows(context: ReadContext, review: Review, counts: readonly VillageCount[]) {
  const { tx } = context;
  const today = context.clock.today();
  const meetings = new Map((await meetingsOf(tx, review.id)).map((meeting) => [meeting.village_id, meeting]));
  const listed = new Map((await householdCounts(tx, [review.commune_id], today)).map((each) => [each.village_id, each.n]));
  return (await villagesOf(tx, review.commune_id, today)).map((village) => {
    const meeting = meetings.get(village.id) ?? null;
    const count = counts.find((each) => each.village_id === village.id) ?? NOTHING;
    const households = listed.get(village.id) ?? 0;
    const share = shareText(count.recognised, households);
    return {
      id: village.id, name: village.name, households, meeting, ...count, share,
      present_share: meeting === null ? null : shareText(meeting.present, meeting.called),
      quorate: meeting === null ? null : reaches(meeting.present, meeting.called, review.quorum_percent),
      sentence: villageSentence(village.name, review.year, { households, registered: count.registered, recognised: count.recognised }, share),
    };
  });
}

async function outcomesOf(context: ReadContext, review: Review): Promise<{ outcome: OutcomeKind; reason: Reason | null; n: number }[]> {
  const rows = await context.tx
    .select({ outcome: householdRegistrations.outcome, reason: sql<Reason | null>`${householdRegistrations.reasons}->>0`, n: sql<number>`count(*)::int` })
    .from(householdRegistrations)
    .where(eq(householdRegistrations.review_id, review.id))
    .groupBy(householdRegistrations.outcome, sql`${householdRegistrations.reasons}->>0`);
  return rows.flatMap(({ outcome, reason, n }) => (outcome === null ? [] : [{ outcome, reason, n }])).sort((a, b) => b.n - a.n);
}

async function decisionsOf(context: ReadContext, review: Review) {
  const rows = await context.tx
    .select({ id: awardDecisions.id, title: awardDecisions.title, state: awardDecisions.state, number: awardDecisions.number, symbol: awardDecisions.symbol, honour: householdRecipients.honour, n: sql<number>`count(*)::int` })
    .from(householdRecipients)
    .innerJoin(awardDecisions, sql`${awardDecisions.locality_id} = ${householdRecipients.locality_id} and ${awardDecisions.id} = ${householdRecipients.decision_id}`)
    .where(eq(householdRecipients.review_id, review.id))
    .groupBy(awardDecisions.id, awardDecisions.title, awardDecisions.state, awardDecisions.number, awardDecisions.symbol, householdRecipients.honour);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many households registered and hold the title, by commune and village: figures only, for everybody. */
export const householdFigures = defineQuery({
  name: "household_figures",
  title: say("Số liệu Gia đình văn hóa theo xã, thôn", "Figures of cultured families by commune and village"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const today = context.clock.today();
    const years = (await tx.selectDistinct({ year: householdReviews.year }).from(householdReviews)).map((row) => row.year).sort((a, b) => b - a);
    const [decided] = await tx.select({ year: sql<number | null>`max(${householdRecipients.year})` }).from(householdRecipients).where(sql`${householdRecipients.honour} = ${TITLE} and ${householdRecipients.standing} and ${householdRecipients.award_id} is not null`);
    const year = input.year ?? decided?.year ?? years[0] ?? yearOf(today);
    const reviews = await tx.select().from(householdReviews).where(eq(householdReviews.year, year));
    const counts = await villageCounts(tx, reviews.map((review) => review.id));
    const names = await unitNames(tx, [...reviews.map((review) => review.commune_id), ...counts.map((count) => count.village_id)], today);
    const communes = reviews.map((review) => {
      const own = counts.filter((count) => count.review_id === review.id);
      const villages = own.map((count) => ({ name: names.get(count.village_id) ?? "", registered: count.registered, recognised: count.recognised, share: shareText(count.recognised, count.registered) }));
      const { registered, recognised } = total(own);
      return { name: names.get(review.commune_id) ?? "", registered, recognised, share: shareText(recognised, registered), villages: villages.sort((a, b) => compareVietnamese(a.name, b.name)) };
    });
    return ok({ year, years, communes: communes.sort((a, b) => compareVietnamese(a.name, b.name)) });
  },
});
