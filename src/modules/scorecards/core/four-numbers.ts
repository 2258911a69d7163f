import { add, decimal, toText, ZERO } from "../../../kernel/decimal.ts";
import type { ScoredUnit } from "../../../engines/scoring/index.ts";
import type { CardContent } from "./content.ts";
import { ROUND_STATUSES, type RoundStatus, SCORE_STAGES, type ScoreStage } from "./round.ts";
import { factsAt, type FactSet, meanOf, scoreSet, type Stated } from "./sheet.ts";

/** The points of something at the four stages, as decimals in text; null where a stage was not reached or a fact is missing. */
export type FourNumbers = Readonly<Record<ScoreStage, string | null>>;

/** One scorer's sheet on a unit, scored. */
export type CrossSheet = { readonly by_unit_id: string; readonly scored: ScoredUnit };

/** What a round says of one unit: its total and each leaf at the four stages, and the engine's own answers behind them. */
export type UnitNumbers = {
  readonly total: FourNumbers;
  readonly leaves: Readonly<Record<string, FourNumbers>>;
  readonly scored: Readonly<Partial<Record<"self" | "appraised" | "agreed", ScoredUnit>>>;
  readonly cross: readonly CrossSheet[];
  readonly facts: Readonly<Record<"self" | "appraised" | "agreed", FactSet>>;
};

/** The sheets that were handed in: what is a draft does not count. */
export type Handed = { readonly unit_id: string; readonly stage: ScoreStage; readonly stated_by_unit_id: string };

/**
 * Takes a round's statements and the sheets handed in; gives the statements that count for others: a self-score or a
 * cross-score that was not handed in is a draft of its own unit, and neither shows nor scores anywhere else.
 */
export function withoutDrafts<S extends Stated>(statements: readonly S[], handed: readonly Handed[]): S[] {
  const given = new Set(handed.map((sheet) => `${sheet.stage} ${sheet.unit_id} ${sheet.stated_by_unit_id}`));
  return statements.filter((entry) => (entry.stage !== "self" && entry.stage !== "cross") || given.has(`${entry.stage} ${entry.unit_id} ${entry.stated_by_unit_id}`));
}

/** Says whether a round has come to a stage or past it. */
export function reached(status: RoundStatus, stage: ScoreStage): boolean {
  return ROUND_STATUSES.indexOf(status) >= ROUND_STATUSES.indexOf(stage);
}

/**
 * Takes a card, where the round stands, its statements and the sheets handed in; gives one unit's four numbers.
 * The cross-score is the mean of its scorers. The self-score of a unit that handed in none counts as not stated.
 */
export function fourNumbers(content: CardContent, status: RoundStatus, statements: readonly Stated[], handed: readonly Handed[], unit_id: string): UnitNumbers {
  const hasSelf = handed.some((sheet) => sheet.unit_id === unit_id && sheet.stage === "self");
  const counted = withoutDrafts(statements, handed);
  const scoredAt = (stage: ScoreStage, by?: string): ScoredUnit | undefined => {
    const scored = scoreSet(content, factsAt(counted, unit_id, stage, by));
    return scored.ok ? scored.value : undefined;
  };
  const cross = handed
    .filter((sheet) => sheet.unit_id === unit_id && sheet.stage === "cross")
    .flatMap((sheet) => {
      const scored = scoredAt("cross", sheet.stated_by_unit_id);
      return scored === undefined ? [] : [{ by_unit_id: sheet.stated_by_unit_id, scored }];
    });
  const self = hasSelf ? scoredAt("self") : undefined;
  const appraised = reached(status, "appraised") ? scoredAt("appraised") : undefined;
  const agreed = reached(status, "agreed") ? scoredAt("agreed") : undefined;
  const scored = { ...(self && { self }), ...(appraised && { appraised }), ...(agreed && { agreed }) };
  const pointsOf = (unit: ScoredUnit | undefined, leaf: string) => unit?.criteria.find((entry) => entry.id === leaf)?.points ?? null;
  const ids = (self ?? appraised ?? agreed ?? cross[0]?.scored)?.criteria.map((entry) => entry.id) ?? [];
  return {
    total: { self: self?.total ?? null, cross: meanOf(cross.map((sheet) => sheet.scored.total)), appraised: appraised?.total ?? null, agreed: agreed?.total ?? null },
    leaves: Object.fromEntries(
      ids.map((leaf) => [leaf, { self: pointsOf(self, leaf), cross: meanOf(cross.map((sheet) => pointsOf(sheet.scored, leaf))), appraised: pointsOf(appraised, leaf), agreed: pointsOf(agreed, leaf) }]),
    ),
    scored,
    cross,
    facts: { self: hasSelf ? factsAt(counted, unit_id, "self") : {}, appraised: factsAt(counted, unit_id, "appraised"), agreed: factsAt(counted, unit_id, "agreed") },
  };
}

/** Takes the four numbers of a group's leaves; gives their sums; null at a stage where a leaf has none. */
export function sumNumbers(parts: readonly FourNumbers[]): FourNumbers {
  const sum = (stage: ScoreStage): string | null => {
    const points = parts.map((part) => part[stage]);
    if (points.some((entry) => entry === null) || points.length === 0) return null;
    return toText(points.reduce((total, entry) => add(total, decimal(entry ?? "0")), ZERO));
  };
  return { self: sum(SCORE_STAGES[0]), cross: sum(SCORE_STAGES[1]), appraised: sum(SCORE_STAGES[2]), agreed: sum(SCORE_STAGES[3]) };
}
