import type { Gone, Prepared, Ready } from "./protocol.ts";

/*
 * Between the issue and the opening of the box a phone may throw the page away to save memory. A member whose tokens
 * were gone could not be issued others: the roll answers only the same blinded message. So what is prepared is kept in
 * the tab's sessionStorage: it survives a reload and ends with the tab. Not in localStorage or IndexedDB, which would
 * outlive the meeting on the device. A choice is never kept, nor a receipt, and each token is forgotten when its
 * ballot is in the box.
 */

/** The tokens of one voting page, by ballot; of a ballot in the box only that it is there. */
export type Kept = { readonly [ballot_id: string]: Prepared | Ready | Gone };

/** The part of sessionStorage that is used. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Gives the tab's own store; where the browser refuses it, one that keeps nothing. */
export function tabStore(): Store {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

const KEY = "thidua-ballots";

/** Gives what this tab kept of the ballots named; nothing where the store is empty, spoilt or switched off. */
export function recall(store: Store, ballotIds: readonly string[]): Kept {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? "{}") as Kept;
    return Object.fromEntries(Object.entries(kept).filter(([id]) => ballotIds.includes(id)));
  } catch {
    return {};
  }
}

/** Keeps exactly these; clears the store when there are none. A store that is full or switched off is no failure: the page itself still holds them. */
export function keep(store: Store, kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) store.removeItem(KEY);
    else store.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The member may still vote; only a reload before that would cost the ballots.
  }
}

/** Says whether a kept ballot is signed. */
export function isReady(kept: Kept[string] | undefined): kept is Ready {
  return kept !== undefined && "signature" in kept;
}

/** Says whether a kept ballot waits for its signature. */
export function isPrepared(kept: Kept[string] | undefined): kept is Prepared {
  return kept !== undefined && "inverse" in kept;
}

/** Says whether a kept ballot is in the box. */
export function isGone(kept: Kept[string] | undefined): kept is Gone {
  return kept !== undefined && "cast" in kept;
}
