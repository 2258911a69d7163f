import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { countVotes, decideOutcome, FORMAT, inBoardOrder, type PaperCount, type BallotRecord, recordHash } from "../../engines/ballots/index.ts";
import type { BallotCountOutput } from "../../engines/rulebook/index.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import type { Failure } from "../../platform/command/failure.ts";
import type { CouncilSession } from "../councils/index.ts";
import { ballotRuleOf } from "./core/ballot-rule.ts";
import { CHOICES } from "./core/motion.ts";
import { writeCount } from "./count.ts";
import { boxOf, keysOf, type Motion, rollOf, subjectsOf } from "./store.ts";
import { ballotBox, ballotKeys, ballotRecords } from "./tables.ts";
import { baseOf, mayVote, votersOf } from "./voters.ts";

const NONE = { agree: 0, disagree: 0, blank: 0 };

/** What came on paper, from absent members or because a device failed, as the tellers' minutes state it. */
function paperCount(votes: { agree: number; disagree: number; blank: number; invalid: number }, issued: number): PaperCount {
  const valid = votes.agree + votes.disagree + votes.blank;
  const collected = valid + votes.invalid;
  return { ...votes, issued, collected, not_returned: issued - collected, valid };
}

/**
 * Closes the box of one motion. Its ballots are taken out and put back in one transaction in the order of their
 * tokens' hashes: what order they came in is then nowhere in the table. The record is published with its hash in the
 * public log, and the private key is destroyed. Fails where the numbers do not agree with one another.
 */
export async function closeBox(context: CommandContext, session: CouncilSession, motion: Motion): Promise<Result<BallotCountOutput, Failure>> {
  const { tx } = context;
  const ballots = inBoardOrder(await boxOf(tx, motion.id));
  const subjects = (await subjectsOf(tx, [motion.id])).get(motion.id) ?? [];
  const voters = await votersOf(tx, session.id);
  const roll = new Set((await rollOf(tx, [motion.id])).map((row) => row.member_id));
  const base = baseOf(voters, subjects, roll);
  const issued = roll.size;
  const { issued: onPaper, ...paper } = motion.paper ?? { agree: 0, disagree: 0, blank: 0, invalid: 0, issued: 0 };
  const onPaperCount: PaperCount | null = motion.paper === null ? null : paperCount(paper, onPaper);
  const votes = countVotes(ballots, NONE, onPaperCount);
  const tally = { ...base, issued: issued + onPaper, collected: ballots.length + paper.agree + paper.disagree + paper.blank + paper.invalid, invalid: paper.invalid, agree: votes.agree, disagree: votes.disagree, blank: votes.blank };
  const outcome = await writeCount(context, motion, tally, session.held_on);
  if (!outcome.ok) return outcome;
  await tx.delete(ballotBox).where(eq(ballotBox.motion_id, motion.id));
  for (const ballot of ballots) await tx.insert(ballotBox).values({ locality_id: context.locality.code, motion_id: motion.id, ...ballot });
  const rule = ballotRuleOf(motion.rule);
  const members = { all: base.members, present: base.present, recused: base.recused };
  const record: BallotRecord = {
    format: FORMAT,
    ballot: { id: motion.id, previous: motion.previous_id, title_sha256: createHash("sha256").update(motion.title).digest("hex"), options: CHOICES, opened_on: session.held_on, closed_on: context.clock.today() },
    public_key: (await keysOf(tx, [motion.id])).get(motion.id)?.public_key ?? "",
    members,
    roll: { size: mayVote(voters, subjects, roll).seats.length, issued },
    rule,
    written: NONE,
    paper: onPaperCount,
    ballots, tally: votes, outcome: decideOutcome(rule, members, votes),
  };
  const log_entry_id = context.log({ type: "ballot_closed", facts: { ballot: motion.id, session: session.id, issued, cast: ballots.length, agree: votes.agree, disagree: votes.disagree, blank: votes.blank, record_sha256: recordHash(record) } });
  await tx.insert(ballotRecords).values({ locality_id: context.locality.code, motion_id: motion.id, content: record, log_entry_id });
  await tx.update(ballotKeys).set({ private_key: null }).where(eq(ballotKeys.motion_id, motion.id));
  return ok(outcome.value);
}
