import { boolean, index, integer, json, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, fencedKey, id, instant, locality } from "../../platform/database/schema-kit.ts";
import type { CardContent, CardPurpose } from "./core/content.ts";
import type { CardStatus } from "./core/card-status.ts";
import type { RoundStatus, ScoreStage } from "./core/round.ts";
import type { Publication } from "./core/publication.ts";

/** A scorecard (bảng chấm điểm). Once a round has been opened on it its content never changes again. */
export const scorecards = pgTable(
  "scorecards",
  {
    locality_id: locality(),
    id: id(),
    /** The unit whose officer keeps it. */
    unit_id: uuid().notNull(),
    year: integer().notNull(),
    title: text().notNull(),
    purpose: text().$type<CardPurpose>().notNull(),
    /** The ready card or the earlier card from which it was taken. */
    ready_id: text(),
    copied_from: uuid(),
    status: text().$type<CardStatus>().notNull(),
    content: jsonb().$type<CardContent>().notNull(),
    published_on: day(),
    created_at: instant().notNull(),
    revision: integer().notNull().default(1),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.year)],
);

/** A scoring round (đợt chấm điểm): one card, the members of a cluster or a list of units, and its days. */
export const scoringRounds = pgTable(
  "scoring_rounds",
  {
    locality_id: locality(),
    id: id(),
    /** The unit that runs it. */
    unit_id: uuid().notNull(),
    cluster_id: uuid(),
    card_id: uuid().notNull(),
    year: integer().notNull(),
    title: text().notNull(),
    status: text().$type<RoundStatus>().notNull(),
    opened_on: day().notNull(),
    self_due_on: day().notNull(),
    cross_due_on: day().notNull(),
    appraisal_due_on: day().notNull(),
    meeting_on: day().notNull(),
    /** How many others score each unit. */
    scorers_per_unit: integer().notNull(),
    /** From this seed anybody can draw the pairs again. Null when they were set by hand. */
    draw_seed: text(),
    created_at: instant().notNull(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.cluster_id), index().on(t.locality_id, t.card_id)],
);

/** The units scored in a round, fixed when it opens. */
export const roundUnits = pgTable(
  "round_units",
  { locality_id: locality(), round_id: uuid().notNull(), unit_id: uuid().notNull() },
  (t) => [fencedKey(t, t.round_id, t.unit_id), index().on(t.locality_id, t.unit_id)],
);

/** Who scores whom. Nobody scores itself. */
export const roundPairs = pgTable(
  "round_pairs",
  { locality_id: locality(), round_id: uuid().notNull(), scorer_unit_id: uuid().notNull(), unit_id: uuid().notNull() },
  (t) => [fencedKey(t, t.round_id, t.scorer_unit_id, t.unit_id)],
);

/** A fact or gate that somebody stated of a unit at a stage; only ever added, the newest of a stage counts. */
export const scoreStatements = pgTable(
  "score_statements",
  {
    locality_id: locality(),
    id: id(),
    round_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    stage: text().$type<ScoreStage>().notNull(),
    /** The unit that states: itself, the scorer, or the one that runs the round. */
    stated_by_unit_id: uuid().notNull(),
    /** The fact's id; a gate as `gate:` and its id. */
    fact: text().notNull(),
    value: jsonb().$type<{ is: string | boolean | null }>().notNull(),
    reason: text(),
    stated_by: text(),
    stated_at: instant().notNull(),
    /** Place among the statements of the round: 1, 2, … */
    seq: integer().notNull(),
  },
  (t) => [fencedKey(t, t.round_id, t.seq), index().on(t.locality_id, t.round_id, t.unit_id)],
);

/** A sheet handed in: the self-score of a unit, or one scorer's score of another. */
export const scoreSheets = pgTable(
  "score_sheets",
  {
    locality_id: locality(),
    round_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    stage: text().$type<ScoreStage>().notNull(),
    stated_by_unit_id: uuid().notNull(),
    submitted_by: text(),
    submitted_on: day().notNull(),
    late_reason: text(),
    /** The signed paper of an outside member that does not work here. */
    file_id: uuid(),
  },
  (t) => [fencedKey(t, t.round_id, t.unit_id, t.stage, t.stated_by_unit_id)],
);

/** Evidence (tài liệu minh chứng) of a unit; one document may prove many criteria. */
export const scoreEvidence = pgTable(
  "score_evidence",
  {
    locality_id: locality(),
    id: id(),
    round_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    title: text().notNull(),
    document_number: text(),
    document_on: day(),
    file_id: uuid(),
    /** No scan: to be looked at on the spot (kiểm tra tại chỗ). */
    on_site: boolean().notNull(),
    criteria: text().array().notNull(),
    added_by: text(),
    added_on: day().notNull(),
    removed_on: day(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.round_id, t.unit_id)],
);

/** A criterion that does not apply to a unit, as the standing body found, with its reason. */
export const scoreExemptions = pgTable(
  "score_exemptions",
  { locality_id: locality(), round_id: uuid().notNull(), unit_id: uuid().notNull(), criterion: text().notNull(), reason: text().notNull(), set_by: text(), set_on: day().notNull() },
  (t) => [fencedKey(t, t.round_id, t.unit_id, t.criterion)],
);

/** An objection (ý kiến khác) to the points of a criterion, and how it was settled. */
export const scoreObjections = pgTable(
  "score_objections",
  {
    locality_id: locality(),
    id: id(),
    round_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    criterion: text().notNull(),
    raised_by_unit_id: uuid().notNull(),
    raised_by: text(),
    raised_on: day().notNull(),
    text: text().notNull(),
    settled_by: text(),
    settled_on: day(),
    upheld: boolean(),
    settlement: text(),
  },
  (t) => [fencedKey(t, t.id), index().on(t.locality_id, t.round_id)],
);

/** A published result, numbered from 1; a correction is the next one, with the decision that ordered it. Never changed. */
export const roundPublications = pgTable(
  "round_publications",
  {
    locality_id: locality(),
    round_id: uuid().notNull(),
    number: integer().notNull(),
    published_by: text(),
    published_on: day().notNull(),
    decision_number: text(),
    decided_on: day(),
    reason: text(),
    /** `json` and not `jsonb`: the published text keeps its order, letter by letter. */
    content: json().$type<Publication>().notNull(),
    log_entry_id: uuid().notNull(),
  },
  (t) => [fencedKey(t, t.round_id, t.number)],
);

/** The members' vote on which unit leads the cluster, as counted in the meeting. */
export const leadingVotes = pgTable(
  "leading_votes",
  { locality_id: locality(), round_id: uuid().notNull(), unit_id: uuid().notNull(), votes: integer().notNull() },
  (t) => [fencedKey(t, t.round_id, t.unit_id)],
);

/** The unit proposed as leading (đơn vị dẫn đầu) and for what; one for each round. */
export const leadingProposals = pgTable(
  "leading_proposals",
  {
    locality_id: locality(),
    round_id: uuid().notNull(),
    unit_id: uuid().notNull(),
    /** What is proposed: an honour of the catalogue. */
    honour: text().notNull(),
    voters: integer().notNull(),
    proposed_on: day().notNull(),
    /** Why, where the vote and the points do not name the same unit. */
    reason: text(),
  },
  (t) => [fencedKey(t, t.round_id, t.unit_id)],
);
