/**
 * An exact decimal: `units` × 10^-`scale`. Scores and coefficients are decimals, never floats;
 * rounding happens only where it is named.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

const SHAPE = /^-?\d{1,30}(\.\d{1,18})?$/;

/** Takes text like `-12.50` (at most 30 digits before and 18 after the point); gives the Decimal or null. */
export function parseDecimal(text: string): Decimal | null {
  if (!SHAPE.test(text)) return null;
  const [whole = "0", fraction = ""] = text.split(".");
  return normalise({ units: BigInt(whole + fraction) , scale: fraction.length });
}

/** Takes text the code itself wrote; gives the Decimal; throws when it is not one. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

/** Takes a whole number; gives the Decimal. */
export function decimalOf(whole: number | bigint): Decimal {
  return { units: BigInt(whole), scale: 0 };
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Gives a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return normalise({ units: unitsAt(a, scale) + unitsAt(b, scale), scale });
}

/** Gives a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** Gives −a. */
export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

/** Gives a × b, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return normalise({ units: a.units * b.units, scale: a.scale + b.scale });
}

/** Gives −1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Gives a ÷ b rounded half away from zero to `places` digits after the point. Throws when b is 0. */
export function divideHalfUp(a: Decimal, b: Decimal, places: number): Decimal {
  if (b.units === 0n) throw new Error("division by zero");
  const scale = Math.max(a.scale, b.scale);
  const numerator = unitsAt(a, scale) * 10n ** BigInt(places);
  return normalise({ units: roundedQuotient(numerator, unitsAt(b, scale)), scale: places });
}

/** Gives a rounded half away from zero to `places` digits after the point. */
export function roundHalfUp(a: Decimal, places: number): Decimal {
  if (a.scale <= places) return a;
  return normalise({ units: roundedQuotient(a.units, 10n ** BigInt(a.scale - places)), scale: places });
}

/** Gives the largest whole number not above a. */
export function floor(a: Decimal): bigint {
  const divisor = 10n ** BigInt(a.scale);
  const quotient = a.units / divisor;
  return a.units < 0n && quotient * divisor !== a.units ? quotient - 1n : quotient;
}

/** Gives the smallest whole number not below a. */
export function ceiling(a: Decimal): bigint {
  return -floor(negate(a));
}

/** Gives the shortest exact text with a decimal point, as data travels: `12.5`. */
export function toText(a: Decimal): string {
  const { units, scale } = normalise(a);
  if (scale === 0) return units.toString();
  const sign = units < 0n ? "-" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Gives the text a Vietnamese reader expects: decimal comma, dots between thousands, a true minus sign. */
export function toVietnamese(a: Decimal): string {
  const [whole = "0", fraction] = toText(a).split(".");
  const grouped = whole.replace("-", "−").replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

function unitsAt(a: Decimal, scale: number): bigint {
  return a.units * 10n ** BigInt(scale - a.scale);
}

function normalise(a: Decimal): Decimal {
  let { units, scale } = a;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}
