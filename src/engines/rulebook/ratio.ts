import { compare, decimalOf, multiply, type Decimal, parseDecimal } from "../../kernel/decimal.ts";

/** A share as a fraction of whole numbers, strict where it must be exceeded. Texts: `"70%"`, `"12.5%"`, `"2/3"`, `">50%"`. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint; readonly strict: boolean };

/** Takes a text; gives the ratio, or null when it is none between 0 and 1. */
export function parseRatio(text: string): Ratio | null {
  const strict = text.startsWith(">");
  const body = strict ? text.slice(1).trim() : text;
  const fraction = /^(\d{1,9})\/(\d{1,9})$/.exec(body);
  if (fraction !== null) return checked(BigInt(fraction[1] as string), BigInt(fraction[2] as string), strict);
  if (!body.endsWith("%")) return null;
  const percent = parseDecimal(body.slice(0, -1));
  return percent === null ? null : checked(percent.units, 100n * 10n ** BigInt(percent.scale), strict);
}

function checked(numerator: bigint, denominator: bigint, strict: boolean): Ratio | null {
  return denominator > 0n && numerator >= 0n && numerator <= denominator ? { numerator, denominator, strict } : null;
}

/** Gives the least whole number that reaches the ratio of `base`: rounded up, and one more where it must be exceeded. */
export function leastReaching(ratio: Ratio, base: number): number {
  const product = ratio.numerator * BigInt(base);
  const up = ratio.strict ? product / ratio.denominator + 1n : (product + ratio.denominator - 1n) / ratio.denominator;
  return Number(up);
}

/** Takes a percentage and a count; gives the most whole ones within it: rounded down, for "not over" never rounds up. */
export function mostWithin(percent: Decimal, count: number): bigint {
  const product = multiply(percent, decimalOf(count));
  return product.units / (100n * 10n ** BigInt(product.scale));
}

/** Gives the lower of two percentages. */
export function lower(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}
