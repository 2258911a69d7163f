/**
 * The voting page: prepares the member's ballots in a worker while the member reads, has them signed blindly in one
 * request, waits for the box to open, and casts each choice without a cookie. The addresses and shapes are in
 * ballot/protocol.ts; what all this protects, and what it does not, in docs/ballot.md.
 */
import { castAll, randomBelow, shuffled } from "./ballot/cast.ts";
import { askPhase, fetchSignatures, IssueRefused, runWorker } from "./ballot/exchange.ts";
import { isGone, isPrepared, isReady, type Kept, keep, recall, type Store, tabStore } from "./ballot/keep.ts";
import type { BallotPage, Cast, Gone, Paper, Phase, Prepared, Ready, Unfinished } from "./ballot/protocol.ts";
import { receiptCode } from "./ballot/receipt.ts";
import { type ReceiptLine, Screen } from "./ballot/screen.ts";
import type { Text } from "../../../kernel/text.ts";
import { langOf, words } from "./ballot/words.ts";

/** How often an open page asks whether the box is open, and by how much that varies. */
const POLL_MS = 4_000;
const POLL_SPREAD_MS = 2_000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

class Voting {
  private kept: Kept;

  constructor(
    private readonly page: BallotPage,
    private readonly screen: Screen,
    private readonly worker: Worker,
    private readonly store: Store,
  ) {
    this.kept = recall(this.store, page.papers.map(({ ballot_id }) => ballot_id));
  }

  /** The whole way from the page's opening to the receipt. */
  async run(): Promise<void> {
    if (this.page.phase === "issuing") await this.takeBallots();
    const phase = await this.waitForBox();
    const ready = this.page.papers.filter(({ ballot_id }) => isReady(this.kept[ballot_id]));
    const gone = this.page.papers.filter(({ ballot_id }) => isGone(this.kept[ballot_id]));
    const missing = this.page.papers.filter((paper) => !ready.includes(paper) && !gone.includes(paper)).map(({ title }) => title);
    if (phase === "closed") return this.screen.say(words.closed);
    if (ready.length === 0) {
      this.screen.done([], this.page.board_at, gone.length > 0 && missing.length === 0);
      return this.screen.warn(words.missing, missing);
    }
    const voted = this.screen.vote(ready);
    this.screen.warn(words.missing, missing);
    await this.castBallots(ready, await voted);
  }

  /** Prepares what is not prepared yet, asks the member, and takes the blind signatures; until it worked. */
  private async takeBallots(): Promise<void> {
    const { papers } = this.page;
    const unprepared = papers.filter(({ ballot_id }) => this.kept[ballot_id] === undefined);
    let done = papers.length - unprepared.length;
    this.screen.say(words.prepare, "", { done, of: papers.length });
    await runWorker(this.worker, { step: "prepare", papers: unprepared }, (answer) => {
      if (answer.kind !== "prepared") return;
      done += 1;
      this.put(answer.prepared);
      this.screen.say(words.prepare, "", { done, of: papers.length });
    });
    if (papers.every(({ ballot_id }) => isReady(this.kept[ballot_id]))) return;
    await this.screen.ask(words.prepared, words.fetch);
    for (;;) {
      const trouble = await this.tryToTake();
      if (trouble === null) return;
      await this.screen.ask(trouble, words.again, "warn");
    }
  }

  /** Gives null when every ballot is signed, or the sentence that says why not. */
  private async tryToTake(): Promise<Text | null> {
    this.screen.say(words.fetching);
    const prepared = this.page.papers.map(({ ballot_id }) => this.kept[ballot_id]).filter(isPrepared);
    let unfinished: Unfinished[];
    try {
      unfinished = await fetchSignatures(this.page, shuffled(prepared, randomBelow));
    } catch (error) {
      return error instanceof IssueRefused ? (error.sentence ?? words.failed) : words.failed;
    }
    try {
      await runWorker(this.worker, { step: "finish", unfinished }, (answer) => {
        if (answer.kind === "ready") this.put(answer.ready);
      });
      return null;
    } catch {
      return words.broken;
    }
  }

  private async waitForBox(): Promise<Phase> {
    let { phase } = this.page;
    if (phase === "issuing") this.screen.say(words.fetched, "notice");
    while (phase === "issuing") {
      await wait(POLL_MS + randomBelow(POLL_SPREAD_MS));
      phase = await askPhase(this.page, phase);
    }
    return phase;
  }

  private async castBallots(papers: readonly Paper[], choices: ReadonlyMap<string, Cast["choice"]>): Promise<void> {
    const receipt = new Map<string, ReceiptLine>();
    const [used, refused]: [string[], string[]] = [[], []];
    let open = papers.flatMap(({ ballot_id }) => this.castOf(ballot_id, choices.get(ballot_id)));
    while (open.length > 0) {
      this.screen.say(words.casting, "", { done: papers.length - open.length, of: papers.length });
      const codes: Promise<void>[] = [];
      try {
        await castAll(this.page.cast_to, open, (cast, result) => {
          const title = papers.find(({ ballot_id }) => ballot_id === cast.ballot_id)?.title ?? "";
          if (result === "used") used.push(title);
          if (result === "refused") refused.push(title);
          if (result === "taken") codes.push(receiptCode(cast.token).then((code) => void receipt.set(cast.ballot_id, { title, code })));
          if (result !== "refused") this.put({ ballot_id: cast.ballot_id, cast: true });
          open = open.filter((one) => one !== cast);
          this.screen.say(words.casting, "", { done: papers.length - open.length, of: papers.length });
        }, { fetch: (address, init) => fetch(address, init), wait, below: randomBelow });
        await Promise.all(codes);
      } catch {
        await Promise.all(codes);
        await this.screen.ask(words.unreachable, words.again, "warn");
      }
    }
    // In the order of the page: the order of casting is nobody's business.
    const lines = papers.flatMap(({ ballot_id }) => receipt.get(ballot_id) ?? []);
    this.screen.done(lines, this.page.board_at, used.length + refused.length === 0);
    this.screen.warn(words.used, used);
    this.screen.warn(words.refused, refused);
  }

  private castOf(ballot_id: string, choice: Cast["choice"] | undefined): Cast[] {
    const kept = this.kept[ballot_id];
    return isReady(kept) && choice !== undefined ? [{ ...kept, choice }] : [];
  }

  private put(one: Prepared | Ready | Gone): void {
    this.kept = { ...this.kept, [one.ballot_id]: one };
    keep(this.store, this.kept);
  }
}

const source = document.getElementById("ballot-page");
const root = document.getElementById("ballot-screen");
if (source !== null && root !== null) {
  const screen = new Screen(root, langOf(document.documentElement.lang));
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : `${location.origin}/assets/ballot.js`;
  if (!("Worker" in window) || globalThis.crypto?.subtle === undefined) {
    screen.say(words.notHere, "warn");
  } else {
    const worker = new Worker(new URL("ballot-worker.js", script));
    new Voting(JSON.parse(source.textContent ?? "") as BallotPage, screen, worker, tabStore()).run().catch(() => screen.say(words.notHere, "warn"));
  }
}
