import type { Random } from "../../kernel/prng.ts";
import type { Clock } from "../clock/clock.ts";
import type { Tx } from "../database/database.ts";
import type { Actor, Grant } from "./actor.ts";

/** What every command and query stands on: the open transaction in its locality's fence, the time, and who asks. */
export type ReadContext = {
  readonly tx: Tx;
  readonly locality: Locality;
  readonly clock: Clock;
  readonly actor: Actor;
  /** Says whether a unit is, today, the other unit or beneath it. Wired by the application. */
  isWithin(unit_id: string, above_id: string): Promise<boolean>;
};

/** The tenant as commands see it. */
export type Locality = { readonly code: string; readonly name: string; readonly name_en: string };

/** Who asks, where, and when. */
export type Caller = { readonly locality: Locality; readonly clock: Clock; readonly actor: Actor };

/** An action on a subject, as it will stand in the append-only record. */
export type NewAction = {
  subject_kind: string;
  subject_id: string;
  action: string;
  unit_id?: string | null;
  payload?: Record<string, unknown>;
};

/** A notice to leave once the transaction is committed. */
export type NewNotice = { to_user_id?: string; to_address?: string; kind: string; payload: Record<string, unknown> };

/** What is decided, as it will stand in the public log: `facts` in the open, `personal` as salted commitments only. */
export type NewLogEntry =
  | { type: string; facts: Record<string, string | number | boolean | null>; personal?: Record<string, string> }
  /** An entry whose bytes the caller made, with what opens its commitments (salt in hex). */
  | { leaf: Uint8Array; opened: readonly { fact: string; salt: string; value: string }[] };

/** A command's context: what a query has, and what may be written beside the rows. */
export type CommandContext = ReadContext & {
  readonly random: Random;
  /** Gives a new id (UUID version 7). */
  newId(): string;
  /** Writes an action when the command commits. */
  act(action: NewAction): void;
  /** Writes a log entry when the command commits; gives its id. */
  log(entry: NewLogEntry): string;
  /** Sends a notice once the command has committed. */
  notify(notice: NewNotice): void;
  /** The grant by which the policy let the actor through; null for public and installation commands. */
  readonly grant: Grant | null;
};
