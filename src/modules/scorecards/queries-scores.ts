import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { anyone, mayAt, signedIn, unitsHeld } from "../../platform/command/policy.ts";
import { readFile } from "../../platform/files/upload.ts";
import { cardLeaves, factsOfLeaf } from "./core/content.ts";
import { fourNumbers, reached, type UnitNumbers, withoutDrafts } from "./core/four-numbers.ts";
import { ROUND_STATUS_NAMES, SCORE_STAGES } from "./core/round.ts";
import { factsAt, scoreSet } from "./core/sheet.ts";
import { isOutside, meetingSeat, ROUND_READERS, seatOf } from "./seats.ts";
import { cardOf, evidenceOf, exemptionsOf, findRound, findSheet, leadingOf, objectionsOf, pairsOf, publicationsOf, sheetsOf, statementsOf, unitsOfRound } from "./store-rounds.ts";
import { suggestedFacts } from "./suggested.ts";
import { scoreEvidence } from "./tables.ts";
import { listUnitsOf } from "./units-of-round.ts";

/** The form of one sheet: what the card asks, what stands, what the stages before said, and the evidence. A draft is seen by its own unit alone. */
export const scoreSheet = defineQuery({
  name: "score_sheet",
  title: say("Phiếu chấm điểm của một đơn vị", "The score sheet of a unit"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), stage: field.choice(SCORE_STAGES), by_unit_id: field.maybe(field.id()) }),
  policy: { kind: "roles", roles: ROUND_READERS, unit: (context, input) => seatOf(context, input.round_id) },
  async run(context, input) {
    const { tx } = context;
    const round = await findRound(tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const units = await listUnitsOf(tx, round, context.clock.today());
    const unit = units.find((entry) => entry.id === input.unit_id);
    if (unit === undefined) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    const by_unit_id = input.stage === "self" ? unit.id : input.stage === "cross" ? (input.by_unit_id ?? "") : round.unit_id;
    const sheet = await findSheet(tx, round.id, unit.id, input.stage, by_unit_id);
    const selfIn = (await findSheet(tx, round.id, unit.id, "self", unit.id)) !== null;
    // The officer enters the sheets of outside members from their signed paper.
    const own = unitsHeld(context, ["clerk", "head"]).includes(by_unit_id) || ((input.stage === "self" || input.stage === "cross") && (await isOutside(context, by_unit_id)) && (await mayAt(context, by_unit_id, ["officer"])));
    const seat = input.stage === "agreed" ? await meetingSeat(context, round.id) : round.unit_id;
    const may_write = input.stage === "self" || input.stage === "cross" ? own : seat !== null && (await mayAt(context, seat, seat === round.unit_id ? ["officer"] : ["clerk", "head"]));
    const draft = input.stage === "self" && !selfIn && !own;
    if (draft || (input.stage === "cross" && sheet === null && !own)) return fail("conflict", "Phiếu này chưa nộp.", "This sheet was not handed in yet.");
    if (input.stage === "cross" && sheet === null) {
      const assigned = (await pairsOf(tx, round.id)).some((pair) => pair.scorer_unit_id === by_unit_id && pair.unit_id === unit.id);
      if (!assigned) return fail("refused", "Đơn vị không được phân công chấm đơn vị này.", "The unit was not assigned to score this one.");
      if (!selfIn) return fail("conflict", "Đơn vị được chấm chưa nộp điểm tự chấm.", "The unit scored has not handed in its self-score.");
    }
    if (!reached(round.status, input.stage)) return fail("conflict", `Đợt chấm chưa đến bước này: ${ROUND_STATUS_NAMES[round.status].vi.toLowerCase()}.`, `The round has not come to this stage yet: ${ROUND_STATUS_NAMES[round.status].en.toLowerCase()}.`);
    const { content } = await cardOf(tx, round.card_id);
    const sheets = await sheetsOf(tx, round.id);
    // A draft is seen on its own sheet alone, where only its own unit gets to.
    const all = await statementsOf(tx, round.id, unit.id);
    const given = withoutDrafts(all, sheets);
    const statements = input.stage === "self" || input.stage === "cross" ? all.filter((entry) => given.includes(entry) || (entry.stage === input.stage && entry.stated_by_unit_id === by_unit_id)) : given;
    const standing = factsAt(statements, unit.id, input.stage, by_unit_id);
    const scored = scoreSet(content, standing);
    const numbers = fourNumbers(content, round.status, statements, sheets, unit.id);
    const names = new Map(units.map((entry) => [entry.id, entry.name]));
    return ok({
      round: { id: round.id, title: round.title, status: round.status, self_due_on: round.self_due_on, cross_due_on: round.cross_due_on, year: round.year },
      unit, stage: input.stage, by: { id: by_unit_id, name: names.get(by_unit_id) ?? "" }, sheet, content, standing, self: factsAt(statements, unit.id, "self"),
      scored: scored.ok ? scored.value : null, numbers,
      reasons: statements.filter((entry) => entry.reason !== null && (entry.stage === "self" || entry.stage === input.stage || input.stage === "agreed" || input.stage === "appraised")).map(({ fact, stage, reason, stated_by_unit_id, value }) => ({ fact, stage, reason: reason ?? "", by: names.get(stated_by_unit_id) ?? "", value: value.is })),
      evidence: await evidenceOf(tx, round.id, unit.id),
      exemptions: (await exemptionsOf(tx, round.id)).filter((entry) => entry.unit_id === unit.id),
      cross_by: numbers.cross.map((entry) => ({ by: names.get(entry.by_unit_id) ?? "", total: entry.scored.total, points: Object.fromEntries(entry.scored.criteria.map(({ id, points }) => [id, points])) })),
      due_on: input.stage === "self" ? round.self_due_on : input.stage === "cross" ? round.cross_due_on : null,
      late: (input.stage === "self" && context.clock.today() > round.self_due_on) || (input.stage === "cross" && context.clock.today() > round.cross_due_on),
      suggested: input.stage === "self" ? await suggestedFacts(tx, content, round.year, unit.id) : {},
      may_write: may_write && (input.stage === round.status || (input.stage === "self" && round.status === "cross")),
    });
  },
});

