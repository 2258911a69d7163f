import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { clusterInspections, clusterEvents, clusterHeads, clusterPacts, modelAdoptions, pactSignatures } from "../../modules/organizations/clusters/tables.ts";
import { clusters } from "../../modules/organizations/tables.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import { localities } from "../../platform/command/tables.ts";
import { CLUSTER_ACTS } from "./clusters.ts";
import { foundYear } from "./found-year.ts";
import { day, DEMO_LOCALITY, World } from "./world.ts";

let test: TestDatabase;
const told: string[] = [];

beforeAll(async () => {
  test = await freshDatabase();
  await test.database.inInstallation((tx) => tx.insert(localities).values({ ...DEMO_LOCALITY, demonstration_on: day("2021-11-29"), created_at: systemClock.now() }));
  const world = new World(test.engine, (sentence) => told.push(sentence));
  await foundYear(world);
  for (const act of CLUSTER_ACTS) await act.play(world, act.on);
});
afterAll(() => test.drop());

describe("the demonstration's clusters", () => {
  it("elect, sign, meet, inspect and review; nothing of it is refused", async () => {
    expect(told).toEqual([]);
    const found = await test.database.inLocality(DEMO_LOCALITY.code, async (tx) => ({
      clusters: await tx.select().from(clusters), heads: await tx.select().from(clusterHeads), pacts: await tx.select().from(clusterPacts), signatures: await tx.select().from(pactSignatures),
      events: await tx.select().from(clusterEvents), adoptions: await tx.select().from(modelAdoptions), inspections: await tx.select().from(clusterInspections),
    }));
    expect([found.clusters.length, [2020, 2021, 2022].map((year) => found.heads.filter((entry) => entry.year === year).length)]).toEqual([9, [8, 9, 9]]);
    expect(found.pacts.map((pact) => pact.completed_on)).toEqual(Array.from({ length: 9 }, () => "2021-03-26"));
    const outward = found.clusters.find((cluster) => cluster.name === "Cụm thi đua các huyện, thành phố");
    const pact = found.pacts.find((entry) => entry.cluster_id === outward?.id);
    expect(found.signatures.filter((signature) => signature.pact_id === pact?.id).map((signature) => signature.source).sort()).toEqual(["here", ...Array.from({ length: 7 }, () => "paper")]);
    expect(found.signatures.filter((signature) => signature.pact_id !== pact?.id && signature.source === "paper")).toEqual([]);
    // A pact and an election show by themselves that they are done.
    expect(found.events.filter((event) => event.held_on === null && event.kind !== "pact" && event.kind !== "election_of_heads")).toEqual([]);
    expect([found.adoptions.length, found.inspections.filter((entry) => entry.inspected_on === null).length]).toEqual([9, 1]);
  });
});
