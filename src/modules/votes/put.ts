import { makeBallotKey } from "../../engines/ballots/index.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import type { VoteMode, VoteRule } from "./core/motion.ts";
import { nextNo, type Subject } from "./store.ts";
import { ballotKeys, motions, motionSubjects } from "./tables.ts";

/** A motion to put: what is voted on, how, by which threshold. */
export type NewMotion = { title: string; mode: VoteMode; rule: VoteRule; subjects: readonly Subject[]; round?: number; previous_id?: string };

/** Keys made at once: as many as the thread pool works on. */
const AT_ONCE = 4;

/** Puts motions to a session in their order; a secret one gets its own key. Gives their ids. */
export async function putMotions(context: CommandContext, session_id: string, list: readonly NewMotion[]): Promise<string[]> {
  const locality_id = context.locality.code;
  const first = await nextNo(context.tx, session_id);
  const rows = list.map((motion, index) => ({
    locality_id, id: context.newId(), session_id, no: first + index, title: motion.title, mode: motion.mode, status: "put" as const, rule: motion.rule,
    round: motion.round ?? 1, previous_id: motion.previous_id ?? null, created_at: context.clock.now(),
  }));
  for (let start = 0; start < rows.length; start += 500) await context.tx.insert(motions).values(rows.slice(start, start + 500));
  const subjects = rows.flatMap((row, index) => (list[index]?.subjects ?? []).map((subject) => ({ locality_id, motion_id: row.id, ...subject })));
  for (let start = 0; start < subjects.length; start += 1000) await context.tx.insert(motionSubjects).values(subjects.slice(start, start + 1000));
  await makeKeys(context, rows.filter((row) => row.mode === "secret").map((row) => row.id));
  context.act({ subject_kind: "council_session", subject_id: session_id, action: "put_motions", payload: { motions: rows.length, subjects: subjects.length } });
  return rows.map((row) => row.id);
}

/** A key for each ballot. It signs blinded messages only and lives until the box is closed. */
async function makeKeys(context: CommandContext, motion_ids: readonly string[]): Promise<void> {
  const made: { motion_id: string; public_key: string; private_key: string }[] = [];
  for (let start = 0; start < motion_ids.length; start += AT_ONCE) {
    made.push(
      ...(await Promise.all(
        motion_ids.slice(start, start + AT_ONCE).map(async (motion_id) => {
          const { publicKey, privateKey } = await makeBallotKey();
          return { motion_id, public_key: publicKey, private_key: privateKey };
        }),
      )),
    );
  }
  if (made.length > 0) await context.tx.insert(ballotKeys).values(made.map((key) => ({ locality_id: context.locality.code, ...key })));
}
