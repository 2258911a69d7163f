import { type CheckInput, judge, type Judgement, parseCheckInput, type RegimeId } from "../../engines/rulebook/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { CommandContext, ReadContext } from "../../platform/command/context.ts";
import { historyOf } from "../honours/index.ts";
import { keepRulebooks, localLayerOn } from "../nominations/index.ts";
import type { Violation } from "./core/violations.ts";

/** The title that villages propose, and the certificate that years of it lead to. */
export const TITLE = "cultured_family";
export const CERTIFICATE = "commune_certificate_of_merit";
export type HouseholdHonour = typeof TITLE | typeof CERTIFICATE;

/** A household as the rulebook is to judge it. */
export type Judged = { household_id: string; violations: readonly Violation[] };

/** The rulebook's answer on a household, as it is kept: with exactly what was judged. */
export type Verdict = { verdict: Judgement["verdict"]; failing: string[]; rulebook: string; regime: RegimeId; input: Record<string, unknown> };

/** What is known of the households' past: the years of the title, the certificates, those revoked left out. */
async function pastOf(context: ReadContext, ids: readonly string[]) {
  const past = new Map<string, { years: number[]; record: { honour: string; year: number; decided_on: string; type?: string }[] }>();
  for (const line of await historyOf(context.tx, "household_id", ids)) {
    if (line.revoked) continue;
    const entry = past.get(line.subject_id) ?? { years: [], record: [] };
    past.set(line.subject_id, entry);
    if (line.honour === TITLE) entry.years.push(line.year);
    entry.record.push({ honour: line.honour, year: line.year, decided_on: line.decided_on });
  }
  return past;
}

/**
 * Judges households by the law in force on a day, under the local layer of that day, few statements for many. The
 * award history comes from the register: years as a cultured family, certificates given for them.
 */
export async function judgeHouseholds(context: ReadContext, list: readonly Judged[], asked: { honour: HouseholdHonour; year: number; on: PlainDate }): Promise<Verdict[]> {
  const past = await pastOf(context, list.map((each) => each.household_id));
  const local = await localLayerOn(context.tx, asked.on);
  return list.map(({ household_id, violations }) => {
    const { years, record } = past.get(household_id) ?? { years: [], record: [] };
    const input = {
      honour: asked.honour, year: asked.year, received_on: asked.on, authority: "commune",
      candidate: {
        kind: "household", registered: true, violations: [...violations], years_as_cultured_family: [...new Set(years)].sort((a, b) => a - b), record,
        ...(asked.honour === CERTIFICATE ? { type: "for_merit" } : {}),
      },
    };
    return { ...verdictOf(input, local), input };
  });
}

/** Judges one input, as it is made or as it was kept. Throws on an input of a wrong shape: rows of this module are well formed. */
export function verdictOf(input: unknown, local: Awaited<ReturnType<typeof localLayerOn>>): Omit<Verdict, "input"> {
  const parsed = parseCheckInput(input);
  if (!parsed.ok) throw new Error(`a household's check has a wrong input: ${parsed.error.path} ${parsed.error.message}`);
  const known: CheckInput = parsed.value;
  const { verdict, deciding, rulebook, regime } = judge(known, local);
  return { verdict, failing: deciding.filter((check) => check.result !== "pass").map((check) => check.id), rulebook, regime };
}

/** Keeps the rulebooks behind answers, so that they can be given again. */
export async function keepRulebooksOf(context: CommandContext, verdicts: readonly Verdict[], on: PlainDate): Promise<void> {
  await keepRulebooks(context, verdicts, await localLayerOn(context.tx, on));
}
