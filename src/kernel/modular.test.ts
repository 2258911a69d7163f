import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfInteger, integerOf, inverseModulo, powerModulo, uniformBelow } from "./modular.ts";

describe("whole numbers as bytes", () => {
  it("stand with the highest byte first, padded to the length", () => {
    expect([integerOf(Uint8Array.of(1, 0, 255)), integerOf(new Uint8Array())]).toEqual([65_791n, 0n]);
    expect([...bytesOfInteger(65_791n, 5)]).toEqual([0, 0, 1, 0, 255]);
    expect(() => bytesOfInteger(256n, 1)).toThrow("the number does not fit in 1 bytes");
    expect(() => bytesOfInteger(-1n, 4)).toThrow("the number does not fit in 4 bytes");
  });

  it("come back whole", () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => void expect([...bytesOfInteger(integerOf(bytes), bytes.length)]).toEqual([...bytes])));
  });
});

describe("arithmetic modulo a number", () => {
  it("raises to a power as repeated multiplication does", () => {
    const slow = (base: bigint, exponent: number, modulus: bigint) => Array.from({ length: exponent }).reduce<bigint>((product) => (product * base) % modulus, 1n % modulus);
    fc.assert(fc.property(fc.bigInt(0n, 10_000n), fc.nat(60), fc.bigInt(2n, 10_000n), (base, exponent, modulus) => void expect(powerModulo(base, BigInt(exponent), modulus)).toBe(slow(base, exponent, modulus))));
  });

  it("finds the inverse exactly where there is one", () => {
    expect([inverseModulo(3n, 7n), inverseModulo(2n, 4n), inverseModulo(0n, 7n), inverseModulo(10n, 7n)]).toEqual([5n, null, null, 5n]);
    fc.assert(
      fc.property(fc.bigInt(1n, 100_000n), fc.bigInt(2n, 100_000n), (value, modulus) => {
        const inverse = inverseModulo(value, modulus);
        if (inverse !== null) expect([(inverse * value) % modulus, inverse > 0n && inverse < modulus]).toEqual([1n, true]);
      }),
    );
  });
});

describe("a number below a limit", () => {
  it("is drawn again when it is zero or does not fit, and may be the first and the last that fit", () => {
    const from = (...draws: number[]) => {
      const left = [...draws];
      return uniformBelow(200n, 1, (length) => Uint8Array.from({ length }, () => left.shift() ?? 0));
    };
    expect([from(0, 200, 255, 7), from(199), from(1), from(200, 1)]).toEqual([7n, 199n, 1n, 1n]);
  });
});
