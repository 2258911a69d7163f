import { z } from "zod";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import type { CardContent } from "./core/content.ts";
import { gateFact, type ScoreStage } from "./core/round.ts";
import { askedFacts, scoreSet } from "./core/sheet.ts";
import { isOutside, meetingSeat, organiserOf } from "./seats.ts";
import { state } from "./stating.ts";
import { cardOf, findSheet, lockRound, pairsOf, type Round, unitsOfRound } from "./store-rounds.ts";
import { scoreSheets } from "./tables.ts";

const value = z.union([z.string(), z.boolean(), z.null()]);
const typed = {
  facts: z.record(z.string(), value).default({}),
  reasons: z.record(z.string(), z.string().max(1000)).default({}),
};
const handing = { submit: field.flag(), late_reason: field.maybe(field.text(500)), paper: z.optional(upload()) };

/** A unit states its own facts (điểm tự chấm) and hands the sheet in. What is not handed in is a draft that nobody else sees. */
export const stateSelfScore = defineCommand({
  name: "state_self_score",
  title: say("Tự chấm điểm", "State the self-score"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), ...typed, ...handing }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const forOutside = await fromPaper(context, input.unit_id, input);
    if (!forOutside.ok) return forOutside;
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    // A unit that is late may still hand in while the others cross-score; afterwards the standing body states for it.
    if (round.status !== "self" && round.status !== "cross") return fail("conflict", "Đã hết bước tự chấm.", "Self-scoring is over.");
    return stateSheet(context, round, { ...input, stage: "self", by_unit_id: input.unit_id, due_on: round.self_due_on });
  },
});

/** A member states what it sees otherwise in another's self-score (điểm chấm chéo), each change with its reason. */
export const stateCrossScore = defineCommand({
  name: "state_cross_score",
  title: say("Chấm chéo", "State a cross-score"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), by_unit_id: field.id(), ...typed, ...handing }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (_context, input) => input.by_unit_id },
  async run(context, input) {
    const forOutside = await fromPaper(context, input.by_unit_id, input);
    if (!forOutside.ok) return forOutside;
    const round = await lockRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có đợt chấm này.", "No such round.");
    if (!(await pairsOf(context.tx, round.id)).some((pair) => pair.scorer_unit_id === input.by_unit_id && pair.unit_id === input.unit_id)) {
      return fail("refused", "Đơn vị không được phân công chấm đơn vị này.", "The unit was not assigned to score this one.");
    }
    if (round.status !== "cross") return fail("conflict", "Chỉ chấm chéo ở bước chấm chéo.", "Cross-scores are stated at their own stage only.");
    if ((await findSheet(context.tx, round.id, input.unit_id, "self", input.unit_id)) === null) return fail("conflict", "Đơn vị được chấm chưa nộp điểm tự chấm.", "The unit scored has not handed in its self-score.");
    return stateSheet(context, round, { ...input, stage: "cross", due_on: round.cross_due_on });
  },
});

/** The standing body states what it found otherwise (điểm thẩm định), each change with its reason. */
export const stateAppraisedScore = defineCommand({
  name: "state_appraised_score",
  title: say("Thẩm định điểm", "State the appraised score"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), ...typed }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status !== "appraised") return fail("conflict", "Chỉ ghi điểm thẩm định ở bước thẩm định.", "The appraisal is stated at its own stage only.");
    return stateLater(context, round, input, "appraised");
  },
});

/** The cluster's meeting states what it agreed otherwise (điểm thống nhất), each change with its reason. */
export const stateAgreedScore = defineCommand({
  name: "state_agreed_score",
  title: say("Ghi điểm thống nhất", "State the agreed score"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), ...typed }),
  policy: { kind: "roles", roles: ["officer", "clerk", "head"], unit: (context, input) => meetingSeat(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status !== "agreed") return fail("conflict", "Chỉ ghi điểm thống nhất ở bước hội nghị cụm, khối.", "Agreed scores are stated at the meeting's stage only.");
    return stateLater(context, round, input, "agreed");
  },
});

/** An officer enters a sheet only for an outside member, which has no account here, and only from its signed paper. */
async function fromPaper(context: CommandContext, unit_id: string, sheet: { paper?: unknown }): Promise<Result<null, Failure>> {
  if (context.grant?.role !== "officer") return ok(null);
  if (!(await isOutside(context, unit_id))) return fail("forbidden", "Mỗi đơn vị tự khai phiếu của mình.", "Each unit states its own sheet.");
  return sheet.paper === undefined ? failField("paper", "Kèm bản giấy đã ký của đơn vị ngoài địa phương.", "Attach the signed paper of the outside unit.") : ok(null);
}

