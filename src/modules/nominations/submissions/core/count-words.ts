const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;

/**
 * Takes a whole number from 0 to 9999; gives it in Vietnamese words as official papers write counts after the figure: 15 is
 * `mười lăm`, 21 `hai mươi mốt`, 105 `một trăm linh năm`. Throws for any other number.
 */
export function countInWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 9999) throw new Error(`no words for ${count}`);
  const thousands = Math.floor(count / 1000);
  const rest = count % 1000;
  if (thousands === 0) return belowThousand(rest, false);
  return rest === 0 ? `${digit(thousands)} nghìn` : `${digit(thousands)} nghìn ${belowThousand(rest, true)}`;
}

function digit(value: number): string {
  return DIGITS[value] ?? "";
}

/** `full` names the hundreds also where there are none, as after the thousands. */
function belowThousand(count: number, full: boolean): string {
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  if (hundreds === 0 && !full) return belowHundred(rest);
  if (rest === 0) return `${digit(hundreds)} trăm`;
  return `${digit(hundreds)} trăm ${rest < 10 ? `linh ${digit(rest)}` : belowHundred(rest)}`;
}

function belowHundred(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  if (tens === 0) return digit(ones);
  const head = tens === 1 ? "mười" : `${digit(tens)} mươi`;
  if (ones === 0) return head;
  if (ones === 5) return `${head} lăm`;
  if (ones === 1 && tens > 1) return `${head} mốt`;
  return `${head} ${digit(ones)}`;
}
