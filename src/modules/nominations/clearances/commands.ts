import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt } from "../../../platform/command/policy.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { usersWithRole } from "../../accounts/index.ts";
import { findUnit } from "../../organizations/index.ts";
import { STATUS_NAMES } from "../core/status.ts";
import { unitOfNominations } from "../move.ts";
import { lockNominations } from "../store.ts";
import { ANSWERS, MATTERS, SILENCES } from "./core/clearance.ts";
import { refuseShortOfRule } from "./gate.ts";
import { findRound, linesOfRound, unitAnswering } from "./store.ts";
import { clearanceLines, clearanceRounds } from "./tables.ts";

/** While a dossier is appraised its offices are asked; later it is decided and no question helps. */
const ASKABLE = ["submitted", "under_appraisal", "on_notice", "not_recommended"];
const ANSWERABLE = [...ASKABLE, "returned", "before_council", "recommended"];

/** Asks an office about dossiers (hiệp y) by one letter, with the day to answer by and what silence will mean. */
export const askClearance = defineCommand({
  name: "ask_clearance",
  title: say("Lấy ý kiến hiệp y", "Ask for a clearance"),
  input: z.strictObject({
    nomination_ids: field.list(field.id(), 1000), matter: field.choice(MATTERS), body_unit_id: field.maybe(field.id()), body_name: field.maybe(field.text(200)),
    letter_number: field.maybe(field.text(60)), due_on: field.date(), silence: field.choice(SILENCES), silence_basis: field.maybe(field.text(300)),
  }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context, input) => unitOfNominations(context, input.nomination_ids, ["officer", "division_head"]) },
  async run(context, input) {
    const today = context.clock.today();
    if (input.due_on < today) return failField("due_on", `Hạn trả lời phải từ hôm nay (${formatDate(today)}) trở đi.`, "The answer cannot be due before today.");
    if (input.silence === "means_no_objection" && input.silence_basis === undefined) {
      return failField("silence_basis", "Ghi văn bản cho phép coi im lặng là không có ý kiến khác.", "Name the instrument by which silence counts as no objection.");
    }
    const body = await bodyAsked(context, input);
    if (!body.ok) return body;
    const ids = [...new Set(input.nomination_ids)];
    const dossiers = await lockNominations(context.tx, ids);
    if (ids.length === 0 || dossiers.length !== ids.length) return failField("nomination_ids", "Chưa chọn hồ sơ, hoặc có hồ sơ không còn.", "No dossier was chosen, or one does not exist.");
    const late = dossiers.find((dossier) => !ASKABLE.includes(dossier.status));
    if (late !== undefined) return failField("nomination_ids", `Hồ sơ “${late.subject_name}” đang ở trạng thái “${STATUS_NAMES[late.status].vi}”: chỉ hiệp y trong khi thẩm định.`, `The dossier “${late.subject_name}” is “${STATUS_NAMES[late.status].en}”: offices are asked during the appraisal.`);
    const own = dossiers.find((dossier) => body.value.id !== null && (dossier.unit_id === body.value.id || dossier.subject_unit_id === body.value.id));
    if (own !== undefined) return failField("body_unit_id", `Không hỏi đơn vị về hồ sơ của chính đơn vị đó (“${own.subject_name}”).`, `A unit is not asked about its own dossier (“${own.subject_name}”).`);
    const fits = await refuseShortOfRule(context, dossiers, input);
    if (!fits.ok) return fits;
    const unit_id = context.grant?.unit_id ?? (await unitOfNominations(context, ids));
    if (unit_id === null) return fail("not_found", "Không tìm thấy đơn vị của hồ sơ.", "The dossiers' unit is not there.");
    const id = context.newId();
    const locality_id = context.locality.code;
    await context.tx.insert(clearanceRounds).values({
      locality_id, id, unit_id, matter: input.matter, body_unit_id: body.value.id, body_name: body.value.name, letter_number: input.letter_number ?? null, asked_on: today, due_on: input.due_on,
      silence: input.silence, silence_basis: input.silence === "means_no_objection" ? (input.silence_basis ?? null) : null,
    });
    await context.tx.insert(clearanceLines).values(ids.map((nomination_id) => ({ locality_id, round_id: id, nomination_id })));
    context.act({ subject_kind: "clearance", subject_id: id, action: "ask", unit_id, payload: { matter: input.matter, body: body.value.name, due_on: input.due_on, dossiers: ids.length } });
    if (body.value.id !== null) {
      for (const user of await usersWithRole(context.tx, ["clerk", "head"], [body.value.id], today)) context.notify({ to_user_id: user.id, kind: "clearance_asked", payload: { round_id: id, count: ids.length, due_on: input.due_on } });
    }
    return ok({ id, dossiers: ids.length });
  },
});

/** Finds the office: a unit here, which will answer here, or the name of one outside, whose letter is entered. */
async function bodyAsked(context: CommandContext, input: { body_unit_id?: string | undefined; body_name?: string | undefined }): Promise<Result<{ id: string | null; name: string }, Failure>> {
  if (input.body_unit_id === undefined) {
    return input.body_name === undefined ? failField("body_name", "Chọn cơ quan được hỏi, hoặc ghi tên nếu cơ quan ở ngoài địa phương.", "Choose the office, or write its name when it is outside.") : ok({ id: null, name: input.body_name });
  }
  const unit = await findUnit(context.tx, input.body_unit_id, context.clock.today());
  return unit === null ? failField("body_unit_id", "Không có đơn vị này hôm nay.", "There is no such unit today.") : ok({ id: unit.id, name: unit.name });
}

