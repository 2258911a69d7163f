import { z } from "zod";
import { yearOf } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineCommand } from "../../platform/command/define.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { keepScan, upload } from "../../platform/files/upload.ts";
import { awardDecisions, LOCAL_AUTHORITIES, writeNumber } from "../honours/index.ts";
import { findUnit, type UnitKind } from "../organizations/index.ts";
import { bringIntoForce, inState, issuerOf, judgeRecipients, mayIssue, numberIsFree, numberParts, update } from "./bring-into-force.ts";
import { detachFromDecision } from "./commands-appraise.ts";
import { revokeWith } from "./commands-revoke.ts";
import { strikeWith } from "./commands-strike.ts";
import { moveAll } from "./move.ts";
import { ONLY_DOSSIERS, type RecipientSource } from "./port.ts";
import { nominationsOfDecision } from "./store.ts";

/** Puts recommended dossiers into a draft decision. */
export const prepareDecision = defineCommand({
  name: "prepare_decision",
  title: say("Lập dự thảo quyết định khen thưởng", "Prepare an award decision"),
  input: z.strictObject({ nomination_ids: field.list(field.id(), 3000), issuer_unit_id: field.id(), authority: field.choice(LOCAL_AUTHORITIES), title: field.text(400) }),
  policy: { kind: "roles", roles: ["officer", "division_head", "clerk"], unit: (_context, input) => input.issuer_unit_id },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const issuing = await issuesFor(context, input.issuer_unit_id, input.authority);
    if (!issuing.ok) return issuing;
    const decision_id = context.newId();
    const moved = await moveAll(context, input.nomination_ids, "enter_decision", () => ({ decision_id }), { decision_id });
    if (!moved.ok) return moved;
    for (const nomination of moved.value) {
      if (nomination.authority !== input.authority) {
        return fail("refused", `Hồ sơ “${nomination.subject_name}” đề nghị cấp khác quyết định.`, `The dossier “${nomination.subject_name}” asks another authority.`);
      }
      if (!(await context.isWithin(nomination.unit_id, input.issuer_unit_id))) {
        return fail("refused", `Đơn vị của hồ sơ “${nomination.subject_name}” không thuộc quyền của người ký này.`, `The unit of “${nomination.subject_name}” is not under this authority.`);
      }
    }
    await context.tx.insert(awardDecisions).values({
      locality_id: context.locality.code, id: decision_id, issuer_unit_id: input.issuer_unit_id, authority: input.authority, title: input.title,
      year: yearOf(context.clock.today()), source: "signed_here", state: "prepared", prepared_by: context.actor.id, prepared_on: context.clock.today(),
    });
    context.act({ subject_kind: "decision", subject_id: decision_id, action: "prepare", unit_id: input.issuer_unit_id, payload: { title: input.title, count: moved.value.length } });
    return ok({ id: decision_id });
  },
});

/** Fails when a unit of that kind does not decide as that authority: the district's decisions are issued by the locality itself, a commune's by the commune. */
async function issuesFor(context: CommandContext, unit_id: string, authority: (typeof LOCAL_AUTHORITIES)[number]): Promise<Result<null, Failure>> {
  const unit = await findUnit(context.tx, unit_id, context.clock.today());
  if (unit === null) return failField("issuer_unit_id", "Đơn vị ban hành không còn hoạt động.", "The issuing unit no longer exists.");
  return ISSUING_KINDS[authority].includes(unit.kind) ? ok(null) : failField("authority", `${unit.name} không phải là nơi ban hành quyết định của cấp này.`, `${unit.name} does not issue decisions of this authority.`);
}

/** Which kinds of units issue the decisions of each authority. A locality may itself be a commune. */
const ISSUING_KINDS: Readonly<Record<(typeof LOCAL_AUTHORITIES)[number], readonly UnitKind[]>> = {
  district: ["locality"],
  commune: ["commune", "locality"],
  agency: ["party_body", "front", "agency", "armed_forces", "justice", "vertical", "mass_organisation", "public_service", "school"],
  enterprise: ["enterprise", "cooperative"],
};

