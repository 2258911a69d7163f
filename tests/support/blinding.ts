import { createPublicKey } from "node:crypto";

/** Base64 or base64url to a whole number. */
const whole = (text: string): bigint => BigInt(`0x${Buffer.from(text, "base64").toString("hex")}`);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [old, rest] = [value % modulus, modulus];
  let [x, next] = [1n, 0n];
  while (rest !== 0n) {
    const quotient = old / rest;
    [old, rest] = [rest, old - quotient * rest];
    [x, next] = [next, x - quotient * next];
  }
  return ((x % modulus) + modulus) % modulus;
}

/**
 * Says whether a row of the roll could belong to a ballot of the box: whether a blinding factor exists that turns the
 * one into the other. With blind RSA there is always exactly one, for every pair: that is why the roll says nothing.
 */
export function blindingJoins(row: { blinded: string; blind_signature: string; public_key: string }, signature: string): boolean {
  const jwk = createPublicKey({ key: Buffer.from(row.public_key, "base64"), format: "der", type: "spki" }).export({ format: "jwk" });
  const [n, e] = [whole(String(jwk.n).replaceAll("-", "+").replaceAll("_", "/")), whole(String(jwk.e))];
  const final = whole(signature);
  // blind_signature = signature × factor, so the factor is their quotient; it must blind the signed message to `blinded`.
  const factor = (whole(row.blind_signature) * inverse(final, n)) % n;
  return (power(final, e, n) * power(factor, e, n)) % n === whole(row.blinded) % n;
}
