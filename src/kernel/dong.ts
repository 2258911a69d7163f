import { ceiling, type Decimal, decimalOf, multiply } from "./decimal.ts";

/** An amount of money in whole đồng. Safe as a number: the state budget has 16 digits at most. */
export type Dong = number & { readonly __dong: unique symbol };

/** Takes whole đồng; gives the amount; throws when it is not a safe whole number. */
export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new Error(`not whole đồng: ${amount}`);
  return amount as Dong;
}

/** Gives `amount` × `coefficient`, rounded up to the next multiple of `step` đồng. */
export function multiplyRoundedUp(amount: Dong, coefficient: Decimal, step: number): Dong {
  const exact = multiply(decimalOf(amount), coefficient);
  const steps = ceiling({ units: exact.units, scale: exact.scale });
  const whole = BigInt(step);
  return dong(Number(((steps + whole - 1n) / whole) * whole));
}

/** Gives the amount as Vietnamese offices write it: `1.490.000 đồng`. */
export function formatDong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ".")} đồng`;
}
