/**
 * One byte for one letter: space to tilde as in ASCII, then the marks and Vietnamese letters below.
 * The order is part of the printed format and never changes; new letters would need a new version.
 */
const MARKS = "–—‘’“”…·";
const VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

/** Code 1 announces any other character: its code point follows in three bytes. */
const ESCAPE = 1;
const FIRST_MARK = 2;

const CODES = new Map<string, number>();
for (let code = 0x20; code <= 0x7e; code += 1) CODES.set(String.fromCharCode(code), code);
for (const [index, mark] of [...MARKS].entries()) CODES.set(mark, FIRST_MARK + index);
// 67 lower-case letters fill 0x7f to 0xc1 and their capitals 0xc2 to 0xff and 0x0a to 0x0e.
const UPPER_AND_LOWER = [...VOWELS, ...VOWELS.toUpperCase()];
for (const [index, letter] of UPPER_AND_LOWER.entries()) {
  const code = 0x7f + index;
  CODES.set(letter, code <= 0xff ? code : code - 0x100 + FIRST_MARK + MARKS.length);
}
const LETTERS = new Map([...CODES].map(([letter, code]) => [code, letter]));

/** Takes text in NFC; gives it in the QR alphabet: one byte a letter, four for what the alphabet lacks. */
export function encodeLetters(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const code = CODES.get(letter);
    const point = letter.codePointAt(0) ?? 0;
    if (code !== undefined) bytes.push(code);
    else bytes.push(ESCAPE, point >> 16, (point >> 8) & 0xff, point & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Takes bytes of the QR alphabet; gives their text, or null when they are not of it. */
export function decodeLetters(bytes: Uint8Array): string | null {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] ?? 0;
    if (code === ESCAPE) {
      const [high, middle, low] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
      if (high === undefined || middle === undefined || low === undefined || high > 0x10) return null;
      text += String.fromCodePoint(high * 0x10000 + middle * 0x100 + low);
      at += 3;
    } else {
      const letter = LETTERS.get(code);
      if (letter === undefined) return null;
      text += letter;
    }
  }
  return text;
}

/** The 32 symbols of an honour's id, five bits each. */
const ID_SYMBOLS = "abcdefghijklmnopqrstuvwxyz_12345";

/** Takes an id of the 32 symbols; gives it packed, eight symbols in five bytes, or null when it has others. */
export function packId(id: string): Uint8Array | null {
  if (!/^[a-z_1-5]+$/.test(id)) return null;
  const bits = [...id].map((symbol) => ID_SYMBOLS.indexOf(symbol).toString(2).padStart(5, "0")).join("");
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0");
  return Uint8Array.from(padded.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Takes packed bytes and the number of symbols; gives the id. */
export function unpackId(bytes: Uint8Array, length: number): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length }, (_, index) => ID_SYMBOLS[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join("");
}
