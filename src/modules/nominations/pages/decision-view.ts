import type { PlainDate } from "../../../kernel/plain-date.ts";
import type { AwardRow, awardDecisions, RecoveryState } from "../../honours/index.ts";
import type { Nomination } from "../core/dossier.ts";
import type { ListedRecipient } from "../port.ts";

/** A decision as its row stands. */
export type Decision = typeof awardDecisions.$inferSelect;

/** One decision as its page shows it. */
export type DecisionView = {
  decision: Decision;
  issuer: string;
  /** This page of the list: dossiers first, then those whom another module put on it; once in force, its awards. */
  dossiers: (Nomination & { unit_name: string })[];
  recipients: ListedRecipient[];
  awards: AwardRow[];
  count: number;
  page: number;
  pages: number;
  actions: { action: string; actor_name: string; done_on: PlainDate; payload: Record<string, unknown> }[];
  /** How far the recovery of each revoked award on this page is. */
  recoveries: ReadonlyMap<string, RecoveryState>;
  roles: string[];
  may_sign: boolean;
  /** Whether the viewer may confirm a recorded paper: never who recorded it. */
  may_confirm: boolean;
};
