import { type Decimal, parseDecimal } from "./decimal.ts";

/**
 * Takes a number as a person types it in Vietnam (`1.234,5`, `12,5`, `12.5`, `-3`); gives the Decimal,
 * `"ambiguous"` for one like `1.234` that may mean either, or null for what is no number.
 */
export function parseTypedDecimal(typed: string): Decimal | "ambiguous" | null {
  const text = typed.replace(/[\s\u00a0]/g, "");
  if (/^-?\d+$/.test(text)) return parseDecimal(text);
  if (/^-?(\d{1,3}(\.\d{3})+|\d+),\d+$/.test(text)) return parseDecimal(text.replace(/\./g, "").replace(",", "."));
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) return "ambiguous";
  if (/^-?\d+\.\d+$/.test(text)) return parseDecimal(text);
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(text)) return parseDecimal(text.replace(/\./g, ""));
  return null;
}
