/** Gives the bytes as standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/**
 * Takes standard base64 with padding; gives its bytes, or null. Only the one canonical spelling is
 * taken, so that no character of a published ballot can be changed without notice.
 */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : null;
}

/** Gives the text as UTF-8 bytes. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Takes bytes, the highest first; gives the whole number they stand for (OS2IP, RFC 8017 section 4.2). */
export function toInteger(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

/** Takes a whole number from 0 and a length; gives that many bytes, the highest first (I2OSP, RFC 8017 section 4.1). Throws when it does not fit. */
export function toBytes(integer: bigint, length: number): Uint8Array {
  const hex = integer.toString(16).padStart(length * 2, "0");
  if (integer < 0n || hex.length > length * 2) throw new Error(`the number does not fit in ${length} bytes`);
  return new Uint8Array(Buffer.from(hex, "hex"));
}
