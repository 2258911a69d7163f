import { z } from "zod";
import { parseScoreInput, score, type ScoredUnit } from "../../engines/scoring/index.ts";
import { ok } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { ReadContext } from "../../platform/command/context.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, unitsHeld } from "../../platform/command/policy.ts";
import { subtree, unitNames } from "../organizations/index.ts";
import { cardFaults, cardSum, fullCriteria, placeInWords, placeOf } from "./core/card-check.ts";
import { cardShape } from "./core/card-shape.ts";
import { CARD_MOVES, type CardMove, cardAllows } from "./core/card-status.ts";
import { CARD_PURPOSES, type CardContent, cardLeaves } from "./core/content.ts";
import { READY_CARDS } from "./ready/catalogue.ts";
import { CARD_WRITERS, findStoredCard, listStoredCards, roundsOnCard, type StoredCard, unitOfCard, visibleCard } from "./store-cards.ts";

/** Scorecards by year and purpose: published ones for everybody, drafts for officers of their units. */
export const browseCards = defineQuery({
  name: "browse_cards",
  title: say("Danh sách bảng chấm điểm", "The list of scorecards"),
  input: z.strictObject({ year: field.maybe(field.whole(1990, 2100)), purpose: field.maybe(field.choice(CARD_PURPOSES)) }),
  policy: anyone,
  async run(context, input) {
    const today = context.clock.today();
    const held = unitsHeld(context, CARD_WRITERS);
    const found = await listStoredCards(context.tx, { ...input, drafts_of: held.length === 0 ? undefined : subtree(held, today) });
    const names = await unitNames(context.tx, found.map((card) => card.unit_id), today);
    return ok({ rows: found.map((card) => ({ ...card, unit_name: names.get(card.unit_id) ?? "" })), filter: input, may_draft: held });
  },
});

/** One scorecard whole, with its sum of bases, what keeps it from being published, and what the visitor may do with it. */
export const cardPage = defineQuery({
  name: "card_page",
  title: say("Một bảng chấm điểm", "One scorecard"),
  input: z.strictObject({ card_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const card = await visibleCard(context, input.card_id);
    if (card === null) return fail("not_found", "Không có bảng chấm điểm này.", "No such scorecard.");
    const names = await unitNames(context.tx, [card.unit_id], context.clock.today());
    const origin = card.copied_from === null ? null : await visibleCard(context, card.copied_from);
    const rounds = await roundsOnCard(context.tx, card.id);
    return ok({
      card,
      unit_name: names.get(card.unit_id) ?? "",
      rounds,
      copied_from: origin === null ? null : { id: origin.id, title: origin.title, year: origin.year },
      sum: cardSum(card.content),
      faults: card.status === "draft" ? cardFaults(card.content).map(({ place, text }) => ({ place, where: placeInWords(place, card.content), text })) : [],
      moves: await movesOf(context, card, rounds),
      may_copy_to: unitsHeld(context, CARD_WRITERS),
    });
  },
});

/** The cards that the product brings, as one chooses among them. */
export const readyCards = defineQuery({
  name: "ready_cards",
  title: say("Các bảng có sẵn", "The ready cards"),
  input: z.strictObject({}),
  policy: anyone,
  async run() {
    return ok(
      READY_CARDS.map(({ id, purpose, title, description, content }) => {
        const leaves = cardLeaves(content.scorecard.criteria);
        return { id, purpose, title, description, base: content.scorecard.base, leaves: leaves.length, unverified: leaves.filter(({ leaf }) => content.leaves[leaf.id]?.unverified === true).length };
      }),
    );
  },
});

const sampleUnit = z.strictObject({
  unit: field.text(80),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  gates: z.record(z.string(), z.boolean()).optional(),
});

/** What came of a trial: the engine's result for each sample unit, or where and why it refused. */
export type Trial =
  | { readonly kind: "scored"; readonly units: readonly (ScoredUnit & { readonly full_criteria: { full: number; of: number } })[] }
  | { readonly kind: "refused"; readonly where: Text; readonly text: Text; /** The fact and the sample unit (from 0) at which it is mended, where it is one. */ readonly fact: string | null; readonly unit: number | null };

/** Tries a card on sample facts before it is published; `content` stands in for what is kept. Facts left out are missing. */
export const tryCard = defineQuery({
  name: "try_card",
  title: say("Chấm thử bảng chấm điểm", "Try a scorecard"),
  input: z.strictObject({ card_id: field.id(), content: cardShape.optional(), units: z.array(sampleUnit).min(1).max(10) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => unitOfCard(context, input.card_id) },
  async run(context, input) {
    const card = await findStoredCard(context.tx, input.card_id);
    if (card === null) return fail("not_found", "Không có bảng chấm điểm này.", "No such scorecard.");
    return ok(trial(input.content ?? card.content, input.units));
  },
});

/** Every query of the card side. */
export const cardQueries = [browseCards, cardPage, readyCards, tryCard] as const;

function trial(content: CardContent, units: readonly z.output<typeof sampleUnit>[]): Trial {
  const { scorecard } = content;
  const attempt = (lang: "vi" | "en") => {
    const read = parseScoreInput({ scorecard, units }, { lang });
    return read.ok ? score(read.value, { lang }) : read;
  };
  const outcome = attempt("vi");
  if (outcome.ok) {
    const counted = outcome.value.units.map((unit) => ({ ...unit, full_criteria: fullCriteria(scorecard.criteria, new Map(unit.criteria.map(({ id, points }) => [id, points]))) }));
    return { kind: "scored", units: counted };
  }
  const english = attempt("en");
  const place = placeOf(scorecard, outcome.error.path);
  const unit = /^\$\.units\[(\d+)\]/.exec(outcome.error.path)?.[1];
  return { kind: "refused", where: placeInWords(place, content), text: say(outcome.error.message, english.ok ? outcome.error.message : english.error.message), fact: place.at === "fact" ? place.fact : null, unit: unit === undefined ? null : Number(unit) };
}

/** What the actor may do with the card now, by the same table that the commands ask; a card that a round uses is not reopened. */
async function movesOf(context: ReadContext, card: StoredCard, rounds: number): Promise<CardMove[]> {
  if (!(await mayAt(context, card.unit_id, CARD_WRITERS))) return [];
  return (Object.keys(CARD_MOVES) as CardMove[]).filter((move) => cardAllows(card.status, move) && (move !== "reopen" || rounds === 0));
}
