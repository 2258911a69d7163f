import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { ok, type Result } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import type { CommandContext } from "../../../platform/command/context.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { type Failure, fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { rootId } from "../../organizations/index.ts";
import { OUTSIDE_AUTHORITIES } from "../core/authorities.ts";
import { moveAll } from "../move.ts";
import { keepLetter, letterFields } from "./letter-fields.ts";
import { packNow } from "./pack.ts";
import { dossiersOfPackage, findPackage, type Package } from "./store-packages.ts";
import { packageEntries, packages } from "./tables.ts";

const chosen = field.list(field.id(), 1000);
const head = { addressee: field.text(200), title: field.text(400) };

/** Draws up a package for an authority outside the locality, of dossiers that were recommended to it. */
export const draftPackage = defineCommand({
  name: "draft_package",
  title: say("Lập gói hồ sơ trình cấp trên", "Draw up a package for the level above"),
  input: z.strictObject({ to_authority: field.choice(OUTSIDE_AUTHORITIES), ...head, nomination_ids: chosen }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    const id = context.newId();
    const { to_authority, addressee, title } = input;
    if (input.nomination_ids.length === 0) return failField("nomination_ids", "Chưa chọn hồ sơ nào.", "No dossier was chosen.");
    await context.tx.insert(packages).values({ locality_id: context.locality.code, id, to_authority, addressee, title, state: "draft", created_on: context.clock.today(), created_at: context.clock.now() });
    const entered = await enter(context, { id, to_authority }, input.nomination_ids);
    if (!entered.ok) return entered;
    context.act({ subject_kind: "package", subject_id: id, action: "draft", payload: { to: to_authority, count: entered.value } });
    return ok({ id, count: entered.value });
  },
});

/** Changes a package that was not sent: its words, and which dossiers it holds; those left out stand recommended again. */
export const changePackage = defineCommand({
  name: "change_package",
  title: say("Sửa gói hồ sơ", "Change a package"),
  input: z.strictObject({ package_id: field.id(), ...head, nomination_ids: chosen }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await lockPackage(context, input.package_id, "draft");
    if (!found.ok) return found;
    if (input.nomination_ids.length === 0) return failField("nomination_ids", "Gói phải còn ít nhất một hồ sơ; nếu không dùng nữa hãy bỏ gói.", "A package holds at least one dossier; cancel it if it is not needed.");
    const present = (await dossiersOfPackage(context.tx, input.package_id)).map((entry) => entry.nomination.id);
    const wanted = [...new Set(input.nomination_ids)];
    const left = present.filter((id) => !wanted.includes(id));
    const gone = await leave(context, input.package_id, left, null);
    if (!gone.ok) return gone;
    const entered = await enter(context, found.value, wanted.filter((id) => !present.includes(id)));
    if (!entered.ok) return entered;
    await context.tx.update(packages).set({ addressee: input.addressee, title: input.title }).where(eq(packages.id, input.package_id));
    context.act({ subject_kind: "package", subject_id: input.package_id, action: "change", payload: { count: wanted.length } });
    return ok({ id: input.package_id, count: wanted.length });
  },
});

/** Gives up a package that was not sent: its dossiers stand recommended again. */
export const cancelPackage = defineCommand({
  name: "cancel_package",
  title: say("Bỏ gói hồ sơ chưa trình", "Cancel an unsent package"),
  input: z.strictObject({ package_id: field.id(), reason: field.text(500) }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await lockPackage(context, input.package_id, "draft");
    if (!found.ok) return found;
    const gone = await leave(context, input.package_id, (await dossiersOfPackage(context.tx, input.package_id)).map((entry) => entry.nomination.id), input.reason);
    if (!gone.ok) return gone;
    await context.tx.update(packages).set({ state: "cancelled" }).where(eq(packages.id, input.package_id));
    context.act({ subject_kind: "package", subject_id: input.package_id, action: "cancel", payload: { reason: input.reason } });
    return ok({ id: input.package_id });
  },
});