/**
 * Answers for the office asked: about one dossier or all of the round. An officer who enters a letter from paper attaches its
 * scan. A later answer replaces an earlier one, which stays among the actions.
 */
export const answerClearance = defineCommand({
  name: "answer_clearance",
  title: say("Trả lời hiệp y", "Answer a clearance"),
  input: z.strictObject({
    round_id: field.id(), answers: field.list(z.strictObject({ nomination_id: field.id(), answer: field.maybe(field.choice(ANSWERS)), note: field.maybe(field.longText(2000)) }), 1000),
    answered_on: field.maybe(field.date()), scan: field.maybe(upload()),
  }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer"], unit: (context, input) => unitAnswering(context, input.round_id, ["clerk", "head"], ["officer"]) },
  async run(context, input) {
    const round = await findRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có lượt hiệp y này.", "No such clearance.");
    if (round.withdrawn_on !== null) return fail("conflict", "Lượt hiệp y này đã được rút.", "This question was taken back.");
    const today = context.clock.today();
    const answered_on = input.answered_on ?? today;
    if (answered_on > today || answered_on < round.asked_on) return failField("answered_on", `Ngày trả lời phải từ ${formatDate(round.asked_on)} đến hôm nay.`, "The answer is dated between the question and today.");
    const asPaper = round.body_unit_id === null || !(await mayAt(context, round.body_unit_id, ["clerk", "head"]));
    if (asPaper && input.scan === undefined) return failField("scan", "Nhập trả lời từ văn bản giấy thì kèm bản quét.", "Attach the scan of the letter that is entered.");
    const given = input.answers.filter((entry) => entry.answer !== undefined);
    if (given.length === 0) return failField("answers", "Chưa trả lời cho hồ sơ nào.", "No dossier was answered for.");
    await lockNominations(context.tx, given.map((entry) => entry.nomination_id));
    const lines = new Map((await linesOfRound(context.tx, round.id)).map((line) => [line.nomination_id, line]));
    for (const [index, entry] of input.answers.entries()) {
      const line = lines.get(entry.nomination_id);
      if (line === undefined) return failField(`answers.${index}.nomination_id`, "Hồ sơ này không thuộc lượt hiệp y.", "This dossier is not part of the round.");
      if (entry.answer === "objection" && entry.note === undefined) return failField(`answers.${index}.note`, "Có ý kiến thì nêu rõ vi phạm, văn bản xử lý.", "Say what the objection is about.");
      if (entry.answer !== undefined && !ANSWERABLE.includes(line.status)) return failField(`answers.${index}.answer`, `“${line.subject_name}”: ${STATUS_NAMES[line.status].vi}, không sửa ý kiến được nữa.`, `“${line.subject_name}” is ${STATUS_NAMES[line.status].en}: the answer no longer changes.`);
    }
    const kept = input.scan === undefined ? null : await keepScan(context, input.scan, "scan", round.unit_id);
    if (kept !== null && !kept.ok) return kept;
    for (const { nomination_id, answer, note } of given) {
      await context.tx
        .update(clearanceLines).set({ answer: answer ?? null, answered_on, note: note ?? null, file_id: kept === null ? null : kept.value })
        .where(and(eq(clearanceLines.round_id, round.id), eq(clearanceLines.nomination_id, nomination_id)));
    }
    context.act({ subject_kind: "clearance", subject_id: round.id, action: "answer", unit_id: round.unit_id, payload: { answered_on, paper: asPaper, answers: given.map(({ nomination_id, answer, note }) => ({ nomination_id, answer, note: note ?? null })) } });
    for (const user of await usersWithRole(context.tx, ["officer"], [round.unit_id], today)) context.notify({ to_user_id: user.id, kind: "clearance_answered", payload: { round_id: round.id, body: round.body_name, count: given.length } });
    return ok({ id: round.id, answered: given.length });
  },
});

/** Takes a question back, with the reason: asked of the wrong office, or about the wrong matter. What was answered stays to be read and counts for nothing. */
export const withdrawClearance = defineCommand({
  name: "withdraw_clearance",
  title: say("Rút lượt hiệp y", "Take a clearance back"),
  input: z.strictObject({ round_id: field.id(), reason: field.longText(500) }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: async (context, input) => (await findRound(context.tx, input.round_id))?.unit_id ?? null },
  async run(context, input) {
    const withdrawn_on = context.clock.today();
    const changed = await context.tx
      .update(clearanceRounds).set({ withdrawn_on, withdraw_reason: input.reason })
      .where(and(eq(clearanceRounds.id, input.round_id), isNull(clearanceRounds.withdrawn_on))).returning({ unit_id: clearanceRounds.unit_id });
    const [round] = changed;
    if (round === undefined) return fail("conflict", "Lượt hiệp y này đã được rút.", "This question was taken back.");
    context.act({ subject_kind: "clearance", subject_id: input.round_id, action: "withdraw", unit_id: round.unit_id, payload: { reason: input.reason } });
    return ok({ id: input.round_id });
  },
});
