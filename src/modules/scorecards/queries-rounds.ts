import { and, desc, eq, inArray, ne, or } from "drizzle-orm";
import { z } from "zod";
import { daysBetween, yearOf } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, signedIn, unitsHeld } from "../../platform/command/policy.ts";
import { clusterHeadOn, clustersOn, unitNames } from "../organizations/index.ts";
import { fourNumbers } from "./core/four-numbers.ts";
import { type Compared, leniency, mutualFavours } from "./core/statistics.ts";
import { owedSheets } from "./owed.ts";
import { meetingSeat, ROUND_READERS, seatOf } from "./seats.ts";
import { cardOf, exemptionsOf, findRound, leadingOf, objectionsOf, pairsOf, publicationsOf, sheetsOf, statementsOf } from "./store-rounds.ts";
import { listUnitsOf } from "./units-of-round.ts";
import { roundPublications, roundUnits, scorecards, scoringRounds } from "./tables.ts";

/** The scoring rounds of a year: published ones for everybody, running ones for who takes part. */
export const browseRounds = defineQuery({
  name: "browse_rounds",
  title: say("Các đợt chấm điểm", "Scoring rounds"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const seats = unitsHeld(context, ROUND_READERS);
    const held = context.tx.select({ round_id: roundUnits.round_id }).from(roundUnits).where(inArray(roundUnits.unit_id, seats));
    const seen = seats.length === 0 ? eq(scoringRounds.status, "published") : or(eq(scoringRounds.status, "published"), inArray(scoringRounds.unit_id, seats), inArray(scoringRounds.id, held));
    const rows = await context.tx
      .select({ round: scoringRounds, card_title: scorecards.title })
      .from(scoringRounds)
      .innerJoin(scorecards, and(eq(scorecards.locality_id, scoringRounds.locality_id), eq(scorecards.id, scoringRounds.card_id)))
      .where(and(seen, input.year === undefined ? undefined : eq(scoringRounds.year, input.year)))
      .orderBy(desc(scoringRounds.year), desc(scoringRounds.opened_on), scoringRounds.title);
    const clusters = new Map((await clustersOn(context.tx, today)).map((cluster) => [cluster.id, cluster]));
    const published = await context.tx.select({ round_id: roundPublications.round_id, number: roundPublications.number, published_on: roundPublications.published_on, content: roundPublications.content }).from(roundPublications).where(inArray(roundPublications.round_id, rows.map((row) => row.round.id))).orderBy(desc(roundPublications.number));
    return ok({
      year: input.year ?? null,
      years: [...new Set(rows.map((row) => row.round.year))],
      rounds: rows.map(({ round, card_title }) => {
        const newest = published.find((entry) => entry.round_id === round.id);
        const first = newest?.content.result.units.filter((unit) => unit.rank === 1).map((unit) => newest.content.units[unit.unit]?.name ?? unit.unit) ?? [];
        return {
          id: round.id, title: round.title, year: round.year, status: round.status, card_id: round.card_id, card_title, cluster_id: round.cluster_id, cluster: round.cluster_id === null ? null : (clusters.get(round.cluster_id)?.name ?? null),
          published_on: newest?.published_on ?? null, corrected: (newest?.number ?? 1) > 1, first, units: newest?.content.result.units.length ?? null,
        };
      }),
      may_open: seats.length > 0 && context.actor.kind === "user" ? (context.actor.grants.find((grant) => grant.role === "officer")?.unit_id ?? null) : null,
    });
  },
});

