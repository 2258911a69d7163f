import type { Tx } from "../../platform/database/database.ts";
import { conflictsOf, type Conflict, type Seat, seatsOf } from "../councils/index.ts";
import type { Motion, Subject } from "./store.ts";

/** Who may vote on what in a session. */
export type Voters = { readonly seats: readonly Seat[]; readonly conflicts: readonly Conflict[] };

/** Gives the seats and conflicts of a session, once for all of its motions. */
export async function votersOf(tx: Tx, session_id: string): Promise<Voters> {
  return { seats: await seatsOf(tx, session_id), conflicts: await conflictsOf(tx, session_id) };
}

/** Nobody: before a secret ballot is issued, and where none is. */
const NOBODY: ReadonlySet<string> = new Set();

/**
 * Gives the members who take part and stand aside on none of a motion's subjects, and how many of those who take part do. Whoever was
 * `issued` a secret ballot votes: nobody could tell which ballot to take back for a conflict that is declared afterwards.
 */
export function mayVote(voters: Voters, subjects: readonly Subject[], issued: ReadonlySet<string> = NOBODY): { seats: Seat[]; recused: number } {
  const about = new Set(subjects.map((subject) => subject.subject_id));
  const aside = new Set(voters.conflicts.filter((conflict) => conflict.recused === true && about.has(conflict.subject_id) && !issued.has(conflict.member_id)).map((conflict) => conflict.member_id));
  const taking = voters.seats.filter((seat) => seat.attendance === "present" || seat.attendance === "written");
  return { seats: taking.filter((seat) => !aside.has(seat.id)), recused: taking.filter((seat) => aside.has(seat.id)).length };
}

/** Gives the conflicts on a motion's subjects that nobody has decided yet: they stand in the way of its vote. */
export function undecided(voters: Voters, subjects: readonly Subject[]): Conflict[] {
  const about = new Set(subjects.map((subject) => subject.subject_id));
  return voters.conflicts.filter((conflict) => conflict.recused === null && about.has(conflict.subject_id));
}

/** Gives the base numbers of a motion's count. */
export function baseOf(voters: Voters, subjects: readonly Subject[], issued: ReadonlySet<string> = NOBODY): { members: number; present: number; written: number; recused: number } {
  const at = (attendance: Seat["attendance"]) => voters.seats.filter((seat) => seat.attendance === attendance).length;
  return { members: voters.seats.length, present: at("present"), written: at("written"), recused: mayVote(voters, subjects, issued).recused };
}

/** Motions of one session with their subjects. */
export type WithSubjects = { readonly motion: Motion; readonly subjects: readonly Subject[] };
