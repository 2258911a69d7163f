/** Takes bytes, the highest first; gives the whole number they stand for (OS2IP, RFC 8017 section 4.2). No bytes are zero. */
export function integerOf(bytes: Uint8Array): bigint {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex === "" ? 0n : BigInt(`0x${hex}`);
}

/** Takes a whole number from 0 and a length; gives that many bytes, the highest first (I2OSP, RFC 8017 section 4.1). Throws when it does not fit. */
export function bytesOfInteger(integer: bigint, length: number): Uint8Array<ArrayBuffer> {
  const hex = integer.toString(16).padStart(length * 2, "0");
  if (integer < 0n || hex.length > length * 2) throw new Error(`the number does not fit in ${length} bytes`);
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

/** Gives base to the power of exponent, modulo a modulus above 1; by squaring, so its time depends on the exponent: for public exponents. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let product = 1n;
  for (const bit of exponent.toString(2)) {
    product = (product * product) % modulus;
    if (bit === "1") product = (product * base) % modulus;
  }
  return product;
}

/** Gives the inverse of a value modulo a modulus, from 1 to modulus − 1, by Euclid's extended algorithm; null when there is none. */
export function inverseModulo(value: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [value, modulus];
  let [factor, following] = [1n, 0n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, following] = [following, factor - quotient * following];
  }
  if (rest !== 1n) return null;
  return factor < 0n ? factor + modulus : factor;
}

/**
 * Takes a limit above 1, a length in bytes that holds it, and a source of bytes nobody can foresee; gives a number from 1 to
 * limit − 1, each as likely as any other: what does not fit is drawn again (RFC 9474 section 3).
 */
export function uniformBelow(limit: bigint, length: number, randomBytes: (length: number) => Uint8Array): bigint {
  for (;;) {
    const drawn = integerOf(randomBytes(length));
    if (drawn > 0n && drawn < limit) return drawn;
  }
}
