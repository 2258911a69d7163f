import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { nominations } from "../../modules/nominations/tables.ts";
import { packages } from "../../modules/nominations/submissions/tables.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { localities } from "../../platform/command/tables.ts";
import { foundYear } from "./found-year.ts";
import { SUBMISSION_ACTS } from "./submissions.ts";
import { day, DEMO_LOCALITY, World } from "./world.ts";

let test: TestDatabase;
const told: string[] = [];
beforeAll(async () => {
  test = await freshDatabase();
  await test.database.inInstallation((tx) => tx.insert(localities).values({ ...DEMO_LOCALITY, demonstration_on: day("2021-01-20"), created_at: systemClock.now() }));
  const world = new World(test.engine, (sentence) => told.push(sentence));
  await foundYear(world);
  for (const act of SUBMISSION_ACTS) await act.play(world, act.on);
});
afterAll(() => test.drop());

describe("the packages of the demonstration", () => {
  it("go up without a refusal: one is answered, one waits", async () => {
    expect(told).toEqual([]);
    const found = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => ({
      packages: (await tx.select().from(packages).orderBy(packages.sent_on)).map((row) => row.state),
      dossiers: (await tx.select().from(nominations).orderBy(nominations.year, nominations.status)).map((row) => [row.year, row.status]),
    }));
    expect(found.packages).toEqual(["answered", "sent"]);
    expect(found.dossiers).toEqual([...Array(3).fill([2020, "decided"]), [2020, "declined"], ...Array(6).fill([2021, "sent_up"])]);
  });
});
