import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineQuery } from "../../../platform/command/define.ts";
import { fail } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { mayAt, unitsHeld } from "../../../platform/command/policy.ts";
import { readFile } from "../../../platform/files/upload.ts";
import { listUnits, RESPONDING_KINDS, subtree, unitNames } from "../../organizations/index.ts";
import { nominations } from "../tables.ts";
import { rulesFor, standingOf } from "./core/clearance.ts";
import { askedAbout } from "./gate.ts";
import { clearanceRulesDeclared, findRound, linesOfRound, listRounds, unitAnswering } from "./store.ts";
import { clearanceLines } from "./tables.ts";

const ASKING = ["officer", "division_head", "auditor"] as const;
const ANSWERING = ["clerk", "head"] as const;
const MOST_CHOICES = 500;

/** The clearance rounds: asked by the actor's level, and asked of the actor's own office. */
export const browseClearances = defineQuery({
  name: "browse_clearances",
  title: say("Các lượt lấy ý kiến hiệp y", "Clearance rounds"),
  input: z.strictObject({}),
  policy: { kind: "signed_in" },
  async run(context) {
    const today = context.clock.today();
    const asking = unitsHeld(context, ASKING);
    const rounds = await listRounds(context.tx, asking, unitsHeld(context, ANSWERING), today);
    const names = await unitNames(context.tx, rounds.map((row) => row.round.unit_id), today);
    return ok({
      rounds: rounds.map(({ round: { locality_id: _locality, ...round }, ...counts }) => ({ ...round, ...counts, unit_name: names.get(round.unit_id) ?? "", overdue: round.withdrawn_on === null && counts.answered < counts.asked && today > round.due_on })),
      may_ask: unitsHeld(context, ["officer", "division_head"]).length > 0,
      rules: asking.length === 0 ? [] : await clearanceRulesDeclared(context.tx),
      may_declare: unitsHeld(context, ["officer"]).length > 0,
      today,
    });
  },
});

/** What may be asked about: dossiers under appraisal, those that a rule wants cleared first with its terms, and the offices to ask. */
export const clearanceChoices = defineQuery({
  name: "clearance_choices",
  title: say("Lựa chọn khi lấy ý kiến hiệp y", "Choices for a clearance"),
  input: z.strictObject({ nomination_id: field.maybe(field.id()) }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => unitsHeld(context, ["officer", "division_head"])[0] ?? null },
  async run(context, input) {
    const today = context.clock.today();
    const own = subtree(unitsHeld(context, ["officer", "division_head"]), today);
    const rules = await clearanceRulesDeclared(context.tx);
    const rows = await context.tx
      .select({ id: nominations.id, unit_id: nominations.unit_id, subject_kind: nominations.subject_kind, subject_unit_id: nominations.subject_unit_id, subject_name: nominations.subject_name, honour: nominations.honour, year: nominations.year })
      .from(nominations)
      .where(and(sql`${nominations.unit_id} in ${own}`, inArray(nominations.status, ["submitted", "under_appraisal", "on_notice", "not_recommended"])))
      .orderBy(asc(nominations.unit_id), asc(nominations.subject_folded), asc(nominations.id))
      .limit(5000);
    const about = await askedAbout(context, rows);
    const shown = rows.map((row) => ({ ...row, rules: rulesFor(rules, about.get(row.id) ?? { of_enterprise: false, individual: false }, today), of_enterprise: about.get(row.id)?.of_enterprise ?? false }));
    // Those the rules speak of and those of enterprises come first; of the rest only what was asked for.
    const asked = shown.filter((row) => row.id === input.nomination_id);
    const others = shown.filter((row) => row.id !== input.nomination_id && (row.rules.length > 0 || row.of_enterprise));
    const chosen = [...asked, ...others].slice(0, MOST_CHOICES);
    const names = await unitNames(context.tx, chosen.map((row) => row.unit_id), today);
    const units = await listUnits(context.tx, today, { kinds: RESPONDING_KINDS });
    return ok({
      dossiers: chosen.map((row) => ({ ...row, unit_name: names.get(row.unit_id) ?? "" })),
      bodies: units.map(({ id, name }) => ({ id, name })),
      rules: rules.filter((rule) => rule.from_on <= today && (rule.to_on === null || today < rule.to_on)),
      today,
    });
  },
});

/** One round with its dossiers and answers, for who asked and for the office asked. */
export const clearancePage = defineQuery({
  name: "clearance_page",
  title: say("Một lượt lấy ý kiến hiệp y", "One clearance round"),
  input: z.strictObject({ round_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer", "division_head", "auditor"], unit: (context, input) => unitAnswering(context, input.round_id, ANSWERING, ASKING) },
  async run(context, input) {
    const round = await findRound(context.tx, input.round_id);
    if (round === null) return fail("not_found", "Không có lượt hiệp y này.", "No such clearance.");
    const today = context.clock.today();
    const lines = await linesOfRound(context.tx, round.id);
    const names = await unitNames(context.tx, [round.unit_id, ...lines.map((line) => line.unit_id)], today);
    const { locality_id: _locality, ...told } = round;
    return ok({
      round: { ...told, unit_name: names.get(round.unit_id) ?? "" },
      lines: lines.map((line) => ({ ...line, unit_name: names.get(line.unit_id) ?? "", standing: standingOf({ ...line, due_on: round.due_on, silence: round.silence }, today) })),
      may_withdraw: round.withdrawn_on === null && (await mayAt(context, round.unit_id, ["officer", "division_head"])),
      may_answer: round.withdrawn_on === null && round.body_unit_id !== null && (await mayAt(context, round.body_unit_id, ANSWERING)),
      may_enter: round.withdrawn_on === null && (await mayAt(context, round.unit_id, ["officer"])),
      today,
    });
  },
});

/** The scan of an answer. */
export const clearanceScan = defineQuery({
  name: "clearance_scan",
  title: say("Bản quét văn bản trả lời hiệp y", "The scan of a clearance's answer"),
  input: z.strictObject({ round_id: field.id(), nomination_id: field.id() }),
  policy: { kind: "roles", roles: ["clerk", "head", "officer", "division_head", "auditor"], unit: (context, input) => unitAnswering(context, input.round_id, ANSWERING, ASKING) },
  async run(context, input) {
    const [line] = await context.tx.select({ file_id: clearanceLines.file_id }).from(clearanceLines).where(and(eq(clearanceLines.round_id, input.round_id), eq(clearanceLines.nomination_id, input.nomination_id)));
    const file = line?.file_id ? await readFile(context.tx, line.file_id) : null;
    return file === null ? fail("not_found", "Không có bản quét.", "There is no scan.") : ok(file);
  },
});
