import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { awards } from "../../modules/honours/index.ts";
import { clustersOn, listUnits, peopleById } from "../../modules/organizations/index.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { anyone } from "../../platform/command/policy.ts";

/** A commune on the tile map, with how many awards its units were given. */
export type Tile = { code: string; unit_id: string; name: string; count: number };

/** The figures of the public front page: awards in force, their fairness, and how they spread over the communes. */
export const portalFigures = defineQuery({
  name: "portal_figures",
  title: say("Số liệu trang công khai", "Figures of the public page"),
  input: z.strictObject({}),
  policy: anyone,
  async run(context) {
    const today = context.clock.today();
    const counts = await context.tx
      .select({ honour: awards.honour, year: awards.year, n: sql<number>`count(*)::int` })
      .from(awards)
      .where(isNull(awards.revoked_on))
      .groupBy(awards.honour, awards.year)
      .orderBy(sql`${awards.year} desc, count(*) desc`);
    const communes = await listUnits(context.tx, today, { kinds: ["commune"] });
    const byUnit = new Map(
      (await context.tx.select({ unit_id: awards.unit_id, n: sql<number>`count(*)::int` }).from(awards).where(isNull(awards.revoked_on)).groupBy(awards.unit_id)).map((row) => [row.unit_id, row.n]),
    );
    const tiles: Tile[] = communes.flatMap((unit) => (unit.code === null ? [] : [{ code: unit.code, unit_id: unit.id, name: unit.name.replace(/^(Xã|Thị trấn)\s+/, ""), count: byUnit.get(unit.id) ?? 0 }]));
    const clusters = await clustersOn(context.tx, today);
    return ok({ counts, tiles, clusters: clusters.length, direct: await shareOfDirectLabourers(context) });
  },
});

/** How many of the commended people labour directly, by the flag they carry today. */
async function shareOfDirectLabourers(context: ReadContext): Promise<{ people: number; direct: number }> {
  const rows = await context.tx
    .selectDistinct({ person_id: awards.person_id })
    .from(awards)
    .where(and(isNull(awards.revoked_on), eq(awards.subject_kind, "individual")));
  const ids = rows.flatMap((row) => row.person_id ?? []);
  const people = await peopleById(context.tx, ids, context.clock.today());
  const direct = [...people.values()].filter((person) => person.direct_labourer).length;
  return { people: people.size, direct };
}
