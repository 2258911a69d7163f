import { foldForSearch } from "../../../kernel/vietnamese.ts";
import type { AcceptedSort, CommentSort } from "./words.ts";

/** How many comments of one kind a notice takes at once, and how many minutes bring back one more. */
export const BUCKET = { most: 30, minutes_each: 2 } as const;

/** What is left to take, and the minute (since 1970) when that was reckoned. */
export type Bucket = { readonly tokens: number; readonly minute: number };

/**
 * Takes a bucket and the present minute; gives it refilled and with one taken, or null when it is empty.
 * A clock that was set back neither gives nor takes.
 */
export function takeFrom(bucket: Bucket, minute: number): Bucket | null {
  const gained = Math.max(0, Math.floor((minute - bucket.minute) / BUCKET.minutes_each));
  const tokens = Math.min(BUCKET.most, bucket.tokens + gained);
  if (tokens === 0) return null;
  // Minutes that have not yet brought a whole token are kept for the next one.
  const reckoned = minute < bucket.minute || tokens === BUCKET.most ? minute : bucket.minute + gained * BUCKET.minutes_each;
  return { tokens: tokens - 1, minute: reckoned };
}

/** What of a comment decides whether it can be formally accepted. */
export type Acceptable = { readonly sort: CommentSort | null; readonly author_name: string | null; readonly author_contact: string | null; readonly accepted_on: string | null };

/** Takes a comment; gives why it cannot be formally accepted, or the sort under which it can. */
export function acceptable(comment: Acceptable): { readonly ok: true; readonly sort: AcceptedSort } | { readonly ok: false; readonly why: "anonymous" | "remark" | "unsorted" | "accepted" } {
  if (comment.author_name === null || comment.author_contact === null) return { ok: false, why: "anonymous" };
  if (comment.accepted_on !== null) return { ok: false, why: "accepted" };
  switch (comment.sort) {
    case null:
      return { ok: false, why: "unsorted" };
    case "remark":
      return { ok: false, why: "remark" };
    case "complaint":
    case "denunciation":
      return { ok: true, sort: comment.sort };
  }
}

/**
 * Takes a dossier's stated facts and the sorts of its open accepted comments; gives the facts with `pending`
 * (contracts/check.md) naming those sorts too. Without any the facts stay as stated: what the clerk left open stays unknown.
 */
export function withAccepted(stated: Readonly<Record<string, unknown>>, accepted: readonly AcceptedSort[]): Record<string, unknown> {
  if (accepted.length === 0) return { ...stated };
  const pending = Array.isArray(stated["pending"]) ? (stated["pending"] as unknown[]) : [];
  return { ...stated, pending: [...new Set([...pending, ...accepted])] };
}

/** Takes a text and names; gives the first name that the text speaks of, whatever its case and accents, or null. */
export function namedIn(text: string, names: readonly string[]): string | null {
  const folded = ` ${foldForSearch(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return names.find((name) => folded.includes(` ${foldForSearch(name).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `)) ?? null;
}

/** How many comments a notice got, in all and by how they were sorted. */
export type CommentCounts = { readonly comments: number; readonly remarks: number; readonly complaints: number; readonly denunciations: number; readonly unsorted: number };

export const NO_COMMENTS: CommentCounts = { comments: 0, remarks: 0, complaints: 0, denunciations: 0, unsorted: 0 };

/** Takes how many comments there are of each sort (null: not sorted); gives the counts. */
export function countSorts(groups: readonly { readonly sort: CommentSort | null; readonly n: number }[]): CommentCounts {
  const of = (sort: CommentSort | null) => groups.filter((group) => group.sort === sort).reduce((sum, group) => sum + group.n, 0);
  const parts = { remarks: of("remark"), complaints: of("complaint"), denunciations: of("denunciation"), unsorted: of(null) };
  return { comments: parts.remarks + parts.complaints + parts.denunciations + parts.unsorted, ...parts };
}
