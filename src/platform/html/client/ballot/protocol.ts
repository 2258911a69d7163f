/*
 * The voting page, its worker and the server: what passes between them.
 *
 * On the page
 *   <script type="application/json" id="ballot-page">{ …BallotPage… }</script>
 *   <div id="ballot-screen"></div>                        the script draws everything in here
 *   <noscript>…paper…</noscript>
 *   <script src="/assets/ballot.js" defer></script>       the worker is /assets/ballot-worker.js beside it
 * No choice is ever a field of a form: without the script there is nothing that could be sent with a cookie.
 *
 * POST issue_to   with the session's cookie, application/json
 *   { "csrf": "…", "ballots": [{ "ballot_id": "…", "blinded": "<base64>" }] }
 *   200 { "signatures": [{ "ballot_id": "…", "blind_signature": "<base64>" }] }
 *   Sent again with the same blinded messages it answers the same; 409 when a ballot was issued for another one.
 *   Other answers may carry { "error": { "message": "…" } }, shown to the member as it is.
 * GET status_at   without a cookie
 *   200 { "phase": "issuing" | "open" | "closed" }
 * POST cast_to    without a cookie, without a referrer, application/json, one ballot at a time
 *   { "ballot_id": "…", "token": "…", "signature": "<base64>", "choice": "agree" }
 *   204 taken, also when the same was taken before; 409 the token was used with another choice;
 *   other 4xx: not taken, and will not be. 429, 5xx or no answer: is sent again.
 *   For want of a referrer the browser sends "Origin: null" or no Origin here; "Sec-Fetch-Site: same-origin" is there.
 */

/** What a ballot may say, in the order of the paper. */
export type Choice = "agree" | "disagree" | "blank";

/** One ballot to vote on: its id, its own public key (base64 SPKI), the dossier's title, what may be chosen. */
export type Paper = { readonly ballot_id: string; readonly public_key: string; readonly title: string; readonly options: readonly Choice[] };

/** Where the voting stands: ballots are issued, the box is open, or closed. */
export type Phase = "issuing" | "open" | "closed";

/** The page's own facts. */
export type BallotPage = {
  readonly csrf: string;
  readonly issue_to: string;
  readonly status_at: string;
  readonly cast_to: string;
  readonly board_at: string;
  readonly phase: Phase;
  readonly papers: readonly Paper[];
};

/** A ballot on the way: prepared on this device, its token not yet signed. Never leaves the device but for `blinded`. */
export type Prepared = { readonly ballot_id: string; readonly token: string; readonly blinded: string; readonly inverse: string };

/** A ballot that can be cast: the token with the ballot key's signature. */
export type Ready = { readonly ballot_id: string; readonly token: string; readonly signature: string };

/** A ballot that is in the box. Nothing of its token or choice remains on the device. */
export type Gone = { readonly ballot_id: string; readonly cast: true };

/** What one ballot is cast as. */
export type Cast = Ready & { readonly choice: Choice };

/** What the page asks of the worker. */
export type WorkerRequest =
  | { readonly step: "prepare"; readonly papers: readonly Pick<Paper, "ballot_id" | "public_key">[] }
  | { readonly step: "finish"; readonly unfinished: readonly Unfinished[] };

/** A prepared ballot with the key and the server's blind signature of it. */
export type Unfinished = Prepared & { readonly public_key: string; readonly blind_signature: string };

/** What the worker answers: each ballot as it is done, then `done`; or why it cannot go on. */
export type WorkerAnswer =
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "ready"; readonly ready: Ready }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly ballot_id: string; readonly why: string };
