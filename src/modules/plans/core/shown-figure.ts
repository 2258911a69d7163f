import { add, compare, type Decimal, divideHalfUp, decimalOf, multiply, roundHalfUp, subtract, toText, toVietnamese } from "../../../kernel/decimal.ts";

/** Takes a number and how many places are shown; gives it as Vietnamese readers expect, with just so many places: `1.234,50`. */
export function showFigure(value: Decimal, places: number): string {
  const [whole = "0", fraction = ""] = toVietnamese(roundHalfUp(value, places)).split(",");
  return places === 0 ? whole : `${whole},${fraction.padEnd(places, "0")}`;
}

/** Takes a number; gives it as a form's field holds it: exact, decimal comma, no grouping, so that it reads back the same. */
export function typedFigure(value: Decimal): string {
  return toText(value).replace(".", ",");
}

/** What a small chart of twelve months is drawn from, in a box of 120 by 28. */
export type Sparkline = { line: string; last: { x: string; y: string }; plan_y: string | null };

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 3;

/** Takes the months' figures and the plan; gives the points of the chart, or null when there is no figure. */
export function sparklineOf(series: readonly (Decimal | null)[], plan: Decimal | null): Sparkline | null {
  const points = series.flatMap((value, index) => (value === null ? [] : [{ month: index + 1, value }]));
  const values = [...points.map((point) => point.value), ...(plan === null ? [] : [plan])];
  const [first] = points;
  if (first === undefined) return null;
  const low = values.reduce((least, value) => (compare(value, least) < 0 ? value : least), first.value);
  const high = values.reduce((most, value) => (compare(value, most) > 0 ? value : most), first.value);
  const span = subtract(high, low);
  const room = decimalOf(HEIGHT - 2 * EDGE);
  const y = (value: Decimal): string => {
    // All figures equal: the line runs through the middle.
    const down = compare(high, low) === 0 ? divideHalfUp(room, decimalOf(2), 1) : divideHalfUp(multiply(subtract(high, value), room), span, 1);
    return toText(add(down, decimalOf(EDGE)));
  };
  const x = (month: number): string => toText(divideHalfUp(decimalOf((month - 1) * (WIDTH - 2 * EDGE) + 11 * EDGE), decimalOf(11), 1));
  const drawn = points.map((point) => ({ x: x(point.month), y: y(point.value) }));
  const last = drawn.at(-1);
  return last === undefined ? null : { line: drawn.map((point) => `${point.x},${point.y}`).join(" "), last, plan_y: plan === null ? null : y(plan) };
}