/** A published ranking, the newest or an earlier one. */
export const rankingPage = defineQuery({
  name: "ranking_page",
  title: say("Bảng xếp hạng", "The ranking"),
  input: z.strictObject({ round_id: field.id(), number: field.maybe(field.whole(1, 1000)) }),
  policy: anyone,
  async run(context, input) {
    const round = await findRound(context.tx, input.round_id);
    const publications = round === null ? [] : await publicationsOf(context.tx, round.id);
    const shown = input.number === undefined ? publications[0] : publications.find((entry) => entry.number === input.number);
    if (round === null || shown === undefined) return fail("not_found", "Chưa có kết quả được công bố.", "No result was published.");
    const leading = await leadingOf(context.tx, round.id);
    const { content: card } = await cardOf(context.tx, round.card_id);
    const nameOf = new Map(Object.values(shown.content.units).map((unit) => [unit.unit_id, unit.name]));
    return ok({
      round: { id: round.id, title: round.title, year: round.year, card_id: round.card_id, draw_seed: round.draw_seed },
      shown,
      publications: publications.map(({ content: _content, ...entry }) => entry),
      lines: shown.content.result.units.map((unit) => ({ ...unit, unit_id: shown.content.units[unit.unit]?.unit_id ?? unit.unit, name: shown.content.units[unit.unit]?.name ?? unit.unit })),
      groups: shown.content.input.scorecard.criteria.map((criterion) => ({ id: criterion.id, title: criterion.title ?? criterion.id, title_en: card.leaves[criterion.id]?.title_en ?? null, leaves: cardLeaves([criterion]).map(({ leaf }) => leaf.id) })),
      leading: { votes: leading.votes.map((line) => ({ ...line, name: nameOf.get(line.unit_id) ?? "" })), proposals: leading.proposals.map((line) => ({ ...line, name: nameOf.get(line.unit_id) ?? "" })) },
      may_board: await takesPart(context, round.id),
    });
  },
});

/** Why a unit stands where it stands: each criterion with its four numbers, facts, reasons and evidence. Public once the result is. */
export const unitScore = defineQuery({
  name: "unit_score",
  title: say("Vì sao đơn vị được số điểm này", "Why a unit has these points"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const round = await findRound(tx, input.round_id);
    const [shown] = round === null ? [] : await publicationsOf(tx, round.id);
    if (round === null || shown === undefined) return fail("not_found", "Chưa có kết quả được công bố.", "No result was published.");
    const code = Object.entries(shown.content.units).find(([, unit]) => unit.unit_id === input.unit_id)?.[0];
    const line = shown.content.result.units.find((unit) => unit.unit === code);
    if (code === undefined || line === undefined) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    const { content } = await cardOf(tx, round.card_id);
    const sheets = await sheetsOf(tx, round.id);
    const statements = withoutDrafts(await statementsOf(tx, round.id, input.unit_id), sheets);
    const numbers: UnitNumbers = fourNumbers(content, round.status, statements, sheets, input.unit_id);
    const evidence = await evidenceOf(tx, round.id, input.unit_id);
    const units = new Map((await listUnitsOf(tx, round, context.clock.today())).map((unit) => [unit.id, unit.name]));
    const objections = (await objectionsOf(tx, round.id)).filter((entry) => entry.unit_id === input.unit_id);
    return ok({
      round: { id: round.id, title: round.title, year: round.year },
      unit: { id: input.unit_id, name: shown.content.units[code]?.name ?? code },
      line, total: numbers.total, content,
      leaves: cardLeaves(content.scorecard.criteria).map(({ leaf }) => {
        const facts = factsOfLeaf(leaf).map(({ fact, shape }) => ({ fact, shape, value: numbers.facts.agreed[fact] }));
        return {
          leaf, facts, numbers: numbers.leaves[leaf.id] ?? null, scored: line.criteria.find((entry) => entry.id === leaf.id) ?? null,
          reasons: statements
            .filter((entry) => entry.reason !== null && entry.stage !== "self" && facts.some(({ fact }) => fact === entry.fact))
            .map((entry) => ({ stage: entry.stage, by: units.get(entry.stated_by_unit_id) ?? "", reason: entry.reason ?? "", value: entry.value.is, fact: entry.fact })),
          evidence: evidence.filter((entry) => entry.criteria.includes(leaf.id)),
          objections: objections.filter((entry) => entry.criterion === leaf.id).map((entry) => ({ ...entry, by: units.get(entry.raised_by_unit_id) ?? "" })),
        };
      }),
      may_open_files: context.actor.kind === "user",
    });
  },
});

