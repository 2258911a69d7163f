import type { Random } from "./prng.ts";

/**
 * Takes milliseconds since 1970 and a source of randomness; gives a UUID of version 7 (RFC 9562):
 * new rows stand together in an index, and the application can name a row before it is written.
 */
export function uuidV7(now_ms: number, random: Random): string {
  const bytes = random.bytes(16);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = now_ms.toString(16).padStart(12, "0").slice(-12);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Letters and digits that are not mistaken for one another when read aloud or copied from paper. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Takes a length and a source of randomness; gives a code of that many characters out of 30
 * (no 0 1 I L O U), each equally likely.
 */
export function readableCode(length: number, random: Random): string {
  let code = "";
  while (code.length < length) {
    for (const byte of random.bytes(length)) {
      // 240 is the largest multiple of 30 in a byte: higher bytes would favour some letters.
      if (byte < 240 && code.length < length) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** Takes what a person typed as a code; gives it in the one stored form: upper case, no spaces, plain dashes. */
export function tidyCode(typed: string): string {
  return typed.normalize("NFC").toUpperCase().replace(/[–—]/g, "-").replace(/\s/g, "");
}