/** Gives up a draft decision: its dossiers stand recommended again, its other recipients are free. */
const cancelWith = (source: RecipientSource) => defineCommand({
  name: "cancel_decision",
  title: say("Bỏ dự thảo quyết định", "Cancel a draft decision"),
  input: z.strictObject({ decision_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer", "division_head", "chair", "head"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const decision = await inState(context, input.decision_id, ["prepared", "signed", "awaiting_confirmation"]);
    if (!decision.ok) return decision;
    const dossiers = await nominationsOfDecision(context.tx, input.decision_id);
    if (dossiers.length > 0) {
      const moved = await moveAll(context, dossiers.map((dossier) => dossier.id), "leave_decision", () => ({ reason: input.reason }));
      if (!moved.ok) return moved;
      await detachFromDecision(context, dossiers.map((dossier) => dossier.id));
    }
    await source.cancelled(context, input.decision_id);
    const { number, symbol, issuer_unit_id } = decision.value;
    // A number that was typed from a paper is free again: the right paper may carry it.
    await update(context, input.decision_id, { state: "cancelled", number: null, symbol: null, decided_on: null });
    context.act({ subject_kind: "decision", subject_id: input.decision_id, action: "cancel", unit_id: issuer_unit_id, payload: { reason: input.reason, ...(number !== null && symbol !== null ? { number: writeNumber(number, symbol) } : {}) } });
    return ok({ id: input.decision_id });
  },
});

/** The chair (or head of the issuing unit) signs; refused when a binding check fails for anyone on the list. */
const signWith = (source: RecipientSource) => defineCommand({
  name: "sign_decision",
  title: say("Ký quyết định khen thưởng", "Sign an award decision"),
  input: z.strictObject({ decision_id: field.id(), signer_title: field.text(120) }),
  policy: { kind: "roles", roles: ["chair", "head"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const decision = await inState(context, input.decision_id, ["prepared"]);
    if (!decision.ok) return decision;
    if (!mayIssue(decision.value, context.actor)) return fail("forbidden", "Người ký phải là người đứng đầu cấp quyết định.", "The signer must head the deciding level.");
    const judged = await judgeRecipients(context, source, input.decision_id);
    if (!judged.ok) return judged;
    await update(context, input.decision_id, { state: "signed", signed_by: context.actor.id, signer_name: context.actor.name, signer_title: input.signer_title });
    context.act({ subject_kind: "decision", subject_id: input.decision_id, action: "sign", unit_id: decision.value.issuer_unit_id, payload: { signer_title: input.signer_title } });
    return ok({ id: input.decision_id });
  },
});

/** What the records clerk writes from the book. */
const numbering = { number: field.whole(1, 99_999), symbol: field.text(40), decided_on: field.date() };

/** The records clerk gives a signed decision its number and date from the book: it comes into force and the awards are issued. */
const numberWith = (source: RecipientSource) => defineCommand({
  name: "number_decision",
  title: say("Cho số quyết định, ban hành", "Number a decision and issue it"),
  input: z.strictObject({ decision_id: field.id(), ...numbering }),
  policy: { kind: "roles", roles: ["records_clerk"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const decision = await inState(context, input.decision_id, ["signed"]);
    if (!decision.ok) return decision;
    const free = await numberIsFree(context, source, decision.value, input, true);
    if (!free.ok) return free;
    return bringIntoForce(context, source, { ...decision.value, ...numberParts(input) }, "number");
  },
});

/** Records a decision that was signed on paper: number, date, signer, scan. A second person confirms it. */
const recordWith = (source: RecipientSource) => defineCommand({
  name: "record_paper_decision",
  title: say("Ghi nhận quyết định giấy", "Record a paper decision"),
  input: z.strictObject({ decision_id: field.id(), ...numbering, signer_name: field.text(120), signer_title: field.text(120), scan: upload() }),
  policy: { kind: "roles", roles: ["records_clerk", "officer"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const decision = await inState(context, input.decision_id, ["prepared"]);
    if (!decision.ok) return decision;
    const free = await numberIsFree(context, source, decision.value, input, false);
    if (!free.ok) return free;
    const scan = await keepScan(context, input.scan, "scan", decision.value.issuer_unit_id);
    if (!scan.ok) return scan;
    await update(context, input.decision_id, {
      ...numberParts(input), source: "recorded_paper", state: "awaiting_confirmation", signer_name: input.signer_name, signer_title: input.signer_title,
      scan_file_id: scan.value, recorded_by: context.actor.id,
    });
    context.act({ subject_kind: "decision", subject_id: input.decision_id, action: "record_paper", unit_id: decision.value.issuer_unit_id, payload: { number: writeNumber(input.number, input.symbol), decided_on: input.decided_on } });
    return ok({ id: input.decision_id });
  },
});

/** A second person confirms the recorded paper against the scan: it comes into force and the awards are issued. */
const confirmWith = (source: RecipientSource) => defineCommand({
  name: "confirm_paper_decision",
  title: say("Xác nhận quyết định giấy", "Confirm a paper decision"),
  input: z.strictObject({ decision_id: field.id() }),
  policy: { kind: "roles", roles: ["records_clerk", "officer", "chair", "division_head"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const decision = await inState(context, input.decision_id, ["awaiting_confirmation"]);
    if (!decision.ok) return decision;
    if (decision.value.recorded_by === context.actor.id) return fail("refused", "Người xác nhận phải khác người đã nhập.", "The person who confirms must not be the one who entered it.");
    const judged = await judgeRecipients(context, source, input.decision_id);
    if (!judged.ok) return judged;
    return bringIntoForce(context, source, { ...decision.value, confirmed_by: context.actor.id }, "confirm");
  },
});

/** Takes who else may stand on decisions; gives the commands of a decision's life, from the draft to the revocation. */
export function decisionCommands(source: RecipientSource) {
  return {
    prepareDecision,
    cancelDecision: cancelWith(source),
    signDecision: signWith(source),
    numberDecision: numberWith(source),
    recordPaperDecision: recordWith(source),
    confirmPaperDecision: confirmWith(source),
    strikeFromDecision: strikeWith(source),
    revokeAward: revokeWith(source),
  };
}

/** The commands for decisions of dossiers alone. */
export const { cancelDecision, signDecision, numberDecision, recordPaperDecision, confirmPaperDecision, strikeFromDecision, revokeAward } = decisionCommands(ONLY_DOSSIERS);
