import { say, type Text } from "../../../kernel/text.ts";
import { foldForSearch, tidyText } from "../../../kernel/vietnamese.ts";

/** What is known of a person for telling whether two entries mean the same one. */
export type PersonTraits = { full_name: string; born_on: string | null; unit_id: string | null };

/** How sure it is that two entries mean one person, with why. It is a question to a person, never a decision. */
export type Sameness = { verdict: "same" | "likely" | "different"; reasons: Text[] };

type NameMatch = "equal" | "folded" | "reordered" | "one_letter" | "middle_missing" | "none";
type BirthMatch = "equal" | "swapped" | "differs" | "unknown";

const NAME_REASONS: Readonly<Record<Exclude<NameMatch, "none">, Text>> = {
  equal: say("Trùng họ tên", "Same name"),
  folded: say("Họ tên chỉ khác dấu", "Names differ only in diacritics"),
  reordered: say("Họ tên chỉ khác thứ tự", "Names differ only in order"),
  one_letter: say("Họ tên chỉ khác một chữ cái", "Names differ by one letter"),
  middle_missing: say("Họ tên chỉ khác chữ lót “Thị” hoặc “Văn”", "Names differ only by “Thị” or “Văn”"),
};
const SAME_BIRTH = say("Trùng ngày sinh", "Same birth date");
const SWAPPED_BIRTH = say("Ngày sinh đảo ngày và tháng", "Birth date with day and month swapped");
const OTHER_BIRTH = say("Ngày sinh khác nhau", "Birth dates differ");
const SAME_UNIT = say("Cùng đơn vị", "Same unit");

/** Middle names so common that lists leave them out. */
const COMMON_MIDDLE = ["thi", "van"];

/**
 * Takes two entries; gives whether they mean one person. The same birth date with a matching name is
 * `same` when the names are equal but for diacritics and `likely` when they are only near; without a
 * birth date it is at most `likely`, and then the same unit must speak for it. Birth dates that differ
 * by more than day and month swapped say `different`.
 */
export function samePerson(a: PersonTraits, b: PersonTraits): Sameness {
  const name = matchNames(a.full_name, b.full_name);
  if (name === "none") return { verdict: "different", reasons: [] };
  const birth = matchBirths(a.born_on, b.born_on);
  const same_unit = a.unit_id !== null && a.unit_id === b.unit_id;
  const reasons = [NAME_REASONS[name], ...(same_unit ? [SAME_UNIT] : [])];
  const exact = name === "equal" || name === "folded";
  switch (birth) {
    case "equal":
      return { verdict: exact ? "same" : "likely", reasons: [...reasons, SAME_BIRTH] };
    case "swapped":
      return { verdict: "likely", reasons: [...reasons, SWAPPED_BIRTH] };
    case "unknown":
      return { verdict: same_unit && name !== "one_letter" ? "likely" : "different", reasons };
    case "differs":
      return { verdict: "different", reasons: [...reasons, OTHER_BIRTH] };
  }
}

function matchNames(a: string, b: string): NameMatch {
  if (tidyText(a).toLowerCase() === tidyText(b).toLowerCase()) return "equal";
  const [left, right] = [syllablesOf(a), syllablesOf(b)];
  if (left.length === 0 || right.length === 0) return "none";
  if (left.join(" ") === right.join(" ")) return "folded";
  if ([...left].sort().join(" ") === [...right].sort().join(" ")) return "reordered";
  if (left.length === right.length && oneLetterApart(left, right)) return "one_letter";
  return lacksMiddle(left, right) || lacksMiddle(right, left) ? "middle_missing" : "none";
}

function syllablesOf(name: string): string[] {
  return foldForSearch(name).split(/[^a-z0-9]+/).filter(Boolean);
}

/** Exactly one syllable differs, by one letter; syllables of one letter (Văn A, Văn B) are names of their own and never near. */
function oneLetterApart(a: readonly string[], b: readonly string[]): boolean {
  const differing = a.flatMap((syllable, index) => (syllable === b[index] ? [] : [[syllable, b[index] ?? ""] as const]));
  const [only] = differing;
  return differing.length === 1 && only !== undefined && Math.min(only[0].length, only[1].length) > 1 && letterDistance(only[0], only[1]) <= 1;
}

/** The longer name has exactly one common middle name more, between its first and last syllable. */
function lacksMiddle(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || long.length !== short.length + 1) return false;
  return long.some((syllable, index) => index > 0 && index < long.length - 1 && COMMON_MIDDLE.includes(syllable) && long.filter((_each, place) => place !== index).join(" ") === short.join(" "));
}

/** Takes two words; gives how many letters must be changed, added, left out, or swapped with their neighbour (Damerau–Levenshtein, each letter touched once). */
export function letterDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_each, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      line.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change, swapped));
    }
  }
  return at(a.length, b.length);
}

function matchBirths(a: string | null, b: string | null): BirthMatch {
  if (a === null || b === null) return "unknown";
  if (a === b) return "equal";
  const [[year, month, day], [other, otherMonth, otherDay]] = [a.split("-"), b.split("-")];
  return year === other && month === otherDay && day === otherMonth ? "swapped" : "differs";
}

/** The least words a text must have to be compared, and the least percent of common words to be shown. */
const LEAST_WORDS = 8;
export const LEAST_PERCENT = 80;

/** Takes two achievement texts; gives how many of their different words they share, in whole percent rounded down; null when one is too short to say anything. */
export function textLikeness(a: string, b: string): number | null {
  const [left, right] = [new Set(syllablesOf(a)), new Set(syllablesOf(b))];
  if (left.size < LEAST_WORDS || right.size < LEAST_WORDS) return null;
  const shared = [...left].filter((word) => right.has(word)).length;
  return Math.floor((100 * shared) / (left.size + right.size - shared));
}
