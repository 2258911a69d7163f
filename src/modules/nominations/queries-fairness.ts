import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { makeDate, type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone } from "../../platform/command/policy.ts";
import { awardDecisions, awards } from "../honours/index.ts";
import { listPeople, peopleById } from "../organizations/index.ts";
import { type Counted, sharesOf } from "./core/fairness.ts";
import { nominationsOfDecision } from "./store.ts";

const DECISION_READERS = ["officer", "division_head", "chair", "head", "records_clerk", "council_member", "auditor", "accountant", "clerk"] as const;

/** Whom a list commends, beside the people it comes from and those commended the year before with the same honours. Shown before the list is decided. */
export const decisionFairness = defineQuery({
  name: "decision_fairness",
  title: say("Cơ cấu danh sách khen thưởng", "The make-up of a list"),
  input: z.strictObject({ decision_id: field.id() }),
  policy: { kind: "roles", roles: DECISION_READERS, unit: async (context, input) => (await context.tx.select({ unit: awardDecisions.issuer_unit_id }).from(awardDecisions).where(eq(awardDecisions.id, input.decision_id)))[0]?.unit ?? null },
  async run(context, input) {
    const dossiers = await nominationsOfDecision(context.tx, input.decision_id);
    const today = context.clock.today();
    const people = await peopleById(context.tx, dossiers.flatMap((dossier) => dossier.person_id ?? []), today);
    const units = new Set(dossiers.map((dossier) => dossier.unit_id));
    const [first] = dossiers;
    const before = first === undefined ? [] : (await Promise.all([...new Set(dossiers.map((dossier) => dossier.honour))].map((honour) => commended(context, first.year - 1, honour)))).flat();
    return ok({ year: first?.year ?? null, list: sharesOf([...people.values()]), population: sharesOf(await populationOf(context, units, today)), last_year: sharesOf(before), collectives: dossiers.filter((dossier) => dossier.person_id === null).length });
  },
});

/** Who was commended in a year, beside everybody and the year before; public. */
export const yearFairness = defineQuery({
  name: "year_fairness",
  title: say("Cơ cấu khen thưởng trong năm", "The make-up of a year's commendations"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const years = (await context.tx.selectDistinct({ year: awards.year }).from(awards).where(isNull(awards.revoked_on))).map((row) => row.year).sort((a, b) => b - a);
    const year = input.year ?? years[0] ?? yearOf(today);
    const end = makeDate(year, 12, 31);
    return ok({ year, years, list: sharesOf(await commended(context, year)), population: sharesOf(await populationOf(context, null, earlier(end, today))), last_year: sharesOf(await commended(context, year - 1)), collectives: null });
  },
});

/** The people commended in a year, each once, as they stood at its end or stand today. */
async function commended(context: ReadContext, year: number, honour?: string): Promise<Counted[]> {
  const rows = await context.tx.selectDistinct({ person_id: awards.person_id }).from(awards).where(and(eq(awards.year, year), isNull(awards.revoked_on), honour === undefined ? undefined : eq(awards.honour, honour)));
  const today = context.clock.today();
  const end = makeDate(year, 12, 31);
  return [...(await peopleById(context.tx, rows.flatMap((row) => row.person_id ?? []), earlier(end, today))).values()];
}

/** Everybody of the units who can be proposed: those who work there, villagers apart. */
async function populationOf(context: ReadContext, units: ReadonlySet<string> | null, on: PlainDate): Promise<Counted[]> {
  const people = await listPeople(context.tx, on, { limit: 100_000 });
  return people.filter((person) => person.worker !== "farmer" && (units === null || units.has(person.unit_id)));
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  if (a < b) return a;
  return b;
}