/** Writes the letter of a package: number, day, signer, and the scan where it was signed on paper. */
export const writePackageLetter = defineCommand({
  name: "write_package_letter",
  title: say("Ghi tờ trình của gói hồ sơ", "Write the letter of a package"),
  input: z.strictObject({ package_id: field.id(), ...letterFields }),
  policy: { kind: "roles", roles: ["officer", "division_head", "records_clerk"], unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await lockPackage(context, input.package_id, "draft");
    if (!found.ok) return found;
    const letter = await keepLetter(context, input, (await rootId(context)) ?? "");
    if (!letter.ok) return letter;
    const kept = { ...letter.value, letter_file_id: letter.value.letter_file_id ?? found.value.letter_file_id };
    await context.tx.update(packages).set(kept).where(eq(packages.id, input.package_id));
    context.act({ subject_kind: "package", subject_id: input.package_id, action: "letter", payload: { number: kept.letter_number, letter_on: kept.letter_on } });
    return ok({ id: input.package_id });
  },
});

/** Sends a package: what it holds is kept exactly as it is now, and its hash goes into the public log. */
export const sendPackage = defineCommand({
  name: "send_package",
  title: say("Trình gói hồ sơ lên cấp trên", "Send a package to the level above"),
  input: z.strictObject({ package_id: field.id() }),
  policy: { kind: "roles", roles: ["officer", "division_head"], unit: (context) => rootId(context) },
  async run(context, input) {
    const found = await lockPackage(context, input.package_id, "draft");
    if (!found.ok) return found;
    if (found.value.letter_number === null) return fail("conflict", "Chưa có tờ trình: hãy ghi số, ngày, người ký trước khi trình.", "There is no letter yet: write its number, day and signer first.");
    const { text, order } = await packNow(context, found.value);
    const moved = await moveAll(context, order.map((nomination) => nomination.id), "send_up", () => ({ package_id: input.package_id }));
    if (!moved.ok) return moved;
    const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
    for (const [index, nomination] of order.entries()) {
      await context.tx.update(packageEntries).set({ position: index + 1 }).where(and(eq(packageEntries.package_id, input.package_id), eq(packageEntries.nomination_id, nomination.id)));
    }
    await context.tx.update(packages).set({ state: "sent", content: text, sha256, sent_on: context.clock.today() }).where(eq(packages.id, input.package_id));
    context.act({ subject_kind: "package", subject_id: input.package_id, action: "send", payload: { sha256, count: order.length } });
    context.log({ type: "package_sent", facts: { sha256, count: order.length, to: found.value.to_authority } });
    return ok({ id: input.package_id, sha256, count: order.length });
  },
});

/** Locks a package until commit and gives it when it stands in the state. */
export async function lockPackage(context: CommandContext, package_id: string, state: Package["state"]): Promise<Result<Package, Failure>> {
  const found = await findPackage(context.tx, package_id, true);
  if (found === null) return fail("not_found", "Không có gói hồ sơ này.", "No such package.");
  if (found.state !== state) return fail("conflict", "Gói hồ sơ đã sang bước khác. Hãy tải lại trang.", "The package has moved on. Reload the page.");
  return ok(found);
}

async function enter(context: CommandContext, one: Pick<Package, "id" | "to_authority">, ids: readonly string[]): Promise<Result<number, Failure>> {
  if (ids.length === 0) return ok(0);
  const moved = await moveAll(context, ids, "enter_package", () => ({ package_id: one.id }));
  if (!moved.ok) return moved;
  const other = moved.value.find((nomination) => nomination.authority !== one.to_authority);
  if (other !== undefined) return failField("nomination_ids", `Hồ sơ “${other.subject_name}” đề nghị cấp khác quyết định, không vào gói này được.`, `The dossier “${other.subject_name}” asks another authority and cannot enter this package.`);
  await context.tx.insert(packageEntries).values(moved.value.map((nomination) => ({ locality_id: context.locality.code, package_id: one.id, nomination_id: nomination.id })));
  return ok(moved.value.length);
}

async function leave(context: CommandContext, package_id: string, ids: readonly string[], reason: string | null): Promise<Result<null, Failure>> {
  if (ids.length === 0) return ok(null);
  const moved = await moveAll(context, ids, "leave_package", () => (reason === null ? { package_id } : { package_id, reason }));
  if (!moved.ok) return moved;
  await context.tx.delete(packageEntries).where(and(eq(packageEntries.locality_id, context.locality.code), eq(packageEntries.package_id, package_id), inArray(packageEntries.nomination_id, [...ids])));
  return ok(null);
}
