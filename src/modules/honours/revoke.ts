import { eq } from "drizzle-orm";
import { honourCatalogue } from "../../engines/rulebook/index.ts";
import { formatDong } from "../../kernel/dong.ts";
import { formatDate, type PlainDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail, failField } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { writeRegisterNumber } from "./core/award.ts";
import { REVOCATION_GROUNDS, type RevocationGround } from "./core/recovery.ts";
import type { AwardRow } from "./store.ts";
import { awards, recoveries } from "./tables.ts";

/** What a revocation says beside its reason: the ground, the revoking decision, and what must come back where that differs from what was given. */
export const revocationFields = {
  ground: field.maybe(field.choice(REVOCATION_GROUNDS)),
  decision_number: field.maybe(field.text(60)),
  decided_on: field.maybe(field.date()),
  insignia_due: field.maybe(field.choice(["yes", "no"])),
  amount_due: field.maybe(field.dongAmount()),
};

export type RevocationTerms = {
  reason: string;
  ground?: RevocationGround | undefined;
  decision_number?: string | undefined;
  decided_on?: PlainDate | undefined;
  insignia_due?: "yes" | "no" | undefined;
  amount_due?: number | undefined;
};

/** Says whether an honour is given with something to hand back: a certificate, a flag, an order. */
export function givesInsignia(honour: string): boolean {
  const entry = honourCatalogue().find((known) => known.id === honour);
  return entry !== undefined && entry.gives !== "nothing";
}

/**
 * Revokes an award as part of the calling command: visible to every verifier from the day of the revoking decision, said in
 * the log, and what must come back is written down. Fails when it was revoked before, or at the field that does not fit.
 */
export async function markRevoked(context: CommandContext, award: AwardRow, terms: RevocationTerms): Promise<Result<null, Failure>> {
  const today = context.clock.today();
  const [locked] = await context.tx.select({ revoked_on: awards.revoked_on }).from(awards).where(eq(awards.id, award.id)).for("update");
  if (locked === undefined || locked.revoked_on !== null) return fail("conflict", "Khen thưởng này đã bị hủy bỏ trước đó.", "This award was revoked before.");
  const fitting = fits(award, terms, today);
  if (!fitting.ok) return fitting;
  const revoked_on = terms.decided_on ?? today;
  await context.tx.update(awards).set({ revoked_on, revocation_reason: terms.reason }).where(eq(awards.id, award.id));
  await context.tx.insert(recoveries).values({
    locality_id: context.locality.code, award_id: award.id, ground: terms.ground ?? null, decision_number: terms.decision_number ?? null, decided_on: terms.decided_on ?? null,
    insignia_due: terms.insignia_due === undefined ? givesInsignia(award.honour) : terms.insignia_due === "yes", amount_due: terms.amount_due ?? award.amount_dong ?? 0,
  });
  context.log({ type: "award_revoked", facts: { register: writeRegisterNumber(award.register_number, award.register_year), revoked_on } });
  return ok(null);
}

function fits(award: AwardRow, terms: RevocationTerms, today: PlainDate): Result<null, Failure> {
  const { decided_on, decision_number, amount_due } = terms;
  if (decided_on !== undefined && decision_number === undefined) return failField("decision_number", "Hãy ghi số quyết định hủy bỏ.", "Write the number of the revoking decision.");
  if (decided_on === undefined && decision_number !== undefined) return failField("decided_on", "Hãy ghi ngày của quyết định hủy bỏ.", "Write the day of the revoking decision.");
  if (decided_on !== undefined && decided_on > today) return failField("decided_on", `Ngày quyết định hủy bỏ không thể sau hôm nay (${formatDate(today)}).`, "The revoking decision cannot be dated after today.");
  if (decided_on !== undefined && award.decided_on !== null && decided_on < award.decided_on) return failField("decided_on", `Quyết định hủy bỏ không thể trước ngày khen thưởng (${formatDate(award.decided_on)}).`, "The award cannot be revoked before it was given.");
  const given = award.amount_dong ?? 0;
  if (amount_due !== undefined && amount_due > given) return failField("amount_due", `Tiền thưởng đã tặng là ${formatDong(given)}: không thu hồi nhiều hơn.`, `The reward money was ${formatDong(given)}: no more can be recovered.`);
  return ok(null);
}
