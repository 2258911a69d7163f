import { createHash } from "node:crypto";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { unwrap } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { listUnits, unitNames } from "../organizations/index.ts";
import type { CardContent } from "./core/content.ts";
import { withoutDrafts } from "./core/four-numbers.ts";
import type { Publication } from "./core/publication.ts";
import { factsAt, forEngine, scoreUnits } from "./core/sheet.ts";
import { cardOf, publicationsOf, type Round, sheetsOf, statementsOf, unitsOfRound } from "./store-rounds.ts";
import { roundPublications } from "./tables.ts";

/** Why and by which decision a result is published again. */
export type Correction = { readonly decision_number: string; readonly decided_on: PlainDate; readonly reason: string };

/**
 * Freezes the agreed facts with their result as the next publication of a round and writes it to the public
 * log by the hash of its canonical JSON. Every stated value was scored when it was stated, so scoring cannot fail here.
 */
export async function publish(context: CommandContext, round: Round, correction: Correction | null): Promise<{ number: number; content: Publication }> {
  const { content: card } = await cardOf(context.tx, round.card_id);
  const content = await publicationOf(context, round, card);
  const number = ((await publicationsOf(context.tx, round.id))[0]?.number ?? 0) + 1;
  const hash = createHash("sha256").update(canonicalJson(content)).digest("hex");
  const log_entry_id = context.log({ type: "ranking_published", facts: { round: round.id, title: round.title, year: round.year, number, content_sha256: hash, ...(correction === null ? {} : { decision_number: correction.decision_number }) } });
  await context.tx.insert(roundPublications).values({
    locality_id: context.locality.code, round_id: round.id, number, published_by: actorIdOf(context.actor), published_on: context.clock.today(),
    decision_number: correction?.decision_number ?? null, decided_on: correction?.decided_on ?? null, reason: correction?.reason ?? null, content, log_entry_id,
  });
  return { number, content };
}

async function publicationOf(context: CommandContext, round: Round, card: CardContent): Promise<Publication> {
  const unit_ids = await unitsOfRound(context.tx, round.id);
  const codes = await publicCodes(context, round, unit_ids);
  const statements = withoutDrafts(await statementsOf(context.tx, round.id), await sheetsOf(context.tx, round.id));
  const units = unit_ids.map((unit_id) => ({ unit: codes.get(unit_id) ?? unit_id, ...forEngine(card, factsAt(statements, unit_id, "agreed")) })).sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const result = unwrap(scoreUnits(card.scorecard, units));
  const names = await unitNames(context.tx, unit_ids, context.clock.today());
  return { input: { scorecard: card.scorecard, units }, result, units: Object.fromEntries(unit_ids.map((unit_id) => [codes.get(unit_id) ?? unit_id, { unit_id, name: names.get(unit_id) ?? "" }])) };
}

/** A unit stands under its official code where each unit of the round has one of its own; else all stand under their ids. */
async function publicCodes(context: CommandContext, round: Round, unit_ids: readonly string[]): Promise<Map<string, string>> {
  const units = await listUnits(context.tx, round.opened_on, { ids: unit_ids });
  const codes = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.id, unit.code] as const])));
  return new Set(codes.values()).size === unit_ids.length ? codes : new Map();
}
