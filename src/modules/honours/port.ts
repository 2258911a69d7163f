import type { AwardRow } from "./store.ts";

/** What papers need from the roof: the log's proof, the signing key, the renderer. The application wires it. */
export type Papers = {
  /** Whether the entry stands in the log already; its index when it does. */
  logIndexOf(entry_id: string): Promise<number | null>;
  /** Renders the award's paper as PDF with its credential, or null when this honour is given without any paper of its own. */
  renderPaper(award: PrintedAward): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** An award as its paper needs it. */
export type PrintedAward = AwardRow & { issuer: string; locality: { code: string; name: string } };
