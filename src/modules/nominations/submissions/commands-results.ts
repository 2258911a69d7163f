import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { formatDate } from "../../../kernel/plain-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { keepScan, upload } from "../../../platform/files/upload.ts";
import { recordExternalAwards } from "../../honours/index.ts";
import { rootId } from "../../organizations/index.ts";
import type { Nomination } from "../core/dossier.ts";
import { moveAll } from "../move.ts";
import { lockPackage } from "./commands-packages.ts";
import { ABOVE_OUTCOMES, type AboveOutcome } from "./core/result-file.ts";
import { notifyProposers } from "./receive.ts";
import { dossiersOfPackage, findResult, type PackageResult, resultsOf } from "./store-packages.ts";
import { packageEntries, packageResultLines, packageResults, packages } from "./tables.ts";

const line = z.strictObject({ nomination_id: field.id(), outcome: field.maybe(field.choice(ABOVE_OUTCOMES)), reason: field.maybe(field.text(1000)) });

/** Records what the level above decided on dossiers of a package, from its paper. A second person confirms it; dossiers it does not name wait on. */
export const recordPackageResult = defineCommand({
  name: "record_package_result",
  title: say("Nhập kết quả của cấp trên", "Record the result of the level above"),
  input: z.strictObject({
    package_id: field.id(), decision_number: field.text(60), decided_on: field.date(), issuer: field.text(200), signer_name: field.text(120), signer_title: field.text(120), scan: upload(), lines: field.list(line, 1000),
  }),
  policy: { kind: "roles", roles: ["officer", "records_clerk"], unit: (context) => rootId(context) },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const found = await lockPackage(context, input.package_id, "sent");
    if (!found.ok) return found;
    const today = context.clock.today();
    if (input.decided_on > today) return failField("decided_on", `Ngày quyết định không thể sau hôm nay (${formatDate(today)}).`, "The decision cannot be dated after today.");
    if (found.value.letter_on !== null && input.decided_on < found.value.letter_on) return failField("decided_on", `Ngày quyết định không thể trước ngày tờ trình (${formatDate(found.value.letter_on)}).`, "The decision cannot be dated before the letter.");
    const lines = await readLines(context, input.package_id, input.lines);
    if (!lines.ok) return lines;
    const scan = await keepScan(context, input.scan, "scan", await rootId(context));
    if (!scan.ok) return scan;
    const id = context.newId();
    const { package_id, decision_number, decided_on, issuer, signer_name, signer_title } = input;
    const locality_id = context.locality.code;
    await context.tx.insert(packageResults).values({
      locality_id, id, package_id, decision_number, decided_on, issuer, signer_name, signer_title, state: "awaiting_confirmation", scan_file_id: scan.value, recorded_by: context.actor.id, recorded_at: context.clock.now(),
    });
    await context.tx.insert(packageResultLines).values(lines.value.map((entry) => ({ locality_id, result_id: id, ...entry })));
    context.act({ subject_kind: "package", subject_id: package_id, action: "record_result", payload: { result_id: id, decision_number, decided_on, count: lines.value.length } });
    return ok({ id, package_id, count: lines.value.length });
  },
});