type Sent = { unit_id: string; facts: Record<string, string | boolean | null>; reasons: Record<string, string> };

async function stateLater(context: CommandContext, round: Round, input: Sent, stage: "appraised" | "agreed"): Promise<Result<{ id: string; changed: number }, Failure>> {
  const { content } = await cardOf(context.tx, round.card_id);
  const stated = await state(context, round, content, { unit_id: input.unit_id, stage, by_unit_id: round.unit_id, reasoned: true }, input);
  if (!stated.ok) return stated;
  context.act({ subject_kind: "scoring_round", subject_id: round.id, action: `state_${stage}`, unit_id: input.unit_id, payload: { changed: stated.value.changed } });
  return ok({ id: round.id, changed: stated.value.changed });
}

/** What keeps a sheet from being handed in: each missing fact at its own field, in the order of the form; null when none is missing. */
function missingFacts(content: CardContent, missing: readonly string[]): Failure | null {
  const ordered = askedFacts(content).filter((asked) => missing.includes(asked.fact));
  const [first] = ordered;
  if (first === undefined) return null;
  const sentence = (fact: string) => {
    const gate = content.scorecard.gates?.find((entry) => gateFact(entry.id) === fact);
    if (gate !== undefined) return say(`Chưa trả lời điều kiện “${gate.text}”: chọn có hoặc không.`, `The condition “${gate.text}” has no answer: choose yes or no.`);
    const note = content.facts[fact];
    return say(`Còn thiếu: ${note?.label_vi ?? fact}. Không làm được thì ghi 0.`, `Still missing: ${note?.label_en ?? note?.label_vi ?? fact}. Zero may be stated.`);
  };
  const message = ordered.length === 1 ? sentence(first.fact) : say(`Chưa nộp được: còn thiếu ${ordered.length} số liệu. Không làm được thì ghi 0.`, `Not handed in: ${ordered.length} facts are missing. Zero may be stated.`);
  return { code: "invalid", message, fields: Object.fromEntries(ordered.map(({ fact }) => [`facts.${fact}`, sentence(fact)])) };
}

type Handing = Sent & { stage: Extract<ScoreStage, "self" | "cross">; by_unit_id: string; due_on: PlainDate; submit: boolean; late_reason?: string | undefined; paper?: { name: string; bytes: Uint8Array } | undefined };

async function stateSheet(context: CommandContext, round: Round, input: Handing): Promise<Result<{ id: string; changed: number; submitted: boolean }, Failure>> {
  const { content } = await cardOf(context.tx, round.card_id);
  const { stage, unit_id, by_unit_id } = input;
  const handedIn = (await findSheet(context.tx, round.id, unit_id, stage, by_unit_id)) !== null;
  const stated = await state(context, round, content, { unit_id, stage, by_unit_id, reasoned: stage === "cross" || handedIn }, input);
  if (!stated.ok) return stated;
  const submitted_on = context.clock.today();
  if (input.submit && !handedIn) {
    const scored = scoreSet(content, stated.value.facts);
    // A condition that nobody answered would keep the unit out of the ranking without a word.
    const unanswered = askedFacts(content).flatMap(({ fact, leaf }) => (leaf === null && typeof stated.value.facts[fact] !== "boolean" ? [fact] : []));
    const missing = scored.ok ? missingFacts(content, [...scored.value.missing, ...unanswered]) : null;
    if (missing !== null) return err(missing);
    if (submitted_on > input.due_on && input.late_reason === undefined) {
      return failField("late_reason", `Đã quá hạn (${formatDate(input.due_on)}): hãy ghi lý do nộp muộn.`, `The due day (${formatDate(input.due_on)}) has passed: give the reason.`);
    }
    const paper = input.paper === undefined ? ok(null) : await keepScan(context, input.paper, "paper", by_unit_id);
    if (!paper.ok) return paper;
    await context.tx.insert(scoreSheets).values({
      locality_id: context.locality.code, round_id: round.id, unit_id, stage, stated_by_unit_id: by_unit_id, submitted_by: actorIdOf(context.actor), submitted_on,
      late_reason: submitted_on > input.due_on ? (input.late_reason ?? null) : null, file_id: paper.value,
    });
  }
  const submitted = handedIn || input.submit;
  context.act({ subject_kind: "scoring_round", subject_id: round.id, action: input.submit && !handedIn ? `submit_${stage}` : `state_${stage}`, unit_id: by_unit_id, payload: { unit_id, changed: stated.value.changed } });
  return ok({ id: round.id, changed: stated.value.changed, submitted });
}
