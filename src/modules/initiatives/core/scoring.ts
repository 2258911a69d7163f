import { add, compare, type Decimal, decimal, decimalOf, divideHalfUp, toText, ZERO } from "../../../kernel/decimal.ts";
import { say, type Text } from "../../../kernel/text.ts";

/** The parts of the card on which an initiative is scored. */
export const CARD_PARTS = ["novelty", "effect", "spread"] as const;
export type CardPart = (typeof CARD_PARTS)[number];

/** The most each part can have; together exactly 100. The card is the product's own: no national text sets one. */
export const CARD_MOST: Readonly<Record<CardPart, number>> = { novelty: 30, effect: 40, spread: 30 };

export const CARD_NAMES: Readonly<Record<CardPart, Text>> = {
  novelty: say("Tính mới", "Novelty"),
  effect: say("Hiệu quả", "Effect"),
  spread: say("Khả năng nhân rộng", "Spread"),
};

/** One member's marks, exact decimal text. */
export type MemberMarks = Readonly<Record<CardPart, string>>;

const MOST_TOTAL = decimalOf(100);

/** Takes one member's marks; gives their exact total. */
export function totalOf(marks: MemberMarks): Decimal {
  return CARD_PARTS.reduce((sum, part) => add(sum, decimal(marks[part])), ZERO);
}

/** Takes the marks of all members; gives the mean of their totals, rounded half up to two places; null when there are none. */
export function meanOf(list: readonly MemberMarks[]): string | null {
  if (list.length === 0) return null;
  const sum = list.reduce((all, marks) => add(all, totalOf(marks)), ZERO);
  return toText(divideHalfUp(sum, decimalOf(list.length), 2));
}

/** Says whether a number lies between 0 and the most of a part, or of the whole card. */
export function withinCard(value: Decimal, part: CardPart | "total"): boolean {
  const most = part === "total" ? MOST_TOTAL : decimalOf(CARD_MOST[part]);
  return compare(value, ZERO) >= 0 && compare(value, most) <= 0;
}

/** Says whether a mean reaches the threshold of its review. Both are exact. */
export function reaches(mean: string, threshold: string): boolean {
  return compare(decimal(mean), decimal(threshold)) >= 0;
}

/** Takes shares in percent; gives what is wrong with them: none, one that is not above 0, or a sum that is not exactly 100. */
export function sharesFault(shares: readonly Decimal[]): { index: number | null; text: Text } | null {
  if (shares.length === 0) return { index: null, text: say("Chưa có tác giả nào.", "There is no author.") };
  const low = shares.findIndex((share) => compare(share, ZERO) <= 0);
  if (low >= 0) return { index: low, text: say("Tỷ lệ đóng góp phải lớn hơn 0.", "A share must be above 0.") };
  const sum = shares.reduce((all, share) => add(all, share), ZERO);
  if (compare(sum, MOST_TOTAL) === 0) return null;
  const shown = toText(sum).replace(".", ",");
  return { index: null, text: say(`Tỷ lệ đóng góp cộng lại là ${shown} %, phải đúng 100 %.`, `The shares add up to ${toText(sum)} %; they must be exactly 100 %.`) };
}
