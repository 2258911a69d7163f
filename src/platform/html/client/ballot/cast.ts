import type { Cast } from "./protocol.ts";

/** What came of one ballot: in the box, its token used otherwise, or refused. */
export type CastResult = "taken" | "used" | "refused";

/** What casting needs of its surroundings, so that it can be tried without a network or a wait. */
export type Surroundings = {
  readonly fetch: (address: string, init: RequestInit) => Promise<{ readonly status: number }>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A whole number from 0 to `below` − 1, each as likely as any other. */
  readonly below: (below: number) => number;
};

/** The longest wait before a ballot, in milliseconds; a hundred of them take half a minute. */
export const MAX_DELAY_MS = 600;
/** The waits before a ballot is sent again after no answer. */
const RETRY_MS = [1_000, 3_000, 10_000] as const;

/** Gives the list in an order that nobody can foresee (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], below: Surroundings["below"]): T[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** Gives the request that casts a ballot: no cookie, no referrer, nothing in it but the ballot. */
export function castRequest({ ballot_id, token, signature, choice }: Cast): RequestInit {
  return {
    method: "POST",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    mode: "same-origin",
    redirect: "error",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ballot_id, token, signature, choice }),
  };
}

/**
 * Takes the address of the box and the ballots; casts them one after another in a random order with random waits, so
 * that neither order nor rhythm tells which are of one member; says of each what came of it. A ballot without an
 * answer is sent again: the token makes that harmless. Throws when the box cannot be reached; those done stay done.
 */
export async function castAll(address: string, ballots: readonly Cast[], done: (cast: Cast, result: CastResult) => void, around: Surroundings): Promise<void> {
  for (const ballot of shuffled(ballots, around.below)) {
    await around.wait(around.below(MAX_DELAY_MS));
    done(ballot, await castOne(address, ballot, around));
  }
}

async function castOne(address: string, ballot: Cast, around: Surroundings): Promise<CastResult> {
  for (const pause of [...RETRY_MS, null]) {
    const status = await around.fetch(address, castRequest(ballot)).then((answer) => answer.status, () => 0);
    if (status === 204 || status === 200) return "taken";
    if (status === 409) return "used";
    // Too many at once passes, like a failure of the server; any other refusal is final.
    if (status >= 400 && status < 500 && status !== 429) return "refused";
    if (pause !== null) await around.wait(pause);
  }
  throw new Error("unreachable box");
}

/** Takes a count; gives a whole number below it from the machine's own randomness, without favouring any. */
export function randomBelow(count: number): number {
  const limit = Math.floor(0x1_0000_0000 / count) * count;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < limit) return drawn % count;
  }
}
