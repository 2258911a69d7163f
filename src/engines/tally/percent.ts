/**
 * Takes a part and a whole, whole numbers; gives the part in percent with two decimals, half up, as text. Text that
 * says `100.00` is exact: a share a little off stays at `99.99` or `100.01`. `0.00` when the whole is 0. For reading only.
 */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return "0.00";
  const divisor = BigInt(whole);
  const rounded = (BigInt(part) * 20_000n + divisor) / (2n * divisor);
  const hundredths = rounded === 10_000n && part !== whole ? (part < whole ? 9_999n : 10_001n) : rounded;
  const digits = hundredths.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
