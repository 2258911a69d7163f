import { eq } from "drizzle-orm";
import { z } from "zod";
import { bonus, honourCatalogue } from "../../engines/rulebook/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import * as field from "../../platform/command/fields.ts";
import { type AwardDraft, awardDecisions, type AwardRow, awardsOfDecision, standingAwardsOf, writeNumber } from "../honours/index.ts";
import { issuerOf } from "./bring-into-force.ts";
import { coveredByHigher, type Rewarded, yearsRewarded } from "./core/several-honours.ts";
import type { RecipientSource } from "./port.ts";
import { nominationsOfDecision } from "./store.ts";

/** One honour of a recipient, on this decision or on another one in force. */
type Line = Rewarded & { name: string; honour: string; year: number; decision: string | null };

type Subject = Pick<AwardDraft, "honour" | "year" | "subject_kind" | "person_id" | "subject_unit_id" | "household_id" | "subject_name">;

const FORMS = new Map(honourCatalogue().map((entry) => [entry.id, entry.form]));

function lineOf(id: string, of: Subject, amount: number | null, decision: string | null): Line {
  return {
    id, subject_id: of.person_id ?? of.subject_unit_id ?? of.household_id ?? id, form: FORMS.get(of.honour) ?? "commendation_form", ...yearsRewarded(of.honour, of.year), amount,
    name: of.subject_name, honour: of.honour, year: of.year, decision,
  };
}

/** The reward money that a draft will carry, as on a day; null where no rule gives any. */
function amountOf(of: Subject, on: PlainDate): number | null {
  const answer = bonus({ honour: of.honour, kind: of.subject_kind, decided_on: on });
  return answer.ok ? answer.value.amount : null;
}

const numberOf = (award: AwardRow): string => (award.number !== null && award.symbol !== null ? writeNumber(award.number, award.symbol) : "–");

/**
 * The recipients of a decision whose reward money a higher title of the same recipient and years covers: another line of
 * the decision, or an award in force. It reminds whoever pays and changes no amount.
 */
export const severalWith = (source: RecipientSource) => defineQuery({
  name: "several_honours",
  title: say("Người được nhiều danh hiệu trong cùng thời gian", "Recipients of several titles for the same years"),
  input: z.strictObject({ decision_id: field.id() }),
  policy: { kind: "roles", roles: ["accountant", "officer", "chair"], unit: (context, input) => issuerOf(context, input.decision_id) },
  async run(context, input) {
    const { tx } = context;
    const [decision] = await tx.select().from(awardDecisions).where(eq(awardDecisions.id, input.decision_id));
    if (decision === undefined || decision.state === "cancelled") return ok([]);
    const own = decision.state === "in_force" ? (await awardsOfDecision(tx, decision.id, 10_000, 0)).rows.filter((award) => award.revoked_on === null).map((award) => lineOf(award.id, award, award.amount_dong, null)) : [];
    if (decision.state !== "in_force") {
      const on = decision.decided_on ?? context.clock.today();
      const dossiers = (await nominationsOfDecision(tx, decision.id)).map((dossier) => ({ ...dossier, household_id: null }));
      const drafts: readonly Subject[] = [...dossiers, ...(await source.draftsOn(tx, decision.id))];
      const known = new Map<string, number | null>();
      for (const [index, draft] of drafts.entries()) {
        const kind = `${draft.honour} ${draft.subject_kind}`;
        if (!known.has(kind)) known.set(kind, amountOf(draft, on));
        own.push(lineOf(`line ${index}`, draft, known.get(kind) ?? null, null));
      }
    }
    const ids = own.map((line) => line.subject_id);
    // A subject's id is of one kind only; asking all three columns for it finds nothing twice.
    const given = (await standingAwardsOf(tx, { person_ids: ids, unit_ids: ids, household_ids: ids })).filter((award) => award.decision_id !== decision.id);
    const all = [...own, ...given.map((award) => lineOf(award.id, award, award.amount_dong, numberOf(award)))];
    const byId = new Map(all.map((line) => [line.id, line]));
    const covered = coveredByHigher(all);
    return ok(own.flatMap((line) => {
      const higher = byId.get(covered.get(line.id)?.id ?? "");
      return higher === undefined ? [] : [{ name: line.name, honour: line.honour, year: line.year, amount: line.amount, by_honour: higher.honour, by_year: higher.year, by_amount: higher.amount, by_decision: higher.decision }];
    }));
  },
});
