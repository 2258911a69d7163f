import { z } from "zod";
import type { BallotRecord } from "../../engines/ballots/index.ts";
import { ok } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { defineQuery } from "../../platform/command/define.ts";
import { fail } from "../../platform/command/failure.ts";
import * as field from "../../platform/command/fields.ts";
import { COUNCIL_READERS, findSession, unitOfSession } from "../councils/index.ts";
import { CHOICES } from "./core/motion.ts";
import { findMotion, keysOf, motionsOf, recordOf, rollOf, subjectsOf, unitOfMotion } from "./store.ts";
import { mayVote, undecided, votersOf } from "./voters.ts";

/** How many subjects of a list a page shows; the minutes name the rest by number. */
const SHOWN = 200;

/** The votes of a session: every motion with its subjects, who may vote, and what was counted. */
export const sessionVotes = defineQuery({
  name: "session_votes",
  title: say("Các nội dung biểu quyết của phiên họp", "The votes of a session"),
  input: z.strictObject({ session_id: field.id() }),
  policy: { kind: "roles", roles: COUNCIL_READERS, unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const motions = await motionsOf(context.tx, input.session_id);
    const ids = motions.map((motion) => motion.id);
    const subjects = await subjectsOf(context.tx, ids);
    const voters = await votersOf(context.tx, input.session_id);
    const roll = await rollOf(context.tx, ids);
    const again = new Map(motions.flatMap((motion) => (motion.previous_id === null ? [] : [[motion.previous_id, motion.no] as const])));
    return ok({
      session_id: input.session_id,
      motions: motions.map((motion) => {
        const about = subjects.get(motion.id) ?? [];
        const issued = new Set(roll.filter((row) => row.motion_id === motion.id).map((row) => row.member_id));
        const may = mayVote(voters, about, issued);
        // What was counted stays as it was, whatever is declared afterwards.
        const { tally } = motion;
        const voting = tally === null ? { may_vote: may.seats.length, recused: may.recused } : { may_vote: tally.present + tally.written - tally.recused, recused: tally.recused };
        return {
          ...motion, ...voting, subjects: about.slice(0, SHOWN), subjects_count: about.length,
          issued: issued.size, undecided: undecided(voters, about).length, again_no: again.get(motion.id) ?? null,
        };
      }),
    });
  },
});

/** What a member's screen needs to vote: the ballots of a session that the member may cast, with their keys, and which were issued already. */
export const ballotsToCast = defineQuery({
  name: "ballots_to_cast",
  title: say("Phiếu kín của tôi", "My secret ballots"),
  input: z.strictObject({ session_id: field.id() }),
  policy: { kind: "roles", roles: ["council_member"], unit: (context, input) => unitOfSession(context, input.session_id) },
  async run(context, input) {
    const session = await findSession(context.tx, input.session_id);
    const voters = await votersOf(context.tx, input.session_id);
    const { actor } = context;
    const seat = actor.kind === "user" ? voters.seats.find((entry) => entry.user_id === actor.id) : undefined;
    if (session === null || seat === undefined) return fail("forbidden", "Bạn không phải thành viên của phiên họp này.", "You are not a member of this session.");
    const motions = (await motionsOf(context.tx, session.id)).filter((motion) => motion.mode === "secret" && motion.status !== "withdrawn" && motion.status !== "counted");
    const ids = motions.map((motion) => motion.id);
    const subjects = await subjectsOf(context.tx, ids);
    const keys = await keysOf(context.tx, ids);
    const issued = new Set((await rollOf(context.tx, ids)).filter((row) => row.member_id === seat.id).map((row) => row.motion_id));
    const ballots = motions.filter((motion) => mayVote(voters, subjects.get(motion.id) ?? []).seats.some((entry) => entry.id === seat.id));
    return ok({
      session: { id: session.id, title: session.title, held_on: session.held_on, status: session.status },
      // Whoever is away or not yet noted has no ballot either, but not for a conflict.
      aside: seat.attendance === "present" || seat.attendance === "written" ? motions.length - ballots.length : 0,
      ballots: ballots.map((motion) => ({
        id: motion.id, no: motion.no, title: motion.title, round: motion.round, status: motion.status, public_key: keys.get(motion.id)?.public_key ?? "", options: CHOICES, issued: issued.has(motion.id),
        subjects: (subjects.get(motion.id) ?? []).length,
      })),
    });
  },
});

/** The board of a counted secret ballot: the published record. Open to the members and to auditors; the totals are public in the log. */
export const ballotBoard = defineQuery({
  name: "ballot_board",
  title: say("Bảng phiếu kín đã kiểm", "The board of a secret ballot"),
  input: z.strictObject({ motion_id: field.id() }),
  policy: { kind: "roles", roles: ["council_member", "auditor", "officer", "chair"], unit: (context, input) => unitOfMotion(context, input.motion_id) },
  async run(context, input) {
    const motion = await findMotion(context.tx, input.motion_id);
    const record = (await recordOf(context.tx, input.motion_id)) as BallotRecord | null;
    if (motion === null || record === null) return fail("not_found", "Chưa có kết quả kiểm phiếu được công bố.", "No count was published.");
    return ok({ motion: { id: motion.id, title: motion.title, session_id: motion.session_id, round: motion.round }, record });
  },
});
