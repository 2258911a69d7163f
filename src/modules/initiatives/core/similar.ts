import { foldForSearch } from "../../../kernel/vietnamese.ts";

/** Words that titles of initiatives begin with and that say nothing of what they are about. */
const EMPTY_PHRASES = ["mot so bien phap", "mot so giai phap", "mot so kinh nghiem", "sang kien kinh nghiem", "bien phap", "giai phap", "sang kien", "kinh nghiem"];

/** A percentage below which likeness is chance and is not shown. */
const LEAST_PERCENT = 20;

/** Takes a text; gives it folded, only letters and digits, without the phrases that every title begins with (unless nothing else is left). */
export function foldTitle(title: string): string {
  const folded = foldForSearch(title).replace(/[^a-z0-9]+/g, " ").trim();
  const bare = EMPTY_PHRASES.reduce((text, phrase) => text.replace(` ${phrase} `, " "), ` ${folded} `).trim();
  return bare === "" ? folded : bare;
}

function trigramsOf(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_each, index) => padded.slice(index, index + 3)));
}

/** Takes two sets; gives how much they share, in whole percent of their union, rounded down. */
function jaccardPercent(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((entry) => b.has(entry)).length;
  return Math.floor((100 * shared) / (a.size + b.size - shared));
}

/**
 * Takes two titles as written; gives how alike they are in whole percent: the higher of the share
 * of common words (order plays no part) and of common groups of three letters (spelling may differ).
 */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [foldTitle(a), foldTitle(b)];
  const words = jaccardPercent(new Set(left.split(" ").filter(Boolean)), new Set(right.split(" ").filter(Boolean)));
  return Math.max(words, jaccardPercent(trigramsOf(left), trigramsOf(right)));
}

/** Takes a title and others; gives the nearest of them with their percentage, the most alike first, then the newest. It is a hint for a person and refuses nothing. */
export function nearestTitles<T extends { title: string; year: number }>(title: string, others: readonly T[], most = 5): (T & { percent: number })[] {
  return others
    .map((other) => ({ ...other, percent: titleLikeness(title, other.title) }))
    .filter((other) => other.percent >= LEAST_PERCENT)
    .sort((a, b) => b.percent - a.percent || b.year - a.year)
    .slice(0, most);
}
