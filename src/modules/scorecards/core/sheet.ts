import { add, decimal, decimalOf, divideHalfUp, toText, ZERO } from "../../../kernel/decimal.ts";
import { err, type Result } from "../../../kernel/result.ts";
import type { Lang } from "../../../kernel/text.ts";
import { type InputError, parseScoreInput, score, type ScoredUnit, type ScoreOutput } from "../../../engines/scoring/index.ts";
import { levelsOf } from "./card-words.ts";
import { type CardBody, type CardContent, cardLeaves, factsOfLeaf, type FactShape } from "./content.ts";
import type { FactValue } from "./fact-value.ts";
import { gateFact, type ScoreStage } from "./round.ts";

/** A statement as the arithmetic needs it; later ones of a stage stand in for earlier ones. */
export type Stated = { readonly unit_id: string; readonly stage: ScoreStage; readonly stated_by_unit_id: string; readonly fact: string; readonly value: { readonly is: FactValue }; readonly seq: number };

/** A unit's facts and gates by name; gates carry their prefix. A date that is null means never, any other null means none. */
export type FactSet = Readonly<Record<string, FactValue>>;

/** A field of the score form: a fact of a leaf, or a gate. */
export type AskedFact = { readonly fact: string; readonly shape: FactShape; readonly leaf: string | null; readonly choices: readonly string[] };

/** Gives all that a card asks of a unit, in the order of the card, gates last; a fact stands at the first leaf that asks it. */
export function askedFacts(content: CardContent): AskedFact[] {
  const seen = new Set<string>();
  const facts = cardLeaves(content.scorecard.criteria).flatMap(({ leaf }) =>
    factsOfLeaf(leaf)
      .filter(({ fact }) => !seen.has(fact) && seen.add(fact) !== undefined)
      .map(({ fact, shape }) => ({ fact, shape, leaf: leaf.id, choices: choicesOf(content, fact) })),
  );
  const gates = (content.scorecard.gates ?? []).map(({ id }) => ({ fact: gateFact(id), shape: "yes_no" as const, leaf: null, choices: [] }));
  return [...facts, ...gates];
}

/** The values a choice accepts: those its rules give points for, and those its note names. */
function choicesOf(content: CardContent, fact: string): string[] {
  const ruled = cardLeaves(content.scorecard.criteria).flatMap(({ leaf }) =>
    leaf.rules.flatMap((rule) => (rule.kind === "choice" && rule["fact"] === fact && typeof rule["points"] === "object" && rule["points"] !== null ? levelsOf(rule["points"] as Record<string, string>).map(([value]) => value) : [])),
  );
  return [...new Set([...ruled, ...Object.keys(content.facts[fact]?.choices ?? {})])];
}

/**
 * Gives a unit's facts as they stand at a stage. The self-score is the ground; a scorer, the standing body
 * and the meeting state only what they see otherwise, each upon the stage before it. The cross-scores advise:
 * the appraisal stands on the self-score.
 */
export function factsAt(statements: readonly Stated[], unit_id: string, stage: ScoreStage, by?: string): FactSet {
  const facts: Record<string, FactValue> = {};
  const layers: readonly ScoreStage[] = stage === "self" ? ["self"] : stage === "cross" ? ["self", "cross"] : stage === "appraised" ? ["self", "appraised"] : ["self", "appraised", "agreed"];
  for (const layer of layers) {
    const own = statements.filter((entry) => entry.unit_id === unit_id && entry.stage === layer && (layer !== "cross" || entry.stated_by_unit_id === by)).sort((a, b) => a.seq - b.seq);
    for (const entry of own) facts[entry.fact] = entry.value.is;
  }
  return facts;
}

/** Takes a fact set; gives facts and gates apart, as the engine reads them: what is null and no date is left out as missing. */
export function forEngine(content: CardContent, set: FactSet): { facts: Record<string, FactValue>; gates: Record<string, boolean> } {
  const facts: Record<string, FactValue> = {};
  const gates: Record<string, boolean> = {};
  for (const { fact, shape, leaf } of askedFacts(content)) {
    const value = set[fact];
    if (value === undefined) continue;
    if (leaf === null) {
      if (typeof value === "boolean") gates[fact.slice(gateFact("").length)] = value;
    } else if (value !== null || shape === "date") facts[fact] = value;
  }
  return { facts, gates };
}

/** Scores units by a card; fails with the engine's sentence where a value does not fit. Units are named by any text. */
export function scoreUnits(body: CardBody, units: readonly { unit: string; facts: FactSet; gates: Readonly<Record<string, boolean>> }[], lang: Lang = "vi"): Result<ScoreOutput, InputError> {
  const input = parseScoreInput({ scorecard: body, units }, { lang });
  return input.ok ? score(input.value, { lang }) : err(input.error);
}

/** Scores one unit at one stage; fails like {@link scoreUnits}. */
export function scoreSet(content: CardContent, set: FactSet, lang: Lang = "vi"): Result<ScoredUnit, InputError> {
  const scored = scoreUnits(content.scorecard, [{ unit: "-", ...forEngine(content, set) }], lang);
  if (!scored.ok) return scored;
  const [unit] = scored.value.units;
  return unit === undefined ? err({ path: "$", message: "" }) : { ok: true, value: unit };
}

/** Gives the mean of points (decimals as text), half up to 4 places; null where nobody gave any. */
export function meanOf(points: readonly (string | null)[]): string | null {
  const given = points.filter((entry): entry is string => entry !== null);
  if (given.length === 0) return null;
  const sum = given.reduce((total, entry) => add(total, decimal(entry)), ZERO);
  return toText(divideHalfUp(sum, decimalOf(given.length), 4));
}
