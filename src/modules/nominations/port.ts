import type { Failure } from "../../platform/command/failure.ts";
import type { CommandContext } from "../../platform/command/context.ts";
import type { Tx } from "../../platform/database/database.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { AwardDraft } from "../honours/index.ts";

/** Somebody on a decision who has no dossier: how the page of the decision shows them. */
export type ListedRecipient = { id: string; name: string; note: string; honour: string; year: number; href: string };

/**
 * Recipients that a module above this one puts on a decision (the households of a commune's review): the life of the
 * decision is this module's, who stands on it and what becomes of them is the source's. The application wires it.
 */
export type RecipientSource = {
  /** How many recipients stand on each of the decisions; a decision without any may be absent. */
  countOn(tx: Tx, decision_ids: readonly string[]): Promise<Map<string, number>>;
  /** A page of the recipients of a decision, in the order of its list. */
  listOn(tx: Tx, decision_id: string, limit: number, offset: number): Promise<ListedRecipient[]>;
  /** What becomes an award for each recipient, in the order of the list. */
  draftsOn(tx: Tx, decision_id: string): Promise<AwardDraft[]>;
  /** Judges the recipients again before the decision is signed or confirmed; fails when a binding check refuses one. */
  judgeBinding(context: CommandContext, decision_id: string): Promise<Result<null, Failure>>;
  /** The decision is in force: `award_ids` stand in the order of the drafts. */
  broughtIntoForce(context: CommandContext, decision_id: string, award_ids: readonly string[]): Promise<void>;
  /** The draft was given up: its recipients may stand on another one. */
  cancelled(context: CommandContext, decision_id: string): Promise<void>;
  /** An award of a recipient was revoked. */
  revoked(context: CommandContext, award_id: string, reason: string): Promise<void>;
};

/** No source at all: decisions of dossiers only. A decision of anything else is refused as empty. */
export const ONLY_DOSSIERS: RecipientSource = {
  countOn: async () => new Map(),
  listOn: async () => [],
  draftsOn: async () => [],
  judgeBinding: async () => ok(null),
  broughtIntoForce: async () => undefined,
  cancelled: async () => undefined,
  revoked: async () => undefined,
};
