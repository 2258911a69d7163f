import { type AwardFacts, makeAwardEntry, SALT_BYTES, toHex } from "../../engines/transparency/index.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { readableCode } from "../../kernel/ids.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type AwardDraft, awardingTitle, type DecisionFacts, writeNumber, writeRegisterNumber } from "./core/award.ts";
import { takeRegisterNumbers } from "./store.ts";
import { awards } from "./tables.ts";

/** What the deciding module knows of honours: reward money in whole đồng (null where the rulebook knows none) and names. */
export type AwardTerms = {
  bonusOf(draft: AwardDraft, decided_on: PlainDate): number | null;
  honourName(honour: string): string;
  issuer: string;
};

/**
 * Turns the dossiers of a decision that came into force into awards: gap-free numbers of the award
 * register, a code to verify by, an entry each in the transparency log (the name only as a
 * commitment). Part of the calling command's transaction. Gives the awards' ids in the drafts' order.
 */
export async function issueAwards(context: CommandContext, decision: DecisionFacts, drafts: readonly AwardDraft[], terms: AwardTerms): Promise<string[]> {
  if (drafts.length === 0) return [];
  const register_year = yearOf(decision.decided_on);
  const last = await takeRegisterNumbers(context.tx, context.locality.code, register_year, drafts.length);
  const first = last - drafts.length + 1;
  const number = writeNumber(decision.number, decision.symbol);
  context.log({
    type: "award_decision",
    facts: { decision: number, decided_on: decision.decided_on, authority: decision.authority, awards: drafts.length },
  });
  const rows = drafts.map((draft, index) => {
    const letters = readableCode(8, context.random);
    const code = `${context.locality.code}-${letters.slice(0, 4)}-${letters.slice(4)}`;
    const register_number = first + index;
    const facts = awardFacts({ ...draft, code, register_number, register_year }, decision, terms);
    const salt = context.random.bytes(SALT_BYTES);
    const log_entry_id = context.log({
      leaf: makeAwardEntry(facts, salt, {
        locality: context.locality.code, logged_on: context.clock.today(), honour: draft.honour, year: draft.year, subject_kind: draft.subject_kind,
        decision: number, decided_on: decision.decided_on, register: writeRegisterNumber(register_number, register_year),
      }),
      opened: [{ fact: "award", salt: toHex(salt), value: canonicalJson(facts) }],
    });
    return {
      locality_id: context.locality.code,
      id: context.newId(),
      decision_id: decision.id,
      register_year,
      register_number,
      code,
      ...draft,
      amount_dong: terms.bonusOf(draft, decision.decided_on),
      log_entry_id,
      issued_at: context.clock.now(),
    };
  });
  for (let start = 0; start < rows.length; start += 500) await context.tx.insert(awards).values(rows.slice(start, start + 500));
  return rows.map((row) => row.id);
}

/** What a certificate swears to; the log holds a commitment to exactly these facts. */
export function awardFacts(
  award: Pick<AwardDraft, "honour" | "year" | "subject_name" | "subject_note" | "achievement"> & { code: string; register_number: number; register_year: number },
  decision: Pick<DecisionFacts, "number" | "symbol" | "decided_on" | "signer_name" | "authority">,
  terms: Pick<AwardTerms, "honourName" | "issuer">,
): AwardFacts {
  return {
    code: award.code,
    recipient: award.subject_name,
    position: null,
    unit: award.subject_note || null,
    honour: award.honour,
    honour_name: terms.honourName(award.honour),
    year: award.year,
    achievement: award.achievement,
    decision_number: writeNumber(decision.number, decision.symbol),
    decided_on: decision.decided_on,
    issued_by: awardingTitle(decision.authority, terms.issuer),
    signed_by: decision.signer_name,
    register_number: writeRegisterNumber(award.register_number, award.register_year),
  };
}