/** A second person confirms a result against its scan: dossiers are decided, declined or given back, and the awards join the award history. */
export const confirmPackageResult = defineCommand({
  name: "confirm_package_result",
  title: say("Xác nhận kết quả của cấp trên", "Confirm the result of the level above"),
  input: z.strictObject({ result_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "records_clerk", "chair", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    if (context.actor.kind !== "user") return fail("forbidden", "Cần đăng nhập.", "Sign in first.");
    const locked = await lockWaiting(context, input.result_id);
    if (!locked.ok) return locked;
    const result = locked.value;
    if (result.recorded_by === context.actor.id) return fail("refused", "Người xác nhận phải khác người đã nhập.", "The person who confirms must not be the one who entered it.");
    const lines = (await resultsOf(context.tx, result.package_id)).find((entry) => entry.id === result.id)?.lines ?? [];
    const counts: Record<AboveOutcome, number> = { approved: 0, declined: 0, returned: 0 };
    for (const outcome of ABOVE_OUTCOMES) {
      const group = lines.filter((entry) => entry.outcome === outcome);
      const applied = await apply(context, result, outcome, new Map(group.map((entry) => [entry.nomination_id, entry.reason])));
      if (!applied.ok) return applied;
      counts[outcome] = group.length;
    }
    await context.tx.update(packageResults).set({ state: "confirmed", confirmed_by: context.actor.id }).where(eq(packageResults.id, result.id));
    const open = (await dossiersOfPackage(context.tx, result.package_id)).filter((entry) => entry.outcome === null).length;
    if (open === 0) await context.tx.update(packages).set({ state: "answered" }).where(eq(packages.id, result.package_id));
    context.act({ subject_kind: "package", subject_id: result.package_id, action: "confirm_result", payload: { result_id: result.id, ...counts, open } });
    context.log({ type: "package_result", facts: { decision: result.decision_number, decided_on: result.decided_on, ...counts, open } });
    return ok({ id: result.id, package_id: result.package_id, ...counts, open });
  },
});

/** Gives up a result that was entered wrongly and is not confirmed. */
export const cancelPackageResult = defineCommand({
  name: "cancel_package_result",
  title: say("Bỏ kết quả nhập sai", "Cancel a result entered wrongly"),
  input: z.strictObject({ result_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer", "records_clerk", "chair", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    const locked = await lockWaiting(context, input.result_id);
    if (!locked.ok) return locked;
    await context.tx.update(packageResults).set({ state: "cancelled" }).where(eq(packageResults.id, input.result_id));
    context.act({ subject_kind: "package", subject_id: locked.value.package_id, action: "cancel_result", payload: { result_id: input.result_id, reason: input.reason } });
    return ok({ id: input.result_id, package_id: locked.value.package_id });
  },
});

async function lockWaiting(context: CommandContext, result_id: string): Promise<Result<PackageResult, Failure>> {
  const seen = await findResult(context.tx, result_id);
  if (seen === null) return fail("not_found", "Không có kết quả này.", "No such result.");
  // The package first, as recording does, so that two results never wait for one another.
  const one = await lockPackage(context, seen.package_id, "sent");
  if (!one.ok) return one;
  const result = await findResult(context.tx, result_id, true);
  return result?.state === "awaiting_confirmation" ? ok(result) : fail("conflict", "Kết quả này đã được xác nhận hoặc đã bỏ.", "This result was confirmed or cancelled before.");
}

type TypedLine = z.output<typeof line>;
type KeptLine = { nomination_id: string; outcome: AboveOutcome; reason: string | null };

/** Takes the typed lines; gives those with an outcome. Fails at the line for a dossier that is not waiting, stands twice, or lacks the reason. */
async function readLines(context: CommandContext, package_id: string, typed: readonly TypedLine[]): Promise<Result<KeptLine[], Failure>> {
  const waiting = new Map((await dossiersOfPackage(context.tx, package_id)).filter((entry) => entry.outcome === null).map((entry) => [entry.nomination.id, entry.nomination]));
  const recorded = new Set((await resultsOf(context.tx, package_id)).filter((result) => result.state === "awaiting_confirmation").flatMap((result) => result.lines.map((entry) => entry.nomination_id)));
  const lines: KeptLine[] = [];
  for (const [index, entry] of typed.entries()) {
    if (entry.outcome === undefined) continue;
    const at = `lines.${index}`;
    const nomination = waiting.get(entry.nomination_id);
    if (nomination === undefined) return failField(`${at}.outcome`, "Hồ sơ này không thuộc gói hoặc đã có kết quả.", "This dossier is not in the package or was answered before.");
    if (recorded.has(entry.nomination_id)) return failField(`${at}.outcome`, `Kết quả của “${nomination.subject_name}” đã nhập, đang chờ xác nhận.`, `The result of “${nomination.subject_name}” is entered and waits for confirmation.`);
    if (lines.some((other) => other.nomination_id === entry.nomination_id)) return failField(`${at}.outcome`, `“${nomination.subject_name}” có hai dòng kết quả.`, `“${nomination.subject_name}” has two lines.`);
    if (entry.outcome !== "approved" && entry.reason === undefined) return failField(`${at}.reason`, `Hãy ghi lý do của cấp trên đối với “${nomination.subject_name}”.`, `Write the reason of the level above for “${nomination.subject_name}”.`);
    lines.push({ nomination_id: entry.nomination_id, outcome: entry.outcome, reason: entry.reason ?? null });
  }
  return lines.length === 0 ? failField("lines", "Chưa chọn kết quả cho hồ sơ nào.", "No outcome was chosen.") : ok(lines);
}

const STEPS = { approved: "approve_above", declined: "decline_above", returned: "return_above" } as const;
const NOTICES = { approved: "nominations_approved_above", declined: "nominations_declined", returned: "nominations_returned" } as const;

/** Moves the dossiers of one outcome, marks them in the package, tells their units, and writes awards into the history. */
async function apply(context: CommandContext, result: PackageResult, outcome: AboveOutcome, reasons: ReadonlyMap<string, string | null>): Promise<Result<null, Failure>> {
  if (reasons.size === 0) return ok(null);
  const decision = `${result.decision_number}, ${formatDate(result.decided_on)}`;
  const moved = await moveAll(context, [...reasons.keys()], STEPS[outcome], (nomination) => ({ decision, issuer: result.issuer, ...reasonOf(reasons, nomination) }));
  if (!moved.ok) return moved;
  for (const [nomination_id, reason] of reasons) {
    await context.tx.update(packageEntries).set({ outcome, reason }).where(and(eq(packageEntries.package_id, result.package_id), inArray(packageEntries.nomination_id, [nomination_id])));
  }
  const byReason = new Map<string, Nomination[]>();
  for (const nomination of moved.value) {
    const reason = reasons.get(nomination.id) ?? decision;
    byReason.set(reason, [...(byReason.get(reason) ?? []), nomination]);
  }
  for (const [reason, list] of byReason) await notifyProposers(context, list, NOTICES[outcome], reason);
  if (outcome !== "approved") return ok(null);
  const awards = moved.value.map((nomination) => ({
    honour: nomination.honour, year: nomination.year, decided_on: result.decided_on, decision_number: result.decision_number, issuer: result.issuer,
    ...(nomination.person_id === null ? { subject_unit_id: nomination.subject_unit_id ?? undefined } : { person_id: nomination.person_id }),
  }));
  const recorded = await recordExternalAwards.run(context, { awards });
  return recorded.ok ? ok(null) : recorded;
}

function reasonOf(reasons: ReadonlyMap<string, string | null>, nomination: Nomination): { reason?: string } {
  const reason = reasons.get(nomination.id) ?? null;
  return reason === null ? {} : { reason };
}
