import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { awards } from "../../modules/honours/tables.ts";
import { householdReviews, households, villageMeetings } from "../../modules/households/tables.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { localities } from "../../platform/command/tables.ts";
import { foundYear } from "./found-year.ts";
import { HOUSEHOLD_ACTS } from "./households.ts";
import { day, DEMO_LOCALITY, World } from "./world.ts";

let test: TestDatabase;
const told: string[] = [];
beforeAll(async () => {
  test = await freshDatabase();
  await test.database.inInstallation((tx) => tx.insert(localities).values({ ...DEMO_LOCALITY, demonstration_on: day("2021-11-29"), created_at: systemClock.now() }));
  const world = new World(test.engine, (sentence) => told.push(sentence));
  await foundYear(world);
  const began = performance.now();
  for (const act of HOUSEHOLD_ACTS) await act.play(world, act.on);
  // Generous, for a laden machine: it shows a mistake of a hundredfold.
  expect(performance.now() - began).toBeLessThan(15_000);
});
afterAll(() => test.drop());

it("the demonstration's households: 2020 decided from paper, 2021 open with one village that has met, nothing refused on the way", async () => {
  expect(told).toEqual([]);
  await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => {
    const [homes] = await tx.select({ n: sql<number>`count(*)::int` }).from(households);
    const reviews = await tx.select({ year: householdReviews.year, closed_on: householdReviews.closed_on, id: householdReviews.id }).from(householdReviews).orderBy(householdReviews.year);
    const meetings = await tx.select().from(villageMeetings).where(eq(villageMeetings.review_id, reviews[1]?.id ?? ""));
    const given = await tx.select({ name: awards.subject_name, number: awards.register_number }).from(awards).where(eq(awards.honour, "cultured_family")).orderBy(awards.register_number);
    expect([homes?.n, reviews.map(({ year, closed_on }) => [year, closed_on]), meetings.length]).toEqual([600, [[2020, "2020-12-31"], [2021, null]], 1]);
    expect(given).toHaveLength(538);
    expect(given.map((award) => award.number)).toEqual(given.map((_award, index) => index + 1));
    expect(given.every((award) => award.name.includes("Mẫu"))).toBe(true);
  });
});
