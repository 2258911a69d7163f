import { type Decimal, decimal, multiply, parseDecimal, roundHalfUp, toText } from "../../kernel/decimal.ts";

/** What a spreadsheet shows of a number: it stores 17 digits of a binary fraction and shows 15 (112.88000000000001 is 112.88). */
const SHOWN_DIGITS = 15;

/** Takes a number as a spreadsheet's file holds it (`923`, `112.88000000000001`, `1.5E-3`); gives it as exact text of at most 15 digits, or null. */
export function cellNumber(stored: string): string | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:[eE]([+-]?\d{1,2}))?$/.exec(stored.trim());
  const mantissa = match?.[1] === undefined ? null : parseDecimal(match[1]);
  if (mantissa === null) return null;
  const value = shifted(mantissa, Number(match?.[2] ?? 0));
  if (value === null) return null;
  const digits = toText(value).replace("-", "").replace(/^0\./, "").split(".")[0] ?? "";
  const before = toText(value).startsWith("0.") || toText(value).startsWith("-0.") ? 0 : digits.length;
  return toText(roundHalfUp(value, Math.max(0, SHOWN_DIGITS - before)));
}

function shifted(value: Decimal, exponent: number): Decimal | null {
  if (exponent === 0) return value;
  if (exponent > 0) return exponent > 20 ? null : multiply(value, decimal(`1${"0".repeat(exponent)}`));
  return exponent < -15 ? null : multiply(value, decimal(`0.${"0".repeat(-exponent - 1)}1`));
}