/** A round as its participants see it: who handed in what and when, the four numbers, who scores whom, the statistics, the objections. */
export const roundBoard = defineQuery({
  name: "round_board",
  title: say("Bảng theo dõi đợt chấm điểm", "The board of a scoring round"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ROUND_READERS, unit: (context, input) => seatOf(context, input.round_id) },
  async run(context, input) {
    const round = await findRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const { tx } = context;
    const card = await cardOf(tx, round.card_id);
    const units = await listUnitsOf(tx, round, context.clock.today());
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    const statements = await statementsOf(tx, round.id);
    const sheets = await sheetsOf(tx, round.id);
    const pairs = await pairsOf(tx, round.id);
    const owed = await owedSheets(tx, round);
    const numbers = units.map((unit) => ({ unit, numbers: fourNumbers(card.content, round.status, statements, sheets, unit.id) }));
    const compared: Compared[] = numbers.flatMap(({ unit, numbers: own }) => {
      const { appraised } = own.total;
      return appraised === null ? [] : own.cross.map((sheet) => ({ scorer_unit_id: sheet.by_unit_id, unit_id: unit.id, cross: sheet.scored.total, appraised }));
    });
    const nameOf = (id: string) => names.get(id) ?? "";
    const sheetOf = (unit_id: string, stage: "self" | "cross", by: string) => sheets.find((sheet) => sheet.unit_id === unit_id && sheet.stage === stage && sheet.stated_by_unit_id === by);
    const organiser = await mayAt(context, round.unit_id, ["officer"]);
    const seat = await meetingSeat(context, round.id);
    const own = unitsHeld(context, ["clerk", "head"]);
    const head = round.cluster_id === null ? null : await clusterHeadOn(tx, round.cluster_id, context.clock.today());
    return ok({
      round,
      card: { id: card.id, title: card.title, base: card.content.scorecard.base },
      cluster: (await clustersOn(tx, context.clock.today())).find((entry) => entry.id === round.cluster_id) ?? null,
      head: head === null ? null : nameOf(head),
      units: numbers.map(({ unit, numbers: { total, scored } }) => {
        const sheet = sheetOf(unit.id, "self", unit.id);
        return {
          id: unit.id, name: unit.name, self: sheet === undefined ? null : { on: sheet.submitted_on, late_reason: sheet.late_reason }, total,
          missing: (scored.agreed ?? scored.appraised ?? scored.self)?.missing.length ?? null, own: own.includes(unit.id),
        };
      }),
      pairs: pairs.map((pair) => {
        const sheet = sheetOf(pair.unit_id, "cross", pair.scorer_unit_id);
        return { ...pair, scorer: nameOf(pair.scorer_unit_id), unit: nameOf(pair.unit_id), on: sheet?.submitted_on ?? null, late_reason: sheet?.late_reason ?? null, own: own.includes(pair.scorer_unit_id) };
      }),
      owed: owed.map((entry) => ({ ...entry, by: nameOf(entry.by_unit_id), unit: nameOf(entry.unit_id) })),
      leniency: leniency(compared).map((entry) => ({ ...entry, name: nameOf(entry.scorer_unit_id) })),
      mutual: mutualFavours(compared).map((entry) => ({ ...entry, names: entry.units.map(nameOf) })),
      objections: (await objectionsOf(tx, round.id)).map((entry) => ({ ...entry, unit: nameOf(entry.unit_id), raised_by_name: nameOf(entry.raised_by_unit_id) })),
      exemptions: (await exemptionsOf(tx, round.id)).map((entry) => ({ ...entry, unit: nameOf(entry.unit_id) })),
      publications: (await publicationsOf(tx, round.id)).map(({ content: _content, ...entry }) => entry),
      leading: await leadingOf(tx, round.id),
      may: { organise: organiser, agree: seat !== null && (await mayAt(context, seat, seat === round.unit_id ? ["officer"] : ["clerk", "head"])) },
    });
  },
});

/** The card of a round, for who takes part. */
export const roundContent = defineQuery({
  name: "round_content",
  title: say("Bảng chấm điểm của đợt chấm", "The card of a round"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ROUND_READERS, unit: (context, input) => seatOf(context, input.round_id) },
  async run(context, input) {
    const round = await findRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    return ok((await cardOf(context.tx, round.card_id)).content);
  },
});

/** What the actor's units still have to score, the nearest day first. */
export const myScoring = defineQuery({
  name: "my_scoring",
  title: say("Việc chấm điểm của đơn vị tôi", "What my units have to score"),
  input: z.strictObject({}),
  policy: signedIn,
  async run(context) {
    const mine = unitsHeld(context, ["clerk", "head"]);
    if (mine.length === 0) return ok([]);
    const today = context.clock.today();
    const rounds = await context.tx.select().from(scoringRounds).where(inArray(scoringRounds.status, ["self", "cross"]));
    const owed = (await Promise.all(rounds.map(async (round) => (await owedSheets(context.tx, round)).filter((entry) => mine.includes(entry.by_unit_id)).map((entry) => ({ ...entry, round }))))).flat();
    const names = await unitNames(context.tx, owed.flatMap((entry) => [entry.unit_id, entry.by_unit_id]), today);
    return ok(
      owed
        .map(({ round, ...entry }) => {
          const due_on = entry.stage === "self" ? round.self_due_on : round.cross_due_on;
          return { ...entry, round_id: round.id, title: round.title, unit: names.get(entry.unit_id) ?? "", by: names.get(entry.by_unit_id) ?? "", due_on, days_left: daysBetween(today, due_on) };
        })
        .sort((a, b) => a.days_left - b.days_left || a.title.localeCompare(b.title, "vi")),
    );
  },
});

/** What a form that opens a round offers: published cards, clusters of the day, and sensible days. */
export const roundChoices = defineQuery({
  name: "round_choices",
  title: say("Mở đợt chấm: các lựa chọn", "Choices for opening a round"),
  input: z.strictObject({ unit_id: field.id() }),
  policy: { kind: "roles", roles: ["officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const today = context.clock.today();
    const cards = await context.tx.select({ id: scorecards.id, title: scorecards.title, year: scorecards.year }).from(scorecards).where(eq(scorecards.status, "published")).orderBy(desc(scorecards.year), scorecards.title);
    // Two officers, or one in a hurry, must see that a cluster is being scored already: a round cannot be taken back.
    const running = new Set((await context.tx.select({ cluster_id: scoringRounds.cluster_id }).from(scoringRounds).where(ne(scoringRounds.status, "published"))).map((round) => round.cluster_id));
    const clusters = (await clustersOn(context.tx, today)).map(({ id, name, unit_ids }) => ({ id, name, members: unit_ids.length, running: running.has(id) }));
    return ok({ unit_id: input.unit_id, year: yearOf(today), cards, clusters });
  },
});
