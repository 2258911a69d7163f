import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { actorIdOf } from "../../platform/command/actor.ts";
import { defineCommand } from "../../platform/command/define.ts";
import { fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import { organiserOf } from "./seats.ts";
import { hasLeaf } from "./stating.ts";
import { cardOf, findRound, lockRound, unitsOfRound } from "./store-rounds.ts";
import { scoreEvidence, scoreExemptions } from "./tables.ts";

/** Adds a document that proves one or many criteria: with a scan, or by its number and day, or to be looked at on the spot. */
export const addScoreEvidence = defineCommand({
  name: "add_score_evidence",
  title: say("Thêm tài liệu minh chứng", "Add evidence"),
  input: z.strictObject({
    round_id: field.id(), unit_id: field.id(), title: field.text(300), document_number: field.maybe(field.text(60)), document_on: field.maybe(field.date()),
    on_site: field.flag(), criteria: field.list(field.text(60), 200), file: z.optional(upload()),
  }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status === "published") return fail("conflict", "Kết quả đã công bố, không thêm minh chứng được nữa.", "The result is published; no evidence can be added.");
    const { content } = await cardOf(context.tx, round.card_id);
    if (input.criteria.length === 0) return failField("criteria", "Chọn ít nhất một tiêu chí mà tài liệu này chứng minh.", "Choose at least one criterion that this proves.");
    const unknown = input.criteria.find((criterion) => !hasLeaf(content, criterion));
    if (unknown !== undefined) return failField("criteria", `Bảng không có tiêu chí “${unknown}”.`, `The card has no criterion “${unknown}”.`);
    const numbered = input.document_number !== undefined && input.document_on !== undefined;
    if (input.file === undefined && !numbered) return failField("document_number", "Kèm bản quét, hoặc ghi cả số và ngày văn bản.", "Attach a scan, or give both number and day of the document.");
    const file = input.file === undefined ? ok(null) : await keepScan(context, input.file, "file", input.unit_id);
    if (!file.ok) return file;
    const id = context.newId();
    await context.tx.insert(scoreEvidence).values({
      locality_id: context.locality.code, id, round_id: round.id, unit_id: input.unit_id, title: input.title, document_number: input.document_number ?? null,
      document_on: input.document_on ?? null, file_id: file.value, on_site: input.on_site || file.value === null, criteria: [...new Set(input.criteria)],
      added_by: actorIdOf(context.actor), added_on: context.clock.today(),
    });
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "add_evidence", unit_id: input.unit_id, payload: { evidence_id: id, criteria: input.criteria } });
    return ok({ id });
  },
});

/** Takes a document back while the unit still scores itself; that it stood there stays in the record. */
export const removeScoreEvidence = defineCommand({
  name: "remove_score_evidence",
  title: say("Rút tài liệu minh chứng", "Take evidence back"),
  input: z.strictObject({ evidence_id: field.id(), unit_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head"], unit: (_context, input) => input.unit_id },
  async run(context, input) {
    const [evidence] = await context.tx
      .select()
      .from(scoreEvidence)
      .where(and(eq(scoreEvidence.id, input.evidence_id), eq(scoreEvidence.unit_id, input.unit_id), isNull(scoreEvidence.removed_on)));
    if (evidence === undefined) return fail("not_found", "Không có tài liệu này.", "No such document.");
    const round = await findRound(context.tx, evidence.round_id);
    if (round?.status !== "self") return fail("conflict", "Đã hết bước tự chấm: tài liệu được giữ lại.", "Self-scoring is over: the document stays.");
    await context.tx.update(scoreEvidence).set({ removed_on: context.clock.today() }).where(eq(scoreEvidence.id, evidence.id));
    context.act({ subject_kind: "scoring_round", subject_id: evidence.round_id, action: "remove_evidence", unit_id: input.unit_id, payload: { evidence_id: evidence.id } });
    return ok({ id: evidence.round_id, unit_id: evidence.unit_id });
  },
});

/** Marks that a criterion does not apply to a unit, with the reason; the table of completeness shows it, the points are stated by the standing body. */
export const exemptCriterion = defineCommand({
  name: "exempt_criterion",
  title: say("Ghi tiêu chí không áp dụng", "Mark a criterion as not applicable"),
  input: z.strictObject({ round_id: field.id(), unit_id: field.id(), criterion: field.text(60), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer"], unit: (context, input) => organiserOf(context, input.round_id) },
  async run(context, input) {
    const round = await lockRound(context.tx, input.round_id);
    if (round === null || !(await unitsOfRound(context.tx, round.id)).includes(input.unit_id)) return fail("not_found", "Đơn vị không có trong đợt chấm này.", "The unit is not in this round.");
    if (round.status === "published") return fail("conflict", "Kết quả đã công bố.", "The result is published.");
    const { content } = await cardOf(context.tx, round.card_id);
    if (!hasLeaf(content, input.criterion)) return failField("criterion", `Bảng không có tiêu chí “${input.criterion}”.`, `The card has no criterion “${input.criterion}”.`);
    await context.tx
      .insert(scoreExemptions)
      .values({ locality_id: context.locality.code, round_id: round.id, unit_id: input.unit_id, criterion: input.criterion, reason: input.reason, set_by: actorIdOf(context.actor), set_on: context.clock.today() })
      .onConflictDoNothing();
    context.act({ subject_kind: "scoring_round", subject_id: round.id, action: "exempt", unit_id: input.unit_id, payload: { criterion: input.criterion, reason: input.reason } });
    return ok({ id: round.id });
  },
});
