import { and, eq, gt, sql } from "drizzle-orm";
import { ok, type Result } from "../../kernel/result.ts";
import { foldForSearch } from "../../kernel/vietnamese.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import type { WrittenHousehold, WrittenRegistration } from "./judge-rows.ts";
import type { ReadMeeting } from "./judge-meetings.ts";
import { BATCH, findReview, type Review } from "./store.ts";
import { householdRegistrations, households, villageMeetings } from "./tables.ts";

const added = (column: string) => sql.raw(`excluded."${column}"`);

/** Holds a commune's list of households until commit: two who write a number at once wait for each other, and the second sees the first. */
export async function lockList(context: CommandContext, commune_id: string): Promise<void> {
  await context.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`households ${context.locality.code} ${commune_id}`}, 0))`);
}

/** Writes households, new ones and changed ones, in few statements. */
export async function writeHouseholds(context: CommandContext, commune_id: string, list: readonly WrittenHousehold[]): Promise<void> {
  const rows = list.map(({ id, unit_id, code, head_name, address, from_on }) => ({
    locality_id: context.locality.code, id, commune_id, unit_id, code, head_name, head_folded: foldForSearch(head_name), address, from_on,
  }));
  for (let start = 0; start < rows.length; start += BATCH) {
    await context.tx
      .insert(households)
      .values(rows.slice(start, start + BATCH))
      .onConflictDoUpdate({
        target: [households.locality_id, households.id],
        set: { unit_id: added("unit_id"), code: added("code"), head_name: added("head_name"), head_folded: added("head_folded"), address: added("address") },
      });
  }
}

/** Writes registrations, new ones and changed ones, in few statements. */
export async function writeRegistrations(context: CommandContext, review_id: string, list: readonly WrittenRegistration[]): Promise<void> {
  const rows = list.map(({ known: _known, changed: _changed, ...registration }) => ({ locality_id: context.locality.code, review_id, ...registration }));
  for (let start = 0; start < rows.length; start += BATCH) {
    await context.tx
      .insert(householdRegistrations)
      .values(rows.slice(start, start + BATCH))
      .onConflictDoUpdate({
        target: [householdRegistrations.locality_id, householdRegistrations.review_id, householdRegistrations.household_id],
        set: {
          village_id: added("village_id"), registered_on: added("registered_on"), late_reason: added("late_reason"), scores: added("scores"), points: added("points"),
          violations: added("violations"), agree: added("agree"), note: added("note"),
        },
      });
  }
}

/** Writes the meetings of villages; a scan that was kept before stays. */
export async function writeMeetings(context: CommandContext, review_id: string, list: readonly (ReadMeeting & { scan_file_id?: string })[]): Promise<void> {
  for (const meeting of list) {
    await context.tx
      .insert(villageMeetings)
      .values({ locality_id: context.locality.code, review_id, ...meeting })
      .onConflictDoUpdate({ target: [villageMeetings.locality_id, villageMeetings.review_id, villageMeetings.village_id], set: meeting });
  }
}

/** Fails when some household has more votes than came to its village's meeting: figures entered at different times must still add up. */
export async function refuseMoreVotesThanCame(context: CommandContext, review_id: string): Promise<Result<null, Failure>> {
  const [first] = await context.tx
    .select({ head_name: households.head_name, agree: householdRegistrations.agree, present: villageMeetings.present })
    .from(householdRegistrations)
    .innerJoin(villageMeetings, and(eq(villageMeetings.locality_id, householdRegistrations.locality_id), eq(villageMeetings.review_id, householdRegistrations.review_id), eq(villageMeetings.village_id, householdRegistrations.village_id)))
    .innerJoin(households, and(eq(households.locality_id, householdRegistrations.locality_id), eq(households.id, householdRegistrations.household_id)))
    .where(and(eq(householdRegistrations.review_id, review_id), gt(householdRegistrations.agree, villageMeetings.present)))
    .limit(1);
  if (first === undefined) return ok(null);
  return fail("conflict", `Hộ “${first.head_name}” có ${first.agree} số đồng ý, nhiều hơn ${first.present} hộ dự họp. Hãy sửa số đồng ý trước.`, `The household of “${first.head_name}” has ${first.agree} votes, more than the ${first.present} who came. Mend the votes first.`);
}

/** Locks a review and gives it; fails when there is none, or it was closed. */
export async function openReview(context: CommandContext, review_id: string): Promise<Result<Review, Failure>> {
  const review = await findReview(context.tx, review_id, true);
  if (review === null) return fail("not_found", "Không có đợt bình xét này.", "No such review.");
  if (review.closed_on !== null) return fail("conflict", "Đợt bình xét đã chốt. Muốn sửa, hãy mở lại đợt bình xét.", "The review is closed. Reopen it to change something.");
  return ok(review);
}