/** A round's completeness: for each unit and criterion whether it was stated, in time, with proof, or does not apply. Holds no points. */
export const roundCompleteness = defineQuery({
  name: "round_completeness",
  title: say("Đủ và đúng hạn: ai đã báo cáo", "Completeness: who has reported"),
  input: z.strictObject({ round_id: field.id() }),
  policy: anyone,
  async run(context, input) {
    const { tx } = context;
    const round = await findRound(tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    const { content } = await cardOf(tx, round.card_id);
    const leaves = cardLeaves(content.scorecard.criteria).map(({ leaf }) => leaf);
    const handed = await sheetsOf(tx, round.id);
    const statements = withoutDrafts(await statementsOf(tx, round.id), handed);
    const sheets = handed.filter((sheet) => sheet.stage === "self");
    const evidence = await evidenceOf(tx, round.id);
    const exempt = new Map((await exemptionsOf(tx, round.id)).map((entry) => [`${entry.unit_id} ${entry.criterion}`, entry.reason]));
    const units = await listUnitsOf(tx, round, context.clock.today());
    return ok({
      round: { id: round.id, title: round.title, status: round.status, self_due_on: round.self_due_on },
      leaves: leaves.map((leaf) => ({ id: leaf.id, title: leaf.title ?? leaf.id, title_en: content.leaves[leaf.id]?.title_en ?? null })),
      units: units.map((unit) => {
        const sheet = sheets.find((entry) => entry.unit_id === unit.id);
        const stated = new Set(statements.filter((entry) => entry.unit_id === unit.id).map((entry) => entry.fact));
        return {
          ...unit, late: sheet !== undefined && sheet.submitted_on > round.self_due_on, handed_in: sheet !== undefined,
          cells: leaves.map((leaf): { state: CellState; reason: string | null } => {
            const reason = exempt.get(`${unit.id} ${leaf.id}`);
            if (reason !== undefined) return { state: "not_applicable", reason };
            if (!factsOfLeaf(leaf).some(({ fact }) => stated.has(fact))) return { state: "missing", reason: null };
            if (sheet !== undefined && sheet.submitted_on > round.self_due_on) return { state: "late", reason: sheet.late_reason };
            return { state: evidence.some((entry) => entry.unit_id === unit.id && entry.criteria.includes(leaf.id)) ? "proven" : "stated", reason: null };
          }),
        };
      }),
    });
  },
});

/** What a cell of the completeness table says. */
export type CellState = "missing" | "stated" | "proven" | "late" | "not_applicable";

/** The scan of a document, for whoever is signed in and, before the publication, takes part. */
export const scoreEvidenceFile = defineQuery({
  name: "score_evidence_file",
  title: say("Bản quét minh chứng", "The scan of a piece of evidence"),
  input: z.strictObject({ evidence_id: field.id() }),
  policy: signedIn,
  async run(context, input) {
    const [evidence] = await context.tx.select().from(scoreEvidence).where(eq(scoreEvidence.id, input.evidence_id));
    const round = evidence === undefined ? null : await findRound(context.tx, evidence.round_id);
    if (evidence === undefined || round === null || evidence.file_id === null || evidence.removed_on !== null) return fail("not_found", "Không có bản quét này.", "No such scan.");
    if (round.status !== "published" && !(await takesPart(context, round.id))) return fail("forbidden", "Kết quả chưa công bố.", "The result is not published yet.");
    const file = await readFile(context.tx, evidence.file_id);
    return file === null ? fail("not_found", "Không có bản quét này.", "No such scan.") : ok(file);
  },
});

async function takesPart(context: Parameters<typeof seatOf>[0], round_id: string): Promise<boolean> {
  const seat = await seatOf(context, round_id);
  return seat !== null && (await mayAt(context, seat, ROUND_READERS)) && (await unitsOfRound(context.tx, round_id)).length > 0;
}
