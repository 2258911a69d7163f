import { eq } from "drizzle-orm";
import { ballotCount, type BallotCountOutput } from "../../engines/rulebook/index.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import { type Failure, fail } from "../../platform/command/failure.ts";
import { type Tally, tallyFaults } from "./core/motion.ts";
import type { Motion } from "./store.ts";
import { motions } from "./tables.ts";

/** Takes a motion's numbers; gives its outcome by the threshold under which it was put. Whole numbers only. */
export function outcomeOf(motion: Motion, tally: Tally, on: PlainDate): Result<BallotCountOutput, Failure> {
  const { rule } = motion;
  const counted = ballotCount({
    members: tally.members, present: motion.mode === "written" ? tally.collected : tally.present, written: tally.written, approve: tally.agree, recused: tally.recused,
    ...(motion.mode === "written" ? {} : { secret: motion.mode !== "hands" }), honour: rule.honour, on,
    ...(rule.source === "local" ? { local: { threshold: rule.threshold, base: rule.base, ...(rule.quorum === null ? {} : { quorum: rule.quorum }) } } : {}),
  });
  return counted.ok ? counted : fail("invalid", counted.error.message, counted.error.message);
}

/** Writes a motion's count and outcome; refuses numbers that do not agree with one another. Every number of the minutes follows from what is written here. */
export async function writeCount(context: CommandContext, motion: Motion, tally: Tally, on: PlainDate, more: { scan_id?: string | null } = {}): Promise<Result<BallotCountOutput, Failure>> {
  const [fault] = tallyFaults(tally);
  if (fault !== undefined) return fail("invalid", `${motion.title}: ${fault.vi}`, `${motion.title}: ${fault.en}`);
  const outcome = outcomeOf(motion, tally, on);
  if (!outcome.ok) return outcome;
  await context.tx.update(motions).set({ status: "counted", tally, outcome: outcome.value, ...more }).where(eq(motions.id, motion.id));
  context.act({ subject_kind: "motion", subject_id: motion.id, action: "count", payload: { passed: outcome.value.passed } });
  return ok(outcome.value);
}
